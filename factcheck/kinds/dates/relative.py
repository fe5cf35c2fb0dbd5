"""Dates seen from the reference: "yesterday", "last week", "next Friday", "three weeks ago"."""

from __future__ import annotations

from datetime import datetime

from factcheck.kinds.dates.absolute import month_of, weekday_of
from factcheck.kinds.dates.calendar import CLOCK, DAY, LENGTH, Stretch, midnight, shift, start, unit
from factcheck.kinds.dates.durations import Amount, amount_at, later
from factcheck.kinds.dates.holidays import holiday_at, season_at
from factcheck.kinds.dates.piece import NOW, Piece, around, moved, since_now
from factcheck.kinds.dates.tables import (
    AGO,
    AHEAD,
    DAYPARTS,
    DAYS,
    HYPHENS,
    LAST,
    MEALS,
    MONTHS,
    NEXT,
    NOW_WORDS,
    PAST,
    POSSESSIVES,
    PRESENTLY,
    REST,
    SEASONS,
    THIS,
    UNITS,
    WEEKDAYS,
    phrase,
    whole,
    word_at,
)  # fmt: skip
from factcheck.kinds.dates.times import daypart
from factcheck.text.tokens import Tokens

MODAL = ("may", "march", "mar")
ALIGNED = ("quarter", "half", "decade", "century")  # "the past two quarters" are whole ones


def day_word(tokens: Tokens, i: int) -> Piece | None:
    """ "yesterday", "today", "tomorrow"."""
    offset = DAYS.get(word_at(tokens, i))
    return None if offset is None else around(i, i + 1, "day", offset)


def now_at(tokens: Tokens, i: int) -> Piece | None:
    """ "now", "right now", "at present"."""
    found = phrase(tokens, i, PRESENTLY)
    if found is None and word_at(tokens, i) not in NOW_WORDS:
        return None
    weak = "" if found else "now"
    return since_now(i, found[1] if found else i + 1, "second", lambda now: Stretch(now.low, now.low)).but(
        weak=weak
    )


def neighbour(tokens: Tokens, i: int) -> Piece | None:
    """ "this year", "last Tuesday", "next summer", "the past three months", "5 past minutes"."""
    at = i + (word_at(tokens, i) in ("the", *POSSESSIVES))
    word = word_at(tokens, at)
    soon = word == "this" and word_at(tokens, at + 1) in (*PAST, *AHEAD)
    if soon:
        at += 1
        word = word_at(tokens, at)
    counted = _counted_neighbour(tokens, i, at)
    if counted is not None:
        return counted
    offset = (
        0 if word in THIS else -1 if word in LAST or (soon and word in PAST) else 1 if word in NEXT else None
    )
    if offset is None:
        return _recent(tokens, i, at) if word in PAST else None
    j = at + 1
    j += word_at(tokens, j) in ("fiscal", "school", "academic", "financial", "calendar", "tax")
    name = word_at(tokens, j)
    if name in WEEKDAYS and not name.endswith("days"):
        weekday = weekday_of(i, j + 1, WEEKDAYS[name])
        if soon or word in ("coming", "upcoming"):
            return next_one(weekday) if offset > 0 else last_one(weekday)
        return weekday.but(
            cycle=NOW, fits=(), weekday=False, place=lambda now: weekday.place(unit(now.low, "week", offset))
        )
    if name in DAYPARTS and name not in MEALS:
        part = daypart(i, j + 1, *DAYPARTS[name])
        return part.but(cycle=NOW, fits=(), place=lambda now: part.place(unit(now.low, "day", offset)))
    yearly = _yearly(tokens, j)
    if yearly is not None:
        return yearly.but(
            first=i, cycle=NOW, fits=(), weak="", place=lambda now: _nearest(yearly, now.low, offset)
        )
    grain = UNITS.get(name, "half" if name == "half" else "")
    if (
        not grain
        or (name.endswith("s") and grain != "century")
        or (offset == 0 and grain in LENGTH and LENGTH[grain] <= DAY)
    ):
        return None
    if grain in ("second", "minute", "hour"):
        return since_now(i, j + 1, grain, lambda now: _run(now.low, grain, offset))
    return around(i, j + 1, grain, offset).but(approximate=j > at + 1)


def _yearly(tokens: Tokens, j: int) -> Piece | None:
    """A month, season or holiday at token `j`."""
    name = word_at(tokens, j)
    if name in MODAL and tokens.words[j].islower():
        return None
    if name in MONTHS:
        return month_of(j, j + 1, MONTHS[name])
    return season_at(tokens, j) if name in SEASONS else holiday_at(tokens, j)


def _nearest(piece: Piece, now: datetime, offset: int) -> Stretch | None:
    """The last one that is over, the next one to come, or this year's."""
    if offset == 0:
        return piece.place(unit(now, "year"))
    for years in (0, 1, 2):
        found = piece.place(unit(now, "year", offset * years))
        if found and (found.high <= now if offset < 0 else found.low > now):
            return found
    return None


def _counted_neighbour(tokens: Tokens, i: int, at: int) -> Piece | None:
    """ "past five years", "next 3 weeks", "last few days", "5 past minutes"."""
    word = word_at(tokens, at)
    direction = -1 if word in PAST else 1 if word in AHEAD else 0
    if direction:
        amount = amount_at(tokens, at + 1) or _quarters(tokens, at + 1)
        if amount is None or len(amount.parts) != 1 or tokens.lower[at + 1] in ("a", "an"):
            return None
        last = amount.last
    else:
        count = whole(tokens, at, 2, 9999)
        word = word_at(tokens, count[1]) if count else ""
        direction = -1 if word in PAST else 1 if word in AHEAD else 0
        name = UNITS.get(word_at(tokens, count[1] + 1)) if count and direction else None
        if count is None or name is None:
            return None
        amount, last = Amount(((name, count[0]),), count[1] + 2, False), count[1] + 2
    name, number = amount.parts[0]
    if number.denominator != 1:
        return None
    piece = since_now(i, last, name, lambda now: _run(now.low, name, direction * int(number)))
    return piece.but(approximate=amount.approximate)


def _quarters(tokens: Tokens, i: int) -> Amount | None:
    """ "two quarters", which would else be a half."""
    if UNITS.get(word_at(tokens, i + 1)) != "quarter":
        return None
    count = whole(tokens.cut(i, i + 1), 0, 2, 99)
    return Amount((("quarter", count[0]),), i + 2, False) if count else None


def the_weekend(tokens: Tokens, i: int) -> Piece | None:
    """ "the weekend", "my weekend", "weekend": of any week."""
    at = i + (word_at(tokens, i) != "weekend")
    if word_at(tokens, at) != "weekend":
        return None
    return Piece(
        i, at + 1, "weekend", "week", lambda box: unit(box.low, "weekend"), weak="" if at > i else "weekend"
    )


def _run(now: datetime, name: str, count: int) -> Stretch:
    """`count` units up to the day of the reference or, when positive, from the next day on."""
    if name in ALIGNED or name == "weekend":
        here = start(now, name)
        return (
            Stretch(shift(here, name, count), here)
            if count < 0
            else Stretch(shift(here, name, 1), shift(here, name, count + 1))
        )
    if name in CLOCK:
        ends = sorted((now, shift(now, name, count)))
    else:
        ends = sorted((midnight(now), shift(midnight(now), name, count)))
        ends = [ends[0] + (count > 0) * DAY, ends[1] + DAY]
    return Stretch(ends[0], ends[1])


def _recent(tokens: Tokens, i: int, at: int) -> Piece | None:
    """ "the past year", "past week": as long as that, up to the reference."""
    name = UNITS.get(word_at(tokens, at + 1))
    if name is None or tokens.lower[at + 1].endswith("s"):
        return None
    return since_now(i, at + 2, name, lambda now: _run(now.low, name, -1))


def offset_at(tokens: Tokens, i: int) -> Piece | None:
    """ "three weeks ago", "two days later", "an hour from now", "two years earlier"."""
    amount = amount_at(tokens, i)
    found = phrase(tokens, amount.last, AGO) if amount else None
    if amount is None or found is None:
        return None
    kind, last = found
    if word_at(tokens, last - 1) in ("before", "prior") and word_at(tokens, last)[:1].isalnum():
        return None
    sign = 1 if kind == "later" else -1
    words = tokens.lower[amount.last : last]
    days = 1 if words[-1] == "tomorrow" else -1 if words[-1] == "yesterday" else 0
    return shifted(i, last, amount, sign, days)


def shifted(first: int, last: int, amount: Amount, sign: int, days: int = 0) -> Piece:
    """The reference and the amount after (1) or before (-1) it, `days` days on."""
    grain = amount.unit

    def place(now: Stretch) -> Stretch | None:
        moment = later(now.low + days * DAY, amount, sign)
        if grain in CLOCK:
            return Stretch(moment, moment)
        return unit(moment, "day")

    def origin(now: Stretch) -> Stretch:
        return Stretch(now.low + days * DAY, now.low + days * DAY)

    return Piece(
        first, last, grain if grain in CLOCK else "day", NOW, place, approximate=amount.approximate,
        origin=origin, sign=sign,
    )  # fmt: skip


def within(tokens: Tokens, i: int) -> Piece | None:
    """ "in two weeks" (that day), "within the next 9 months" (from now until then)."""
    word = word_at(tokens, i)
    if word == "in":
        amount = amount_at(tokens, i + 1)
        if amount is None or amount.parts[-1][1].denominator > 4:
            return None
        timed = (
            word_at(tokens, amount.last) in ("'", "’", "'s") and word_at(tokens, amount.last + 1) == "time"
        )
        last = amount.last + 2 * timed
        return shifted(i, last, amount, 1).but(weak="in")
    if word != "within":
        return None
    at = i + 1 + (word_at(tokens, i + 1) == "the")
    at += word_at(tokens, at) in AHEAD
    amount = amount_at(tokens, at)
    if amount is None:
        return None

    def place(now: Stretch) -> Stretch | None:
        if amount.unit in CLOCK:
            return Stretch(now.low, later(now.low, amount, 1))
        return Stretch(midnight(now.low), midnight(later(now.low, amount, 1)) + DAY)

    return Piece(i, amount.last, amount.unit, NOW, place, weak="" if at > i + 1 else "in")


def next_one(weekday: Piece) -> Piece:
    """The next such weekday after the reference."""

    def place(now: Stretch) -> Stretch | None:
        found = weekday.place(unit(now.low, "week"))
        return found if found is None or found.low > now.low else moved(found, "week", 1)

    return weekday.but(place=place, cycle=NOW, fits=(), weekday=False)


def last_one(weekday: Piece) -> Piece:
    """The last such weekday before the day of the reference."""

    def place(now: Stretch) -> Stretch | None:
        found = weekday.place(unit(now.low, "week"))
        return found if found is None or found.high <= now.low else moved(found, "week", -1)

    return weekday.but(place=place, cycle=NOW, fits=(), weekday=False)


def to_date(tokens: Tokens, i: int) -> Piece | None:
    """ "year to date", "month-to-date": from its start to the reference."""
    name = UNITS.get(word_at(tokens, i))
    if name not in ("week", "month", "quarter", "year"):
        return None
    words = [word for word in tokens.lower[i + 1 : i + 5] if word not in HYPHENS]
    if words[:2] != ["to", "date"]:
        return None
    last = tokens.lower.index("date", i) + 1
    return since_now(i, last, name, lambda now: Stretch(start(now.low, name), midnight(now.low) + DAY))


def unit_end(tokens: Tokens, i: int) -> Piece | None:
    """ "year end", "year-end", "the year's end", "month's end": the unit whose end it is."""
    at = i + (word_at(tokens, i) == "the")
    name = UNITS.get(word_at(tokens, at))
    if name not in ("month", "quarter", "year"):
        return None
    j = at + 1 + (word_at(tokens, at + 1) in ("'s", *HYPHENS))
    return around(i, j + 1, name) if word_at(tokens, j) == "end" else None


def rest_of(tokens: Tokens, i: int) -> Piece | None:
    """ "the rest of the week", "rest of my year": from the reference to its end."""
    at = i + (word_at(tokens, i) == "the")
    if word_at(tokens, at) not in REST or word_at(tokens, at + 1) != "of":
        return None
    at += 2 + (word_at(tokens, at + 2) in ("the", "this", "current", *POSSESSIVES))
    name = UNITS.get(word_at(tokens, at))
    if name is None or name in CLOCK:
        return None

    def place(now: Stretch) -> Stretch | None:
        return Stretch(midnight(now.low), unit(now.low, name).high)

    return Piece(i, at + 1, name, NOW, place)


def the_unit(tokens: Tokens, i: int, at: int) -> Piece | None:
    """ "the year", "my weekend" inside a larger expression: the one that holds the reference."""
    j = at + (word_at(tokens, at) in ("the", *POSSESSIVES))
    name = UNITS.get(word_at(tokens, j), "half" if word_at(tokens, j) == "half" else "")
    if not name or name in CLOCK or word_at(tokens, j).endswith("s") or word_at(tokens, j + 1) in HYPHENS:
        return None
    return around(i, j + 1, name)
