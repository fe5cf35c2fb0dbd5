"""Numbers without figures: "dozens", "tens of thousands", "several hundred", "a couple of"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from factcheck.data import load
from factcheck.kinds.numbers.figure import Figure
from factcheck.text.numberwords import magnitude
from factcheck.text.tokens import Tokens

_data: Final = load("measures")
_PLURALS: Final = {word: (Decimal(low), Decimal(high)) for word, (low, high) in _data["vague"].items()}
_ONLY_OF: Final = frozenset(("tens", "scores"))
_SEVERAL: Final = frozenset(word for word in _data["several"] if " " not in word)
_COUPLE: Final = frozenset(_data["couple"])
STARTERS: Final = frozenset((*_PLURALS, *_SEVERAL, *_COUPLE))


def vague_at(tokens: Tokens, i: int) -> Figure | None:
    """The figure of a vague number at token `i`, with both its ends."""
    lower, size = tokens.lower, tokens.size
    word = lower[i]
    if word in _PLURALS:
        return _plural(tokens, i)
    article = i > 0 and lower[i - 1] in ("a", "the", "last", "past", "next")
    first = i - 1 if i > 0 and lower[i - 1] == "a" else i
    if word in _SEVERAL and i + 1 < size and (size_of := magnitude(lower[i + 1])):
        behind, factor = i + 2, size_of
        if behind < size and (more := magnitude(lower[behind])):
            behind, factor = behind + 1, factor * more
        return _between(first, behind, Decimal(2 * factor), Decimal(10 * factor))
    if word in _COUPLE and article and i + 1 < size:
        behind = i + 1 + (lower[i + 1] == "of")
        factor = magnitude(lower[behind]) if behind < size else 0
        if behind > i + 1 or factor:
            figure = Figure(
                first,
                behind + bool(factor),
                Decimal(2 * (factor or 1)),
                Decimal(2 * (factor or 1)),
                "words",
                None,
            )
            figure.bound, figure.approximate = "approx", True
            return figure
    return None


def _plural(tokens: Tokens, i: int) -> Figure | None:
    lower, size = tokens.lower, tokens.size
    low, high = _PLURALS[lower[i]]
    followed = i + 2 < size and lower[i + 1] == "of"
    if followed and lower[i + 2] in _PLURALS and lower[i + 2] not in _ONLY_OF:
        times = _PLURALS[lower[i + 2]][0]
        return _between(i, i + 3, low * times, high * times)
    if followed and (times_of := magnitude(lower[i + 2])):
        return _between(i, i + 3, low * times_of, high * times_of)
    return None if lower[i] in _ONLY_OF and not followed else _between(i, i + 1, low, high)


def _between(first: int, last: int, low: Decimal, high: Decimal) -> Figure:
    figure = Figure(first, last, low, high, "words", None)
    figure.bound, figure.approximate, figure.vague, figure.high_open = "between", True, True, True
    return figure
