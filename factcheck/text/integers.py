"""Whole numbers in words: "twenty-one", "three hundred and five", "two million five thousand"."""

from __future__ import annotations

from typing import Final

from factcheck.text.numberwords import (
    DECIMALS,
    DENOMINATORS,
    DENOMINATORS_PLURAL,
    HUNDRED,
    HYPHENS,
    MAGNITUDES,
    ORDINALS,
    SMALL,
    TENS,
    UNITS,
)
from factcheck.text.tokens import Tokens

MOST_MAGNITUDES: Final = 3  # "two thousand million million"


def integer(tokens: Tokens, i: int) -> tuple[int, int, bool]:
    """A whole number in words: its value, the token behind it (`i` for none), whether ordinal."""
    lower, size = tokens.lower, tokens.size
    joined = i == 0 or lower[i - 1] != "between"
    total, limit, j = 0, 0, i
    while True:
        k = j
        if j > i and k < size and (lower[k] == "," or (lower[k] == "and" and joined)):
            k += 1
        elif j > i:
            k = over_hyphen(tokens, j)
        start = k
        group, k, ordinal = _below_ten_thousand(tokens, k, joined)
        if k == start or (j > i and lower[j] == "," and (group < 100 or ordinal)):
            return total, j, False
        if (
            j > i
            and k < size
            and (lower[k] in DENOMINATORS_PLURAL or (group == 1 and lower[k] in DENOMINATORS))
        ):
            return total, j, False
        if ordinal:
            return total + group, k, True
        times, k, ordinal = magnitudes(tokens, k)
        if limit and times >= limit:
            return total, j, False
        total, j, limit = total + group * times, k, times
        if ordinal or times == 1:
            return total, j, ordinal


def _below_ten_thousand(tokens: Tokens, i: int, joined: bool) -> tuple[int, int, bool]:
    """ "twenty-one", "three hundred and five", "nineteen hundred", "hundred" after an article."""
    lower, size = tokens.lower, tokens.size
    value, j, ordinal = below_hundred(tokens, i)
    if j == i and i < size and lower[i] in HUNDRED:
        value = 1
    if ordinal or (j == i and value == 0):
        return value, j, ordinal
    k = over_hyphen(tokens, j)
    if k < size and value and lower[k] == "hundredth":
        return value * 100, k + 1, True
    if k >= size or lower[k] not in HUNDRED:
        return value, j, False
    value, j = value * 100, k + 1
    k = j + (j < size and lower[j] == "and" and joined)
    k = over_hyphen(tokens, k)
    rest, last, ordinal = below_hundred(tokens, k)
    at = over_hyphen(tokens, last)
    if last == k or (
        k > j and at < size and (lower[at] in HUNDRED or DENOMINATORS_PLURAL.get(lower[at], 0) in DECIMALS)
    ):
        return value, j, False
    return value + rest, last, ordinal


def below_hundred(tokens: Tokens, i: int) -> tuple[int, int, bool]:
    """A number below a hundred: its value, the token behind it (`i` for none), whether ordinal."""
    lower, size = tokens.lower, tokens.size
    if i >= size:
        return 0, i, False
    word = lower[i]
    if word in TENS:
        k = over_hyphen(tokens, i + 1)
        if k < size and lower[k] in UNITS:
            return SMALL[word] + UNITS[lower[k]], k + 1, False
        if k < size and 0 < ORDINALS.get(lower[k], 0) < 10:
            return SMALL[word] + ORDINALS[lower[k]], k + 1, True
        return SMALL[word], i + 1, False
    if word in SMALL:
        return SMALL[word], i + 1, False
    if word in ORDINALS:
        return ORDINALS[word], i + 1, True
    return 0, i, False


def magnitudes(tokens: Tokens, j: int) -> tuple[int, int, bool]:
    """The product of the magnitudes at `j`, the token behind them, whether the last is ordinal."""
    lower, size = tokens.lower, tokens.size
    times = 1
    for _ in range(MOST_MAGNITUDES):
        k = over_hyphen(tokens, j)
        if k < size and lower[k] in MAGNITUDES:
            times, j = times * MAGNITUDES[lower[k]], k + 1
        elif k < size and ORDINALS.get(lower[k], 0) >= 1000:
            return times * ORDINALS[lower[k]], k + 1, True
        else:
            break
    return times, j, False


def over_hyphen(tokens: Tokens, j: int) -> int:
    """The token behind a hyphen at `j` that joins two words, else `j`."""
    words = tokens.words
    if 0 < j < len(words) - 1 and words[j] in HYPHENS:
        gap = tokens.starts[j] - tokens.ends[j - 1]
        if gap <= 1 and gap == tokens.starts[j + 1] - tokens.ends[j] and words[j + 1][0].isalpha():
            return j + 1
    return j
