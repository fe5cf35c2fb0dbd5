"""Titles as claims: who holds which title, of whom, when; and which office a date of appointment is of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from factcheck.claims.aliases import canonical_key
from factcheck.claims.context import Context
from factcheck.claims.plain import plain_claim
from factcheck.claims.row import Row
from factcheck.claims.subjects import PRONOUNS, Entities
from factcheck.kinds.titles import TitleMention
from factcheck.model import Claim, Wording
from factcheck.text.sentences import Sentence

SURE: Final = 0.5  # how sure it must be whom a pronoun means that is given a title


class Office(NamedTuple):
    """A title that is given: its claim, its mention and the key of who holds it."""

    claim: Claim
    mention: TitleMention
    holder: str


def offices(
    document: str, sentence: Sentence, given: Sequence[TitleMention], entities: Entities
) -> Iterator[Office]:
    """The titles that a sentence gives to somebody."""
    for mention in given:
        name, key = _holder(sentence, mention, entities)
        if not name:
            continue
        claim = plain_claim(
            document, sentence, mention,
            subject=name, attribute="title", scope=dict(mention.scope or {}), flags=mention.flags,
        )  # fmt: skip
        yield Office(claim, mention, key)


def office_row(office: Office, sentence: Sentence, context: Context | None) -> Row:
    """The row of a title, of the days that its sentence tells; `context` is None where it has no values."""
    row = Row(office.claim, sentence.index, "title", "title", "title", subject=office.holder)
    if context is not None:
        row.days, row.spoken = context.days_of(office.mention), context.spoken_of(office.mention)
    return row


def _holder(sentence: Sentence, mention: TitleMention, entities: Entities) -> tuple[str, str]:
    """Name and key of who holds a title; "" for a pronoun that may mean anybody, and for a short form in
    capitals, which is of a thing ("the general API")."""
    if len(mention.noun) > 1 and mention.noun.isupper():
        return "", ""
    if mention.noun.lower() in PRONOUNS:
        found = entities.resolve_phrase(sentence.index, mention.holder, mention.holder + 1)
        return (found.name, found.key) if found.sure >= SURE else ("", "")
    entity = entities.at(sentence.index, mention.holder)
    return (entity.name, entity.key) if entity else (mention.noun, canonical_key(mention.noun, "person"))


def office_of(attribute: str, given: Sequence[TitleMention]) -> str:
    """The office that a date of an appointment, election or resignation (`attribute`) is of, "" for none:
    "was appointed FINANCE MINISTER in 2016"."""
    for mention in given:
        if attribute in mention.flags and isinstance(mention.value, Wording):
            return mention.value.words
    return ""
