"""Shares of one whole: together no more than a hundred percent, but for rounding."""

from __future__ import annotations

from fractions import Fraction

from factcheck.claims.row import Row
from factcheck.compare.verbs._rounding import half_step
from factcheck.compare.verbs.sum import added, written
from factcheck.model import Verdict
from factcheck.rulebook import Rule


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when `a`, `b` and what it restates make a hundred or less."""
    shares = [a.claim, b.claim, *b.restated]
    if added(shares) - sum(map(half_step, shares), Fraction(0)) <= 100:
        return Verdict("agree", "whole")
    return Verdict("conflict", "over-a-hundred", f"{written(added(shares))} percent")
