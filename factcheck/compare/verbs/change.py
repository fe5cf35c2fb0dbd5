"""Changes: a percentage, or "doubled", against the values before and after."""

from __future__ import annotations

from fractions import Fraction

from factcheck.claims.row import Row
from factcheck.compare.verbs._rounding import ends, half_step
from factcheck.compare.verbs.sum import number, written
from factcheck.model import Claim, Interval, Verdict
from factcheck.rulebook import Rule

BASIS_POINT = "basis_point"
LOOSE = Fraction(1, 8)  # "doubled" may stand for anything this near to it, as a share of it


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when the change `a` leads from `b` to the value that it restates."""
    (after,) = b.restated
    before = b.claim
    low, high = ends(a.claim)
    if a.kind != "percent":  # "ten more, from 50 to 60"
        points = abs(number(after) - number(before))
        loose = half_step(a.claim) + half_step(before) + half_step(after)
        same = abs(points - number(a.claim)) <= loose
        return Verdict("agree", "points") if same else Verdict("conflict", "wrong-change", written(points))
    if _unit(a.claim) == "ratio" and a.dimension != "times":  # "fell by half", "from 40 to 50, or a quarter"
        low, high = 100 * low * (1 - LOOSE), None if high is None else 100 * high * (1 + LOOSE)
    elif _unit(a.claim) == "ratio":
        low, high = (low, None) if high is None else (low * (1 - LOOSE), high * (1 + LOOSE))
        return _verdict(low, high, _ratio(before, after), "times")
    if _unit(a.claim) == BASIS_POINT:
        return _in_points(a.claim, before, after)
    high = None if high is None else high + half_step(a.claim)
    percent = tuple(100 * abs(ratio - 1) for ratio in _ratio(before, after))
    points = abs(number(after) - number(before))
    if (
        before.kind == "percent"
        and low <= points + half_step(before) + half_step(after)
        and (high is None or points - half_step(before) - half_step(after) <= high)
    ):
        return Verdict("agree", "points")
    if _unit(a.claim) == "percentage_point":
        return Verdict("conflict", "wrong-change", f"{written(points)} points")
    return _verdict(low, high, percent, "percent")


def _in_points(change: Claim, before: Claim, after: Claim) -> Verdict:
    """ "by 75 basis points", which are hundredths of a percentage point, "from 10.5 to 11.25 percent"."""
    points = 100 * abs(number(after) - number(before))
    loose = half_step(change) + 100 * (half_step(before) + half_step(after))
    if abs(points - number(change)) <= loose:
        return Verdict("agree", "points")
    return Verdict("conflict", "wrong-change", f"{written(points)} basis points")


def _ratio(before: Claim, after: Claim) -> tuple[Fraction, ...]:
    """After over before: the stated one, and what rounding may have made of it."""
    one, two = half_step(before), half_step(after)
    stated = number(before), number(after)
    if stated[0] <= one:
        return ()
    return stated[1] / stated[0], (stated[1] - two) / (stated[0] + one), (stated[1] + two) / (stated[0] - one)


def _verdict(low: Fraction, high: Fraction | None, found: tuple[Fraction, ...], unit: str) -> Verdict:
    if not found:
        return Verdict("not_comparable", "from-nothing")
    if max(found) >= low and (high is None or min(found) <= high):
        return Verdict("agree", "change")
    return Verdict("conflict", "wrong-change", f"{written(found[0])} {unit}")


def _unit(claim: Claim) -> str | None:
    assert isinstance(claim.value, Interval)
    return claim.value.unit
