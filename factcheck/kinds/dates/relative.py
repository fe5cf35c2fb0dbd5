"""Dates seen from the reference: "yesterday", "three weeks ago", "within a month", "year to date"."""

from __future__ import annotations

from typing import Final

from factcheck.kinds.dates.absolute import bare_day, weekday_of
from factcheck.kinds.dates.calendar import CLOCK, DAY, Stretch, midnight, shift, unit
from factcheck.kinds.dates.durations import BETWEEN, Amount, amount_at, amounts_at, later
from factcheck.kinds.dates.evidence import ends
from factcheck.kinds.dates.neighbours import last_one, next_one
from factcheck.kinds.dates.piece import NOW, Piece, around, on_weekday, since_now, up_to_now
from factcheck.kinds.dates.tables import (
    ABOUT,
    AGO,
    AHEAD,
    DAYS,
    EACH,
    HYPHENS,
    LAST,
    NEXT,
    NOW_WORDS,
    POSSESSIVES,
    PRESENTLY,
    REST,
    SAME_TIME,
    SO_FAR,
    THIS,
    TO_DATE,
    UNITS,
    WEEKDAYS,
    follows_glued,
    phrase,
    whole,
    word_at,
)  # fmt: skip
from factcheck.text.tokens import Tokens

GOES_ON: Final = ("of", ":", "-", "–", "/", "to")  # behind a number that is more than a day
JOINTS: Final = frozenset(("'s", *HYPHENS))
DEFINITE: Final = frozenset(("the", "this", "current", *POSSESSIVES))
ARTICLES: Final = frozenset(("the", *POSSESSIVES))


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


def offset_at(tokens: Tokens, i: int) -> Piece | None:
    """ "three weeks ago", "two days later", "an hour from now", "two years earlier"."""
    either = amounts_at(tokens, i) if _chooses(tokens, i) else None
    known = phrase(tokens, max(either[0].last, either[1].last), AGO) if either else None
    if either is not None and known is not None:
        return _either(i, known[1], either, 1 if known[0] == "later" else -1)
    weekdays = _weekdays_off(tokens, i)
    if weekdays is not None:
        return weekdays
    amount = amount_at(tokens, i)
    found = phrase(tokens, amount.last, AGO) if amount else None
    if amount is None or found is None:
        return None
    kind, last = found
    if tokens.lower[last - 1] == "later" and word_at(tokens, last) in THIS:
        return None  # "find 30 minutes later this week"
    if word_at(tokens, last - 1) in ("before", "prior") and word_at(tokens, last)[:1].isalnum():
        return None
    sign = 1 if kind == "later" else -1
    if kind == "ago" and amount.unit in ("week", "fortnight"):
        named = last + (word_at(tokens, last) in ("last", "on"))
        if word_at(tokens, named) in WEEKDAYS:  # "a week ago Tuesday"
            weekday = last_one(weekday_of(i, named + 1, WEEKDAYS[tokens.lower[named]]))
            return beyond(weekday, amount, -1)
    if kind == "ago" and DAYS.get(word_at(tokens, last)):  # "a week ago yesterday"
        return shifted(i, last + 1, amount, sign, DAYS[tokens.lower[last]])
    words = tokens.lower[amount.last : last]
    days = 1 if words[-1] == "tomorrow" else -1 if words[-1] == "yesterday" else 0
    return shifted(i, last, amount, sign, days)


def _weekdays_off(tokens: Tokens, i: int) -> Piece | None:
    """ "two Sundays ago", "three Mondays from now"."""
    count = whole(tokens, i, 1, 52) if word_at(tokens, i + 1) in WEEKDAYS else None
    found = phrase(tokens, count[1] + 1, AGO) if count else None
    if count is None or found is None:
        return None
    weekday = weekday_of(i, found[1], WEEKDAYS[tokens.lower[count[1]]])
    sign = 1 if found[0] == "later" else -1
    one = next_one(weekday) if sign > 0 else last_one(weekday)
    return beyond(one, Amount((("week", count[0] - 1),), found[1], False), sign)


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
    """ "in about two weeks" (that day), "within the next 9 months" (from now until then)."""
    word = word_at(tokens, i)
    if word == "in":
        either = amounts_at(tokens, i + 1) if _chooses(tokens, i + 1) else None
        if either is not None:
            return _either(i, max(either[0].last, either[1].last), either, 1).but(weak="in")
        about = word_at(tokens, i + 1) in ABOUT
        amount = amount_at(tokens, i + 1 + about)
        if amount is None or amount.parts[-1][1].denominator > 4:
            return None
        timed = (
            word_at(tokens, amount.last) in ("'", "’", "'s") and word_at(tokens, amount.last + 1) == "time"
        )
        piece = shifted(i, amount.last + 2 * timed, amount, 1)
        return piece.but(weak="in", approximate=piece.approximate or about)
    if word != "within":
        return None
    the = word_at(tokens, i + 1) == "the"
    at = i + 1 + the
    ahead = word_at(tokens, at) in AHEAD
    at += ahead
    amount = amount_at(tokens, at)
    name = UNITS.get(word_at(tokens, at))
    if name and (ahead or (the and name == "hour")) and not tokens.lower[at].endswith("s"):
        amount = Amount(((name, 1),), at + 1, False)
    if amount is None or word_at(tokens, amount.last) == "of":  # "within two hours of the attack"
        return None
    return from_now(i, amount).but(weak="" if at > i + 1 else "in")


def from_now(first: int, amount: Amount) -> Piece:
    """From the reference to the amount after it."""

    def place(now: Stretch) -> Stretch | None:
        if amount.unit in CLOCK:
            return Stretch(now.low, later(now.low, amount, 1))
        return Stretch(midnight(now.low), midnight(later(now.low, amount, 1)) + DAY)

    return Piece(first, amount.last, amount.unit, NOW, place)


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


def same_time(tokens: Tokens, i: int) -> Piece | None:
    """ "this time last year", "the same day last week": the reference, a unit on."""
    found = phrase(tokens, i, SAME_TIME)
    if found is None:
        return None
    at = found[1]
    if (day := DAYS.get(word_at(tokens, at))) is not None:  # "this time tomorrow"
        return since_now(i, at + 1, "minute", lambda now: Stretch(now.low + day * DAY, now.low + day * DAY))
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
    at = i + 1 + (word_at(tokens, i + 1) == "." and follows_glued(tokens, i + 1))
    word = word_at(tokens, at)
    if weekday is not None and word[:1].isdecimal():
        day = bare_day(tokens, at)
        if day is None or not ends(tokens, day.last) or word_at(tokens, day.last) in GOES_ON:
            return None
        return on_weekday(weekday_of(i, i + 1, weekday), day, i, day.last)
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
    j = at + 1 + (word_at(tokens, at + 1) in JOINTS)
    return around(i, j + 1, name) if word_at(tokens, j) == "end" else None


def rest_of(tokens: Tokens, i: int) -> Piece | None:
    """ "the rest of the week", "rest of my year": from the reference to its end."""
    at = i + (word_at(tokens, i) == "the")
    if word_at(tokens, at) not in REST or word_at(tokens, at + 1) != "of":
        return None
    at += 2 + (word_at(tokens, at + 2) in DEFINITE)
    name = UNITS.get(word_at(tokens, at), "day" if word_at(tokens, at) == "today" else "")
    if not name or name in CLOCK:
        return None

    def place(now: Stretch) -> Stretch | None:
        return Stretch(midnight(now.low), unit(now.low, name).high)

    return Piece(i, at + 1, name, NOW, place)


def the_unit(tokens: Tokens, i: int, at: int) -> Piece | None:
    """ "the year", "my weekend", "each month" inside a larger expression: the one with the reference."""
    each = word_at(tokens, at) in EACH
    j = at + (each or word_at(tokens, at) in ARTICLES)
    name = UNITS.get(word_at(tokens, j), "half" if word_at(tokens, j) == "half" else "")
    if not name or name in CLOCK or word_at(tokens, j).endswith("s") or word_at(tokens, j + 1) in HYPHENS:
        return None
    return around(i, j + 1, name).but(repeated=each)
