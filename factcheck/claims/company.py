"""The words that stand around a value: what tells it from the other values of its unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from typing import Final

from factcheck.claims.context import Context
from factcheck.claims.sections import Place
from factcheck.kinds.mention import Mention
from factcheck.text.words import content_lemma, grammar

MOST: Final = 6  # words on each side
MARKS: Final = frozenset((";", "—", "–", "(", ")", "|"))
WITHOUT: Final = "no "  # before a word that the figure is told without
LACKING: Final = frozenset(("without", "excluding", "except"))


def company(mention: Mention, context: Context, attribute: str, place: Place) -> frozenset[str]:
    """Lemmas of the next content words on both sides, up to a mark, of those of its noun, of its label and
    column, and the words that name its property; names, which stand all over a text, are left out."""
    named = {at for name in context.names for at in range(name.first, name.last)}
    passed = named | context.covered
    found = set(_words(range(mention.first - 1, -1, -1), context, passed))
    found.update(_words(range(mention.last, context.tokens.size), context, passed))
    found.update(map(content_lemma, mention.noun.lower().split()))
    found.update(map(content_lemma, (*place.label, *place.column)))
    found.update(attribute.split())
    return frozenset(found - {""})


def _words(places: Iterable[int], context: Context, passed: Set[int]) -> Iterable[str]:
    left, lower = MOST, context.tokens.lower
    for at in places:
        word = lower[at]
        if word in MARKS or not left:
            return
        lemma = "" if at in passed else content_lemma(word)
        if lemma:
            left -= 1
            yield WITHOUT + lemma if _is_lacking(lower, at) else lemma


def _is_lacking(lower: Sequence[str], at: int) -> bool:
    """Whether "without" stands before a word and its article."""
    before = at - 1 - (at > 1 and lower[at - 1] in grammar().determiners)
    return before >= 0 and lower[before] in LACKING
