"""Changes: "rose 20 percent, from 50 to 60", "doubled from 12 to 24", "to $60m from $50m, up 20%"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import pairwise

from factcheck.claims.row import Row
from factcheck.compare.gates import Pair
from factcheck.compare.inside._text import Passage, Text, Words, exact, pair, stretch
from factcheck.data import load
from factcheck.model import Interval

MEASURED = frozenset(("count", "money", "quantity", "percent"))
REACH = 8  # words between a change and the values that it is the change of
MARKS = frozenset((",", "(", ")", "—", "–", "-"))
HEDGES = frozenset(("nearly", "almost", "roughly", "about"))


@cache
def _links() -> frozenset[str]:
    return frozenset(load("inside")["change_links"]) | MARKS


@cache
def _multiples() -> dict[str, Decimal]:
    return {word: Decimal(times) for word, times in load("inside")["multiples"].items()}


def find(text: Text) -> Iterator[Pair]:
    """A change in percent or times and, beside it, the value before and the value after."""
    for passage in text.passages:
        if len(passage.rows) < 2 and not _ranged(passage.rows):
            continue
        for before, after, first, last in _steps(passage):
            change = _beside(passage, before, after, first, last)
            if change is not None:
                yield pair(
                    "change",
                    change,
                    (before, after),
                    "the text gives a change and the values before and after it",
                )


def _ranged(rows: Sequence[Row]) -> bool:
    return any(isinstance(row.claim.value, Interval) and row.claim.value.bound == "between" for row in rows)


def _steps(passage: Passage) -> Iterator[tuple[Row, Row, int, int]]:
    """(value before, value after, first and last offset): "from 50 to 60", "to 60 from 50"."""
    values = [row for row in passage.rows if row.kind in MEASURED]
    for row in values:
        ends = _ends(passage, row)
        if ends is not None:
            yield *ends, row.claim.span.start, row.claim.span.end
    values = [row for row in values if not row.claim.scope.get("change")]
    for left, right in pairwise(values):
        if not (exact(left) and exact(right)) or left.kind != right.kind or left.dimension != right.dimension:
            continue
        gap = passage.between(left, right)
        if not gap or len(gap) > REACH or {"and", "but", ",", ";"} & set(gap):
            continue
        order = passage.before(left)[-1:], gap[-1:]
        if order == (("from",), ("to",)):
            yield left, right, left.claim.span.start, right.claim.span.end
        elif order == (("to",), ("from",)):
            yield right, left, left.claim.span.start, right.claim.span.end


def _ends(passage: Passage, row: Row) -> tuple[Row, Row] | None:
    """The two values of "from 50 to 60", which the reader of numbers takes for one stretch."""
    value, span = row.claim.value, row.claim.span
    if (
        not isinstance(value, Interval)
        or value.bound != "between"
        or value.approximate
        or value.low is None
        or value.high is None
    ):
        return None
    words = row.claim.text.lower()
    cut = row.claim.text.find(" to ")
    if not words.startswith("from ") or cut < 0:
        return None
    falls = (
        any(other.claim.scope.get("change") == "down" for other in passage.rows) or "halved" in passage.words
    )
    first, last = (value.high, value.low) if falls else (value.low, value.high)
    one = _end(row, passage.text, span.start + 5, span.start + cut, first)
    two = _end(row, passage.text, span.start + cut + 4, span.end, last)
    return one, two


def _end(row: Row, text: str, start: int, end: int, figure: Decimal) -> Row:
    assert isinstance(row.claim.value, Interval)
    value = replace(row.claim.value, low=figure, high=figure, bound="exact")
    return replace(row, claim=stretch(row.claim, text, start, end, value, row.kind))


def _beside(passage: Passage, before: Row, after: Row, first: int, last: int) -> Row | None:
    """The one change that stands beside the two values with nothing but linking words between."""
    found = [
        row
        for row in passage.rows
        if _is_change(passage, row, last)
        and _joined(passage, row.claim.span.start, row.claim.span.end, first, last)
    ]
    found += [
        row
        for row in _times(passage, before)
        if _joined(passage, row.claim.span.start, row.claim.span.end, first, last)
    ]
    return found[0] if len(found) == 1 else None


def _is_change(passage: Passage, row: Row, last: int) -> bool:
    """ "up 20 percent", "a 20 percent rise"; "from 50 to 60, or 20 percent," """
    if row.kind != "percent":
        return False
    after = passage.after(row)[:1]
    return bool(row.claim.scope.get("change")) or (
        passage.slice(last, row.claim.span.start) == (",", "or") and (not after or after[0] in (",", "."))
    )


def _joined(passage: Passage, start: int, end: int, first: int, last: int) -> bool:
    gap: Words = passage.slice(end, first) if end <= first else passage.slice(last, start)
    return (
        len(gap) <= REACH
        and all(word in _links() or word.isdecimal() for word in gap)
        and not (start < last and first < end)
    )


def _times(passage: Passage, before: Row) -> Iterator[Row]:
    """ "doubled", "tripled" as the changes that they are."""
    tokens = passage.tokens
    for at, word in enumerate(tokens.lower):
        times = _multiples().get(word)
        if times is None:
            continue
        over = tokens.lower[max(0, at - 2) : at] == ["more", "than"]
        about = at > 0 and tokens.lower[at - 1] in HEDGES
        value = Interval(times, times, "ratio", approximate=about, low_open=over)
        claim = stretch(before.claim, passage.text, tokens.starts[at], tokens.ends[at], value, "percent")
        yield replace(before, claim=replace(claim, scope={}, flags=()), kind="percent", dimension="percent")
