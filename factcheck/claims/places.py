"""Names of places: which names of a text are places, and one key for their spellings."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Final

import regex

from factcheck.claims.aliases import canonical_key
from factcheck.data import load
from factcheck.text.names import Name
from factcheck.text.tokens import Tokens
from factcheck.text.words import remembered

ARTICLE: Final = regex.compile(r"^(?:al|el|ar|as|at|ad|an|ash|the)[- ]")
VOWELS: Final = regex.compile(r"[aeiouyw'’ʿ\-\s]")
DOUBLED: Final = regex.compile(r"(.)\1+")


@remembered
def place_key(name: str) -> str:
    """A key that spellings of one place share: Hasakah, Hassakeh, al-Hasaka → hsk."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    bare = VOWELS.sub("", ARTICLE.sub("", plain))
    key = DOUBLED.sub(r"\1", bare).rstrip("h") or plain
    return key if len(key) > 2 else plain


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("events")[key])


@cache
def _countries() -> frozenset[str]:
    """Names and adjectives of countries, too large to be the place of an event."""
    found: set[str] = set()
    for entry in load("countries")["countries"]:
        name, adjectives, _ = (part.strip().lower() for part in entry.split("|"))
        found.update((name, *(word.strip() for word in adjectives.split(","))))
    return frozenset(found)


@cache
def country_keys() -> frozenset[str]:
    """The keys (`canonical_key`) of countries and their people under any of their names ("Britain")."""
    return _countries().union(map(canonical_key, _countries()))


def places(tokens: Tokens, names: Sequence[Name]) -> set[str]:
    """Keys of the places that a sentence names, countries and nationalities left out."""
    found: set[str] = set()
    for name in names:
        if (
            name.kind in ("person", "org")
            or name.text.lower() in _countries()
            or canonical_key(name.text) in country_keys()
        ):
            continue
        before = tokens.lower[name.first - 1] if name.first else ""
        behind = tokens.lower[name.last] if name.last < tokens.size else ""
        if (
            name.kind == "place"
            or before in _words("locative")
            or behind in _words("places")
            or before in _words("places")
        ):
            found.add(place_key(name.text))
    return found
