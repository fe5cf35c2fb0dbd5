"""Units as people write them: "km/h", "acres", "m²"; counted nouns and currencies as they are."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from factcheck.data import load

POWERS = {"square ": "²", "cubic ": "³"}
PER = " / "


@cache
def shown(unit: str | None) -> str:
    """The unit behind a number, "" for none."""
    if not unit:
        return ""
    words = load("shown").get(unit)
    if words:
        return str(words)
    if PER in unit:
        above, _, below = unit.partition(PER)
        return f"{shown(above)}/{_one(below)}"
    for kind, sign in POWERS.items():
        if unit.startswith(kind) and _symbol(unit.removeprefix(kind)):
            return _symbol(unit.removeprefix(kind)) + sign
    return _symbol(unit) or unit.replace("_", " ")


def convert(value: Decimal, unit: str, to: str) -> Decimal:
    """A value in another unit; ValueError where the two are not of one dimension."""
    from factcheck.units import Units

    return Units.default().convert(value, unit, to)


def _one(unit: str) -> str:
    """A unit that something is measured by: "h", "day"."""
    return _symbol(unit) or shown(unit).removesuffix("s")


@cache
def _symbol(unit: str) -> str:
    """The first symbol of a unit, with its prefix; "" where there is none."""
    data = load("units")
    units = data["units"]
    for prefix, (letter, _) in data["prefixes"].items():
        base = units.get(unit.removeprefix(prefix)) if unit.startswith(prefix) else None
        if base and prefix in base.get("prefixes", ()) and base.get("symbols"):
            return f"{letter}{base['symbols'][0]}"
    symbols = units.get(unit, {}).get("symbols")
    return str(symbols[0]) if symbols else ""
