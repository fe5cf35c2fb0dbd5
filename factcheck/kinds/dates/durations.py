"""Amounts of time: "three weeks", "2 years 1 month 21 days", "an hour and a half", "a day or two"."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction
from itertools import pairwise
from typing import Final, NamedTuple

from factcheck.kinds.dates.calendar import shift
from factcheck.kinds.dates.tables import (
    COUNTED,
    FRACTION_BARS,
    HYPHENS,
    UNITS,
    WORKING,
    follows_glued,
    number,
    phrase,
    whole,
    word_at,
)  # fmt: skip
from factcheck.text.numerals import numeral_at
from factcheck.text.tokens import Tokens

MOST_PARTS: Final = 6  # "2 years 1 month 21 days": nobody writes more
NOTHING: Final = Fraction(0)
REACH: Final = 11  # tokens from the count to its unit: "one hundred and twenty-five and a half years"
NAMES: Final = frozenset((*UNITS, "h"))
BEHIND_HALF: Final = frozenset(("a", "an", *HYPHENS))
SIZES: Final = (
    "century", "decade", "year", "quarter", "month", "fortnight", "week", "workday", "day", "night", "hour",
    "minute", "second",
)  # fmt: skip
FRACTIONS: Final = {
    "and a half": Fraction(1, 2), "and half": Fraction(1, 2), "and a quarter": Fraction(1, 4),
    "and three quarters": Fraction(3, 4),
}  # fmt: skip
QUARTERS: Final = frozenset(("quarter", "quarters"))
BETWEEN: Final = frozenset(("to", "or", *HYPHENS))  # "three to five years"
SMALLER: Final = {  # a part of a unit is a whole number of a smaller one
    "century": (100, "year"), "decade": (10, "year"), "year": (12, "month"), "quarter": (3, "month"),
    "month": (30, "day"), "fortnight": (14, "day"), "week": (7, "day"), "day": (24, "hour"),
    "night": (24, "hour"), "hour": (60, "minute"), "minute": (60, "second"),
}  # fmt: skip


class Amount(NamedTuple):
    """Counts of units up to token `last`, the largest unit first; approximate for "a few"."""

    parts: tuple[tuple[str, int | Fraction], ...]
    last: int
    approximate: bool

    @property
    def unit(self) -> str:
        """The smallest unit that was said."""
        return self.parts[-1][0]


def amount_at(tokens: Tokens, i: int) -> Amount | None:
    """ "three weeks", "2 years 1 month 21 days", "a couple of hours", "an hour and a half", "half a year"."""
    if i >= tokens.size or NAMES.isdisjoint(tokens.lower[i + 1 : i + REACH]):
        return None
    parts: list[tuple[str, int | Fraction]] = []
    approximate = False
    j = i
    while len(parts) < MOST_PARTS:
        at = j
        if parts:
            at += word_at(tokens, at) == ","
            at += word_at(tokens, at) == "and"
        found = _part(tokens, at)
        if found is None or (parts and found[0] in (parts[-1][0], "quarter")):
            break
        name, count, j, vague = found
        parts.append((name, count))
        approximate = approximate or vague
        if count.denominator != 1:
            break
    if not parts:
        return None
    more, behind = and_a_fraction(tokens, j)
    if more and parts[-1][1].denominator == 1:
        parts[-1] = (parts[-1][0], parts[-1][1] + more)
        j = behind
    return Amount(tuple(parts), j, approximate)


def descending(amount: Amount) -> bool:
    """Whether every unit is smaller than the one before: "1 hour 20 minutes", not "3 days, 2 weeks"."""
    sizes = [SIZES.index(name) if name in SIZES else -1 for name, _ in amount.parts]
    return all(-1 < one < other for one, other in pairwise(sizes))


def amounts_at(tokens: Tokens, i: int) -> tuple[Amount, Amount] | None:
    """The less and the more of "three to five years", "3-4 days", "two or three weeks", "a day or two"."""
    fewer = whole(tokens, i, 1, 9999)
    if fewer is not None and word_at(tokens, fewer[1]) in BETWEEN:
        more = amount_at(tokens, fewer[1] + 1)
        if more is None or len(more.parts) > 1 or not fewer[0] < more.parts[0][1]:
            return None
        return Amount(((more.unit, fewer[0]),), more.last, False), more
    one = amount_at(tokens, i)
    if one is None or one.parts[0][1] != 1 or len(one.parts) > 1 or word_at(tokens, one.last) != "or":
        return None
    other = whole(tokens, one.last + 1, 2, 9)
    if other is None or word_at(tokens, other[1]) in UNITS:
        return None
    return one._replace(last=other[1]), Amount(((one.unit, other[0]),), other[1], True)


def _part(tokens: Tokens, i: int) -> tuple[str, int | Fraction, int, bool] | None:
    """Unit, count, the token behind them, and whether the count is vague."""
    word = word_at(tokens, i)
    if word == "half":
        at = i + 1 + (word_at(tokens, i + 1) in BEHIND_HALF)
        name = UNITS.get(word_at(tokens, at))
        return (name, Fraction(1, 2), at + 1, False) if name and not tokens.lower[at].endswith("s") else None
    share = _share(tokens, i)
    if share is not None:
        name = UNITS.get(word_at(tokens, share[1]))
        if name is not None or word_at(tokens, share[1]) == "of":  # "in a quarter of the city"
            return (name, share[0], share[1] + 1, False) if name else None
    found = number(tokens, i)
    vague = False
    if found is not None and not found.ordinal:
        count, j = found.value, found.last
        if word_at(tokens, j) == "and" and word_at(tokens, j + 1) == "half":
            count, j = count + Fraction(1, 2), j + 2
        else:
            half, behind = and_a_fraction(tokens, j, hyphens=True)  # "two-and-a-half-hour"
            count, j = (count + half, behind) if half else (count, j)
    else:
        counted = phrase(tokens, i, COUNTED)
        if counted is None:
            return None
        count, j = int(counted[0]), counted[1]
        vague = word not in ("a", "an", "one")
        j += word_at(tokens, j) == "of"
        more = word_at(tokens, j)
        j += more in ("few", "short", "full", "whole")
        vague = vague or more == "few"
        count = 3 if more == "few" else count
    j += word_at(tokens, j) in HYPHENS
    j += word_at(tokens, j) == "more" and word_at(tokens, j + 1) in UNITS
    if word_at(tokens, j) in WORKING:
        name = UNITS.get(word_at(tokens, j + 1))
        return ("workday" if name == "day" else name, count, j + 2, vague) if name else None
    name = UNITS.get(word_at(tokens, j)) or _letter(tokens, i, j)
    if (
        name is None
        or name == "weekend"
        or (
            word_at(tokens, j) in ("second", "quarter")
            and count != 1
            and tokens.words[j - 1].isalpha()
            and count > 1
        )
    ):
        return None
    return name, count, j + 1, vague


def _share(tokens: Tokens, i: int) -> tuple[Fraction, int] | None:
    """The share of a unit that begins at token `i`, and the token of the unit: "3/4 hour", "a quarter of an
    hour", "three-quarters of an hour"."""
    lower = tokens.lower
    if word_at(tokens, i + 1) in FRACTION_BARS:
        if not (lower[i].isdecimal() and tokens.glued(i) and tokens.glued(i + 1)):
            return None
    elif QUARTERS.isdisjoint(lower[i + 1 : i + 4]):
        return None
    found = numeral_at(tokens, i)
    if found is None or found.ordinal or not 0 < found.value < 1:
        return None
    of = lower[found.last : found.last + 1] == ["of"]
    at = found.last + (2 if of and word_at(tokens, found.last + 1) in ("a", "an") else 0)
    return (Fraction(found.value), at) if at > found.last or not of else None


def _letter(tokens: Tokens, i: int, j: int) -> str | None:
    """The unit of "1h" and "30m" in "1h30m", "1h 30m", "2h15": only as parts of one amount."""
    if j == i or not follows_glued(tokens, j):
        return None
    word = word_at(tokens, j)
    if word == "h":
        return "hour"
    return "minute" if word == "m" and word_at(tokens, i - 1) == "h" else None


def and_a_fraction(tokens: Tokens, j: int, hyphens: bool = False) -> tuple[Fraction, int]:
    """ "and a half", "and a quarter", "and three quarters" and the token behind, 0 for none; `hyphens`:
    only with them between the words, in front of a unit."""
    nothing = NOTHING, j
    if (word_at(tokens, j) in HYPHENS) is not hyphens:
        return nothing
    words: list[str] = []
    at = j
    while at < tokens.size and len(words) < 4:
        if tokens.words[at] in HYPHENS and tokens.glued(at):
            at += 1
            continue
        words.append(tokens.lower[at])
        at += 1
        share = FRACTIONS.get(" ".join(words))
        if share is not None and (hyphens or word_at(tokens, at) not in UNITS):
            return share, at
    return nothing


def later(moment: datetime, amount: Amount, sign: int) -> datetime:
    """The moment that lies the amount after (1) or before (-1) another one."""
    for name, count in amount.parts:
        whole, rest = divmod(count, 1)
        moment = shift(moment, name, sign * int(whole))
        smaller = name
        while rest and smaller in SMALLER:
            factor, smaller = SMALLER[smaller]
            whole, rest = divmod(rest * factor, 1)
            moment = shift(moment, smaller, sign * int(whole))
    return moment
