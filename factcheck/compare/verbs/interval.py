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
            values = first.value, second.value, first.canonical, second.canonical
            if not all(isinstance(value, Interval) for value in values):
                continue
            if values[2].unit != values[3].unit:  # type: ignore[union-attr]
                return Verdict("not_comparable", "different-unit", f"{values[0].unit} and {values[1].unit}")  # type: ignore[union-attr]
            if agree(*values, counted=False, bounds=rule.bounds, within=rule.agree_within):  # type: ignore[arg-type]
                same = values[2].low == values[3].low and values[2].high == values[3].high  # type: ignore[union-attr]
                return Verdict("agree", "equal" if same else "rounding")
    return Verdict("conflict", "different-value")
