"""Whether a doubtful word is a date here: "2016" a year, "May" a month, "the 22nd" a day, "90s" a decade."""

from __future__ import annotations

from functools import cache
from typing import Final

from factcheck.data import load
from factcheck.kinds.dates.piece import Piece
from factcheck.kinds.dates.tables import (
    EACH,
    FUTURE_WORDS,
    HYPHENS,
    PARTS,
    POSSESSIVES,
    UNITS,
    WEEKDAYS,
    follows_glued,
    word_at,
)
from factcheck.text.numerals import starts_numeral
from factcheck.text.tokens import Tokens
from factcheck.text.words import PARTICIPLE, PAST, PRESENT, grammar, is_adjective, is_plural, readings

WORDS: Final = {name: frozenset(words.split()) for name, words in load("evidence").items()}
BEFORE_YEAR: Final = WORDS["year"]
BEFORE_NUMBER: Final = WORDS["number"]
DATED: Final = WORDS["dated"]
COUNTED: Final = WORDS["counted"]
BEFORE_MONTH: Final = WORDS["month"]
BEFORE_CLOCK: Final = WORDS["clock"]
BEFORE_DAY: Final = WORDS["day"]
HONORIFICS: Final = frozenset(load("honorifics")["honorifics"]) - {"st", "saint"}
NUMBERED_DAY: Final = WORDS["numbered_day"]
OPENING: Final = frozenset("([“\"'-–—/’‘")  # may stand directly before a year
ARTICLES: Final = frozenset(("the", "a", "an", "'s", "’s", "'", "’", *POSSESSIVES))
FINITE: Final = (PAST, PARTICIPLE, PRESENT)
RANK_REACH: Final = 12  # tokens between a rank and how far back it reaches
DEGREES_REACH: Final = 8  # tokens between a temperature and its tens
HEAD: Final = 5  # tokens in which a noun phrase shows its head
MODERN: Final = range(1900, 2100)
MODIFIERS: Final = range(1950, 2050)  # "the 2016 election"
OLDER: Final = range(1700, 1950)  # "a 1938 schoolhouse"; a round number would rather count
LEADING: Final = frozenset((*BEFORE_YEAR, *DATED))
AROUND_RANGE: Final = frozenset((*BEFORE_YEAR, "(", "the"))


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


def names_something(tokens: Tokens, piece: Piece) -> bool:
    """Whether a day or a month is a name here, "Mr Friday", "October Square", or tells only which kind of
    day it was: "it was a Friday", "each late day"."""
    if tokens.lower[piece.first] in PARTS and _before(tokens, piece) in EACH:
        return True  # "a fine for each late day"
    word = tokens.words[piece.last - 1]
    if not (word[0].isupper() and word.isalpha()):
        return False
    after = tokens.words[piece.last] if piece.last < tokens.size else ""
    before, behind = _before(tokens, piece), word_at(tokens, piece.first - 2)
    if after[:1].isupper() and after[1:].islower() and after.lower() in WORDS["places"]:
        return before not in BEFORE_MONTH and before not in WORDS["weekday"]  # "on Monday Hill said"
    if piece.last - piece.first > 1 or tokens.lower[piece.first] not in WEEKDAYS:
        return False
    if before == "." and behind in HONORIFICS:
        return True
    return before in HONORIFICS or (before == "a" and behind in ("was", "is", "on"))


def looks_back(tokens: Tokens, piece: Piece) -> bool:
    """Whether "in 20 years" says how far back a rank reaches: "the worst storm in", "the third attack in"."""
    if _before(tokens, piece) in UNITS:  # "24 hours in a day"
        return True
    ranked = False
    for k in range(piece.first - 1, max(-1, piece.first - RANK_REACH), -1):
        word = tokens.lower[k]
        if not word[0].isalnum() and word not in HYPHENS:
            break
        if word in FUTURE_WORDS:
            return False
        if word in WORDS["ranking"] or (len(word) > 5 and word.endswith("est") and is_adjective(word)):
            return True
        ranked = ranked or word in grammar().ordinals
    return ranked


def _year(tokens: Tokens, piece: Piece, joined: bool) -> bool:
    word = tokens.words[piece.last - 1]
    before, after = _before(tokens, piece), word_at(tokens, piece.last)
    spelt = not word.isdecimal()
    value = 0 if spelt else int(word)
    if follows_glued(tokens, piece.first) and before not in OPENING:
        return False
    if after in UNITS or after in COUNTED or after[:1].isdecimal():
        return False
    alone = ends(tokens, piece.last) or (_verbal(after) and not is_plural(after))
    if piece.bound:
        return (value in MODERN or spelt or piece.bound == "since") and alone
    if _reaches_back(tokens, piece.first - 1):
        return alone
    if piece.approximate:
        return tokens.lower[piece.first] == "circa" or (before in LEADING and alone)
    if before in BEFORE_YEAR:
        return alone or (value in MODERN and not _counts(tokens, piece.last, value))
    if before in DATED:
        return alone
    if spelt:
        return False
    if joined or before in BEFORE_NUMBER:
        return (joined or value in MODERN) and alone
    if before in ARTICLES:
        return not alone and _modifies(tokens, piece.last, value)
    if before in ("(", "["):
        return (value in MODERN and after in (")", "]", ",", ";", ":", "-", "–")) or (
            after in (")", "]") and value in OLDER and value % 100 != 0
        )
    if piece.first == 0:
        return value in MODERN and (piece.last == tokens.size or _verbal(after))
    return (
        word_at(tokens, piece.first - 2) in ARTICLES
        and tokens.words[piece.first - 1].islower()
        and before not in WORDS["numbered"]
        and not alone
        and _modifies(tokens, piece.last, value)
        and not is_plural(_head(tokens, piece.last))
    )  # "the landmark 2010 ruling", not "a record 2010 seats"


def _reaches_back(tokens: Tokens, i: int) -> bool:
    """Whether the word at token `i` leads from what something is to when it began: "dates FROM 1845", "dates
    TO 1231", "goes back TO 1231"."""
    back = word_at(tokens, i - 1) == "back"
    verb = word_at(tokens, i - 1 - back)
    if word_at(tokens, i) == "to" and not back:
        return verb.startswith("dat") and verb in WORDS["origin"]
    return word_at(tokens, i) in ("from", "to") and verb in WORDS["origin"]


def _modifies(tokens: Tokens, i: int, year: int) -> bool:
    """Whether a year can go with the noun at token `i`: "the 2016 election", "a 1938 schoolhouse"."""
    if not word_at(tokens, i)[:1].isalpha():
        return False
    if year % 50 == 0 and tokens.words[i].islower():
        return year in MODIFIERS and not _counts(tokens, i, year)
    return year in MODIFIERS or (year in OLDER and not _counts(tokens, i, year))


def _counts(tokens: Tokens, i: int, number_: int) -> bool:
    """Whether a number counts the things at token `i`: "2000 girl children", not "2016 elections"."""
    if number_ % 50 != 0 and number_ in MODIFIERS:
        return False
    return is_plural(_head(tokens, i))


def _head(tokens: Tokens, i: int) -> str:
    """The noun that the phrase at token `i` is about: "children" of "girl children were counted"."""
    head = ""
    for k in range(i, min(i + HEAD, tokens.size)):
        word = tokens.lower[k]
        if ends(tokens, k) or (k > i and _verbal(word) and not is_plural(word)):
            break
        head = word
    return head


def _closes(tokens: Tokens, piece: Piece) -> bool:
    """The sentence or the phrase ends behind the date."""
    return word_at(tokens, piece.last) in ("", ".", ",", "!", "?", ";")


def _verbal(word: str) -> bool:
    return word in grammar().auxiliaries or readings(word)[:1] in FINITE


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
        _before(tokens, piece) in AROUND_RANGE and ends(tokens, piece.last)
    )


def _month(tokens: Tokens, piece: Piece, joined: bool) -> bool:
    at = piece.last - 1 - (tokens.words[piece.last - 1] == ".")
    word, lower = tokens.words[at], tokens.lower[at]
    if word.islower() and lower in ("may", "march", "mar", "jan", "sep", "dec", "jun", "jul"):
        return False
    before = _before(tokens, piece)
    before = word_at(tokens, piece.first - 2) if before == "the" and word.islower() else before
    if not (piece.bound or joined or before in BEFORE_MONTH or tokens.lower[piece.first] in BEFORE_MONTH):
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


def of_degrees(tokens: Tokens, i: int) -> bool:
    """Whether tens at token `i` are of a temperature: "highs in the mid-70s"."""
    return not WORDS["degrees"].isdisjoint(tokens.lower[max(0, i - DEGREES_REACH) : i])


def _decade(tokens: Tokens, piece: Piece, joined: bool) -> bool:
    before = _before(tokens, piece)
    return (
        bool(piece.bound)
        or joined
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
    return _before(tokens, piece) in NUMBERED_DAY and _closes(tokens, piece)


def _weekday(tokens: Tokens, piece: Piece, joined: bool) -> bool:
    if not tokens.words[piece.first][0].isupper() and not piece.bound:
        return False
    return bool(piece.bound) or _before(tokens, piece) in WORDS["weekday"]


def _slash(tokens: Tokens, piece: Piece, joined: bool) -> bool:
    return bool(piece.bound) or _before(tokens, piece) in WORDS["slash"]


def _dotted(tokens: Tokens, piece: Piece, joined: bool) -> bool:
    """A version or a section is written like "15.08.25" too."""
    return bool(piece.bound) or _before(tokens, piece) in WORDS["dotted"]


def _time(tokens: Tokens, piece: Piece, joined: bool) -> bool:
    return bool(piece.bound) or _before(tokens, piece) in WORDS["time"]


def _repeated(tokens: Tokens, piece: Piece, joined: bool) -> bool:
    return ends(tokens, piece.last)


def _end_of_day(tokens: Tokens, piece: Piece, joined: bool) -> bool:
    return bool(piece.bound) or "the" not in (word_at(tokens, piece.first - 1), tokens.lower[piece.first])


def _at_hour(tokens: Tokens, piece: Piece, joined: bool) -> bool:
    return joined and _closes(tokens, piece)


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
    if piece.bound or joined or before in BEFORE_CLOCK or not before[:1].isalnum():
        return True
    if before == "the":  # "the 7:05 train"
        return word_at(tokens, piece.last) in WORDS["timetabled"]
    if not piece.ranged or piece.last - piece.first != 7:
        return False
    return all(word[-1] in "05" for word in tokens.words[piece.first + 2 : piece.last : 4])  # "9:30-11:00"


CHECKS: Final = {
    "at hour": _at_hour, "clock": _clock, "daypart": _daypart,
    "year": _year, "years": _years, "month": _month, "season": _season, "decade": _decade, "slash":
    _slash, "time": _time,
    "the ordinal": _the_ordinal, "the number": _the_number, "weekday": _weekday, "repeated": _repeated,
    "end of day": _end_of_day, "dotted": _dotted,
}  # fmt: skip
