"""`Numeral`: a number as it was read, exactly, at its tokens."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from factcheck.text.numberwords import Exact, to_decimal

Form: TypeAlias = Literal["digits", "words", "mixed"]


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
