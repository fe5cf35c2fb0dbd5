"""Enumerations: "four reasons. First, … Second, … Third, …", "# 7 steps" above six numbered headings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

import regex

from factcheck.claims.row import Row
from factcheck.compare.inside._text import Text, exact, pair, stretched
from factcheck.compare.pair import Pair
from factcheck.data import load
from factcheck.model import Interval
from factcheck.text.words import is_plural

NUMBERED = regex.compile(r"(?:\p{L}+ )?(\d{1,2})\b[.):]?\s")
COUNTED = regex.compile(r"(?:(?:the|our|my) )?(\d{1,2}|\p{L}+) (?:\p{L}+[ -]){0,2}?\p{L}+", regex.IGNORECASE)
STOP = regex.compile(r"[.!?]\s|\n\s*\n")
AHEAD = 240  # code points from an announcement to its first item
APART = 900  # … and from one item to the next
FEWEST = 2
NEXT = -1  # the place of a word that opens an item and does not count it
FARTHEST = 2  # things that a miscount leaves out or adds


class Run(NamedTuple):
    """Items that are counted through: where the first one begins and the last one's mark ends."""

    start: int
    end: int
    items: int


@cache
def _steps() -> dict[str, int]:
    """Words that open the items: "first" 1, "secondly" 2 …; 0 for "finally", `NEXT` for "next"."""
    ordered = load("inside")["enumerators"]
    return {word: place for place, line in enumerate(ordered, NEXT) for word in line}


@cache
def _opening() -> regex.Pattern[str]:
    words = "|".join(sorted(_steps(), key=len, reverse=True))
    return regex.compile(rf"(?:^|[.!?:;]\s+|\n)(?:and\s+)?(?P<word>{words})\b(?=[,:]|\s)", regex.IGNORECASE)


def find(text: Text) -> Iterator[Pair]:
    """A number of things and the items that are counted through behind it."""
    rows = [row for row in text.rows if _announces(row)]
    runs = _runs(text.document.text) if rows else []
    starts = [row.claim.span.start for row in rows]
    for run in runs:
        at = bisect_right(starts, run.start) - 1
        if at < 0 or run.start - rows[at].claim.span.end > AHEAD:
            continue
        if not _names_others(text.document.text[rows[at].claim.span.end : run.start]):
            yield from _pair(text, rows[at], run)
    yield from _headings(text)


def _names_others(between: str) -> bool:
    """Whether a sentence goes on to other things before it counts: "with two keys the rules are: first"."""
    return STOP.search(between) is None and any(map(is_plural, between.lower().split()))


def _pair(text: Text, row: Row, run: Run) -> Iterator[Pair]:
    value = row.claim.value
    assert isinstance(value, Interval)
    if abs(value.figure - run.items) <= FARTHEST:
        number = Interval(Decimal(run.items), Decimal(run.items), row.head or None)
        items = stretched(row, text.document.text, run.start, run.end, number)
        yield pair("listed", row, (items,), "the text gives a number of things and counts them through")


def _announces(row: Row) -> bool:
    value = row.claim.value
    said = row.claim.text.lower().split()
    plain = (
        isinstance(value, Interval) and exact(row) and value.figure == value.figure.to_integral_value() > 1
    )
    return row.kind == "count" and plain and not row.part and "of" not in said and is_plural(said[-1])


def _runs(text: str) -> list[Run]:
    """Every "First … Second …" of a text that begins at the first and leaves none out."""
    found: list[Run] = []
    small = text.lower()
    if not any(word in small for word, place in _steps().items() if place == 1):
        return found
    start = end = items = 0
    closed = False
    for match in _opening().finditer(text):
        place = _steps()[match["word"].lower()]
        near = match.start("word") - end <= APART
        if place == NEXT:  # "First …, next …, lastly …": nothing counts them
            items = 0
            continue
        if place == 1:
            if items >= FEWEST:
                found.append(Run(start, end, items))
            start, items, closed = match.start("word"), 1, False
        elif items and near and not closed and place in (0, items + 1):
            items, closed = items + 1, place == 0
        elif items >= FEWEST and near and place > items:  # one is left out: it is counted in another way
            items = 0
            continue
        else:
            continue
        end = match.end("word")
    return [*found, Run(start, end, items)] if items >= FEWEST else found


# ------------------------------------------------------------ headings


def _headings(text: Text) -> Iterator[Pair]:
    """A heading with a number of things above headings that are numbered through."""
    zones = [zone for zone in text.document.zones if zone.kind == "heading"]
    rows = sorted(text.all_rows, key=lambda row: row.claim.span.start) if len(zones) > FEWEST else []
    starts = [row.claim.span.start for row in rows]
    for at, zone in enumerate(zones):
        first = bisect_left(starts, zone.start)
        row = rows[first] if first < len(rows) and starts[first] < zone.end else None
        if row is None or not _counts(text.document.text[zone.start : zone.end], row):
            continue
        below = []
        for other in zones[at + 1 :]:
            if other.level <= zone.level:
                break
            below.append(other)
        items = [
            (other, int(match[1]))
            for other in below
            if other.level == below[0].level
            and (match := NUMBERED.match(text.document.text, other.start, other.end)) is not None
        ]
        if len(items) >= FEWEST and [number for _, number in items] == [*range(1, len(items) + 1)]:
            yield from _pair(text, row, Run(items[0][0].start, items[-1][0].end, len(items)))


def _counts(heading: str, row: Row) -> bool:
    """Whether a heading begins with a count: "7 steps to a clean filter"."""
    match = COUNTED.match(heading)
    value = row.claim.value
    return (
        match is not None
        and isinstance(value, Interval)
        and value.low == value.high
        and value.figure > 1
        and row.claim.text in match[0]
        and is_plural(match[0].lower().split()[-1])
    )
