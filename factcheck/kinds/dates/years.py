"""Years and larger: "2019", "nineteen eighty-four", "the '90s", "fiscal 2021"."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from factcheck.kinds.dates.calendar import Stretch, unit
from factcheck.kinds.dates.evidence import of_degrees
from factcheck.kinds.dates.piece import Piece, fixed
from factcheck.kinds.dates.tables import (
    DECADES,
    ERAS,
    FISCAL,
    HYPHENS,
    PARTS,
    POSSESSIVES,
    YEARS,
    follows_glued,
    number,
    phrase,
    whole,
    word_at,
)  # fmt: skip
from factcheck.text.tokens import Tokens

JOINING: Final = frozenset((*HYPHENS, "oh"))  # "nineteen-eighty", "nineteen oh five"
DIVIDERS: Final = frozenset((*HYPHENS, "/"))


def year_at(tokens: Tokens, i: int) -> Piece | None:
    """ "2019", "year 2012", "the year 1066", "nineteen eighty-four", "two thousand and ten", "'98"."""
    at = i + (word_at(tokens, i) == "the")
    said = word_at(tokens, at) == "year"
    at += said
    if at >= tokens.size:
        return None
    word = tokens.words[at]
    if (len(word) == 4 or (said and len(word) == 3)) and word.isdecimal() and word.isascii():
        value, last = int(word), at + 1
    elif (
        word in ("'", "’")
        and tokens.glued(at)
        and len(word_at(tokens, at + 1)) == 2
        and tokens.words[at + 1].isdecimal()
    ):
        value, last = century_of(int(tokens.words[at + 1])), at + 2
    else:
        spelt = _year_in_words(tokens, at)
        if spelt is None:
            return None
        value, last = spelt
    if (value not in YEARS and not (said and 100 <= value < 1000)) or (
        last < tokens.size
        and follows_glued(tokens, last)
        and tokens.lower[last] in ("s", "%", "th", "m", "km")
    ):
        return None
    piece = fixed(i, last, "year", unit(datetime(value, 1, 1), "year"), "" if said else "year")
    behind = fiscal_behind(tokens, last)
    if at > i and not said and not behind:
        return None
    return piece.but(last=behind, weak="", approximate=True) if behind else piece


def era_at(tokens: Tokens, i: int) -> Piece | None:
    """ "AD 79", "79 AD", "800 C.E.": a year of the common era; small letters are other words."""
    before = tokens.lower[i] in ERAS
    at, era = (i + 1 + (word_at(tokens, i + 1) == "."), i) if before else (i, i + 1)
    word = word_at(tokens, at)
    if not (word.isdecimal() and word.isascii() and len(word) <= 4 and tokens.words[era].isupper()):
        return None
    last = at + 1 if before else era + 1 + (word_at(tokens, era + 1) == "." and era + 2 < tokens.size)
    return fixed(i, last, "year", unit(datetime(int(word), 1, 1), "year")) if int(word) else None


def fiscal_behind(tokens: Tokens, i: int) -> int:
    """The token behind the "fiscal year" of "the 2021 fiscal year", 0 for none."""
    found = phrase(tokens, i, FISCAL)
    return found[1] if found and tokens.lower[found[1] - 1] == "year" else 0


def century_of(two_digits: int) -> int:
    """The year that two figures mean: from 1950 to 2049."""
    return two_digits + (2000 if two_digits < 50 else 1900)


def _year_in_words(tokens: Tokens, i: int) -> tuple[int, int] | None:
    first = number(tokens, i)
    if first is None or not first.words or first.ordinal or first.value.denominator != 1:
        return None
    if first.value in YEARS:
        return int(first.value), first.last
    if not 10 <= first.value <= 21:
        return None
    at = first.last + (word_at(tokens, first.last) in JOINING)
    second = number(tokens, at)
    if (
        second is None
        or not second.words
        or second.ordinal
        or not 1 <= second.value <= 99
        or second.value.denominator != 1
    ):
        return None
    if second.value < 10 and word_at(tokens, at - 1) != "oh":
        return None
    return int(first.value * 100 + second.value), second.last


def decade_at(tokens: Tokens, i: int) -> Piece | None:
    """ "the 1990s", "the '90s", "90s", "the nineties", "the nineteen-eighties"."""
    if _of_a_life(tokens, i):
        return None
    at = i + (word_at(tokens, i) == "the")
    apostrophe = word_at(tokens, at) in ("'", "’", "‘")
    at += apostrophe
    word = word_at(tokens, at)
    if word.isdecimal() and word.isascii() and len(word) in (2, 4) and word[-1] == "0":
        if word_at(tokens, at + 1) not in ("s", "'s") or not tokens.glued(at):
            return None
        value, last = int(word), at + 2
        if len(word) == 4 and value in YEARS:
            # "the 1800s" are a hundred years when they end in 00, but for our own time
            name = "century" if word.endswith("00") and value < 2000 else "decade"
            return fixed(
                i, last, name, _hundred(value) if name == "century" else unit(datetime(value, 1, 1), "decade")
            )
        if len(word) != 2 or of_degrees(tokens, i):
            return None
        weak = "" if apostrophe else "decade"
        return fixed(i, last, "decade", unit(datetime(century_of(value), 1, 1), "decade"), weak)
    century, last = 19, at
    found = whole(tokens, at, 13, 20)
    if found is not None:
        century, last = found
        last += word_at(tokens, last) in HYPHENS
    elif word == "two" and word_at(tokens, at + 1) == "thousands":
        century, last = 20, at + 1
    ten = DECADES.get(word_at(tokens, last))
    if ten is None or apostrophe or (last == at and (ten in (0, 10) or of_degrees(tokens, i))):
        return None
    start = datetime(century * 100 + ten, 1, 1)
    return fixed(i, last + 1, "decade", unit(start, "decade"), "" if last > at else "decade")


def _of_a_life(tokens: Tokens, i: int) -> bool:
    """Whether tens at token `i` are somebody's years: "in her early 20s"."""
    i -= 1
    while i > 0 and (word_at(tokens, i) in PARTS or word_at(tokens, i) in HYPHENS):
        i -= 1
    return word_at(tokens, i) in POSSESSIVES


def _hundred(year: int) -> Stretch:
    return Stretch(datetime(year, 1, 1), datetime(year + 100, 1, 1))


def fiscal_at(tokens: Tokens, i: int) -> Piece | None:
    """ "FY2021", "fiscal 2021", "the fiscal year 2021", "sy18": the nominal year, approximately."""
    at = i + (word_at(tokens, i) == "the")
    found = phrase(tokens, at, FISCAL)
    if found is None:
        return None
    j = found[1] + (word_at(tokens, found[1]) in ("year", "'", "’", "ended", "ending"))
    word = word_at(tokens, j)
    if not (word.isdecimal() and word.isascii() and len(word) in (2, 4)):
        return None
    year = int(word) if len(word) == 4 else century_of(int(word))
    if year not in YEARS:
        return None
    last, whole_ = j + 1, unit(datetime(year, 1, 1), "year")
    if word_at(tokens, last) in DIVIDERS and tokens.glued(j) and word_at(tokens, last + 1).isdecimal():
        last, whole_ = last + 2, Stretch(whole_.low, unit(whole_.high, "year").high)  # "2020-21"
    return fixed(i, last, "year", whole_).but(
        approximate=tokens.lower[at] not in ("calendar", "cy"), ranged=last > j + 1
    )
