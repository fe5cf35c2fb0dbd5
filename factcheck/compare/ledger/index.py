"""Which facts of a ledger a claim may be about, by equality of plain columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.claims.aliases import fold
from factcheck.claims.causes import clash
from factcheck.claims.ledger import EVENT, Fact
from factcheck.claims.places import place_key
from factcheck.claims.profile import Profile
from factcheck.claims.row import Row
from factcheck.text.tokens import tokenise
from factcheck.text.words import grammar, noun_lemma


class Index:
    """Facts by what brings them together with a claim; numbers are those of the list."""

    def __init__(self, facts: Sequence[Fact], profiles: Sequence[Profile]) -> None:
        self._facts = facts
        self._profiles = profiles
        self._found: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._told: dict[tuple[int, int], bool] = {}
        for number, fact in enumerate(facts):
            for cell in _cells(fact):
                self._found[cell].append(number)

    def near(self, row: Row) -> list[int]:
        """Facts of a claim's kind and dimension that may be about its subject."""
        cell = row.kind, row.dimension
        keys = [row.subject] if row.subject else [*row.names, *self._described(row)]
        named = {number for key in keys for number in self._found.get(("name", *cell, key), ())}
        numbers = {number for number in named if _of_one_sort(row, self._facts[number])}
        words = row.words | {row.subject_head}
        for word in words:
            for number in self._found.get(("word", *cell, word), ()):
                if self._worded(row, words, self._facts[number]):
                    numbers.add(number)
        events = self._found.get(("event", row.attribute), ())
        numbers.update(number for number in events if self._tells(row, number))
        return [number for number in sorted(numbers) if _of_one_family(row, self._facts[number].row)]

    @staticmethod
    def _worded(row: Row, words: frozenset[str], fact: Fact) -> bool:
        """Whether a sentence has the words of a fact's subject; those of a name only where no name was
        read that they could be part of ("Quill" at the beginning of a sentence)."""
        if not fact.subject <= words:
            return False
        named = {word for name in row.names for word in name.split()}
        return not fact.named or not (row.subject or any(fold(word) in named for word in fact.subject))

    def _described(self, row: Row) -> Iterator[str]:
        """ "The bridge" in a text that names one bridge only."""
        word = fold(row.subject_head) if row.subject_head else ""
        named = [name for name in self._profiles[row.document].names if word and name.split(" ")[-1] == word]
        if len(named) == 1:
            yield named[0]

    def _tells(self, row: Row, number: int) -> bool:
        """Whether a text is about the event that is a fact's subject: its names and its cause."""
        if (row.document, number) not in self._told:
            profile, fact = self._profiles[row.document], self._facts[number]
            names = [word for word in tokenise(fact.row.claim.subject).words if word[:1].isupper()]
            known = all(place_key(name) in profile.places or fold(name) in profile.names for name in names)
            apart = not names or not known or clash(fact.causes, profile.causes)
            self._told[row.document, number] = not apart
        return self._told[row.document, number]


def _of_one_sort(row: Row, fact: Fact) -> bool:
    """Whether a claim can be of the "dam" of "Osk dam", and is not of the valley of that name."""
    if not fact.sort or row.subject == fact.row.subject:
        return True
    head = row.subject_head
    called = head in grammar().pronouns or any(fold(head) in key.split() for key in fact.keys)
    return called or noun_lemma(head) in ("", fact.sort)


def _of_one_family(row: Row, fact: Row) -> bool:
    """Counts of people are compared only with those of the same property: the killed, the inhabitants."""
    return not (row.family or fact.family) or row.attribute == fact.attribute


def _cells(fact: Fact) -> Iterator[tuple[str, ...]]:
    """The keys under which a fact is found."""
    row = fact.row
    if row.family == EVENT:
        yield "event", row.attribute
        return
    for key in sorted(fact.keys):
        yield "name", row.kind, row.dimension, key
    if fact.subject and all(word.isalpha() for word in fact.subject):  # "Quill 3" is no other Quill
        yield "word", row.kind, row.dimension, min(fact.subject)
