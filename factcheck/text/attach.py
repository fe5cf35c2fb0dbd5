"""What a value hangs on: the counted noun or the attribute, its owner, the subject and the verb.

No analyser gets subject and verb right often enough to require them of a match, so `sure` says
how far the words can be trusted; noun and adjective are the steadiest.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from factcheck.text.chunks import Chunk, Clause
from factcheck.text.clauses import Parse, parse
from factcheck.text.names import Name
from factcheck.text.tokens import Tokens
from factcheck.text.words import grammar, is_noun_and_verb, lists, noun_lemma

FAR: Final = 10  # tokens between value and verb that make the verb doubtful
WINDOW: Final = 60  # tokens on each side of a value that are looked at
ATTRIBUTE_PREPOSITIONS: Final = frozenset(("between", "above", "below", "under"))
PLURAL_NUMBERS: Final = frozenset("hundreds thousands millions billions dozens dozen million billion".split())
PART_WORDS: Final = frozenset(("them", "whom", "which", "these", "those", "whose"))


class Phrase(NamedTuple):
    """Tokens `first`..`last` of the sentence, the `head` token among them, `text` and the head's `lemma`."""

    first: int
    last: int
    head: int
    text: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Verb:
    """The governing verb: its token, lemma, "active" or "passive", negation and modal ("would", "")."""

    index: int
    lemma: str
    voice: str
    negated: bool
    modal: str


class Attachment(NamedTuple):
    """What a value hangs on.

    `noun`: what is counted ("17 people") or the attribute measured ("a range of 2,500 km");
    `adjective`: the attribute as an adjective ("12 km long"); `of`: what the noun or the number is
    taken of ("20 percent of voters"); `owner`: what has the attribute ("the Tomahawk, with a range
    of …"); `subject`, `verb`: of the clause the value stands in, a counted phrase being its own
    subject in "17 people were killed"; `part`: the value is part of another ("including three
    children"); `sure`: 0 to 1.
    """

    noun: Phrase | None = None
    subject: Phrase | None = None
    verb: Verb | None = None
    sure: float = 0.0
    adjective: str = ""
    of: Phrase | None = None
    owner: Phrase | None = None
    part: bool = False


NOTHING: Final = Attachment()


def attach(
    tokens: Tokens,
    first: int,
    last: int,
    names: Sequence[Name] | None = None,
    *,
    measure: bool | None = None,
    parsed: Parse | None = None,
) -> Attachment:
    """What the value of tokens `first`..`last` hangs on.

    `measure` says whether the value ends with a unit of measure or with what is counted (None: by
    the word). `parsed` is `parse(tokens)`, worth handing in when a sentence holds several values;
    without it, at most WINDOW tokens on each side are read.
    """
    offset = 0
    if parsed is None:
        offset = max(0, first - WINDOW)
        stop = last + WINDOW
        if offset or stop < tokens.size:
            tokens = tokens.cut(offset, stop)
        parsed = parse(tokens)
    return _Attacher(parsed, offset, names or ()).attach(first - offset, last - offset, measure)


def ends_with_unit(lower: list[str], last: int) -> bool:
    """Whether the word before token `last` is a unit of measure ("miles"), not what is counted."""
    word = lower[last - 1]
    units = lists().measure
    return word in units or noun_lemma(word) in units


class _Attacher:
    """One value's way through the phrases of its window."""

    def __init__(self, parsed: Parse, offset: int, names: Sequence[Name]) -> None:
        self.tokens, self.tags, self.chunks = parsed
        self.lower = self.tokens.lower
        self.offset = offset
        self.names = names

    def attach(self, first: int, last: int, measure: bool | None) -> Attachment:
        found = self._chunks_of(first, last)
        if found is None:
            return self._behind_verb(first)
        at, chunk, end = found
        of = self._of(chunk)
        if of is end:  # "[seven of them]"
            end = chunk
        if of is not None and self.tags[of.head] == "Q":
            of = self._of(of)  # "one in five of those"
        if measure is None:
            measure = ends_with_unit(self.lower, last)
        home = self._home(chunk)
        noun = self._counted(chunk, end, first, last, measure)
        owner = None
        adjective = ""
        if noun is None or end.head < last:
            if noun is None:
                adjective, noun = self._attribute_after(end, last)
            if not adjective:
                attribute, owner = self._attribute_before(home, noun)
                noun = attribute or noun
            if noun is None and of is not None and not measure and self.tags[of.head] != "D":
                noun = self._phrase(self._meant(of, at))
        clause = _verbal(home.clause)
        subject = _subject(clause)
        if owner is None:
            owner = self._owner(chunk, home, noun, clause, subject, measure)
        return Attachment(
            noun,
            self._phrase(subject),
            self._verb(clause),
            self._sure(chunk, noun is not None or adjective != "", clause, subject, measure),
            adjective,
            self._phrase(of),
            self._phrase(owner),
            self._is_part(chunk, end, at, of),
        )

    # -- places

    def _behind_verb(self, first: int) -> Attachment:
        """For a value outside all phrases the verb right before it: "FINISHED third [and fifth] in …"."""
        while (
            self.lower[max(0, first - 1) : first] == ["and"] and self.lower[first - 2] in grammar().ordinals
        ):
            first -= 2
        near = bisect_right(self.chunks, first, key=_end)
        for chunk in self.chunks[max(0, near - 1) : near + 1]:
            clause = _verbal(chunk.clause)
            if clause is not None and clause.verb == first - 1:
                return Attachment(None, self._phrase(_subject(clause)), self._verb(clause), 0.0)
        return NOTHING

    def _chunks_of(self, first: int, last: int) -> tuple[int, Chunk, Chunk] | None:
        """Index of the first phrase that the value overlaps, that phrase, and the last one."""
        low = bisect_right(self.chunks, first, key=_end)
        if low == len(self.chunks) or self.chunks[low].first >= last:
            return None
        end = low
        while end + 1 < len(self.chunks) and self.chunks[end + 1].first < last:
            end += 1
        return low, self.chunks[low], self.chunks[end]

    def _home(self, chunk: Chunk) -> Chunk:
        """For a value given again in brackets, the phrase before them: it stands in the sentence."""
        clause = chunk.clause
        before = clause.antecedent
        if clause.kind == "bracket" and clause.verb < 0 and before is not None and before.number:
            return before
        return chunk

    def _meant(self, of: Chunk, at: int) -> Chunk:
        """For "seven of them" the phrase before, else the phrase itself."""
        return self.chunks[at - 1] if at and self.tags[of.head] == "O" else of

    # -- noun

    def _counted(self, chunk: Chunk, end: Chunk, first: int, last: int, measure: bool) -> Phrase | None:
        """The noun behind the number in its own phrase."""
        head = end.head
        if self.tags[head] not in "NMJ" or head < first or self.lower[head] in grammar().ordinals:
            return None
        start = last if head >= last else first
        while start < head and self.tags[start] not in "NMJ":
            start += 1
        if start > first and head >= last:
            while start < head and (self.tags[start] == "-" or self.lower[start] in lists().dimension):
                start += 1
        if head < last and measure:
            return None
        return self._made(start, end.last, head)

    def _attribute_after(self, end: Chunk, last: int) -> tuple[str, Phrase | None]:
        """ "12 km long", "12 km in length"."""
        at = max(end.last, last)
        if at >= len(self.lower):
            return "", None
        if self.lower[at] in lists().dimension:
            return self.lower[at], None
        following = self._chunk_at(at + 1)
        if self.lower[at] == "in" and following is not None and self._is_attribute(following):
            return "", self._phrase(following)
        return "", None

    def _attribute_before(self, chunk: Chunk, counted: Phrase | None) -> tuple[Phrase | None, Chunk | None]:
        """ "a range of 2,500 km", "Range: 2,500 km"; and the owner, when it is said there."""
        before = chunk.before
        if before is None or self.tags[before.head] != "N" or before.number:
            return None, None
        gap = self.lower[before.last : chunk.first]
        known = self._is_attribute(before)
        if len(gap) == 1 and (known or counted is None):
            joined = gap[0] in ("of", ":") or (known and gap[0] in ATTRIBUTE_PREPOSITIONS)
        else:
            joined = not gap and known and counted is None
        return (self._phrase(before), self._has(before)) if joined else (None, None)

    def _is_attribute(self, chunk: Chunk) -> bool:
        return noun_lemma(self.lower[chunk.head]) in lists().attribute

    def _has(self, chunk: Chunk) -> Chunk | None:
        """Who has the attribute `chunk`: by "with", by a possessive."""
        if chunk.prep >= 0 and self.lower[chunk.prep] == "with":
            owner = chunk.before
            while owner and owner.prep >= 0 and owner.before and self._is_place(owner):
                owner = owner.before
            return owner if owner is not None else chunk.clause.subject
        return None

    def _is_place(self, chunk: Chunk) -> bool:
        return self.tags[chunk.head] == "M" or noun_lemma(self.lower[chunk.head]) in lists().place

    def _of(self, chunk: Chunk) -> Chunk | None:
        """The phrase behind "of" right after `chunk`, or behind "one in"."""
        word = self.lower[chunk.last] if chunk.last < len(self.lower) else ""
        if word == "of":
            return self._chunk_at(chunk.last + 1)
        if word == "in" and self.lower[chunk.head] == "one":
            found = self._chunk_at(chunk.last + 1)
            return found if found is not None and found.number else None
        return None

    def _chunk_at(self, place: int) -> Chunk | None:
        at = bisect_right(self.chunks, place, key=_end)
        return self.chunks[at] if at < len(self.chunks) and self.chunks[at].first == place else None

    def _owner(
        self,
        chunk: Chunk,
        home: Chunk,
        noun: Phrase | None,
        clause: Clause | None,
        subject: Chunk | None,
        measure: bool,
    ) -> Chunk | None:
        """Whose attribute the value is, when nothing before the attribute said it."""
        bracket = chunk.clause
        if bracket.kind == "bracket" and bracket.antecedent is not None and not bracket.antecedent.number:
            return bracket.antecedent
        before = chunk.before
        if before is not None and (noun is None or measure) and self._is_aside(before, chunk):
            return before
        if clause is None or clause.passive:
            return None
        attribute = noun is not None and noun.head - self.offset < home.first
        if not (measure or attribute or clause.lemma == "have"):
            return None
        if home.prep < 0 or attribute:
            return subject if subject is not home else None
        return None

    def _is_aside(self, before: Chunk, chunk: Chunk) -> bool:
        """ "The veteran, 38, will retire"."""
        around = self.lower[before.last : chunk.first], self.lower[chunk.last : chunk.last + 1]
        return around == ([","], [","])

    # -- clause

    def _verb(self, clause: Clause | None) -> Verb | None:
        if clause is None:
            return None
        voice = "passive" if clause.passive else "active"
        return Verb(clause.verb + self.offset, clause.lemma, voice, clause.negated, clause.modal)

    def _is_part(self, chunk: Chunk, end: Chunk, at: int, of: Chunk | None) -> bool:
        if chunk.prep >= 0 and self.lower[chunk.prep] == "including":
            return True
        before = self.chunks[at - 1] if at else None
        if before is not None and before.last == chunk.first and self.lower[before.head] in PART_WORDS:
            return True
        after = self.lower[end.last : end.last + 2]
        if after in (["of", "whom"], ["of", "which"], ["of", "them"]):
            return True
        if chunk.first > 1 and self.lower[chunk.first - 1] in ("whom", "which"):
            return self.lower[chunk.first - 2] in ("of", "among", "including")
        if (
            of is None
            or self.tags[end.head] != "Q"
            or of.first != end.last + 1
            or self.lower[end.last] != "of"
        ):
            return False
        return self.lower[end.head] not in PLURAL_NUMBERS

    def _sure(
        self, chunk: Chunk, named: bool, clause: Clause | None, subject: Chunk | None, measure: bool
    ) -> float:
        """Less where a slot is empty, the verb may be a noun, or the verb stands far away."""
        sure = 0.9 if named or measure else 0.6
        if clause is None:
            return round(sure - 0.3, 2)
        if subject is None:
            sure -= 0.2
        if is_noun_and_verb(self.lower[clause.verb]):
            sure -= 0.05
        if abs(clause.verb - chunk.first) > FAR:
            sure -= 0.1
        return round(sure, 2)

    # -- phrases

    def _phrase(self, chunk: Chunk | None) -> Phrase | None:
        if chunk is None:
            return None
        if self.tags[chunk.head] == "Q":
            chunk = self._of(chunk) or chunk  # "hundreds of homes"
        first = chunk.first
        while first < chunk.head and self.tags[first] in 'DQ"-':
            first += 2 if self.tags[first] == "-" else 1  # "12-km bridge"
        return self._made(first, chunk.last, chunk.head)

    def _made(self, first: int, last: int, head: int) -> Phrase:
        tokens, offset = self.tokens, self.offset
        at = bisect_right(self.names, head + offset, key=_start) - 1
        if at >= 0 and head + offset < self.names[at].last and self.names[at].first >= offset:
            first = min(first, self.names[at].first - offset)
            last = max(last, min(self.names[at].last - offset, len(self.lower)))
        word = tokens.words[head] if self.tags[head] == "M" else noun_lemma(self.lower[head])
        return Phrase(first + offset, last + offset, head + offset, tokens.surface(first, last), word)


def _end(chunk: Chunk) -> int:
    return chunk.last


def _start(name: Name) -> int:
    return name.first


def _verbal(clause: Clause | None) -> Clause | None:
    """The clause itself, or for a bracket or a verbless list the one around it."""
    while clause is not None and clause.verb < 0:
        clause = clause.parent
    return clause


def _subject(clause: Clause | None) -> Chunk | None:
    """The clause's subject; of "Carrying 120 people, the plane …" that of the clause around it."""
    while clause is not None:
        if clause.subject is not None:
            return clause.subject
        if clause.kind not in ("reduced", "infinitive", "bracket"):
            return None
        clause = clause.parent
    return None
