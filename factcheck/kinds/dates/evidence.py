"""Whether a doubtful word is a date here: "2016" a year, "May" a month, "the 22nd" a day, "90s" a decade."""

from __future__ import annotations

from functools import cache

from factcheck.kinds.dates.piece import Piece
from factcheck.kinds.dates.tables import POSSESSIVES, UNITS, follows_glued, word_at
from factcheck.text.numerals import starts_numeral
from factcheck.text.tokens import Tokens
from factcheck.text.words import grammar, is_plural, readings

BEFORE_YEAR = frozenset(
    (
        "in",
        "since",
        "during",
        "until",
        "till",
        "before",
        "after",
        "early",
        "late",
        "mid",
        "around",
        "circa",
        "by",
        "for",
    )
)
BEFORE_NUMBER = frozenset(
    ("of", "from", "to", "between", "and", "or", "than", "through", "not", "with", "as")
)
BEFORE_MONTH = frozenset((
    "in", "of", "since", "until", "till", "by", "from", "to", "during", "through", "before", "after",
    "between",
    "early", "late", "mid", "last", "next", "this", "for", "around", "about", "end", "throughout",
))  # fmt: skip
BEFORE_CLOCK = frozenset(
    (
        "at",
        "by",
        "until",
        "till",
        "from",
        "to",
        "before",
        "after",
        "around",
        "about",
        "since",
        "and",
        "or",
        "between",
        "on",
    )
)
BEFORE_DAY = frozenset(
    (
        "on",
        "by",
        "until",
        "till",
        "since",
        "from",
        "for",
        "of",
        "before",
        "after",
        "to",
        "and",
        "between",
        "dated",
    )
)
MODERN = range(1900, 2100)
MODIFIERS = range(1950, 2050)  # "the 2016 election"


def stands(tokens: Tokens, piece: Piece, joined: bool) -> bool:
    """Whether the neighbours bear out what `piece.weak` asks for.

    `joined`: it follows another date with no more than "and" or a comma between.
    """
    check = CHECKS.get(piece.weak)
    return check(tokens, piece, joined) if check else not piece.weak


def _before(tokens: Tokens, piece: Piece) -> str:
    return word_at(tokens, piece.first - 1)


@cache
def _function_words() -> frozenset[str]:
    closed = grammar()
    return frozenset().union(
        closed.prepositions, closed.conjunctions, closed.auxiliaries, closed.subordinators,
        closed.determiners, closed.pronouns, closed.relatives, closed.negations, closed.adverbs,
    )  # fmt: skip


def ends(tokens: Tokens, i: int) -> bool:
    """Nothing that a number could count stands at token `i`: the end, a mark, or a grammar word."""
    word = word_at(tokens, i)
    if not word or not word[0].isalnum():
        return word not in ("%", "$", "€", "£", "°", "'", "’")
    return word in _function_words()


def _year(tokens: Tokens, piece: Piece, joined: bool) -> bool:
    word = tokens.words[piece.last - 1]
    before, after = _before(tokens, piece), word_at(tokens, piece.last)
    spelt = not word.isdecimal()
    value = 0 if spelt else int(word)
    if follows_glued(tokens, piece.first) and before not in (
        "(",
        "[",
        "“",
        '"',
        "'",
        "-",
        "–",
        "—",
        "/",
        "’",
        "‘",
    ):
        return False
    if (
        after in UNITS
        or after in ("people", "percent", "%", "million", "billion", "km", "miles", "feet")
        or (after[:1].isdecimal())
    ):
        return False
    if piece.bound:
        return (value in MODERN or spelt or piece.bound == "since") and ends(tokens, piece.last)
    if before in BEFORE_YEAR:
        return ends(tokens, piece.last) or (
            value in MODERN and ((piece.first == 1 and value % 100 != 0) or not is_plural(after))
        )
    if piece.approximate:
        return before in BEFORE_YEAR or tokens.lower[piece.first] == "circa"
    if spelt:
        return False
    if joined or before in BEFORE_NUMBER:
        return (joined or value in MODERN) and ends(tokens, piece.last)
    if before in ("the", "'s", *POSSESSIVES, "a"):
        return (
            value in MODIFIERS
            and not is_plural(after)
            and after[:1].isalpha()
            and not ends(tokens, piece.last)
        )
    if before in ("(", "["):
        return value in MODERN and after in (")", "]", ",", ";", ":", "-", "–")
    return piece.first == 0 and value in MODERN and (piece.last == tokens.size or _verbal(after))


def _verbal(word: str) -> bool:
    return word in grammar().auxiliaries or readings(word)[:1] in ("t", "z")


def _years(tokens: Tokens, piece: Piece, joined: bool) -> bool:
    opened = tokens.lower[piece.first] in ("from", "between")
    first, last = tokens.words[piece.first + opened], tokens.words[piece.last - 1]
    if opened and ends(tokens, piece.last):
        return True
    modern = (
        first.isdecimal()
        and int(first) in MODERN
        and last.isdecimal()
        and (len(last) == 2 or int(last) in MODERN)
    )
    return (modern and not is_plural(word_at(tokens, piece.last))) or (
        _before(tokens, piece) in (*BEFORE_YEAR, "(", "the") and ends(tokens, piece.last)
    )


def _month(tokens: Tokens, piece: Piece, joined: bool) -> bool:
    at = piece.last - 1 - (tokens.words[piece.last - 1] == ".")
    word, lower = tokens.words[at], tokens.lower[at]
    if word.islower() and lower in ("may", "march", "mar", "jan", "sep", "dec", "jun", "jul"):
        return False
    if not (
        piece.bound
        or joined
        or _before(tokens, piece) in BEFORE_MONTH
        or tokens.lower[piece.first] in BEFORE_MONTH
    ):
        return False
    after = tokens.words[piece.last] if piece.last < tokens.size else ""
    return not (after[:1].isupper() and after[1:2].islower())


def _season(tokens: Tokens, piece: Piece, joined: bool) -> bool:
    words = (_before(tokens, piece), tokens.lower[piece.first])
    return (
        (bool(piece.bound) or any(word in BEFORE_MONTH for word in words))
        and ends(tokens, piece.last)
        and word_at(tokens, piece.last) != "of"
    )


def _decade(tokens: Tokens, piece: Piece, joined: bool) -> bool:
    before = _before(tokens, piece)
    return (
        bool(piece.bound)
        or before in BEFORE_YEAR
        or before in ("of", "the", "from")
        or tokens.lower[piece.first] == "the"
    )


def _the_ordinal(tokens: Tokens, piece: Piece, joined: bool) -> bool:
    return (
        (bool(piece.bound) or _before(tokens, piece) in BEFORE_DAY)
        and ends(tokens, piece.last)
        and word_at(tokens, piece.last) not in ("of", "in", "out")
    )


def _the_number(tokens: Tokens, piece: Piece, joined: bool) -> bool:
    return _before(tokens, piece) in ("on", "for", "by", "until", "since") and word_at(
        tokens, piece.last
    ) in ("", ".", ",", "!", "?", ";")


def _weekday(tokens: Tokens, piece: Piece, joined: bool) -> bool:
    if not tokens.words[piece.first][0].isupper() and not piece.bound:
        return False
    return bool(piece.bound) or _before(tokens, piece) in (
        "on",
        "last",
        "next",
        "this",
        "by",
        "until",
        "since",
        "from",
    )


def _slash(tokens: Tokens, piece: Piece, joined: bool) -> bool:
    return bool(piece.bound) or _before(tokens, piece) in (
        "on",
        "for",
        "by",
        "since",
        "until",
        "from",
        "before",
        "after",
        "dated",
        "at",
    )


def _time(tokens: Tokens, piece: Piece, joined: bool) -> bool:
    return bool(piece.bound) or _before(tokens, piece) in ("at", "around", "by", "about", "until")


def _repeated(tokens: Tokens, piece: Piece, joined: bool) -> bool:
    return ends(tokens, piece.last)


def _end_of_day(tokens: Tokens, piece: Piece, joined: bool) -> bool:
    return bool(piece.bound) or word_at(tokens, piece.first - 1) != "the"


def _at_hour(tokens: Tokens, piece: Piece, joined: bool) -> bool:
    return joined and word_at(tokens, piece.last) in ("", ".", ",", "!", "?", ";")


def _daypart(tokens: Tokens, piece: Piece, joined: bool) -> bool:
    before = _before(tokens, piece)
    counted = starts_numeral(before) if before else False
    return (
        piece.repeated
        and ends(tokens, piece.last)
        and not (counted or before in grammar().determiners or readings(before)[:1] == "a")
    )


def _clock(tokens: Tokens, piece: Piece, joined: bool) -> bool:
    before = _before(tokens, piece)
    return bool(piece.bound) or joined or before in BEFORE_CLOCK or not before[:1].isalnum()


CHECKS = {
    "at hour": _at_hour, "clock": _clock, "daypart": _daypart,
    "year": _year, "years": _years, "month": _month, "season": _season, "decade": _decade, "slash":
    _slash, "time": _time,
    "the ordinal": _the_ordinal, "the number": _the_number, "weekday": _weekday, "repeated": _repeated,
    "end of day": _end_of_day,
}  # fmt: skip
