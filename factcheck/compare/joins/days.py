"""Dates of two texts on one story that may be of one thing: of one verb, or near in the calendar."""

from __future__ import annotations

from typing import Final

from factcheck.claims.row import Row
from factcheck.compare.slips import DAY, MONTH, YEAR, dated, is_numbered
from factcheck.model import Period
from factcheck.text.related import nearness
from factcheck.text.words import lists

DIGITS: Final = 3  # letters of an ISO date that a month or a day takes with its hyphen
PRECISION: Final = {"year": YEAR, "month": MONTH, **dict.fromkeys(("day", "daypart", "hour", "minute"), DAY)}


def may_be_one_day(a: Row, b: Row) -> bool:
    """Whether two dates, no announcements, are of what one verb tells, or near in the calendar."""
    if {a.verb, b.verb} & lists().saying:
        return False
    one, two = dated(a.claim), dated(b.claim)
    if (one.granularity, one.bound) == (two.granularity, two.bound):
        if a.verb and b.verb and ((a.attribute and a.attribute == b.attribute) or nearness(a.verb, b.verb)):
            return True
    elif not (is_numbered(a.claim) and is_numbered(b.claim)):
        return False
    return "at_least" not in (one.bound, two.bound) and _are_near(one, two)


def _are_near(a: Period, b: Period) -> bool:
    """Whether two dates, as far as both tell, are days of one month, months of one year, or of years that
    have all digits but one in common; a term is its end."""
    one, two = (each.high if each.bound == "at_most" else each.low for each in (a, b))
    told = min(PRECISION.get(each.granularity, 0) for each in (a, b))
    if not (one and two and told) or "T" in (one[0], two[0]) or one[:told] == two[:told]:
        return False
    if told == YEAR and a.granularity != b.granularity:
        return False  # "in October 2007", "in 2008"
    if one[YEAR:told] == two[YEAR:told]:
        return sum(x != y for x, y in zip(one[:YEAR], two[:YEAR], strict=True)) == 1
    return one[: told - DIGITS] == two[: told - DIGITS]
