"""A document's talk: its quotations, its attributions in order, and whom the pronouns among them mean."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, Protocol

from factcheck.text.attribution import Attribution, attributions
from factcheck.text.marks import Quoted, quoted
from factcheck.text.names import Name
from factcheck.text.sentences import Sentence
from factcheck.text.speech import MARKS, OF, speech
from factcheck.text.words import grammar, is_plural, noun_lemma, readings

NOTHING: Final[frozenset[int]] = frozenset()
FEW: Final = 12  # names of a sentence among which its subject is looked for
LOOK_BACK: Final = 5  # sentences that a pronoun may reach back over


class Naming(Protocol):
    """What the talk must know of names; `claims.subjects.Entities` knows it of a whole document."""

    def names(self, sentence: int) -> Sequence[Name]:
        """The names of a sentence, in order."""

    def sort(self, sentence: int, first: int) -> str:
        """person, place, body, thing or "" for the name that begins at a token."""

    def gender(self, sentence: int, first: int) -> str:
        """m, f or "" for the name that begins at a token."""

    def key(self, sentence: int, first: int, last: int) -> str:
        """The canonical name of whoever a phrase names; the phrase itself when nobody is known."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: tokens `first`..`last` of sentence `sentence`, a name or a role that stands on its own."""

    sentence: int
    first: int
    last: int
    kind: str


class Talk:
    """The talk of one document; sentences are read on demand, each once and in their order."""

    def __init__(self, sentences: Sequence[Sentence], naming: Naming) -> None:
        self.sentences = sentences
        self.naming = naming
        self.starts = [sentence.start for sentence in sentences]
        self.quoted = _quoted(sentences)
        self._inside = _by_sentence(self.quoted, sentences, self.starts)
        self._masks: dict[int, frozenset[int]] = {}
        self._found: list[list[Attribution]] = []
        self._voices: dict[tuple[int, int], Voice | None] = {}

    def index(self, offset: int) -> int:
        """The sentence that holds an offset (the one before, when it lies between two)."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def of(self, index: int) -> list[Attribution]:
        """The attributions of a sentence, quotations left out."""
        while len(self._found) <= index:
            self._read(len(self._found))
        return self._found[index]

    def voice(self, attribution: Attribution) -> Voice | None:
        """Whom an attribution names, pronouns resolved; None when that is not known."""
        self.of(attribution.sentence)
        return self._voices.get((attribution.sentence, attribution.verb))

    def quotes_in(self, index: int) -> list[Quoted]:
        """The outermost quotations that reach into a sentence."""
        return self._inside.get(index, [])

    def _read(self, index: int) -> None:
        sentence = self.sentences[index]
        made: list[Attribution] = []
        if sentence.zone != "furniture":
            masked = self._masked(sentence)
            made = attributions(index, sentence.tokens, _Lazy(self.naming, index), masked)
        self._found.append(made)
        for attribution in made:
            self._voices[index, attribution.verb] = self._resolve(attribution)

    def _masked(self, sentence: Sentence) -> frozenset[int]:
        """The tokens of a sentence that stand inside quotations, marks included."""
        inside = self._inside.get(sentence.index)
        if not inside:
            return NOTHING
        known = self._masks.get(sentence.index)
        if known is not None:
            return known
        starts = sentence.tokens.starts
        found: list[int] = []
        for quote in inside:
            first = bisect_right(starts, quote.opened - 1)
            found.extend(range(first, bisect_right(starts, quote.closed - 1)))
        made = self._masks[sentence.index] = frozenset(found)
        return made

    # -- pronouns ---------------------------------------------------------------------------------

    def _resolve(self, said: Attribution) -> Voice | None:
        if said.kind in ("named", "role"):
            return Voice(said.sentence, said.first, said.last, said.kind)
        if said.kind == "none":
            return None
        pronoun = self.sentences[said.sentence].tokens.lower[said.first]
        gender = speech().pronouns.get(pronoun, {"him": "m", "her": "f", "them": "p"}.get(pronoun, "any"))
        if gender == "self":
            return None
        found = self._subject_of(said.sentence, gender, said.first)
        back = said.sentence
        while found is None and back > 0 and said.sentence - back < LOOK_BACK:
            back -= 1
            found = self._last_voice(back, gender) or self._subject_of(back, gender)
        return found

    def _last_voice(self, index: int, gender: str) -> Voice | None:
        for said in reversed(self._found[index]):
            voice = self._voices.get((index, said.verb))
            if voice is not None and self._fits(voice, gender):
                return voice
        return None

    def _fits(self, voice: Voice, gender: str) -> bool:
        """Whether a speaker can be he, she, it or they."""
        if voice.kind == "role":
            tokens = self.sentences[voice.sentence].tokens
            head = next((w for w in tokens.lower[voice.first : voice.last] if w in OF), None)
            last = tokens.lower.index(head, voice.first) if head else voice.last
            many = (
                is_plural(tokens.lower[last - 1])
                and noun_lemma(tokens.lower[last - 1]) != tokens.lower[last - 1]
            )
            person = noun_lemma(tokens.lower[last - 1]) in speech().voices | speech().anonymous and not many
            return many if gender == "p" else person if gender in "mf" else not many
        sort = self.naming.sort(voice.sentence, voice.first)
        if gender in "mf":
            return sort in ("person", "") and self.naming.gender(voice.sentence, voice.first) in ("", gender)
        return sort != "person" if gender == "n" else True

    def _subject_of(self, index: int, gender: str, before: int | None = None) -> Voice | None:
        """The first fitting name of a sentence that stands behind no preposition; an owner ("Berg's hopes")
        only when there is no other."""
        if self.sentences[index].zone == "furniture":
            return None
        tokens = self.sentences[index].tokens
        masked = self._masked(self.sentences[index])
        owner: Voice | None = None
        verb = self._first_verb(index)
        if (
            before is None
            and gender in "mf"
            and any(speech().pronouns.get(word) == gender for word in tokens.lower[:verb])
        ):
            return None  # its subject is a pronoun itself: look further back
        for name in islice(self.naming.names(index), FEW):
            if (before is not None and name.last > before) or gender == "p":
                break
            voice = Voice(index, name.first, name.last, "named")
            if name.first > verb and self.naming.sort(index, name.first) != "person" and gender in "mf":
                continue
            if name.first in masked or self._is_governed(index, name.first) or not self._fits(voice, gender):
                continue
            if tokens.lower[name.last : name.last + 1] != ["'s"]:
                return voice
            owner = owner or (voice if before is None and gender != "n" else None)
        return owner

    def _first_verb(self, index: int) -> int:
        """The token of a sentence's first finite verb."""
        tokens = self.sentences[index].tokens
        auxiliaries = grammar().auxiliaries
        for at, word in enumerate(tokens.lower):
            if word in auxiliaries or (
                at and tokens.words[at][0].islower() and readings(word)[:1] in ("p", "z")
            ):
                return at
        return tokens.size

    def _is_governed(self, index: int, first: int) -> bool:
        """A preposition stands before the name, its title and its article."""
        tokens = self.sentences[index].tokens
        k = first - 1
        while (
            k > 0
            and first - k < 6
            and (
                tokens.lower[k] in ("the", "a", "an", "his", "her", "their")
                or tokens.words[k][0].isupper()
                or readings(tokens.lower[k])[:1] == "a"
            )
        ):
            k -= 1
        if k < 0 or tokens.lower[k] in ("after", "before", "since", "as", "when", "if"):
            return False
        return tokens.lower[k] in grammar().prepositions and tokens.lower[k] not in MARKS


class _Lazy(Sequence[Name]):
    """The names of a sentence, found only when somebody looks at them."""

    def __init__(self, naming: Naming, index: int) -> None:
        self._naming = naming
        self._index = index

    def __iter__(self) -> Iterator[Name]:
        return iter(self._naming.names(self._index))

    def __len__(self) -> int:
        return len(self._naming.names(self._index))

    def __getitem__(self, at):  # type: ignore[no-untyped-def]
        return self._naming.names(self._index)[at]


def _quoted(sentences: Sequence[Sentence]) -> list[Quoted]:
    """The quotations of all blocks that are no furniture, in order."""
    found: list[Quoted] = []
    at = 0
    while at < len(sentences):
        first = at
        while at < len(sentences) and sentences[at].block == sentences[first].block:
            at += 1
        if sentences[first].zone != "furniture":
            found += quoted(sentences[first].text, sentences[first].start, sentences[at - 1].end)
    return found


def _by_sentence(
    quotes: Sequence[Quoted], sentences: Sequence[Sentence], starts: list[int]
) -> dict[int, list[Quoted]]:
    found: dict[int, list[Quoted]] = {}
    for quote in quotes:
        if quote.depth == 0:
            index = max(0, bisect_right(starts, quote.opened) - 1)
            while index < len(sentences) and sentences[index].start < quote.closed:
                found.setdefault(index, []).append(quote)
                index += 1
    return found
