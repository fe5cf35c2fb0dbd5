"""Shares of one whole: no more than a hundred percent but for rounding, and a hundred with the rest."""

from __future__ import annotations

from fractions import Fraction

from factcheck.claims.row import Row
from factcheck.compare.verbs._rounding import half_step
from factcheck.compare.verbs.sum import number, written
from factcheck.model import Claim, Interval, Verdict
from factcheck.rulebook import Rule

LOOSE = Fraction(1, 32)  # of "a third", which may stand for anything so near to it

LEAST = 80  # percent; what is left of less is the rest of something smaller


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when `a`, `b` and what it restates make a hundred or less; a hundred when `a` is the rest."""
    shares = [a.claim, b.claim, *b.restated]
    total = sum(map(_percent, shares), Fraction(0))
    slack = sum(map(_slack, shares), Fraction(0))
    if total - slack > 100:
        return Verdict("conflict", "over-a-hundred", f"{written(total)} percent")
    if a.part and LEAST < total + slack < 100:
        return Verdict("conflict", "under-a-hundred", f"{written(total)} percent")
    return Verdict("agree", "whole")


def _percent(claim: Claim) -> Fraction:
    return number(claim) * (100 if _in_words(claim) else 1)


def _slack(claim: Claim) -> Fraction:
    """What rounding may have taken or added."""
    return _percent(claim) * LOOSE if _in_words(claim) else half_step(claim)


def _in_words(claim: Claim) -> bool:
    assert isinstance(claim.value, Interval)
    return claim.value.unit == "ratio"
