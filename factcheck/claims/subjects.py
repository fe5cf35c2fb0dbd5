"""Who or what a text speaks of: its names as entities, and what its pronouns and descriptions mean.

One pass collects the names and what the text itself says of them (definitions, type nouns), a
second one gives each mention its entity. Nothing is read before somebody asks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import partial
from typing import Final, NamedTuple

from factcheck.claims.aliases import Aliases, canonical_key, fold, shipped
from factcheck.claims.entities import Entity, Mention, collect, names_of, with_first_words
from factcheck.claims.things import things, widen
from factcheck.kinds.titles import roles_before
from factcheck.model import Document
from factcheck.text.kept import Keeps, kept
from factcheck.text.names import Name
from factcheck.text.sentences import Sentence
from factcheck.text.tokens import Tokens
from factcheck.text.words import grammar, is_plural, noun_lemma

REACH: Final = 8  # sentences that a bare plural ("advanced missiles") reaches back over
PRONOUN_REACH: Final = 4


class Resolution(NamedTuple):
    """Whom a phrase means: `key` and `name` ("" for nobody known), `how`, and how `sure` (0 to 1).

    `how` is name, part ("Acme's plant"), pronoun, definite ("the missile"), bare ("advanced
    missiles"), group ("the two men"), role ("the Russian president") or "".
    """

    key: str
    name: str
    how: str
    sure: float


NOBODY: Final = Resolution("", "", "", 0.0)


class Entities(Keeps):
    """The entities of one document. Not for several threads at once."""

    def __init__(
        self, document: Document, sentences: Sequence[Sentence], aliases: Aliases | None = None
    ) -> None:
        self.document = document
        self.sentences = sentences
        self.aliases = aliases or shipped()

    # -- what the talk asks (text.talk.Naming) ----------------------------------------------------

    def names(self, sentence: int) -> list[Name]:
        """The names of a sentence, in order; none in page furniture."""
        return self._names[sentence]

    @kept
    def _names(self) -> list[list[Name]]:
        return with_first_words(self.sentences, [names_of(each, self.aliases) for each in self.sentences])

    def sort(self, sentence: int, first: int) -> str:
        """person, place, body, thing or "" for the name that begins at token `first`."""
        entity = self.at(sentence, first)
        return entity.kind if entity else ""

    def gender(self, sentence: int, first: int) -> str:
        """m, f or "" for the name that begins at token `first`."""
        entity = self.at(sentence, first)
        return entity.gender if entity else ""

    def key(self, sentence: int, first: int, last: int) -> str:
        """The shown name of whoever tokens `first`..`last` name; a role's own words when nobody is known."""
        tokens = self.sentences[sentence].tokens
        found = self.resolve_phrase(sentence, first, last)
        if not found.name and first and tokens.lower[first - 1] in things().known:
            found = self.resolve_phrase(sentence, first - 1, last)
        if found.name and found.how != "part":
            return found.name
        while first < last - 1 and (
            tokens.lower[first] in things().known or tokens.lower[first] in ("a", "an")
        ):
            first += 1
        if first and all(word[:1].isupper() for word in tokens.words[first:last] if word[0].isalpha()):
            return tokens.surface(first, last)  # a name that nobody knew for one
        return tokens.surface(first, last).lower()

    # -- entities ---------------------------------------------------------------------------------

    def at(self, sentence: int, token: int) -> Entity | None:
        """The entity whose name covers a token."""
        return self._by_token.get((sentence, token))

    def called(self, key: str) -> tuple[str, ...]:
        """The keys under which texts may know an entity: its own, of a person the surname too."""
        return self._called.get(key, (key,))

    @kept
    def _called(self) -> dict[str, tuple[str, ...]]:
        return {mention.entity.key: mention.entity.keys for mention in self._ordered}

    @kept
    def _by_token(self) -> dict[tuple[int, int], Entity]:
        return {(m.sentence, token): m.entity for m in self._ordered for token in range(m.first, m.last)}

    @kept
    def _mentions(self) -> dict[int, list[Mention]]:
        listed = [self.names(index) for index in range(len(self.sentences))]
        return collect(self.sentences, listed, self.aliases)

    @kept
    def _ordered(self) -> list[Mention]:
        return [mention for index in sorted(self._mentions) for mention in self._mentions[index]]

    @kept
    def _by_type(self) -> dict[str, tuple[list[tuple[int, int]], list[Entity]]]:
        """type -> the places of its entities' mentions in order, and those entities."""
        found: dict[str, tuple[list[tuple[int, int]], list[Entity]]] = {}
        for mention in self._ordered:
            for kind in sorted(
                mention.entity.types | ({mention.entity.kind} if mention.entity.kind else set())
            ):
                places, entities = found.setdefault(kind, ([], []))
                places.append((mention.sentence, mention.first))
                entities.append(mention.entity)
        return found

    @kept
    def _roles(self) -> dict[str, list[tuple[int, int, str, Entity]]]:
        """Title -> (sentence, token, of whom, person) of every person who is given it before the name."""
        found: dict[str, list[tuple[int, int, str, Entity]]] = {}
        for mention in self._ordered:
            tokens = self.sentences[mention.sentence].tokens
            for role, of in roles_before(tokens, mention.first, self.names(mention.sentence)):
                entry = (mention.sentence, mention.first, self._of(of), mention.entity)
                found.setdefault(role, []).append(entry)
        return found

    def _of(self, written: str) -> str:
        return canonical_key(written, aliases=self.aliases) if written else ""

    # -- phrases ----------------------------------------------------------------------------------

    def resolve_phrase(self, sentence: int, first: int, last: int) -> Resolution:
        """Whom or what tokens `first`..`last` (half-open) of a sentence mean."""
        tokens = self.sentences[sentence].tokens
        last = min(last, tokens.size)
        if last <= first:
            return NOBODY
        named = self._named(sentence, tokens, first, last)
        if named is not None:
            return named
        if last - first == 1 and tokens.lower[first] in PRONOUNS:
            return self._pronoun(sentence, first, tokens.lower[first])
        role = self._role(sentence, tokens, first, last)
        return role if role.key else self._described(sentence, tokens, first, last)

    def _named(self, sentence: int, tokens: Tokens, first: int, last: int) -> Resolution | None:
        mentions = [m for m in self._mentions.get(sentence, ()) if m.first < last and first < m.last]
        heads = [m for m in mentions if not OF.intersection(tokens.lower[first : m.first])]
        if (
            len(heads) > 1
            and tokens.lower[heads[0].last : heads[1].first] == ["and"]
            and heads[1].last == last
        ):
            pair = sorted((m.entity for m in heads[:2]), key=_key)
            return Resolution(
                " + ".join(e.key for e in pair), " and ".join(m.entity.name for m in heads[:2]), "group", 1.0
            )
        for mention in heads:
            rest = tokens.lower[mention.last : last]
            if (
                not rest
                or rest[0] in STOPS
                or (len(rest) <= 2 and noun_lemma(rest[-1]) in mention.entity.types)
            ):
                return Resolution(mention.entity.key, mention.entity.name, "name", 1.0)
            if rest[0] in ("'s", "'") and mention is mentions[-1] and len(rest) > 1:
                part = noun_lemma(rest[-1])
                return Resolution(
                    f"{mention.entity.key}/{part}",
                    f"{mention.entity.name}'s {' '.join(rest[1:])}",
                    "part",
                    0.8,
                )
        return None

    def _pronoun(self, sentence: int, token: int, word: str) -> Resolution:
        """The last salient entity that fits: a subject of the sentence before, or the last name."""
        fits = PRONOUNS[word]
        best: Entity | None = None
        for index in range(sentence, max(-1, sentence - PRONOUN_REACH), -1):
            found = [
                m
                for m in self._mentions.get(index, ())
                if (index < sentence or m.first < token) and _agrees(m.entity, fits)
            ]
            found = self._persons(index, found, fits) if fits in "mf" else self._subjects(index, found)
            if found:
                best = found[0].entity
                break
        if best is None and fits == "n":
            best = self._last_named(sentence, token)
        if best is None:
            return NOBODY
        sure = 0.7 if fits in ("m", "f") and best.gender == fits else 0.5
        return Resolution(best.key, best.name, "pronoun", sure)

    def _subjects(self, sentence: int, found: list[Mention]) -> list[Mention]:
        """Those that stand behind no preposition and before the first verb: what a sentence tells of."""
        lower = self.sentences[sentence].tokens.lower
        verb = next((k for k, word in enumerate(lower) if k and word in grammar().auxiliaries), len(lower))
        return [m for m in found if m.first < verb and not (m.first and self._is_governed(sentence, m.first))]

    def _is_governed(self, sentence: int, first: int) -> bool:
        """Whether a preposition stands before a name and its article."""
        lower = self.sentences[sentence].tokens.lower
        at = first - 1 - (lower[first - 1] in ("the", "a", "an"))
        return at >= 0 and lower[at] in grammar().prepositions

    def _last_named(self, sentence: int, token: int) -> Entity | None:
        """The first name of the nearest sentence that may be "it"."""
        for index in range(sentence, max(-1, sentence - PRONOUN_REACH), -1):
            for mention in self._mentions.get(index, ()):
                if (index < sentence or mention.first < token) and _agrees(mention.entity, "n"):
                    return mention.entity
        return None

    def _persons(self, sentence: int, found: list[Mention], gender: str) -> list[Mention]:
        """Those who are most surely persons: of the gender, persons, names behind no preposition."""
        lower, closed = self.sentences[sentence].tokens.lower, grammar().prepositions
        free = [
            m for m in found if m.entity.kind == "person" or not m.first or lower[m.first - 1] not in closed
        ]
        free.sort(key=partial(_doubts, gender))
        return free

    def _described(self, sentence: int, tokens: Tokens, first: int, last: int) -> Resolution:
        """ "The missile", "advanced missiles", "the two men"."""
        words = things()
        noun = noun_lemma(tokens.lower[last - 1])
        modifiers = tokens.lower[first : last - 1]
        if noun not in words.wider and noun not in words.tops:
            return NOBODY
        definite = bool(modifiers) and modifiers[0] in words.known
        count = next((COUNTS[word] for word in modifiers if word in COUNTS), 0)
        if definite and count:
            return self._group(noun, count, sentence, first)
        if any(word in words.new or word[0].isdigit() for word in modifiers):
            return NOBODY
        places, entities = self._by_type.get(noun, ([], []))
        at = bisect_left(places, (sentence, first))
        if definite and "company" in widen([noun]) and not (at and entities[at - 1].kind == "body"):
            found = self._company(sentence, first, 2 if is_plural(tokens.lower[last - 1]) else 1)
            if found.key:
                return found
        if not at:
            return self._untold(sentence, first) if definite and MADE.intersection(widen([noun])) else NOBODY
        entity = entities[at - 1]
        alone = all(other is entity for other in entities[:at])
        if definite:
            return Resolution(entity.key, entity.name, "definite", 0.8 if alone else 0.6)
        if is_plural(tokens.lower[last - 1]) and alone and sentence - places[at - 1][0] <= REACH:
            return Resolution(entity.key, entity.name, "bare", 0.5)
        return NOBODY

    def _untold(self, sentence: int, first: int) -> Resolution:
        """ "The army retires the Merlin. The missile …": the last thing with an article whose type no word
        tells."""
        for index in range(sentence, max(-1, sentence - PRONOUN_REACH), -1):
            tokens = self.sentences[index].tokens
            for mention in reversed(self._mentions.get(index, ())):
                entity = mention.entity
                if (
                    (index < sentence or mention.last <= first)
                    and entity.kind in ("", "thing")
                    and not entity.types
                    and mention.first
                    and tokens.lower[mention.first - 1] == "the"
                ):
                    return Resolution(entity.key, entity.name, "definite", 0.5)
        return NOBODY

    def _company(self, sentence: int, first: int, count: int) -> Resolution:
        """ "Acme will cut 300 jobs, the company said": the first names of the nearest sentence that may be
        companies, as many as are meant."""
        for index in range(sentence, max(-1, sentence - PRONOUN_REACH), -1):
            tokens = self.sentences[index].tokens
            chosen: dict[str, Entity] = {}
            for mention in self._mentions.get(index, ()):
                before = tokens.lower[mention.first - 1] if mention.first else ""
                if (
                    (index < sentence or mention.last <= first)
                    and mention.entity.kind in ("", "body")
                    and (before not in grammar().prepositions or mention.entity.kind == "body")
                ):
                    chosen.setdefault(mention.entity.key, mention.entity)
            found = sorted([*chosen.values()][:count], key=_key)
            if len(found) == count:
                keys, names_ = [e.key for e in found], [e.name for e in found]
                return Resolution(" + ".join(keys), " and ".join(names_), "definite", 0.5)
        return NOBODY

    def _group(self, noun: str, count: int, sentence: int, first: int) -> Resolution:
        """The last `count` different entities of a type."""
        persons = "person" in widen([noun])
        places, entities = self._by_type.get("person" if persons else noun, ([], []))
        at = bisect_left(places, (sentence, first))
        chosen: list[Entity] = []
        for entity in reversed(entities[max(0, at - 20) : at]):
            fits = entity.gender in ("", {"man": "m", "woman": "f"}.get(noun, entity.gender))
            if fits and not any(entity is other for other in chosen):
                chosen.append(entity)
            if len(chosen) == count:
                chosen.sort(key=_key)
                return Resolution(
                    " + ".join(e.key for e in chosen), " and ".join(e.name for e in chosen), "group", 0.5
                )
        return NOBODY

    def _role(self, sentence: int, tokens: Tokens, first: int, last: int) -> Resolution:
        """ "The Russian president", "the minister": who was called so before the name."""
        if not self._roles:
            return NOBODY
        start = first + (tokens.lower[first] in things().known)
        for at in range(start, last):
            role = " ".join(tokens.lower[at:last])
            entries = self._roles.get(role)
            if entries is None:
                continue
            owner = tokens.surface(start, at - (tokens.lower[at - 1] == "'s")) if at > start else ""
            if owner and not owner[0].isupper():
                return NOBODY
            wanted = self._of(owner)
            fitting = [e for e in entries if not wanted or e[2] == wanted]
            before = [e for e in fitting if (e[0], e[1]) <= (sentence, first)] or fitting[:1]
            if before:
                entity = before[-1][3]
                sure = 0.9 if wanted else 0.7 if all(e[3] is entity for e in fitting) else 0.5
                return Resolution(entity.key, entity.name, "role", sure)
        return NOBODY


PRONOUNS: Final = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "herself"), "f"),
    **dict.fromkeys(("it", "its", "itself"), "n"),
    **dict.fromkeys(("they", "them", "their"), "p"),
}
MADE: Final = frozenset(
    ("product", "instrument", "work", "celestial")
)  # kinds of thing that have names of their own
COUNTS: Final = {"two": 2, "three": 3, "four": 4, "both": 2}
OF: Final = frozenset(("of", "for", "from", "at", "in", "with", "to", "on", "by"))
STOPS: Final = frozenset((",", "(", "of", "in", "at", "on", "from", "who", "which", "that", "with"))


def _agrees(entity: Entity, fits: str) -> bool:
    if fits in "mf":
        return entity.kind in ("person", "") and entity.gender in ("", fits)
    return entity.kind != "person" if fits == "n" else entity.kind in ("body", "thing")


__all__ = ["Entities", "Entity", "Resolution", "canonical_key", "fold"]


def _key(entity: Entity) -> str:
    return entity.key


def _doubts(gender: str, mention: Mention) -> tuple[bool, bool]:
    """How little a mention looks like a person of a gender."""
    return mention.entity.gender != gender, mention.entity.kind != "person"
