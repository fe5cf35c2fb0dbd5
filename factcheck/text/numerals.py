"""Numbers as people write them, in digits and in words, read exactly.

`numeral_at` reads the longest cardinal or ordinal that starts at a token: "2,500", "21st",
"twenty-one", "one hundred and three", "1.2 million", "2.5bn", "half a million", "10 1/2",
"two thirds". It knows no units, no hedges and no ranges; the readers of values build on it.
"""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias

from factcheck.text.digits import (
    LONGEST,
    agrees,
    caret,
    exponent,
    grouped,
    proper_fraction,
    significant,
    slash_fraction,
    stands_alone,
    times_power,
    vulgar_value,
)
from factcheck.text.integers import below_hundred, integer, magnitudes, over_hyphen
from factcheck.text.numberwords import (
    ARTICLES,
    CONTINUING,
    DATA,
    DENOMINATORS,
    DENOMINATORS_PLURAL,
    FRACTION_BEFORE,
    GLUED,
    GLUED_MONEY,
    GROUPS,
    HALF_BEFORE,
    HALF_BEHIND,
    HUNDRED,
    LONE,
    MAGNITUDES,
    ORDINAL_ENDINGS,
    RANKS,
    SIGNS,
    SMALL,
    SPACED,
    STARTERS,
    TENS,
    TRIGGERS,
    Exact,
    exact,
    glued_magnitude,
    magnitude,
    multiplied,
    to_decimal,
)
from factcheck.text.tokens import Tokens

Form: TypeAlias = Literal["digits", "words", "mixed"]
__all__ = [
    "LONGEST",
    "STARTERS",
    "TRIGGERS",
    "Form",
    "Numeral",
    "glued_magnitude",
    "magnitude",
    "numeral_at",
    "starts_numeral",
]
LONGEST_BASE = 6  # digits of a number that is raised to a power


class Numeral(NamedTuple):
    """A number at tokens `first`..`last` (half-open).

    `value` is a Decimal, or a Fraction where no finite decimal says it ("a third"). `digits` are
    the significant digits as written, None where the precision is not visible ("a dozen").
    """

    first: int
    last: int
    value: Exact
    ordinal: bool
    form: Form
    digits: int | None

    @property
    def decimal(self) -> Decimal:
        """The value as a Decimal; thirds and their like to 28 digits."""
        return self.value if isinstance(self.value, Decimal) else to_decimal(self.value)


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
        return _with_magnitude(tokens, i, last, value_of, "digits", None)
    if j < size and lower[j] in "x×*":
        times = times_power(tokens, j)
        if times is not None:
            return Numeral(i, times[1], multiplied(value, Decimal(10) ** times[0]), False, "digits", figures)
    return _with_magnitude(tokens, i, j, value, "digits", figures)


def _vulgar(tokens: Tokens, i: int) -> Numeral | None:
    value = vulgar_value(tokens.words[i])
    if value is None or value >= 1:
        return None
    return _with_magnitude(tokens, i, i + 1, exact(value), "digits", None)


def _from_words(tokens: Tokens, i: int) -> Numeral | None:
    lower, size = tokens.lower, tokens.size
    word = lower[i]
    if word in ("half", "quarter", "a", "an"):
        return _article_or_half(tokens, i)
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
    fraction = _word_fraction(tokens, i, j, whole)
    if fraction is not None:
        return fraction
    k = _point(tokens, j)
    if k is not None:
        return _with_magnitude(
            tokens, i, k[1], Decimal(f"{whole}.{k[0]}"), "words", significant(f"{whole}.{k[0]}")
        )
    if j < size and lower[j] in GROUPS and lower[j] != "score":
        return _plus_half(tokens, i, j + 1, Decimal(whole * GROUPS[lower[j]]), "words", None)
    return _plus_half(tokens, i, j, Decimal(whole), "words", significant(str(whole)))


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


def _word_fraction(tokens: Tokens, i: int, j: int, over: int) -> Numeral | None:
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
    return _with_magnitude(tokens, i, j, exact(share), "words", None)


def _article_or_half(tokens: Tokens, i: int) -> Numeral | None:
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
        return _plus_half(tokens, i, k + 1, Decimal(GROUPS[lower[k]]), "words", None)
    if lower[k] in DENOMINATORS and lower[k] != "halve" and (k + 1 >= size or not _is_noun(lower[k + 1])):
        return _of_a(tokens, i, k + 1, Fraction(1, DENOMINATORS[lower[k]]))
    if lower[k] == "half":
        inner = _article_or_half(tokens, k)
        return inner._replace(first=i) if inner is not None and inner.last > k + 1 else None
    return None


def _is_noun(word: str) -> bool:
    return word[0].isalpha() and word not in FRACTION_BEFORE


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
        _plus_half(tokens, i, j, Decimal(whole), "words", 1)
        if not ordinal
        else Numeral(i, j, Decimal(whole), True, "words", None)
    )


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
    if (
        following in SIGNS
        or following in ARTICLES
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


def _with_magnitude(tokens: Tokens, i: int, j: int, value: Exact, form: Form, digits: int | None) -> Numeral:
    """The numeral `i`..`j`, with "million", "bn", "k" or "dozen" behind it taken in."""
    lower, words, size = tokens.lower, tokens.words, tokens.size
    k = over_hyphen(tokens, j)
    if k >= size:
        return Numeral(i, j, value, False, form, digits)
    times, last, ordinal = magnitudes(tokens, k)
    if last == k and form == "digits":
        if lower[k] in HUNDRED or lower[k] in ("dozen",):
            times, last = GROUPS.get(lower[k], 100), k + 1
            extra, at, _ = magnitudes(tokens, last)
            times, last = times * extra, at
        elif k == j and tokens.ends[j - 1] == tokens.starts[j]:
            glued = GLUED_MONEY if _money_before(tokens, i) else GLUED
            if words[k] in glued:
                times, last = glued[words[k]], k + 1
        elif words[k] in SPACED and (
            words[k] in "kM" or (k + 1 < size and lower[k + 1].isalpha() and words[k + 1].islower())
        ):
            times, last = SPACED[words[k]], k + 1
    if last == k:
        return _plus_half(tokens, i, j, value, form, digits)
    product = multiplied(value, times) if isinstance(value, Decimal) else exact(value * times)
    whole = Numeral(i, last, product, ordinal, "mixed" if form == "digits" else "words", digits)
    return whole if ordinal else _plus_smaller(tokens, whole, times)


def _plus_smaller(tokens: Tokens, number: Numeral, times: int) -> Numeral:
    """ "3 million 200 thousand", "2 million five hundred thousand": a smaller part behind."""
    j = number.last
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


def _plus_half(tokens: Tokens, i: int, j: int, value: Exact, form: Form, digits: int | None) -> Numeral:
    """ "two and a half", "2-and-a-half million", "a million and a half", "six and two thirds"."""
    lower, size = tokens.lower, tokens.size
    plain = Numeral(i, j, value, False, form, digits)
    k = over_hyphen(tokens, j)
    if k + 1 >= size or lower[k] != "and" or not isinstance(value, Decimal):
        return plain
    k = over_hyphen(tokens, k + 1)
    part, last = _share(tokens, k)
    if part is None:
        return plain
    times, end, _ = magnitudes(tokens, last)
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
        and (lower[at] in ("half", "quarter") or at + 1 >= size or not _is_noun(lower[at + 1]))
    ):
        return Fraction(1, DENOMINATORS[lower[at]]), at + 1
    over, behind, ordinal = below_hundred(tokens, k)
    behind = over_hyphen(tokens, behind)
    if over and not ordinal and behind < size and lower[behind] in DENOMINATORS_PLURAL:
        return Fraction(over, DENOMINATORS_PLURAL[lower[behind]]), behind + 1
    proper = proper_fraction(tokens, k) if word.isdecimal() else None
    return (proper, k + 3) if proper is not None else (None, k)


def _money_before(tokens: Tokens, i: int) -> bool:
    """A currency sign or code stands before token `i`: "£33m", "USD 5m"."""
    if i == 0:
        return False
    before = tokens.words[i - 1]
    return unicodedata.category(before[-1]) == "Sc" or (
        len(before) == 3 and before.isupper() and before.isalpha()
    )
