"""The names of a document as entities: each mention is given its entity, under one key for all texts.

A first pass collects the names and what the text itself says of them (other names, full names), a
second one gives each mention its entity, and then the text's type nouns are learnt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final, NamedTuple

from factcheck.claims.aliases import Aliases, canonical_key
from factcheck.claims.people import gender_of, is_first_name
from factcheck.claims.things import learn_types, renamings, things, widen
from factcheck.data import load
from factcheck.kinds.titles import split_titles
from factcheck.text.names import Name, names
from factcheck.text.sentences import Sentence
from factcheck.text.tokens import Tokens
from factcheck.text.words import PAST, PRESENT, grammar, lists, noun_lemma, readings
from factcheck.units import Units

ASKING: Final = frozenset(("why", "how", "what", "when", "where", "who", "is", "can", "will", "as", "inside"))
SMALL: Final = frozenset(("about", "almost", "around", "nearly", "only", "just", "with", "over", "up"))
SORTS: Final = {"country": "place", "org": "body"}


@dataclass(slots=True)
class Entity:
    """Somebody or something that a document names.

    `key` is equal across documents, `name` is what people are shown. `kind` is person, place, body,
    thing or "" (unknown); `types` are the nouns that the text calls it by ("missile"), wider ones
    included; `gender` is m, f or ""; `also` are the keys of longer names that the text defines.
    """

    key: str
    name: str
    kind: str = ""
    types: set[str] = field(default_factory=set)
    gender: str = ""
    also: set[str] = field(default_factory=set)

    @property
    def keys(self) -> tuple[str, ...]:
        """The key, and of a person that of the surname alone, by which other texts may call them."""
        surname = self.key.rpartition(" ")[2]
        return (self.key, surname) if self.kind == "person" and surname != self.key else (self.key,)


class Mention(NamedTuple):
    """An entity named by tokens `first`..`last` (half-open) of a sentence."""

    sentence: int
    first: int
    last: int
    entity: Entity


def names_of(sentence: Sentence, aliases: Aliases) -> list[Name]:
    """The names of a sentence, in order; none in page furniture."""
    if sentence.zone == "furniture":
        return []
    tokens = sentence.tokens
    found = [name for name in split_titles(tokens, names(tokens)) if not _is_unit(tokens, name)]
    found = [_asked(tokens, name) for name in found]
    return [_numbered(tokens, name) for name in _with_known(tokens, found, aliases)]


def with_first_words(sentences: Sequence[Sentence], listed: list[list[Name]]) -> list[list[Name]]:
    """The names of all sentences, with first words that elsewhere in the text are names by themselves
    ("the film Northward …": "Northward is …") and that a verb shows to be ones here."""
    told = {
        name.text
        for sentence, found in zip(sentences, listed, strict=True)
        for name in found
        if sentence.zone == "prose" and name.first and name.last == name.first + 1
    }
    if not told:
        return listed
    for sentence, found in zip(sentences, listed, strict=True):
        if sentence.zone != "prose" or (found and found[0].first == 0) or sentence.start == sentence.end:
            continue
        tokens = sentence.tokens
        if tokens.size > 1 and tokens.words[0] in told and _is_verb(tokens, 1):
            found.insert(0, Name(0, 1, tokens.words[0]))
    return listed


def _is_verb(tokens: Tokens, at: int) -> bool:
    """Whether a token is an auxiliary or a finite verb, or makes an owner of what stands before it."""
    word = tokens.lower[at]
    return word in grammar().auxiliaries or word == "'s" or readings(word)[:1] in (PAST, PRESENT)


def _asked(tokens: Tokens, name: Name) -> Name:
    """A name without the question word that opens a heading ("Why Acme …")."""
    if name.first or name.last < 2 or tokens.lower[0] not in ASKING:
        return name
    return name._replace(first=1, text=tokens.surface(1, name.last))


def _is_unit(tokens: Tokens, name: Name) -> bool:
    """Whether a capitalised word is the unit of the number before it ("43 degrees Celsius", "1.5 Gbit/s")."""
    if name.last - name.first > 1 or not name.first:
        return False
    word, before = tokens.lower[name.first], tokens.lower[name.first - 1]
    if not (before[0].isdigit() and len(word) < 6) and noun_lemma(before) not in lists().measure:
        return False
    return word in lists().measure or Units.default().find(tokens, name.first) is not None


def _numbered(tokens: Tokens, name: Name) -> Name:
    """A product's name with its number ("the Lumen 14 weighs", "Lumen 14 laptop"), which counts nothing:
    a verb or one single thing is behind it."""
    at = name.last
    if at + 1 >= tokens.size or name.kind in ("person", "place") or not tokens.words[at].isdecimal():
        return name
    number, behind = tokens.words[at], tokens.lower[at + 1]
    if len(number) > 4 or number.startswith(("19", "20")) or tokens.words[name.last - 1].isdecimal():
        return name
    alone = behind in grammar().auxiliaries or (
        noun_lemma(behind) == behind and behind in things().wider and int(number) > 1
    )
    acts = PRESENT in readings(behind)[:2] and at + 2 < tokens.size and _is_value(tokens, at + 2)
    if not (alone or acts):
        return name
    return name._replace(last=at + 1, text=tokens.surface(name.first, at + 1))


def _is_value(tokens: Tokens, at: int) -> bool:
    """Whether a value or a phrase begins at a token: what stands before it is a verb."""
    word = tokens.lower[at]
    return word[0].isdigit() or word[0] in "$£€" or word in grammar().determiners or word in SMALL


def collect(
    sentences: Sequence[Sentence], listed: Sequence[Sequence[Name]], aliases: Aliases
) -> dict[int, list[Mention]]:
    """Sentence -> its mentions, from the names `listed` sentence by sentence."""
    return _Builder(sentences, listed, aliases).build()


def _with_known(tokens: Tokens, found: list[Name], aliases: Aliases) -> list[Name]:
    """The names of a sentence with those of the alias table that capitals alone did not show ("Trump
    weighs …", "White House")."""
    added: list[Name] = []
    longest = aliases.longest
    behind = 0
    for at in [k for k, word in enumerate(tokens.words) if not word.islower()]:
        word = tokens.lower[at]
        if word not in longest or at < behind:
            continue
        for size in range(min(longest[word], tokens.size - at), 0, -1):
            text = tokens.surface(at, at + size)
            known = aliases.find(text)
            if known is not None and (size > 1 or text == known[0] or known[1] == "person" or text.isupper()):
                kind = SORTS.get(known[1], known[1])
                added.append(Name(at, at + size, text, "", {"body": "org", "thing": ""}.get(kind, kind)))
                behind = at + size
                break
    spans = {(name.first, name.last) for name in found}
    added = [new for new in added if (new.first, new.last) not in spans]
    if not added:
        return found
    kept = [
        name for name in found if not any(new.first <= name.first and name.last <= new.last for new in added)
    ]
    taken = {token for name in kept for token in range(name.first, name.last)}
    merged = [*kept]
    titles_ = {name.last: name.title for name in found}
    merged += [
        new._replace(title=titles_.get(new.last, ""))
        for new in added
        if not taken.intersection(range(new.first, new.last))
    ]
    return sorted(merged)


class _Builder:
    """Gives every name of a document its entity."""

    def __init__(
        self, sentences: Sequence[Sentence], listed: Sequence[Sequence[Name]], aliases: Aliases
    ) -> None:
        self.sentences = sentences
        self.listed = listed
        self.aliases = aliases
        self.other: dict[str, str] = {}  # a name -> the shorter one that the text itself gives it
        self.persons: dict[str, dict[str, None]] = {}  # surname -> full names, in order
        self.last: dict[str, str] = {}  # surname -> the full name that was written last
        self.given: dict[str, dict[str, None]] = {}  # first name -> full names
        self.bare: dict[str, str] = {}
        self.full: dict[tuple[str, str, bool, str], tuple[str, str]] = {}
        self.shorter: dict[str, str] = {}  # first or last word -> a longer name, not a person's for sure
        self.written: set[str] = set()
        self.told: set[str] = set()  # those written in running text
        self.made: dict[str, Entity] = {}

    def build(self) -> dict[int, list[Mention]]:
        for sentence, listed in zip(self.sentences, self.listed, strict=True):
            for name in listed:
                self._collect(sentence, name)
        found: dict[int, list[Mention]] = {}
        for index, (sentence, listed) in enumerate(zip(self.sentences, self.listed, strict=True)):
            if listed:
                tokens = sentence.tokens
                found[index] = [Mention(index, n.first, n.last, self._entity(tokens, n)) for n in listed]
        for index, mentions in found.items():
            learn_types(self.sentences[index].tokens, [(m.first, m.last, m.entity) for m in mentions])
        for entity in self.made.values():
            entity.types = widen(entity.types)
            entity.kind = entity.kind or _guessed_kind(entity)
        return found

    def _collect(self, sentence: Sentence, name: Name) -> None:
        """First pass: definitions, full names and what is written at all."""
        text = self.bare.get(name.text) or self.bare.setdefault(name.text, _bare(name.text))
        self.written.add(text)
        if sentence.zone == "heading":
            return  # Capitals In Headlines make names of anything
        for short in renamings(sentence.tokens, name):
            if short != text and short not in self.other:
                self.other.setdefault(text, short)
        if text in self.told:
            return
        self.told.add(text)
        words = text.split()
        if len(words) < 2 or not all(word[0].isupper() for word in words):
            return
        known = self.aliases.find(text)
        if name.kind == "person" or is_first_name(words[0]) or (known is not None and known[1] == "person"):
            self.persons.setdefault(words[-1], {})[text] = None
            if is_first_name(words[0]):
                self.given.setdefault(words[0], {})[text] = None
        elif known is None:
            self.shorter.setdefault(words[-1], text)
            if words[-1].lower() not in _geographic():
                self.shorter.setdefault(words[0], text)  # "Tamor" is another place than "Tamor Town"

    def _entity(self, tokens: Tokens, name: Name) -> Entity:
        text = self.bare[name.text]
        surname = text.rpartition(" ")[2]
        if text != surname and text in self.persons.get(surname, ()):
            self.last[surname] = text
        asked = (text, name.kind, bool(name.title), self.last.get(text, ""))
        if asked not in self.full:
            self.full[asked] = self._full(text, name)
        full, kind = self.full[asked]
        key = canonical_key(full, kind, self.aliases)
        entity = self.made.get(key)
        if entity is None:
            entity = self.made[key] = Entity(key, full, kind)
        if text in self.other:
            entity.also.add(canonical_key(text, kind, self.aliases))
        if not entity.kind:
            entity.kind = kind
        if not entity.gender and entity.kind in ("person", ""):
            entity.gender = gender_of(full, name.title, tokens, name.first)
            if entity.gender and not entity.kind:
                entity.kind = "person"
        return entity

    def _full(self, text: str, name: Name) -> tuple[str, str]:
        """The name in full and its kind: the table, the text's own definitions, surname, singular."""
        for _ in range(3):
            known = self.aliases.find(text)
            longer = self._longer(text, known) if " " not in text else ""
            if longer:
                text = longer
            elif known is not None:
                return known[0], SORTS.get(known[1], known[1])
            elif text in self.other:
                text = self.other[text]
            else:
                break
        kind = SORTS.get(name.kind, name.kind)
        if kind in ("", "place") and ((" " in text and is_first_name(text.split()[0])) or name.title):
            kind = "person"
        if kind != "person":
            text = self._singular(text)
        return text, kind

    def _longer(self, text: str, known: tuple[str, str] | None) -> str:
        """The full name that a surname, a first name or a short form stands for; "" for none."""
        persons = self.persons.get(text)
        if persons is None and text in self.given:
            called = self.given[text]
            return next(iter(called)) if len(called) == 1 else ""
        if known is not None:
            famous = (
                known[1] != "person" or persons is None or any(self.aliases.find(p) == known for p in persons)
            )
            return "" if famous or persons is None else self._meant(text, persons)
        return self._meant(text, persons) if persons else self.shorter.get(text, "")

    def _meant(self, surname: str, persons: dict[str, None]) -> str:
        """Which of those who bear it a surname means: the one last named in full, else the first to come."""
        return self.last.get(surname) or next(iter(persons))

    def _singular(self, text: str) -> str:
        """ "Tomahawks" and "ERAMs" are Tomahawk and ERAM; "Reuters" stays."""
        if text.endswith("s") and len(text) > 3:
            single = text[:-1]
            if single.isupper() or single in self.written:
                return self.other.get(single, single)
        return text


def _guessed_kind(entity: Entity) -> str:
    """A kind for a name that nothing else told: its type nouns, or capitals as of a body."""
    if entity.types and "organisation" not in entity.types:
        return "thing"
    return (
        "body"
        if entity.types or (len(entity.name) > 1 and entity.name.isupper() and entity.name.isalpha())
        else ""
    )


@cache
def _geographic() -> frozenset[str]:
    return frozenset(load("names")["place"].split())


@cache
def _suffixes() -> frozenset[str]:
    return things().suffixes


def _bare(text: str) -> str:
    """A name without article, possessive and the legal form of a company."""
    words = text.replace("’s", "'s").removesuffix("'s").split()
    while len(words) > 1 and words[-1].lower().strip(".,") in _suffixes():
        words.pop()
    if len(words) > 1 and words[0] in ("The", "the"):
        words = words[1:]
    return " ".join(words).rstrip(",")
