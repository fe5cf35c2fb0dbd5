"""Expressions that hold another one: "early 2019", "the week of 4 May", "two days after Christmas".

Each function reads at token `i`; `phrase` reads the expression inside.
"""

from __future__ import annotations

from collections.abc import Callable

from factcheck.kinds.dates import calendar, relative
from factcheck.kinds.dates.calendar import CLOCK, DAY, Stretch, midnight, unit
from factcheck.kinds.dates.durations import Amount, amount_at, later
from factcheck.kinds.dates.piece import NOW, Piece, around
from factcheck.kinds.dates.tables import EARLIER, HYPHENS, LATER, PARTS, UNITS, WEEKDAYS, word_at
from factcheck.text.tokens import Tokens

Phrase = Callable[[int], Piece | None]
Nested = Callable[[Tokens, int, Phrase], Piece | None]


def part(tokens: Tokens, i: int, phrase: Phrase) -> Piece | None:
    """ "early 2019", "mid-August", "the end of next week", "later this year", "later in the year"."""
    at = i + (word_at(tokens, i) == "the")
    word = word_at(tokens, at)
    kind = PARTS.get(word, "earlier" if word in EARLIER else "later" if word in LATER else "")
    if not kind:
        return None
    at += 1
    link = word_at(tokens, at)
    if link in ("of", "in") or (link in HYPHENS and kind in ("early", "mid", "late")):
        at += 1
    elif word not in ("early", "mid", "late", *EARLIER, *LATER):
        return None
    at += word_at(tokens, at) == "on" and kind in ("early", "late", "earlier")
    whole = phrase(at) or relative.the_unit(tokens, at, at)
    if whole is None or whole.ranged or whole.bound:
        return None
    if whole.grain in ("day", "daypart") and kind != "mid" and link != "of":
        return whole.but(first=i)  # "late Monday", "early Tuesday morning": the day or its part
    if whole.grain in CLOCK:
        return None
    if whole.weak not in ("", "month", "season", "year", "decade", "ordinal unit") or whole.grain == "day":
        return None
    return part_of(i, whole, kind)


def week_of(tokens: Tokens, i: int, phrase: Phrase) -> Piece | None:
    """ "the week of 4 May", "the week commencing Monday", "the weekend of Halloween"."""
    at = i + (word_at(tokens, i) == "the")
    name = UNITS.get(word_at(tokens, at))
    link = word_at(tokens, at + 1)
    if name not in ("week", "weekend", "month", "year") or link not in (
        "of",
        "commencing",
        "beginning",
        "starting",
        "ending",
        "ended",
    ):
        return None
    day = phrase(at + 2 + (word_at(tokens, at + 2) == "on"))
    if day is None or day.ranged or day.bound or day.weak in ("number", "the number"):
        return None
    if name == day.grain:
        return day.but(first=i, weak="")
    if day.grain != "day" or name not in ("week", "weekend"):
        return None

    def place(box: Stretch) -> Stretch | None:
        found = day.place(box)
        if found is None:
            return None
        if link in ("ending", "ended"):
            return Stretch(found.high - 7 * DAY, found.high)
        return unit(found.low, name, -(name == "weekend" and found.low.weekday() == 0))

    return day.but(first=i, grain=name, place=place, weak="", weekday=False)


def from_another(tokens: Tokens, i: int, phrase: Phrase) -> Piece | None:
    """ "two days after Christmas", "3 days from Tuesday", "the day before yesterday"."""
    at = i + (word_at(tokens, i) == "the")
    name = UNITS.get(word_at(tokens, at))
    if word_at(tokens, at) in WEEKDAYS and word_at(tokens, at + 1) in ("before", "after"):
        return _weekday_by(tokens, i, at, phrase)
    if name is not None and name not in CLOCK and not tokens.lower[at].endswith("s"):
        amount: Amount | None = Amount(((name, 1),), at + 1, False)
    else:
        amount = amount_at(tokens, i) if at == i else None
    if amount is None:
        return None
    word = word_at(tokens, amount.last)
    if word in ("ended", "ending", "to", "through", "until") and amount.unit in (
        "week",
        "month",
        "quarter",
        "year",
    ):
        return _ended(tokens, i, amount, word, phrase)
    if word not in ("after", "before", "from", "following", "preceding", "prior"):
        return None
    behind = amount.last + 1 + (word == "prior")
    sign = -1 if word in ("before", "preceding", "prior") else 1
    if (
        word_at(tokens, behind) in ("next", "last")
        and word_at(tokens, behind + 1) not in UNITS
        and at + 1 == amount.last
    ):
        return around(i, behind + 1, name or "day", 2 * sign)
    anchor = phrase(behind)
    if (
        anchor is None
        or anchor.ranged
        or anchor.weak in ("number", "the number", "slash", "hour", "time", "daypart")
    ):
        return None
    if anchor.weekday and word == "from":
        anchor = relative.next_one(anchor)
    grain, start = amount.unit, anchor

    def place(box: Stretch) -> Stretch | None:
        found = start.place(box)
        if found is None:
            return None
        moment = later(found.low, amount, sign)
        if grain in CLOCK or anchor.grain in CLOCK:
            return Stretch(moment, moment)
        return unit(moment, "day" if at == i or name is None else name)

    made = anchor.but(
        first=i, place=place, weak="", weekday=False, approximate=amount.approximate,
        origin=start.place, sign=sign,
    )  # fmt: skip
    return (
        made
        if anchor.grain in CLOCK
        else made.but(grain=grain if grain in CLOCK else "day" if at == i or name is None else name)
    )


def _ended(tokens: Tokens, i: int, amount: Amount, word: str, phrase: Phrase) -> Piece | None:
    """ "the three months ended June 30", "the year to March 2021": as long as that, up to the day."""
    end = phrase(amount.last + 1 + (word_at(tokens, amount.last + 1) == "on"))
    if (
        end is None
        or end.grain not in ("day", "month")
        or end.ranged
        or end.weekday
        or end.weak in ("number", "the number", "slash")
    ):
        return None
    if word not in ("ended", "ending") and (
        end.cycle == NOW or (amount.parts == (("year", 1),) and end.grain == "day")
    ):
        return None
    last, over = end, word == "ended" and end.cycle == "year"

    def place(box: Stretch) -> Stretch | None:
        found = last.place(unit(box.low, "year") if over else box)
        if found and over and found.high > box.low:
            found = last.place(unit(box.low, "year", -1))
        return Stretch(later(found.high, amount, -1), found.high) if found else None

    return end.but(
        first=i, place=place, cycle=NOW if over else end.cycle, weak="", grain=amount.unit, ranged=True
    )


def _weekday_by(tokens: Tokens, i: int, at: int, phrase: Phrase) -> Piece | None:
    """ "the Friday before Christmas", "the Sunday after 15 August"."""
    anchor = phrase(at + 2)
    if (
        anchor is None
        or anchor.ranged
        or anchor.weekday
        or anchor.grain != "day"
        or anchor.weak
        or anchor.cycle == NOW
    ):
        return None
    weekday, before = WEEKDAYS[tokens.lower[at]], tokens.lower[at + 1] == "before"

    def place(box: Stretch) -> Stretch | None:
        found = anchor.place(box)
        if found is None:
            return None
        days = (
            -((found.low.weekday() - weekday - 1) % 7 + 1)
            if before
            else (weekday - found.low.weekday() - 1) % 7 + 1
        )
        return unit(found.low + days * DAY, "day")

    return anchor.but(first=i, place=place, weak="", weekday=False)


def unit_end(tokens: Tokens, i: int) -> Piece | None:
    """ "year end", "the year's end"."""
    whole = relative.unit_end(tokens, i)
    return part_of(i, whole, "late") if whole else None


def part_of(first: int, whole: Piece, kind: str) -> Piece:
    """The first half, middle third or second half of a stretch; what of it lies before or after now."""

    def place(box: Stretch) -> Stretch | None:
        found = whole.place(box)
        if found is None:
            return None
        low, high = found
        if kind == "earlier":
            return Stretch(low, max(midnight(box.low) + DAY, low + DAY))
        if kind == "later":
            return Stretch(min(midnight(box.low), high - DAY), high)
        if kind == "mid":
            return calendar.middle_of(found, whole.grain)
        return calendar.half_of(found, 1 if kind == "early" else 2)

    if kind in ("earlier", "later"):
        return whole.but(first=first, place=place, cycle=NOW, weak="", fits=())
    return whole.but(first=first, place=place, weak="", approximate=True)
