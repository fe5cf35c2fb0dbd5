"""Values of one finding on one axis, drawn to scale: plain numbers for a template to draw.

Places on the axis are percentages of its width. Values are exact until here; a drawing needs no
more than a float.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.jsontypes import IntervalRecord, SideRecord
from factcheck.outputs._units import shown
from factcheck.web.words import compact, letter

LEFT, RIGHT = 3.0, 97.0  # percent: room for a mark at either end
WIDE = 1000.0  # values further apart than this ratio are drawn on a logarithmic axis
NEAR = 0.75  # an axis begins at 0 unless the smallest value is at least this share of the largest
TICKS = 5
WHOLE = ("count", "ordinal", "age")  # kinds whose values are counted one by one
RANKS = 20  # ordinals up to here stand on an axis of places
OFFSET = ("kelvin", "celsius")  # base units that others convert to by more than a factor


class Tick(NamedTuple):
    """A place on the axis and what is written there; `anchor` keeps the words inside the drawing."""

    x: float
    label: str
    anchor: str = "middle"


class Mark(NamedTuple):
    """One side's value: from `x` to `end`, or the point `x`; `slack` is what rounding would allow."""

    letter: str
    label: str
    x: float
    end: float
    open_low: bool = False
    open_high: bool = False
    approximate: bool = False
    slack: tuple[float, float] | None = None


class Axis(NamedTuple):
    """A drawing: its marks, one or two scales (unit and ticks), and the same in words."""

    title: str
    marks: tuple[Mark, ...]
    scales: tuple[tuple[str, tuple[Tick, ...]], ...]
    description: str
    note: str = ""


class Scale(NamedTuple):
    """From a value to its place on the axis."""

    low: float
    high: float
    logarithmic: bool = False

    def place(self, value: float) -> float:
        """The place in percent, inside the drawing."""
        low, high, value = (
            (math.log10(self.low), math.log10(self.high), math.log10(max(value, self.low)))
            if self.logarithmic
            else (self.low, self.high, value)
        )
        share = (value - low) / (high - low) if high > low else 0.5
        return round(LEFT + (RIGHT - LEFT) * min(1.0, max(0.0, share)), 2)


class _Number(NamedTuple):
    side: SideRecord
    letter: str
    value: IntervalRecord
    low: float | None
    high: float | None

    @property
    def ends(self) -> list[float]:
        return [end for end in (self.low, self.high) if end is not None]


def axis(sides: Sequence[SideRecord]) -> Axis | None:
    """The numbers of a finding on one axis, None when fewer than two can be drawn."""
    numbers = _of_one_unit([number for at, side in enumerate(sides) if (number := _number(side, letter(at)))])
    ends = [end for number in numbers for end in number.ends]
    if len(numbers) < 2 or not all(math.isfinite(end) for end in ends):
        return None
    kinds = {number.side["kind"] for number in numbers}
    ranks = kinds == {"ordinal"} and min(ends) >= 1 and max(ends) <= RANKS
    scale = Scale(0.5, max(ends) + 0.5) if ranks else fitted(ends)
    marks = tuple(_mark(number, scale) for number in numbers)
    said = "; ".join(f"{mark.letter}: {mark.label}" for mark in marks)
    scales = _scales(numbers, scale, whole=kinds <= set(WHOLE))
    return Axis("In order" if ranks else "On one scale", marks, scales, said, "" if ranks else _note(scale))


def _of_one_unit(numbers: list[_Number]) -> list[_Number]:
    """Those that can stand on one axis: of the unit that most sides have, counts of whatever noun."""
    units = ["" if number.side["kind"] in WHOLE else number.value["unit"] or "" for number in numbers]
    most = max(units, key=units.count, default="")
    return [number for number, unit in zip(numbers, units, strict=True) if unit == most]


def fitted(values: Sequence[float]) -> Scale:
    """A scale that shows all values: from 0 where that leaves them apart, logarithmic for very wide ones."""
    low, high = min(values), max(values)
    if low > 0 and high / low > WIDE:
        return Scale(low / 2 or low, high * 2, logarithmic=True)
    if 0 < high * NEAR <= low or low < 0 or high <= 0:
        room = (high - low) * 0.25 or abs(high) * 0.1 or 1.0
        return Scale(low - room, high + room)
    return Scale(0.0, high * 1.08)


def ticks(scale: Scale, factor: float = 1.0, whole: bool = False) -> tuple[Tick, ...]:
    """Round values of the scale, told in a unit that is `factor` of the scale's; `whole` ones if so."""
    low, high = scale.low / factor, scale.high / factor
    if scale.logarithmic:
        powers = range(math.ceil(math.log10(low)), math.floor(math.log10(high)) + 1)
        step = max(1, math.ceil(len(powers) / TICKS))
        values = [10.0**power for power in powers][::step]
    else:
        step_size = _round_step((high - low) / TICKS)
        step_size = max(1.0, step_size) if whole else step_size
        first = math.ceil(low / step_size - 1e-9)
        values = [number * step_size for number in range(first, math.floor(high / step_size + 1e-9) + 1)]
    return anchored((scale.place(value * factor), compact(value)) for value in values)


def anchored(places: object) -> tuple[Tick, ...]:
    """Ticks whose words stay inside the drawing at both ends."""
    return tuple(
        Tick(x, label, "start" if x < 12 else "end" if x > 88 else "middle")
        for x, label in places  # type: ignore[attr-defined]
    )


def _number(side: SideRecord, name: str) -> _Number | None:
    value = side["canonical"]
    if value is None or "digits" not in value:
        return None
    low, high = value["low"], value["high"]
    if low is None and high is None:
        return None
    return _Number(
        side, name, value, None if low is None else float(low), None if high is None else float(high)
    )


def _mark(number: _Number, scale: Scale) -> Mark:
    low, high = number.low, number.high
    start = scale.place(low if low is not None else scale.low)
    end = scale.place(high if high is not None else scale.high)
    return Mark(
        number.letter,
        _label(number),
        start,
        end,
        open_low=low is None,
        open_high=high is None,
        approximate=number.value["approximate"],
        slack=_slack(number, scale),
    )


def _slack(number: _Number, scale: Scale) -> tuple[float, float] | None:
    """What a single figure may stand for: half a unit of its last significant digit either way."""
    digits, figure = number.value["digits"], number.low
    stated = number.side["value"]
    kind = number.side["kind"]
    if kind == "ordinal" or (kind in WHOLE and "0" not in number.side["text"]):
        return None  # counted, not rounded
    if not digits or figure is None or figure != number.high or not figure or "digits" not in stated:
        return None
    written = abs(float(stated["low"] or 0))
    if not written:
        return None
    half = 0.5 * 10.0 ** (math.floor(math.log10(written)) - digits + 1) / written * abs(figure)
    low, high = scale.place(figure - half), scale.place(figure + half)
    return (low, high) if high - low > 0.4 else None


def _label(number: _Number) -> str:
    from factcheck.outputs._words import clean

    said = clean(number.side["text"])
    return said if len(said) <= 48 else said[:47] + "…"


def _scales(
    numbers: Sequence[_Number], scale: Scale, whole: bool
) -> tuple[tuple[str, tuple[Tick, ...]], ...]:
    """One scale per unit that was used, at most two; the base unit where none converts by a factor."""
    found: dict[str, float] = {}
    for number in numbers:
        factor = unit_factor(number.side)
        if factor is not None and (not whole or not found):
            found.setdefault(stated_unit(number.side), factor)
    if not found:
        base = None if whole else numbers[0].value["unit"]  # of counts it is a word to compare them by
        return ((shown(base), ticks(scale, whole=whole)),)
    return tuple((name, ticks(scale, factor, whole)) for name, factor in list(found.items())[:2])


def unit_factor(side: SideRecord) -> float | None:
    """How many base units a unit of the side's value makes; None where that cannot be told."""
    value, base = side["value"], side["canonical"]
    if base is None or "digits" not in value or "digits" not in base or not value["unit"]:
        return None
    if base["unit"] in OFFSET:
        return 1.0 if value["unit"] == base["unit"] else None
    for stated, common in ((value["low"], base["low"]), (value["high"], base["high"])):
        if stated is not None and common is not None and float(stated):
            return float(common) / float(stated)
    return None


def stated_unit(side: SideRecord) -> str:
    """The unit as people write it; of counts the noun of the text."""
    stated = side["value"]
    return shown(stated["unit"] if "digits" in stated else "")


def _note(scale: Scale) -> str:
    if scale.logarithmic:
        return "The axis is logarithmic: each step is ten times the one before."
    return "The axis does not begin at 0." if scale.low else ""


def _round_step(rough: float) -> float:
    if rough <= 0 or not math.isfinite(rough):
        return 1.0
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in (1.0, 2.0, 2.5, 5.0, 10.0) if step * power >= rough * 0.999)
