"""Tolls that make each other up: 140 in one text are the 83 of the other one and 57 of a second place.

Outlets draw the line around an event differently: one tells of a day's violence, the other of its worst
attack, one counts both sides, the other its own. A toll that is the sum of the other one and of a third
that either text gives is no contradiction, nor are two that make up a third. Those counted within a toll
("three of them children") add nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from factcheck.claims.row import Row
from factcheck.compare.pair import Pair
from factcheck.model import Interval

LEAST = 3  # one or two make up the difference of many tolls by chance
WITHIN = frozenset(("children", "women", "medics", "journalists", "families"))  # told of a toll as some of it
ROUND = 10  # "more than 600" is, "at least 73" is not
HEDGED = Decimal("1.05")  # how far above "more than 600" a sum may be


class Totals:
    """The tolls of each text, by what befell those counted."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._tolls: dict[tuple[int, str], list[Row]] = defaultdict(list)
        for row in rows:
            told = isinstance(row.claim.value, Interval) and not (row.stale or row.vague)
            if told and row.family == "casualty":
                self._tolls[row.document, row.attribute].append(row)

    def made_up(self, pair: Pair) -> str | None:
        """Which toll makes the smaller one of a pair the larger one, or is made up by both; None for none."""
        a, b = pair.a, pair.b
        if a.family != "casualty" or a.attribute != b.attribute or a.document == b.document:
            return None
        if not (isinstance(a.claim.value, Interval) and isinstance(b.claim.value, Interval)):
            return None
        less, more = sorted((a, b), key=_figure)
        for row in (*self._tolls[a.document, a.attribute], *self._tolls[b.document, b.attribute]):
            if row is less or row is more or row.part or _figure(row) < LEAST or row.group in WITHIN:
                continue
            where = f"{row.claim.text} in {row.claim.span.document}"
            if _makes(_figure(less) + _figure(row), more):
                return f"{where} make up the difference"
            if _makes(_figure(less) + _figure(more), row):
                return f"together they are {where}"
        return None


def _makes(total: Decimal, row: Row) -> bool:
    value = row.claim.value
    assert isinstance(value, Interval)
    if value.bound == "at_least" and not value.figure % ROUND:
        return value.figure <= total <= value.figure * HEDGED
    return total == value.figure


def _figure(row: Row) -> Decimal:
    value = row.claim.value
    assert isinstance(value, Interval)
    return value.figure
