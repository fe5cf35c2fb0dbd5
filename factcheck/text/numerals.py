"""Numbers as people write them, in digits and in words, read exactly.

`numeral_at` reads the longest cardinal or ordinal that starts at a token: "2,500", "21st",
"twenty-one", "one hundred and three", "1.2 million", "2.5bn", "half a million", "10 1/2",
"two thirds". It knows no units, no hedges and no ranges; the readers of values build on it.
"""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from fractions import Fraction
from typing import Final

from factcheck.text.digits import (
    LONGEST,
    agrees,
    caret,
    exponent,
    grouped,
    significant,
    slash_fraction,
    stands_alone,
    times_power,
    vulgar_value,
)
from factcheck.text.integers import below_hundred, integer
from factcheck.text.numberwords import (
    ARTICLES,
    CONTINUING,
    DATA,
    DENOMINATORS,
    GROUPS,
    HUNDRED,
    LONE,
    ORDINAL_ENDINGS,
    RANKS,
    SIGNS,
    SMALL,
    STARTERS,
    exact,
    glued_magnitude,
    magnitude,
    multiplied,
)
from factcheck.text.numeral import Numeral
from factcheck.text.scaled import plus_half, with_magnitude
from factcheck.text.shares import article_or_half, word_fraction
from factcheck.text.tokens import Tokens

LONGEST_BASE: Final = 6  # digits of a number that is raised to a power


def numeral_at(tokens: Tokens, i: int) -> Numeral | None:
    """The longest numeral that starts at token `i`, or None."""
    word = tokens.lower[i]
    if word[0].isdecimal() or (word[0] == "." and len(word) > 1):
        return _from_digits(tokens, i)
    if word in STARTERS:
        return _signed(tokens, i) if word in SIGNS else _from_words(tokens, i)
    if len(word) == 1 and not word.isalpha() and unicodedata.category(word) == "No":
        return _vulgar(tokens, i)
    return None


def starts_numeral(word: str) -> bool:
    """Whether a token in lower case can begin a numeral: the cheap test before `numeral_at`."""
    return (
        word in STARTERS
        or word[0].isdecimal()
        or (word[0] == "." and len(word) > 1)
        or word[0] in "½¼¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚"
    )


def _from_digits(tokens: Tokens, i: int) -> Numeral | None:
    if stands_alone(tokens, i):
        written = tokens.words[i].replace(",", "")
        return Numeral(i, i + 1, Decimal(written), False, "digits", significant(written))
    whole = grouped(tokens, i)
    if whole is None:
        return None
    written, j = whole
    value = Decimal(written)
    figures = significant(written)
    lower, size = tokens.lower, tokens.size
    if j < size and tokens.ends[j - 1] == tokens.starts[j]:
        if lower[j] in ORDINAL_ENDINGS and "." not in written and agrees(written, lower[j]):
            return Numeral(i, j + 1, value, True, "digits", figures)
        power = exponent(tokens, j)
        if power is not None:
            return Numeral(i, power[1], multiplied(value, Decimal(10) ** power[0]), False, "digits", figures)
        raised = caret(tokens, j)
        if raised is not None and len(written) <= LONGEST_BASE and value:
            return Numeral(i, raised[1], exact(Fraction(value) ** raised[0]), False, "digits", None)
    fraction = slash_fraction(tokens, i, j)
    if fraction is not None:
        value_of, last = fraction
        return _plus_smaller(tokens, with_magnitude(tokens, i, last, value_of, "digits", None))
    if j < size and lower[j] in "x×*":
        times = times_power(tokens, j)
        if times is not None:
            return Numeral(i, times[1], multiplied(value, Decimal(10) ** times[0]), False, "digits", figures)
    return _plus_smaller(tokens, with_magnitude(tokens, i, j, value, "digits", figures))


def _vulgar(tokens: Tokens, i: int) -> Numeral | None:
    value = vulgar_value(tokens.words[i])
    if value is None or value >= 1:
        return None
    return with_magnitude(tokens, i, i + 1, exact(value), "digits", None)


def _signed(tokens: Tokens, i: int) -> Numeral | None:
    """A sign is one in front of figures that it touches, and when nothing touches it from the left."""
    word = tokens.lower[i]
    if i + 1 >= tokens.size:
        return None
    if not word[0].isalpha() and (
        not tokens.glued(i) or (i > 0 and tokens.glued(i - 1) and tokens.words[i - 1] not in '([“"~$€£¥')
    ):
        return None
    following = tokens.lower[i + 1]
    part = tokens.lower[i + 2 : i + 3]
    if (
        following in SIGNS
        or (following in ARTICLES and (not part or part[0] not in DENOMINATORS))
        or (not word[0].isalpha() and not following[0].isdecimal() and following[0] != ".")
    ):
        return None
    if word == "plus" and tokens.lower[i + 1] == "or":
        return None
    if word == "minus" and i > 0 and tokens.lower[i - 1] == "or":
        return None
    number = numeral_at(tokens, i + 1)
    if number is None or number.ordinal or (word == "plus" and number.form != "digits"):
        return None
    return number._replace(first=i, value=-number.value if SIGNS[word] == "-" else number.value)


def _plus_smaller(tokens: Tokens, number: Numeral) -> Numeral:
    """ "3 million 200 thousand", "2 million five hundred thousand": a smaller part behind."""
    j = number.last
    times = magnitude(tokens.lower[j - 1]) or glued_magnitude(tokens.words[j - 1])
    if (
        j >= tokens.size
        or number.form != "mixed"
        or not isinstance(number.value, Decimal)
        or tokens.starts[j] - tokens.ends[j - 1] > 1
    ):
        return number
    at = j + (tokens.lower[j] == "and")
    if at >= tokens.size or (number.first > 0 and tokens.lower[number.first - 1] == "between"):
        return number
    word = tokens.lower[at]
    if word[0].isdecimal() or word in SMALL:
        part = numeral_at(tokens, at)
        if (
            times == 100
            and at > j
            and part is not None
            and not part.ordinal
            and 0 < part.value < 100
            and part.last == at + 1
        ):
            return number._replace(last=part.last, value=number.decimal + part.decimal, digits=None)
        if (
            part is not None
            and part.form != "digits"
            and not part.ordinal
            and part.last > at + 1
            and 100 <= part.value < times
        ):
            return number._replace(last=part.last, value=number.decimal + part.decimal, digits=None)
    return number


def _from_words(tokens: Tokens, i: int) -> Numeral | None:
    lower, size = tokens.lower, tokens.size
    word = lower[i]
    if word in ("half", "quarter", "a", "an"):
        return article_or_half(tokens, i)
    if word in HUNDRED:
        return None
    if word in RANKS:
        value, whole = RANKS[word]
        return Numeral(i, i + 1, value, True, "words", significant(str(whole)))
    if word in LONE and (i + 1 == size or lower[i + 1] not in CONTINUING):
        value, whole = LONE[word]
        return Numeral(i, i + 1, value, False, "words", significant(str(whole)))
    whole, j, ordinal = integer(tokens, i)
    if j == i:
        return None
    if ordinal:
        return Numeral(i, j, Decimal(whole), True, "words", significant(str(whole)))
    fraction = word_fraction(tokens, i, j, whole)
    if fraction is not None:
        return fraction
    k = _point(tokens, j)
    if k is not None:
        return with_magnitude(
            tokens, i, k[1], Decimal(f"{whole}.{k[0]}"), "words", significant(f"{whole}.{k[0]}")
        )
    if j < size and lower[j] in GROUPS and lower[j] != "score":
        return plus_half(tokens, i, j + 1, Decimal(whole * GROUPS[lower[j]]), "words", None)
    return plus_half(tokens, i, j, Decimal(whole), "words", significant(str(whole)))


def _point(tokens: Tokens, j: int) -> tuple[str, int] | None:
    """The decimals of "three point one four" and the token behind them."""
    lower, size = tokens.lower, tokens.size
    if j + 1 >= size or lower[j] != "point":
        return None
    k, figures = j + 1, ""
    while k < size and lower[k] in DATA["units"] and len(figures) < LONGEST:
        figures += str(SMALL[lower[k]])
        k += 1
    if not figures and lower[k] in SMALL:
        rest, k, _ = below_hundred(tokens, k)
        figures = str(rest)
    return (figures, k) if figures else None
