"""Do two numbers agree? Rounding, hedges and bounds, on exact decimals.

Two figures agree when one of them, taken as exact, lies within what the other may stand for: its
rounding (half a unit of the last digit written), its hedge and its bound. Only one side is ever
taken as rounded; else 2,500 km and 1,500 miles would meet half-way.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import NamedTuple

from factcheck.model import Interval, Value

RATIO = Decimal("2.5")  # points of a percentage: "eight in ten", "a third" are said of what is near
HEDGE = Decimal("0.05")  # "about 120" may stand for 114 to 126 …
HEDGE_ROUND = Decimal("0.1")  # … and "nearly 2" for 1.8
BOUND = Decimal("0.1")  # "more than 200" covers 213, not 260
ROUND_COUNT = 1000  # counts from here on may be rounded, smaller ones are counted out
FEWEST_DIGITS = 2  # "30 km" is not a rounded 32 km, though "30 miles" may be 48 km
FAR = Decimal("0.25")  # no rounding in two units bridges it: two kilometres are a mile
HALF = Decimal("0.5")
TONS = {"ton", "metric_ton"}  # papers that write "tons" mostly mean tonnes
MOST_DIGITS = 28  # as exact as a figure is taken that was counted out


class Extent(NamedTuple):
    """Closed below, open above unless `low == high`; None is infinity."""

    low: Decimal | None
    high: Decimal | None
    closed: bool = True

    def meets(self, other: Extent) -> bool:
        """Whether the two share a number."""
        low = max((x for x in (self.low, other.low) if x is not None), default=None)
        high = min((x for x in (self.high, other.high) if x is not None), default=None)
        if low is None or high is None or low < high:
            return True
        if low > high:
            return False
        return all(side.closed or side.high != high or side.high == side.low for side in (self, other))


def agree(
    a: Interval,
    b: Interval,
    canonical_a: Interval,
    canonical_b: Interval,
    *,
    counted: bool = False,
    bounds: str = "interval",
    within: Decimal = Decimal(0),
) -> bool:
    """Whether two values of one dimension can be the same fact.

    `a`, `b` as written, `canonical_a`, `canonical_b` in one unit. `counted`: things that are
    counted one by one. `bounds`: how "at least 48" is read, as "interval" (48 and anything above)
    or as "figure" (what was known by then). `within`: an extra relative tolerance.
    """
    if canonical_a.low == canonical_b.low and canonical_a.high == canonical_b.high:
        return True
    if {a.unit, b.unit} == TONS and a.figure == b.figure:
        return True
    same_unit = a.unit == b.unit
    one, two = _figure(a, canonical_a), _figure(b, canonical_b)
    if one is not None and two is not None:
        gap = one - two
        if abs(gap) > _far(a.digits, b.digits, within, same_unit) * max(abs(one), abs(two)):
            return False
        above = _slack(a, canonical_a, counted, within, same_unit)
        below = _slack(b, canonical_b, counted, within, same_unit)
        return -below <= gap < below or -above <= -gap < above
    stated_a, stated_b = _stated(canonical_a, bounds), _stated(canonical_b, bounds)
    return stated_a.meets(_extent(b, canonical_b, counted, bounds, within, same_unit)) or stated_b.meets(
        _extent(a, canonical_a, counted, bounds, within, same_unit)
    )


def _figure(value: Interval, canonical: Interval) -> Decimal | None:
    """The one figure of a value without hedge and bound."""
    if value.bound != "exact" or value.approximate or canonical.low != canonical.high:
        return None
    return canonical.low


def are_limits(a: Value, b: Value) -> bool:
    """Whether both say the most there may be: "up to 40" is no "up to 60", though 40 is within 60. "Less than
    half" says how little it is, and sets no limit."""
    return all(
        isinstance(each, Interval) and each.bound == "at_most" and not (each.low_open or each.high_open)
        for each in (a, b)
    )


def are_ranges(a: Value, b: Value) -> bool:
    """Whether two ranges in one unit begin or end alike, and only that: "0.5 to 10 bar", "0.5 to 8 bar"."""
    if not (isinstance(a, Interval) and isinstance(b, Interval)) or a.unit != b.unit:
        return False
    if not (a.bound == b.bound == "between") or a.approximate or b.approximate:
        return False
    return (a.low == b.low) != (a.high == b.high)


def rounds(a: Interval, b: Interval) -> bool:
    """Whether the figure with fewer digits (`FEWEST_DIGITS` at least) is the other one, rounded to them."""
    if a.digits is None or b.digits is None or a.digits == b.digits:
        return False
    short, long = (a, b) if a.digits < b.digits else (b, a)
    if not short.figure or short.digits < FEWEST_DIGITS:  # type: ignore[operator]
        return False
    step = Decimal(1).scaleb(short.figure.adjusted() - short.digits + 1)  # type: ignore[operator]
    return long.figure.quantize(step, rounding=ROUND_HALF_UP) == short.figure


def reach(
    figure: Decimal, digits: tuple[int | None, int | None], within: Decimal, same_unit: bool
) -> tuple[Decimal, Decimal]:
    """The ends beyond which no exact value agrees with this one, a positive one without hedge as well;
    `digits` of the two."""
    far = 1 - _far(*digits, within, same_unit)
    return figure * far, figure / far


@cache
def _far(digits_a: int | None, digits_b: int | None, within: Decimal, same_unit: bool) -> Decimal:
    """The share of the greater of two figures that no rounding to so many digits bridges: half a unit of
    the last digit is at most this share of the rounded figure itself."""
    if not same_unit:
        return FAR
    fewest = min(
        max(digits, FEWEST_DIGITS) for digits in (digits_a, digits_b, MOST_DIGITS) if digits is not None
    )
    return min(FAR, HALF.scaleb(1 - fewest) + within)


def _stated(value: Interval, bounds: str) -> Extent:
    """What was written, without rounding and hedge."""
    if bounds == "figure" and value.bound in ("at_least", "at_most"):
        return Extent(value.figure, value.figure)
    return Extent(value.low, value.high)


def _extent(
    value: Interval, canonical: Interval, counted: bool, bounds: str, within: Decimal, same_unit: bool
) -> Extent:
    """All that the value may stand for, in the canonical unit."""
    low, high = canonical.low, canonical.high
    if bounds == "figure" and value.bound in ("at_least", "at_most"):
        low = high = canonical.figure
    slack = _slack(value, canonical, counted, within, same_unit)
    if value.approximate or value.bound == "approx":
        slack = max(slack, abs(canonical.figure) * (HEDGE_ROUND if value.digits == 1 else HEDGE))
    below = above = slack
    if bounds == "figure":
        if value.bound == "at_least":
            above += _reach(value, canonical)
        if value.bound == "at_most":
            below += _reach(value, canonical)
    return Extent(
        None if low is None else low - below,
        None if high is None else high + above,
        closed=value.bound in ("at_least", "at_most", "approx") or not slack,
    )


def _reach(value: Interval, canonical: Interval) -> Decimal:
    """How far beyond its figure a bound may lie: "more than 200" covers 213; "at least 112" was counted
    out, and covers no other number."""
    figure = value.figure
    if not figure:
        return Decimal(0)
    place = Decimal(1).scaleb(figure.adjusted() - (value.digits or FEWEST_DIGITS) + 1)
    return min(abs(canonical.figure) * BOUND, max(place - 1, Decimal(0)) * _factor(figure, canonical.figure))


def _slack(value: Interval, canonical: Interval, counted: bool, within: Decimal, same_unit: bool) -> Decimal:
    """Half a unit of the last digit written, in the canonical unit, and the tolerance `within`."""
    figure = value.figure
    tolerance = abs(canonical.figure) * within
    if value.unit == "ratio" and not same_unit:
        return max(tolerance, RATIO)
    if value.digits is None or not figure or (counted and abs(figure) < ROUND_COUNT):
        return tolerance
    digits = max(value.digits, FEWEST_DIGITS) if same_unit else value.digits
    half = HALF.scaleb(figure.adjusted() - digits + 1)
    if counted and half < 1:
        return tolerance
    return half * _factor(figure, canonical.figure) + tolerance


def _factor(figure: Decimal, canonical: Decimal) -> Decimal:
    return abs(canonical / figure) if canonical else Decimal(1)
