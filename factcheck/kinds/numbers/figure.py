"""`Figure`: a number on its way to becoming a mention; the readers of this package fill it in."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from factcheck.model import Bound
from factcheck.text.numberwords import multiplied
from factcheck.text.numeral import Numeral
from factcheck.text.tokens import Tokens

HYPHENS: Final = frozenset("-‐‑")
DASHES: Final = frozenset("-‐‑–—−")


class Figure:
    """Tokens `first`..`last` hold number and unit (and, at the end, bound words and noun).

    `at`..`behind` are the number alone. `low` and `high` are its ends as far as they are known;
    `unit` a name of `Units`, `noun` the counted thing's tokens as (first, last); `voted`: one
    of a pair of votes, whatever noun is said.
    """

    __slots__ = (
        "age", "approximate", "at", "behind", "bound", "change", "digits", "first", "form", "high",
        "high_open", "incidental", "last", "low", "low_open", "noun", "ordinal", "per", "prefixed",
        "restates", "unit", "vague", "voted",
    )  # fmt: skip

    def __init__(
        self, first: int, last: int, low: Decimal, high: Decimal, form: str, digits: int | None
    ) -> None:
        self.first = self.at = first
        self.last = self.behind = last
        self.low = low
        self.high = high
        self.form = form
        self.digits = digits
        self.unit: str | None = None
        self.noun: tuple[int, int] | None = None
        self.bound: Bound = "exact"
        self.approximate = self.low_open = self.high_open = False
        self.ordinal = self.vague = self.age = self.prefixed = self.voted = False
        self.per = self.change = self.incidental = ""
        self.restates: Figure | None = None

    @classmethod
    def of(cls, numeral: Numeral) -> Figure:
        """The figure of a numeral, before anything around it is read."""
        value = numeral.decimal
        figure = cls(numeral.first, numeral.last, value, value, numeral.form, numeral.digits)
        figure.ordinal = numeral.ordinal
        return figure

    @property
    def is_range(self) -> bool:
        """Two different ends were said."""
        return self.low != self.high

    @property
    def whole(self) -> bool:
        """A single whole number."""
        return not self.is_range and self.low == self.low.to_integral_value()

    @property
    def end(self) -> int:
        """The token behind the number, its unit and its counted noun."""
        if self.noun is not None and self.noun[0] >= self.first:
            return max(self.last, self.noun[1])
        return self.last

    def scale(self, factor: Decimal) -> None:
        """Multiplies both ends."""
        self.low = multiplied(self.low, factor)
        self.high = multiplied(self.high, factor)


def touching(tokens: Tokens, i: int) -> bool:
    """Nothing stands between token `i - 1` and token `i`."""
    return 0 < i < tokens.size and tokens.ends[i - 1] == tokens.starts[i]


def over_hyphen(tokens: Tokens, i: int) -> int:
    """The token behind a hyphen at `i` that joins ("3-inch", "3 - inch"), else `i`."""
    if i + 1 < tokens.size and tokens.words[i] in HYPHENS and i > 0:
        left, right = tokens.starts[i] - tokens.ends[i - 1], tokens.starts[i + 1] - tokens.ends[i]
        if left == right <= 1:
            return i + 1
    return i
