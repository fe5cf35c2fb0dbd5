"""Numbers that one word says: "a trio of climbers", "a pair of gunmen", "a single shot", "twice its size"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from factcheck.data import load
from factcheck.kinds.numbers.ages import PERSONS
from factcheck.kinds.numbers.figure import Figure
from factcheck.text.tokens import Tokens
from factcheck.text.words import grammar, is_plural, noun_lemma, readings

_data: Final = load("worded")
_GROUPS: Final = {word: Decimal(value) for word, value in _data["groups"].items()}
_OF_PERSONS: Final = frozenset(_data["of_persons"])
_ALONE: Final = frozenset(_data["alone"])
_STATES: Final = frozenset(_data["states"].split())
_TIMES: Final = {word: Decimal(value) for word, value in _data["times"].items()}
_COMPARED: Final = frozenset(_data["compared"].split())
_ARTICLES: Final = frozenset(("a", "an", "the", "this", "that", "another"))
_NONE: Final = frozenset(("not", "without", "never", "no", "than"))
STARTERS: Final = frozenset((*_GROUPS, *_ALONE, *_TIMES))
REACH: Final = 3  # tokens behind "of" in which the counted plural shows


def worded_at(tokens: Tokens, i: int) -> Figure | None:
    """The figure that the word at token `i` stands for, with its article."""
    word = tokens.lower[i]
    before = tokens.lower[i - 1] if i else ""
    after = tokens.lower[i + 1] if i + 1 < tokens.size else ""
    if word in _TIMES:
        return _figure(i, i + 1, _TIMES[word], "times") if after in _COMPARED else None
    if word in _GROUPS:
        said = before in _ARTICLES and after == "of" and _several(tokens, i + 2, word in _OF_PERSONS)
        return _figure(i - (before != "the"), i + 1, _GROUPS[word]) if said else None
    if word in _ALONE and before == "a" and (i < 2 or tokens.lower[i - 2] not in _NONE):
        return _figure(i - 1, i + 1, Decimal(1)) if _thing(tokens, i + 1) else None
    return None


def _figure(first: int, last: int, value: Decimal, unit: str | None = None) -> Figure:
    figure = Figure(first, last, value, value, "words", 1)
    figure.unit = unit
    return figure


def _several(tokens: Tokens, i: int, persons: bool) -> bool:
    """Whether several are counted at token `i`, where they must be `persons` only those."""
    for word in tokens.lower[i : i + REACH]:
        if not word[0].isalpha() or word in grammar().determiners:
            return False
        if is_plural(word):
            return not persons or noun_lemma(word) in PERSONS
    return False


def _thing(tokens: Tokens, i: int) -> bool:
    """A bare singular noun: "a single shot", not "a single mother" or "a single-engine plane"."""
    if i >= tokens.size or not tokens.words[i][0].islower() or tokens.lower[i] in _STATES:
        return False
    found = readings(tokens.lower[i])
    return found[:1] in ("n", "b") and "n" in found and tokens.lower[i + 1 : i + 2] != ["-"]
