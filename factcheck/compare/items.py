"""Sums and measures of one item: "640 euros a night" in one text, "from €460" in the other.

What a sum is paid for goes without saying where everybody knows it, so that figures which a story ties are
compared without it when only one text says it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache

from factcheck.claims.row import Row
from factcheck.data import load
from factcheck.model import Interval, Value
from factcheck.text.words import REMEMBERED
from factcheck.units import PER

SCOPE = "per"


@lru_cache(REMEMBERED)
def without_item(dimension: str) -> str:
    """A dimension without the things it is per: "currency:EUR / night"; "length / time" is one of its own."""
    over, _, under = dimension.partition(PER)
    return over if under and under not in _physical() else dimension


@cache
def _physical() -> frozenset[str]:
    return frozenset(load("units")["dimensions"])


def is_left_out(a: Row, b: Row) -> bool:
    """Whether only one of two figures says what it is per."""
    if a.dimension == b.dimension or (PER in a.dimension and PER in b.dimension):
        return False
    return without_item(a.dimension) == without_item(b.dimension)


def bare(row: Row) -> Row:
    """The figure without what it is per."""
    claim = row.claim
    scope = {key: said for key, said in claim.scope.items() if key != SCOPE}
    stripped = replace(
        claim, value=_bare(claim.value), canonical=_bare(claim.canonical or claim.value), scope=scope
    )
    return replace(row, claim=stripped, dimension=without_item(row.dimension))


def _bare(value: Value) -> Value:
    if isinstance(value, Interval) and value.unit and PER in value.unit:
        return replace(value, unit=value.unit.partition(PER)[0])
    return value
