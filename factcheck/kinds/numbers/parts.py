"""Values said in parts: "6 ft 2 in", "17 dollars and 35 cents", "a quarter cup", "a mile and a half"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from factcheck.data import load
from factcheck.kinds.numbers.figure import Figure, over_hyphen, touching
from factcheck.text.numberwords import SMALL
from factcheck.text.tokens import Tokens
from factcheck.text.words import grammar, readings
from factcheck.units import Units

_COMPOSITES: Final[dict[str, list[str]]] = load("measures")["composites"]
_ARTICLES: Final = ("a", "an")
_FEET_MARKS: Final = frozenset("'’′")
_INCH_MARKS: Final = frozenset('"”″')
_BEHIND_HEIGHT: Final = grammar().prepositions | grammar().conjunctions | grammar().auxiliaries | {"tall"}
_LISTED: Final = frozenset(("year", "month", "week", "day"))  # with commas between they are a list
PARTS: Final = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
FOLDS: Final = {f"{word}fold": Decimal(value) for word, value in SMALL.items()}


def part_at(tokens: Tokens, i: int, units: Units) -> Figure | None:
    """ "a half hour", "half-an-hour", "half-mile", "a quarter cup" where a unit follows; "fourfold"."""
    word = tokens.lower[i]
    if word in FOLDS:
        figure = Figure(i, i + 1, FOLDS[word], FOLDS[word], "words", None)
        figure.unit = "times"
        return figure
    if word not in PARTS:
        return None
    article = i > 0 and tokens.lower[i - 1] in _ARTICLES
    at = over_hyphen(tokens, i + 1)
    if word == "quarter" and not article and at == i + 1:
        return None  # "in the last quarter pound and euro fell"
    at = over_hyphen(tokens, at + 1) if at < tokens.size and tokens.lower[at] in _ARTICLES else at
    if units.find(tokens, at, figures=False) is None and tokens.lower[at : at + 1] not in (
        ["point"],
        ["points"],
    ):
        return None
    figure = Figure(i - article, at, PARTS[word], PARTS[word], "words", None)
    figure.behind = i + 1
    return figure


def and_part(tokens: Tokens, i: int, left: Figure | None, units: Units) -> Figure | None:
    """ "an hour and a half", "a length and a half", "two miles and a quarter" when `i` is the part;
    `left` is the figure in front, which takes the part in where it can."""
    lower = tokens.lower
    if lower[i] not in PARTS or i < 4 or lower[i - 1] not in ("a", "one") or lower[i - 2] != "and":
        return None
    if i + 1 < tokens.size and lower[i + 1][0].isalpha() and "n" in readings(lower[i + 1]):
        return None
    part = PARTS[lower[i]]
    if left is not None and left.last == i - 2:
        if left.unit is None or left.is_range or not left.whole:
            return None
        left.low = left.high = left.low + part
        left.last, left.digits = i + 1, None
        return left
    for first in (i - 4, i - 5):
        if first < 0 or lower[first] not in _ARTICLES:
            continue
        found = units.find(tokens, first + 1, figures=False)
        if (found is None or found[1] != i - 2) and (first < i - 4 or "n" not in readings(lower[i - 3])):
            continue
        figure = Figure(first, i + 1, 1 + part, 1 + part, "words", None)
        if found is not None:
            figure.unit = found[0]
        else:
            figure.noun = i - 3, i - 2
        return figure
    return None


def feet_and_inches(tokens: Tokens, figure: Figure) -> bool:
    """5'10", 6'2: a height in inches."""
    i = figure.last
    if (
        tokens.words[i] not in _FEET_MARKS
        or not touching(tokens, i)
        or i + 1 >= tokens.size
        or not figure.whole
        or figure.low > 99
    ):
        return False
    inches = tokens.words[i + 1]
    gap = tokens.starts[i + 1] - tokens.ends[i]
    marked = i + 2 < tokens.size and tokens.words[i + 2] in _INCH_MARKS and touching(tokens, i + 2)
    if not inches.replace(".", "", 1).isdecimal() or len(inches) > 4 or Decimal(inches) >= 12 or gap > marked:
        return False
    figure.low = figure.high = figure.low * 12 + Decimal(inches)
    figure.unit, figure.last, figure.digits = "inch", i + 2 + marked, None
    return True


def joins(tokens: Tokens, left: Figure, right: Figure) -> bool:
    """Whether `right` is the smaller part of `left`: "6 ft 2 in", "17 dollars and 35 cents"."""
    gap = right.first - left.last
    if left.unit is None or left.is_range or right.is_range or gap < 0 or gap > 1 or left.form == "mixed":
        return False
    between = tokens.lower[left.last] if gap else ""
    if between not in ("", "and", ",", "-") or left.unit not in _COMPOSITES or not left.whole:
        return False
    if left.unit == "foot" and right.unit is None and (between == "-" or not gap):
        return _height(tokens, left, right)
    if right.unit in _COMPOSITES[left.unit]:
        return between != "," or left.unit not in _LISTED
    money = left.unit in ("USD", "EUR", "GBP", "CNY") and right.unit is None and not gap and not left.prefixed
    at_end = right.last >= tokens.size or not tokens.words[right.last][0].isalpha()
    return money and right.whole and 1 <= right.low < 100 and at_end


def _height(tokens: Tokens, feet: Figure, inches: Figure) -> bool:
    """ "6-foot-5", "six foot three": what a person measures."""
    hyphened = tokens.lower[inches.first - 1] == "-"
    following = tokens.lower[inches.last] if inches.last < tokens.size else ""
    if tokens.lower[feet.last - 2] == "-" and not hyphened:  # "the 6-foot one"
        return False
    if following[:1].isalnum() and not (hyphened or following in _BEHIND_HEIGHT):
        return False
    if not inches.whole or not 0 <= inches.low < 12 or not 3 <= feet.low < 9:
        return False
    inches.unit, inches.incidental = "inch", ""
    return True


def join(left: Figure, right: Figure, units: Units) -> None:
    """Makes one value of the two, exactly: money in the larger unit, everything else in the smaller."""
    assert left.unit is not None
    unit = right.unit
    if unit is None or unit in units.minor:
        share = Decimal(units.minor[unit][1]) if unit is not None else Decimal("0.01")
        if unit == "cent" and left.unit != "USD":
            share = Decimal("0.01")
        left.low = left.high = left.low + right.low * share
    else:
        left.low = left.high = units.convert(left.low, left.unit, unit) + right.low
        left.unit = unit
    left.last, left.digits = right.last, None
