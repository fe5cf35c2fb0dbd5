"""Laws of the reader of dates: a date is written in many spellings and reads back the same in all of them."""

from datetime import date, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.kinds import dates
from factcheck.kinds.mention import Mention
from factcheck.model import Interval, Period
from factcheck.text.tokens import tokenise

REFERENCE = datetime(2025, 8, 20, 10, 30)  # a Wednesday
DAYS = st.dates(date(1950, 1, 1), date(2099, 12, 31))
NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def read(text: str, reference: datetime | None = REFERENCE, *, news: bool = False) -> list[Mention]:
    return dates.read(tokenise(text), reference, news=news)


def period(text: str, reference: datetime | None = REFERENCE, *, news: bool = False) -> Period:
    (mention,) = read(text, reference, news=news)
    assert isinstance(mention.value, Period)
    return mention.value


def ends(
    text: str, reference: datetime | None = REFERENCE, *, news: bool = False
) -> tuple[str | None, str | None]:
    value = period(text, reference, news=news)
    return value.low, value.high


def ordinal(number: int) -> str:
    return f"{number}" + ("th" if 11 <= number <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th"))


SPELLINGS = (
    "{0.day} {0:%B} {0.year}",
    "{0:%B} {0.day}, {0.year}",
    "{0:%A}, {0:%B} {0.day}, {0.year}",
    "{0:%A} {0.day} {0:%b} {0.year}",
    "the {1} of {0:%B}, {0.year}",
    "{0:%B} {1}, {0.year}",
    "{0:%B} the {1}, {0.year}",
    "{0.year}-{0.month:02}-{0.day:02}",
    "{0.year}/{0.month:02}/{0.day:02}",
    "{0.day:02}.{0.month:02}.{0.year}",
    "{0.day:02}-{0:%b}-{0.year}",
    "{0.day}{0:%b}{0.year}",
    "{0.year} {0:%B} {0.day}",
)


@given(DAYS, st.sampled_from(SPELLINGS))
def test_a_day_is_the_same_in_every_spelling(day: date, spelling: str) -> None:
    text = spelling.format(day, ordinal(day.day))
    assert ends(f"It began on {text}.", None) == (day.isoformat(), day.isoformat()), text


@given(DAYS)
def test_two_figures_of_a_year_are_read_with_points(day: date) -> None:
    if day.year < 2050:
        assert ends(f"It began on {day:%d.%m.%y}.", None) == (day.isoformat(), day.isoformat())


JOINED = ("from {} to {}", "between {} and {}", "{} until {}", "{}–{}")


@given(DAYS, st.integers(1, 300), st.sampled_from(JOINED))
def test_a_range_of_days_has_both_ends(first: date, length: int, style: str) -> None:
    last = first + timedelta(days=length)
    text = style.format(f"{first.day} {first:%B} {first.year}", f"{last.day} {last:%B} {last.year}")
    assert ends(text, None) == (first.isoformat(), last.isoformat())


@given(
    DAYS,
    st.integers(1, 20),
    st.sampled_from(("{0:%B} {0.day}-{1.day}, {0.year}", "{0.day}-{1.day} {0:%B} {0.year}")),
)
def test_days_of_one_month_share_its_name(first: date, length: int, style: str) -> None:
    last = first + timedelta(days=length)
    if last.month == first.month:
        assert ends(style.format(first, last), None) == (first.isoformat(), last.isoformat())


@given(
    st.datetimes(datetime(1950, 1, 1), datetime(2099, 1, 1)),
    st.sampled_from(
        (
            "{0:%H:%M}",
            "{1}:{0:%M} {2}",
            "{1}.{0:%M}{2}",
            "{0:%H%M} hours",
            "{0:%H%M} GMT",
            "{1}:{0:%M} {2} EST",
        )
    ),
)
def test_a_time_of_day_is_the_same_in_every_spelling(moment: datetime, style: str) -> None:
    half = "p.m." if moment.hour >= 12 else "a.m."
    text = style.format(moment, moment.hour % 12 or 12, half)
    stamp = f"{moment:T%H:%M:00}"
    assert ends(f"They met at {text} there", None) == (stamp, stamp), text
    on = f"{moment.day} {moment:%B} {moment.year}"
    full = f"{moment:%Y-%m-%dT%H:%M:00}"
    assert ends(f"They met at {text} on {on}", None) == (full, full), text


@given(st.integers(1950, 2098), st.integers(1, 4))
def test_a_quarter_is_the_same_in_every_spelling(year: int, quarter: int) -> None:
    first, word = date(year, 3 * quarter - 2, 1), ("first", "second", "third", "fourth")[quarter - 1]
    last = (date(year + (quarter == 4), 3 * quarter % 12 + 1, 1)) - timedelta(days=1)
    spellings = [f"Q{quarter} {year}", f"{quarter}Q {year}", f"Q{quarter}-{year}", f"{year} Q{quarter}"]
    spellings += [
        f"the {word} quarter of {year}",
        f"{word}-quarter {year}",
        f"the {ordinal(quarter)} quarter of {year}",
    ]
    if 1950 <= year < 2050:
        spellings += [f"Q{quarter} '{year % 100:02}", f"{quarter}Q{year % 100:02}"]
    for text in spellings:
        assert ends(text, None) == (first.isoformat(), last.isoformat()), text


@given(st.integers(1, 12), st.integers(1, 12), st.sampled_from(("days", "weeks")))
def test_one_of_two_offsets_spans_both(one: int, more: int, unit: str) -> None:
    low, high = sorted((one, one + more))
    size = timedelta(days=7 if unit == "weeks" else 1)
    today = REFERENCE.date()
    expected = ((today - high * size).isoformat(), (today - low * size).isoformat())
    assert ends(f"{low} to {high} {unit} ago") == expected
    assert ends(f"It fell {low} or {high} {unit} ago") == expected
    if high <= 12:
        assert ends(f"{NUMBERS[low - 1]} to {NUMBERS[high - 1]} {unit} ago") == expected


@given(st.dates(date(2000, 1, 1), date(2050, 1, 1)), st.sampled_from(WEEKDAYS))
def test_weekdays_a_week_apart(today: date, weekday: str) -> None:
    reference = datetime(today.year, today.month, today.day, 9)
    (coming, _), (week, _) = ends(f"this coming {weekday}", reference), ends(f"{weekday} week", reference)
    assert coming is not None
    assert week is not None
    assert date.fromisoformat(week) - date.fromisoformat(coming) == timedelta(days=7)
    assert ends(f"a week from {weekday}", reference)[0] == ends(f"a week on {weekday}", reference)[0] == week
    assert 0 < (date.fromisoformat(coming) - today).days <= 7
    assert WEEKDAYS[date.fromisoformat(coming).weekday()] == weekday


@given(st.dates(date(2000, 1, 1), date(2050, 1, 1)), st.sampled_from(WEEKDAYS))
def test_in_the_news_a_weekday_is_near_and_today_is_today(today: date, weekday: str) -> None:
    reference = datetime(today.year, today.month, today.day, 9)
    low, _ = ends(f"The bridge fell on {weekday}.", reference, news=True)
    assert low is not None
    back = (today - date.fromisoformat(low)).days
    assert 0 <= back < 7
    low, _ = ends(f"The bridge fell last {weekday}.", reference, news=True)
    assert low is not None
    assert 2 <= (today - date.fromisoformat(low)).days <= 8


@given(DAYS, st.dates(date(1960, 1, 1), date(2090, 1, 1)))
def test_in_the_news_a_day_without_its_year_is_the_nearest(day: date, today: date) -> None:
    if (day.month, day.day) != (2, 29):
        reference = datetime(today.year, today.month, today.day, 9)
        for text in (
            f"The bridge fell on {day:%B} {day.day}.",
            f"The bridge will fall on {day.day} {day:%B}.",
        ):
            low, _ = ends(text, reference, news=True)
            assert low is not None
            assert abs((date.fromisoformat(low) - today).days) <= 183


@pytest.mark.parametrize("word", ["since", "after"])
def test_what_has_gone_on_since_a_day_began_before_the_news(word: str) -> None:
    low, high = ends(f"The strike has gone on {word} September.", datetime(2025, 8, 20), news=True)
    assert low is not None
    assert low < "2025"
    assert high is None


@given(
    st.integers(1000, 2100), st.sampled_from(("workers", "girl children", "small boats", "metres", "people"))
)
def test_a_counted_noun_makes_a_number_no_year(number: int, noun: str) -> None:
    for start in ("Around", "Some", "There were"):
        text = f"{start} {number} {noun} there."
        assert not [mention for mention in read(text) if isinstance(mention.value, Period)], text


@given(
    st.integers(1951, 2049).filter(lambda year: year % 50 != 0),
    st.sampled_from(("elections", "ruling", "floods")),
)
def test_a_year_goes_with_a_noun_behind_an_article(year: int, noun: str) -> None:
    for text in (f"He spoke of the {year} {noun}.", f"Ann's {year} {noun} came."):
        assert ends(text, None) == (f"{year}-01-01", f"{year}-12-31"), text


def length(text: str) -> Interval:
    (mention,) = read(text, None)
    assert isinstance(mention.value, Interval)
    return mention.value


@given(st.integers(1, 12), st.integers(1, 59))
def test_hours_and_minutes_add_up_in_every_spelling(hours: int, minutes: int) -> None:
    many = "s" * (hours > 1)
    for text in (
        f"It took {hours} hour{many} and {minutes} minutes",
        f"It took {NUMBERS[hours - 1]} hour{many}, {minutes} minutes",
        f"It took {hours} hr {minutes} mins",
        f"It took {hours}h{minutes:02}m",
    ):
        value = length(text)
        assert (value.low, value.unit) == (60 * hours + minutes, "minute"), text


@given(
    st.sampled_from(("minute", "hour", "day", "week", "month", "year")),
    st.sampled_from(
        (
            ("less than", "at_most"), ("up to", "at_most"), ("more than", "at_least"),
            ("at least", "at_least"), ("nearly", "approx"), ("about", "approx"),
        )
    ),
)  # fmt: skip
def test_a_single_unit_keeps_its_bound(unit: str, hedge: tuple[str, str]) -> None:
    value = length(f"The siege went on for {hedge[0]} {'an' if unit == 'hour' else 'a'} {unit}.")
    assert (value.figure, value.unit, value.bound) == (1, unit, hedge[1])


@pytest.mark.parametrize(
    ("words", "share"),
    [("a half", Fraction(1, 2)), ("a quarter", Fraction(1, 4)), ("three quarters", Fraction(3, 4))],
)
def test_and_a_fraction(words: str, share: Fraction) -> None:
    assert Fraction(length(f"It took an hour and {words}.").figure) == 1 + share
    assert Fraction(length(f"It took two hours and {words}.").figure) == 2 + share


@given(
    st.lists(
        st.sampled_from(
            (
                "from to between and on at 9 5 7ish 0730 1530 GMT pm Monday week a year-long h 30 m the "
                "early hours of AD 79 2Q21 FY 2020/21 15.08.25 / 5/6 May first closing days part through "
                "pre - 2010 so far this or two ago"
            ).split()
        ),
        max_size=24,
    ).map(" ".join)
)
@settings(max_examples=300)
def test_any_order_of_words_reads_without_overlap(text: str) -> None:
    tokens = tokenise(text)
    for news in (False, True):
        behind = 0
        for mention in dates.read(tokens, REFERENCE, news=news):
            assert behind <= mention.first < mention.last <= tokens.size
            behind = mention.last


@pytest.mark.parametrize(
    "text",
    [
        "The lift climbs to the ridge in 15 minutes.",
        "The battery can be charged in 30 minutes.",
        "Her rival came in 41 seconds later.",
    ],
)
def test_what_takes_or_lies_apart_so_long_is_no_moment(text):
    assert not dates.read(tokenise(text), datetime(2025, 8, 20), news=True)


@pytest.mark.parametrize(
    "text",
    [
        "The lift will leave in 15 minutes.",
        "The result is due in two hours.",
        "The show starts in 20 minutes.",
        "She resigned two days later.",
        "How about 30 minutes later?",
    ],
)
def test_what_is_to_come_is_a_moment(text):
    assert [mention.kind for mention in dates.read(tokenise(text), datetime(2025, 8, 20), news=True)] == [
        "date"
    ]
