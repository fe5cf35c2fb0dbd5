"""How long a race or a film took, written like a time of day: "2:04:11", "14:21.75", "a lap of 1:23.456"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from factcheck.data import load
from factcheck.kinds.numbers.figure import Figure
from factcheck.text.tokens import Tokens

_data: Final = load("measures")
_CLOCKED: Final = frozenset(_data["clocked"].split())
_BEHIND: Final = frozenset(("in", "of", "by", "with"))
_JOINING: Final = frozenset(("in", "at", "of", "a"))
MOST: Final = 60


def clocked_at(tokens: Tokens, i: int) -> Figure | None:
    """The length at token `i` in seconds: behind a small word that no time of day has where there are
    fractions of a second or three parts, else behind a verb or a noun of racing."""
    words = tokens.words
    values, j, point = [Decimal(words[i])] if words[i].isdecimal() and len(words[i]) < 3 else [], i + 1, ""
    while values and len(values) < 3 and not point and _goes_on(tokens, j):
        whole, point, _ = words[j + 1].partition(".")
        if len(whole) != 2 or int(whole) >= MOST:
            return None
        values.append(Decimal(words[j + 1]))
        j += 2
    if len(values) < 2 or _goes_on(tokens, j) or not _told(tokens, i, len(point) + len(values) > 2):
        return None
    seconds = Decimal(0)
    for value in values:
        seconds = seconds * MOST + value
    figure = Figure(i, j, seconds, seconds, "digits", None)
    figure.unit = "second"
    return figure


def _goes_on(tokens: Tokens, j: int) -> bool:
    """A colon at token `j` with figures glued to both sides."""
    if not (j + 1 < tokens.size and tokens.words[j] == ":" and tokens.glued(j - 1) and tokens.glued(j)):
        return False
    return tokens.words[j + 1].replace(".", "", 1).isdecimal() and tokens.words[j + 1].isascii()


def _told(tokens: Tokens, i: int, long: bool) -> bool:
    before = tokens.lower[i - 1] if i else ""
    if before in _CLOCKED or (long and before in _BEHIND):
        return True
    return before in _JOINING and i > 1 and tokens.lower[i - 2] in _CLOCKED
