"""Durations: "from 1914 to 1918, four years", "the six-year war (1939–1945)"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.row import Row
from factcheck.compare.gates import Pair
from factcheck.compare.inside._text import Passage, Text, exact, pair
from factcheck.model import Period

MARKS = frozenset((",", "(", "–", "—", ":"))
LINKS = frozenset(("or", "a", "the", "for", "period", "of", "spanning", "lasting", "total"))
NOUN = 3  # words between a duration and the bracket with its years


def find(text: Text) -> Iterator[Pair]:
    """A duration and the two dates that it lies between."""
    for passage in text.passages:
        if not {"duration", "date"} <= passage.kinds:
            continue
        for left, right in zip(passage.rows, passage.rows[1:], strict=False):
            duration, dates = (left, right) if left.kind == "duration" else (right, left)
            if _lasts(duration) and _stretch(dates) and _beside(passage, left, right):
                yield pair("elapsed", duration, (dates,), "the text gives a duration and its two ends")


def _lasts(row: Row) -> bool:
    return row.kind == "duration" and exact(row) and not row.claim.scope.get("per") and not row.part


def _stretch(row: Row) -> bool:
    value = row.claim.value
    closed = isinstance(value, Period) and bool(
        value.low and value.high and not value.unresolved and not value.approximate
    )
    return (
        closed
        and isinstance(value, Period)
        and (value.bound == "between" or row.claim.text.lower().startswith("from"))
    )


def _beside(passage: Passage, left: Row, right: Row) -> bool:
    """Whether marks alone stand between, or the noun of a duration and an opening bracket."""
    gap = passage.between(left, right)
    if right.kind == "date" and gap[-1:] == ("(",) and len(gap) <= NOUN and gap[0].isalpha():
        return passage.after(right)[:1] == (")",)
    if not all(word in MARKS or word in LINKS for word in gap):
        return False
    if left.kind == "date":  # "from 1914 to 1918, four years": not "from 1914 to 1918, four years after …"
        after = passage.after(right)
        return bool(gap) and (not after or after[0] in (".", ",", ")", ";", "in"))
    before = passage.before(left)[-1:]
    return right.claim.text.lower().startswith("from") and before != ("a",)
