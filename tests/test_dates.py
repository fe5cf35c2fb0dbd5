"""The reader of dates: reference, tense, bounds, granularity, and what holds for every text."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.kinds import dates
from factcheck.kinds.mention import Mention
from factcheck.model import Period
from factcheck.text.tokens import Tokens, tokenise

REFERENCE = datetime(2025, 8, 20, 10, 30)  # a Wednesday


def read(text: str, reference: datetime | None = REFERENCE, day_first: bool | None = None) -> list[Mention]:
    return dates.read(tokenise(text), reference, day_first)


def ends(
    text: str, reference: datetime | None = REFERENCE, day_first: bool | None = None
) -> tuple[str | None, str | None]:
    (mention,) = read(text, reference, day_first)
    assert isinstance(mention.value, Period)
    return mention.value.low, mention.value.high


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Police arrested two men on Friday.", "2025-08-15"),
        ("The court will rule on Friday.", "2025-08-22"),
        ("The court is expected to rule on Friday.", "2025-08-22"),
        ("He said on Monday that it was over.", "2025-08-18"),
        ("Voters go to the polls on Monday, and the count should begin at once.", "2025-08-25"),
        ("The bridge was opened on 3 March.", "2025-03-03"),
        ("The bridge will be opened on 3 March.", "2026-03-03"),
    ],
)
def test_tense_decides_what_a_date_without_year_or_week_means(text: str, day: str) -> None:
    assert ends(text) == (day, day)


def test_without_a_reference_relative_dates_stay_unresolved_with_a_reason() -> None:
    for text in (
        "He left yesterday.",
        "He left on Friday.",
        "He left last year.",
        "He left on 4 May.",
        "It began two weeks ago.",
    ):
        (mention,) = read(text, None)
        assert isinstance(mention.value, Period)
        assert (mention.value.low, mention.value.high, mention.value.unresolved) == (
            None,
            None,
            "no-reference",
        )


def test_full_dates_and_times_of_day_need_no_reference() -> None:
    assert ends("He left on 4 May 2024.", None) == ("2024-05-04", "2024-05-04")
    assert ends("He left at 3:30 p.m. there.", None) == ("T15:30:00", "T15:30:00")


def test_day_and_month_order_is_decided_by_what_is_possible_then_by_the_caller() -> None:
    assert ends("on 15/08/2025") == ends("on 08/15/2025") == ("2025-08-15", "2025-08-15")
    assert ends("on 06/04/2025")[0] == "2025-06-04"
    assert ends("on 06/04/2025", day_first=True)[0] == "2025-04-06"
    assert ends("on 06/04/2025", day_first=False)[0] == "2025-06-04"
    assert ends("on 06.04.2025")[0] == "2025-04-06"
    assert read("on 31/02/2025") == []


@pytest.mark.parametrize(
    ("text", "granularity", "bound"),
    [
        ("15 August 2025", "day", "exact"),
        ("August 2025", "month", "exact"),
        ("since August 2025", "month", "at_least"),
        ("until 2030", "year", "at_most"),
        ("before 5 p.m.", "hour", "at_most"),
        ("about 5 p.m.", "hour", "approx"),
        ("early 2019", "year", "approx"),
        ("from 2007 to 2010", "year", "between"),
        ("the third quarter of 2019", "quarter", "exact"),
        ("the summer of 2019", "season", "exact"),
        ("the 1990s", "decade", "exact"),
        ("the 19th century", "century", "exact"),
        ("last week", "week", "exact"),
        ("next weekend", "weekend", "exact"),
        ("15 August 2025 at 15:30", "minute", "exact"),
        ("yesterday morning", "daypart", "exact"),
    ],
)
def test_granularity_and_bound(text: str, granularity: str, bound: str) -> None:
    (mention,) = read(text)
    assert isinstance(mention.value, Period)
    assert (mention.value.granularity, mention.value.bound) == (granularity, bound)


def test_a_list_shares_what_its_last_member_says() -> None:
    assert [m.value.low for m in read("It rained on 5 and 6 May 2020.")] == ["2020-05-05", "2020-05-06"]
    assert [m.value.low for m in read("It rained on May 5 and 6.")] == ["2025-05-05", "2025-05-06"]
    assert [m.value.low for m in read("It rained in May, June and July 2020.")] == [
        "2020-05-01",
        "2020-06-01",
        "2020-07-01",
    ]
    assert len(read("They met on May 5 and 6 people died.")) == 1


def test_offsets_count_from_the_start_of_the_whole_text() -> None:
    text = "One. It began on 4 May 2024."
    (mention,) = dates.read(tokenise(text, 5), REFERENCE)
    assert text[mention.start : mention.end] == "4 May 2024"


STYLES = (
    "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%b. %d, %Y", "%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y",
    "%d-%b-%Y",
    "%A, %B %d, %Y", "%A %d %B %Y", "the %dth of %B, %Y", "%dth %B %Y",
)  # fmt: skip


@given(st.dates(date(1600, 1, 1), date(2199, 12, 31)), st.sampled_from(STYLES))
def test_a_written_date_reads_back(day: date, style: str) -> None:
    text = day.strftime(style).replace("May. ", "May ")
    suffix = "th" if 11 <= day.day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    text = text.replace(f"{day.day:02d}th", f"{day.day}{suffix}")
    assert ends(f"It began on {text} there.", None) == (day.isoformat(), day.isoformat())


@given(
    st.datetimes(datetime(1900, 1, 1), datetime(2150, 1, 1)),
    st.sampled_from(("{:%d %B %Y, %H:%M}", "{:%Y-%m-%dT%H:%M}", "{:%B %d, %Y at %I:%M %p}")),
)
def test_a_written_date_and_time_reads_back(moment: datetime, style: str) -> None:
    stamp = moment.replace(second=0, microsecond=0).isoformat()
    assert ends(style.format(moment), None) == (stamp, stamp)


@given(
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.integers(1, 400),
    st.sampled_from(("from {} to {}", "between {} and {}", "{} to {}", "{} – {}")),
)
def test_a_range_reads_back_in_order(first: date, days: int, style: str) -> None:
    last = first + timedelta(days=days)
    text = style.replace("between {} and {}", "between {} and {}").format(
        f"{first:%B %d, %Y}", f"{last:%B %d, %Y}"
    )
    assert ends(text, None) == (first.isoformat(), last.isoformat())


@given(st.integers(1, 300), st.sampled_from(("days", "weeks")))
def test_so_long_ago_and_from_now(count: int, unit: str) -> None:
    days = timedelta(days=count * (7 if unit == "weeks" else 1))
    day = REFERENCE.date()
    assert ends(f"{count} {unit} ago")[0] == (day - days).isoformat()
    assert ends(f"{count} {unit} from now")[0] == (day + days).isoformat()


WORDS = st.sampled_from(
    (
        "the a in on at by of to from between and until since before after about , . : - – / ' ( ) 1 2 "
        "15 22nd 30 90 1999 2025 Q3 3:30 pm a.m. May August Friday week weeks year month day ago later "
        "last next this past few end early mid late every half quarter third first two noon morning "
        "tonight yesterday Christmas summer fiscal 1990s century decade 12/30 2025-08-15 now rest each "
        "business all another "
    ).split()
)


@given(
    st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=80),
    st.none() | st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31)),
)
@settings(max_examples=400)
def test_no_text_raises_and_mentions_are_ordered_and_inside(text: str, reference: datetime | None) -> None:
    tokens = tokenise(text)
    behind = 0
    for mention in dates.read(tokens, reference):
        assert behind <= mention.first < mention.last <= tokens.size
        assert (mention.start, mention.end) == (tokens.starts[mention.first], tokens.ends[mention.last - 1])
        behind = mention.last
        value = mention.value
        if (
            isinstance(value, Period)
            and value.low
            and value.high
            and value.low[0] != "T"
            and not value.unresolved
        ):
            assert value.low <= value.high, (text, value)


@pytest.mark.parametrize(
    "piece",
    ["Friday ", "2-", "12:", "two days after ", "May 5, ", "from 1 to ", "the day before ", "every ", "1 "],
)
def test_long_texts_take_linear_time(piece: str) -> None:
    calls = []
    for size in (500, 1000):
        tokens = tokenise(piece * size)
        counted = _Counting(tokens.lower)
        dates.read(Tokens(tokens.text, tokens.words, counted, tokens.starts, tokens.ends), REFERENCE)
        calls.append(counted.reads)
    assert calls[1] < 2.5 * calls[0] + 1000


class _Counting(list[str]):
    """A list that counts how often it is looked into."""

    reads = 0

    def __getitem__(self, key):  # type: ignore[no-untyped-def]
        self.reads += 1
        return super().__getitem__(key)


def test_a_date_of_a_year_told_before_is_not_put_into_the_year_of_the_text() -> None:
    for text in ("In March of that year they left.", "He died on 5 May of that year."):
        (mention,) = read(text, datetime(2021, 3, 17))
        assert (mention.value.low, mention.value.unresolved) == (None, "no-reference")
        assert text[mention.start : mention.end].endswith("of that year")
