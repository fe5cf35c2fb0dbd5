"""Measures, money and shares: intervals in one unit, with rounding, hedges and bounds."""

from __future__ import annotations

from factcheck.claims.row import Row
from factcheck.compare.agreement import agree
from factcheck.model import Interval, Verdict
from factcheck.rulebook import Rule


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when any way that one gives its value fits any way that the other gives its own."""
    for first in (a.claim, *a.restated):
        for second in (b.claim, *b.restated):
            one, two = first.canonical, second.canonical
            if not (isinstance(first.value, Interval) and isinstance(second.value, Interval)):
                continue
            if not (isinstance(one, Interval) and isinstance(two, Interval)):
                continue
            if one.unit != two.unit:
                return Verdict(
                    "not_comparable", "different-unit", f"{first.value.unit} and {second.value.unit}"
                )
            if agree(first.value, second.value, one, two, bounds=rule.bounds, within=rule.agree_within):
                return Verdict("agree", "equal" if (one.low, one.high) == (two.low, two.high) else "rounding")
    return Verdict("conflict", "different-value")
