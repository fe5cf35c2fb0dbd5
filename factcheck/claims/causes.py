"""What caused an event, by its words: bombing, flood, crash …"""

from __future__ import annotations

from functools import cache

from factcheck.data import load
from factcheck.text.tokens import Tokens
from factcheck.text.words import noun_lemma, remembered, verb_lemma


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


@remembered
def _named(word: str) -> tuple[str, str] | None:
    """The lemma of a word as a noun, and the cause that the word alone names ("" for none); None where
    it can be no word of a cause."""
    lemma, table = noun_lemma(word), _causes()
    cause = table.get(lemma) or table.get(verb_lemma(word) or "", "")
    return (lemma, cause) if cause or lemma in _second() else None


def causes(tokens: Tokens) -> frozenset[str]:
    """The causes that a sentence names."""
    found: set[str] = set()
    lower = tokens.lower
    for at, named in enumerate(map(_named, lower)):
        if named is not None:
            lemma, cause = named
            cause = _causes().get(f"{lower[at - 1]} {lemma}", cause) if at else cause
            if cause and not (at + 1 < tokens.size and noun_lemma(lower[at + 1]) in _fighting()):
                found.add(cause)
    return frozenset(found)


def clash(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sets of causes are both known and cannot be the same."""
    return bool(a and b) and not any(x == y or (x, y) in _alike() for x in a for y in b)


def named_cause(word: str) -> str:
    """The cause that a word alone names, "" for none."""
    found = _named(word)
    return found[1] if found is not None else ""
