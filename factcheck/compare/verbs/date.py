"""Dates: two stretches of the calendar agree when they meet; a month holds its days."""

from __future__ import annotations

from dataclasses import replace

from factcheck.claims.row import Row
from factcheck.compare.verbs.interval import DIFFERENT
from factcheck.kinds import dates
from factcheck.kinds.dates.read import ANCHOR
from factcheck.model import Period, Verdict
from factcheck.rulebook import Rule
from factcheck.text.tokens import tokenise

CLOCK = frozenset(("hour", "minute", "second"))
ROUGH, MORNING = 2, 8  # hours; the morning begins at midnight
SAME_WORDS, MEET = Verdict("agree", "same-words"), Verdict("agree", "overlap")


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when the two periods have a moment in common; open ends when they open on one day.

    Dates that hang on an unknown day of publication ("two weeks ago", "25 April") are read as of
    one day on both sides.
    """
    first, second = a.claim.value, b.claim.value
    if not (isinstance(first, Period) and isinstance(second, Period)):
        return Verdict("not_comparable", "different-kind")
    if a.claim.text.lower() == b.claim.text.lower():
        return SAME_WORDS
    if first.unresolved or second.unresolved:
        reason = first.unresolved or second.unresolved
        one, two = _anchored(a.claim.text), _anchored(b.claim.text)
        if one is None or two is None:
            return Verdict("not_comparable", "unresolved", reason)
        if one.granularity == two.granularity and (one.low, one.high) != (two.low, two.high):
            return DIFFERENT  # "within 24 hours" is not "within 96 hours"
        first, second = one, two
    if _is_time(first) != _is_time(second):
        return Verdict("not_comparable", "different-granularity")
    if {first.granularity, second.granularity} & CLOCK and first.granularity != second.granularity:
        first, second = _roughly(first), _roughly(second)
    return MEET if meet(first, second) else DIFFERENT


def _roughly(period: Period) -> Period:
    """A part of a day as people tell it: twenty past seven is "in the morning" as well, where that is read as
    eight to twelve."""
    if period.granularity != "daypart" or not all(end and "T" in end for end in (period.low, period.high)):
        return period
    assert period.low
    assert period.high
    low, high = (_hour(end) for end in (period.low, period.high))
    return replace(
        period,
        low=_at(period.low, low - ROUGH if low > MORNING else 0),
        high=_at(period.high, min(23, high + ROUGH)) if high > low else period.high,
    )


def _hour(moment: str) -> int:
    at = moment.index("T") + 1
    return int(moment[at : at + 2])


def _at(moment: str, hour: int) -> str:
    """A moment with another hour."""
    at = moment.index("T") + 1
    return f"{moment[:at]}{hour:02}{moment[at + 2 :]}"


def _anchored(words: str) -> Period | None:
    """A date's words read as of the anchor."""
    found = dates.read(tokenise(words), ANCHOR)
    value = found[0].value if len(found) == 1 else None
    return value if isinstance(value, Period) and not value.unresolved else None


def meet(a: Period, b: Period) -> bool:
    """Whether two periods share a moment; a date is its whole day. "Since May" and "since June" do not."""
    if (
        a.bound == b.bound
        and (a.low is None) == (b.low is None)
        and (a.low is None or a.high is None)
        and (b.low is None or b.high is None)
    ):
        return (a.low or a.high) == (b.low or b.high)
    return _before_or_at(a.low, b.high) and _before_or_at(b.low, a.high)


def _before_or_at(low: str | None, high: str | None) -> bool:
    if low is None or high is None:
        return True
    size = min(len(low), len(high))
    return low[:size] <= high[:size]


def _is_time(period: Period) -> bool:
    return (period.low or period.high or "").startswith("T")
