"""From an old figure to a new one: which end of "rose from 12 to 15" is the one that holds now."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final

from factcheck.claims.context import Context
from factcheck.kinds.mention import Mention
from factcheck.kinds.numbers.changes import is_led
from factcheck.model import Interval
from factcheck.text.numberwords import to_decimal
from factcheck.text.numerals import numeral_at

LOW: Final = "low"
HIGH: Final = "high"


def new_end(mention: Mention, context: Context) -> str:
    """The end of a range that is the new figure, `LOW` or `HIGH`; "" for a range of any other kind."""
    value, tokens = mention.value, context.tokens
    if not isinstance(value, Interval) or value.bound != "between" or value.low is None or value.high is None:
        return ""
    if tokens.lower[mention.first] != "from" or not is_led(tokens, mention.first):
        return ""
    told: list[Decimal] = []
    at = mention.first + 1
    while at < mention.last:
        found = numeral_at(tokens, at)
        told += [to_decimal(Fraction(found.value))] if found is not None else []
        at = found.last if found is not None else at + 1
    if len(told) < 2:
        return ""
    if told[0] in (value.low, value.high):
        return HIGH if told[0] == value.low else LOW
    return HIGH if told[0] <= told[-1] else LOW  # both in one magnitude, which neither numeral has


__all__ = ["HIGH", "LOW", "new_end"]
