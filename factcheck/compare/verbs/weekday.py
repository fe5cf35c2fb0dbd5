"""Weekdays: the calendar knows the weekday of every date."""

from __future__ import annotations

from datetime import date

from factcheck.claims.row import Row
from factcheck.kinds.dates.tables import WEEKDAYS
from factcheck.model import Period, Verdict, Wording
from factcheck.rulebook import Rule

NAMES = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when the date `b` falls on the weekday `a`."""
    named, day = a.claim.value, b.claim.value
    if not (isinstance(named, Wording) and isinstance(day, Period) and day.low):
        return Verdict("not_comparable", "different-kind")
    fell = date.fromisoformat(day.low[:10]).weekday()
    return (
        Verdict("agree", "weekday")
        if WEEKDAYS[named.words.lower()] == fell
        else Verdict("conflict", "wrong-weekday", NAMES[fell])
    )
