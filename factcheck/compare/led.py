"""What has changed "from 12 to 15" is 15 now; the old figure is one that the text itself reconciles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.claims.led import HIGH
from factcheck.claims.row import Row
from factcheck.model import Bound, Claim, Interval, Value

CHANGE = "change"  # of a scope: the range tells how much something changed, either end a level


def as_of_now(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows, those that lead from one figure to another with the new one, and the old one as another
    way of giving it."""
    return [_led(row) if row.led else row for row in rows] if any(row.led for row in rows) else rows


def _led(row: Row) -> Row:
    new = row.led == HIGH
    restated = (*row.restated, _of_end(row.claim, high=not new))
    return replace(row, claim=_of_end(row.claim, high=new), restated=restated)


def _of_end(claim: Claim, *, high: bool) -> Claim:
    canonical = None if claim.canonical is None else _end(claim.canonical, high=high)
    scope = {key: said for key, said in claim.scope.items() if key != CHANGE}
    return replace(claim, value=_end(claim.value, high=high), canonical=canonical, scope=scope)


def _end(value: Value, *, high: bool) -> Value:
    if not isinstance(value, Interval):
        return value
    figure = value.high if high else value.low
    bound: Bound = "approx" if value.approximate else "exact"
    return replace(value, low=figure, high=figure, bound=bound, low_open=False, high_open=False)
