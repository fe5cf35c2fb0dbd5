"""Who takes part in what an ordinal counts: "his third visit", "a second meeting with Berg"."""

from __future__ import annotations

from factcheck.claims.context import Context
from factcheck.kinds.mention import Mention

POSSESSIVES = frozenset(("his", "her", "its", "their"))
JOINING = frozenset(("with", "between", "against", "and", ","))
REACH = 8  # tokens behind the ordinal's noun in which "with …" names somebody


def partners(mention: Mention, context: Context, subject: str) -> frozenset[str]:
    """Keys of the entities that the counted thing belongs to; empty when the sentence does not say."""
    tokens, entities, index = context.tokens, context.entities, context.sentence.index
    found = {subject} if subject else set()
    before = mention.first - 1
    if before >= 0 and tokens.lower[before] in POSSESSIVES:
        if tokens.lower[before] == "their":
            found |= {
                entity.key
                for name in context.names
                if name.last <= before and (entity := entities.at(index, name.first))
            }
        else:
            found.add(entities.resolve_phrase(index, before, before + 1).key)
    elif before > 0 and tokens.lower[before] == "'s" and (owner := entities.at(index, before - 1)):
        found.add(owner.key)
    at = mention.last
    if at < tokens.size and tokens.lower[at] in JOINING:
        for name in context.names:
            if at <= name.first <= at + REACH and (entity := entities.at(index, name.first)):
                found.add(entity.key)
    return frozenset(found - {""})
