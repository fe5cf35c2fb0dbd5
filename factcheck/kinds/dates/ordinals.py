"""Units that are counted inside larger ones: "the third quarter", "Q3", "the last Friday of", "week 10"."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from factcheck.kinds.dates import calendar
from factcheck.kinds.dates.calendar import CLOCK, DAY, Stretch, nth_unit, nth_weekday, shift, unit
from factcheck.kinds.dates.evidence import ends
from factcheck.kinds.dates.piece import NOW, Piece, fixed, inside
from factcheck.kinds.dates.tables import (
    CLOSING,
    COUNTED,
    HYPHENS,
    LAST_ONES,
    MONTHS,
    OPENING,
    UNITS,
    WEEK_NUMBERS,
    WEEKDAYS,
    WORKING,
    number,
    phrase,
    whole,
    word_at,
)  # fmt: skip
from factcheck.kinds.dates.years import _hundred, century_of
from factcheck.text.tokens import Tokens

YEAR: Final = ("year",)

LARGER: Final = {
    "day": ("week", "weekend", "month", "quarter", "half", "season", "year"),
    "workday": ("week", "month", "quarter", "year"),
    "week": ("month", "quarter", "year"),
    "weekend": ("month", "quarter", "year"),
    "month": ("quarter", "half", "season", "year"),
    "quarter": YEAR, "half": YEAR, "season": YEAR,
    "year": ("decade", "century"), "decade": ("century",),
    "hour": ("day",), "minute": ("day", "hour"), "night": ("week", "month"),
}  # fmt: skip
JOINTS: Final = frozenset(("and", "or", ",", "to", "until", *HYPHENS))
CENTURY_REACH: Final = 5  # tokens behind "quarter of" in which a century is told
LONGEST_MONTH: Final = 31 * DAY


def nth(first: int, last: int, name: str, count: int, weak: str = "") -> Piece:
    """The `count`th unit of a larger one: "third quarter", "9th month", -1 for the last."""

    def place(box: Stretch) -> Stretch | None:
        return nth_unit(box, name, count)

    cycle = {
        "day": "month", "week": "month", "weekend": "month", "workday": "month", "year": "decade",
        "decade": "century",
    }.get(name, "year")  # fmt: skip
    return Piece(first, last, name, cycle, place, LARGER.get(name, YEAR), weak=weak)


def ordinal_unit(tokens: Tokens, i: int) -> Piece | None:
    """ "the third quarter", "first Monday", "the last week of", "2nd half", "19th century"."""
    at = i + (word_at(tokens, i) == "the")
    word = word_at(tokens, at)
    if word in LAST_ONES:
        count, j = -1, at + 1
    else:
        found = number(tokens, at)
        if found is None or not found.ordinal or not 1 <= found.value <= 366 or found.value.denominator != 1:
            return _several(tokens, i, at)
        count, j = int(found.value), found.last
    if count > 0 and _of_centuries(tokens, j):
        return _century(tokens, i, j, count)
    j += word_at(tokens, j) in HYPHENS or word_at(tokens, j) in ("full", "fiscal", "calendar")
    name = word_at(tokens, j)
    if name in WORKING and word_at(tokens, j + 1) == "day":
        return nth(i, j + 2, "workday", count, "ordinal unit").but(grain="day")
    weekday = WEEKDAYS.get(name)
    if weekday is not None and len(name) > 4:
        if count < 0 and not _of_larger(tokens, j + 1):
            return None
        return _nth_weekday(i, j + 1, weekday, count)
    if name in ("half", "halves"):
        return half_at(i, j + 1, count) if count in (-1, 1, 2) else None
    grain = UNITS.get(name, "")
    if grain == "century" and count > 0:
        return _century(tokens, i, j + 1, count)
    if grain not in LARGER or name.endswith("s"):
        return _several(tokens, i, at)
    if count < 0 and word_at(tokens, j + 1) != "of" and not _in_month(tokens, j + 1, grain):
        return None
    if grain == "quarter" and count > 4:
        return None
    if grain == "quarter" and count > 0 and "century" in tokens.lower[j + 2 : j + 2 + CENTURY_REACH]:
        return _of_a_century(i, j + 1, count)
    return nth(i, j + 1, grain, count, "" if grain == "quarter" and count > 0 else "ordinal unit")


def _of_a_century(first: int, last: int, count: int) -> Piece:
    """ "the first quarter of the 20th century": its first 25 years."""

    def place(box: Stretch) -> Stretch | None:
        low = shift(box.low, "year", 25 * (count - 1))
        return Stretch(low, shift(low, "year", 25))

    return Piece(first, last, "year", "century", place, ("century",), weak="ordinal unit")


def half_at(first: int, last: int, count: int) -> Piece:
    """ "the first half", which must be said of what."""
    number = 1 if count == 1 else 2
    fits = ("week", "month", "year", "decade", "century")
    return Piece(first, last, "half", "year", lambda box: calendar.half_of(box, number), fits, weak="half")


def quarter_at(tokens: Tokens, i: int) -> Piece | None:
    """ "Q3", "3Q", "H1", "1H", alone only beside a year or as a capital."""
    word = tokens.lower[i]
    other = word_at(tokens, i + 1)
    if not tokens.glued(i) or len(word) != 1 or len(other) != 1:
        return None
    letter, figure = (word, other) if word in "qh" else (other, word)
    if letter not in ("q", "h") or figure not in (("1", "2", "3", "4") if letter == "q" else ("1", "2")):
        return None
    if letter == "q":
        piece = nth(i, i + 2, "quarter", int(figure), "" if word == "q" else "half")
    else:
        piece = half_at(i, i + 2, int(figure))
    year = word_at(tokens, i + 2)
    if not year.isdecimal() or len(year) not in (2, 4):
        return piece
    if tokens.glued(i + 1):
        if letter == word or tokens.words[i + 1].islower():
            return None
    elif len(year) == 4 or letter != word or word_at(tokens, i + 3) in UNITS or not ends(tokens, i + 3):
        return piece
    full = int(year) if len(year) == 4 else century_of(int(year))
    return inside(piece, fixed(i + 2, i + 3, "year", unit(datetime(full, 1, 1), "year")), i, i + 3)


def week_number(tokens: Tokens, i: int) -> Piece | None:
    """ "week 10", "calendar week 3", "W23": the week of ISO 8601 in any year."""
    word = tokens.lower[i]
    found = whole(tokens, i + 1, 1, 53) if word in WEEK_NUMBERS else None
    short = len(word) < 4
    if (
        found is None
        or (short and word != "wk" and not (tokens.glued(i) and len(tokens.words[i + 1]) == 2))
        or tokens.words[i + 1][0].isalpha()
    ):
        return None
    count = found[0]

    def place(box: Stretch) -> Stretch | None:
        return (
            calendar.week(box.low.year, count)
            if count < 53 or calendar.start(datetime(box.low.year, 12, 28), "week").isocalendar()[1] == 53
            else None
        )

    # a week's number without a year belongs to the year of the reference
    return Piece(i, found[1], "week", NOW, place, YEAR, weak="week" if word == "w" else "")


def _of_larger(tokens: Tokens, i: int) -> bool:
    """What follows "the last Friday" says of what."""
    word = word_at(tokens, i)
    return word == "of" or word in MONTHS or (word == "in" and word_at(tokens, i + 1) in MONTHS)


def _in_month(tokens: Tokens, i: int, grain: str) -> bool:
    """ "the last weekend in June", "the last day in October 2015"; "last year in May" is another thing."""
    return grain in ("day", "week", "weekend") and word_at(tokens, i) == "in" and _of_larger(tokens, i)


def _several(tokens: Tokens, i: int, at: int) -> Piece | None:
    """ "the last 3 weeks of", "the first ten days of"."""
    word = word_at(tokens, at)
    if word not in OPENING and word not in CLOSING:
        return None
    vague = phrase(tokens, at + 1, COUNTED)
    few = vague is not None and vague[0] != "1"
    quarters = tokens.cut(0, at + 2) if word_at(tokens, at + 2) == "quarters" else tokens  # no fraction
    found = whole(quarters, at + 1, 2, 400)
    if vague is not None and few:
        found = int(vague[0]), vague[1] + (word_at(tokens, vague[1]) == "of")
    if found is None:  # "the closing days of"
        few, found = word_at(tokens, at + 1).endswith("s"), (3, at + 1)
    name = UNITS.get(word_at(tokens, found[1]), "")
    if name not in LARGER or word_at(tokens, found[1] + 1) not in ("of", "in"):
        return None
    if (few and name in CLOCK) or (found[1] == at + 1 and not few):
        return None
    count = found[0]

    def place(box: Stretch) -> Stretch | None:
        if name == "week" and word in OPENING and box.high - box.low <= LONGEST_MONTH:
            return Stretch(box.low, box.low + 7 * count * DAY)  # of a month, from its first day
        if word in OPENING:
            low, high = nth_unit(box, name, 1), nth_unit(box, name, count)
        else:
            low, high = nth_unit(box, name, -count), nth_unit(box, name, -1)
        return Stretch(low.low, high.high) if low and high else None

    cycle = "month" if name == "day" else "year"
    return Piece(i, found[1] + 1, name, cycle, place, LARGER[name], weak="ordinal unit", approximate=few)


def _of_centuries(tokens: Tokens, i: int) -> bool:
    """Whether an ordinal up to token `i` counts a century as the next one does: "18th and 19th centuries"."""
    if word_at(tokens, i) not in JOINTS:
        return False
    at = i + 1 + (word_at(tokens, i + 1) == "the")
    other = number(tokens, at) if word_at(tokens, at) else None
    return (
        other is not None
        and other.ordinal
        and UNITS.get(word_at(tokens, other.last + (word_at(tokens, other.last) in HYPHENS))) == "century"
    )


def _nth_weekday(first: int, last: int, weekday: int, count: int) -> Piece:
    return Piece(
        first,
        last,
        "day",
        "month",
        lambda box: nth_weekday(box, weekday, count),
        ("month", "year"),
        weak="nth weekday" if count < 0 else "",
    )


def _century(tokens: Tokens, first: int, last: int, count: int) -> Piece | None:
    if count > 22 or word_at(tokens, last) in ("bc", "bce", "b.c.", "b.c.e."):
        return None
    return fixed(first, last, "century", _hundred(count * 100 - 99))
