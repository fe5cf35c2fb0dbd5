"""The likely slip of the pen behind a difference: named for the editor, never used to silence it.

Every slip is exact but for rounding: 3.2 million and 3.2 billion, 840 and 480, 3 May and 5 March. What
merely is as far apart gets no name.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

from factcheck.model import Claim, Interval, Period
from factcheck.text.words import REMEMBERED

# Pairs that are exchanged: a figure was converted and its unit was not.
UNITS = (
    ("km/miles", Decimal("1.609344")),
    ("kg/lb", 1 / Decimal("0.45359237")),
    ("m/ft", 1 / Decimal("0.3048")),
    ("cm/in", Decimal("2.54")),
    ("litre/gallon", Decimal("3.785411784")),
    ("hectare/acre", 1 / Decimal("0.40468564224")),
)
CONVERTED = ("length", "mass", "volume", "area", "speed")  # dimensions of those units
TYPED = 2  # digits of figures that a slip makes alike
FEWEST_DIGITS = 3  # of a converted figure; by chance two shorter ones soon have any ratio
ROUNDED = Decimal("0.02")  # more than rounding to so many digits changes a figure
TIMES = {
    Decimal(10) ** 9: "billion for one",
    Decimal(10) ** 6: "million for one, or left out",
    Decimal(1000): "thousand, million or billion exchanged",
}
SWAPPED = "two digits swapped"
TURNED = "day and month exchanged"
NEXT_YEAR = "off by one year"
OTHER_UNIT = "units exchanged"
TEN = Decimal(10)
POINTS = (TEN, Decimal(100))
YEAR, MONTH, DAY = 4, 7, 10  # letters of an ISO date up to …
DAYS = frozenset(("day", "daypart"))  # granularities of a day
FAR = 30  # years between two that are one mistyped
MEASURED = ("quantity", "duration", "age")


def slip(a: Claim, b: Claim) -> str | None:
    """What may have gone wrong between two claims that should agree, or None."""
    if isinstance(a.value, Period) and isinstance(b.value, Period):
        return _calendar(dated(a), dated(b))
    if isinstance(a.value, Interval) and isinstance(b.value, Interval):
        return _number(a, b, a.value, b.value)
    return None


def _number(a: Claim, b: Claim, one: Interval, two: Interval) -> str | None:
    first, second = one.figure, two.figure
    if {a.kind, b.kind} == {"percent"} and one.unit != two.unit:
        points = {one.unit, two.unit} == {"percent", "percentage_point"}
        return "percent and percentage points exchanged" if points and first == second else None
    if a.kind in MEASURED and one.unit != two.unit:
        return f"{OTHER_UNIT} ({one.unit}/{two.unit})" if first == second and one.unit and two.unit else None
    if not first or not second or first == second:
        return None
    if first == -second:
        return "sign left out"
    small, large = sorted((abs(first), abs(second)))
    powers = large.adjusted() - small.adjusted()  # most figures are too near each other for a factor
    for times, words in TIMES.items() if powers > 1 else ():
        if _rounds(small * times, large, one, two):
            return f"factor {times:,}: {words}"
    for times in POINTS if powers else ():
        if small * times == large:
            return f"decimal point moved (factor {times})"
    if swapped(*_without_point(_digits(first), _digits(second))):
        return SWAPPED
    return _converted(one.unit or "", small, large) if a.kind == "quantity" else None


def _rounds(scaled: Decimal, other: Decimal, one: Interval, two: Interval) -> bool:
    """Whether two figures are one, the longer rounded to the digits of the shorter."""
    if scaled == other:
        return True
    digits = min(one.digits or 0, two.digits or 0)
    return digits > 1 and _to(scaled, digits) == _to(other, digits)


def _to(value: Decimal, digits: int) -> Decimal:
    return round(value, digits - 1 - value.adjusted())


def _digits(value: Decimal) -> str:
    return f"{value.normalize():f}".lstrip("-")


def _without_point(a: str, b: str) -> tuple[str, str]:
    """The digits of two numbers whose points stand at one place: 6.4 and 4.6."""
    return (a.replace(".", ""), b.replace(".", "")) if a.find(".") == b.find(".") else (a, b)


def is_typo(a: Claim, b: Claim) -> bool:
    """Whether one figure is the other with a slip: a named one, or one digit typed wrongly or left out, of
    two digits and more, or one of a day or year. Two figures of two things seldom look so alike."""
    if isinstance(a.value, Period) and isinstance(b.value, Period):
        return is_numbered(a) and is_numbered(b) and _is_other_digit(dated(a), dated(b))
    if not (isinstance(a.value, Interval) and isinstance(b.value, Interval)):
        return False
    one, two = (_digits(value.figure).replace(".", "").strip("0") for value in (a.value, b.value))
    if min(len(one), len(two)) < TYPED:
        return False
    if a.value.unit != b.value.unit:  # that of a count is what is counted
        return {a.kind, b.kind} == {"count"} and swapped(one, two)
    if len(one) == len(two):
        return one == two or swapped(one, two) or _is_one_off(one, two)
    return _is_left_out(one, two)


def _is_one_off(a: str, b: str) -> bool:
    """Whether one digit of two numbers of as many is another one."""
    return sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _is_left_out(a: str, b: str) -> bool:
    """Whether one number is the other with a digit left out."""
    short, long = sorted((a, b), key=len)
    return len(long) == len(short) + 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def is_exchanged(a: Claim, b: Claim) -> bool:
    """Whether one number is the other with two digits exchanged, as hardly any two numbers are by chance."""
    return isinstance(a.value, Interval) and slip(a, b) == SWAPPED


def has_other_unit(a: Claim, b: Claim) -> bool:
    """Whether one measure of two digits or more is the other with its unit exchanged: 418 km, 418 miles."""
    if a.kind not in MEASURED or not isinstance(a.value, Interval) or abs(a.value.figure) < TEN:
        return False
    return (slip(a, b) or "").startswith(OTHER_UNIT)


def is_surely_exchanged(a: Claim, b: Claim) -> bool:
    """The same of numbers of so many digits that no two of them are so by chance."""
    if not is_exchanged(a, b):
        return False
    assert isinstance(a.value, Interval)
    return len(_digits(a.value.figure).replace(".", "").strip("0")) >= FEWEST_DIGITS


def swapped(a: str, b: str) -> bool:
    """Whether two numbers differ by an exchange of two digits, neighbours or the ends of three: 312, 213."""
    if len(a) != len(b):
        return False
    differ = [i for i in range(len(a)) if a[i] != b[i]]
    if len(differ) != 2 or differ[1] - differ[0] > 2:
        return False
    return a[differ[0]] == b[differ[1]] and a[differ[1]] == b[differ[0]]


def _converted(unit: str, small: Decimal, large: Decimal) -> str | None:
    """Whether one figure is the other in the unit that such things are also given in."""
    from factcheck.units import Units

    fine, coarse = (len(_digits(end).replace(".", "").strip("0")) for end in (small, large))
    if min(fine, coarse) < FEWEST_DIGITS or Units.default().dimension(unit) not in CONVERTED:
        return None
    ratio = large / small
    for name, times in UNITS:
        if abs(ratio - times) > ROUNDED * times:
            continue
        if _to(large / times, fine) == small or _to(small * times, coarse) == large:
            return f"{OTHER_UNIT} ({name})"
    return None


# ------------------------------------------------------------ dates


def dated(claim: Claim) -> Period:
    """The date; a day or month without its year as of any year, since two of them differ alike in all."""
    assert isinstance(claim.value, Period)
    of_any = _of_any_year(claim.text) if claim.value.unresolved and is_numbered(claim) else None
    return of_any or claim.value


def is_numbered(claim: Claim) -> bool:
    """Whether a date is told by a number, and not by the name of a day."""
    return any(map(str.isdecimal, claim.text))


@lru_cache(REMEMBERED)
def _of_any_year(text: str) -> Period | None:
    from factcheck.kinds import dates
    from factcheck.kinds.dates.read import ANCHOR
    from factcheck.text.tokens import tokenise

    found = dates.read(tokenise(text), ANCHOR)
    value = found[0].value if len(found) == 1 else None
    return value if isinstance(value, Period) and not value.unresolved else None


def _is_other_digit(a: Period, b: Period) -> bool:
    """Whether of two days of one month one has a digit more or another one (3 and 13, 17 and 27), or of two
    years that are not next to each other; years far apart are of two things."""
    if not (a.low and b.low) or a.bound != b.bound:
        return False
    if a.granularity == b.granularity == "year":
        return (
            _is_one_off(a.low[:YEAR], b.low[:YEAR]) and 1 < abs(int(a.low[:YEAR]) - int(b.low[:YEAR])) <= FAR
        )
    if not {a.granularity, b.granularity} <= DAYS or a.low[:MONTH] != b.low[:MONTH]:
        return False
    one, two = (low[MONTH + 1 : DAY].lstrip("0") for low in (a.low, b.low))
    return _is_left_out(one, two) or (len(one) == len(two) == TYPED and _is_one_off(one, two))


def _calendar(a: Period, b: Period) -> str | None:
    if not (a.low and b.low) or (a.granularity, a.bound) != (b.granularity, b.bound):
        return None
    if "T" in (a.low[0], b.low[0]):
        return None
    years = int(a.low[:4]), int(b.low[:4])
    if a.granularity in ("day", "month", "year") and a.low[4:10] == b.low[4:10]:
        if abs(years[0] - years[1]) == 1:
            return NEXT_YEAR
        return SWAPPED if swapped(a.low[:4], b.low[:4]) else None
    if a.granularity != "day":
        return None
    first, second = date.fromisoformat(a.low[:10]), date.fromisoformat(b.low[:10])
    exchanged = (first.month, first.day) == (second.day, second.month)
    return TURNED if exchanged and years[0] == years[1] else None
