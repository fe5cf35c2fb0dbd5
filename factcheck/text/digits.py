"""Numbers in digits: grouping, decimals, powers of ten and fractions."""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from typing import Final

from factcheck.text.numberwords import CONTINUING, HYPHENS, Exact, exact
from factcheck.text.tokens import Tokens

LONGEST: Final = 40  # digits; what is longer is a code, not a number that anybody states
JOINING: Final = HYPHENS | {"+"}  # "10-1/2", "8+1⁄2"
MOST_GROUPS: Final = 8  # "12 345 678": blank-separated groups of three


def significant(written: str) -> int:
    """Significant digits of a number in digits: zeros behind a whole number do not count."""
    if not written.isdecimal():
        written = "".join(c for c in written if c.isdecimal() or c == ".")
    figures = written.lstrip("0.")
    figures = figures.replace(".", "") if "." in written else figures.rstrip("0")
    return max(1, len(figures))


def agrees(written: str, ending: str) -> bool:
    """Whether "21" goes with "st"; "19st" is no ordinal (but stones)."""
    return ending == "th" or (
        ending == {"1": "st", "2": "nd", "3": "rd"}.get(written[-1]) and written[-2:-1] != "1"
    )


def stands_alone(tokens: Tokens, i: int) -> bool:
    """Whether plain figures are the whole number by the token behind them: the usual case, made quick."""
    words = tokens.words
    word = words[i]
    if not word.isascii() or len(word) > LONGEST or word[0] == "." or "'" in word:
        return False
    if i + 1 == len(words):
        return True
    after = words[i + 1]
    if after.isalpha():
        return tokens.ends[i] != tokens.starts[i + 1] and tokens.lower[i + 1] not in CONTINUING
    return after in ".,;:)" and (i + 2 == len(words) or tokens.ends[i + 1] != tokens.starts[i + 2])


def grouped(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """The figures at `i` without their grouping, and the token behind them."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    word = words[i]
    if len(word) > LONGEST * 2:
        return None
    written = "".join(c for c in word if c.isdecimal() or c == ".") if not word.isdecimal() else word
    j = i + 1
    if len(word) <= 3 and word.isdecimal() and word[0] != "0":
        j, written = _blank_groups(tokens, i, written)
    if j == i + 1 and len(word) <= 2 and word.isdecimal():
        j, written = _lakh_groups(tokens, i, written)
    if j == i + 1 and (comma := _decimal_comma(tokens, i)) is not None:
        return comma, i + 3
    while j == i + 1 or words[j - 1].isdecimal():  # 1.234.567
        if not (
            j + 1 < len(words) and words[j] == "." and ends[j - 1] == starts[j] and ends[j] == starts[j + 1]
        ):
            break
        if not (len(words[j + 1]) == 3 and words[j + 1].isdecimal() and _point_groups(written)):
            break
        written = written.replace(".", "") + words[j + 1]
        j += 2
        if len(written) > LONGEST:
            return None
    return (written, j) if len(written) <= LONGEST else None


def _decimal_comma(tokens: Tokens, i: int) -> str | None:
    """ "1.111,50": points between the groups and a comma in front of the decimals."""
    words = tokens.words
    whole, _, group = words[i].partition(".")
    if len(group) != 3 or len(whole) > 3 or i + 2 >= len(words) or words[i + 1] != ",":
        return None
    decimals = words[i + 2]
    if not (tokens.glued(i) and tokens.glued(i + 1) and len(decimals) <= 2 and decimals.isdecimal()):
        return None
    return f"{whole}{group}.{decimals}"


def _point_groups(written: str) -> bool:
    whole, _, rest = written.partition(".")
    return (len(rest) == 3 and len(whole) <= 3) or (not rest and len(whole) > 3)


def _blank_groups(tokens: Tokens, i: int, written: str) -> tuple[int, str]:
    """ "12 345 678": groups of exactly three figures, one blank between."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    j = i + 1
    while (
        j < len(words)
        and j - i < MOST_GROUPS
        and starts[j] - ends[j - 1] == 1
        and len(words[j]) >= 3
        and words[j][:3].isdecimal()
        and (len(words[j]) == 3 or words[j][3] == ".")
    ):
        written += words[j]
        j += 1
        if "." in written:
            break
    return j, written


def _lakh_groups(tokens: Tokens, i: int, written: str) -> tuple[int, str]:
    """ "1,25,000": pairs of figures and three at the end, as in India."""
    words = tokens.words
    j, read = i, written
    while (
        j + 2 < len(words) and tokens.glued(j) and words[j + 1] == "," and tokens.glued(j + 1) and j - i < 12
    ):
        part = words[j + 2]
        if len(part) == 2 and part.isdecimal():
            read, j = read + part, j + 2
        elif len(part) == 6 and part[2] == "," and part[:2].isdecimal() and part[3:].isdecimal():
            return j + 3, read + part[:2] + part[3:]
        else:
            break
    return i + 1, written


def exponent(tokens: Tokens, j: int) -> tuple[int, int] | None:
    """The power and the token behind "e6", "e-3", "^6" that stands directly behind a number."""
    words = tokens.words
    if words[j] not in ("e", "E") or not tokens.glued(j):
        return None
    k = j + 1
    sign = -1 if words[k] in ("-", "−") else 1
    if words[k] in ("-", "−", "+"):
        if not tokens.glued(k):
            return None
        k += 1
    return (sign * int(words[k]), k + 1) if words[k].isdecimal() and len(words[k]) <= 2 else None


def caret(tokens: Tokens, j: int) -> tuple[int, int] | None:
    """The power and the token behind "^6", "^-1" that stands directly behind a number."""
    words = tokens.words
    if words[j] != "^" or not tokens.glued(j):
        return None
    k = j + 1
    sign = -1 if words[k] in ("-", "−") else 1
    k += sign < 0 and tokens.glued(k)
    return (sign * int(words[k]), k + 1) if words[k].isdecimal() and len(words[k]) <= 2 else None


def times_power(tokens: Tokens, j: int) -> tuple[int, int] | None:
    """The power and the token behind "× 10^6"."""
    words = tokens.words
    if j + 3 < len(words) and words[j + 1] == "10" and words[j + 2] == "^":
        k = j + 3
        sign = -1 if words[k] in ("-", "−") else 1
        k += words[k] in ("-", "−", "+")
        if k < len(words) and words[k].isdecimal() and len(words[k]) <= 2:
            return sign * int(words[k]), k + 1
    return None


def slash_fraction(tokens: Tokens, i: int, j: int) -> tuple[Exact, int] | None:
    """ "1/2", "10 1/2", "10-1/2", "8+1⁄2", "2½": the value and the token behind it."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    if j != i + 1 or not words[i].isdecimal() or len(words[i]) > 9:
        return None
    proper = proper_fraction(tokens, i)
    if proper is not None:
        return exact(proper), i + 3
    k = j + (j < len(words) and words[j] in JOINING and ends[j - 1] == starts[j] and tokens.glued(j))
    if k >= len(words) or starts[k] - ends[k - 1] > 1:
        return None
    if unicodedata.category(words[k][0]) == "No" and len(words[k]) == 1:
        part = vulgar_value(words[k])
        return (exact(int(words[i]) + part), k + 1) if part is not None and part < 1 else None
    part = proper_fraction(tokens, k) if words[k].isdecimal() else None
    return (exact(int(words[i]) + part), k + 3) if part is not None else None


def proper_fraction(tokens: Tokens, i: int) -> Fraction | None:
    """A fraction below one in three glued tokens, not part of something longer ("1/2/2020")."""
    words = tokens.words
    if not (i + 2 < len(words) and words[i + 1] in "/⁄" and tokens.glued(i) and tokens.glued(i + 1)):
        return None
    if len(words[i]) > 4 or len(words[i + 2]) > 4 or not words[i].isdecimal() or not words[i + 2].isdecimal():
        return None
    if (i > 0 and words[i - 1] in "/⁄" and tokens.glued(i - 1)) or (
        i + 3 < len(words) and words[i + 3] in "/⁄" and tokens.glued(i + 2)
    ):
        return None
    over, under = int(words[i]), int(words[i + 2])
    return Fraction(over, under) if 0 < over < under else None


def vulgar_value(character: str) -> Fraction | None:
    """The fraction that a character such as "⅔" is."""
    number = unicodedata.numeric(character, -1.0)
    return Fraction(number).limit_denominator(100) if 0 < number < 1 else None
