"""Words of names that nearly are one word: two letters swapped, one more, or another one.

Candidates come from a dictionary of all words less one letter each (the symmetric deletes of Garbe 2012),
which two words a slip apart (Damerau 1964) have an entry of in common.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations
from typing import Literal

import regex

from factcheck.claims.people import is_first_name
from factcheck.compare.verbs.spelling import romanised, skeleton
from factcheck.text.namelists import name_lists
from factcheck.text.words import REMEMBERED, forms

Slip = Literal["", "swapped", "letter", "sound"]
SHORTEST = 4  # letters of a word in which two are swapped …
SHORTEST_LETTER = 5  # … and of one with another letter
ENGLISH = 6  # letters of a word of the dictionary, from which one less makes no other name
ONE_SLIP = 6  # letters below which two words of full names differ in one letter at most …
SLIPS = 2  # … and above, in so many
ALIKE = 0.8  # of two names of one person …
REMEMBERED_ALIKE = 0.59  # … of whom the same is told
MOST = 8  # words that are one when each has a letter less: beyond, they are codes and no names
FEW = 4  # words that one word nearly is: beyond, it is a code
WORD = regex.compile(r"(?:\p{L}{1,3}['’-]|Ma?c)?\p{Lu}\p{Ll}+(?:['’-]\p{Lu}?\p{Ll}+)*")


def is_word(word: str) -> bool:
    """Whether a word is written as one of a name: "Halvorsen", "al-Hadi", but no "MSF", "V2", "HashMap"."""
    return WORD.fullmatch(word) is not None


def near(words: Iterable[str]) -> list[tuple[str, str, Slip]]:
    """Pairs of plain words that are a slip apart, in order; none of words that nearly are many others."""
    first: dict[str, str] = {}  # most keys are of one word alone, which needs no list
    alike: dict[str, list[str]] = {}
    for word in sorted(words):
        if len(word) >= SHORTEST:
            for key in {word, *[word[:at] + word[at + 1 :] for at in range(1, len(word))]}:
                if (other := first.setdefault(key, word)) is not word:
                    alike.setdefault(key, [other]).append(word)
    found: dict[tuple[str, str], Slip] = {}
    for group in alike.values():
        if len(group) <= MOST:
            for pair in combinations(group, 2):
                if pair not in found:
                    found[pair] = slip(*pair)
    slips = sorted((*pair, kind) for pair, kind in found.items() if kind)
    partners = Counter(word for a, b, _ in slips for word in (a, b))
    return [(a, b, kind) for a, b, kind in slips if partners[a] <= FEW and partners[b] <= FEW]


def slip(a: str, b: str) -> Slip:
    """How two plain words are apart: two letters are `swapped`, a `letter` is more or another one, or they
    may be one name in the `sound` of two languages. "" for words that are further apart, for one with
    another ending ("Ivanov", "Ivanova"), and for two that are known ("Marie", "Maria")."""
    a, b = sorted((a, b), key=len)
    if a[-1] == b[-1] == "s":  # "Syria's", "Syrians"
        a, b = a[:-1], b[:-1]
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    if len(b) - len(a) > 1 or at in (0, len(a)) or _known(a, b):
        return ""
    if len(a) == len(b) and a[at] == b[at + 1 : at + 2] and b[at] == a[at + 1 : at + 2]:
        if a[at + 2 :] != b[at + 2 :] or len(a) < SHORTEST:
            return ""
        return "sound" if romanised(a) == romanised(b) or {a[at:], b[at:]} == {"er", "re"} else "swapped"
    rest = at + 1 if len(a) == len(b) else at
    if a[rest:] != b[at + 1 :] or len(a) < SHORTEST_LETTER or (len(a) == len(b) and at == len(a) - 1):
        return ""
    spelt = len(a) >= ENGLISH and (a in forms() or b in forms())  # a misspelled word, in whatever name
    return "letter" if spelt or skeleton(a) != skeleton(b) else "sound"


@lru_cache(REMEMBERED)
def nearly(a: str, b: str) -> bool:
    """Whether two plain words nearly are one, by up to two slips; neither is the other with an ending, nor
    are both words of the dictionary ("insurance", "assurance")."""
    short, long = sorted((a, b), key=len)
    slips = SLIPS if len(short) >= ONE_SLIP else 1
    if len(short) < SHORTEST or len(long) > len(short) + slips or long.startswith(short):
        return False
    if short in forms() and long in forms():
        return False
    from rapidfuzz.distance import OSA  # letters to exchange, add, leave out or swap

    return OSA.distance(short, long, score_cutoff=slips) <= slips


@lru_cache(REMEMBERED)
def alike(a: str, b: str, least: float = ALIKE) -> bool:
    """Whether two plain words may be one name misheard ("Bojan", "Bogdan") or misremembered ("Edmund",
    "Edwin"), by the measure of Jaro and Winkler (1990), of at `least` so much: no words of the dictionary, no
    short form and no other spelling of one name."""
    from rapidfuzz.distance import JaroWinkler

    if a[0] != b[0] or a in forms() or b in forms() or min(len(a), len(b)) < SHORTEST:
        return False
    if a.startswith(b) or b.startswith(a) or skeleton(a) == skeleton(b):
        return False
    return JaroWinkler.similarity(a, b, score_cutoff=least) >= least


def _known(a: str, b: str) -> bool:
    """Whether both words are names or words of their own: "Erik" and "Eric", "Western" and "Eastern"."""
    places = name_lists().places
    return all(word in forms() or word in places or is_first_name(word.capitalize()) for word in (a, b))
