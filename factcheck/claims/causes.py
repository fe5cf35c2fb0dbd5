"""What caused an event, by its words: bombing, flood, crash …"""

from __future__ import annotations

from functools import cache

from factcheck.data import load
from factcheck.text.tokens import Tokens
from factcheck.text.words import noun_lemma, verb_lemma


@cache
def _causes() -> dict[str, str]:
    return {word: cause for cause, words in load("events")["causes"].items() for word in words}


@cache
def _alike() -> frozenset[tuple[str, str]]:
    return frozenset((a, b) for line in load("events")["alike"] for a in line for b in line)


def causes(tokens: Tokens) -> frozenset[str]:
    """The causes that a sentence names."""
    table = _causes()
    found: set[str] = set()
    before = ""
    for word in tokens.lower:
        lemma = noun_lemma(word)
        for name in (f"{before} {lemma}", lemma, verb_lemma(word) or ""):
            if name in table:
                found.add(table[name])
                break
        before = word
    return frozenset(found)


def clash(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sets of causes are both known and cannot be the same."""
    return bool(a and b) and not any(x == y or (x, y) in _alike() for x in a for y in b)
