"""Anniversaries: "founded in 1950, it marks its 60th anniversary in 2010"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from factcheck.claims.row import Row
from factcheck.compare.gates import Pair
from factcheck.compare.inside._text import Passage, Text, exact, pair
from factcheck.data import load
from factcheck.model import Period

PRONOUNS = frozenset(("it", "they", "he", "she"))
BEGINNINGS = frozenset(("founded", "opened", "born", "built"))


@cache
def _jubilees() -> frozenset[str]:
    return frozenset(load("inside")["jubilees"])


def find(text: Text) -> Iterator[Pair]:
    """An anniversary with its year, and the year in which it all began, in one sentence or neighbours."""
    for row in text.rows:
        if row.kind != "ordinal" or row.head not in _jubilees() or not exact(row):
            continue
        passage = text.by_sentence[row.sentence]
        begun = [
            other
            for other in text.near(passage, 1, 1)
            if other.attribute in BEGINNINGS and _year(other) and _one(row, other)
        ]
        begun = [other for other in begun if other.sentence == row.sentence] or begun
        then = _then(text, passage, begun)
        if len(begun) == 1 and then is not None:
            yield pair(
                "anniversary",
                row,
                (replace(begun[0], days=((then, then),)),),
                "the text gives an anniversary and the year it counts from",
            )


def _one(row: Row, other: Row) -> bool:
    """Whether both may be about one thing."""
    if row.sentence == other.sentence or (row.subject and row.subject == other.subject):
        return True
    return bool(PRONOUNS & {row.subject_head, other.subject_head})


def _then(text: Text, passage: Passage, begun: list[Row]) -> str | None:
    """The year of the anniversary: the other one in its sentence, else that of publication."""
    years = {_year(row) for row in passage.rows if row.kind == "date" and row not in begun}
    if len(years) > 1 or "" in years:
        return None
    return next(iter(years), text.published[:4]) or None


def _year(row: Row) -> str:
    value = row.claim.value
    if (
        row.kind != "date"
        or not isinstance(value, Period)
        or value.bound != "exact"
        or value.approximate
        or value.unresolved
    ):
        return ""
    low, high = value.low or "", value.high or ""
    return low[:4] if low[:4] == high[:4] else ""
