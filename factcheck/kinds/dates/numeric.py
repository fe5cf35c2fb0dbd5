"""Dates in figures: "2025-08-15", "15/08/2025", "08/15/25", "23.04.2022", "05-Aug-2016", "2015-12"."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from factcheck.kinds.dates import calendar
from factcheck.kinds.dates.absolute import day_of
from factcheck.kinds.dates.calendar import Stretch, unit
from factcheck.kinds.dates.piece import Piece, fixed
from factcheck.kinds.dates.tables import MONTHS, SEASONAL, SEASONS, YEARS, word_at
from factcheck.kinds.dates.years import century_of, fiscal_behind
from factcheck.text.tokens import Tokens

SEPARATORS: Final = {"-": "-", "‐": "-", "‑": "-", "/": "/", ".": ".", "–": "-"}


def numeric_at(tokens: Tokens, i: int, day_first: bool | None) -> Piece | None:
    """A date in figures at token `i`; which of two is the month is `day_first`'s to say where both can be."""
    parts, mark, last = _parts(tokens, i)
    if len(parts) == 3:
        found = _three(parts, mark, day_first)
        weak = "dotted" if mark == "." and max(map(len, parts)) < 4 else ""
        return fixed(i, last, "day", calendar.day(*found), weak) if found else None
    if len(parts) == 2:
        return _two(tokens, i, parts, mark, last, day_first)
    return None


def _parts(tokens: Tokens, i: int) -> tuple[list[str], str, int]:
    """The parts of a run of figures (and one month's name), their separator, and the token behind.

    Nothing when the run goes on in either direction: a telephone number, a version, a path.
    """
    words, size = tokens.words, tokens.size
    before = words[i - 1] if i > 0 and tokens.ends[i - 1] == tokens.starts[i] else ""
    interval = before == "/" and len(words[i]) == 4  # "2012-01-01/2012-03-31"
    if (
        before
        and (before.isalnum() or before in "$€£_" or SEPARATORS.get(before, "-") != "-")
        and not interval
    ):
        return [], "", i
    run, j = list(_split(words[i])), i + 1
    mark = "." if len(run) > 1 else ""
    while len(run) < 5 and j + 1 < size and tokens.glued(j - 1) and tokens.glued(j):
        sign = SEPARATORS.get(words[j], "")
        following = _split(words[j + 1])
        if (
            not sign
            or (mark and sign != mark)
            or not (following[0].isdecimal() or tokens.lower[j + 1] in MONTHS)
        ):
            break
        mark = sign
        run += following
        j += 2
        if len(following) > 1 and mark != ".":
            return [], "", i
    if not mark and _spaced(tokens, i):
        return [words[i], words[i + 1], words[i + 2]], " ", i + 3
    if (
        j < size
        and tokens.glued(j - 1)
        and (words[j].isdecimal() or (words[j][0].isalpha() and words[j] not in ("T", "t")))
    ):
        return [], "", i
    if interval:
        return (run, mark, j) if len(run) == 3 else ([], "", i)
    if (before in SEPARATORS and mark == "-") or len(run) > 3 or (mark == "." and len(run) < 3):
        return [], "", i
    return run, mark, j


def _split(word: str) -> list[str]:
    return word.split(".") if "." in word and "," not in word and word[0] != "." else [word]


def _spaced(tokens: Tokens, i: int) -> bool:
    """ "2016 10 16": year, month and day in two figures each."""
    words = tokens.words
    if i + 2 >= tokens.size or len(words[i]) != 4 or len(words[i + 1]) != 2 or len(words[i + 2]) != 2:
        return False
    year, month, day = words[i : i + 3]
    return (
        year.isdecimal()
        and month.isdecimal()
        and day.isdecimal()
        and 1900 <= int(year) < 2100
        and 1 <= int(month) <= 12
        and 1 <= int(day) <= 31
    )


def _three(parts: list[str], mark: str, day_first: bool | None) -> tuple[int, int, int] | None:
    """Year, month and day, or None when no order gives a real day."""
    first, second, third = parts
    orders: list[tuple[str, str, str]]
    if second.lower() in MONTHS:
        orders = (
            [(third, second, first), (first, second, third)] if len(first) < 4 else [(first, second, third)]
        )
    elif first.lower() in MONTHS:
        orders = [(third, first, second)]
    elif len(first) == 4:
        orders = [(first, second, third)]
    elif mark == "-" and len(third) < 2:
        return None
    else:
        month_day, day_month = (third, first, second), (third, second, first)
        # Points and dashes before a full year are the habit of places that put the day first.
        leading = mark == "." or (mark == "-" and len(third) == 4) if day_first is None else day_first
        orders = [day_month, month_day] if leading else [month_day, day_month]
    for order in orders:
        found = _real(*order)
        if found is not None:
            return found
    return None


def _real(year: str, month: str, day: str) -> tuple[int, int, int] | None:
    if (
        len(year) not in (2, 4)
        or len(day) > 2
        or not (year + day).isascii()
        or not year.isdecimal()
        or not day.isdecimal()
    ):
        return None
    number = MONTHS.get(month.lower()) or (int(month) if month.isdecimal() and len(month) <= 2 else 0)
    full = int(year) if len(year) == 4 else century_of(int(year))
    if full not in YEARS or not 1 <= number <= 12 or not 1 <= int(day) <= calendar.days_in(full, number):
        return None
    return full, number, int(day)


def _next_year(first: str, second: str) -> bool:
    """ "2010/11": the second figure is the year behind the first."""
    return (
        first.isdecimal()
        and second.isdecimal()
        and int(first) in YEARS
        and len(first) == 4
        and (len(second) == 2 or int(first) + 1 == int(second))
        and (int(first) + 1) % 100 == int(second) % 100
    )


def _paired(tokens: Tokens, i: int, mark: str, last: int) -> bool:
    """Whether two years stand for one season: "2010/11", "the 2010-11 school year", "winter 2010-11"."""
    before = word_at(tokens, i - 1 - (word_at(tokens, i - 1) == "of"))
    return mark == "/" or word_at(tokens, last) in SEASONAL or before in SEASONS


def _two(
    tokens: Tokens, i: int, parts: list[str], mark: str, last: int, day_first: bool | None
) -> Piece | None:
    """ "2015-12", "Aug-2016", "6/4" (which wants evidence), "12/2019"."""
    first, second = parts
    if _next_year(first, second) and _paired(tokens, i, mark, last):
        low, behind = unit(datetime(int(first), 1, 1), "year"), fiscal_behind(tokens, last)
        return fixed(i, behind or last, "year", Stretch(low.low, unit(low.high, "year").high)).but(
            ranged=True, approximate=behind > 0
        )
    if len(second) == 4 or len(first) == 4:
        year, month = (second, first) if len(second) == 4 else (first, second)
        numbered = MONTHS.get(month.lower()) or (int(month) if month.isdecimal() and len(month) <= 2 else 0)
        short = len(month) == 1  # "9/2012" is more often a share or a file
        if short and (mark != "/" or month != first):
            return None
        if {word_at(tokens, i - 1), word_at(tokens, last)} & MONTHS.keys():
            return None  # "1 May 2010–10 June 2011"
        if len(first) == 4 and word_at(tokens, i - 1) == "," and word_at(tokens, last)[:1].isdecimal():
            return None  # "May 1, 2010–June 10, 2011"
        if year.isdecimal() and int(year) in YEARS and 1 <= numbered <= 12:
            return fixed(
                i, last, "month", unit(datetime(int(year), numbered, 1), "month"), "month" if short else ""
            )
        return None
    named = MONTHS.get(second.lower())
    if named and mark == "/" and first.isdecimal() and 1 <= int(first) <= calendar.days_in(2000, named):
        return day_of(i, last, named, int(first))
    if named or mark != "/" or not (first.isdecimal() and second.isdecimal()):
        return None
    left, right = int(first), int(second)
    if len(first) > 2 or len(second) > 2 or word_at(tokens, last) in MONTHS:
        return None
    for at, day in [(right, left), (left, right)] if day_first else [(left, right), (right, left)]:
        if 1 <= at <= 12 and 1 <= day <= calendar.days_in(2000, at):
            return day_of(i, last, at, day, "slash")
    return None
