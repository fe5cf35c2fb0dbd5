"""Seasons and holidays of any year."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from factcheck.kinds.dates import calendar
from factcheck.kinds.dates.calendar import Stretch, nth_weekday, shift, unit
from factcheck.kinds.dates.ordinals import YEAR
from factcheck.kinds.dates.piece import Piece
from factcheck.kinds.dates.tables import HOLIDAYS, SEASONS, WEEKDAYS, phrase, word_at
from factcheck.text.tokens import Tokens

NEW_YEAR: Final = ["new", "year"]  # "in the New Year" is no day
DOUBTFUL_HOLIDAYS: Final = ("may", "new", "good", "earth", "flag", "black")
BEFORE_HOLIDAY: Final = ("on", "before", "after", "by", "until", "since")


def season_at(tokens: Tokens, i: int) -> Piece | None:
    """ "summer", "the winter": three months of any year; winter ends in the next one."""
    at = i + (word_at(tokens, i) == "the")
    month = SEASONS.get(word_at(tokens, at))
    if month is None:
        return None

    def place(box: Stretch) -> Stretch | None:
        low = datetime(box.low.year, month, 1)
        return Stretch(low, shift(low, "season", 1))

    return Piece(i, at + 1, "season", "year", place, YEAR, weak="season")


def holiday_at(tokens: Tokens, i: int) -> Piece | None:
    """ "Christmas Eve", "Thanksgiving", "Easter Monday", "Halloween weekend"."""
    found = phrase(tokens, i, HOLIDAYS)
    if found is None or not _stands(tokens, i, found[1]):
        return None
    rule, last = found
    piece = Piece(i, last, "day", "year", lambda box: _holiday(rule, box.low.year), YEAR)
    if word_at(tokens, last) == "weekend":
        return piece.but(
            last=last + 1, grain="weekend", place=lambda box: _weekend_at(_holiday(rule, box.low.year))
        )
    return piece


def _stands(tokens: Tokens, i: int, last: int) -> bool:
    """Whether words in small letters are the holiday: "on earth day", "black friday 2010"."""
    if tokens.lower[i] not in DOUBTFUL_HOLIDAYS:
        return True
    if tokens.words[i][0].isupper() and tokens.lower[i:last] != NEW_YEAR:
        return True
    year = word_at(tokens, last)
    return word_at(tokens, i - 1) in BEFORE_HOLIDAY or (len(year) == 4 and year.isdecimal())


def _weekend_at(day: Stretch | None) -> Stretch | None:
    """The weekend that a day belongs to: of its week, Monday counting to the one before."""
    if day is None:
        return None
    return unit(day.low, "weekend", -1 if day.low.weekday() == 0 else 0)


def _holiday(rule: str, year: int) -> Stretch | None:
    parts = rule.split()
    if parts[0] == "easter":
        low = shift(calendar.easter(year), "day", int(parts[1]))
        return Stretch(low, low + calendar.DAY)
    if len(parts) == 1:
        return calendar.day(year, int(rule[:2]), int(rule[3:]))
    month = unit(datetime(year, int(parts[2]), 1), "month")
    found = nth_weekday(month, WEEKDAYS[parts[1]], int(parts[0]))
    if found and len(parts) == 4:
        offset = int(parts[3]) * calendar.DAY
        return Stretch(found.low + offset, found.high + offset)
    return found
