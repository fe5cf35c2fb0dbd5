"""Measures, money and shares: intervals in one unit, with rounding, hedges and bounds."""

from __future__ import annotations

from factcheck.claims.row import Row
from factcheck.compare.agreement import agree
from factcheck.model import Claim, Interval, Verdict
from factcheck.rulebook import Rule

EQUAL, ROUNDED = Verdict("agree", "equal"), Verdict("agree", "rounding")
DIFFERENT = Verdict("conflict", "different-value")


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when any way that one gives its value fits any way that the other gives its own."""
    if not a.restated and not b.restated:
        return _compared(a.claim, b.claim, rule) or DIFFERENT
    for first in (a.claim, *a.restated):
        for second in (b.claim, *b.restated):
            found = _compared(first, second, rule)
            if found is not None:
                return found
    return DIFFERENT


def _compared(first: Claim, second: Claim, rule: Rule) -> Verdict | None:
    """The verdict on one way of giving each value, None where the two do not agree."""
    a, b, one, two = first.value, second.value, first.canonical, second.canonical
    if not (isinstance(a, Interval) and isinstance(b, Interval)):
        return None
    if not (isinstance(one, Interval) and isinstance(two, Interval)):
        return None
    if one.unit != two.unit:
        return Verdict("not_comparable", "different-unit", f"{a.unit} and {b.unit}")
    if one.low == two.low and one.high == two.high:
        return EQUAL
    return ROUNDED if agree(a, b, one, two, bounds=rule.bounds, within=rule.agree_within) else None
