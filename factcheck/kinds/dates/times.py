"""Times of day: "3:30 p.m.", "half past two", "nine o'clock", "noon", "in the morning", "tonight"."""

from __future__ import annotations

from datetime import timedelta

from factcheck.kinds.dates.calendar import DAY, Stretch, midnight
from factcheck.kinds.dates.piece import HALF_DAY, Piece, inside
from factcheck.kinds.dates.tables import (
    DAY_ENDS,
    DAYPARTS,
    HALVES,
    HYPHENS,
    INSTANTS,
    MEALS,
    OCLOCK,
    TONIGHT,
    follows_glued,
    number,
    phrase,
    whole,
    word_at,
)  # fmt: skip
from factcheck.text.tokens import Tokens

FITS = ("day", "daypart")
SECOND = timedelta(seconds=1)
MILITARY = ("hours", "hrs", "h")  # behind "1500"


def clock(first: int, last: int, seconds: int, grain: str, half: str, weak: str = "") -> Piece:
    """An instant of the day; where `half` is "?" the stretch it is put into decides on a.m. or p.m."""
    span = timedelta(seconds=seconds)

    def place(box: Stretch) -> Stretch | None:
        moment = midnight(box.low) + span
        if half == "?" and not box.low <= moment < box.high and box.low <= moment + HALF_DAY < box.high:
            moment += HALF_DAY
        return Stretch(moment, moment)

    return Piece(first, last, grain, "day", place, FITS, weak=weak, half=half)


def time_at(tokens: Tokens, i: int) -> Piece | None:
    """A time of the clock that begins at token `i`."""
    found = _figures(tokens, i) or _past_the_hour(tokens, i) or _in_words(tokens, i)
    if found is None or found.half in ("?", ""):
        return _in_daypart(tokens, found or bare_hour(tokens, i)) or found
    return found


def _in_daypart(tokens: Tokens, hour: Piece | None) -> Piece | None:
    """ "2 in the afternoon", "fifteen past eight in the morning", "11 at night"."""
    if hour is None or word_at(tokens, hour.last) not in ("in", "at"):
        return None
    part = daypart_at(tokens, hour.last)
    return (
        inside(hour, part, hour.first, part.last).but(fits=FITS, half="24")
        if part and not part.weak
        else None
    )


def at_hour(tokens: Tokens, i: int) -> Piece | None:
    """ "at 6", where the day has just been said: the hour without its "at"."""
    hour = bare_hour(tokens, i + 1)
    return hour.but(weak="at hour") if hour else None


def instant_at(tokens: Tokens, i: int) -> Piece | None:
    """ "noon", "midnight", "12 noon"."""
    at = i + (word_at(tokens, i) == "12")
    stated = INSTANTS.get(word_at(tokens, at))
    if stated is None:
        return None
    return clock(i, at + 1, int(stated[:2]) * 3600, "minute", "pm" if stated >= "12" else "am")


def _figures(tokens: Tokens, i: int) -> Piece | None:
    """ "15:30", "3:30:15 pm", "3.30pm", "3 p.m.", "9 o'clock", "1500 hours"."""
    word = tokens.words[i]
    if not word[0].isdecimal() or not word.isascii() or len(word) > 5 or _continues(tokens, i):
        return None
    hour, minute, second, j = _hour_minute(tokens, i)
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and minute):
        return None
    colon = j > i + 1
    half, last = _half(tokens, j)
    grain = "second" if j > i + 4 else "minute" if colon or "." in word else "hour"
    if half:
        if not 1 <= hour <= 12:
            return clock(i, last, (hour * 60 + minute) * 60 + second, grain, half) if hour < 24 else None
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif not colon:
        if word_at(tokens, j) not in OCLOCK or hour > 12 or "." in word:
            return None
        half, last = "?", j + 1
    elif follows_glued(tokens, j) and j < tokens.size and tokens.words[j] in (":", "%"):
        return None
    else:
        half = "?" if hour <= 12 and word[0] != "0" else "24"
        last = j
    return clock(
        i,
        last,
        (hour * 60 + minute) * 60 + second,
        grain,
        half,
        weak="clock" if half == "?" and colon else "",
    )


def _continues(tokens: Tokens, i: int) -> bool:
    """The figures go on to the left: "1:15" in "2:1:15", "$3:…"."""
    return follows_glued(tokens, i) and tokens.words[i - 1] in (":", ".", ",", "/", "$", "€", "£")


def _hour_minute(tokens: Tokens, i: int) -> tuple[int, int, int, int]:
    """Hour, minute and second, and the token behind them; an hour of 99 for none."""
    words, size = tokens.words, tokens.size
    word = words[i]
    if "." in word:
        hour, _, minute = word.partition(".")
        return (int(hour), int(minute), 0, i + 1) if len(hour) <= 2 and len(minute) == 2 else (99, 0, 0, i)
    if len(word) == 4 and word_at(tokens, i + 1) in MILITARY and word_at(tokens, i + 2) != "of":
        return int(word[:2]), int(word[2:]), 0, i + 2
    if len(word) > 2:
        return 99, 0, 0, i
    values, j = [int(word)], i + 1
    while len(values) < 3 and j + 1 < size and words[j] == ":" and tokens.glued(j - 1) and tokens.glued(j):
        figures, point, _ = words[j + 1].partition(".")
        if point and len(values) == 1:  # "1:36.6" is how long a lap took
            return 99, 0, 0, i
        if len(figures) != 2 or not figures.isdecimal():
            break
        values.append(int(figures))
        j += 2
    values += [0] * (3 - len(values))
    return values[0], values[1], values[2], j


def _half(tokens: Tokens, j: int) -> tuple[str, int]:
    """ "am" or "pm" and the token behind it; "" for none. "p m" and "a.m" are several tokens."""
    word = word_at(tokens, j)
    half = HALVES.get(word)
    if half is None:
        return "", j
    if word not in ("a", "p"):
        return half, j + 1
    at = j + 1 + (word_at(tokens, j + 1) == ".")
    return (half, at + 1) if word_at(tokens, at) == "m" else ("", j)


def _past_the_hour(tokens: Tokens, i: int) -> Piece | None:
    """ "half past two", "quarter to six", "20 past seven o'clock"."""
    word = word_at(tokens, i)
    at = i + (word == "a")
    if word_at(tokens, at) in ("half", "quarter"):
        minutes, j, said = (30 if tokens.lower[at] == "half" else 15), at + 1, True
    else:
        found = whole(tokens, i, 1, 29)
        if found is None:
            return None
        minutes, j = found
        said = word_at(tokens, j) in ("minutes", "minute", "mins")
        j += said
    joiner = word_at(tokens, j)
    if joiner not in ("past", "to", "after", "before", "till"):
        return None
    hour = whole(tokens, j + 1, 1, 12)
    if hour is None or (joiner != "past" and not said and word_at(tokens, hour[1]) not in OCLOCK):
        return None  # "2 to 4 p.m." is a range
    last = hour[1] + (word_at(tokens, hour[1]) in OCLOCK)
    half, last = _half(tokens, last)
    sign = 1 if joiner in ("past", "after") else -1
    hours = hour[0] % 12 + (12 if half == "pm" else 0) if half else hour[0]
    return clock(i, last, (hours * 3600 + sign * minutes * 60) % 86400, "minute", half or "?")


def _in_words(tokens: Tokens, i: int) -> Piece | None:
    """ "nine a.m.", "eight thirty", "eight o'clock"; "two thirty" alone wants evidence."""
    if tokens.words[i][0].isdecimal():
        return None
    hour = whole(tokens, i, 1, 12)
    if hour is None:
        return None
    value, j = hour
    at = j + (word_at(tokens, j) in HYPHENS)
    minutes = whole(tokens, at, 10, 59) if at < tokens.size and tokens.words[at][0].isalpha() else None
    minute, j = minutes or (0, j)
    half, last = _half(tokens, j)
    if half:
        return clock(
            i,
            last,
            (value % 12 + (12 if half == "pm" else 0)) * 3600 + minute * 60,
            "minute" if minute else "hour",
            half,
        )
    if word_at(tokens, j) in OCLOCK:
        return clock(i, j + 1, value * 3600, "hour", "?")
    return clock(i, j, value * 3600 + minute * 60, "minute", "?", weak="time") if minutes else None


def bare_hour(tokens: Tokens, i: int) -> Piece | None:
    """ "7" in "at 7" or "from 9 to 5 p.m.": an hour only in the company of other times."""
    if "." in word_at(tokens, i)[1:]:
        return _dotted(tokens, i)
    found = number(tokens, i)
    if found is None or found.ordinal or found.value.denominator != 1 or not 0 < found.value <= 24:
        return None
    return clock(
        i, found.last, int(found.value) * 3600, "hour", "?" if found.value <= 12 else "24", weak="hour"
    )


def _dotted(tokens: Tokens, i: int) -> Piece | None:
    """The "9.30" of "from 9.30 to 4.30 p.m."."""
    hour, _, minute = tokens.words[i].partition(".")
    if not (
        hour.isdecimal()
        and minute.isdecimal()
        and len(hour) <= 2
        and len(minute) == 2
        and int(hour) < 24
        and int(minute) < 60
    ):
        return None
    return clock(
        i, i + 1, int(hour) * 3600 + int(minute) * 60, "minute", "?" if int(hour) <= 12 else "24", weak="hour"
    )


def daypart(first: int, last: int, low: str, high: str, part: str = "") -> Piece:
    """A part of the day between two times; `part` early or late takes its first two hours or its last."""
    begin, end = _clock_of(low), _clock_of(high)
    if part == "early":
        end = begin + timedelta(hours=2)
    elif part == "late":
        begin = end - timedelta(hours=2)

    def place(box: Stretch) -> Stretch | None:
        start = midnight(box.low)
        return Stretch(start + begin, start + end)

    return Piece(first, last, "daypart", "day", place, ("day",))


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
        at += 1 + (word_at(tokens, i + 1) in ("the", "early", "late"))
    part = word_at(tokens, at) if word_at(tokens, at) in ("early", "late") else ""
    at += bool(part)
    at += bool(part) and word_at(tokens, at) in HYPHENS
    if part and word_at(tokens, at) == "in":
        at += 1 + (word_at(tokens, at + 1) == "the")
    named = DAYPARTS.get(word_at(tokens, at))
    if named is None or (word in ("after", "before") and tokens.lower[at] not in MEALS):
        return None
    if at == i and tokens.lower[at] in MEALS:
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


def end_of_day(tokens: Tokens, i: int) -> Piece | None:
    """ "end of day", "the end of the day", "close of business", "EOD": the last second."""
    found = phrase(tokens, i + (word_at(tokens, i) == "the"), DAY_ENDS)
    if found is None:
        return None

    def place(box: Stretch) -> Stretch | None:
        moment = midnight(box.low) + DAY - SECOND
        return Stretch(moment, moment)

    return Piece(i, found[1], "second", "now", place, FITS, weak="" if found[0] == "short" else "end of day")
