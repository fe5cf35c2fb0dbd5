"""Arithmetic of the calendar: units, their starts and their shifts, weeks of ISO 8601, Easter.

A stretch is half-open in here, from `low` up to, not with, `high`; an instant has both equal.
Everything works on naive date-times: time zones are no part of what is read.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, NamedTuple

DAY: Final = timedelta(days=1)
IN_MONTHS: Final = {
    "month": 1,
    "season": 3,
    "quarter": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
}
LENGTH: Final = {
    "second": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": DAY,
    "night": DAY,
    "week": 7 * DAY,
    "weekend": 7 * DAY,
    "fortnight": 14 * DAY,
}
CLOCK: Final = ("second", "minute", "hour", "daypart")  # units smaller than a day


class Stretch(NamedTuple):
    """Half-open: `low` belongs to it, `high` does not, unless they are equal."""

    low: datetime
    high: datetime


def midnight(moment: datetime) -> datetime:
    """The start of the day."""
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def shift(moment: datetime, unit: str, count: int) -> datetime:
    """`count` units later (earlier, when negative); a day that a month lacks becomes its last.

    Raises OverflowError or ValueError outside the years 1 to 9999.
    """
    if unit == "workday":
        return shift_workdays(moment, count)
    if unit in LENGTH:
        return moment + count * LENGTH[unit]
    year, month = divmod(moment.year * 12 + moment.month - 1 + count * IN_MONTHS[unit], 12)
    return moment.replace(year=year, month=month + 1, day=min(moment.day, days_in(year, month + 1)))


def shift_workdays(moment: datetime, count: int) -> datetime:
    """`count` days from Monday to Friday later or earlier."""
    step = 1 if count > 0 else -1
    weeks, rest = divmod(abs(count), 5)
    moment += step * 7 * weeks * DAY
    while rest:
        moment += step * DAY
        rest -= moment.weekday() < 5
    return moment


def days_in(year: int, month: int) -> int:
    """How many days the month has."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def start(moment: datetime, unit: str) -> datetime:
    """Where the unit that holds `moment` begins; weeks begin on Monday, centuries in the year 01."""
    if unit in CLOCK:
        minute = moment.minute if unit in ("second", "minute") else 0
        return moment.replace(minute=minute, second=moment.second if unit == "second" else 0, microsecond=0)
    day = midnight(moment)
    if unit in ("day", "night", "workday"):
        return day
    if unit in ("week", "fortnight"):
        return day - day.weekday() * DAY
    if unit == "weekend":
        return day + (5 - day.weekday()) * DAY
    if unit == "season":
        return shift(day.replace(day=1), "month", -(day.month % 3))
    if unit in ("month", "quarter", "half"):
        months = IN_MONTHS[unit]
        return day.replace(month=(day.month - 1) // months * months + 1, day=1)
    years = {"year": 1, "decade": 10, "century": 100}[unit]
    first = (day.year - 1) // 100 * 100 + 1 if unit == "century" else day.year // years * years
    return day.replace(year=first, month=1, day=1)


def unit(moment: datetime, name: str, offset: int = 0) -> Stretch:
    """The whole unit `offset` units from the one that holds `moment`."""
    low = shift(start(moment, name), name, offset)
    return Stretch(low, low + 2 * DAY if name == "weekend" else shift(low, name, 1))


def day(year: int, month: int, number: int) -> Stretch:
    """One day; ValueError where there is none such."""
    low = datetime(year, month, number)
    return Stretch(low, low + DAY)


def week(year: int, number: int) -> Stretch:
    """The week of ISO 8601; ValueError where there is none such."""
    low = datetime.fromisocalendar(year, number, 1)
    return Stretch(low, low + 7 * DAY)


def nth_weekday(box: Stretch, weekday: int, number: int) -> Stretch | None:
    """The `number`th such weekday inside the stretch, -1 for the last one."""
    if number > 0:
        low = box.low + ((weekday - box.low.weekday()) % 7 + 7 * (number - 1)) * DAY
    else:
        last = box.high - DAY
        low = last - ((last.weekday() - weekday) % 7 + 7 * (-number - 1)) * DAY
    return Stretch(low, low + DAY) if box.low <= low < box.high else None


def nth_week(box: Stretch, number: int) -> Stretch | None:
    """The `number`th week inside, -1 for the last; a week belongs where its Thursday lies (ISO 8601)."""
    thursday = nth_weekday(box, 3, number)
    return unit(thursday.low, "week") if thursday else None


def nth_unit(box: Stretch, name: str, number: int) -> Stretch | None:
    """The `number`th unit inside the stretch, -1 for the last one."""
    if name == "week":
        return nth_week(box, number)
    if name == "weekend":  # a weekend belongs where its Saturday lies
        saturday = nth_weekday(box, 5, number)
        return unit(saturday.low, "weekend") if saturday else None
    if name == "workday":
        first = shift(box.low - DAY, name, number) if number > 0 else shift(box.high, name, number)
        return Stretch(first, first + DAY) if box.low <= first < box.high else None
    if name == "decade":  # counted from where the century begins
        first = shift(box.low, name, number - 1) if number > 0 else shift(box.high, name, number)
        return Stretch(first, shift(first, name, 1)) if box.low <= first < box.high else None
    if number > 0:
        first = shift(start(box.low, name), name, number - 1)
    else:
        first = shift(start(box.high - timedelta(seconds=1), name), name, number + 1)
    found = unit(first, name)
    return found if box.low <= found.low < box.high else None


def half_of(box: Stretch, number: int) -> Stretch:
    """The first or second half: whole months of a year or more, 15 days of a month, else by length."""
    low, high = box
    days = (high - low).days
    if days >= 360:
        middle = shift(low, "month", ((high.year - low.year) * 12 + high.month - low.month) // 2)
    else:
        middle = low + 15 * DAY if 28 <= days <= 31 else midnight(low + (high - low) / 2)
    return Stretch(low, middle) if number == 1 else Stretch(middle, high)


def middle_of(box: Stretch, name: str) -> Stretch:
    """What "mid" means: the 10th to the 20th, May to August, 1984 to 1986, 1934 to 1967; else the middle
    third."""
    low, high = box
    if name == "month":
        return Stretch(low + 9 * DAY, low + 20 * DAY)
    if name == "decade":
        return Stretch(shift(low, "year", 4), shift(low, "year", 7))
    if name == "year":
        return Stretch(shift(low, "month", 4), shift(low, "month", 8))
    if name == "century":
        return Stretch(shift(low, "year", 33), shift(low, "year", 67))
    third = (high - low).days * DAY / 3
    return Stretch(midnight(low + third), midnight(high - third))


def easter(year: int) -> datetime:
    """Easter Sunday of the Gregorian calendar (the method of Meeus, Jones and Butcher)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, over = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quarter, left = divmod(rest, 4)
    sunday = (32 + 2 * over + 2 * quarter - moon - left) % 7
    month, number = divmod(moon + sunday - 7 * ((golden + 11 * moon + 22 * sunday) // 451) + 114, 31)
    return datetime(year, month, number + 1)
