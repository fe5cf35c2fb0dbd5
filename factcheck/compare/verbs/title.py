"""Titles and roles of one person in one organisation."""

from __future__ import annotations

from functools import cache

from factcheck.claims.aliases import canonical_key
from factcheck.claims.row import Row
from factcheck.data import load
from factcheck.model import Verdict, Wording
from factcheck.rulebook import Rule

RANKS = frozenset(("deputy", "vice", "assistant"))  # a deputy director is no director


@cache
def _loose() -> frozenset[str]:
    return frozenset(load("titles")["loose"].split())


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when one canonical title holds the other's words."""
    first, second = a.claim.canonical or a.claim.value, b.claim.canonical or b.claim.value
    if not (isinstance(first, Wording) and isinstance(second, Wording)):
        return Verdict("not_comparable", "different-kind")
    if canonical_key(a.claim.scope.get("of", "")) != canonical_key(b.claim.scope.get("of", "")):
        return Verdict(
            "not_comparable",
            "different-organisation",
            f"{a.claim.scope.get('of', '')} and {b.claim.scope.get('of', '')}",
        )
    if not a.claim.scope.get("of"):
        return Verdict("not_comparable", "unknown-organisation")
    one, two = set(first.words.lower().split()), set(second.words.lower().split())
    if (one ^ two) & RANKS:
        return Verdict("conflict", "different-rank")
    if one <= two or two <= one or one <= _loose() or two <= _loose():
        return Verdict("agree", "same-title")
    return Verdict("conflict", "different-title")
