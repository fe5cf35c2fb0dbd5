"""What a name and the words by it tell of a person: whether it is one, and he or she."""

from __future__ import annotations

from functools import cache

from factcheck.data import load
from factcheck.text.tokens import Tokens


@cache
def _first_names() -> dict[str, str]:
    return {
        name: gender
        for gender, listed in load("honorifics")["first_names"].items()
        for name in listed.split()
    }


@cache
def _telling() -> dict[str, str]:
    data = load("honorifics")
    return {
        word: gender for word, gender in (*data["gendered"].items(), *data["honorifics"].items()) if gender
    }


def is_first_name(word: str) -> bool:
    """Whether a word is a common first name."""
    return word.lower() in _first_names()


def gender_of(full: str, title: str, tokens: Tokens, first: int) -> str:
    """m, f or "" from the title before a name, the word before it, or the first name."""
    for word in (*title.lower().replace(".", "").split(), tokens.lower[first - 1] if first else ""):
        if (gender := _telling().get(word)) is not None:
            return gender
    words = full.split()
    return _first_names().get(words[0].lower(), "") if len(words) > 1 else ""
