from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare.agreement import agree, are_ranges
from factcheck.model import Interval

MILE = Decimal("1.609344")


def value(low, unit="kilometer", digits=None, bound="exact", high=None):
    low = Decimal(str(low))
    high = low if high is None else Decimal(str(high))
    if bound == "at_least":
        return Interval(low, None, unit, bound, digits=digits)
    if bound == "at_most":
        return Interval(None, high, unit, bound, digits=digits)
    return Interval(low, high, unit, bound, approximate=bound == "approx", digits=digits)


def in_km(interval):
    factor = {
        "kilometer": Decimal(1),
        "mile": MILE,
        "meter": Decimal("0.001"),
        "foot": Decimal("0.0003048"),
    }.get(interval.unit, Decimal(1))
    ends = [None if end is None else end * factor for end in (interval.low, interval.high)]
    return Interval(*ends, "kilometer", interval.bound)


def same(a, b, **options):
    return agree(a, b, in_km(a), in_km(b), **options)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (value(1600, digits=2), value(995, "mile", 3), True),
        (value(2500, digits=2), value(1600, digits=2), False),
        (value(2500, digits=2), value(1500, "mile", 2), False),
        (value(3, "foot", 1), value("0.91", "meter", 2), True),
        (value(3, "foot", 1), value("3.05", "meter", 3), False),
        (value("3.3", digits=2), value("3.1", digits=2), False),
        (value(30, digits=1), value(32, digits=2), False),
        (value(2000, bound="at_least", digits=1), value(2500, digits=2), True),
        (value(2000, bound="at_least", digits=1), value(1500, digits=2), False),
        (value(10, bound="between", high=12, digits=2), value(11, digits=2), True),
        (value(10, bound="between", high=12, digits=2), value(14, digits=2), False),
        (value(100, bound="approx", digits=3), value(104, digits=3), True),
        (value(100, bound="approx", digits=3), value(113, digits=3), False),
    ],
)
def test_measures(a, b, expected):
    assert same(a, b) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (value(32, "people", 2), value(30, "people", 1), False),
        (value(1400, "people", 2), value(1429, "people", 4), True),
        (value(1300, "people", 2), value(1400, "people", 2), False),
        (value(200, "people", 1, "at_least"), value(213, "people", 3), True),
        (value(200, "people", 1, "at_least"), value(260, "people", 3), False),
        (value(48, "people", 2, "at_least"), value(112, "people", 3, "at_least"), False),
        (value(112, "people", 3, "at_least"), value(120, "people", 2, "at_least"), False),  # counted out
        (value(120, "people", 2, "at_least"), value(127, "people", 3), True),
    ],
)
def test_tolls_are_figures_known_by_then(a, b, expected):
    assert same(a, b, counted=True, bounds="figure") is expected


def test_two_tolls_read_as_open_intervals_never_clash():
    assert same(value(48, bound="at_least"), value(112, bound="at_least"), counted=True, bounds="interval")


def test_tolerance_of_the_rule():
    assert not same(value(100, digits=3), value(104, digits=3))
    assert same(value(100, digits=3), value(104, digits=3), within=Decimal("0.05"))


numbers = st.decimals(min_value=-(10**9), max_value=10**9, allow_nan=False, allow_infinity=False, places=3)
intervals = st.builds(
    value,
    numbers,
    st.sampled_from(["kilometer", "mile", "meter"]),
    st.one_of(st.none(), st.integers(1, 12)),
    st.sampled_from(["exact", "approx", "at_least", "at_most"]),
)


@given(intervals, intervals, st.booleans(), st.sampled_from(["interval", "figure"]))
def test_agreement_is_symmetric(a, b, counted, bounds):
    assert same(a, b, counted=counted, bounds=bounds) == same(b, a, counted=counted, bounds=bounds)


@given(intervals, st.booleans(), st.sampled_from(["interval", "figure"]))
def test_every_value_agrees_with_itself(a, counted, bounds):
    assert same(a, a, counted=counted, bounds=bounds)


@given(st.integers(1, 10**6), st.integers(2, 1000))
def test_a_conversion_rounded_to_whole_units_agrees(miles, share):
    exact = Decimal(miles) / share * MILE
    rounded = exact.quantize(Decimal("0.001"))
    if rounded:
        digits = len(rounded.normalize().as_tuple().digits)
        assert same(
            value(Decimal(miles) / share, "mile"), value(rounded, digits=max(digits, rounded.adjusted() + 4))
        )


@given(st.integers(10, 99_999).filter(lambda n: n % 10), st.integers(0, 3), st.integers(1, 10**8))
def test_a_figure_agrees_with_all_that_rounds_to_it(mantissa, power, other):
    figure, half = mantissa * 10**power, Decimal(10) ** power / 2
    rounded = value(figure, digits=len(str(mantissa)))
    assert same(rounded, value(other)) is (-half <= other - figure < half)
    assert same(rounded, value(figure + half)) is False
    assert same(rounded, value(figure - half)) is True


def share(figure, unit, digits=None):
    return Interval(Decimal(str(figure)), Decimal(str(figure)), unit, "exact", digits=digits)


@pytest.mark.parametrize(
    ("ratio", "percent", "agrees"),
    [("0.8", 81, True), ("0.1", 11, True), ("0.5", 35, False), ("0.25", 33, False)],
)
def test_a_share_in_words_is_said_of_what_is_near(ratio, percent, agrees):
    words, figures = share(ratio, "ratio"), share(percent, "percent", digits=2)
    canonical = share(Decimal(ratio) * 100, "percent")
    assert agree(words, figures, canonical, figures) is agrees


def test_two_shares_in_words_are_two_shares():
    fifth, quarter = share("0.2", "ratio"), share("0.25", "ratio")
    assert not agree(fifth, quarter, share(20, "percent"), share(25, "percent"))


@given(st.integers(1, 50), st.integers(51, 90), st.integers(51, 90))
def test_ranges_that_begin_alike_are_two_unless_they_end_alike(low, one, two):
    first, second = (value(low, bound="between", high=high) for high in (one, two))
    assert are_ranges(first, second) == are_ranges(second, first) == (one != two)
    assert not are_ranges(first, value(low))
