"""Shares: a percentage against the part and the whole that it is worked out from."""

from __future__ import annotations

from fractions import Fraction

from factcheck.claims.row import Row
from factcheck.compare.verbs._rounding import ends, half_step
from factcheck.compare.verbs.sum import number, written
from factcheck.model import Claim, Interval, Verdict
from factcheck.rulebook import Rule

HUNDRED = 100
LOOSE = Fraction(1, 8)  # "a third" may stand for anything this near to it, as a share of it


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when the share `a` rounds the part `b` of the whole that it restates, or the ratio `b`."""
    low, high = ends(a.claim)
    stated = Fraction(1) if _unit(a.claim) == "ratio" else Fraction(1, HUNDRED)
    if b.restated:
        (whole,) = b.restated
        part_low, part_high = ends(b.claim)
        whole_low, whole_high = ends(whole)
        if not whole_low or part_high is None or whole_high is None:
            return Verdict("not_comparable", "no-whole")
        least, most, middle = part_low / whole_high, part_high / whole_low, number(b.claim) / number(whole)
    else:
        scale = Fraction(1) if _unit(b.claim) == "ratio" else Fraction(1, HUNDRED)
        middle = number(b.claim) * scale
        least, most = _worded(b.claim, middle)
        low, high = number(a.claim) - half_step(a.claim), number(a.claim) + half_step(a.claim)
    cut = half_step(a.claim)  # 66.7 is written as 67, or cut to 66
    if most >= low * stated and (high is None or least <= (high + cut) * stated):
        return Verdict("agree", "share")
    return Verdict("conflict", "wrong-share", f"{written(middle * HUNDRED)} percent")


def _worded(claim: Claim, middle: Fraction) -> tuple[Fraction, Fraction]:
    """The least and the greatest share that a ratio in words may stand for."""
    assert isinstance(claim.value, Interval)
    if claim.value.bound == "at_least":
        return middle, Fraction(1)
    if claim.value.bound == "at_most":
        return Fraction(0), middle
    slack = 0 if any(letter.isdigit() for letter in claim.text) else middle * LOOSE
    return middle - slack, middle + slack


def _unit(claim: Claim) -> str | None:
    assert isinstance(claim.value, Interval)
    return claim.value.unit
