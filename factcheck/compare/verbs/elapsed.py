"""Durations: how long it is from one date to another, both ends in or not."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from factcheck.claims.row import Row
from factcheck.compare.verbs.sum import number, written
from factcheck.model import Interval, Period, Verdict
from factcheck.rulebook import Rule

DAYS = {
    "day": Fraction(1),
    "week": Fraction(7),
    "month": Fraction(146097, 4800),
    "year": Fraction(146097, 400),
}
FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when the stretch `b` can be as long as `a` says: whole or begun units, to the day inside."""
    value, period = a.claim.value, b.claim.value
    if not (isinstance(value, Interval) and isinstance(period, Period) and period.low and period.high):
        return Verdict("not_comparable", "different-kind")
    unit = DAYS.get(value.unit or "")
    if unit is None or len(period.low) < 10 or len(period.high) < 10:
        return Verdict("not_comparable", "different-unit")
    first, last = date.fromisoformat(period.low[:10]), date.fromisoformat(period.high[:10])
    longest = Fraction((last - first).days + 1) / unit
    shortest = longest - 2 * _size(period) / unit
    told = number(a.claim)
    if shortest - 1 < told < longest + 1:
        return Verdict("agree", "duration")
    return Verdict(
        "conflict",
        "wrong-duration",
        f"{written(longest)} {value.unit}s at most"
        if told > longest
        else f"{written(max(shortest, Fraction(0)))} {value.unit}s at least",
    )


def _size(period: Period) -> Fraction:
    """How many days an end may lie inside: those of the unit it is given in."""
    return DAYS.get(period.granularity, Fraction(1))
