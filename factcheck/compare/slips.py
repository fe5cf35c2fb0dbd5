"""The likely slip of the pen behind a difference: named for the editor, never used to silence it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from factcheck.model import Claim, Interval, Period

UNITS = (  # pairs that are exchanged: (base of the first) = factor × (base of the second)
    ("km/miles", Decimal("1.609344")),
    ("kg/lb", Decimal("0.45359237")),
    ("m/ft", Decimal("0.3048")),
    ("cm/in", Decimal("2.54")),
    ("litre/gallon", Decimal("3.785411784")),
)
TIMES = {
    Decimal(10) ** 9: "billion for one",
    Decimal(10) ** 6: "million for one, or left out",
    Decimal(1000): "thousand, million or billion exchanged",
}


def slip(a: Claim, b: Claim) -> str | None:
    """What may have gone wrong between two claims that should agree, or None."""
    if isinstance(a.value, Period) and isinstance(b.value, Period):
        return _calendar(a.value, b.value)
    if isinstance(a.canonical, Interval) and isinstance(b.canonical, Interval):
        return _number(a, b, a.canonical.figure, b.canonical.figure)
    return None


def _number(a: Claim, b: Claim, first: Decimal, second: Decimal) -> str | None:
    small, large = sorted((abs(first), abs(second)))
    if not small or small == large:
        return None
    ratio = large / small
    for times, words in TIMES.items():
        if ratio == times:
            return f"factor {times:,}: {words}"
    if ratio in (Decimal(10), Decimal(100)):
        return f"decimal point moved (factor {ratio})"
    if _units(a) == _units(b) and _swapped(str(_written(a)), str(_written(b))):
        return "two digits swapped"
    if a.kind == "quantity":
        for name, factor in UNITS:
            if abs(ratio / factor - 1) < Decimal("0.005"):
                return f"units exchanged ({name})"
    if {a.kind, b.kind} == {"percent"} and _units(a) != _units(b):
        return "percent and percentage points exchanged"
    return None


def _written(claim: Claim) -> Decimal | None:
    return claim.value.figure.normalize() if isinstance(claim.value, Interval) else None


def _units(claim: Claim) -> str | None:
    return claim.value.unit if isinstance(claim.value, Interval) else None


def _swapped(a: str, b: str) -> bool:
    """Whether two numbers differ by an exchange of neighbouring digits."""
    if len(a) != len(b) or "E" in a + b:
        return False
    differ = [i for i in range(len(a)) if a[i] != b[i]]
    return (
        len(differ) == 2
        and differ[1] == differ[0] + 1
        and a[differ[0]] == b[differ[1]]
        and a[differ[1]] == b[differ[0]]
    )


def _calendar(a: Period, b: Period) -> str | None:
    if not (a.low and b.low and a.granularity == b.granularity == "day"):
        return (
            "off by one year"
            if a.low
            and b.low
            and a.granularity == b.granularity == "year"
            and abs(int(a.low[:4]) - int(b.low[:4])) == 1
            else None
        )
    try:
        first, second = date.fromisoformat(a.low[:10]), date.fromisoformat(b.low[:10])
    except ValueError:
        return None
    if first.year == second.year and (first.month, first.day) == (second.day, second.month):
        return "day and month exchanged"
    if abs(first.year - second.year) == 1 and (first.month, first.day) == (second.month, second.day):
        return "off by one year"
    return None
