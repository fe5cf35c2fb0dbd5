"""Currencies in front of the number: "$5", "US$ 5m", "HK $ 5", "EUR50m", "Rs. 500", "MAUD 60", "-£3"."""

from __future__ import annotations

from typing import Final
from unicodedata import category

from factcheck.kinds.numbers.figure import Figure, touching
from factcheck.kinds.numbers.measures import MULTIPLES, rate, unit_behind
from factcheck.text.tokens import Tokens
from factcheck.units import Units

MINUS: Final = frozenset("-−")
SPELT_BEFORE: Final = {"dollar": "USD", "euro": "EUR"}  # "dollar 22.5 million"


def currency_before(tokens: Tokens, figure: Figure, units: Units, floor: int) -> bool:
    """Gives the figure the currency in front of it; tokens before `floor` belong to another figure."""
    i = figure.first - 1
    if i < floor:
        return False
    if tokens.words[i] == "." and i > floor and touching(tokens, i):
        i -= 1
    found = _sign(tokens, i, units, floor) or _code(tokens, i, figure, units)
    if found is None:
        return False
    figure.unit, figure.first = found
    figure.prefixed = True
    _sign_of_number(tokens, figure, floor)
    _repeated(tokens, figure, units)
    return True


def _sign(tokens: Tokens, i: int, units: Units, floor: int) -> tuple[str, int] | None:
    """The longest sign that ends at token `i`: letters may stand in front of "$", in any case but "a $"."""
    words = tokens.words
    last = words[i]
    if not last[0].isalpha() and category(last[0]) != "Sc" and last != "/":
        return None
    article = i > 0 and words[i - 1] == "A" and not touching(tokens, i)  # "A $2 trillion plan"
    if i - 1 >= floor and (words[i - 1], last) in units.signs and not article:
        return units.signs[(words[i - 1], last)], i - 1
    if i - 1 >= floor and not last[0].isalpha() and not article:
        spelt = (words[i - 1], last)
        if spelt in units.signs:
            return units.signs[spelt], i - 1
        if (
            words[i - 1].isalpha()
            and len(words[i - 1]) <= 3
            and (len(words[i - 1]) > 1 or words[i - 1] == "c")
        ):
            upper = (words[i - 1].upper(), last)
            if upper in units.signs:
                return units.signs[upper], i - 1
        if i - 2 >= floor and (*words[i - 2 : i], last) in units.signs:
            return units.signs[(*words[i - 2 : i], last)], i - 2
    single = units.signs.get((last,))
    return (single, i) if single else None


def _code(tokens: Tokens, i: int, figure: Figure, units: Units) -> tuple[str, int] | None:
    word = tokens.words[i]
    if len(word) == 4 and word[1:] in units.currencies and word[0] in MULTIPLES:
        figure.scale(MULTIPLES[word[0]])
        return word[1:], i
    if word in ("usd", "eur", "gbp"):
        return word.upper(), i
    if word in SPELT_BEFORE and figure.form != "words":
        return SPELT_BEFORE[word], i
    return None


def _sign_of_number(tokens: Tokens, figure: Figure, floor: int) -> None:
    """A minus in front of the sign: "-$50", "minus $50"."""
    i = figure.first - 1
    signed = i >= floor and tokens.words[i] in MINUS and touching(tokens, i + 1) and not touching(tokens, i)
    if signed or (i >= floor and tokens.lower[i] in ("minus", "negative") and figure.first < figure.at):
        figure.low, figure.high, figure.first = -figure.low, -figure.high, i


def _repeated(tokens: Tokens, figure: Figure, units: Units) -> None:
    """ "$5 million US dollars", "$50 USD", "£5m pounds": the same currency again behind; then "a share"."""
    unit, last = figure.unit, figure.last
    figure.unit = None
    behind = _behind(tokens, figure, units)
    if behind is not None and unit is not None:
        code = units.dimension(behind.split(" / ")[0])
        if (code == f"currency:{unit}" and behind.split(" / ")[0] not in units.minor) or (
            code.startswith("currency") and unit == "USD" and behind in units.currencies
        ):
            return
        if unit == "GBP" and behind == "pound":
            figure.unit = unit
            return
    figure.unit, figure.last, figure.per = unit, last, ""
    rate(tokens, figure, units)


def _behind(tokens: Tokens, figure: Figure, units: Units) -> str | None:
    """The unit right behind a figure that has none yet."""
    if figure.last < tokens.size and tokens.words[figure.last][0].isalpha():
        unit_behind(tokens, figure, units)
    return figure.unit
