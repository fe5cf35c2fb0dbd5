"""Calendar arithmetic against what the standard library and known calendars say."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.kinds.dates import calendar
from factcheck.kinds.dates.calendar import Stretch

MOMENTS = st.datetimes(datetime(1000, 1, 1), datetime(3000, 1, 1))
UNITS = st.sampled_from(
    (
        "second",
        "minute",
        "hour",
        "day",
        "week",
        "weekend",
        "month",
        "season",
        "quarter",
        "half",
        "year",
        "decade",
        "century",
    )
)


@given(MOMENTS, UNITS.filter(lambda name: name != "weekend"))
def test_a_unit_holds_the_moment_it_was_made_for(moment: datetime, name: str) -> None:
    low, high = calendar.unit(moment, name)
    assert low <= moment < high


@given(MOMENTS, UNITS, st.integers(-8, 8))
def test_units_lie_side_by_side(moment: datetime, name: str, offset: int) -> None:
    if name != "weekend":
        assert calendar.unit(moment, name, offset).high == calendar.unit(moment, name, offset + 1).low


@given(MOMENTS)
def test_a_weekend_is_the_saturday_and_sunday_of_the_week(moment: datetime) -> None:
    low, high = calendar.unit(moment, "weekend")
    assert (low.weekday(), high - low) == (5, timedelta(days=2))
    assert calendar.unit(moment, "week").high == high


def test_months_are_clipped_to_their_last_day() -> None:
    assert calendar.shift(datetime(2024, 1, 31), "month", 1) == datetime(2024, 2, 29)
    assert calendar.shift(datetime(2024, 2, 29), "year", -1) == datetime(2023, 2, 28)


@given(MOMENTS, st.integers(-300, 300).filter(bool))
def test_working_days_skip_weekends(moment: datetime, count: int) -> None:
    shifted = calendar.shift(moment, "workday", count)
    first, last = sorted((moment, shifted))
    step = 1 if count > 0 else -1
    days = [moment + timedelta(days=step * k) for k in range(1, (last - first).days + 1)]
    assert sum(day.weekday() < 5 for day in days) == abs(count)


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1818, 3, 22), (1943, 4, 25), (2000, 4, 23), (2008, 3, 23), (2025, 4, 20), (2038, 4, 25)],
)
def test_easter(year: int, month: int, day: int) -> None:
    assert calendar.easter(year) == datetime(year, month, day)


@given(st.integers(1583, 4099))
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    sunday = calendar.easter(year)
    assert sunday.weekday() == 6
    assert datetime(year, 3, 22) <= sunday <= datetime(year, 4, 25)


@given(MOMENTS, st.integers(0, 6), st.integers(1, 5))
def test_the_nth_weekday_of_a_month(moment: datetime, weekday: int, number: int) -> None:
    month = calendar.unit(moment, "month")
    found = calendar.nth_weekday(month, weekday, number)
    if found is not None:
        assert found.low.weekday() == weekday and (found.low.day - 1) // 7 == number - 1
    else:
        assert number == 5
    last = calendar.nth_weekday(month, weekday, -1)
    assert last is not None and month.high - last.low <= timedelta(days=7)


@given(MOMENTS, st.integers(1, 52))
def test_weeks_of_a_year_are_those_of_iso_8601(moment: datetime, number: int) -> None:
    box = calendar.unit(moment, "year")
    assert calendar.nth_week(box, number) == calendar.week(moment.year, number)


@given(MOMENTS, UNITS.filter(lambda name: name in ("month", "year", "decade", "century", "week")))
def test_two_halves_make_the_whole(moment: datetime, name: str) -> None:
    box = calendar.unit(moment, name)
    first, second = calendar.half_of(box, 1), calendar.half_of(box, 2)
    assert (
        Stretch(first.low, second.high) == box
        and first.high == second.low
        and first.low < first.high < second.high
    )
