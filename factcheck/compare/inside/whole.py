"""The shares of one whole in one sentence: "45% for it, 40% against and 15% undecided"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from factcheck.claims.row import Row
from factcheck.compare.inside._parts import words
from factcheck.compare.inside._text import Passage, Text, pair, stretch
from factcheck.compare.pair import Pair
from factcheck.model import Interval

FEWEST = 3  # shares; of two the second is often of another question
APART = 12  # words between two shares of one list
LIST = frozenset((",", "and", ";", "while", "with"))


def find(text: Text) -> Iterator[Pair]:
    """Three and more shares in a row of a question that has one answer a person, or of what a thing is
    made of; those that end with the rest make the whole."""
    for passage in text.passages:
        if "percent" not in passage.kinds or len(passage.rows) + 1 < FEWEST:
            continue
        said = set(passage.words)
        if not (words("answers") | words("made_of") | words("rest")) & said:
            continue
        shares = _list(passage)
        if len(shares) >= FEWEST:
            rest = passage.before(shares[-1])[-1:]
            full = bool(rest) and rest[0] in words("rest") and "the" in passage.before(shares[-1])[-3:]
            shares[-1] = replace(shares[-1], part=full)  # the verb asks for exactly a hundred then
            yield pair("whole", shares[-1], shares[:-1], "the text gives the shares of one whole")


def _list(passage: Passage) -> list[Row]:
    """All numbers of the sentence when they are shares that follow each other closely, else none."""
    rows = [row for row in passage.rows if row.kind not in ("date", "duration")]
    if not all(_is_share(passage, row) for row in rows):
        return []
    rows = sorted([*rows, *_bare(passage, rows)], key=lambda row: row.claim.span)
    gaps = [passage.between(a, b) for a, b in pairwise(rows)]
    if len({row.attribute for row in rows if row.attribute and row.named}) > 1:
        return []  # "two thirds of the SUPPLY", "22 % FULL"
    close = all(0 < len(gap) <= APART and LIST & set(gap) and not words("apart") & set(gap) for gap in gaps)
    return rows if close else []


def _is_share(passage: Passage, row: Row) -> bool:
    value = row.claim.value
    if row.kind != "percent" or not isinstance(value, Interval) or value.low != value.high:
        return False
    of = passage.before(row)[-2:] == ("up", "of")  # "made up of 70 percent copper" is no rise
    plain = (value.bound == "exact" and not row.claim.scope.get("change")) or (value.bound == "up" and of)
    return plain and not value.approximate and not row.claim.scope.keys() - {"of", "change"}


def _bare(passage: Passage, rows: list[Row]) -> Iterator[Row]:
    """ "half" without a noun, which by itself is no claim."""
    tokens = passage.tokens
    for at, word in enumerate(tokens.lower):
        start, end = tokens.starts[at], tokens.ends[at]
        if (
            word != "half"
            or not rows
            or any(row.claim.span.start <= start < row.claim.span.end for row in rows)
        ):
            continue
        half = Interval(Decimal("0.5"), Decimal("0.5"), "ratio")
        yield replace(rows[0], claim=stretch(rows[0].claim, passage.text, start, end, half, "percent"))
