"""Titles and roles of one person in one organisation."""

from __future__ import annotations

from functools import cache

from factcheck.claims.aliases import canonical_key
from factcheck.claims.row import Row
from factcheck.data import load
from factcheck.model import Verdict, Wording
from factcheck.rulebook import Rule

RANKS = frozenset(("deputy", "vice", "assistant"))  # a deputy director is no director
LEVELS = frozenset("local city municipal county district regional provincial state federal national".split())


@cache
def _loose() -> frozenset[str]:
    return frozenset(load("titles")["loose"].split())


@cache
def _ranks() -> frozenset[str]:
    return frozenset(load("titles")["ranks"])


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when one canonical title holds the other's words; of unknown organisations, two fields of one
    office clash ("finance minister", "foreign minister")."""
    first, second = a.claim.canonical or a.claim.value, b.claim.canonical or b.claim.value
    if not (isinstance(first, Wording) and isinstance(second, Wording)):
        return Verdict("not_comparable", "different-kind")
    of_a, of_b = a.claim.scope.get("of", ""), b.claim.scope.get("of", "")
    known = bool(of_a and of_b)
    if known and canonical_key(of_a) != canonical_key(of_b):
        return Verdict("not_comparable", "different-organisation", f"{of_a} and {of_b}")
    words_a, words_b = first.words.lower().split(), second.words.lower().split()
    one, two = set(words_a), set(words_b)
    if len(one & LEVELS) != len(two & LEVELS):  # "the county's chief engineer", "county engineer"
        one, two = one - LEVELS, two - LEVELS
    ranks = _ranks()
    if first.words.lower() in ranks and second.words.lower() in ranks and not (one <= two or two <= one):
        return Verdict("conflict", "different-rank")
    if not known and words_a[-1] != words_b[-1]:
        return Verdict("not_comparable", "unknown-organisation")
    if (one ^ two) & RANKS:
        return Verdict("conflict", "different-rank")
    if one <= two or two <= one or one <= _loose() or two <= _loose():
        return Verdict("agree", "same-title")
    return Verdict("conflict", "different-title")
