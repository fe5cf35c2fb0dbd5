"""Who takes part in what an ordinal counts: "his third visit", "a second meeting with Berg"."""

from __future__ import annotations

from typing import Final

from factcheck.claims.context import Context
from factcheck.kinds.mention import Mention

POSSESSIVES: Final = frozenset(("his", "her", "its", "their"))
JOINING: Final = frozenset(("with", "between", "against", "and", ","))
REACH: Final = 8  # tokens behind the ordinal's noun in which "with …" names somebody


def partners(mention: Mention, context: Context, subject: str) -> frozenset[str]:
    """Keys of the entities that the counted thing belongs to; empty when the sentence does not say."""
    tokens, entities, index = context.tokens, context.entities, context.sentence.index
    found = {subject}
    before = mention.first - 1
    if before >= 0 and tokens.lower[before] in POSSESSIVES:
        if tokens.lower[before] == "their":
            found |= _named(index, 0, before, context) or _named(index - 1, 0, tokens.size, context)
        else:
            found.add(entities.resolve_phrase(index, before, before + 1).key)
    elif before > 0 and tokens.lower[before] == "'s" and (owner := entities.at(index, before - 1)):
        found.add(owner.key)
    at = mention.last
    if at < tokens.size and tokens.lower[at] in JOINING:
        found |= _named(index, at, at + REACH, context)
    return frozenset(called for key in found - {""} for called in entities.called(key))


def _named(sentence: int, first: int, last: int, context: Context) -> set[str]:
    """Keys of those, no places, whom a sentence names from token `first` on to `last`."""
    if sentence < 0:
        return set()
    entities = context.entities
    found = (
        entities.at(sentence, name.first) for name in entities.names(sentence) if first <= name.first <= last
    )
    return {entity.key for entity in found if entity is not None and entity.kind != "place"}
