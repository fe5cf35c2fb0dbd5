"""From a document to its claims: the stages in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from typing import Final

from factcheck.claims.aliases import canonical_key
from factcheck.claims.context import Context
from factcheck.claims.dateline import dateline
from factcheck.claims.frames import Frame, frames
from factcheck.claims.identifiers import identifier
from factcheck.claims.limits import limited
from factcheck.claims.modality import modality_of
from factcheck.claims.offices import Office, office_row, offices
from factcheck.claims.plain import left_out, plain_claim
from factcheck.claims.profiling import profile
from factcheck.claims.reading import Reading
from factcheck.claims.row import Row
from factcheck.claims.rows import row_of
from factcheck.claims.scaled import scale
from factcheck.claims.sections import Sections
from factcheck.claims.speakers import Speakers
from factcheck.claims.statements import Said, Statement, stated, unclaimed
from factcheck.claims.subjects import Entities
from factcheck.claims.sums import as_sum, currencies
from factcheck.claims.telling import counted_by, named_by, version_of
from factcheck.kinds import dates, numbers, quotes, titles
from factcheck.kinds.mention import Mention
from factcheck.kinds.numbers.locators import LOCATOR
from factcheck.kinds.quotes import QuoteMention
from factcheck.kinds.titles import TitleMention
from factcheck.model import Claim, Document, Period
from factcheck.text.attach import attach
from factcheck.text.attachers import Attach
from factcheck.text.kept import Keeps, kept
from factcheck.text.names import Name
from factcheck.text.outline import outlined
from factcheck.text.sentences import Sentence, sentences
from factcheck.text.talk import Talk
from factcheck.text.tokens import Tokens
from factcheck.units import Units

DATELINE_REACH: Final = 40  # characters between a dateline's date and its dash: "(Reuters/Wire)"
DASHES: Final = "—–-"
LABELLED: Final = ("table", "list")  # zones in which a label may say that a number only names something
QUOTES: Final = "“\"‘'«"
LEAD: Final = 6  # sentences among which the first full one with a name is looked for
FULL: Final = 10  # tokens of a sentence that is no mere dateline
HEADINGS: Final = 3  # headings that may name what a text is about


def read(
    document: Document, units: Units | None = None, attach: Attach = attach, *, rows: bool = True
) -> Reading:
    """Claims, rows and profile of one document; `attach` finds the words that a value hangs on.

    Without `rows` the claims alone, which costs less: rows and profile are for comparing.
    """
    reader = _Reader(document, units or Units.default(), attach)
    reader.read()
    return reader.reading() if rows else reader.claimed()


@dataclass(slots=True)
class _Told:
    """What one sentence with values or titles tells, on its way to rows."""

    sentence: Sentence
    context: Context | None = None  # None for a sentence without values
    statements: list[Statement] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)


class _Reader(Keeps):
    """One document on its way: to claims in `read`, from them to rows and a profile in `reading`."""

    def __init__(self, document: Document, units: Units, attach: Attach) -> None:
        self.outlined = outlined(document)
        self.sentences = sentences(self.outlined)
        self.written = dateline(document, self.sentences)
        self.published = document.published or self.written.date
        if self.written.span is not None:
            _cut_dateline(self.sentences, self.written.span)
        self.document = replace(document, published=self.published)
        self.units = units
        self.attach = attach
        self.reference = _moment(self.published)
        self.entities = Entities(self.document, self.sentences)
        self.talk = Talk(self.sentences, self.entities)
        self.quotes = quotes.read(self.document, self.sentences, self.talk)
        self.speakers = Speakers(self.talk, self.quotes)
        self.claims: list[Claim] = []
        self.currencies: set[str] = set()  # of the sums read so far
        self.told: list[_Told] = []
        self.said: list[tuple[Claim, QuoteMention]] = []

    def read(self) -> None:
        """The stages: numbers and dates, titles, quotations."""
        for sentence in self.sentences:
            if sentence.zone != "furniture":
                given = titles.read(sentence, self.entities.names(sentence.index))
                told = self._values(sentence, given)
                told.offices += offices(self.document.id, sentence, given, self.entities)
                if told.statements or told.offices:
                    self.told.append(told)
                    claims = [statement.claim for statement in told.statements]
                    self.claims += claims
                    self.currencies.update(currencies(claims, self.units))
                    self.claims += [office.claim for office in told.offices]
        for quote in self.quotes:
            self._quote(quote)
        self.claims.sort(key=_place)

    def claimed(self) -> Reading:
        """The claims alone."""
        return Reading(self.document, tuple(self.claims), sentence_count=len(self.sentences))

    def reading(self) -> Reading:
        """The claims with their rows and the profile of the text."""
        rows: list[Row] = []
        contexts: list[tuple[Context, list[int]]] = []
        for told in self.told:
            if told.context is not None:
                contexts.append((told.context, self._rows(told, told.context, rows)))
            rows += [office_row(office, told.sentence, told.context) for office in told.offices]
        self._topic(rows)
        rows += [_quoted(claim, quote) for claim, quote in self.said]
        about = profile(
            self.document.id, self.published, self.written, self.sentences, self.entities, contexts, rows
        )
        about.title, about.headings = self.sections.title, self.sections.headings
        return replace(self.claimed(), rows=tuple(rows), profile=about)

    def _values(self, sentence: Sentence, given: Sequence[TitleMention]) -> _Told:
        """Numbers and dates of one sentence."""
        tokens = sentence.tokens
        found = dates.read(tokens, self.reference, news=True)
        found += numbers.read(tokens, _taken(tokens, found), self.units)
        if not found:
            return _Told(sentence)
        for mention in found:
            _of_name(mention, tokens, self.entities.names(sentence.index))
        found.sort(key=lambda mention: (mention.start, mention.end))
        context = Context(sentence, found, self.entities)
        framed = zip(found, frames(tokens, found), strict=True)
        return _Told(sentence, context, [self._statement(*each, context, given) for each in framed])

    @kept
    def sections(self) -> Sections:
        """Headings, labels and tables."""
        return Sections(self.outlined, self.sentences)

    def _statement(
        self, mention: Mention, frame: Frame, context: Context, given: Sequence[TitleMention]
    ) -> Statement:
        labelled = context.sentence.zone in LABELLED
        bare = mention.kind == "count" and not mention.noun and not mention.incidental
        if bare and (labelled or context.coded):
            scale(mention, *self.sections.beside(context.sentence, mention.start), self.units)
        if labelled and not mention.incidental:
            place = self.sections.at(context.sentence, mention.start)
            mention.incidental = "label" if named_by(mention, place) else ""
            mention.noun = mention.noun or counted_by(mention, context.tokens.lower, place)
        if not mention.incidental and mention.kind == "count" and not mention.noun:
            place = self.sections.at(context.sentence, mention.start)
            mention.incidental = "name" if version_of(mention, context, place) else ""
        if mention.incidental:
            return unclaimed(self.document.id, mention, frame, context)
        mention = as_sum(mention, context, self.currencies)
        said = self._said(context.sentence, mention.first, mention.last, mention.start)
        limit = limited(mention, context.tokens) if said.modality == "denied" else None
        if limit is not None:
            mention, said = limit, said._replace(modality="asserted")
        return stated(self.document.id, mention, frame, context, self.units, said, given, self.attach)

    def _rows(self, told: _Told, context: Context, rows: list[Row]) -> list[int]:
        """Adds the rows of a sentence's values; for each value the number of its row, -1 for one that only
        gives another again in a second unit."""
        made: list[int] = []
        by_mention: dict[int, Row] = {}
        for statement, mention in zip(told.statements, context.mentions, strict=True):
            whole = by_mention.get(id(mention.restates))
            if whole is not None:
                made.append(-1)
                whole.restated = (*whole.restated, statement.claim)
                by_mention[id(mention)] = whole
                continue
            place = self.sections.at(context.sentence, mention.start)
            row = (identifier if mention.incidental else row_of)(statement, context, self.attach, place)
            by_mention[id(mention)] = row
            made.append(len(rows))
            rows.append(row)
        return made

    def _topic(self, rows: Sequence[Row]) -> None:
        """A sentence that names nobody speaks of what the title, the headings and the first sentence name."""
        topic: set[str] = set()
        told = [sentence for sentence in self.sentences if sentence.zone != "furniture"]
        headings = [sentence for sentence in told[1:] if sentence.zone == "heading"]
        named = (
            sentence
            for sentence in told[1:LEAD]
            if sentence.tokens.size >= FULL and self.entities.names(sentence.index)
        )
        for sentence in (*told[:1], *headings[:HEADINGS], *islice(named, 1)):
            for name in self.entities.names(sentence.index):
                if (entity := self.entities.at(sentence.index, name.first)) is not None:
                    topic.add(entity.key)
        for row in rows:
            if not row.subject and not row.names:
                row.names = frozenset(topic)

    def _said(self, sentence: Sentence, first: int, last: int, offset: int) -> Said:
        """Who states a value, and how it is meant."""
        speaker = self.speakers.at(sentence, offset)
        name = speaker.name if speaker is not None else ""
        key = canonical_key(name) if speaker is not None and name and not speaker.anonymous else ""
        return Said(name, key, modality_of(sentence.tokens, first, last).mode)

    def _quote(self, quote: QuoteMention) -> None:
        """A quotation; what is quoted but not said is left out."""
        sentence = self.sentences[quote.sentence]
        if quote.incidental:
            self.claims.append(left_out(self.document.id, sentence, quote))
            return
        claim = plain_claim(
            self.document.id,
            sentence,
            quote,
            subject=quote.speaker,
            attribute="words",
            speaker=quote.speaker or None,
        )
        self.claims.append(claim)
        self.said.append((claim, quote))


def _place(claim: Claim) -> tuple[int, int, str]:
    """Where a claim stands among those of its document."""
    return claim.span.start, claim.span.end, claim.kind


def _quoted(claim: Claim, quote: QuoteMention) -> Row:
    """The row of a quotation."""
    key = canonical_key(quote.speaker) if quote.speaker else ""
    return Row(claim, quote.sentence, "quote", "quote", "words", subject=key, speaker=key)


def _taken(tokens: Tokens, found: Sequence[Mention]) -> bytes | bytearray:
    """Which tokens the reader of dates has used: for good, or in an expression that it could not place."""
    if not found:
        return b""
    flags = bytearray(tokens.size)
    for mention in found:
        placed = not (isinstance(mention.value, Period) and mention.value.unresolved)
        for at in range(mention.first, mention.last):
            flags[at] = numbers.TAKEN if placed else numbers.UNPLACED
    return flags


def _of_name(mention: Mention, tokens: Tokens, names: Sequence[Name]) -> None:
    """Makes a count that is the number of a product's name ("the Lumen 14 weighs") no claim."""
    if (
        mention.kind == "count"
        and mention.incidental != LOCATOR
        and any(name.first < mention.first < name.last for name in names)
    ):
        mention.incidental, mention.noun = "name", ""
        mention.last = mention.first + 1
        mention.end = tokens.ends[mention.first]


def _cut_dateline(read: list[Sentence], span: tuple[int, int]) -> None:
    """Take a dateline off the front of its sentence: "PORT SALIS, May 12 (Wire) — " is nobody's statement."""
    for number, sentence in enumerate(read):
        if sentence.start <= span[0] and span[1] <= sentence.end:
            whole = span[1] == sentence.end
            start = sentence.start if whole else _behind_dash(sentence, span[1])
            zone = "furniture" if whole else sentence.zone  # a line of its own: "City Paper, 5 May 2025"
            read[number] = Sentence(sentence.text, start, sentence.end, sentence.index, sentence.block, zone)


def _behind_dash(sentence: Sentence, at: int) -> int:
    """The start of what is told: behind the dash within reach of a dateline's date, else behind the date."""
    dash = next(
        (i for i in range(at, min(at + DATELINE_REACH, sentence.end)) if sentence.text[i] in DASHES), -1
    )
    start = dash + 1 if dash >= 0 else at
    while start < sentence.end and not sentence.text[start].isalnum() and sentence.text[start] not in QUOTES:
        start += 1
    return start


def _moment(published: str | None) -> datetime | None:
    """The reference for relative dates."""
    try:
        return datetime.fromisoformat(published) if published else None
    except ValueError:
        return None
