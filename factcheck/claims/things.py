"""What the text itself says of its names: their type nouns and their other names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Protocol

from factcheck.data import load
from factcheck.text.names import Name
from factcheck.text.tokens import Tokens
from factcheck.text.words import ADJECTIVE, NOMINAL, grammar, lists, noun_lemma, readings

BEHIND: Final = 3  # tokens behind a name in which its type noun is looked for
NEAR: Final = 7  # tokens of an apposition in which its noun is looked for


@dataclass(frozen=True, slots=True)
class Things:
    """`data/things.yaml` as look-ups; `wider` is narrower -> wider noun, `tops` the widest ones."""

    wider: dict[str, str]
    tops: frozenset[str]
    new: frozenset[str]
    known: frozenset[str]
    renaming: tuple[tuple[str, ...], ...]
    suffixes: frozenset[str]
    appositive: frozenset[str]
    built: frozenset[str]


class Typed(Protocol):
    """Anything that can be given type nouns."""

    kind: str
    types: set[str]


@cache
def things() -> Things:
    """The words for things, read once."""
    data = load("things")
    wider = dict(data["types"])
    return Things(
        wider,
        frozenset(wider.values()) - frozenset(wider),
        frozenset(data["new"].split()),
        frozenset(data["known"].split()),
        tuple(sorted((tuple(phrase.split()) for phrase in data["renaming"]), key=len, reverse=True)),
        frozenset(data["suffixes"].split()),
        frozenset(data["appositive"].split()),
        frozenset(data["built"].split()),
    )


def widen(types: Iterable[str]) -> set[str]:
    """The types and all wider ones; a circle in the data ends where it began."""
    found: set[str] = set()
    for narrow in types:
        kind = narrow
        while kind and kind not in found:
            found.add(kind)
            kind = things().wider.get(kind, "")
    return found


def learn_types(tokens: Tokens, mentions: Sequence[tuple[int, int, Typed]]) -> None:
    """Add the nouns by which a sentence calls the entities it names."""
    for first, last, entity in mentions:
        if entity.kind == "person":
            continue
        noun = _noun_behind(tokens, last) if entity.kind in ("", "thing") else ""
        noun = noun or _noun_before(tokens, first) or _noun_of_apposition(tokens, last)
        if not noun and entity.kind in ("", "body", "thing"):
            last_word = noun_lemma(tokens.lower[last - 1])
            noun = last_word if last - first > 1 and last_word in things().wider else ""
        if noun:
            entity.types.add(noun)


def _noun_behind(tokens: Tokens, last: int) -> str:
    """ "Tomahawk missiles", "the Tomahawk cruise missile", and "the X, or Y, missiles"."""
    at = last + 1 if last < tokens.size and tokens.lower[last] == "," else last
    if at > last and not (last > 1 and "or" in tokens.lower[max(0, last - 3) : last]):
        return ""
    found = ""
    for place in range(at, min(at + BEHIND, tokens.size)):
        word = tokens.lower[place]
        if not tokens.words[place].islower() or not (NOMINAL | {ADJECTIVE}).intersection(readings(word)[:1]):
            break
        noun = noun_lemma(word)
        if noun in lists().place:  # "the Ardin region" is not Ardin
            return ""
        found = noun if noun in things().wider else found
    return found


def _noun_before(tokens: Tokens, first: int) -> str:
    """ "the company Acme"."""
    if first < 2 or not tokens.words[first - 1].islower():
        return ""
    noun = tokens.lower[first - 1]
    return noun if noun in things().wider and tokens.lower[first - 2] not in grammar().prepositions else ""


def _noun_of_apposition(tokens: Tokens, last: int) -> str:
    """ "Acme, a maker of pumps,", "Acme is a company"."""
    lower = tokens.lower
    if last + 1 >= tokens.size or lower[last] not in (",", "is", "was", "are", "—", "–", "("):
        return ""
    if lower[last + 1] not in ("a", "an", "the", "one"):
        return ""
    for at in range(last + 2, min(last + 2 + NEAR, tokens.size)):
        word = lower[at]
        if word in grammar().prepositions or word in ("that", "which", ",", ".", "who", "and", ")", "based"):
            noun = noun_lemma(lower[at - 1])
            return noun if noun in things().wider else ""
    return ""


def renamings(tokens: Tokens, name: Name) -> list[str]:
    """The other names that the words behind a name give it: "World Health Body (WHB)", "X, known as Y"."""
    lower, at = tokens.lower, name.last
    if at + 1 >= tokens.size or not (lower[at] in (",", "(", "or", "-", "–", "—") or lower[at] in _openers()):
        return []
    k = at + 1 if lower[at] in (",", "(", "-", "–", "—") else at
    phrase: tuple[str, ...] = ()
    for words in things().renaming:
        if tuple(lower[k : k + len(words)]) == words:
            phrase = words
            break
    if lower[at] not in (",", "(", "-", "–", "—") and len(phrase) < 2 and phrase != ("or",):
        return []
    k += len(phrase)
    while k < tokens.size and lower[k] in ("the", "a", "an", '"', "“", "'", "‘", "simply", "just"):
        k += 1
    end = k
    while end < tokens.size and end - k < 5 and tokens.words[end][:1].isupper():
        end += 1
    if end == k:
        return []
    short = tokens.surface(k, end)
    if (not phrase and lower[at] == "(" and lower[end : end + 1] != [")"]) or (
        not phrase and lower[at] != "("
    ):
        return []
    if phrase in ((), ("or",)) and not _abbreviates(short, name.text, bool(phrase)):
        return []
    return [short]


@cache
def _openers() -> frozenset[str]:
    return frozenset(words[0] for words in things().renaming)


def _abbreviates(short: str, full: str, told: bool = False) -> bool:
    """Whether a short form's letters are the capitals of a longer name, or it is one of its words;
    a text that says "or" (`told`) need only give about as many letters as there are words."""
    letters = "".join(c for c in short.removesuffix("s") if c.isalpha())
    if not letters or len(short) >= len(full):
        return False
    if short in full.split():
        return True
    initials = "".join(word[0] for word in full.replace("-", " ").split() if word[0].isalpha())
    capitals = "".join(c for c in full if c.isupper())
    if told and letters.isupper() and len(full.split()) > 2 and abs(len(letters) - len(full.split())) < 2:
        return True
    return (
        letters.isupper()
        and len(letters) > 1
        and (_runs_in(letters, initials.upper()) or _runs_in(letters, capitals) or letters[0] == full[0])
    )


def _runs_in(letters: str, text: str) -> bool:
    """The letters stand in `text` in their order."""
    at = 0
    for letter in letters:
        at = text.find(letter, at) + 1
        if not at:
            return False
    return True
