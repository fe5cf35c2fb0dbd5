"""Slips of the pen: each kind that a generator makes is named, and other differences get no name."""

# ruff: noqa: E501  the sentences

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factcheck import Checker, Document
from factcheck.compare.slips import UNITS, is_typo, slip, swapped
from factcheck.model import Claim

FIGURES = st.decimals(min_value=1, max_value=9999, places=1)
WHOLE = st.integers(101, 9_999)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2090, 12, 31))


@cache
def checker() -> Checker:
    return Checker()


def claim(text: str, kind: str) -> Claim:
    """The one claim of a kind in a text."""
    found = [one for one in checker().extract(Document(source="a.txt", text=text)) if one.kind == kind]
    assert len(found) == 1, text
    return found[0]


def money(words: str) -> Claim:
    return claim(f"The repair of the bridge cost {words}.", "money")


def length(words: str) -> Claim:
    return claim(f"The new dyke is {words} long.", "quantity")


def dated(day: date) -> Claim:
    return claim(f"The bridge was opened on {day.day} {day.strftime('%B')} {day.year}.", "date")


@given(FIGURES, st.sampled_from([("thousand", "million"), ("million", "billion")]))
def test_a_word_for_a_thousand_times_as_much(figure: Decimal, pair: tuple[str, str]) -> None:
    one, two = (money(f"${figure} {word}") for word in pair)
    assert slip(one, two) == slip(two, one) == "factor 1,000: thousand, million or billion exchanged"


@given(FIGURES)
def test_million_left_out(figure: Decimal) -> None:
    assert (slip(money(f"${figure} million"), money(f"${figure}")) or "").startswith("factor 1,000,000")


@given(WHOLE, st.integers(0, 2))
def test_two_digits_swapped(number: int, at: int) -> None:
    digits = str(number)
    assume(at + 1 < len(digits) and digits[at] != digits[at + 1] and digits[at + 1] != "0")
    other = int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :])
    assume(number * 10 != other * 1 and other * 10 != number)
    assert slip(length(f"{number:,} km"), length(f"{other:,} km")) == "two digits swapped"


@given(WHOLE, st.sampled_from([10, 100]))
def test_the_decimal_point_moved(number: int, times: int) -> None:
    assume(number % 10)
    one, two = length(f"{number:,} km"), length(f"{Decimal(number) / times} km")
    assert slip(one, two) == f"decimal point moved (factor {times})"


@given(WHOLE, st.sampled_from([("km", "miles"), ("metres", "feet"), ("cm", "inches")]))
def test_one_figure_with_two_units(number: int, units: tuple[str, str]) -> None:
    named = slip(*(length(f"{number:,} {unit}") for unit in units))
    assert named is not None
    assert named.startswith("units exchanged")


@given(st.integers(1_000, 9_999))
def test_a_figure_converted_and_its_unit_not(number: int) -> None:
    assume(number % 10)
    miles = round(number / Decimal("1.609344"))
    assume(miles % 10)
    assume(not swapped(str(number), str(miles)))  # 1831, 1138: it may be either
    assert slip(length(f"{number:,} km"), length(f"{miles:,} km")) == "units exchanged (km/miles)"


@given(DAYS)
def test_day_and_month_exchanged(day: date) -> None:
    assume(day.day <= 12 and day.day != day.month)
    other = date(day.year, day.day, day.month)
    assert slip(dated(day), dated(other)) == "day and month exchanged"


@given(DAYS)
def test_off_by_one_year(day: date) -> None:
    assume((day.month, day.day) != (2, 29))
    assert slip(dated(day), dated(day.replace(year=day.year + 1))) == "off by one year"


def test_percent_and_points() -> None:
    one = claim("The turnout rose by 5 percent.", "percent")
    two = claim("The turnout rose by 5 percentage points.", "percent")
    three = claim("The turnout rose by 7 percentage points.", "percent")
    assert slip(one, two) == "percent and percentage points exchanged"
    assert slip(one, three) is None


@given(WHOLE, WHOLE)
@settings(max_examples=200)
def test_other_differences_get_no_name(one: int, two: int) -> None:
    small, large = sorted((one, two))
    ratio = Decimal(large) / small
    assume(large != small and sorted(str(one)) != sorted(str(two)))
    assume(all(abs(ratio / max(factor, 1 / factor) - 1) > Decimal("0.02") for _, factor in UNITS))
    assume(all(abs(ratio / times - 1) > Decimal("0.02") for times in (10, 100, 1000)))
    assert slip(length(f"{one:,} km"), length(f"{two:,} km")) is None


@given(DAYS, DAYS)
def test_other_days_get_no_name(one: date, two: date) -> None:
    assume(one.month != two.day and (one.month, one.day) != (two.month, two.day))
    assert slip(dated(one), dated(two)) is None


@pytest.mark.parametrize(
    ("one", "two", "named"),
    [
        ("The repair of Halden Bridge cost 46 million euros.", "The repair of Halden Bridge cost 46 billion euros.", "factor 1,000"),
        ("Halden Bridge has a length of 840 metres.", "Halden Bridge has a length of 480 metres.", "digits swapped"),
        ("Halden Bridge has a length of 840 metres.", "Halden Bridge has a length of 840 feet.", "units exchanged"),
        ("Halden Bridge has a length of 840 metres.", "Halden Bridge has a length of 84 metres.", "decimal point"),
        ("Halden Bridge was opened on 3 May 1964.", "Halden Bridge was opened on 5 March 1964.", "day and month"),
        ("Halden Bridge was opened in 1964.", "Halden Bridge was opened in 1965.", "off by one year"),
        ("Halden Bridge was opened in 1964.", "Halden Bridge was opened in 1946.", "digits swapped"),
        ("Halden Bridge has a length of 840 metres.", "Halden Bridge has a length of 790 metres.", None),
        ("Halden Bridge was opened in 1964.", "Halden Bridge was opened in 1971.", None),
    ],
)  # fmt: skip
def test_a_conflict_between_texts_names_its_slip(one: str, two: str, named: str | None) -> None:
    (conflict,) = (
        checker().check([Document(source="a.txt", text=one), Document(source="b.txt", text=two)]).conflicts
    )
    assert conflict.slip is None if named is None else named in (conflict.slip or "")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("630", "63", True), ("480", "380", True), ("9,100", "19,100", True), ("6.8", "8.6", True),
     ("640", "97", False), ("7", "17", False), ("3", "8", False), ("4,300", "2,900", False)],
)  # fmt: skip
def test_one_digit_makes_two_figures_alike(one: str, other: str, alike: bool) -> None:
    first, second = (claim(f"The lorries carried {figure} tonnes.", "quantity") for figure in (one, other))
    assert is_typo(first, second) is is_typo(second, first) is alike
