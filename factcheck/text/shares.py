"""Fractions in words, and numbers behind an article: "two thirds", "half a million", "a hundred and ten"."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from factcheck.text.integers import integer, magnitudes, over_hyphen
from factcheck.text.numberwords import (
    ARTICLES,
    DENOMINATORS,
    DENOMINATORS_PLURAL,
    GROUPS,
    HALF_BEFORE,
    HALF_BEHIND,
    HUNDRED,
    MAGNITUDES,
    SMALL,
    TENS,
    exact,
    magnitude,
    multiplied,
)
from factcheck.text.numeral import Numeral
from factcheck.text.scaled import goes_on, plus_half, with_magnitude
from factcheck.text.tokens import Tokens


def word_fraction(tokens: Tokens, i: int, j: int, over: int) -> Numeral | None:
    """ "two thirds", "one-sixth", "three quarters" when `over` was read up to `j`."""
    lower = tokens.lower
    k = over_hyphen(tokens, j)
    if k >= tokens.size or over == 0:
        return None
    tens = SMALL[lower[k]] if lower[k] in TENS else 0  # "three twenty-fifths"
    at = over_hyphen(tokens, k + 1) if tens else k
    if at >= tokens.size:
        return None
    under = DENOMINATORS.get(lower[at]) if over == 1 else DENOMINATORS_PLURAL.get(lower[at])
    if under is None or (tens and not 2 < under < 10) or (under == 4 and over > 3):
        return None
    return _of_a(tokens, i, at + 1, Fraction(over, tens + under))


def article_or_half(tokens: Tokens, i: int) -> Numeral | None:
    """ "half a million", "a quarter", "a third of", "a dozen", "a hundred and ten" at token `i`."""
    lower, size = tokens.lower, tokens.size
    word = lower[i]
    k = over_hyphen(tokens, i + 1)
    if k >= size:
        return None
    if word in ("half", "quarter"):
        share = Decimal("0.5") if word == "half" else Decimal("0.25")
        at = k + (lower[k] == "of") if word == "quarter" else k
        at += at < size and lower[at] in ARTICLES
        if at < size and (lower[at] in MAGNITUDES or lower[at] in GROUPS or lower[at] in HUNDRED):
            times = MAGNITUDES.get(lower[at]) or GROUPS.get(lower[at]) or 100
            return Numeral(i, at + 1, multiplied(share, times), False, "words", None)
        hedged = i > 0 and lower[i - 1] in HALF_BEHIND
        lone = word == "half" and k == i + 1 and (lower[k] in HALF_BEFORE or hedged)
        return Numeral(i, i + 1, share, False, "words", None) if lone else None
    if lower[k] in HUNDRED or lower[k] in MAGNITUDES:
        return _article_magnitude(tokens, i, k)
    if lower[k] in ("dozen", "score") and (lower[k] != "score" or (k + 1 < size and lower[k + 1] == "of")):
        return plus_half(tokens, i, k + 1, Decimal(GROUPS[lower[k]]), "words", None)
    if lower[k] in DENOMINATORS and lower[k] != "halve" and (k + 1 >= size or not goes_on(lower[k + 1])):
        return _of_a(tokens, i, k + 1, Fraction(1, DENOMINATORS[lower[k]]))
    if lower[k] == "half":
        inner = article_or_half(tokens, k)
        return inner._replace(first=i) if inner is not None and inner.last > k + 1 else None
    return None


def _of_a(tokens: Tokens, i: int, j: int, share: Fraction) -> Numeral:
    """ "two thirds of a million"."""
    lower = tokens.lower
    if (
        j + 2 < tokens.size
        and lower[j] == "of"
        and lower[j + 1] in ARTICLES
        and (times := magnitude(lower[j + 2]))
    ):
        return Numeral(i, j + 3, exact(share * times), False, "words", None)
    return with_magnitude(tokens, i, j, exact(share), "words", None)


def _article_magnitude(tokens: Tokens, i: int, k: int) -> Numeral | None:
    """ "a hundred and ten", "a million", "a thousand two hundred"."""
    if tokens.lower[k] in HUNDRED:
        whole, j, ordinal = integer(tokens, k)
    else:
        times, j, ordinal = magnitudes(tokens, k)
        whole = times
        at = j + (j < tokens.size and tokens.lower[j] == "and")
        rest, last, rest_ordinal = (
            integer(tokens, at) if at < tokens.size and tokens.lower[at] in SMALL else (0, at, False)
        )
        if last > at and rest < times:
            whole, j, ordinal = whole + rest, last, rest_ordinal
    if j < tokens.size and tokens.lower[j] in DENOMINATORS_PLURAL and not ordinal:
        return Numeral(
            i, j + 1, exact(Fraction(whole, DENOMINATORS_PLURAL[tokens.lower[j]])), False, "words", None
        )
    return (
        plus_half(tokens, i, j, Decimal(whole), "words", 1)
        if not ordinal
        else Numeral(i, j, Decimal(whole), True, "words", None)
    )
