"""Spellings: one name is written in one way throughout a text."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex

from factcheck.claims.aliases import FINAL, SPELLINGS
from factcheck.claims.row import Row
from factcheck.model import Verdict
from factcheck.rulebook import Rule
from factcheck.text.words import REMEMBERED


def _words(name: str) -> list[str]:
    return [romanised(plain(word)) for word in OWNER.sub("", name).split()]


@lru_cache(REMEMBERED)
def plain(name: str) -> str:
    """The letters of a name, without accents, in small ones."""
    letters = unicodedata.normalize("NFKD", name.lower())
    return "".join(letter for letter in letters if letter.isalpha())


@lru_cache(REMEMBERED)
def romanised(word: str) -> str:
    """A word in one of the ways to romanise it: "Zelenskyy" as "Zelensky"."""
    for written, read in SPELLINGS:
        word = word.replace(written, read)
    return FINAL.sub("y", word)


OWNER = regex.compile(r"['’]s\b")


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when they differ only by accents, hyphens or the way to romanise them."""
    one, two = a.claim.text, b.claim.text
    if _words(one) == _words(two):
        return Verdict("agree", "spelling")
    first = next((at for at, pair in enumerate(zip(one, two, strict=False)) if pair[0] != pair[1]), 0)
    return Verdict("conflict", "two-spellings", f"from letter {first + 1} on")
