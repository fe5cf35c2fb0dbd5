"""The shares of one whole in one sentence: "45% for it, 40% against and 15% undecided"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from factcheck.claims.row import Row
from factcheck.compare.gates import Pair
from factcheck.compare.inside._text import Passage, Text, exact, pair
from factcheck.data import load

FEWEST = 3  # shares; of two the second is often of another question
APART = 12  # words between two shares of one list


@cache
def _answers() -> frozenset[str]:
    return frozenset(load("inside")["answers"])


def find(text: Text) -> Iterator[Pair]:
    """Three and more shares in a row of a question that has one answer a person."""
    for passage in text.passages:
        if len(passage.rows) >= FEWEST and "percent" in passage.kinds and _answers() & set(passage.words):
            shares = _list(passage)
            if len(shares) >= FEWEST:
                yield pair("whole", shares[-1], shares[:-1], "the text gives the shares of one whole")


def _list(passage: Passage) -> list[Row]:
    """All numbers of the sentence when they are shares that follow each other closely, else none."""
    rows = [row for row in passage.rows if row.kind != "date"]
    if not all(row.kind == "percent" and exact(row) and row.claim.scope.keys() <= {"of"} for row in rows):
        return []
    gaps = [passage.between(a, b) for a, b in pairwise(rows)]
    close = all(0 < len(gap) <= APART and {",", "and", ";", "while"} & set(gap) for gap in gaps)
    return rows if close else []
