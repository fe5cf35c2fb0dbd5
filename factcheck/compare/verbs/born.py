"""Ages: how old somebody is who was born on one day, on another."""

from __future__ import annotations

from factcheck.claims.row import Row
from factcheck.compare.verbs.sum import number
from factcheck.model import Period, Verdict
from factcheck.rulebook import Rule

FARTHEST = 15  # years; a birth farther off is mostly somebody else's


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when somebody born at `b` is of the age `a` on some day of `b.days`."""
    birth = b.claim.value
    if not (isinstance(birth, Period) and birth.low and birth.high and b.days):
        return Verdict("not_comparable", "different-kind")
    (first, last), age = b.days[0], number(a.claim)
    youngest, oldest = years(birth.high[:10], first), years(birth.low[:10], last)
    if youngest - FARTHEST > age or age > oldest + FARTHEST or oldest < 0:
        return Verdict("not_comparable", "different-subject")
    if youngest <= age <= oldest:
        return Verdict("agree", "age")
    return Verdict(
        "conflict", "wrong-age", str(youngest) if youngest == oldest else f"{youngest} or {oldest}"
    )


def years(first: str, last: str) -> int:
    """Whole years from one ISO day to another."""
    return int(last[:4]) - int(first[:4]) - (last[5:] < first[5:])
