"""Which dates of a sentence are of another figure than the one asked for.

"20 factories remain, down FROM 31 IN 2010", "sold 300 boats IN MAY and 120 IN JUNE": a date right behind a
figure is that figure's. "In 1980 it employed 2,000; NOW it has 600": what is so today is of no earlier day.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from factcheck.claims.context import Context
from factcheck.data import load
from factcheck.kinds.mention import Mention
from factcheck.text.words import grammar

FIGURES: Final = frozenset(("count", "quantity", "money", "percent"))
FORMER: Final = frozenset(("from", "against", "than", "with"))
BREAK: Final = ";"


def of_others(mention: Mention, context: Context, event: bool) -> frozenset[int]:
    """The first tokens of the dates that other figures of a sentence have; a figure of an `event` shares
    those of the statements around it."""
    dated = context.dated
    if not dated or mention.kind not in FIGURES:
        return frozenset()
    owners = {day.first: figure for day in dated if (figure := _told_with(day, context)) is not None}
    has_own = any(figure is mention for figure in owners.values())
    lower = context.tokens.lower
    found = {
        day
        for day, figure in owners.items()
        if figure is not mention
        and (has_own or not FORMER.isdisjoint(lower[figure.first - 1 : figure.first]))
    }
    if not event:
        found.update(day.first for day in dated if _is_over(day, mention, lower))
    return frozenset(found)


def _told_with(day: Mention, context: Context) -> Mention | None:
    """The figure that a date stands right behind, but for a preposition."""
    lower = context.tokens.lower
    at = day.first - (not grammar().prepositions.isdisjoint(lower[day.first - 1 : day.first]))
    return next((each for each in context.mentions if each.last == at and each.kind in FIGURES), None)


def _is_over(day: Mention, mention: Mention, lower: list[str]) -> bool:
    """Whether a statement ends between a date and a figure, or what is so now begins."""
    between = lower[min(day.last, mention.last) : max(day.first, mention.first)]
    return BREAK in between or (day.last <= mention.first and not _now().isdisjoint(between))


@cache
def _now() -> frozenset[str]:
    return frozenset(load("events")["now"])
