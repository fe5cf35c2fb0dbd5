"""Expressions with two ends: "from … to …", "15–17 August"; and lists that share a word."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from factcheck.kinds.dates import times
from factcheck.kinds.dates.calendar import CLOCK, Stretch, unit
from factcheck.kinds.dates.durations import amount_at, later
from factcheck.kinds.dates.nested import STARTING, lasting_from
from factcheck.kinds.dates.phrases import Grammar
from factcheck.kinds.dates.piece import FIXED, NOW, RANK, Piece, around, fixed, inside, spanning, towards
from factcheck.kinds.dates.tables import ABOUT, DAYS, HYPHENS, MONTHS, follows_glued, word_at
from factcheck.text.tokens import Tokens

OPENERS: Final = ("from", "between")
TO: Final = frozenset(("to", "until", "untill", "till", "through", "thru", "til", "~", *HYPHENS))
DAY_NUMBERS: Final = ("number", "the number", "the ordinal")
ANYWHERE: Final = unit(datetime(2000, 1, 1), "day")  # where pieces are placed that need no place
LISTING: Final = ("and", "or", ",", "&")
MOST_LISTED: Final = 6
PERSONS: Final = frozenset(("i", "we", "you", "me", "us", "my", "our", "your"))


def range_at(grammar: Grammar, i: int, left: Piece | None) -> Piece | None:
    """A range whose first end is `left`; `i` is where the expression begins."""
    tokens = grammar.tokens
    if left is None or left.bound or left.ranged or left.repeated or left.weak == "at hour":
        return None
    link = word_at(tokens, left.last)
    glued = link == "/" and follows_glued(tokens, left.last) and tokens.glued(left.last)
    if link not in TO and not glued and not (link == "and" and tokens.lower[i] == "between"):
        return None
    right = _short_year(grammar, left) or end_at(grammar, left.last + 1)
    if right and right.grain in CLOCK and left.grain not in CLOCK and word_at(tokens, right.last) in TO:
        right = grammar.atom(left.last + 1)  # "Monday to Friday, 9 a.m. to 5 p.m."
    if link == "/" and not (right and _of_one_kind(left, right)):
        return None
    pair = (
        _agreed(grammar, left, right)
        if right and not (right.bound or right.ranged or right.repeated)
        else None
    )
    if pair is None:
        return None
    if pair[0].cycle == "day" and pair[1].cycle == NOW and word_at(tokens, pair[1].first) in DAYS:
        today = around(pair[0].first, pair[0].last, "day")  # "from 2pm till tomorrow 4:30pm"
        pair = inside(pair[0], today, pair[0].first, pair[0].last), pair[1]
    made = spanning(*pair, i, pair[1].last).but(weak=_weakness(*pair, opened=tokens.lower[i] in OPENERS))
    if made.cycle == FIXED and made.place(ANYWHERE) is None:
        return None
    grown = grammar.grown(made)
    if made.weak == "number" and grown.last == made.last and _keeps_hours(tokens, i):
        return _hours_of_day(grammar, i, pair[0].first) or grown
    return grown


def _keeps_hours(tokens: Tokens, i: int) -> bool:
    """Whether two bare numbers can be hours: behind "between", or where somebody speaks of their own day;
    in a report they are figures that rose."""
    word = tokens.lower[i]
    return word == "between" or (word == "from" and not PERSONS.isdisjoint(tokens.lower))


def _hours_of_day(grammar: Grammar, i: int, first: int) -> Piece | None:
    """ "between 5 and 6 tomorrow morning", "from 7 to 9 tonight"."""
    hours = hours_at(grammar, first)
    grown = grammar.grown(hours.but(first=i)) if hours else None
    return grown if grown and hours and grown.last > hours.last and grown.cycle != "day" else None


def _of_one_kind(left: Piece, right: Piece) -> bool:
    """Whether a slash joins two of a kind, the last with its name: "5/6 May", "May/June", "spring/summer"."""
    if left.weak == "number":
        return right.grain == "day" and right.cycle == "year" and right.weak == ""
    return left.grain == right.grain and left.grain in ("month", "season", "day") and right.weak != "number"


def end_at(grammar: Grammar, i: int) -> Piece | None:
    """One end of a range; an hour may be all of it."""
    tokens = grammar.tokens
    at = i + (word_at(tokens, i) in ABOUT)
    if at >= tokens.size:
        return None
    return grammar.phrase(at) or times.bare_hour(tokens, at)


def _short_year(grammar: Grammar, left: Piece) -> Piece | None:
    """The "16" of "2015-16"."""
    tokens = grammar.tokens
    at = left.last + 1
    if (
        left.grain != "year"
        or left.cycle != FIXED
        or not tokens.glued(left.last - 1)
        or not tokens.glued(left.last)
    ):
        return None
    word = word_at(tokens, at)
    if len(word) != 2 or not word.isdecimal() or word_at(tokens, at + 1) in MONTHS:
        return None
    first = left.place(ANYWHERE)
    assert first is not None
    year = first.low.year // 100 * 100 + int(word)
    return fixed(at, at + 1, "year", unit(datetime(year, 1, 1), "year")) if year > first.low.year else None


def _agreed(grammar: Grammar, left: Piece, right: Piece) -> tuple[Piece, Piece] | None:
    """The two ends, bare numbers read as what the other end is; None when they do not belong together."""
    tokens = grammar.tokens
    opener = tokens.words[right.first]
    if (
        tokens.words[left.last] in HYPHENS
        and right.weak in DAY_NUMBERS
        and opener.istitle()
        and opener.isalpha()
    ):
        return None  # "DORN, 4 February 2025 — Three gunmen": a dateline's dash
    numbers = left.weak in DAY_NUMBERS, right.weak in DAY_NUMBERS
    if left.weak in ("number", "year") and _is_time(right):
        hour = (times.military if left.weak == "year" else times.bare_hour)(tokens, left.first)
        left = hour if hour and hour.last == left.last else left
    elif right.weak in ("number", "year") and _is_time(left):
        hour = (times.military if right.weak == "year" else times.bare_hour)(tokens, right.first)
        right = hour if hour and hour.last == right.last else right
    elif (
        (numbers[0] and right.grain != "day")
        or (numbers[1] and left.grain != "day")
        or ("hour" in (left.weak, right.weak) and not (_is_time(left) and _is_time(right)))
    ):
        return None
    time_of_day = left.cycle == "day", right.cycle == "day"
    if time_of_day[0] != time_of_day[1] and not (left.grain in CLOCK and right.grain in CLOCK):
        return None
    return left, right


def _is_time(piece: Piece) -> bool:
    return piece.grain in CLOCK and piece.weak != "now"


def _weakness(left: Piece, right: Piece, opened: bool) -> str:
    """What evidence a range wants: two day numbers a month, two years a word before them."""
    if left.weak == "the ordinal" and right.weak in ("the ordinal", "number") and not opened:
        return "the ordinal"  # "for the 14th to the 18th"
    if left.weak in DAY_NUMBERS and right.weak in DAY_NUMBERS:
        return "number"
    if left.weak == right.weak == "hour":
        return "hour"
    if left.weak == right.weak == "year":
        return "years"
    if left.weak == right.weak == "clock":
        return "clock"
    return "month" if left.weak == right.weak == "month" and not opened else ""


def hours_at(grammar: Grammar, i: int) -> Piece | None:
    """The "6-8" of "Monday morning 6-8"."""
    tokens = grammar.tokens
    left = times.bare_hour(tokens, i)
    link = word_at(tokens, left.last) if left else ""
    if left is None or (link not in TO and not (link == "and" and word_at(tokens, i - 1) == "between")):
        return None
    right = times.bare_hour(tokens, left.last + 1)
    return spanning(left, right, i, right.last) if right else None


def lasting(grammar: Grammar, i: int) -> Piece | None:
    """ "from 2 p.m. for 2 hours", "for 2 hours from 2 p.m."."""
    tokens = grammar.tokens
    word = tokens.lower[i]
    if word == "for":
        amount = amount_at(tokens, i + 1)
        if amount is None:
            return None
        comma = word_at(tokens, amount.last) == ","
        opener = word_at(tokens, amount.last + comma)
        if amount.unit not in CLOCK and (opener in STARTING or opener == "from"):
            return lasting_from(tokens, i, amount, grammar.phrase)
        if word_at(tokens, amount.last) != "from":
            return None
        begin = end_at(grammar, amount.last + 1)
        last = begin.last if begin else 0
    else:
        begin = end_at(grammar, i + 1)
        if begin is None or word_at(tokens, begin.last) != "for":
            return None
        amount = amount_at(tokens, begin.last + 1)
        last = amount.last if amount else 0
    if begin is not None and begin.weak == "number":
        begin = times.bare_hour(tokens, begin.first)
    if begin is None or amount is None or not begin.half:
        return None
    start, length = begin, amount

    def place(box: Stretch) -> Stretch | None:
        found = start.place(box)
        return Stretch(found.low, later(found.low, length, 1)) if found else None

    return grammar.grown(begin.but(first=i, last=last, place=place, weak="", ranged=True))


def shared(grammar: Grammar, piece: Piece) -> Piece | None:
    """ "5 and 6 May", "May, June and July 2020": what the first of a list lacks, from the last of it."""
    if piece.cycle not in ("month", "year") or piece.ranged or piece.bound or piece.repeated:
        return None
    tokens, at = grammar.tokens, piece.last
    for _ in range(MOST_LISTED):
        if word_at(tokens, at) not in LISTING:
            return None
        at += 1 + (word_at(tokens, at) == "," and word_at(tokens, at + 1) in LISTING)
        other = grammar.phrase(at)
        if other is None or other.grain != piece.grain or other.cycle == NOW or other.weekday:
            return None
        if RANK[other.cycle] > RANK[piece.cycle]:
            return beside(piece, other, -1)
        at = other.last
    return None


def beside(piece: Piece, other: Piece, step: int) -> Piece:
    """The piece where it lies next to another one, after it (1) or before it (-1)."""

    def place(box: Stretch) -> Stretch | None:
        found = other.place(box)
        return towards(piece, found, step) if found else None

    return piece.but(place=place, cycle=other.cycle, weak="", fits=())
