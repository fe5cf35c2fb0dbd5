"""What stands behind a number and belongs to it: "million", "bn", "k", "dozen", "and a half"."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from fractions import Fraction

from factcheck.text.digits import proper_fraction
from factcheck.text.integers import below_hundred, magnitudes, over_hyphen
from factcheck.text.numberwords import (
    ARTICLES,
    DENOMINATORS,
    DENOMINATORS_PLURAL,
    FRACTION_BEFORE,
    GLUED,
    GLUED_MONEY,
    GROUPS,
    HUNDRED,
    MAGNITUDES,
    SPACED,
    Exact,
    exact,
    multiplied,
)
from factcheck.text.numeral import Form, Numeral
from factcheck.text.tokens import Tokens


def with_magnitude(tokens: Tokens, i: int, j: int, value: Exact, form: Form, digits: int | None) -> Numeral:
    """The numeral `i`..`j`, with "million", "bn", "k" or "dozen" behind it taken in."""
    lower, words, size = tokens.lower, tokens.words, tokens.size
    k = over_hyphen(tokens, j)
    if k >= size:
        return Numeral(i, j, value, False, form, digits)
    times, last, ordinal = magnitudes(tokens, k)
    if last == k and form == "digits":
        if lower[k] in HUNDRED or lower[k] in ("dozen", "dozens"):
            times, last = GROUPS.get(lower[k], 100), k + 1
            extra, at, _ = magnitudes(tokens, last)
            times, last = times * extra, at
        elif k == j and tokens.ends[j - 1] == tokens.starts[j]:
            glued = GLUED_MONEY if _money_before(tokens, i) else GLUED
            if words[k] in glued:
                times, last = glued[words[k]], k + 1
        elif words[k] in GLUED_MONEY and _money_before(tokens, i):
            times, last = GLUED_MONEY[words[k]], k + 1  # "£1 m"
        elif words[k] in SPACED and (
            words[k] in "kM" or (k + 1 < size and lower[k + 1].isalpha() and words[k + 1].islower())
        ):
            times, last = SPACED[words[k]], k + 1
    if last == k:
        return plus_half(tokens, i, j, value, form, digits)
    product = multiplied(value, times) if isinstance(value, Decimal) else exact(value * times)
    return Numeral(i, last, product, ordinal, "mixed" if form == "digits" else "words", digits)


def plus_half(tokens: Tokens, i: int, j: int, value: Exact, form: Form, digits: int | None) -> Numeral:
    """ "two and a half", "2-and-a-half million", "a million and a half", no "half and a third"."""
    lower, size = tokens.lower, tokens.size
    plain = Numeral(i, j, value, False, form, digits)
    k = over_hyphen(tokens, j)
    if k + 1 >= size or lower[k] != "and" or not isinstance(value, Decimal) or value < 1:
        return plain
    k = over_hyphen(tokens, k + 1)
    part, last = _share(tokens, k)
    if part is None:
        return plain
    times, end, _ = magnitudes(tokens, last)
    if end == last and last < size and lower[last] == "dozen":
        times, end = GROUPS["dozen"], last + 1
    unit = 1
    if lower[j - 1] in MAGNITUDES and end == last:
        unit = MAGNITUDES[lower[j - 1]]
    elif lower[j - 1] in GROUPS and end == last:
        unit = GROUPS[lower[j - 1]]
    return Numeral(i, end, exact((Fraction(value) + part * unit) * times), False, form, None)


def _share(tokens: Tokens, k: int) -> tuple[Fraction | None, int]:
    """ "a half", "one quarter", "three quarters", "1/2" at `k`, and the token behind it."""
    lower, size = tokens.lower, tokens.size
    at = over_hyphen(tokens, k + 1)
    if k >= size:
        return None, k
    word = lower[k]
    if (
        at < size
        and (word in ARTICLES or word == "one")
        and lower[at] in DENOMINATORS
        and (lower[at] in ("half", "quarter") or at + 1 >= size or not goes_on(lower[at + 1]))
    ):
        return Fraction(1, DENOMINATORS[lower[at]]), at + 1
    over, behind, ordinal = below_hundred(tokens, k)
    behind = over_hyphen(tokens, behind)
    if over and not ordinal and behind < size and lower[behind] in DENOMINATORS_PLURAL:
        return Fraction(over, DENOMINATORS_PLURAL[lower[behind]]), behind + 1
    proper = proper_fraction(tokens, k) if word.isdecimal() else None
    return (proper, k + 3) if proper is not None else (None, k)


def goes_on(word: str) -> bool:
    """Whether a noun follows, so that "a third" in front of it is a rank and no share."""
    return word[0].isalpha() and word not in FRACTION_BEFORE


def _money_before(tokens: Tokens, i: int) -> bool:
    """A currency sign or code stands before token `i`: "£33m", "USD 5m"."""
    if i == 0:
        return False
    before = tokens.words[i - 1]
    return unicodedata.category(before[-1]) == "Sc" or (
        len(before) == 3 and before.isupper() and before.isalpha()
    )
