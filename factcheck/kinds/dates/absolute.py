"""Months, their days and weekdays: "August", "15 August", "the 22nd", "Friday".

Each function reads the expression that begins at token `i`, without a year that follows it (the
grammar in `phrases` puts "15 August" into "2025"), and gives a Piece or None.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from factcheck.kinds.dates import calendar
from factcheck.kinds.dates.calendar import Stretch, nth_weekday, unit
from factcheck.kinds.dates.ordinals import YEAR
from factcheck.kinds.dates.piece import Piece, fixed
from factcheck.kinds.dates.tables import (
    DOUBTFUL,
    HYPHENS,
    MONTHS,
    WEEKDAYS,
    follows_glued,
    number,
    whole,
    word_at,
)  # fmt: skip
from factcheck.text.tokens import Tokens
from factcheck.text.words import NOUN, PLURAL, lists, readings, small_words

DAY_YEAR: Final = 6  # figures of a day and a year run together
FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100
VERBS: Final = frozenset(("wed", "sat"))  # behind one of these no weekdays
SUBJECTS: Final = frozenset(("i", "he", "she", "we", "they", "who"))


def day_of(first: int, last: int, month: int, number_: int, weak: str = "") -> Piece:
    """A day of a month, in any year that has it."""

    def place(box: Stretch) -> Stretch | None:
        year = box.low.year
        return calendar.day(year, month, number_) if number_ <= calendar.days_in(year, month) else None

    return Piece(first, last, "day", "year", place, YEAR, weak=weak)


def month_of(first: int, last: int, month: int, weak: str = "") -> Piece:
    """A month of any year."""
    return Piece(
        first,
        last,
        "month",
        "year",
        lambda box: unit(datetime(box.low.year, month, 1), "month"),
        YEAR,
        weak=weak,
    )


def day_in_month(first: int, last: int, number_: int, weak: str = "") -> Piece:
    """ "the 22nd": a day of any month that has it."""

    def place(box: Stretch) -> Stretch | None:
        low = box.low.replace(day=1)
        return (
            calendar.day(low.year, low.month, number_)
            if number_ <= calendar.days_in(low.year, low.month)
            else None
        )

    return Piece(first, last, "day", "month", place, ("month",), weak=weak)


def month_first(tokens: Tokens, i: int) -> Piece | None:
    """ "August", "Aug. 15th", "May twenty-first", "Jan first", "March the 4th"."""
    month = MONTHS.get(word_at(tokens, i))
    if month is None:
        return None
    j = i + 1 + _point(tokens, i)
    at = j + (word_at(tokens, j) == "the")
    at += (
        at == j
        and at + 1 < tokens.size
        and (tokens.words[j] in HYPHENS or tokens.words[j] == "/")
        and tokens.glued(j)
        and follows_glued(tokens, j)
    )
    if (stretch := _run_together(tokens, j, month)) is not None:
        return fixed(i, j + 1, "day", stretch)
    found = _day_number(tokens, at)
    if found is not None and not (at > j and tokens.words[j] in HYPHENS and len(tokens.words[i]) > 4):
        return day_of(i, found[1], month, found[0])
    return month_of(
        i, j, month, "month" if tokens.lower[i] in DOUBTFUL or not tokens.words[i][0].isupper() else ""
    )


def _run_together(tokens: Tokens, i: int, month: int) -> Stretch | None:
    """The "182016" of "Jun 182016", where a page has lost the comma between day and year."""
    word = tokens.words[i] if i < tokens.size else ""
    if len(word) != DAY_YEAR or not word.isdecimal() or not FIRST_YEAR <= int(word[2:]) <= LAST_YEAR:
        return None
    day, year = int(word[:2]), int(word[2:])
    return calendar.day(year, month, day) if 1 <= day <= calendar.days_in(year, month) else None


def _day_number(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """1 to 31 in figures or words, ordinal or not, that goes on neither as a time nor as a decimal."""
    if i >= tokens.size:
        return None
    word = tokens.words[i]
    if i > 0 and tokens.words[i - 1] in ("$", "€", "£"):
        return None
    if word[0].isdecimal() and (len(word) > 2 or (word_at(tokens, i + 1) in (":", "%") and tokens.glued(i))):
        return None
    found = whole(tokens, i, 1, 31)
    if found is None:
        return None
    after = word_at(tokens, found[1])
    if after in ("am", "pm", "a.m.", "p.m.", "percent", "o'clock"):
        return None
    return found


def day_first(tokens: Tokens, i: int) -> Piece | None:
    """ "15 August", "the 15th of August", "twenty-first of May", "05-Aug"."""
    at = i + (word_at(tokens, i) == "the")
    found = _day_number(tokens, at)
    if found is None:
        return None
    day, j = found
    j += word_at(tokens, j) == "." and follows_glued(tokens, j) and word_at(tokens, j + 1) in MONTHS
    of = word_at(tokens, j) == "of"
    j += of or (
        j + 1 < tokens.size and tokens.words[j] in HYPHENS and follows_glued(tokens, j) and tokens.glued(j)
    )
    j += of and word_at(tokens, j) == "the"
    month = MONTHS.get(word_at(tokens, j))
    if month is None:
        return None
    written = tokens.words[j]
    if (
        tokens.lower[j] in ("may", "march")
        and written[0].islower()
        and not of
        and tokens.words[at][0].isalpha()
    ):
        return None
    return day_of(i, j + 1 + _point(tokens, j), month, day)


def _point(tokens: Tokens, i: int) -> bool:
    """A point that shortens the word at token `i` and does not end the sentence."""
    word = tokens.lower[i]
    short = (len(word) <= 4 and word not in ("may", "june", "july")) or word == "thurs"
    return short and word_at(tokens, i + 1) == "." and follows_glued(tokens, i + 1) and i + 2 < tokens.size


def bare_day(tokens: Tokens, i: int) -> Piece | None:
    """ "the 22nd", "the twenty-second", "4": a day number that wants a month, a weekday or a range."""
    at = i + (word_at(tokens, i) == "the")
    found = _day_number(tokens, at)
    if found is None:
        return None
    ordinal = number(tokens, at)
    assert ordinal is not None
    if at > i and ordinal.ordinal and tokens.words[at][0].isalpha() and _is_one_of_many(tokens, found[1]):
        return None
    if at > i:
        return day_in_month(i, found[1], found[0], "the ordinal" if ordinal.ordinal else "the number")
    return day_in_month(i, found[1], found[0], "number")


def _is_one_of_many(tokens: Tokens, i: int) -> bool:
    """Whether an ordinal in words before token `i` is no day: "on Monday, the first TO get through"."""
    after, then = word_at(tokens, i), word_at(tokens, i + 1)
    if after == "to":
        return then.isalpha() and then != "the"
    return after in ("such", "since", "in", "time", "by", "for") or _is_thing(after)


def _is_thing(word: str) -> bool:
    """Whether a word is a noun that no date goes on with: "on Sunday, the third ACCIDENT this year"."""
    known = word in MONTHS or word in WEEKDAYS or word in lists().time or word in small_words()
    return word.isalpha() and not known and readings(word)[:1] in (NOUN, PLURAL)


def weekday_at(tokens: Tokens, i: int) -> Piece | None:
    """ "Friday", "Fri."; a plural recurs."""
    weekday = WEEKDAYS.get(word_at(tokens, i))
    word = word_at(tokens, i)
    if weekday is None or (word in VERBS and word_at(tokens, i - 1) in SUBJECTS):
        return None
    short = len(word) <= 5 and not word.endswith("day")
    last = i + 1 + _point(tokens, i)
    piece = weekday_of(
        i, last, weekday, "weekday" if short or (tokens.words[i][0].islower() and word in DOUBTFUL) else ""
    )
    piece.repeated = word.endswith("days")
    return piece


def weekday_of(first: int, last: int, weekday: int, weak: str = "") -> Piece:
    """A weekday of any week; in a larger stretch it must be said which one."""
    return Piece(
        first, last, "day", "week", lambda box: nth_weekday(unit(box.low, "week"), weekday, 1), ("week",),
        weekday=True, weak=weak,
    )  # fmt: skip
