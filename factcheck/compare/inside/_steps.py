"""Two values of one thing, the earlier and the later: "from 50 to 60", "60, compared with 50 a year ago"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from factcheck.claims.row import Row
from factcheck.compare.inside._parts import noun, phrases
from factcheck.compare.inside._text import Passage, Text, exact, stretch
from factcheck.model import Interval, Period

MEASURED = frozenset(("count", "money", "quantity", "percent"))
REACH = 8  # words between the two values
FARTHEST = 20  # times; a figure so much larger is of something else
FORTH, BACK, OPEN = 1, 2, 3  # "from 50 to 60", "to 60 from 50", "60, up 20 percent from 50"


class Step(NamedTuple):
    """The value before and after, and the stretch from the first to the last of them; `open` when a
    change may stand between the two ("60, up 20 percent from 50")."""

    before: Row
    after: Row
    start: int
    end: int
    open: bool = False


def steps(passage: Passage) -> Iterator[Step]:
    """All such pairs of one sentence."""
    values = [row for row in passage.rows if row.kind in MEASURED]
    for row in values:
        ends = _ends(passage, row)
        if ends is not None:
            yield Step(*ends, row.claim.span.start, row.claim.span.end)
    values = [row for row in values if not row.claim.scope.get("change") and exact(row)]
    for left, right in pairwise(values):
        if left.kind != right.kind or left.dimension != right.dimension or left.restated:
            continue
        start, end = left.claim.span.start, right.claim.span.end
        order = _order(passage, left, right)
        if order:
            before, after = (left, right) if order == FORTH else (right, left)
            yield Step(before, after, start, end, order == OPEN)


def _order(passage: Passage, left: Row, right: Row) -> int:
    """How two values beside each other stand in time; 0 where nothing says it."""
    gap = passage.between(left, right)
    if not gap:
        return 0
    tail = gap[-1]
    change = [
        row
        for row in passage.rows
        if row.claim.scope.get("change")
        and left.claim.span.end <= row.claim.span.start
        and row.claim.span.end <= right.claim.span.start
    ]
    if change:  # "60, up 20 percent from 50"
        ahead = passage.slice(left.claim.span.end, change[0].claim.span.start)
        behind = passage.slice(change[-1].claim.span.end, right.claim.span.start)
        near = len(ahead) <= REACH and not {"and", "but", ";"} & set(ahead)
        return OPEN if len(change) == 1 and near and behind in phrases("from") else 0
    if len(gap) > REACH or {"and", "but", ";"} & set(gap):
        return 0
    lead = passage.before(left)[-1:]
    if lead == ("from",) and tail == "to":
        return FORTH
    if lead == ("to",) and tail == "from":
        return BACK
    if any(gap[-len(phrase) :] == phrase for phrase in phrases("compared")):
        return BACK
    return 0


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
    said = row.claim.text.lower()
    cut = row.claim.text.find(" to ")
    if not said.startswith("from ") or cut < 0:
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


# ------------------------------------------------------------ in two sentences


def later(text: Text, passage: Passage) -> Step | None:
    """ "It had 320 pupils in 2015. By 2020 there were 480": the value before in the sentence before, each
    with a year."""
    earlier = text.by_sentence.get(passage.sentence - 1)
    if earlier is None:
        return None
    first = _only(_values(earlier))
    second = _only([row for row in _values(passage) if first is not None and _alike(first, row)])
    if first is None or second is None:
        return None
    one, two = _year(earlier), _year(passage)
    if one and two and one < two and any(row.claim.scope.get("change") for row in passage.rows):
        return Step(first, second, second.claim.span.start, second.claim.span.end)
    return None


def _values(passage: Passage) -> list[Row]:
    return [row for row in passage.rows if row.kind in MEASURED and not row.claim.scope.get("change")]


def _only(rows: list[Row]) -> Row | None:
    return rows[0] if len(rows) == 1 and exact(rows[0]) else None


def _alike(first: Row, second: Row) -> bool:
    """Whether the second value may be of the thing that the first one counts."""
    if first.kind != second.kind or first.dimension != second.dimension or not exact(second):
        return False
    if noun(second) not in ("", noun(first)):
        return False
    one, two = _figure(first), _figure(second)
    return bool(one and two) and max(one, two) <= FARTHEST * min(one, two)


def _figure(row: Row) -> Decimal:
    assert isinstance(row.claim.value, Interval)
    return row.claim.value.figure


def _year(passage: Passage) -> str:
    """The one year that a sentence names, "" where it names none or several."""
    found = {
        (row.claim.value.low or row.claim.value.high or "")[:4]
        for row in passage.rows
        if row.kind == "date" and isinstance(row.claim.value, Period) and not row.claim.value.unresolved
    }
    return found.pop() if len(found) == 1 else ""
