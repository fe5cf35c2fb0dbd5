"""Parts of the day: "morning", "in the early hours", "tonight", "at lunch", "end of day"."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from factcheck.kinds.dates.calendar import DAY, Stretch, midnight
from factcheck.kinds.dates.piece import Piece
from factcheck.kinds.dates.tables import (
    DAY_ENDS,
    DAYPARTS,
    DAYS,
    HYPHENS,
    LAST,
    LIGHTS,
    MEALS,
    NEXT,
    SMALL_HOURS,
    THIS,
    TONIGHT,
    WEEKDAYS,
    phrase,
    word_at,
)  # fmt: skip
from factcheck.text.tokens import Tokens

FITS: Final = ("day", "daypart")
SECOND: Final = timedelta(seconds=1)
BEHIND_THE_DAY: Final = frozenset((*WEEKDAYS, *DAYS, *THIS, *LAST, *NEXT, "on"))
NIGHT_ENDS: Final = "06:00"  # of "the small hours"
TURNING: Final = frozenset((*MEALS, *LIGHTS))


def daypart(first: int, last: int, low: str, high: str, part: str = "") -> Piece:
    """A part of the day between two times; `part` early, mid or late takes two hours of it."""
    begin, end = _clock_of(low), _clock_of(high)
    two = timedelta(hours=2)
    if part:
        begin = begin if part == "early" else end - two if part == "late" else begin + (end - begin - two) / 2
        end = begin + two

    def place(box: Stretch) -> Stretch | None:
        start = midnight(box.low)
        return Stretch(start + begin, start + end)

    return Piece(first, last, "daypart", "day", place, ("day",))


def small_hours(tokens: Tokens, i: int) -> Piece | None:
    """ "the early hours", "the small hours": of the night that has begun on the day before."""
    found = phrase(tokens, i + (word_at(tokens, i) == "the"), SMALL_HOURS)
    if found is None:
        return None
    piece = daypart(i, found[1], "00:00", NIGHT_ENDS)
    return piece.but(fits=FITS, weak="" if word_at(tokens, found[1]) == "of" else "daypart")


def _clock_of(text: str) -> timedelta:
    return timedelta(hours=int(text[:2]), minutes=int(text[3:]))


def daypart_at(tokens: Tokens, i: int) -> Piece | None:
    """ "morning", "early morning", "in the evening", "at night", "tonight", "at lunch"."""
    word = word_at(tokens, i)
    if word in TONIGHT:
        night = daypart(i, i + 1, *DAYPARTS["night"])
        return night.but(cycle="now")
    at = i
    if word in ("in", "at", "during", "by", "after", "before"):
        at += 1 + (word_at(tokens, i + 1) == "the")
    part = word_at(tokens, at) if word_at(tokens, at) in ("early", "mid", "late") else ""
    at += bool(part)
    at += bool(part) and word_at(tokens, at) in HYPHENS
    if part and word_at(tokens, at) == "in":
        at += 1 + (word_at(tokens, at + 1) == "the")
    named = DAYPARTS.get(word_at(tokens, at))
    if part == "mid" and tokens.lower[at : at + 1] == ["night"]:
        return None
    if named is None or (word in ("after", "before") and tokens.lower[at] not in TURNING):
        return None
    if at == i and tokens.lower[at] in MEALS and not tokens.lower[at].endswith("time"):
        return None
    piece = daypart(i, at + 1, named[0], named[1], part)
    bare = at == i or (word == "in" and at == i + 1)
    piece.weak = "daypart" if bare else ""
    piece.repeated = at == i and tokens.lower[at].endswith("s")
    if word in ("after", "before"):
        piece.bound = word
    return piece


def last_second(first: int, day: Piece) -> Piece:
    """ "the end of tomorrow": the last second of a day."""

    def place(box: Stretch) -> Stretch | None:
        found = day.place(box)
        return Stretch(found.high - SECOND, found.high - SECOND) if found else None

    return day.but(first=first, place=place, grain="second", weak="", weekday=False)


def in_part(tokens: Tokens, first: int, i: int, part: str) -> Piece | None:
    """ "early in the day", "later in the afternoon": that part of a part of the day."""
    if word_at(tokens, i) != "the":
        return None
    named = DAYPARTS.get(word_at(tokens, i + 1))
    if named is not None:
        return daypart(first, i + 2, named[0], named[1], part).but(fits=FITS)
    if word_at(tokens, i + 1) != "day" or word_at(tokens, i + 2) not in BEHIND_THE_DAY:
        return None
    ends = ("00:00", "12:00") if part == "early" else ("12:00", "24:00")
    return daypart(first, i + 2, *ends)


def end_of_day(tokens: Tokens, i: int) -> Piece | None:
    """ "end of day", "the end of the day", "close of business", "EOD": the last second."""
    found = phrase(tokens, i + (word_at(tokens, i) == "the"), DAY_ENDS)
    if found is None:
        return None

    def place(box: Stretch) -> Stretch | None:
        moment = midnight(box.low) + DAY - SECOND
        return Stretch(moment, moment)

    return Piece(i, found[1], "second", "now", place, FITS, weak="" if found[0] == "short" else "end of day")
