"""What a written number may have been before it was rounded."""

from __future__ import annotations

from fractions import Fraction

from factcheck.compare.agreement import FEWEST_DIGITS, ROUND_COUNT
from factcheck.model import Claim, Interval

HEDGE = Fraction(1, 10)  # "about 100" may stand for 90 to 110


def half_step(claim: Claim) -> Fraction:
    """Half a unit of the last digit that was written; 0 for what is counted out or said in words."""
    value = claim.value
    assert isinstance(value, Interval)
    figure = value.figure
    if value.digits is None or (claim.kind in ("count", "age") and abs(figure) < ROUND_COUNT):
        return Fraction(0)
    place = min(figure.adjusted() - value.digits + 1, max(figure.adjusted() - FEWEST_DIGITS + 1, 0))
    if claim.kind == "percent":
        place = min(place, 0)
    return Fraction(10) ** place / 2


def ends(claim: Claim) -> tuple[Fraction, Fraction | None]:
    """The least and the greatest number that the words of a claim may stand for; None is infinity."""
    value = claim.value
    assert isinstance(value, Interval)
    figure, slack = Fraction(value.figure), half_step(claim)
    if value.approximate or value.bound == "approx":
        slack = max(slack, abs(figure) * HEDGE)
    low = Fraction(0) if value.bound == "at_most" or value.high_open else figure - slack
    return low, None if value.bound == "at_least" or value.low_open else figure + slack
