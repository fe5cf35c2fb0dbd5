"""Ordinals: third is not fourth."""

from __future__ import annotations

from factcheck.claims.row import Row
from factcheck.compare.verbs.interval import DIFFERENT, EQUAL
from factcheck.model import Interval, Verdict
from factcheck.rulebook import Rule


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when the number is the same."""
    first, second = a.claim.value, b.claim.value
    if not (isinstance(first, Interval) and isinstance(second, Interval)):
        return Verdict("not_comparable", "different-kind")
    return EQUAL if first.figure == second.figure else DIFFERENT
