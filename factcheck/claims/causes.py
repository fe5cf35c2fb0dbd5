"""What caused an event, by its words: bombing, flood, crash …"""

from __future__ import annotations

from functools import cache, lru_cache

from factcheck.data import load
from factcheck.text.tokens import Tokens
from factcheck.text.words import REMEMBERED, noun_lemma, verb_lemma


@cache
def _causes() -> dict[str, str]:
    return {word: cause for cause, words in load("events")["causes"].items() for word in words}


@cache
def _alike() -> frozenset[tuple[str, str]]:
    return frozenset((a, b) for line in load("events")["alike"] for a in line for b in line)


@cache
def lasting() -> frozenset[str]:
    """The causes of events that go on for weeks."""
    return frozenset(load("events")["lasting"])


@cache
def _fighting() -> frozenset[str]:
    """Words behind a cause that name who or what fights it: "fire brigade", "flood barrier"."""
    return frozenset(load("events")["fighting"])


@cache
def _second() -> frozenset[str]:
    """The second words of causes of two words."""
    return frozenset(word.split()[1] for word in _causes() if " " in word)


@lru_cache(maxsize=REMEMBERED)
def _named(word: str) -> tuple[str, str]:
    """The lemma of a word as a noun, and the cause that the word alone names ("" for none)."""
    lemma, table = noun_lemma(word), _causes()
    return lemma, table.get(lemma) or table.get(verb_lemma(word) or "", "")


def causes(tokens: Tokens) -> frozenset[str]:
    """The causes that a sentence names."""
    table, second = _causes(), _second()
    found: set[str] = set()
    before = ""
    for at, word in enumerate(tokens.lower):
        lemma, cause = _named(word)
        if lemma in second:
            cause = table.get(f"{before} {lemma}", cause)
        if cause and not (at + 1 < tokens.size and noun_lemma(tokens.lower[at + 1]) in _fighting()):
            found.add(cause)
        before = word
    return frozenset(found)


def clash(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sets of causes are both known and cannot be the same."""
    return bool(a and b) and not any(x == y or (x, y) in _alike() for x in a for y in b)
