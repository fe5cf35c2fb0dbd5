"""Dual units: "2,500 km (1,500 miles)" says one thing twice. One figure must be a rounding of the other."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from functools import cache

from factcheck.claims.row import Row
from factcheck.data import load
from factcheck.model import Interval, Verdict
from factcheck.rulebook import Rule
from factcheck.units import COUNT, Units

FINEST = 3  # digits behind the first one that a conversion is worked out to
FIVES = 100  # figures below it may be rounded to fives: "25 km (15 miles)"


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when converting one figure and rounding it as the other is rounded gives the other."""
    first, second = a.claim.value, b.claim.value
    if not (isinstance(first, Interval) and isinstance(second, Interval) and first.unit and second.unit):
        return Verdict("not_comparable", "different-kind")
    units = Units.default()
    dimension = units.dimension(first.unit)
    if dimension != units.dimension(second.unit) or dimension == COUNT:  # the latter for a user's own units
        return Verdict("not_comparable", "different-unit")
    steps = bool(a.claim.scope.get("change")) or bool(a.words & _differences())
    ways = (False, True) if steps else (False,)
    if any(_fits(first, second, rule, step) for step in ways):
        return Verdict("agree", "conversion")
    return Verdict("conflict", "wrong-conversion", _told(first, second))


@cache
def _differences() -> frozenset[str]:
    return frozenset(load("inside")["differences"])


def _fits(first: Interval, second: Interval, rule: Rule, step: bool) -> bool:
    """Whether both ends fit; `step`: as a difference, which has no zero point ("2 °C warmer")."""
    for one, other in ((first.low, second.low), (first.high, second.high)):
        if one is None or other is None:
            continue
        there = _convert(one, first.unit, second.unit, step)
        back = _convert(other, second.unit, first.unit, step)
        if not (_rounds_to(there, other, rule) or _rounds_to(back, one, rule)):
            return False
    return True


def _convert(value: Decimal, unit: str | None, to: str | None, step: bool) -> Decimal:
    assert unit is not None
    assert to is not None
    units = Units.default()
    zero = units.convert(Decimal(0), unit, to) if step else Decimal(0)
    return units.convert(value, unit, to) - zero


def _rounds_to(exact: Decimal, written: Decimal, rule: Rule) -> bool:
    """Whether `exact`, rounded like `written`, is `written`."""
    if abs(exact - written) <= abs(written) * rule.agree_within:
        return True
    last = int(written.normalize().as_tuple().exponent)
    steps = [Decimal(1).scaleb(max(last, written.adjusted() - FINEST) if written else last)]
    if last == 0 and abs(written) < FIVES and written % 5 == 0:
        steps.append(Decimal(5))
    return any(
        (exact / step).to_integral_value(mode) * step == written
        for step in steps
        for mode in (ROUND_HALF_UP, ROUND_HALF_EVEN)
    )


def _told(first: Interval, second: Interval) -> str:
    """The first figure in the unit of the second, to four digits."""
    value = _convert(first.figure, first.unit, second.unit, step=False)
    place = value.adjusted() - FINEST
    rounded = round(value, -place) if place < 0 else value.quantize(Decimal(1).scaleb(place))
    return f"{rounded.normalize():,f} {second.unit}"
