"""Weekdays: "Monday, 3 May 2022", "on Tuesday (May 3)" with the year of the text's publication."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from factcheck.claims.row import Row
from factcheck.compare.inside._text import Passage, Text, pair, stretch
from factcheck.compare.pair import Pair
from factcheck.kinds import dates
from factcheck.kinds.dates.tables import MONTHS, WEEKDAYS
from factcheck.model import Period, Wording
from factcheck.text.tokens import Tokens, tokenise

BETWEEN = frozenset((",", "the", "of", "(", ")", "on", "night", "morning", "evening", "afternoon"))
FIRST_YEAR = 1919  # before it two calendars were in use
NEAR = 60  # days from publication within which a date without a year is of that year


class Day(NamedTuple):
    """A day of the calendar as it was written: offsets and date."""

    start: int
    end: int
    day: date


def find(text: Text) -> Iterator[Pair]:
    """A weekday and the date that it stands beside."""
    for passage in text.passages:
        for row in passage.rows if "date" in passage.kinds else ():
            value = row.claim.value
            if isinstance(value, Period) and value.granularity == "day" and value.low == value.high:
                yield from _both(text, passage, row)


def _both(text: Text, passage: Passage, row: Row) -> Iterator[Pair]:
    span = row.claim.span
    tokens = tokenise(passage.text, span.start, span.end)
    named = [at for at, word in enumerate(tokens.lower) if word in WEEKDAYS and not word.endswith("days")]
    if len(named) != 1 or not any(word in MONTHS for word in tokens.lower):
        return
    (at,) = named
    found = _day(text, passage, tokens, at)
    if found is not None and found.day.year >= FIRST_YEAR:
        start, end = tokens.starts[at], tokens.ends[at]
        weekday = stretch(row.claim, passage.text, start, end, Wording(tokens.words[at]), "date")
        iso = found.day.isoformat()
        day = stretch(row.claim, passage.text, found.start, found.end, Period(iso, iso), "date")
        yield pair(
            "weekday",
            replace(row, claim=weekday),
            (replace(row, claim=day),),
            "the text gives a date and its weekday",
        )


def _day(text: Text, passage: Passage, tokens: Tokens, at: int) -> Day | None:
    """The date beside the weekday at token `at`, with the year that it says or that of publication."""
    first, last = (at + 1, tokens.size) if at * 2 < tokens.size else (0, at)
    while first < last and tokens.lower[first] in BETWEEN:
        first += 1
    while last > first and tokens.lower[last - 1] in BETWEEN:
        last -= 1
    if first == last or not (tokens.words[first].isdecimal() or tokens.lower[first] in MONTHS):
        return None
    part = tokenise(passage.text, tokens.starts[first], tokens.ends[last - 1])
    told = _read(part, None)
    if told is not None:
        return told
    published = _published(text)
    near = _read(part, published)
    if (
        near is None
        or published is None
        or abs((near.day - published.date()).days) > NEAR
        or _other_year(text, passage, near.day.year)
    ):
        return None
    return near


def _read(part: Tokens, reference: datetime | None) -> Day | None:
    found = dates.read(part, reference)
    if len(found) != 1 or found[0].first or found[0].last != part.size:
        return None
    value = found[0].value
    if (
        not isinstance(value, Period)
        or value.granularity != "day"
        or value.low is None
        or value.low != value.high
    ):
        return None
    return Day(found[0].start, found[0].end, date.fromisoformat(value.low[:10]))


def _published(text: Text) -> datetime | None:
    try:
        return datetime.fromisoformat(text.published) if text.published else None
    except ValueError:
        return None


def _other_year(text: Text, passage: Passage, year: int) -> bool:
    """Whether this sentence or the one before it speaks of another year."""
    for row in text.near(passage):
        if isinstance(row.claim.value, Period):
            low = row.claim.value.low
            if low and row.claim.value.granularity in ("year", "month") and low[:4] != str(year):
                return True
    return False
