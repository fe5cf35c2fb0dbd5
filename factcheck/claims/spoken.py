"""`Spoken` times: what a date says whose year, week or day of publication nobody knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.claims.row import Days, Spoken
from factcheck.kinds.mention import Mention
from factcheck.model import Period

WEEKDAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def stretch(mention: Mention) -> Days:
    """First and last day of a resolved date."""
    value = mention.value
    assert isinstance(value, Period)
    return (value.low or "")[:10], (value.high or "")[:10]


def spoken_of(mention: Mention, words: Sequence[str]) -> Spoken:
    """A date as of the anchor, of a bound ("by 7 May") its end; `words` are its own. Of a weekday nobody
    knows the week."""
    assert isinstance(mention.value, Period)
    if weekday := WEEKDAYS.intersection(words):
        return Spoken("weekday", min(weekday), min(weekday))
    form = mention.value.granularity
    first, last = stretch(mention)
    return Spoken("day" if form == "daypart" else form, first or last, last)
