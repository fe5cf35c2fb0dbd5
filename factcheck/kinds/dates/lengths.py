"""Durations that are said without an ordinary number, or with two: "all week", "half a year", "a day or two",
"an hour and twenty minutes", "less than a month", "a year-long study"."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from factcheck.data import load
from factcheck.kinds.dates.durations import BETWEEN, Amount, amount_at, amounts_at, descending
from factcheck.kinds.dates.tables import HYPHENS, LONG, UNITS, WHOLE, WORKING, number, word_at
from factcheck.kinds.mention import Mention
from factcheck.kinds.numbers.bounds import bound_before, bound_behind
from factcheck.kinds.numbers.figure import Figure
from factcheck.model import Bound, Interval
from factcheck.text.numberwords import STARTERS
from factcheck.text.tokens import Tokens

LASTING: Final = frozenset(load("evidence")["lasting"].split())
FILLING: Final = frozenset(load("evidence")["filling"].split())
PARTS: Final = ("half", "quarter", "quarters")
LETTERS: Final = {"d": "day", "w": "week", "y": "year"}  # "for 10D"
WHOLE_UNITS: Final = ("minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "century")
NO_DURATION: Final = frozenset((*HYPHENS, "and", "ago", "later", "from", "after"))
UNIT_OF_VALUE: Final = {
    "night": ("day", 1),
    "workday": ("day", 1),
    "fortnight": ("week", 2),
    "quarter": ("month", 3),
    "decade": ("year", 10),
    "century": ("year", 100),
}
# How many of the smaller unit make one of the larger: what "2 years, 1 month and 3 days" is counted in.
FACTORS: Final = {
    "year": {"month": 12, "week": 52, "day": 365},
    "month": {"week": 4, "day": 30},
    "week": {"day": 7},
}
CLOCK_FACTORS: Final = {"day": 86400, "week": 604800, "hour": 3600, "minute": 60, "second": 1}


class Length(NamedTuple):
    """Tokens `first`..`last`, the unit and the two ends; `bare` for "a week", which wants evidence."""

    first: int
    last: int
    unit: str
    low: Fraction
    high: Fraction
    vague: bool = False
    bare: bool = False


def special_at(tokens: Tokens, i: int, floor: int) -> Mention | None:
    """The duration at token `i` with the words that bound it, back to token `floor`."""
    length = _length(tokens, i)
    if length is None:
        return None
    low, high = (Decimal(end.numerator) / Decimal(end.denominator) for end in (length.low, length.high))
    figure = Figure(i, length.last, low, high, "words", None)
    figure.bound = "between" if figure.is_range else "approx" if length.vague else "exact"
    figure.approximate = length.vague
    bound = _bound(tokens, figure, floor)
    told = word_at(tokens, i - 1) in LASTING or _filled(tokens, length.last)
    if length.bare and bound == "exact" and not told:
        return None
    single = not figure.is_range
    value = Interval(
        None if bound == "at_most" and single else low,
        None if bound == "at_least" and single else high,
        length.unit,
        bound,
        figure.low_open,
        figure.high_open,
        figure.approximate,
    )
    first, last = figure.first, figure.last
    return Mention("duration", value, tokens.starts[first], tokens.ends[last - 1], first, last)


def _filled(tokens: Tokens, i: int) -> bool:
    """Something that is set for so long stands at token `i`: "a week of mourning", not "a year of rain"."""
    return word_at(tokens, i) == "of" and word_at(tokens, i + 1) in FILLING


def _bound(tokens: Tokens, figure: Figure, floor: int) -> Bound:
    """The figure's bound once the words around it are read."""
    bound_before(tokens, figure, floor)
    bound_behind(tokens, figure)
    return figure.bound


def _length(tokens: Tokens, i: int) -> Length | None:
    word, after = word_at(tokens, i), word_at(tokens, i + 1)
    if word in WHOLE or word == "another":
        return _whole(tokens, i)
    if word in LONG:
        return _of(i, i + 1, LONG[word], 1)
    if word in UNITS:
        return _long(tokens, i)
    article = word in ("a", "an", "one")
    if after in LETTERS and tokens.words[i + 1].isupper() and word.isdecimal() and tokens.glued(i):
        return _of(i, i + 2, LETTERS[after], int(word))._replace(bare=True)
    if not article and word != "half" and not _counts(tokens, i):
        return None
    if word in ("a", "an") and after in UNITS and (single := _single(tokens, i)):
        return single
    either = amounts_at(tokens, i)
    working = either is not None and either[1].unit == "workday"  # "three to five business days"
    if either is not None and (article or working or word_at(tokens, i + 1) == "or"):
        return _either(i, *either)
    amount = amount_at(tokens, i)
    if amount is None or (article and after == "few"):
        return None
    if word_at(tokens, amount.last) in HYPHENS and not _hyphened(tokens, i, amount):
        return None
    if len(amount.parts) > 1:
        return _together(i, amount) if descending(amount) else None
    name, count = amount.parts[0]
    # "two-and-a-half-hour", "two hours and a quarter"; "two and a half hours" is a number like others
    apart = word_at(tokens, i + 1) in HYPHENS or word_at(tokens, amount.last - 1) in PARTS
    parted = count.denominator != 1 and (article or apart)
    if name == "workday" or word == "half" or parted or (article and count == 2):
        return _of(i, amount.last, name, count, amount.approximate)
    return None


def _counts(tokens: Tokens, i: int) -> bool:
    """Whether a number stands at token `i` that more than one number of units can begin with."""
    if not (tokens.lower[i][0].isdecimal() or tokens.lower[i] in STARTERS):
        return False
    found = number(tokens, i)
    if found is None or found.ordinal:
        return False
    word, at = word_at(tokens, found.last), found.last + 1
    if word in UNITS:
        following = word_at(tokens, at)
        return following in ("and", ",") or following[:1].isdecimal() or following in STARTERS
    if word in HYPHENS and WORKING.isdisjoint(tokens.lower[at : at + 3]):
        return found.value.denominator != 1 or word_at(tokens, at) == "and"
    if word in BETWEEN and not WORKING.isdisjoint(tokens.lower[at : at + 3]):
        return True
    return word in WORKING or word in ("or", "h")


def _hyphened(tokens: Tokens, i: int, amount: Amount) -> bool:
    """ "a two-and-a-half-hour-long talk"."""
    return word_at(tokens, i + 1) in HYPHENS and word_at(tokens, amount.last + 1) == "long"


def _of(first: int, last: int, name: str, count: int | Fraction, vague: bool = False) -> Length:
    unit, factor = UNIT_OF_VALUE.get(name, (name, 1))
    value = Fraction(count) * factor
    return Length(first, last, unit, value, value, vague)


def _whole(tokens: Tokens, i: int) -> Length | None:
    """ "all week", "the whole day", "another business day"."""
    joined = word_at(tokens, i + 1) in HYPHENS
    j = i + 1 + (word_at(tokens, i + 1) == "the" or joined)
    working = word_at(tokens, j) in WORKING
    j += working
    written = word_at(tokens, j)
    name = UNITS.get(written)
    if name is None or written.endswith("s") or name in ("second", "weekend", "quarter"):
        return None
    year = word_at(tokens, j + 1)
    if name == "year" and (joined or (year.isdecimal() and len(year) == 4)):
        return None  # "its full-year profit", "full year 2020": of the accounts
    return _of(i, j + 1, name, 1)


def _long(tokens: Tokens, i: int) -> Length | None:
    """ "year-long", but not the "week-long" of "five-week-long"."""
    name = UNITS[tokens.lower[i]]
    if name not in WHOLE_UNITS or word_at(tokens, i + 2) != "long" or word_at(tokens, i - 1) in HYPHENS:
        return None
    if tokens.lower[i].endswith("s"):  # "years-long"
        return None
    return _of(i, i + 3, name, 1) if word_at(tokens, i + 1) in HYPHENS and tokens.glued(i) else None


def _single(tokens: Tokens, i: int) -> Length | None:
    """ "a week" of "it took a week" and "less than a week"."""
    name = UNITS[tokens.lower[i + 1]]
    if name not in WHOLE_UNITS or word_at(tokens, i + 2) in NO_DURATION or word_at(tokens, i + 2) in UNITS:
        return None
    if word_at(tokens, i + 2) == "or" and number(tokens, i + 3):
        return None
    return _of(i, i + 2, name, 1)._replace(bare=True)


def _either(first: int, fewer: Amount, more: Amount) -> Length:
    """ "a day or two", "two or three days"."""
    low, high = (_of(first, amount.last, *amount.parts[0]) for amount in (fewer, more))
    return low._replace(last=more.last, high=high.high)


def _together(first: int, amount: Amount) -> Length | None:
    """ "an hour and twenty minutes": as many of the smallest unit; years and months in days are nearly so."""
    unit, _ = UNIT_OF_VALUE.get(amount.unit, (amount.unit, 1))
    total, vague = Fraction(0), amount.approximate
    for name, count in amount.parts:
        larger, times = UNIT_OF_VALUE.get(name, (name, 1))
        factor = _factor(larger, unit)
        if factor is None:
            return None
        vague = vague or (larger in FACTORS and larger != "week" and unit in ("week", "day"))
        total += Fraction(count) * times * factor
    return Length(first, amount.last, unit, total, total, vague)


def _factor(larger: str, unit: str) -> Fraction | None:
    if larger == unit:
        return Fraction(1)
    if unit in FACTORS.get(larger, {}):
        return Fraction(FACTORS[larger][unit])
    if larger in CLOCK_FACTORS and unit in CLOCK_FACTORS:
        return Fraction(CLOCK_FACTORS[larger], CLOCK_FACTORS[unit])
    return None
