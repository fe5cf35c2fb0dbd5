"""Ordinals in a count: "the fifth of four visits", "her third title, after 2001, 2004 and 2008"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.claims.row import Row
from factcheck.compare.gates import Pair
from factcheck.compare.inside._text import Passage, Text, exact, pair, stretch
from factcheck.model import Interval, Period

OF = frozenset(
    (("of",), ("of", "the"), ("of", "her"), ("of", "his"), ("of", "its"), ("of", "their"), ("out", "of"))
)
LISTING = frozenset((",", "and"))
ENDS = frozenset((".", ";", ")"))


def find(text: Text) -> Iterator[Pair]:
    """An ordinal and how many there are, or the years of those before it."""
    for passage in text.passages:
        if "ordinal" not in passage.kinds:
            continue
        for at, row in enumerate(passage.rows[:-1]):
            if row.kind == "ordinal" and exact(row):
                yield from _place(passage, row, passage.rows[at + 1])
                yield from _after(passage, row, passage.rows[at + 1 :])


def _place(passage: Passage, row: Row, count: Row) -> Iterator[Pair]:
    if (
        count.kind == "count"
        and exact(count)
        and passage.between(row, count) in OF
        and "," not in row.claim.text
    ):
        yield pair("place", row, (count,), "the text gives a place in a row and its length")


def _after(passage: Passage, row: Row, rows: Sequence[Row]) -> Iterator[Pair]:
    """The earlier ones by their years, listed to the end of the sentence."""
    first = rows[0]
    words = first.claim.text.lower().split()
    gap = passage.between(row, first)
    if not row.head or words[:1] != ["after"] or gap not in ((), (",",)):
        return
    years = [first]
    for other in rows[1:]:
        gap = passage.between(years[-1], other)
        if not (_is_year(other) and gap and set(gap) <= LISTING):
            break
        years.append(other)
    after = passage.after(years[-1])
    if len(years) > 1 and (not after or after[0] in ENDS):
        yield pair(
            "listed",
            row,
            (_listed(passage, years),),
            "the text gives a place in a row and the years of those before",
        )


def _is_year(row: Row) -> bool:
    return (
        isinstance(row.claim.value, Period)
        and row.claim.value.granularity == "year"
        and row.claim.value.bound == "exact"
    )


def _listed(passage: Passage, years: Sequence[Row]) -> Row:
    """The count that a list of earlier years makes with the one that comes after them."""
    claim = years[0].claim
    start, end = claim.span.start, years[-1].claim.span.end
    number = Decimal(len(years) + 1)
    total = Interval(number, number)
    return replace(years[0], claim=stretch(claim, passage.text, start, end, total, "count"), kind="count")
