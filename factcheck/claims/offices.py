"""Titles as claims: who holds which title, of whom, when; and which office a date of appointment is of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.claims.aliases import canonical_key
from factcheck.claims.context import Context
from factcheck.claims.plain import plain_claim
from factcheck.claims.row import Row
from factcheck.claims.subjects import PRONOUNS, Entities
from factcheck.kinds.titles import TitleMention
from factcheck.model import Wording
from factcheck.text.sentences import Sentence

SURE = 0.5  # how sure it must be whom a pronoun means that is given a title


def office_rows(
    document: str,
    sentence: Sentence,
    given: Sequence[TitleMention],
    entities: Entities,
    context: Context | None,
) -> Iterator[Row]:
    """The rows (with their claims) of the titles that a sentence gives, of the days that it tells."""
    for mention in given:
        name, key = _holder(sentence, mention, entities)
        if not name:
            continue
        claim = plain_claim(
            document, sentence, mention,
            subject=name, attribute="title", scope=dict(mention.scope or {}), flags=mention.flags,
        )  # fmt: skip
        days = context.days_of(mention) if context is not None else ()
        spoken = context.spoken if context is not None else ()
        yield Row(claim, sentence.index, "title", "title", "title", subject=key, days=days, spoken=spoken)


def _holder(sentence: Sentence, mention: TitleMention, entities: Entities) -> tuple[str, str]:
    """Name and key of who holds a title; "" for a pronoun that may mean anybody."""
    if mention.noun.lower() in PRONOUNS:
        found = entities.resolve_phrase(sentence.index, mention.holder, mention.holder + 1)
        return (found.name, found.key) if found.sure >= SURE else ("", "")
    entity = entities.at(sentence.index, mention.holder)
    return (entity.name, entity.key) if entity else (mention.noun, canonical_key(mention.noun, "person"))


def in_office(row: Row, given: Sequence[TitleMention]) -> Row:
    """A date of an appointment, election or resignation with the office that it is of: "was appointed
    FINANCE MINISTER in 2016"."""
    if row.kind != "date":
        return row
    for mention in given:
        if row.attribute in mention.flags and isinstance(mention.value, Wording):
            return replace(
                row, claim=replace(row.claim, scope={**row.claim.scope, "as": mention.value.words})
            )
    return row
