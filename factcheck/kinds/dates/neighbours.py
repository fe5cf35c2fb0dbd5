"""What lies next to the reference: "this year", "last Tuesday", "next summer", "the past three months"."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from factcheck.kinds.dates.absolute import month_of, weekday_of
from factcheck.kinds.dates.calendar import CLOCK, DAY, LENGTH, Stretch, midnight, shift, start, unit
from factcheck.kinds.dates.dayparts import daypart
from factcheck.kinds.dates.durations import Amount, amount_at, and_a_fraction, later
from factcheck.kinds.dates.holidays import holiday_at, season_at
from factcheck.kinds.dates.piece import NOW, Piece, around, moved, since_now, up_to_now
from factcheck.kinds.dates.tables import (
    AHEAD,
    DAYPARTS,
    LAST,
    MEALS,
    MONTHS,
    NEXT,
    PAST,
    POSSESSIVES,
    SEASONAL,
    SEASONS,
    SO_FAR,
    THIS,
    UNITS,
    WEEKDAYS,
    WORKING,
    phrase,
    whole,
    word_at,
)  # fmt: skip
from factcheck.text.tokens import Tokens
from factcheck.text.words import grammar

MODAL: Final = ("may", "march", "mar")
ALIGNED: Final = ("quarter", "half", "decade", "century")  # "the past two quarters" are whole ones
ARTICLES: Final = frozenset(("the", *POSSESSIVES))
NEXT_OR_LAST: Final = frozenset((*PAST, *AHEAD))
KINDS_OF_YEAR: Final = frozenset((*SEASONAL, "calendar"))
COUNTED_ON: Final = frozenset(("quarter", "weekend", *WEEKDAYS))


def neighbour(tokens: Tokens, i: int) -> Piece | None:
    """ "this year", "last Tuesday", "next summer", "the past three months", "5 past minutes"."""
    at = i + (word_at(tokens, i) in ARTICLES)
    word = word_at(tokens, at)
    soon = word == "this" and word_at(tokens, at + 1) in NEXT_OR_LAST
    if soon:
        at += 1
        word = word_at(tokens, at)
    counted = None if word == "last" and _lasts(tokens, at) else _counted_neighbour(tokens, i, at)
    if counted is not None:
        return counted
    offset = (
        0 if word in THIS else -1 if word in LAST or (soon and word in PAST) else 1 if word in NEXT else None
    )
    if word == "last" and _lasts(tokens, at):
        return None
    if offset is None:
        return _recent(tokens, i, at) if word in PAST else None
    j = at + 1
    if word_at(tokens, j) in WORKING and word_at(tokens, j + 1) == "day" and offset:
        return since_now(i, j + 2, "day", lambda now: unit(shift(now.low, "workday", offset), "day"))
    j += word_at(tokens, j) in KINDS_OF_YEAR
    name = word_at(tokens, j)
    if name in WEEKDAYS and not name.endswith("days"):
        if soon or word in ("coming", "upcoming"):
            weekday = weekday_of(i, j + 1, WEEKDAYS[name])
            return next_one(weekday) if offset > 0 else last_one(weekday)
        piece = weekday_of_week(i, j + 1, WEEKDAYS[name], offset)
        # in the news on a Saturday, "last Monday" is of this week; but nobody calls yesterday so
        return (
            piece.but(news=last_one(weekday_of(i, j + 1, WEEKDAYS[name]), 2).place)
            if word == "last"
            else piece
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
    if offset == 0 and phrase(tokens, j + 1, SO_FAR):
        return up_to_now(i, j + 3, grain)
    fiscal = j > at + 1 and word_at(tokens, at + 1) != "calendar"
    return around(i, j + 1, grain, offset).but(approximate=fiscal)


def _lasts(tokens: Tokens, i: int) -> bool:
    """The verb: "it should last two hours"."""
    before = tokens.words[i - 1] if i else ""
    stem = before.removesuffix("n't")
    return before in ("to", "not", "did", "does") or stem in grammar().modals or stem in ("do", "does", "did")


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
        amount = amount_at(tokens, at + 1) or _whole_units(tokens, at + 1) or _unit_and_half(tokens, at + 1)
        if amount is None or word_at(tokens, at + 1) in ("a", "an"):
            return None
        if len(amount.parts) > 1:
            several = amount
            return since_now(
                i, amount.last, amount.unit, lambda now: _reach(now.low, later(now.low, several, direction))
            )
        last = amount.last
    else:
        count = whole(tokens, at, 2, 9999)
        word = word_at(tokens, count[1]) if count else ""
        direction = -1 if word in PAST else 1 if word in AHEAD else 0
        name = UNITS.get(word_at(tokens, count[1] + 1)) if count and direction else None
        if count is None or name is None or not word_at(tokens, count[1] + 1).endswith("s"):
            return None  # "he will be 65 next year"
        amount, last = Amount(((name, count[0]),), count[1] + 2, False), count[1] + 2
    name, number = amount.parts[0]
    if name in WEEKDAYS:  # "the next two Fridays"
        return _weekdays(i, last, WEEKDAYS[name], direction * int(number))
    if number.denominator != 1:
        return since_now(i, last, name, lambda now: _reach(now.low, later(now.low, amount, direction)))
    piece = since_now(i, last, name, lambda now: _run(now.low, name, direction * int(number)))
    return piece.but(approximate=amount.approximate)


def _whole_units(tokens: Tokens, i: int) -> Amount | None:
    """ "two quarters", which would else be a half; "two weekends" and "two Fridays", which are no length of
    time."""
    word = word_at(tokens, i + 1)
    name = UNITS.get(word, word if word in WEEKDAYS and word.endswith("days") else "")
    if name not in COUNTED_ON:
        return None
    count = whole(tokens.cut(i, i + 1), 0, 2, 99)
    return Amount(((name, count[0]),), i + 2, False) if count else None


def _weekdays(first: int, last: int, weekday: int, count: int) -> Piece:
    """ "the last two Fridays": from the first of them to the last."""
    piece = weekday_of(first, last, weekday)
    one = next_one(piece) if count > 0 else last_one(piece)
    farther = (abs(count) - 1) * (1 if count > 0 else -1)

    def place(now: Stretch) -> Stretch | None:
        near = one.place(now)
        if near is None:
            return None
        far = moved(near, "week", farther)
        return Stretch(min(near.low, far.low), max(near.high, far.high))

    return one.but(place=place, ranged=True)


def _unit_and_half(tokens: Tokens, i: int) -> Amount | None:
    """The "year and a half" of "the past year and a half"."""
    name = UNITS.get(word_at(tokens, i))
    if name is None:
        return None
    more, last = and_a_fraction(tokens, i + 1)
    return Amount(((name, 1 + more),), last, False) if more else None


def _run(now: datetime, name: str, count: int) -> Stretch:
    """`count` units up to the day of the reference or, when positive, from the next day on."""
    if name == "weekend" and count > 0:
        here = start(now, name)
        return Stretch(here, shift(here, name, count - 1) + 2 * DAY)
    if name == "weekend":
        here = start(now, name)
        return Stretch(shift(here, name, count), shift(here, name, -1) + 2 * DAY)
    if name in ALIGNED:
        here = start(now, name)
        return (
            Stretch(shift(here, name, count), here)
            if count < 0
            else Stretch(shift(here, name, 1), shift(here, name, count + 1))
        )
    if name in CLOCK:
        ends = sorted((now, shift(now, name, count)))
        return Stretch(ends[0], ends[1])
    return _reach(now, shift(now, name, count))


def _reach(now: datetime, other: datetime) -> Stretch:
    """The days from another moment to the reference, or from the day behind it to a later moment."""
    low, high = sorted((midnight(now), midnight(other)))
    return Stretch(low + (other > now) * DAY, high + DAY)


def _recent(tokens: Tokens, i: int, at: int) -> Piece | None:
    """ "the past year", "past week": as long as that, up to the reference."""
    name = UNITS.get(word_at(tokens, at + 1))
    if name is None or tokens.lower[at + 1].endswith("s"):
        return None
    return since_now(i, at + 2, name, lambda now: _run(now.low, name, -1))


def the_weekend(tokens: Tokens, i: int) -> Piece | None:
    """ "the weekend", "my weekend", "weekend": of any week."""
    at = i + (word_at(tokens, i) != "weekend")
    if word_at(tokens, at) != "weekend":
        return None
    return Piece(
        i, at + 1, "weekend", "week", lambda box: unit(box.low, "weekend"), weak="" if at > i else "weekend"
    )


def weekday_of_week(first: int, last: int, weekday: int, offset: int) -> Piece:
    """ "last Tuesday", "this Tuesday", "next Tuesday": of last week, this week, the next (-1, 0, 1)."""
    piece = weekday_of(first, last, weekday)
    return piece.but(
        cycle=NOW, fits=(), weekday=False, place=lambda now: piece.place(unit(now.low, "week", offset))
    )


def next_one(weekday: Piece) -> Piece:
    """The next such weekday after the reference."""

    def place(now: Stretch) -> Stretch | None:
        found = weekday.place(unit(now.low, "week"))
        return found if found is None or found.low > now.low else moved(found, "week", 1)

    return weekday.but(place=place, cycle=NOW, fits=(), weekday=False)


def last_one(weekday: Piece, least: int = 1) -> Piece:
    """The last such weekday at least so many days before the reference."""

    def place(now: Stretch) -> Stretch | None:
        found = weekday.place(unit(now.low, "week"))
        latest = midnight(now.low) - (least - 1) * DAY
        while found is not None and found.high > latest:
            found = moved(found, "week", -1)
        return found

    return weekday.but(place=place, cycle=NOW, fits=(), weekday=False)
