"""The whole expression at a token: "since May", "2012 or later", "every Monday", "about 1850"."""

from __future__ import annotations

from typing import Final

from factcheck.kinds.dates import times
from factcheck.kinds.dates.calendar import CLOCK, DAY, Stretch, unit
from factcheck.kinds.dates.evidence import ends
from factcheck.kinds.dates.phrases import Grammar
from factcheck.kinds.dates.piece import FIXED, NOW, Piece, around, inside
from factcheck.kinds.dates.ranges import DAY_NUMBERS, OPENERS, end_at, hours_at, lasting, range_at
from factcheck.kinds.dates.tables import (
    ABOUT,
    BOUNDS,
    COMPARED,
    EACH,
    EDGES,
    HEDGES,
    HOW_OFTEN,
    HYPHENS,
    PARTS,
    PARTWAY,
    REPEATED,
    TRAILING,
    UNITS,
    number,
    phrase,
    word_at,
)  # fmt: skip
from factcheck.text.numerals import starts_numeral
from factcheck.text.tokens import Tokens

UNTIL: Final = frozenset(("until", "untill", "till", "til", "through", "thru"))


def expression(grammar: Grammar, i: int) -> Piece | None:
    """The whole expression at token `i`, with the words that open, close, hedge or repeat it."""
    word = grammar.tokens.lower[i]
    if word_at(grammar.tokens, i + 1) == "times":
        return _times(grammar, i)
    for reader in READERS.get(word, ()):
        found = reader(grammar, i)
        if found is not None:
            return found
    plain = _plain(grammar, i)
    return _trailing(grammar, plain) or _every_day(grammar, plain) or plain if plain else None


def _every_day(grammar: Grammar, piece: Piece) -> Piece | None:
    """ "10 a.m. every Monday", "at 5 every day"."""
    if piece.cycle != "day" or word_at(grammar.tokens, piece.last) not in EACH:
        return None
    day = _repeated(grammar, piece.last)
    return inside(piece, day, piece.first, day.last) if day and day.grain == "day" else None


def _plain(grammar: Grammar, i: int) -> Piece | None:
    """A single expression, or a range without "from": "15–17 August", "yesterday afternoon from 3-8pm"."""
    alone = grammar.phrase(i)
    if alone is None and not starts_numeral(grammar.tokens.lower[i]):
        return None
    if alone is not None and alone.grain == "weekend" and word_at(grammar.tokens, alone.last) == "of":
        days = _plain(grammar, alone.last + 1) if alone.last + 1 < grammar.tokens.size else None
        if days is not None and days.ranged and days.grain == "day":  # "the weekend of 11-12 July"
            return days.but(first=i)
    left = alone or times.bare_hour(grammar.tokens, i)
    found = (range_at(grammar, i, left) or alone) if left else None
    return _with_times(grammar, found) if found else None


def _with_times(grammar: Grammar, piece: Piece) -> Piece:
    """ "yesterday afternoon from 3-8pm", "Monday morning 6-8", "1 February no later than 6:00"."""
    tokens = grammar.tokens
    if piece.grain == "week" and piece.cycle == NOW and word_at(tokens, piece.last) in OPENERS:
        days = range_at(grammar, piece.last, end_at(grammar, piece.last + 1))
        if days is not None and days.weekday:  # "this week from Tuesday to Thursday"
            return inside(days, piece, piece.first, days.last)
    if piece.grain not in ("day", "daypart") or piece.ranged or piece.last >= tokens.size:
        return piece
    if piece.weak == "number":
        return piece
    at = piece.last + (word_at(tokens, piece.last) == ",")
    word = word_at(tokens, at)
    inner = (
        range_at(grammar, at, end_at(grammar, at + 1))
        if word in OPENERS
        else _bounded(grammar, at, said=True)
        if word in BOUNDS
        else None
    )
    if word in OPENERS and (inner is None or inner.cycle != "day"):
        inner = hours_at(grammar, at + 1)
        inner = inner.but(first=at) if inner else None
    if inner is None and word[:1].isdecimal():
        inner = range_at(grammar, at, end_at(grammar, at))
        inner = inner if inner and inner.cycle == "day" else hours_at(grammar, at)
    if inner is None or inner.cycle != "day":
        return piece
    return inside(inner, piece, piece.first, inner.last)


def _opened(grammar: Grammar, i: int) -> Piece | None:
    """ "from 2 to 7 Feb", "between 3 and 12 of Sept", "from May onwards", "from 2 p.m. for 2 hours"."""
    found = range_at(grammar, i, end_at(grammar, i + 1)) or lasting(grammar, i)
    if found is not None or grammar.tokens.lower[i] != "from":
        return found
    since = grammar.phrase(i + 1)
    if since and not since.bound and _goes_on(grammar.tokens, since.last):
        return since.but(first=i, last=since.last + 1, bound="since", weak="")
    opened = _trailing(grammar, since) if since else None
    return opened.but(first=i) if opened else None


def _goes_on(tokens: Tokens, i: int) -> bool:
    """The "on" of "from 2018 on"."""
    return word_at(tokens, i) == "on" and word_at(tokens, i + 1) in ("", ".", ",", ";")


def _trailing(grammar: Grammar, piece: Piece) -> Piece | None:
    """ "2012 or later", "from May onwards"."""
    found = phrase(grammar.tokens, piece.last, TRAILING)
    return None if found is None or piece.bound else piece.but(last=found[1], bound=found[0], weak="")


def _bounded(grammar: Grammar, i: int, said: bool = False) -> Piece | None:
    """ "since August", "by the end of May", "no later than 6:00", "before around 2pm today"; where the day
    has been `said`, "after 6" as well."""
    tokens = grammar.tokens
    found = phrase(tokens, i, BOUNDS)
    if found is None:
        return None
    bound, at = found
    about = word_at(tokens, at) in ABOUT
    piece = grammar.phrase(at + about)
    if piece is None or (piece.weak == "number" and bound in ("before", "after", "until", "since")):
        hour = times.bare_hour(tokens, at + about)
        piece = grammar.grown(hour) if hour else None
        if (
            said
            and piece
            and piece.weak == "hour"
            and ends(tokens, piece.last)
            and word_at(tokens, piece.last) != "of"
        ):
            piece = piece.but(weak="")
    if (
        piece is None
        or piece.bound
        or piece.ranged
        or piece.repeated
        or piece.weak in ("number", "hour", "in")
    ):
        return None
    if tokens.lower[i] == "up" and piece.weak:
        return None
    if tokens.lower[i] == "through" and not _closes(tokens, i, piece):
        return None
    if tokens.lower[i + 1] in HYPHENS and piece.weak != "year":  # "pre-2010"
        return None
    first = word_at(tokens, at + (word_at(tokens, at) == "the"))
    if bound == "since" and word_at(tokens, piece.last) in UNTIL:  # "starting Monday until Thursday"
        spanned = range_at(grammar, i, piece)
        return spanned.but(weak="") if spanned else None
    edge = EDGES.get(first, EDGES.get(word_at(tokens, piece.last - 1), ""))
    if edge and piece.approximate:
        # "by the end of 2030" is exact at the end that counts, "before the end of 2030" too
        return _at_edge(piece, edge, "until" if (edge, bound) == ("last", "before") else bound).but(first=i)
    exact = PARTS.get(first) == ("late" if bound == "until" else "early" if bound == "since" else "none")
    return piece.but(first=i, bound=bound, approximate=about or (piece.approximate and not exact))


def _at_edge(piece: Piece, edge: str, bound: str) -> Piece:
    """The bound at the first or the last day of a stretch whose beginning or end was named."""

    def place(box: Stretch) -> Stretch | None:
        found = piece.place(box)
        if found is None:
            return None
        days = (found.low, found.low + DAY) if edge == "first" else (found.high - DAY, found.high)
        return Stretch(*days)

    return piece.but(place=place, bound=bound, approximate=False)


def _closes(tokens: Tokens, i: int, piece: Piece) -> bool:
    """Whether "through" at token `i` means "until": "open through Friday", not "he lived through 1968"."""
    named = word_at(tokens, i + 1 + (word_at(tokens, i + 1) == "the")) in EDGES
    return named or (
        piece.grain in ("day", "month", "quarter")
        and word_at(tokens, i - 1) not in PARTWAY
        and word_at(tokens, i + 1) != "the"
    )


def _compared(grammar: Grammar, i: int) -> Piece | None:
    """ "year greater than 2012"."""
    found = phrase(grammar.tokens, i + 1, COMPARED)
    piece = grammar.phrase(found[1]) if found else None
    return piece.but(first=i, bound=found[0], weak="") if piece and found and piece.grain == "year" else None


def _about(grammar: Grammar, i: int) -> Piece | None:
    """ "about 1850", "circa 5 in the morning", "around Christmas"."""
    piece = _plain(grammar, i + 1) if i + 1 < grammar.tokens.size else None
    return piece.but(first=i, approximate=True) if piece else None


def _hedged(grammar: Grammar, i: int) -> Piece | None:
    """ "more than two years ago", "less than 3 days after tomorrow", "some 20 years ago"."""
    found = phrase(grammar.tokens, i, HEDGES)
    piece = grammar.phrase(found[1]) if found else None
    if found is None or piece is None or piece.origin is None:
        return None
    kind, offset, origin = found[0], piece, piece.origin
    if kind in ("about", "exact"):
        return piece.but(first=i, approximate=kind == "about")
    if kind == "more":
        return piece.but(first=i, bound="until" if piece.sign < 0 else "since")

    def place(box: Stretch) -> Stretch | None:
        begin, end = origin(box), offset.place(box)
        if begin is None or end is None:
            return None
        if offset.grain not in CLOCK:
            begin = unit(begin.low, "day")
        return Stretch(min(begin.low, end.low), max(begin.high, end.high))

    return piece.but(first=i, place=place, ranged=True)


def _times(grammar: Grammar, i: int) -> Piece | None:
    """ "three times a day"."""
    tokens = grammar.tokens
    name = UNITS.get(word_at(tokens, i + 3))
    if (
        name is None
        or word_at(tokens, i + 2) not in ("a", "an", "per", "each", "every")
        or not number(tokens, i)
    ):
        return None
    return around(i, i + 4, name).but(repeated=True)


def _repeated(grammar: Grammar, i: int) -> Piece | None:
    """ "every Monday", "once a year", "every other day", "weekly": the next one stands for all."""
    tokens = grammar.tokens
    word = tokens.lower[i]
    often = phrase(tokens, i + (word in HOW_OFTEN), REPEATED)
    if often is not None:  # "weekly", "twice weekly"
        return grammar.grown(around(i, often[1], often[0]).but(weak="repeated", repeated=True))
    if word in HOW_OFTEN:
        at = i + 1
        if word_at(tokens, at) not in ("a", "an", "per", "each", "every", "in"):
            return None
    else:
        at = i
    at += 1 + (word_at(tokens, at + 1) in ("other", "single", "a"))
    counted = number(tokens, at)
    at = counted.last if counted and counted.value < 100 else at
    at += word_at(tokens, at) in HYPHENS
    name = "day" if word_at(tokens, at) == "weekday" else UNITS.get(word_at(tokens, at), "")
    if name and not (word == "any" and name in CLOCK):
        return grammar.grown(around(i, at + 1, "day" if name == "night" else name).but(repeated=True))
    piece_at = grammar.phrase(at) if at < tokens.size else None
    if piece_at is None or piece_at.cycle in (FIXED, NOW) or piece_at.weak in DAY_NUMBERS:
        return None
    if counted and not (counted.ordinal and piece_at.weekday):  # "every second Thursday"
        return None
    return piece_at.but(first=i, repeated=True, weak="")


_OPENED_BY: Final = (
    (frozenset(OPENERS), _opened),
    (frozenset((*EACH, *HOW_OFTEN, *REPEATED)), _repeated),
    (frozenset(("for",)), lasting),
    (frozenset(HEDGES), _hedged),
    (frozenset(ABOUT), _about),
    (frozenset(BOUNDS), _bounded),
    (frozenset(("year", "years")), _compared),
)
READERS: Final = {
    word: tuple(reader for words, reader in _OPENED_BY if word in words)
    for word in frozenset().union(*(words for words, _ in _OPENED_BY))
}
