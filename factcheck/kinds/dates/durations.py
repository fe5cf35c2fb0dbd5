"""Amounts of time: as an offset ("three weeks ago") and as a value ("all month", "half a year")."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from factcheck.kinds.dates.calendar import shift
from factcheck.kinds.dates.tables import (
    COUNTED,
    HYPHENS,
    UNITS,
    WHOLE,
    WORKING,
    follows_glued,
    number,
    phrase,
    whole,
    word_at,
)  # fmt: skip
from factcheck.kinds.mention import Mention
from factcheck.model import Interval
from factcheck.text.tokens import Tokens

MOST_PARTS = 6  # "2 years 1 month 21 days": nobody writes more
LASTING = (
    "for",
    "lasted",
    "lasts",
    "took",
    "takes",
    "take",
    "last",
    "spent",
    "than",
    "nearly",
    "almost",
    "within",
    "only",
)
WHOLE_UNITS = ("minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "century")
BEHIND_HALF = frozenset(("a", "an", *HYPHENS))
NO_DURATION = frozenset((*HYPHENS, "and", "ago", "later", "from", "after"))
BETWEEN = frozenset(("to", "or", *HYPHENS))  # "three to five years"
SMALLER = {  # a part of a unit is a whole number of a smaller one
    "century": (100, "year"), "decade": (10, "year"), "year": (12, "month"), "quarter": (3, "month"),
    "month": (30, "day"), "fortnight": (14, "day"), "week": (7, "day"), "day": (24, "hour"),
    "night": (24, "hour"), "hour": (60, "minute"), "minute": (60, "second"),
}  # fmt: skip
UNIT_OF_VALUE = {
    "night": ("day", 1),
    "fortnight": ("week", 2),
    "quarter": ("month", 3),
    "decade": ("year", 10),
    "century": ("year", 100),
}


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
    parts: list[tuple[str, int | Fraction]] = []
    approximate = False
    j = i
    while len(parts) < MOST_PARTS:
        at = j + (bool(parts) and word_at(tokens, j) in ("and", ","))
        found = _part(tokens, at)
        if found is None:
            break
        name, count, j, vague = found
        parts.append((name, count))
        approximate = approximate or vague
        if count.denominator != 1:
            break
    if not parts:
        return None
    half = and_a_half(tokens, j)
    if half and parts[-1][1].denominator == 1:
        parts[-1] = (parts[-1][0], parts[-1][1] + Fraction(1, 2))
        j = half
    return Amount(tuple(parts), j, approximate)


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
    found = number(tokens, i)
    vague = False
    if found is not None and not found.ordinal:
        count, j = found.value, found.last
        if word_at(tokens, j) == "and" and word_at(tokens, j + 1) == "half":
            count, j = count + Fraction(1, 2), j + 2
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


def _letter(tokens: Tokens, i: int, j: int) -> str | None:
    """The unit of "1h" and "30m" in "1h30m", "1h 30m", "2h15": only as parts of one amount."""
    if j == i or not follows_glued(tokens, j):
        return None
    word = word_at(tokens, j)
    if word == "h":
        return "hour" if word_at(tokens, j + 1).isdecimal() else None
    return "minute" if word == "m" and word_at(tokens, i - 1) == "h" else None


def and_a_half(tokens: Tokens, j: int) -> int:
    """The token behind "and a half" or "and half", 0 for none."""
    if word_at(tokens, j) != "and":
        return 0
    at = j + 1 + (word_at(tokens, j + 1) == "a")
    return at + 1 if word_at(tokens, at) == "half" and word_at(tokens, at + 1) not in UNITS else 0


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


# ---------------------------------------------------------------- durations without an ordinary number


def special_at(tokens: Tokens, i: int) -> Mention | None:
    """ "all week", "the whole day", "another business day", "half a year", "an hour and a half"."""
    word = word_at(tokens, i)
    if word in WHOLE or word == "another":
        return _whole(tokens, i)
    if word_at(tokens, i + 1) in WORKING and number(tokens, i):  # "3 business days"
        counted = amount_at(tokens, i)
        return _mention(tokens, i, counted.last, *counted.parts[0], False) if counted else None
    if word in ("a", "an") and word_at(tokens, i - 1) in LASTING:
        name = UNITS.get(word_at(tokens, i + 1))
        if name in WHOLE_UNITS and word_at(tokens, i + 2) not in NO_DURATION:
            return _mention(tokens, i, i + 2, name, 1, False)
    if word == "half" or (word in ("a", "an", "one") and word_at(tokens, i + 1) != "few"):
        amount = amount_at(tokens, i)
        if amount is None or len(amount.parts) != 1 or word_at(tokens, amount.last) in HYPHENS:
            return None
        if word == "half" or amount.parts[0][1].denominator != 1 or amount.parts[0][1] == 2:
            return _mention(tokens, i, amount.last, *amount.parts[0], amount.approximate)
    return None


def _whole(tokens: Tokens, i: int) -> Mention | None:
    j = i + 1 + (word_at(tokens, i + 1) == "the")
    working = word_at(tokens, j) in WORKING
    j += working
    written = word_at(tokens, j)
    name = UNITS.get(written)
    if name is None or written.endswith("s") or name in ("second", "weekend", "quarter"):
        return None
    return _mention(tokens, i, j + 1, name, 1, False)


def _mention(
    tokens: Tokens, first: int, last: int, name: str, count: int | Fraction, approximate: bool
) -> Mention:
    unit, factor = UNIT_OF_VALUE.get(name, ("day" if name == "workday" else name, 1))
    value = Decimal(count.numerator * factor) / Decimal(count.denominator)
    interval = Interval(value, value, unit, "approx" if approximate else "exact", approximate=approximate)
    return Mention("duration", interval, tokens.starts[first], tokens.ends[last - 1], first, last)
