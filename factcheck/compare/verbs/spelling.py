"""Spellings: one name is written in one way throughout a text."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

import regex

from factcheck.claims.aliases import FINAL, PLAIN, SPELLINGS
from factcheck.claims.row import Row
from factcheck.data import load
from factcheck.model import Verdict
from factcheck.rulebook import Rule
from factcheck.text.words import REMEMBERED

OWNER = regex.compile(r"['’]s\b")
# How writers without these letters write them, where they do not drop the accent alone.
WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "ß": "ss", "æ": "ae"})
SOUND = str.maketrans("cqz", "kks", "aeiouyhwv")
DOUBLE = regex.compile(r"(\p{L})\1")


def plain(name: str) -> str:
    """The letters of a name, without accents, in small ones."""
    return name.lower() if name.isascii() and name.isalpha() else _letters(name)


@lru_cache(REMEMBERED)
def _letters(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.lower())
    return "".join(letter for letter in letters if letter.isalpha())


@lru_cache(REMEMBERED)
def romanised(word: str) -> str:
    """A word in one of the ways to romanise it: "Zelenskyy" as "Zelensky"."""
    for written, read in SPELLINGS:
        word = word.replace(written, read)
    return FINAL.sub("y", word)


@lru_cache(REMEMBERED)
def skeleton(word: str) -> str:
    """What two languages leave as it is when they write one name: "Hasakah", "Hassakeh" and "Al-Hasaka" have
    the consonants in common, without doubles and those that are written or not."""
    return DOUBLE.sub(r"\1", romanised(word).translate(SOUND))


@lru_cache(REMEMBERED)
def _read(word: str) -> frozenset[str]:
    """The ways to read a word of a name: "Müller" as "Muller" and as "Mueller"."""
    low = word.lower()
    return frozenset(romanised(plain(low.translate(letters))) for letters in (PLAIN, WRITTEN_OUT))


@cache
def _one_name() -> dict[str, str]:
    """First names of several languages -> the first one of their line."""
    lines = (line.split() for line in load("honorifics")["one_name"])
    return {word: line[0] for line in lines for word in line}


def _one_word(a: str, b: str) -> bool:
    """Whether two words are one in other letters, or one first name in two languages."""
    if not _read(a).isdisjoint(_read(b)):
        return True
    names = _one_name()
    one = names.get(a.lower())
    return one is not None and one == names.get(b.lower())


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when they differ only by accents, hyphens or the way to write them in another language."""
    one, two = a.claim.text, b.claim.text
    words = OWNER.sub("", one).split(), OWNER.sub("", two).split()
    if len(words[0]) == len(words[1]) and all(map(_one_word, *words)):
        return Verdict("agree", "spelling")
    first = next((at for at, pair in enumerate(zip(one, two, strict=False)) if pair[0] != pair[1]), 0)
    return Verdict("conflict", "two-spellings", f"from letter {first + 1} on")
