"""Which property a value is of: the words of the vocabulary that grammar puts beside it.

A noun or an adjective says it best ("a RANGE of 995 miles", "12 km LONG"), then what is measured
("85 cm of SNOW", "$2 million in DAMAGE"), the noun that the sentence tells of ("the FARE for the
ferry is €38"), the verb ("it WEIGHS 4 kg"), and at last those who are counted ("4,000 EMPLOYEES").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from factcheck.claims.attributes import Attribute, vocabulary
from factcheck.claims.context import Context
from factcheck.claims.frames import Frame
from factcheck.claims.linking import linking
from factcheck.claims.things import things, widen
from factcheck.kinds.mention import Mention
from factcheck.kinds.numbers.changes import is_led
from factcheck.text.attach import Attachment
from factcheck.text.chunks import Chunk
from factcheck.text.tags import VERB_TAGS
from factcheck.text.words import GERUND, grammar, is_adjective, noun_lemma, readings, verb_lemma

TOLD: Final = 6  # phrases between a noun and the value that is told of it
# Verbs of what is so at the end: an age is the last one.
LAST: Final = frozenset(("die", "be", "perish", "pass"))
SUBSTANCES: Final = frozenset(("quantity", "money"))
DESCRIBED: Final = frozenset(("quantity", "money", "percent", "duration"))
LABELLED: Final = frozenset(("quantity", "money", "percent", "duration"))
LABEL_ENDS: Final = ([":"], ["|"])
EMPHASIS: Final = frozenset(("*", "**", "_", "__"))  # of Markdown in plain text
AIMS: Final = frozenset(("to", "at"))  # "cut its rate to 5 %", "keep the pressure at 2 bar"
BY_THEN: Final = frozenset(("within", "in", "after"))
ABLE: Final = frozenset(("can", "could"))
BREAKS: Final = frozenset("SW:(")  # tags at which another statement begins


class Property(NamedTuple):
    """`attribute` is None where no word names one; `named`: by more than its verb; `noun` is the phrase
    that names it from afar, whose owner is the value's subject."""

    attribute: Attribute | None = None
    named: bool = False
    noun: Chunk | None = None


def property_of(
    mention: Mention,
    noun: Sequence[str],
    dimension: str,
    attachment: Attachment,
    frame: Frame,
    context: Context,
) -> Property:
    """The property that a value is of; `noun` is what it counts, by its own words or others."""
    kind = mention.kind
    if frame.attribute is not None:
        return Property(frame.attribute, frame.attribute.family == "casualty" or frame.attribute.standing)
    if kind == "ordinal":
        return Property()
    if kind == "age":
        then = _is_then(mention, attachment, context)
        return Property(vocabulary().by_name["age then" if then else "age"], True)
    asked = _Asked(mention, kind, dimension, attachment, context)
    named = asked.beside() or asked.behind()
    if named is not None:
        return Property(named, True)
    if is_priced(mention, attachment, context):
        return Property(vocabulary().by_name["cost"], True)
    told, named_by = asked.told()
    if told is not None:
        return Property(told, True, named_by)
    if (labelled := asked.labelled()) is not None:
        return Property(labelled, True)
    if (verb := asked.verb()) is not None:
        return Property(verb, kind == "date")  # of a date the verb says all there is to say
    counted = vocabulary().counted.get(noun_lemma(noun[-1])) if kind == "count" and noun else None
    return Property(counted, counted is not None)


def is_priced(mention: Mention, attachment: Attachment, context: Context) -> bool:
    """Whether a sum stands before what was made for it: "opened its £40m LIBRARY", "a $2bn BRIDGE"."""
    noun, lower, at = attachment.noun, context.tokens.lower, mention.first - 1
    if mention.kind != "money" or noun is None or noun.first != mention.last or at < 0:
        return False
    owned = lower[at] in grammar().determiners or is_adjective(lower[at]) or lower[at] == "'s"
    return owned and not things().built.isdisjoint(widen((noun.lemma,)))


def _is_then(mention: Mention, attachment: Attachment, context: Context) -> bool:
    """ "She began to swim at the age of seven": no age of today; "he died at the age of 80" is one."""
    before = context.tokens.lower[mention.first - 1] if mention.first else ""
    verb = attachment.verb.lemma if attachment.verb is not None else ""
    return before in ("at", "by", "from", "since", "until", "till") and verb not in LAST


@dataclass(slots=True)
class _Asked:
    """One value, asked in several ways."""

    mention: Mention
    kind: str
    dimension: str
    attachment: Attachment
    context: Context

    def beside(self) -> Attribute | None:
        """The noun it is a value of, a phrase with its verb ("reach targets"), or an adjective behind it."""
        words, tokens, mention = vocabulary(), self.context.tokens, self.mention
        phrase, verb = self.attachment.noun, self.attachment.verb
        if phrase is not None and (self.kind != "count" or not mention.noun):
            found = words.noun_before(tokens, phrase.head + 1, self.kind, self.dimension)
            if found:
                return found[0]
        for at in range(mention.first, mention.last if self.kind != "date" else 0):  # "magnitude 6.8"
            if tokens.lower[at][0].isalpha() and (
                found := words.noun_before(tokens, at + 1, self.kind, self.dimension)
            ):
                return found[0] if self.kind != "count" else None
        if verb is not None:
            if verb.modal in ABLE and (able := words.able_to(verb.lemma, self.kind, self.dimension)):
                return able
            found = words.verb_at(tokens, verb.index, self.kind, self.dimension)
            if found and found[1] > verb.index + 1 and not found[0].family:
                return found[0]
        if self.attachment.adjective:
            for entry in words.adjectives.get(tuple(self.attachment.adjective.split()), ()):
                if entry.takes(self.kind, self.dimension):
                    return entry
        if self.kind in DESCRIBED and mention.last < tokens.size:  # "35 percent contained"
            found = words.adjective_at(tokens, mention.last, self.kind, self.dimension)
            return found[0] if found else None
        return None

    def behind(self) -> Attribute | None:
        """ "85 cm of snow", "$2 million in damage"."""
        tokens, at = self.context.tokens, self.mention.last
        if self.kind not in SUBSTANCES or tokens.lower[at : at + 1] not in (["of"], ["in"]):
            return None
        chunk = self.context.chunk(at + 1)
        if chunk is None or chunk.first != at + 1 or tokens.lower[chunk.first] in grammar().determiners:
            return None
        found = vocabulary().noun_before(tokens, chunk.head + 1, self.kind, self.dimension)
        return found[0] if found and found[1] >= chunk.first else None

    def told(self) -> tuple[Attribute | None, Chunk | None]:
        """The noun that the sentence gives a value: "the pressure of the boiler is 2 bar"."""
        if self.kind == "date" or (self.kind == "count" and self.mention.noun):
            return None, None
        tokens, tags, chunks = self.context.parsed
        first = self.mention.first
        place = bisect_right(chunks, first, key=_last)
        aimed = tokens.lower[first - 1 : first] != [] and tokens.lower[first - 1] in AIMS
        aimed = aimed or self._is_led()
        linked = aimed
        behind = first
        for chunk in reversed(chunks[max(0, place - TOLD) : place]):
            for at in range(chunk.last, behind):
                if tags[at] in BREAKS:
                    return None, None
                if tags[at] in VERB_TAGS and not aimed:
                    if verb_lemma(tokens.lower[at]) not in linking().reaching:
                        return None, None
                    linked = True
                linked = linked or tokens.lower[at] in grammar().be or tokens.lower[at] == "worth"
            if linked and (self._is_free(chunk) or tokens.lower[behind - 1] == "worth"):
                found = vocabulary().noun_before(tokens, chunk.head + 1, self.kind, self.dimension)
                single = tokens.lower[chunk.head] in linking().plural_only and self.kind == "count"
                if found and not single and found[1] >= chunk.first - self._is_gerund(chunk.first - 1):
                    return found[0], chunk
            behind = chunk.first
        return None, None

    def labelled(self) -> Attribute | None:
        """The noun of the label or of the row's first cell: "Range: 900 km", "Weight incl. box | 4 kg"."""
        tokens, first = self.context.tokens, self.mention.first
        while first and tokens.lower[first - 1] in EMPHASIS:
            first -= 1
        if self.kind not in LABELLED or tokens.lower[max(0, first - 1) : first] not in LABEL_ENDS:
            return None
        heads = [chunk.head + 1 for chunk in self.context.parsed.chunks if chunk.last < first]
        for end in (first - 1, *reversed(heads)):
            if (found := vocabulary().noun_before(tokens, end, self.kind, self.dimension)) is not None:
                return found[0]
        return None

    def _is_gerund(self, at: int) -> bool:
        """Whether a token before a phrase is a gerund, which may belong to it: "OPERATING profit"."""
        return at >= 0 and GERUND in readings(self.context.tokens.lower[at])

    def _is_free(self, chunk: Chunk) -> bool:
        """Whether no preposition governs a phrase; of "in June inflation was …" it governs the date."""
        return chunk.prep < 0 or any(
            day.first <= chunk.first < day.last <= chunk.head for day in self.context.dated
        )

    def verb(self) -> Attribute | None:
        """The governing verb ("weighs"); what counts of people hang on is a matter of frames."""
        tokens, verb = self.context.tokens, self.attachment.verb
        at = verb.index if verb is not None else self.mention.first - 1
        found = vocabulary().verb_at(tokens, at, self.kind, self.dimension) if at >= 0 else None
        if found is None or (self.kind == "count" and found[0].family) or self._is_of_object(at):
            return None
        if found[0].passive and verb is not None and verb.voice != "passive":
            return None
        return None if found[0].settled and self._is_by_then() else found[0]

    def _is_of_object(self, verb: int) -> bool:
        """Whether a value is what the verb's object was changed to: "raised its bid TO €34 million"."""
        lower, first = self.context.tokens.lower, self.mention.first
        changed = verb_lemma(lower[verb]) in linking().changing
        return changed and (lower[first - 1 : first] == ["to"] or self._is_led())

    def _is_led(self) -> bool:
        """Whether a value leads from an old figure to a new one: "was cut FROM 50 TO 30 km/h"."""
        lower, first = self.context.tokens.lower, self.mention.first
        return lower[first] == "from" and is_led(self.context.tokens, first)

    def _is_by_then(self) -> bool:
        """Whether a length of time tells by when, not for how long: "signed WITHIN a month"."""
        lower, first = self.context.tokens.lower, self.mention.first
        return self.kind == "duration" and not BY_THEN.isdisjoint(lower[max(0, first - 1) : first + 1])


def _last(chunk: Chunk) -> int:
    return chunk.last
