"""Sums of money without a currency: "sold the land for 25.3 million" in a text that counts in euros."""

from __future__ import annotations

from collections.abc import Iterable
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


def as_sum(mention: Mention, context: Context, told: Iterable[Claim], units: Units) -> Mention:
    """A large number of nothing that somebody pays, as money of the only currency `told` in the text before;
    else the mention."""
    value = mention.value
    if mention.kind != "count" or mention.noun or not isinstance(value, Interval) or value.figure < LARGE:
        return mention
    before = context.tokens.lower[max(0, mention.first - REACH) : mention.first]
    clause = before[max((at + 1 for at, word in enumerate(before) if word in STOPS), default=0) :]
    if not any((verb_lemma(word) or "") in linking().paying for word in clause):
        return mention
    known = {_currency(claim.value, units) for claim in told if claim.kind == "money"}
    if len(known) != 1 or "" in known:
        return mention
    return replace(mention, kind="money", value=replace(value, unit=known.pop()))


def _currency(value: object, units: Units) -> str:
    """The currency of a sum, whatever it is paid for; "" for none."""
    if not isinstance(value, Interval) or value.unit is None:
        return ""
    _, _, code = units.dimension(value.unit.split(PER)[0]).partition("currency:")
    return code
