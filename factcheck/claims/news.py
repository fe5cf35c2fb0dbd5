"""How a news text means its dates: from its own day, the nearest way.

The reader of dates resolves by the tense of the clause. A news text is written on its day: "on
Wednesday" of a Wednesday is that day, and "the attack of August 21" told in September is the last
one, whatever the tense around it.
"""

from __future__ import annotations

from calendar import isleap
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache

from factcheck.data import load
from factcheck.kinds.mention import Mention
from factcheck.model import Period
from factcheck.text.tokens import Tokens

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
TOLD_APART = frozenset(("last", "next", "previous", "coming", "following"))
HALF_YEAR = 183  # days


def as_news(mention: Mention, tokens: Tokens, reference: datetime | None) -> Mention:
    """The mention with its date meant as news; `reference` is the day of the text, None when unknown."""
    value = mention.value
    if (
        reference is None
        or not isinstance(value, Period)
        or not value.low
        or not value.high
        or value.low[0] == "T"
    ):
        return mention
    words = tokens.lower[mention.first : mention.last]
    weekday = next((WEEKDAYS.index(word) for word in words if word in WEEKDAYS), None)
    if weekday is not None:
        if words[-1] == "day" and "the" in words:  # "on Sunday, the fifth day of the strike"
            back = (reference.weekday() - weekday) % 7
            day = (reference.date() - timedelta(days=back)).isoformat()
            mention.value = Period(day, day, "day")
        elif not TOLD_APART.intersection(words) and _days(value.low, reference) in (7, -7):
            mention.value = _moved(value, timedelta(days=-_days(value.low, reference)))
    elif value.granularity in ("day", "daypart", "month") and _without_year(words):
        mention.value = _nearest_year(value, reference)
    return mention


def _without_year(words: list[str]) -> bool:
    """Whether a date names a month and leaves its year open."""
    if not _months().intersection(words) or TOLD_APART.intersection(words):
        return False
    return not any(len(word) == 4 and word.isdecimal() for word in words)


@cache
def _months() -> frozenset[str]:
    return frozenset(word for names in load("calendar")["months"].values() for word in names)


def _days(low: str, reference: datetime) -> int:
    return (date.fromisoformat(low[:10]) - reference.date()).days


def _moved(value: Period, by: timedelta) -> Period:
    assert value.low
    assert value.high
    low, high = (
        (date.fromisoformat(end[:10]) + by).isoformat() + end[10:] for end in (value.low, value.high)
    )
    return replace(value, low=low, high=high)


def _nearest_year(value: Period, reference: datetime) -> Period:
    """The same days of the year that is nearest to the reference."""
    assert value.low
    assert value.high
    away = _days(value.low, reference)
    if abs(away) <= HALF_YEAR:
        return value
    step = -1 if away > 0 else 1
    ends = [f"{int(end[:4]) + step:04d}{end[4:]}" for end in (value.low, value.high)]
    if any(end[4:10] == "-02-29" and not isleap(int(end[:4])) for end in ends):
        return value
    return replace(value, low=ends[0], high=ends[1])
