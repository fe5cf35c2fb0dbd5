"""Sums of money without a currency: "sold the land for 25.3 million" in a text that counts in euros."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Final

from factcheck.claims.context import Context
from factcheck.claims.linking import linking
from factcheck.kinds.mention import Mention
from factcheck.model import Claim, Interval
from factcheck.text.words import verb_lemma
from factcheck.units import PER, Units

LARGE: Final = 10_000  # a number of nothing from here on, that somebody pays, is a sum
REACH: Final = 8  # tokens between a verb and its sum
STOPS: Final = frozenset(";:()–—")


def as_sum(mention: Mention, context: Context, known: Collection[str]) -> Mention:
    """A large number of nothing that somebody pays, as money of the only currency `known` before;
    else the mention."""
    value = mention.value
    if mention.kind != "count" or mention.noun or not isinstance(value, Interval) or value.figure < LARGE:
        return mention
    before = context.tokens.lower[max(0, mention.first - REACH) : mention.first]
    clause = before[max((at + 1 for at, word in enumerate(before) if word in STOPS), default=0) :]
    if not any((verb_lemma(word) or "") in linking().paying for word in clause):
        return mention
    if len(known) != 1:
        return mention
    (currency,) = known
    return replace(mention, kind="money", value=replace(value, unit=currency))


def currencies(claims: Iterable[Claim], units: Units) -> Iterator[str]:
    """The currencies of sums of money, whatever they are paid for."""
    for claim in claims:
        unit = claim.value.unit if claim.kind == "money" and isinstance(claim.value, Interval) else None
        _, _, code = units.dimension(unit.split(PER)[0]).partition("currency:") if unit else ("", "", "")
        if code:
            yield code
