"""Durations: how long it is from one date to another, both ends in or not."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from factcheck.claims.row import Row
from factcheck.compare.verbs.sum import number, written
from factcheck.model import Interval, Period, Verdict
from factcheck.rulebook import Rule

MINUTES = {"second": Fraction(1, 60), "minute": Fraction(1), "hour": Fraction(60)}
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
    if period.low.startswith("T"):
        return _clock(a, value, period)
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


def _clock(a: Row, value: Interval, period: Period) -> Verdict:
    """Between two times of one day; the hour alone may be any minute of it."""
    size = MINUTES.get(value.unit or "")
    if size is None or not (period.low and period.high):
        return Verdict("not_comparable", "different-unit")
    first, last = (_minutes(end) for end in (period.low, period.high))
    told = number(a.claim) * size
    loose = MINUTES["hour"] / 4 if value.unit == "hour" else Fraction(5)
    if abs(last - first - told) <= loose:
        return Verdict("agree", "duration")
    return Verdict("conflict", "wrong-duration", f"{written(Fraction(last - first, 60))} hours")


def _minutes(time: str) -> int:
    hours, minutes = time.removeprefix("T").split(":")[:2]
    return 60 * int(hours) + int(minutes)


def _size(period: Period) -> Fraction:
    """How many days an end may lie inside: those of the unit it is given in."""
    return DAYS.get(period.granularity, Fraction(1))
