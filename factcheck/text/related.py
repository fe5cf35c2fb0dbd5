"""How near two words are in meaning (`data/related.tsv`, built by `tools/build_related.py` from WordNet)."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from importlib.resources import files
from typing import Final

from factcheck.text.words import remembered

SAME: Final = 1.0
SYNONYM: Final = 0.8
KIND: Final = 0.5

Meanings = tuple[frozenset[str], frozenset[str]]  # a word's own, and the next wider ones


def nearness(a: str, b: str) -> float:
    """`SAME` word, `SYNONYM` (with words made from one: "reduce", "reduction"), one a `KIND` of the other
    ("drone", "aircraft"), 0 for words that have no meaning in common. Both are lemmas."""
    if a == b:
        return SAME
    mine, wider = _meanings(a)
    other, broader = _meanings(b)
    if not mine.isdisjoint(other):
        return SYNONYM
    return KIND if not mine.isdisjoint(broader) or not other.isdisjoint(wider) else 0.0


def near_words(mine: Collection[str], others: Collection[str]) -> list[tuple[float, str, str]]:
    """The words of two statements that are near, each pair with its nearness."""
    found = [(SAME, word, word) for word in mine if word in others]
    known = [(word, *_meanings(word)) for word in others]
    for one in mine:
        own, wider = _meanings(one)
        for two, other, broader in known:
            if one == two:
                continue
            if not own.isdisjoint(other):
                found.append((SYNONYM, one, two))
            elif not own.isdisjoint(broader) or not other.isdisjoint(wider):
                found.append((KIND, one, two))
    return found


def meanings(words: Collection[str]) -> frozenset[str]:
    """The words and all that they mean: of two statements without any of it in common no words are near."""
    return frozenset(words).union(*(own | wider for own, wider in map(_meanings, words)))


@remembered
def _meanings(word: str) -> Meanings:
    mine, _, wider = _table().get(word, "\t").partition("\t")
    return frozenset(mine.split()), frozenset(wider.split())


@cache
def _table() -> dict[str, str]:
    """word -> its meanings and the next wider ones, as they stand in the file; 30,000 words."""
    text = (files("factcheck.data") / "related.tsv").read_text(encoding="ascii")
    lines = (line.partition("\t") for line in text.split("\n") if line and line[0] != "#")
    return {word: meanings for word, _, meanings in lines}
