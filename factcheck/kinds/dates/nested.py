"""Expressions that hold another one: "early 2019", "the week of 4 May", "two days after Christmas".

Each function reads at token `i`; `phrase` reads the expression inside.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from factcheck.kinds.dates import calendar, dayparts, neighbours, relative
from factcheck.kinds.dates.calendar import CLOCK, DAY, Stretch, midnight, shift, unit
from factcheck.kinds.dates.durations import Amount, amount_at, later
from factcheck.kinds.dates.evidence import ends
from factcheck.kinds.dates.piece import NOW, Piece, around
from factcheck.kinds.dates.tables import (
    EARLIER,
    EDGES,
    HYPHENS,
    LATER,
    MIDWAY,
    OPENING,
    PARTS,
    PORTIONS,
    UNIT_ENDS,
    UNITS,
    WEEK_OF,
    WEEKDAYS,
    word_at,
)  # fmt: skip
from factcheck.kinds.dates.tables import (
    phrase as phrase_at,
)
from factcheck.text.tokens import Tokens

STARTING: Final = ("starting", "beginning", "commencing")
BESIDE: Final = ("after", "before", "following", "preceding", "prior")
UPTO: Final = frozenset(("to", "until", "till", "through", "til", "and", *HYPHENS))
BARE_DAYS: Final = ("number", "the number", "slash")
WEEK_LINKS: Final = ("of", "commencing", "beginning", "starting", "ending", "ended", "to")
Phrase = Callable[[int], Piece | None]
Nested = Callable[[Tokens, int, Phrase], Piece | None]
SIDES: Final = frozenset((*EARLIER, *LATER, "early", "late"))
STRETCHES: Final = frozenset(("early", "mid", "late", *EARLIER, *LATER))
SMALL: Final = frozenset((*CLOCK, "day"))


def part(tokens: Tokens, i: int, phrase: Phrase) -> Piece | None:
    """ "early 2019", "mid-August", "the end of next week", "later this year", "later in the year"."""
    at = i + (word_at(tokens, i) == "the")
    word = word_at(tokens, at)
    kind = PARTS.get(word, "earlier" if word in EARLIER else "later" if word in LATER else "")
    if not kind:
        return _portion(tokens, i, at, phrase)
    if word == "late" and word_at(tokens, i - 1) in UNITS:  # "10 minutes late on Monday"
        return None
    at += 1
    link = word_at(tokens, at)
    if link in PORTIONS and word_at(tokens, at + 1) == "of":
        kind = {"earlier": "early", "later": "late"}.get(kind, kind)
        at, link = at + 1, "of"
    upto, behind = _second_part(tokens, at)
    if upto and kind in ("early", "mid"):
        whole = phrase(behind) or relative.the_unit(tokens, behind, behind)
        return _parts_of(i, whole, kind, upto) if whole and _divisible(whole) else None
    if link in ("of", "in") and word in SIDES and kind != "mid":
        named = dayparts.in_part(tokens, i, at + 1, "early" if kind in ("early", "earlier") else "late")
        if named is not None:
            return named
    adverb = word in STRETCHES  # "early in", but "the start of"
    hyphened = link in HYPHENS and kind in ("early", "mid", "late")
    if link == "of" or (link == "in" and adverb) or hyphened:
        at += 1
    elif word not in STRETCHES:
        return None
    at += word_at(tokens, at) == "on" and kind in ("early", "late", "earlier")
    at += word_at(tokens, at) == "the" and word_at(tokens, at + 1) in WEEKDAYS
    whole = phrase(at) or relative.the_unit(tokens, at, at)
    if whole is None or whole.ranged or whole.bound:
        return None
    if "," in tokens.words[at : whole.last] and "in" in tokens.lower[at : whole.last]:
        return whole.but(first=i)  # "late 2021, in November": all of that month
    if whole.grain == "year" and word in EDGES:
        return _third(i, whole, EDGES[word])
    if whole.grain == "day" and kind == "late" and link == "of" and not whole.weak:
        return dayparts.last_second(i, whole)
    if whole.grain in ("day", "daypart") and kind != "mid" and link != "of":
        return whole.but(first=i)  # "late Monday", "early Tuesday morning": the day or its part
    return part_of(i, whole, kind) if _divisible(whole) else None


def _third(first: int, whole: Piece, edge: str) -> Piece:
    """ "the end of 2000": its last four months, less than "late 2000"."""

    def place(box: Stretch) -> Stretch | None:
        found = whole.place(box)
        if found is None:
            return None
        if edge == "first":
            return Stretch(found.low, shift(found.low, "month", 4))
        return Stretch(shift(found.high, "month", -4), found.high)

    return whole.but(first=first, place=place, weak="", approximate=True)


def _portion(tokens: Tokens, i: int, at: int, phrase: Phrase) -> Piece | None:
    """ "the first part of 2019", "the latter part of May", "halfway through 2019"."""
    word, link = word_at(tokens, at), tokens.lower[at + 1 : at + 3]
    if link[:1] == ["through"] and word in MIDWAY:
        kind, at = "mid", at + 2
    elif link in (["part", "of"], ["portion", "of"]):
        kind, at = "early" if word in OPENING else "late", at + 3
    else:
        return None
    whole = phrase(at) or relative.the_unit(tokens, at, at)
    return part_of(i, whole, kind) if whole and _divisible(whole) else None


def _divisible(whole: Piece) -> bool:
    """A stretch of more than a day that is borne out by its being spoken of in parts."""
    if whole.ranged or whole.bound or whole.grain in SMALL:
        return False
    return whole.weak in ("", "month", "season", "year", "decade", "ordinal unit")


def _second_part(tokens: Tokens, i: int) -> tuple[str, int]:
    """The "late" of "mid-to-late August" and the token behind it, "" for none."""
    at = i + (word_at(tokens, i) in HYPHENS)
    if word_at(tokens, at) != "to":
        return "", i
    at += 1 + (word_at(tokens, at + 1) in HYPHENS)
    kind = PARTS.get(word_at(tokens, at), "")
    return kind, at + 1 + (word_at(tokens, at + 1) in HYPHENS)


def _parts_of(first: int, whole: Piece, kind: str, upto: str) -> Piece:
    """ "early to mid May": from where the first begins to where the second ends."""
    begin, end = part_of(first, whole, kind), part_of(first, whole, upto)

    def place(box: Stretch) -> Stretch | None:
        low, high = begin.place(box), end.place(box)
        return Stretch(low.low, high.high) if low and high else None

    return begin.but(place=place)


def week_of(tokens: Tokens, i: int, phrase: Phrase) -> Piece | None:
    """ "the week of 4 May", "the week commencing Monday", "the weekend of Halloween"."""
    at = i + (word_at(tokens, i) == "the")
    short = phrase_at(tokens, at, WEEK_OF)  # "w/c"
    name = "week" if short else UNITS.get(word_at(tokens, at))
    link, behind = short or (word_at(tokens, at + 1), at + 2)
    if name not in ("week", "weekend", "month", "year") or link not in WEEK_LINKS:
        return None
    if link == "to" and name != "week":
        return None
    day = phrase(behind + (word_at(tokens, behind) == "on"))
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
        if link in ("ending", "ended", "to"):
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
        amount = amount_at(tokens, at)
    all_of_it = at > i and name is None  # "the two weeks after 5 May"
    if amount is None or (all_of_it and (amount.unit in CLOCK or len(amount.parts) > 1)):
        return None
    word = word_at(tokens, amount.last)
    if all_of_it and word not in BESIDE:
        return None
    if word in ("ended", "ending", "to", "through", "until") and amount.unit in (
        "week",
        "month",
        "quarter",
        "year",
    ):
        return _ended(tokens, i, amount, word, phrase)
    coming = word == "on" and amount.unit in ("week", "fortnight") and amount.parts[0][1] == 1
    if word in STARTING:
        return lasting_from(tokens, i, amount, phrase)
    if word not in BESIDE and word != "from" and not coming:
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
    if coming and not (anchor.weekday and ends(tokens, anchor.last)):
        return None
    if word == "from" and word_at(tokens, anchor.last) in UPTO - {
        "and"
    }:  # "the best in three years from 17-19 July"
        return None
    if anchor.weekday and word in ("from", "on"):
        anchor = neighbours.next_one(anchor)
    grain, start = amount.unit, anchor
    if all_of_it:
        return _beside(i, amount, sign, anchor) if anchor.grain == "day" else None

    def place(box: Stretch) -> Stretch | None:
        found = start.place(box)
        if found is None:
            return None
        # what comes after a longer stretch comes after its last day
        begin = found.high - DAY if sign > 0 and found.high - found.low > DAY else found.low
        moment = later(begin, amount, sign)
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


def _beside(first: int, amount: Amount, sign: int, day: Piece) -> Piece:
    """ "the two weeks after 5 May", "the three days before Christmas": all of that time."""

    def place(box: Stretch) -> Stretch | None:
        found = day.place(box)
        if found is None:
            return None
        edge = found.high if sign > 0 else found.low
        return Stretch(*sorted((edge, later(edge, amount, sign))))

    return day.but(first=first, place=place, weak="", weekday=False, grain=amount.unit, ranged=True)


def lasting_from(tokens: Tokens, first: int, amount: Amount, phrase: Phrase) -> Piece | None:
    """ "3 days starting next Monday", "three days, from today": as long as that, from a day on."""
    at = amount.last + (word_at(tokens, amount.last) == ",")
    at += 1 + (word_at(tokens, at + 1) in ("from", "on", "in", "at") and word_at(tokens, at) in STARTING)
    begin = phrase(at)
    if begin is None or begin.grain != "day" or begin.ranged or begin.bound or begin.weak in BARE_DAYS:
        return None
    if amount.unit in CLOCK or word_at(tokens, begin.last) in UPTO:
        return None  # "for 20 days, from 3 May to 22 May" gives the end itself
    start = begin

    def place(box: Stretch) -> Stretch | None:
        found = start.place(box)
        return Stretch(found.low, later(found.low, amount, 1)) if found else None

    return begin.but(first=first, place=place, weak="", weekday=False, grain=amount.unit, ranged=True)


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
    if word_at(tokens, at + 2) in ("last", "next") and ends(tokens, at + 3):
        return _but_one(tokens, i, at)
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


def _but_one(tokens: Tokens, i: int, at: int) -> Piece | None:
    """ "the Friday before last", "the Tuesday after next"."""
    sign = 1 if tokens.lower[at + 1] == "after" else -1
    if (sign > 0) != (tokens.lower[at + 2] == "next"):
        return None
    weekday = neighbours.weekday_of_week(i, at + 3, WEEKDAYS[tokens.lower[at]], sign)
    return relative.beyond(weekday, Amount((("week", 1),), at + 3, False), sign)


def unit_end(tokens: Tokens, i: int) -> Piece | None:
    """ "year end", "the year's end"."""
    whole = relative.unit_end(tokens, i)
    return part_of(i, whole, "late") if whole else None


def end_of_unit(tokens: Tokens, i: int) -> Piece | None:
    """ "EOM", "EOY": the last day of this month or year."""
    name = UNIT_ENDS[tokens.lower[i]]

    def place(now: Stretch) -> Stretch | None:
        end = unit(now.low, name).high
        return Stretch(end - DAY, end)

    return Piece(i, i + 1, "day", NOW, place)


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
