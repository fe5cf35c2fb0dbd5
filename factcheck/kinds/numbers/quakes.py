"""How strong an earthquake is, where no word says "magnitude": "a 6.4 quake", "it measured 6.4"."""

from __future__ import annotations

from typing import Final

from factcheck.data import load
from factcheck.kinds.numbers.figure import Figure
from factcheck.text.tokens import Tokens
from factcheck.text.words import noun_lemma

_data: Final = load("measures")["quakes"]
_NOUNS: Final = frozenset(_data["nouns"].split())
_BEFORE: Final = frozenset(_data["before"].split())
UNIT: Final = "richter"
STRONGEST: Final = 10


def strengths(tokens: Tokens, figures: list[Figure]) -> None:
    """Gives the numbers with one decimal that a sentence on an earthquake has, and no unit, the unit of
    its strength."""
    told = [noun_lemma(word) in _NOUNS for word in tokens.lower]
    if not any(told):
        return
    for figure in figures:
        if figure.unit is None and _is_strength(tokens, figure, told):
            figure.unit, figure.noun, figure.incidental = UNIT, None, ""


def _is_strength(tokens: Tokens, figure: Figure, told: list[bool]) -> bool:
    if figure.ordinal or figure.per or figure.low.as_tuple().exponent != -1 or not 0 < figure.low < STRONGEST:
        return False
    noun = range(*figure.noun) if figure.noun is not None else range(0)
    if any(told[at] for at in noun):
        return True
    before = tokens.lower[figure.first - 1] if figure.first else ""
    return not noun and before in _BEFORE
