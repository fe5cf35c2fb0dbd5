"""Are the two claims of one time? A figure of a period without one of its own is of the text's period."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

from factcheck.claims.linking import linking
from factcheck.claims.profile import Profile
from factcheck.claims.row import Days, Row, Spoken
from factcheck.claims.tense import NOW, ONCE, PAST, USUAL
from factcheck.compare.events import APART, days_apart, spoken_apart
from factcheck.compare.gates.modality import AHEAD
from factcheck.compare.pair import Reason
from factcheck.model import Interval

FLOWS = frozenset(("money", "count", "percent"))  # kinds of figure that a quarter has, and a year
ROUGHLY = Decimal("0.15")  # of the days between two texts, that a length of time may differ from them
QUARTER = 3  # months
MONTH = 30  # days
SECONDS = 86_400  # of a day; lengths of time are compared in them
YEAR = 365  # days within which nobody's age changes by more than one
DAY = 10  # letters of an ISO day
T = TypeVar("T", Days, Spoken)


def apart(a: Row, b: Row, mine: Profile, other: Profile, sure: bool = False) -> Reason | None:
    """Whether two statements are of different times; `mine` and `other` are their texts. `sure`: they are of
    one thing, so that only days that are told part them, no tense."""
    one = a.days or (mine.period and _reported(a, mine.period))
    two = b.days or (other.period and _reported(b, other.period))
    if one and two and not any(_meet(x, y, YEAR if a.kind == "age" else 0) for x in one for y in two):
        return "different-time", f"{one[0][0]} and {two[0][0]}"
    first = a.spoken or (mine.spoken_period and _reported(a, mine.spoken_period))
    second = b.spoken or (other.spoken_period and _reported(b, other.spoken_period))
    if first and second and a.kind != "age" and spoken_apart(first, second):
        return "different-time", "another day, season or quarter"
    if a.kind in FLOWS and not a.family and one and two and _other_length(one, two):
        return "different-time", f"{_until(one)} and {_until(two)}"
    if a.back != b.back and not (one and two):
        return "different-time", "one looks back to an earlier time"
    if (
        a.tense != b.tense
        and not sure
        and (_is_now_and_then(a, b, mine, other) or _is_now_and_then(b, a, other, mine))
    ):
        return "different-time", "what is so now and what was so earlier"
    if a.kind == "age" and _has_aged(a, b, mine, other):
        return "different-time", "a birthday lies between the texts"
    if a.kind == "duration" and _has_gone_on(a, b, mine, other):
        return "different-time", "it has gone on from one text to the other"
    if (a.reached and _is_changed(a, mine, other)) or (b.reached and _is_changed(b, other, mine)):
        return "different-time", "the later text says that it was changed"
    if (a.spoken and _news_and_history(a, b, mine)) or (b.spoken and _news_and_history(b, a, other)):
        return "different-time", "news and an earlier year"
    return None


def _meet(one: Days, other: Days, slack: int) -> bool:
    """Whether two stretches of days meet, or are at most `slack` days apart."""
    if one[0] <= other[1] and other[0] <= one[1]:
        return True
    first, second = sorted((one, other))
    if not slack or not len(first[1]) == len(second[0]) == DAY:  # no day of an era before ours
        return False
    return (days_apart(first[1], second[0]) or 0) <= slack


def _has_aged(a: Row, b: Row, mine: Profile, other: Profile) -> bool:
    """Whether a person is older in the later text by the years that lie between the two; what is weeks apart
    seldom has a birthday in between."""
    days = days_apart(mine.published, other.published) or 0
    one, two = a.claim.value, b.claim.value
    if days < MONTH or not (isinstance(one, Interval) and isinstance(two, Interval)):
        return False
    grown = _growth(one, two, mine, other)
    return one.unit == two.unit and grown > 0 and days // YEAR <= grown <= days // YEAR + 1


def _has_gone_on(a: Row, b: Row, mine: Profile, other: Profile) -> bool:
    """Whether two lengths of time differ by as much as the days of their texts: "closed for a week", and
    "lasted three weeks" a fortnight later."""
    days = days_apart(mine.published, other.published) or 0
    one, two = a.claim.canonical, b.claim.canonical
    if days <= APART or not (isinstance(one, Interval) and isinstance(two, Interval)):
        return False
    off = _growth(one, two, mine, other) / SECONDS - days
    return min(one.figure, two.figure) >= SECONDS and abs(off) <= max(Decimal(1), days * ROUGHLY)


def _growth(one: Interval, two: Interval, mine: Profile, other: Profile) -> Decimal:
    """By how much the figure of the later text is the greater one."""
    grown = two.figure - one.figure
    return grown if (mine.published or "") < (other.published or "") else -grown


def _is_now_and_then(now: Row, then: Row, mine: Profile, other: Profile) -> bool:
    """Whether one figure is of the day of writing, and the other of an earlier time: "has 310 animals", and
    "had 700 in 1990" or "once had 700"; what is usual is not what once was so. What
    befell people stays so."""
    if now.tense == USUAL and then.tense in (PAST, ONCE):
        return True
    if now.tense != NOW or now.days or now.family == "casualty":
        return False
    if then.tense != PAST or not then.days:
        return then.tense == ONCE
    written = mine.published or other.published or ""
    return not written or all(last[:4] < written[:4] for _, last in then.days)


def _is_changed(row: Row, mine: Profile, other: Profile) -> bool:
    """Whether a text that is the later one says that a figure, which was `reached`, was given to what had
    another one before: "the ban was extended to 25 miles"."""
    if row.verb not in linking().changing:
        return False
    return bool(mine.published and other.published and mine.published > other.published)


def _other_length(a: tuple[Days, ...], b: tuple[Days, ...]) -> bool:
    """Whether two statements are of calendar periods of other lengths: a quarter, a half-year, a year."""
    one, two = ({length for x in days if (length := _months(x))} for days in (a, b))
    return bool(one and two) and not one & two


def _months(days: Days) -> int:
    """The length of a stretch of whole months, from a quarter on; 0 for any other one."""
    first, last = days
    if first[8:10] != "01" or len(last) < 10 or last[8:10] not in ("28", "29", "30", "31"):
        return 0
    months = (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7]) - int(first[5:7]) + 1
    return months if months >= QUARTER else 0


def _until(days: tuple[Days, ...]) -> str:
    return f"{days[0][0]} to {days[0][1]}"


def _news_and_history(a: Row, b: Row, mine: Profile) -> bool:
    """Whether the first claim, told of a weekday, stands in an undated text, and the second one is of a
    whole year."""
    return not mine.published and not a.days and bool(b.days) and all(map(_is_year, b.days))


def _reported(row: Row, period: tuple[T, ...]) -> tuple[T, ...]:
    """The period that a text reports on, for the kinds of figure that are of a period; what lies ahead is of
    none that is reported on."""
    if row.claim.modality in AHEAD:
        return ()
    if row.kind == "date":  # "at the end of June" is of the quarter; a year reported on dates nothing
        return tuple(stretch for stretch in period if not _is_year(stretch))
    return period if row.kind in FLOWS else ()


def _is_year(stretch: Days | Spoken) -> bool:
    """Whether a stretch of days runs to the end of the year that it begins."""
    first, last = stretch[-2:]
    return first[4:10] == "-01-01" and last[4:10] == "-12-31"
