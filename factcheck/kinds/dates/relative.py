"""Dates seen from the reference: "yesterday", "last week", "next Friday", "three weeks ago"."""

from __future__ import annotations

from datetime import datetime

from factcheck.kinds.dates.absolute import month_of, weekday_of
from factcheck.kinds.dates.calendar import CLOCK, DAY, LENGTH, Stretch, midnight, shift, start, unit
from factcheck.kinds.dates.dayparts import daypart
from factcheck.kinds.dates.durations import BETWEEN, Amount, amount_at, amounts_at, and_a_fraction, later
from factcheck.kinds.dates.evidence import ends
from factcheck.kinds.dates.holidays import holiday_at, season_at
from factcheck.kinds.dates.piece import NOW, Piece, around, moved, since_now
from factcheck.kinds.dates.tables import (
    AGO,
    AHEAD,
    DAYPARTS,
    DAYS,
    EACH,
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
    SAME_TIME,
    SEASONS,
    SO_FAR,
    THIS,
    TO_DATE,
    UNITS,
    WEEKDAYS,
    cut,
    phrase,
    whole,
    word_at,
)  # fmt: skip
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
        amount = amount_at(tokens, at + 1) or _whole_units(tokens, at + 1) or _unit_and_half(tokens, at + 1)
        if amount is None or len(amount.parts) != 1 or word_at(tokens, at + 1) in ("a", "an"):
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
        return since_now(i, last, name, lambda now: _reach(now.low, later(now.low, amount, direction)))
    piece = since_now(i, last, name, lambda now: _run(now.low, name, direction * int(number)))
    return piece.but(approximate=amount.approximate)


def _whole_units(tokens: Tokens, i: int) -> Amount | None:
    """ "two quarters", which would else be a half; "two weekends", which are no length of time."""
    name = UNITS.get(word_at(tokens, i + 1), "")
    if name not in ("quarter", "weekend"):
        return None
    count = whole(cut(tokens, i, i + 1), 0, 2, 99)
    return Amount(((name, count[0]),), i + 2, False) if count else None


def _unit_and_half(tokens: Tokens, i: int) -> Amount | None:
    """The "year and a half" of "the past year and a half"."""
    name = UNITS.get(word_at(tokens, i))
    if name is None:
        return None
    more, last = and_a_fraction(tokens, i + 1)
    return Amount(((name, 1 + more),), last, False) if more else None


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
    if name == "weekend" and count > 0:
        here = start(now, name)
        return Stretch(here, shift(here, name, count - 1) + 2 * DAY)
    if name in ALIGNED or name == "weekend":
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


def offset_at(tokens: Tokens, i: int) -> Piece | None:
    """ "three weeks ago", "two days later", "an hour from now", "two years earlier"."""
    either = amounts_at(tokens, i) if _chooses(tokens, i) else None
    known = phrase(tokens, max(either[0].last, either[1].last), AGO) if either else None
    if either is not None and known is not None:
        return _either(i, known[1], either, 1 if known[0] == "later" else -1)
    amount = amount_at(tokens, i)
    found = phrase(tokens, amount.last, AGO) if amount else None
    if amount is None or found is None:
        return None
    kind, last = found
    if word_at(tokens, last - 1) in ("before", "prior") and word_at(tokens, last)[:1].isalnum():
        return None
    sign = 1 if kind == "later" else -1
    if kind == "ago" and amount.unit in ("week", "fortnight"):
        named = last + (word_at(tokens, last) in ("last", "on"))
        if word_at(tokens, named) in WEEKDAYS:  # "a week ago Tuesday"
            weekday = last_one(weekday_of(i, named + 1, WEEKDAYS[tokens.lower[named]]))
            return beyond(weekday, amount, -1)
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


def _chooses(tokens: Tokens, i: int) -> bool:
    """Whether two numbers or an "or" can follow: "three to five years", "a day or two"."""
    return not BETWEEN.isdisjoint(tokens.lower[i + 1 : i + 4])


def _either(first: int, last: int, amounts: tuple[Amount, Amount], sign: int) -> Piece:
    """ "three to five years ago", "in a day or two": between the two."""
    fewer, more = amounts

    def place(now: Stretch) -> Stretch | None:
        low, high = sorted((later(now.low, fewer, sign), later(now.low, more, sign)))
        if more.unit in CLOCK:
            return Stretch(low, high)
        return Stretch(midnight(low), midnight(high) + DAY)

    return since_now(first, last, more.unit, place).but(approximate=more.approximate, ranged=True)


def beyond(day: Piece, amount: Amount, sign: int) -> Piece:
    """The day that lies the amount after (1) or before (-1) another one."""

    def place(now: Stretch) -> Stretch | None:
        found = day.place(now)
        return unit(later(found.low, amount, sign), "day") if found else None

    return day.but(place=place)


def within(tokens: Tokens, i: int) -> Piece | None:
    """ "in two weeks" (that day), "within the next 9 months" (from now until then)."""
    word = word_at(tokens, i)
    if word == "in":
        either = amounts_at(tokens, i + 1) if _chooses(tokens, i + 1) else None
        if either is not None:
            return _either(i, max(either[0].last, either[1].last), either, 1).but(weak="in")
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
        return found if found is None or found.high <= latest else moved(found, "week", -1)

    return weekday.but(place=place, cycle=NOW, fits=(), weekday=False)


def to_date(tokens: Tokens, i: int) -> Piece | None:
    """ "year to date", "month-to-date", "YTD", "the year so far", "so far this year"."""
    short = TO_DATE.get(word_at(tokens, i))
    if short:
        return up_to_now(i, i + 1, short)
    before = phrase(tokens, i, SO_FAR)
    at = before[1] if before else i
    at += word_at(tokens, at) in (("this",) if before else ("the",))
    name = UNITS.get(word_at(tokens, at))
    if name not in ("week", "month", "quarter", "year") or tokens.lower[at].endswith("s"):
        return None
    if before:
        return up_to_now(i, at + 1, name) if word_at(tokens, at - 1) == "this" else None
    behind = phrase(tokens, at + 1, SO_FAR)
    if behind:
        return up_to_now(i, behind[1], name) if at > i else None
    words = [word for word in tokens.lower[at + 1 : at + 5] if word not in HYPHENS]
    if words[:2] != ["to", "date"]:
        return None
    return up_to_now(i, tokens.lower.index("date", at) + 1, name)


def up_to_now(first: int, last: int, name: str) -> Piece:
    """The unit that holds the reference, as far as its day."""
    return since_now(first, last, name, lambda now: Stretch(start(now.low, name), midnight(now.low) + DAY))


def same_time(tokens: Tokens, i: int) -> Piece | None:
    """ "this time last year", "the same day last week": the reference, a unit on."""
    found = phrase(tokens, i, SAME_TIME)
    if found is None:
        return None
    at = found[1]
    direction = -1 if word_at(tokens, at) in LAST else 1 if word_at(tokens, at) in NEXT else 0
    name = UNITS.get(word_at(tokens, at + 1)) if direction else None
    if name is None or name in CLOCK or tokens.lower[at + 1].endswith("s"):
        return None
    return since_now(i, at + 2, "day", lambda now: unit(shift(now.low, name, direction), "day")).but(
        approximate=True
    )


def weekday_beside(tokens: Tokens, i: int) -> Piece | None:
    """ "Friday next", "Monday last", "Tuesday week": the weekday and which."""
    weekday = WEEKDAYS.get(word_at(tokens, i))
    word = word_at(tokens, i + 1)
    if weekday is None or word not in ("next", "last", "week") or not ends(tokens, i + 2):
        return None
    piece = weekday_of(i, i + 2, weekday)
    if word == "week":
        return beyond(next_one(piece), Amount((("week", 1),), i + 2, False), 1)
    return next_one(piece) if word == "next" else last_one(piece)


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
    """ "the year", "my weekend", "each month" inside a larger expression: the one with the reference."""
    each = word_at(tokens, at) in EACH
    j = at + (each or word_at(tokens, at) in ("the", *POSSESSIVES))
    name = UNITS.get(word_at(tokens, j), "half" if word_at(tokens, j) == "half" else "")
    if not name or name in CLOCK or word_at(tokens, j).endswith("s") or word_at(tokens, j + 1) in HYPHENS:
        return None
    return around(i, j + 1, name).but(repeated=each)
