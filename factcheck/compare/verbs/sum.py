"""Sums: the parts of a whole add up to it, but for rounding."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from factcheck.claims.row import Row
from factcheck.compare.verbs._rounding import half_step
from factcheck.model import Claim, Interval, Verdict
from factcheck.rulebook import Rule


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when the parts (`b` and what it restates) make the whole `a`."""
    parts = [b.claim, *b.restated]
    over = added(parts) - number(a.claim)
    if abs(over) <= sum(map(half_step, [a.claim, *parts]), Fraction(0)):
        return Verdict("agree", "sum")
    return Verdict("conflict", "wrong-sum", written(added(parts)))


def number(claim: Claim) -> Fraction:
    """The number that was written."""
    assert isinstance(claim.value, Interval)
    return Fraction(claim.value.figure)


def added(parts: list[Claim]) -> Fraction:
    """The numbers of several claims together."""
    return sum(map(number, parts), Fraction(0))


def written(value: Fraction) -> str:
    """A number as people write it, with one decimal place at most."""
    rounded = round(value, 1)
    return f"{Decimal(rounded.numerator) / rounded.denominator:,}"
