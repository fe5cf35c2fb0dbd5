"""The words that make numbers, as tables, and exact arithmetic on what they say."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from typing import Final, TypeAlias

from factcheck.data import load

Exact: TypeAlias = Decimal | Fraction

ARITHMETIC: Final = Context(prec=200)
HYPHENS: Final = frozenset("-‐‑")

DATA: Final = load("numerals")
SMALL: Final = {word: int(value) for name in ("units", "teens", "tens") for word, value in DATA[name].items()}
UNITS: Final = {word: int(value) for word, value in DATA["units"].items() if value != "0"}
TENS: Final = frozenset(DATA["tens"])
HUNDRED: Final = frozenset(DATA["hundred"])
MAGNITUDES: Final[dict[str, int]] = {word: 10 ** int(power) for word, power in DATA["magnitudes"].items()}
GROUPS: Final = {word: int(value) for word, value in DATA["groups"].items()}
GLUED: Final = {word: 10 ** int(power) for word, power in DATA["glued"].items()}
SPACED: Final = {word: 10 ** int(power) for word, power in DATA["spaced"].items()}
GLUED_MONEY: Final[dict[str, int]] = {word: 10 ** int(power) for word, power in DATA["glued_money"].items()}
ORDINALS: Final = {word: int(value) for word, value in DATA["ordinals"].items()}
ORDINAL_ENDINGS: Final = frozenset(DATA["ordinal_endings"])
DENOMINATORS: Final = {word: int(value) for word, value in DATA["denominators"].items()}
DENOMINATORS_PLURAL: Final = {f"{word}s": value for word, value in DENOMINATORS.items()} | dict.fromkeys(
    DATA["halves"], 2
)
HALF_BEFORE: Final = frozenset(DATA["half_before"])
HALF_BEHIND: Final = frozenset(DATA["half_behind"])
FRACTION_BEFORE: Final = frozenset(DATA["fraction_before"])
SIGNS: Final[dict[str, str]] = DATA["signs"]
ARTICLES: Final = frozenset(("a", "an"))
DECIMALS: Final = frozenset((10, 100, 1000))  # "three hundred and sixteen hundredths" is 300.16
STARTERS: Final = frozenset((*SMALL, *HUNDRED, *ORDINALS, *SIGNS, "half", "quarter", "a", "an"))
TRIGGERS: Final = (STARTERS - ARTICLES) | frozenset((*MAGNITUDES, *GROUPS))
# Behind a number word or plain figures only these go on with the number; the marks stand for blanks too.
CONTINUING: Final = frozenset((
    *SMALL, *HUNDRED, *ORDINALS, *MAGNITUDES, *GROUPS, *DENOMINATORS, *DENOMINATORS_PLURAL, *SPACED,
    *(word.lower() for word in SPACED), *HYPHENS, "and", "point", "x",
))  # fmt: skip
LONE: Final = {word: (Decimal(value), value) for word, value in SMALL.items()}  # a number word on its own
RANKS: Final = {word: (Decimal(value), value) for word, value in ORDINALS.items()}


def exact(value: Fraction) -> Exact:
    """A Decimal where the fraction ends, the fraction itself where it does not."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return to_decimal(value) if rest == 1 else value


def multiplied(value: Decimal, factor: int | Decimal) -> Decimal:
    """value × factor, plain: no exponent, no zeros that only the multiplication brought behind the point."""
    product = ARITHMETIC.multiply(value, Decimal(factor)).normalize(ARITHMETIC)
    exponent = int(product.as_tuple().exponent)
    return product if exponent <= 0 else product.quantize(Decimal(1), context=ARITHMETIC)


def to_decimal(value: Fraction) -> Decimal:
    """The fraction as a Decimal, to 28 digits where it does not end."""
    wide = ARITHMETIC.divide(Decimal(value.numerator), Decimal(value.denominator))
    return (
        wide if len(wide.as_tuple().digits) <= 100 else Decimal(value.numerator) / Decimal(value.denominator)
    )


def magnitude(word: str) -> int:
    """What a word in lower case multiplies by ("hundred", "million", "bn", "dozen"), 0 for none."""
    return MAGNITUDES.get(word) or GROUPS.get(word) or (100 if word in HUNDRED else 0)


def glued_magnitude(letters: str) -> int:
    """What letters directly behind the figures of a sum of money multiply by ("£33m"), 0 for none."""
    return GLUED_MONEY.get(letters, 0)
