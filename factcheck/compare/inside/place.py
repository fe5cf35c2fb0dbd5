"""Ordinals in a count: "the fifth of four visits", "her third title, after 2001, 2004 and 2008", "four
times, in 1988, 1995 and 2006"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from factcheck.claims.row import Row
from factcheck.compare.inside._parts import phrases, words
from factcheck.compare.inside._text import Passage, Text, Words, exact, pair, stretch
from factcheck.compare.pair import Pair
from factcheck.model import Interval, Period

LISTING = frozenset((",", "and"))
ENDS = frozenset((".", ";", ")", ",", "—"))
NOUN = 5  # words between an ordinal and ", after"
OFTEN = {"twice": 2, "thrice": 3}


def find(text: Text) -> Iterator[Pair]:
    """An ordinal and how many there are; an ordinal or a number of times and the years of them."""
    for passage in text.passages:
        rows = passage.rows
        for at, row in enumerate(rows[:-1]) if "ordinal" in passage.kinds else ():
            if row.kind == "ordinal" and exact(row):
                yield from _place(passage, row, rows[at + 1])
        if "date" in passage.kinds:
            yield from _years(passage)


def _place(passage: Passage, row: Row, count: Row) -> Iterator[Pair]:
    if (
        count.kind == "count"
        and exact(count)
        and passage.between(row, count) in phrases("out_of")
        and "," not in row.claim.text
    ):
        yield pair("place", row, (count,), "the text gives a place in a row and its length")


def _years(passage: Passage) -> Iterator[Pair]:
    """Three and more years in a list, or two behind "after", and what they are the years of."""
    for years in _lists(passage):
        before = [row for row in passage.rows if row.claim.span.end <= years[0].claim.span.start]
        lead = passage.slice(before[-1].claim.span.end, years[0].claim.span.start) if before else ()
        said = years[0].claim.text.lower().split()[0]
        if said == "after" or "after" in lead:
            found = before[-1:] if before and _ordered(before[-1], lead) else []
            extra = 1
        else:
            found = [row for row in _times(passage, before) if _listed(passage, row, years[0])]
            extra = 0
        for row in found:
            yield pair(
                "listed",
                row,
                (_sum(passage, years, len(years) + extra),),
                "the text gives a place in a row and the years of those before"
                if extra
                else "the text says how often and lists the years",
            )


def _ordered(row: Row, lead: Words) -> bool:
    """ "her third win on this course, after 2011 and 2014", "… time, after concerts in 2003 and 2008" """
    named = row.kind == "ordinal" and exact(row) and bool(row.head)
    comma = lead.index(",") if "," in lead else len(lead)
    behind = set(lead[comma + 1 :]) - {"after"}
    return named and comma <= NOUN and len(behind) <= 3 and not {",", "and", "but"} & behind


def _times(passage: Passage, before: Sequence[Row]) -> Iterator[Row]:
    """ "four times" and "twice" """
    yield from (
        replace(row, claim=replace(row.claim, kind="count"), kind="count", dimension="count", head="time")
        for row in before[-1:]
        if _counts_times(row) and exact(row)
    )
    tokens = passage.tokens
    for at, word in enumerate(tokens.lower):
        if word in OFTEN:
            number = Interval(Decimal(OFTEN[word]), Decimal(OFTEN[word]), "times")
            like = passage.rows[0]
            claim = stretch(like.claim, passage.text, tokens.starts[at], tokens.ends[at], number, "count")
            yield replace(
                like,
                claim=replace(claim, attribute="", scope={}, flags=()),
                kind="count",
                head="time",
                attribute="",
            )


def _counts_times(row: Row) -> bool:
    return row.head == "time" if row.kind == "count" else row.dimension == "factor"


def _listed(passage: Passage, row: Row, year: Row) -> bool:
    """Whether nothing but ", in" stands between: "four times, in 1988, 1995 and 2006"."""
    gap = passage.slice(row.claim.span.end, year.claim.span.start)
    return gap in phrases("when_listed") and not words("not_all") & {*gap, *passage.before(row)[-2:]}


def _lists(passage: Passage) -> Iterator[list[Row]]:
    """Years that follow each other with commas and end with "and" and the last one."""
    years: list[Row] = []
    for row in [*passage.rows, None]:
        if row is not None and _is_year(row) and (not years or _joined(passage.between(years[-1], row))):
            years.append(row)
            continue
        if len(years) > 1 and "and" in passage.between(years[-2], years[-1]):
            after = passage.after(years[-1])
            if (not after or after[0] in ENDS) and all(
                "and" not in passage.between(a, b) for a, b in pairwise(years[:-1])
            ):
                yield years
        years = [row] if row is not None and _is_year(row) else []


def _joined(gap: Words) -> bool:
    return bool(gap) and set(gap) <= LISTING


def _is_year(row: Row) -> bool:
    value = row.claim.value
    open_ = isinstance(value, Period) and row.claim.text.lower().startswith("after ")
    return isinstance(value, Period) and value.granularity == "year" and (value.bound == "exact" or open_)


def _sum(passage: Passage, years: Sequence[Row], number: int) -> Row:
    """The count that a list of years makes."""
    claim = years[0].claim
    start, end = claim.span.start, years[-1].claim.span.end
    total = Interval(Decimal(number), Decimal(number))
    return replace(years[0], claim=stretch(claim, passage.text, start, end, total, "count"), kind="count")
