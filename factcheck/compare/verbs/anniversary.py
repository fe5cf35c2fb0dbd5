"""Anniversaries: the years from the beginning to the celebration."""

from __future__ import annotations

from factcheck.claims.row import Row
from factcheck.compare.verbs.sum import number
from factcheck.model import Period, Verdict
from factcheck.rulebook import Rule


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when the anniversary `a` falls in the year of `b.days` for what began at `b`, give or take
    the months of a year of celebration."""
    begun = b.claim.value
    if not (isinstance(begun, Period) and begun.low and b.days):
        return Verdict("not_comparable", "different-kind")
    gone = int(b.days[0][0][:4]) - int(begun.low[:4])
    if gone <= 0:
        return Verdict("not_comparable", "different-time")
    return (
        Verdict("agree", "anniversary")
        if abs(gone - number(a.claim)) <= 1
        else Verdict("conflict", "wrong-anniversary", str(gone))
    )
