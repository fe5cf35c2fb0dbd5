"""The grammar of one date expression: an atom, and what it stands inside of or what stands in it."""

from __future__ import annotations

from typing import Final

from factcheck.kinds.dates import dayparts, nested, numeric, relative, times
from factcheck.kinds.dates.atoms import (
    AMOUNT_WORDS,
    ATOMS,
    FIGURES,
    FOLLOWED,
    LONE_FIGURE,
    NUMBERED,
    PART_WORDS,
    THE,
)
from factcheck.kinds.dates.calendar import CLOCK
from factcheck.kinds.dates.nested import Nested
from factcheck.kinds.dates.piece import FIXED, NOW, Piece, beside, inside, on_weekday
from factcheck.kinds.dates.tables import (
    ABOUT,
    HYPHENS,
    MONTHS,
    THIS,
    UNITS,
    WEEK_OF,
    WEEKDAYS,
    follows_glued,
    word_at,
)  # fmt: skip
from factcheck.text.numberwords import STARTERS
from factcheck.text.tokens import Tokens

DASHED: Final = [{"year", grain} for grain in ("month", "quarter", "half", "week")]  # "Aug-2016", "2021-Q2"
DEPTH: Final = 3  # how deep expressions hang in one another: "3 days after the end of next month"


class Grammar:
    """Reads the expressions of one sentence; `day_first` settles 6/4 where both can be the month."""

    __slots__ = ("_known", "day_first", "tokens")

    def __init__(self, tokens: Tokens, day_first: bool | None) -> None:
        self.tokens = tokens
        self.day_first = day_first
        self._known: dict[tuple[int, int], Piece | None] = {}

    def phrase(self, i: int, depth: int = DEPTH) -> Piece | None:
        """The longest expression at token `i`: an atom with all around it. Read once, then remembered."""
        key = (i, depth)
        if key not in self._known:
            piece = self.atom(i, depth)
            self._known[key] = self.grown(piece, depth) if piece else None
        return self._known[key]

    def grown(self, piece: Piece, depth: int = DEPTH) -> Piece:
        """The piece with what follows it and belongs to it, as long as anything does."""
        for _ in range(6):
            larger = self._joined(piece, depth)
            if larger is None:
                return piece
            piece = larger
        return piece

    def atom(self, i: int, depth: int = DEPTH) -> Piece | None:
        """The longest single expression at token `i`."""
        tokens = self.tokens
        if i >= tokens.size:
            return None
        best: Piece | None = None
        word = tokens.lower[i]
        readers = ATOMS.get(word, NUMBERED if word in STARTERS else ())
        if word[0].isdecimal():
            best = numeric.numeric_at(tokens, i, self.day_first)
            behind = word_at(tokens, i + 1)
            lone = FIGURES if behind[:1].isdecimal() or "." in word else LONE_FIGURE
            readers = FIGURES if word[0] == "0" else FOLLOWED.get(behind, lone)
        elif word in MONTHS and word_at(tokens, i + 1) in numeric.SEPARATORS:
            best = numeric.numeric_at(tokens, i, self.day_first)
        elif word == "the":
            following = word_at(tokens, i + 1)
            known = THE.get("0" if following[:1].isdecimal() else following)
            if known is None:
                return None
            readers = known
        for reader in readers:
            found = reader(tokens, i)
            if found is not None and (best is None or found.last > best.last):
                best = found
        if depth > 0:
            for holder in self._nested(i, word):
                found = holder(tokens, i, lambda j: self.phrase(j, depth - 1))
                if found is not None and (best is None or found.last > best.last):
                    best = found
        return best

    def _nested(self, i: int, word: str) -> tuple[Nested, ...]:
        """The readers of expressions that hold another one, by the first word after an article."""
        if word == "the":
            word = word_at(self.tokens, i + 1)
        if word in UNITS or word in WEEK_OF:
            return nested.week_of, nested.from_another
        if word in PART_WORDS:
            return (nested.part,)
        if word in AMOUNT_WORDS or word[:1].isdecimal() or word in WEEKDAYS:
            return (nested.from_another,)
        return ()

    def _joined(self, piece: Piece, depth: int) -> Piece | None:
        """The piece and the one behind it as one, where one fits into the other."""
        tokens = self.tokens
        at, link = self._link(piece.last)
        if at >= tokens.size:
            return None
        approximate = tokens.lower[at] in ABOUT and piece.grain not in CLOCK[:3]
        at += approximate
        part = (
            dayparts.daypart_at(tokens, piece.last)
            if piece.grain == "day" and link in ("in", "at", "during")
            else None
        )
        if part is not None:
            return _merged(piece, part, "")
        if depth > 0 and piece.weak != "number":
            whole = self.phrase(at, depth - 1)
            made = _merged(piece, whole, link) if whole is not None and whole.cycle != "day" else None
            if made is not None and link != "(" and not approximate:
                return made
        following = self.atom(at, depth if link else 0)
        if (
            link in ("at", "", "by")
            and piece.grain in ("day", "daypart")
            and (following is None or following.weak == "number")
        ):
            following = times.bare_hour(tokens, at) if link == "at" or approximate else following
        if following is None and link == "of":
            following = relative.the_unit(tokens, at, at)
        if following is None:
            return None
        made = _merged(piece, following, "at" if approximate else link)
        if made is not None and link == "by" and following.cycle == "day":
            made.bound = "until"
        if made is not None and link == "(":
            made.last += word_at(tokens, made.last) == ")"
        if made is not None and approximate:
            made.approximate = True
        return made

    def _link(self, i: int) -> tuple[int, str]:
        """What joins: "of", "in", "on", "at", a comma, a hyphen, nothing; and the token behind it."""
        tokens = self.tokens
        word = word_at(tokens, i)
        if word == ",":
            behind = word_at(tokens, i + 1)
            return (i + 2, behind) if behind in ("on", "at", "in") else (i + 1, ",")
        if word in ("of", "in", "on", "at", "by", "(", "'s", "during"):
            return i + 1, word
        if word == "@":
            return i + 1, "at"
        if (word in HYPHENS or word == "/") and follows_glued(tokens, i) and tokens.glued(i):
            return i + 1, "-"
        if word == "t" and follows_glued(tokens, i) and tokens.glued(i):
            return i + 1, "at"
        if word == "the" and word_at(tokens, i + 1) in THIS:
            return i + 1, ""
        return i, ""


def _merged(a: Piece, b: Piece, link: str) -> Piece | None:
    """Two neighbours as one piece, or None when neither fits into the other."""
    first, last = a.first, b.last
    if a.bound or (b.bound and b.grain not in CLOCK):
        return None
    if link == "-" and not ({a.grain, b.grain} in DASHED and "year" in (a.weak, b.weak)):
        return None
    if a.ranged and a.grain in ("day", "week", "month") and b.cycle == "day":
        return None  # "Monday to Friday, 9 a.m. to 5 p.m."
    if a.weak == "number" and not (b.grain == "month" and (link == "of" or a.ranged)):
        return None
    if a.weak == "at hour" and b.weak:
        return None
    if (b.weak in ("number", "hour") and link != "at") or (b.weak in ("time",) and a.grain != "day"):
        return None
    if link == "(" and a.grain == b.grain == "day" and b.cycle != NOW and not b.weekday:
        return beside(b, a) if a.cycle == NOW else b.but(first=first, weak="")
    if b.weak == "number" or (b.weak == "hour" and a.grain not in ("day", "daypart")):
        return None
    if a.weekday and b.grain == "day" and b.cycle == NOW and link in ("", ","):
        return inside(a, b, first, last)
    if a.weekday and b.weak == "ordinal unit":  # "on Sunday, the fifth day of the strike"
        return None
    if a.weak == "weekday" and link == "on":  # "they wed on 3 May", "he sat on Monday"
        return None
    if a.weekday and b.grain == "day" and not b.weekday and not a.ranged:
        return on_weekday(a, b, first, last) if b.weak != "number" else None
    if b.weekday and a.grain == "day" and not a.weekday and link in (",", "", "("):
        return on_weekday(b, a, first, last)
    if (
        a.grain == "daypart"
        and b.grain in CLOCK
        and b.grain != "daypart"
        and b.cycle == "day"
        and a.cycle in ("day", NOW)
    ):
        return inside(b, a, first, last).but(fits=a.fits) if a.cycle == NOW or link in ("at", "") else None
    if b.grain in a.fits and _linked(a, b, link):
        return inside(a, b, first, last)
    if link == "in" and "second" in (a.grain, b.grain):
        return None  # "won on Sunday in 2:09:14"
    if a.grain in b.fits and link in ("", ",", "on", "at", "in", "by", "'s", "(", "-"):
        if b.cycle == "day" and a.cycle == FIXED and a.grain != "day":
            return None
        return inside(b, a, first, last)
    return None


def _linked(a: Piece, b: Piece, link: str) -> bool:
    """Whether the words between allow the smaller one first."""
    if b.grain == "year" and b.weak == "year":
        return link in ("", ",", "of", "in", "-")
    return link in ("", ",", "of", "in", "on", "'s", "during", "(")
