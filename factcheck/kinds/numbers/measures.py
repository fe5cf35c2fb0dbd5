"""Units in their context: behind the number or in front of it, rates, and two units in one value."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from unicodedata import category

from factcheck.data import load
from factcheck.kinds.numbers.figure import DASHES, Figure, over_hyphen, touching
from factcheck.kinds.numbers.nouns import noun_phrase
from factcheck.text.numerals import magnitude
from factcheck.text.tokens import Tokens
from factcheck.text.words import grammar, readings
from factcheck.units import PER, Units

_data = load("measures")
_PER = frozenset(_data["per"])
_PER_NOUNS = frozenset(_data["per_nouns"].split())
_COMPOSITES: dict[str, list[str]] = _data["composites"]
_INCH_BEFORE = frozenset(_data["inch_before"])
_RACES = frozenset(_data["races"])
_MILLIONS_OF = frozenset(_data["millions_of"].split())
_LINES = frozenset(_data["lines"])
_ARTICLES = ("a", "an")
_UNIT_ADJECTIVES = frozenset(_data["unit_adjectives"].split())
_FEET_MARKS = frozenset("'’′")
_INCH_MARKS = frozenset('"”″')
_LISTED = frozenset(("year", "month", "week", "day"))  # with commas between they are a list
_WORDS = grammar().pronouns | grammar().prepositions | grammar().auxiliaries  # "us" is no microsecond
_NO_RATE = frozenset(("earlier", "ago", "later", "before", "after", "old", "previously"))
HALF = Decimal("0.5")
MILLION = Decimal(1_000_000)
EACH = frozenset(("each", "every"))
MULTIPLES = {"M": MILLION, "K": Decimal(1000), "B": Decimal(1_000_000_000)}


def unit_behind(tokens: Tokens, figure: Figure, units: Units) -> None:
    """Gives the figure the unit that stands behind its number, with what it is "per"."""
    i = figure.last
    if i >= tokens.size:
        return
    words, lower = tokens.words, tokens.lower
    if _feet_and_inches(tokens, figure):
        return
    at = over_hyphen(tokens, i)
    figures = figure.form != "words"
    part = figure.low < 1 and figure.digits is None
    if at == i and lower[at] == "of" and part and at + 1 < tokens.size:
        at += 1
    if lower[at] in _ARTICLES and part and at + 1 < tokens.size:
        at += 1
    if at >= tokens.size:
        return
    if at > i and category(words[at][0]) == "Sc":
        return
    if words[at] == "m" and figures and touching(tokens, at) and _millions(tokens, figure, at, units):
        unit_behind(tokens, figure, units)
        return
    if words[at] == '"' and figures and at + 1 < tokens.size and lower[at + 1] in _INCH_BEFORE:
        figure.unit, figure.last = "inch", at + 1
        return
    found = units.find(tokens, at, figures) or _multiple_code(tokens, at, figure, units)
    if found is None and lower[at] in _UNIT_ADJECTIVES:
        found = units.find(tokens, at + 1, figures=False)
    if found is None or _sign_of_next(tokens, at) or not _meant(tokens, figure, at, found[1]):
        return
    name, behind = found
    if name == "pound" and figure.low >= MILLION and lower[at].startswith("pound"):
        name = "GBP"
    figure.unit, figure.last = name, behind
    if name in units.currencies and behind < tokens.size and (times := magnitude(lower[behind])) > 100:
        figure.scale(Decimal(times))  # "40 EUR million"
        figure.last += 1
    rate(tokens, figure, units)


def _sign_of_next(tokens: Tokens, at: int) -> bool:
    """ "1 $10 note": the sign at `at` belongs to the figures behind it."""
    sign = category(tokens.words[at][0]) == "Sc"
    return sign and touching(tokens, at + 1) and tokens.words[at + 1][0].isdecimal()


def _feet_and_inches(tokens: Tokens, figure: Figure) -> bool:
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


def _multiple_code(tokens: Tokens, at: int, figure: Figure, units: Units) -> tuple[str, int] | None:
    """ "30 MUSD": a currency code with its magnitude in front."""
    word = tokens.words[at]
    if len(word) == 4 and word[1:] in units.currencies and word[0] in MULTIPLES:
        figure.scale(MULTIPLES[word[0]])
        return word[1:], at + 1
    return None


def _meant(tokens: Tokens, figure: Figure, at: int, behind: int) -> bool:
    """Whether a spelling at `at` is really the unit: the short symbols are many other things as well."""
    word = tokens.words[at]
    following = tokens.lower[behind] if behind < tokens.size else ""
    joined = touching(tokens, at)
    if (
        behind == at + 1
        and touching(tokens, behind)
        and following[0].isalnum()
        and tokens.words[at][-1].isalnum()
        and word != "%"
    ):
        return False
    if word == "in":
        return (
            joined
            or not following
            or following in _INCH_BEFORE
            or not (following[0].isalnum() or following in "$£€\"“'‘(-")
        )
    if word in "′″":
        return figure.low < 1000 and following not in ("s", "'s")
    if word in _WORDS and behind == at + 1:
        return joined
    if len(word) > 1 or not word.isalpha():
        return True
    if word == "s":
        return "." in tokens.words[at - 1] or not joined
    if word == "p":
        return joined and tokens.words[at - 1] not in _LINES and figure.low < 1000
    if word == "G":
        return joined and figure.whole and 2 <= figure.low <= 7
    if word == "A" and not joined and following[:1].isalpha():
        return False
    if word.isupper() and not joined:
        return (
            (following != "." or behind + 1 == tokens.size)  # "5 V. Berg" names somebody
            and not (following.isalpha() and tokens.words[behind][0].isupper())
            and following not in DASHES
        )
    return not (word in "thdl" and not joined and following in ("'", "’", "-"))


def _millions(tokens: Tokens, figure: Figure, at: int, units: Units) -> bool:
    """ "33m homes", "1m yen" are million, and are made so; "100m runners" are metres."""
    if tokens.words[figure.behind - 1] in _RACES:
        return False
    start = at + 1
    while (
        start < tokens.size
        and start < at + 3
        and (tokens.lower[start] == "of" or tokens.lower[start] in grammar().determiners)
    ):
        start += 1
    for behind in range(start, min(start + 3, tokens.size)):
        if tokens.lower[behind] in _MILLIONS_OF or (
            behind == at + 1 and units.find(tokens, behind, figures=False)
        ):
            figure.scale(MILLION)
            figure.last = figure.behind = at + 1
            figure.form = "mixed"
            return True
        if not tokens.words[behind][0].isalpha() or tokens.lower[behind] in grammar().prepositions:
            break
    return False


def half_at(tokens: Tokens, i: int, units: Units) -> Figure | None:
    """ "half" in "a half hour", "half-an-hour", "half-mile": 0.5 where a unit follows."""
    if tokens.lower[i] != "half":
        return None
    at = over_hyphen(tokens, i + 1)
    at = over_hyphen(tokens, at + 1) if at < tokens.size and tokens.lower[at] in _ARTICLES else at
    if units.find(tokens, at, figures=False) is None:
        return None
    first = i - 1 if i > 0 and tokens.lower[i - 1] in _ARTICLES else i
    figure = Figure(first, at, HALF, HALF, "words", None)
    figure.behind = i + 1
    return figure


# ---------------------------------------------------------------- rates


def rate(tokens: Tokens, figure: Figure, units: Units) -> None:
    """Takes in "per hour", "/h", "a year", "-a-share" behind the figure's unit."""
    i = at_unit = over_hyphen(tokens, figure.last)
    if i < tokens.size and tokens.lower[i] == "of":
        thing = noun_phrase(tokens, i + 1, figure)
        i = thing[1] if thing is not None and thing[1] - i <= 3 else i
    if i + 1 >= tokens.size or tokens.lower[i] not in _PER or figure.unit is None:
        return
    word = tokens.lower[i]
    if i > at_unit and word in EACH:  # "150 mg of the drug every month": a dose, and how often
        return
    at = over_hyphen(tokens, i + 1)
    found = _below(tokens, at, word, units, units.dimension(figure.unit).startswith("currency"))
    if found is None:
        return
    name, behind = found
    if word in _ARTICLES and behind < tokens.size and tokens.lower[behind] in _NO_RATE:
        return
    figure.unit, figure.per, figure.last = (
        f"{figure.unit}{PER}{name}",
        name,
        max(figure.last, behind if i == at_unit else 0),
    )


def _below(tokens: Tokens, at: int, word: str, units: Units, money: bool) -> tuple[str, int] | None:
    """What stands below the stroke: a unit, or a noun behind "per"."""
    found = units.find(tokens, at, figures=word == "/")
    noun = tokens.lower[at]
    if found is not None and found[0] not in units.minor and found[0] not in ("percent", "ppm"):
        timed = units.dimension(found[0]) == "time"
        distance = (
            units.dimension(found[0]) == "volume"
            and tokens.lower[at - 2 : at - 1] != []
            and word in _ARTICLES
            and not money
        )
        if word in ("per", "/") or timed or money or distance:
            return (found[0], found[1]) if not (word == "/" and not touching(tokens, at)) or timed else None
        return None
    if word == "per" and noun.isalpha() and noun not in ("cent", "se", "capita"):
        behind = (
            at + 2
            if at + 1 < tokens.size
            and readings(tokens.lower[at + 1])[:1] == "n"
            and noun not in _PER_NOUNS
            and "a" in readings(noun)
            else at + 1
        )
        return tokens.surface(at, behind).lower(), behind
    if word == "per" and noun == "capita":
        return "person", at + 1
    if money and noun in _PER_NOUNS and (word != "/" or touching(tokens, at)):
        return noun, at + 1
    return None


def rate_of_count(tokens: Tokens, figure: Figure, units: Units) -> None:
    """ "308 people per square mile", "20 units a day": the counted noun over a unit."""
    assert figure.noun is not None
    i = figure.noun[1]
    if i + 1 >= tokens.size or tokens.lower[i] not in _PER or figure.noun[0] < figure.last:
        return
    found = _below(tokens, i + 1, tokens.lower[i], units, money=False)
    if found is not None and not tokens.words[i + 1][0].isdecimal():
        figure.per, figure.last = found
        figure.unit = f"{tokens.surface(*figure.noun)}{PER}{figure.per}"


# ---------------------------------------------------------------- in front


def unit_before(tokens: Tokens, figure: Figure, units: Units) -> bool:
    """ "Mach 5", "magnitude 7.2", "magnitude-7.2": a unit in front of the number."""
    i = figure.first - 1
    if i > 0 and tokens.words[i] in DASHES and touching(tokens, i) and touching(tokens, i + 1):
        i -= 1
    if i < 0 or figure.low < 0:
        return False
    unit = units.before.get(tokens.lower[i])
    if unit is None:
        return False
    figure.unit, figure.first, figure.prefixed = unit, i, True
    return True


# ---------------------------------------------------------------- two units, one value


def joins(tokens: Tokens, left: Figure, right: Figure) -> bool:
    """Whether `right` is the smaller part of `left`: "6 ft 2 in", "17 dollars and 35 cents"."""
    gap = right.first - left.last
    if left.unit is None or left.is_range or right.is_range or gap < 0 or gap > 1 or left.form == "mixed":
        return False
    between = tokens.lower[left.last] if gap else ""
    if between not in ("", "and", ",", "-") or left.unit not in _COMPOSITES or not left.whole:
        return False
    if right.unit in _COMPOSITES[left.unit]:
        return between != "," or left.unit not in _LISTED
    money = left.unit in ("USD", "EUR", "GBP", "CNY") and right.unit is None and not gap and not left.prefixed
    at_end = right.last >= tokens.size or not tokens.words[right.last][0].isalpha()
    return money and right.whole and 1 <= right.low < 100 and at_end


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


def ratio_value(over: Decimal, under: Decimal) -> Decimal:
    """over / under to 28 digits."""
    value = Fraction(over) / Fraction(under)
    return Decimal(value.numerator) / Decimal(value.denominator)
