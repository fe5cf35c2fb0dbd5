"""Times of the clock: "3:30 p.m.", "half past two", "nine o'clock", "noon", "1530 GMT"."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from factcheck.kinds.dates.calendar import Stretch, midnight
from factcheck.kinds.dates.dayparts import FITS, daypart_at
from factcheck.kinds.dates.evidence import ends
from factcheck.kinds.dates.piece import HALF_DAY, Piece, inside
from factcheck.kinds.dates.tables import (
    DAYPARTS,
    HALVES,
    HYPHENS,
    INSTANTS,
    OCLOCK,
    TIME_ZONES,
    WORDS,
    ZONE_NAMES,
    follows_glued,
    number,
    whole,
    word_at,
)  # fmt: skip
from factcheck.text.tokens import Tokens

LATEST_NIGHT: Final = timedelta(hours=4)  # "tonight at 7" is in the evening, "tonight at 2" is not
MILITARY: Final = ("hours", "hrs", "h")  # behind "1500"


def clock(first: int, last: int, seconds: int, grain: str, half: str, weak: str = "") -> Piece:
    """An instant of the day; where `half` is "?" the stretch it is put into decides on a.m. or p.m."""
    span = timedelta(seconds=seconds)

    def place(box: Stretch) -> Stretch | None:
        moment = midnight(box.low) + span
        if half == "?" and not box.low <= moment < box.high:
            later = moment + HALF_DAY
            evening = box.low - midnight(box.low) >= HALF_DAY and moment >= midnight(box.low) + LATEST_NIGHT
            if box.low <= later < box.high or evening:
                moment = later
        return Stretch(moment, moment)

    return Piece(first, last, grain, "day", place, FITS, weak=weak, half=half)


def time_at(tokens: Tokens, i: int) -> Piece | None:
    """A time of the clock that begins at token `i`, with its time zone."""
    if tokens.lower[i] == "a" and word_at(tokens, i + 1) != "quarter":
        return None
    found = _figures(tokens, i) or _past_the_hour(tokens, i) or _in_words(tokens, i) or _ish(tokens, i)
    if found is None or found.half in ("?", ""):
        found = _in_daypart(tokens, found or bare_hour(tokens, i)) or found
    if found is not None and (behind := _zone(tokens, found.last)) > found.last:
        return found.but(last=behind, weak="" if found.weak == "clock" else found.weak)
    return found


def _zone(tokens: Tokens, i: int) -> int:
    """The token behind a time zone at token `i`: "GMT", "UTC+2", "+02:00", "local time", "Kyiv time"."""
    word = word_at(tokens, i)
    if word in TIME_ZONES and tokens.words[i].isupper():
        return _offset(tokens, i + 1)
    if word in ZONE_NAMES or (i < tokens.size and tokens.words[i][0].isupper() and word not in WORDS):
        at = i + 1
        while word_at(tokens, at) in ZONE_NAMES:
            at += 1
        if word_at(tokens, at) == "time":
            return at + 1
        return at if word in ZONE_NAMES and tokens.words[i][0].isupper() else i
    return _offset(tokens, i)


def _offset(tokens: Tokens, i: int) -> int:
    """The token behind "+2" or "-05:00" directly behind a time or its zone."""
    if word_at(tokens, i) not in ("+", "-", "−") or not follows_glued(tokens, i) or not tokens.glued(i):
        return i
    if not word_at(tokens, i + 1).isdecimal() or len(tokens.words[i + 1]) not in (1, 2, 4):
        return i
    minutes = word_at(tokens, i + 2) == ":" and tokens.glued(i + 1) and word_at(tokens, i + 3).isdecimal()
    seconds = word_at(tokens, i - 2) == word_at(tokens, i - 4) == ":"
    if tokens.words[i] != "+" and not (tokens.lower[i - 1] in TIME_ZONES or (minutes and seconds)):
        return i  # "22:00-06:00" is a range
    return i + 4 if minutes else i + 2


def _ish(tokens: Tokens, i: int) -> Piece | None:
    """ "7ish": about that hour."""
    if word_at(tokens, i + 1) != "ish" or not follows_glued(tokens, i + 1):
        return None
    hour = whole(tokens, i, 1, 12)
    return clock(i, i + 2, hour[0] * 3600, "hour", "?").but(approximate=True) if hour else None


def _in_daypart(tokens: Tokens, hour: Piece | None) -> Piece | None:
    """ "2 in the afternoon", "fifteen past eight in the morning", "11 at night"."""
    if hour is None or word_at(tokens, hour.last) not in ("in", "at"):
        return None
    part = daypart_at(tokens, hour.last)
    return (
        inside(hour, part, hour.first, part.last).but(fits=FITS, half=_half_of(tokens, part))
        if part and not part.weak
        else None
    )


def _half_of(tokens: Tokens, part: Piece) -> str:
    """Which half of the day a part of it lies in."""
    named = DAYPARTS.get(tokens.lower[part.last - 1])
    return "pm" if named and named[0] >= "12" else "am"


def at_hour(tokens: Tokens, i: int) -> Piece | None:
    """ "at 6", where the day has just been said: the hour without its "at"."""
    hour = bare_hour(tokens, i + 1)
    if hour is None or word_at(tokens, hour.last - 1) in TIME_ZONES:  # "at 8 GMT" needs no day
        return hour and hour.but(weak="")
    return hour.but(weak="at hour")


def instant_at(tokens: Tokens, i: int) -> Piece | None:
    """ "noon", "midnight", "12 noon"."""
    at = i + (word_at(tokens, i) == "12")
    if word_at(tokens, i) == "mid":  # "mid-day"
        at = i + 1 + (word_at(tokens, i + 1) in HYPHENS)
        stated = {"day": "12:00", "night": "00:00"}.get(word_at(tokens, at))
    else:
        stated = INSTANTS.get(word_at(tokens, at))
    if stated is None:
        return None
    piece = clock(i, at + 1, int(stated[:2]) * 3600, "minute", "pm" if stated >= "12" else "am")
    return piece.but(approximate=True) if tokens.lower[at].endswith("ish") else piece


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
    elif len(word) == 4 and not colon and "." not in word:
        half, last = "24", j
        return clock(
            i, last, (hour * 60 + minute) * 60, "minute", half, weak="" if _zoned(tokens, j) else "time"
        )
    elif not colon:
        if word_at(tokens, j) not in OCLOCK or hour > 12 or "." in word:
            return None
        half, last = _half(tokens, j + 1)
        hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
        half = half or "?"
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
    if len(word) == 4 and (word[0] == "0" or _zoned(tokens, i + 1)):
        return int(word[:2]), int(word[2:]), 0, i + 1
    if len(word) in (3, 4) and word[-2:] < "60" and _half(tokens, i + 1)[0]:
        return int(word[:-2]), int(word[-2:]), 0, i + 1  # "340pm"
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


def _zoned(tokens: Tokens, i: int) -> bool:
    """An abbreviated time zone in capitals: "1530 GMT"."""
    return word_at(tokens, i) in TIME_ZONES and tokens.words[i].isupper()


def _half(tokens: Tokens, j: int) -> tuple[str, int]:
    """ "am" or "pm" and the token behind it; "" for none. "p m" and "a.m" are several tokens, and "3:15p"
    is as good."""
    word = word_at(tokens, j)
    half = HALVES.get(word)
    if half is None:
        return "", j
    if word not in ("a", "p"):
        return half, j + 1
    at = j + 1 + (word_at(tokens, j + 1) == ".")
    if word_at(tokens, at) == "m":
        return half, at + 1
    alone = not (tokens.glued(j) and word_at(tokens, j + 1)[:1].isalnum())
    return (half, j + 1) if alone and follows_glued(tokens, j) and word_at(tokens, j - 2) == ":" else ("", j)


def _past_the_hour(tokens: Tokens, i: int) -> Piece | None:
    """ "half past two", "quarter to six", "20 past seven o'clock"."""
    word = word_at(tokens, i)
    at = i + (word == "a")
    if word_at(tokens, at) in ("half", "quarter"):
        minutes, j, said = (30 if tokens.lower[at] == "half" else 15), at + 1, True
        if minutes == 30 and at == i and word_at(tokens, i - 1) == "at" and word_at(tokens, j).isalpha():
            hour = whole(tokens, j, 1, 12)  # "at half eight", as the British say
            if hour is not None and ends(tokens, hour[1]):
                return clock(i, hour[1], hour[0] * 3600 + 1800, "minute", "?")
    else:
        found = whole(tokens, i, 1, 29)
        if found is None:
            return None
        minutes, j = found
        said = word_at(tokens, j) in ("minutes", "minute", "mins", "min")
        j += said
    joiner = word_at(tokens, j)
    if joiner not in ("past", "to", "after", "before", "till"):
        return None
    stated = INSTANTS.get(word_at(tokens, j + 1))
    hour = (int(stated[:2]), j + 2) if stated else whole(tokens, j + 1, 1, 12)
    # "2 to 4 p.m." is a range, "at ten to four" is not
    before = word_at(tokens, i - 1)
    said = said or stated is not None or (minutes % 5 == 0 and before == "at")
    if not said and joiner != "past" and (minutes % 5 or before in ("from", "between")):
        return None  # "from 8 to 10 o'clock"
    if hour is None or (joiner != "past" and not said and word_at(tokens, hour[1]) not in OCLOCK):
        return None
    last = hour[1] + (word_at(tokens, hour[1]) in OCLOCK)
    half, last = _half(tokens, last)
    half = "24" if stated else half
    sign = 1 if joiner in ("past", "after") else -1
    hours = hour[0] % 12 + (12 if half == "pm" else 0) if half in ("am", "pm") else hour[0]
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
        half, last = _half(tokens, j + 1)
        value = value % 12 + (12 if half == "pm" else 0) if half else value
        return clock(i, last, value * 3600, "hour", half or "?")
    return clock(i, j, value * 3600 + minute * 60, "minute", "?", weak="time") if minutes else None


def bare_hour(tokens: Tokens, i: int) -> Piece | None:
    """ "7" in "at 7", "at 7 ET" or "from 9 to 5 p.m.": an hour only in the company of other times."""
    if "." in word_at(tokens, i)[1:]:
        return _dotted(tokens, i)
    found = number(tokens, i)
    if found is None or found.ordinal or found.value.denominator != 1 or not 0 < found.value <= 24:
        return None
    short = tokens.lower[i].isalpha() or len(tokens.lower[i]) < 3  # "0800 GMT" is no hour
    last = found.last + (short and _zoned(tokens, found.last))
    return clock(i, last, int(found.value) * 3600, "hour", "?" if found.value <= 12 else "24", weak="hour")


def military(tokens: Tokens, i: int) -> Piece | None:
    """The "1030" of "between 0930 and 1030"."""
    word = word_at(tokens, i)
    if not (len(word) == 4 and word.isdecimal() and word.isascii() and word[:2] < "24" and word[2:] < "60"):
        return None
    return clock(i, i + 1, (int(word[:2]) * 60 + int(word[2:])) * 60, "minute", "24", weak="hour")


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
