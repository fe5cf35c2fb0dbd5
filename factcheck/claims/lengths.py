"""In what time a value came about: "31 mm in two hours"."""

from __future__ import annotations

from typing import Final

from factcheck.claims.context import TURNS, Context
from factcheck.kinds.mention import Mention
from factcheck.model import Interval

OPENERS: Final = frozenset(("in", "within", "over"))
REACH: Final = 12  # tokens between a value and the time in which it came about


def within(mention: Mention, context: Context) -> str:
    """The length of time in which a value came about, "" where none is said of it: the only one of its
    clause."""
    if not any(other is mention for other in context.mentions):
        return ""
    lower = context.tokens.lower
    found = set()
    for length in context.mentions:
        if length.kind != "duration" or not isinstance(length.value, Interval):
            continue
        if OPENERS.isdisjoint(lower[max(0, length.first - 1) : length.first + 1]):
            continue
        between = lower[min(length.first, mention.first) : max(length.last, mention.last)]
        aside = "," in between and length.first > mention.first
        if len(between) <= REACH and not aside and TURNS.isdisjoint(between):
            found.add(f"{length.value.figure:f} {length.value.unit}")
    return min(found) if len(found) == 1 else ""
