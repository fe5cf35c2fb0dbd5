"""The vocabulary of attributes: which words name which property of what kind of value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from factcheck.data import load
from factcheck.kinds.dates.tables import MONTHS
from factcheck.text.tokens import Tokens
from factcheck.text.words import noun_lemma, verb_lemma

OWNED: Final = frozenset(("his", "her", "their", "its", "the"))  # "driven from THEIR homes"
LONGEST: Final = 5  # words of the longest phrase in the vocabulary


@dataclass(frozen=True, slots=True)
class Attribute:
    """A property: its name, what values it takes, whether it is a running figure, what family of frames
    it belongs to, whether it is a figure that its owner has whatever happens (`standing`), one that is
    fixed before it begins (`settled`), one of an event as a whole (`occasion`), and whether it happens to
    its owner but `once`, wherever that is, or is its `origin` ("built", "founded"), or is `done` to its owner
    by somebody else; `passive`: of a passive verb only ("was born"); `within`: properties of those among
    whom all of this one are."""

    name: str
    kinds: frozenset[str]
    dimensions: frozenset[str]
    growing: bool
    family: str
    standing: bool
    settled: bool = False
    occasion: bool = False
    once: bool = False
    origin: bool = False
    done: bool = False
    passive: bool = False
    within: frozenset[str] = frozenset()

    def takes(self, kind: str, dimension: str) -> bool:
        """Whether a value of this kind and dimension can be one of the property."""
        return kind in self.kinds and (
            not self.dimensions or kind != "quantity" or dimension in self.dimensions
        )


UNKNOWN: Final = Attribute("", frozenset(), frozenset(), False, "", False)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Phrases of lemmas → attributes, by the part of speech that names them; `counted`: one noun → the
    attribute that a count of it is of where no other word names one; `able`: one verb behind "can";
    `heads`, `firsts`: the last word of the noun phrases, the first of all others → words of the longest."""

    nouns: dict[tuple[str, ...], tuple[Attribute, ...]]
    verbs: dict[tuple[str, ...], tuple[Attribute, ...]]
    adjectives: dict[tuple[str, ...], tuple[Attribute, ...]]
    counted: dict[str, Attribute]
    able: dict[str, tuple[Attribute, ...]]
    by_name: dict[str, Attribute]
    heads: dict[str, int]
    firsts: dict[str, int]

    def able_to(self, verb: str, kind: str, dimension: str) -> Attribute | None:
        """The attribute that "can" and a verb give a value: "it can CARRY 300 passengers"."""
        return _fitting(self.able.get(verb), kind, dimension)

    def noun_before(
        self, tokens: Tokens, end: int, kind: str, dimension: str
    ) -> tuple[Attribute, int] | None:
        """The attribute whose longest noun phrase ends before token `end`, with its first token."""
        head = noun_lemma(tokens.lower[end - 1]) if end else ""
        for size in range(min(self.heads.get(head, 0), end), 0, -1):
            words = (*tokens.lower[end - size : end - 1], head)
            if (found := _fitting(self.nouns.get(words), kind, dimension)) is not None:
                return found, end - size
        return None

    def verb_at(self, tokens: Tokens, at: int, kind: str, dimension: str) -> tuple[Attribute, int] | None:
        """The attribute whose longest verb phrase begins at token `at`, with the token behind it."""
        lemma = verb_lemma(tokens.lower[at])
        longest = self.firsts.get(lemma, 0) if lemma is not None else 0
        if lemma is None or not longest:
            return None
        if lemma in MONTHS and tokens.words[at][0].isupper():
            return None  # "since March 9"
        words, ends = [lemma], [at + 1]
        for end, word in enumerate(tokens.lower[at + 1 : at + LONGEST], at + 2):
            if word in OWNED:
                continue
            if len(words) == longest:
                break
            words.append(noun_lemma(word))
            ends.append(end)
        for size in range(len(words), 0, -1):
            if (found := _fitting(self.verbs.get(tuple(words[:size])), kind, dimension)) is not None:
                return found, ends[size - 1]
        return None

    def adjective_at(
        self, tokens: Tokens, at: int, kind: str, dimension: str
    ) -> tuple[Attribute, int] | None:
        """The attribute whose longest adjective phrase begins at token `at`, with the token behind it."""
        longest = self.firsts.get(tokens.lower[at], 0) if at < tokens.size else 0
        for size in range(min(longest, tokens.size - at), 0, -1):
            found = _fitting(self.adjectives.get(tuple(tokens.lower[at : at + size])), kind, dimension)
            if found is not None:
                return found, at + size
        return None


def _fitting(entries: tuple[Attribute, ...] | None, kind: str, dimension: str) -> Attribute | None:
    for entry in entries or ():
        if entry.takes(kind, dimension):
            return entry
    return None


@cache
def vocabulary(whom: str = "") -> Vocabulary:
    """The vocabulary of `data/attributes.yaml`, for a count of `whom`: "" anything, "persons", "troops",
    "suspects", "captives" or "workers", of whom more words tell ("eliminated 12 rebels", "held
    9 suspects")."""
    nouns: dict[tuple[str, ...], tuple[Attribute, ...]] = {}
    verbs: dict[tuple[str, ...], tuple[Attribute, ...]] = {}
    adjectives: dict[tuple[str, ...], tuple[Attribute, ...]] = {}
    counted: dict[str, Attribute] = {}
    able: dict[str, tuple[Attribute, ...]] = {}
    by_name: dict[str, Attribute] = {}
    for entry in load("attributes"):
        attribute = Attribute(
            entry["name"],
            frozenset(entry["kinds"]),
            frozenset(entry.get("dimensions", ())),
            entry.get("growing") == "true",
            entry.get("family", ""),
            entry.get("standing") == "true",
            entry.get("settled") == "true",
            entry.get("occasion") == "true",
            entry.get("once") == "true",
            entry.get("origin") == "true",
            entry.get("done") == "true",
            entry.get("passive") == "true",
            frozenset(entry.get("within", ())),
        )
        by_name[attribute.name] = attribute
        counted.update(dict.fromkeys(entry.get("counted", ()), attribute))
        for verb in entry.get("able", ()):
            able[verb] = (*able.get(verb, ()), attribute)
        for table, key in ((nouns, "nouns"), (verbs, "verbs"), (adjectives, "adjectives")):
            for phrase in entry.get(key, ()):
                words = tuple(phrase.split())
                table[words] = (*table.get(words, ()), attribute)
    for entry in load("attributes") if whom else ():  # what is said of them only goes first
        for key, table in (("verbs", verbs), ("nouns", nouns)):
            for phrase in _of(whom, key, entry):
                words = tuple(phrase.split())
                table[words] = (by_name[entry["name"]], *table.get(words, ()))
    heads = _longest((words[-1], words) for words in nouns)
    firsts = _longest((words[0], words) for words in (*verbs, *adjectives))
    return Vocabulary(nouns, verbs, adjectives, counted, able, by_name, heads, firsts)


def _longest(phrases: Iterator[tuple[str, tuple[str, ...]]]) -> dict[str, int]:
    """For each word how many the longest of its phrases has."""
    found: dict[str, int] = {}
    for word, words in phrases:
        found[word] = max(found.get(word, 0), len(words))
    return found


def _of(whom: str, key: str, entry: Mapping[str, Mapping[str, Sequence[str]]]) -> Iterator[str]:
    """The verbs or nouns that tell a property of some people only: of persons, of troops or captives too."""
    for people in dict.fromkeys(("persons", whom)):
        yield from entry.get(people, {}).get(key, ())


def traits(name: str) -> Attribute:
    """The property of a name, `UNKNOWN` where the vocabulary has none."""
    return vocabulary().by_name.get(name, UNKNOWN)
