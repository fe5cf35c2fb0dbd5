"""Dual units: "2,500 km (1,500 miles)", "995 miles, or 1,600 km"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from factcheck.claims.row import Row
from factcheck.compare.inside._text import Passage, Text, pair
from factcheck.compare.pair import Pair
from factcheck.model import Claim, Interval

BRACKETS = {"(": (")", ";", ",", "/"), "[": ("]", ";", ",", "/")}
LINKS = frozenset(((",", "or"), ("–", "or"), ("—", "or"), ("or",), ("/",), (";",)))
FARTHEST = Decimal(3)  # times; what differs by more and stands behind ", or" is another value …
NEAREST = Decimal("1.25")  # … and behind "or" without a comma it is a choice


def find(text: Text) -> Iterator[Pair]:
    """A value and each bracket or "or" behind it that is nothing but the value in another unit."""
    for passage in text.passages:
        for row in passage.rows:
            for claim in row.restated if row.kind == "quantity" else ():
                other = replace(row, claim=claim, restated=())
                if _restates(passage, row, other):
                    yield pair("dual", row, (other,), "the text gives one value in two units")


def _restates(passage: Passage, row: Row, other: Row) -> bool:
    earlier = [claim for claim in row.restated if claim.span.end <= other.claim.span.start]
    start = earlier[-1].span.end if earlier else row.claim.span.end
    words = passage.slice(start, other.claim.span.start)
    if len(words) == 1 and words[0] in BRACKETS:
        after = passage.after(other)
        return bool(after) and after[0] in BRACKETS[words[0]]
    return words in LINKS and _near(row.claim, other.claim, NEAREST if words == ("or",) else FARTHEST)


def _near(a: Claim, b: Claim, times: Decimal) -> bool:
    if not (isinstance(a.canonical, Interval) and isinstance(b.canonical, Interval)):
        return False
    small, large = sorted((abs(a.canonical.figure), abs(b.canonical.figure)))
    return large <= times * small
