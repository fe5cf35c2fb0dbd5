"""The words that lead from a count to the verb or noun it hangs on (`data/frames.yaml`)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import Final

from factcheck.claims.attributes import Attribute, Vocabulary
from factcheck.data import load
from factcheck.text.tokens import Tokens
from factcheck.text.words import (
    NOMINAL,
    PARTICIPLE,
    grammar,
    is_adjective,
    lists,
    noun_lemma,
    readings,
    verb_lemma,
)

OBJECT: Final = 4  # tokens behind a verb that tell its object from a time
OBJECTS: Final = frozenset(("him", "them", "us", "me"))
LEFT: Final = 4  # tokens between an active verb and the count that it governs
STOPS: Final = frozenset((";", "—", "–", ":"))


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of `data/frames.yaml`."""

    parts: frozenset[str]
    of_parts: frozenset[str]
    of_them: frozenset[str]
    filler: frozenset[str]
    joins: frozenset[str]
    joined_by: frozenset[str]
    degrees: frozenset[str]
    reaching: frozenset[str]
    moving: frozenset[str]
    changing: frozenset[str]
    attaining: frozenset[str]
    raising: frozenset[str]
    aggregates: frozenset[str]
    typical: frozenset[str]
    living: frozenset[str]
    paying: frozenset[str]
    settings: frozenset[str]
    reporting: frozenset[str]
    copular: frozenset[str]
    intransitive: frozenset[str]
    befallen: frozenset[str]
    light: frozenset[str]
    relational: frozenset[str]
    plural_only: frozenset[str]
    needing: frozenset[str]
    positions: frozenset[str]
    any_series: frozenset[str]
    victories: frozenset[str]
    ranking: frozenset[str]


@cache
def linking() -> Words:
    """The words between counts and their verbs, read once."""
    data = load("frames")
    return Words(*(frozenset(data[field.name]) for field in fields(Words)))


def framed(found: tuple[Attribute, int] | None) -> Attribute | None:
    """A look-up's attribute if it is one of those who suffer or are counted, else None."""
    return found[0] if found and found[0].family in ("casualty", "people") else None


def participle(tokens: Tokens, at: int, words: Vocabulary) -> Attribute | None:
    """A past participle of the vocabulary ("killed") at a token; never a noun that is also a verb form."""
    if 0 <= at < tokens.size and "t" in readings(tokens.lower[at]):
        return framed(words.verb_at(tokens, at, "count", "count"))
    return None


def has_object(tokens: Tokens, at: int) -> bool:
    """Whether somebody follows to whom those before a verb did it: "three gunmen killed THE MAYOR", and not
    "three people killed the day before"."""
    behind = tokens.lower[at + 1 : at + 1 + OBJECT]
    if not behind or PARTICIPLE not in readings(tokens.lower[at]):
        return False
    if any(noun_lemma(word) in lists().time for word in behind):
        return False
    if behind[0][0].isdigit() or behind[0] in grammar().numbers:
        return not any(PARTICIPLE in readings(word) for word in behind[1:2])  # "3 killed 12 injured"
    named = tokens.words[at].islower() and tokens.words[at + 1][0].isupper()
    return named or behind[0] in grammar().determiners | OBJECTS


def is_verb(word: str) -> bool:
    """A verb form that is nothing else."""
    return (
        verb_lemma(word) is not None and not NOMINAL.intersection(readings(word)) and not is_adjective(word)
    )
