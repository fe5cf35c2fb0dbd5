"""Are the two values of one kind and dimension, and figures at all?"""

from __future__ import annotations

from decimal import Decimal

from factcheck.claims.row import Row
from factcheck.compare.pair import Reason
from factcheck.compare.slips import dated
from factcheck.model import Interval, Period

HUNDRED = Decimal(100)
LOCATOR = "because:locator"  # a number that says where to look: "Listing 3"


def apart(a: Row, b: Row) -> Reason | None:
    """Whether kind or dimension differ, two shares make up the whole, or a number has no figure."""
    if a.kind != b.kind:
        return "different-kind", f"{a.kind} and {b.kind}"
    if a.dimension != b.dimension:
        return "different-dimension", f"{a.dimension} and {b.dimension}"
    if a.kind == "percent" and _complement(a, b):
        return "complement", f"{a.claim.text} and {b.claim.text} make a hundred"
    if LOCATOR in a.claim.flags or LOCATOR in b.claim.flags:
        return "locator", f"{a.claim.text} and {b.claim.text} say where to look"
    if a.vague or b.vague:
        return "vague", f"{(a if a.vague else b).claim.text} has no figure"
    return None


def _complement(a: Row, b: Row) -> bool:
    """Whether two shares make up the whole: 84 percent have it, 16 percent have not."""
    one, two = a.claim.canonical, b.claim.canonical
    return isinstance(one, Interval) and isinstance(two, Interval) and one.figure + two.figure == HUNDRED


def unresolved(a: Row, b: Row) -> Reason | None:
    """Whether one of two dates could not be placed in the calendar."""
    for claim in (a.claim, b.claim):
        if isinstance(claim.value, Period) and claim.value.unresolved:
            return "unresolved", f"{claim.text}: {claim.value.unresolved}"
    return None


def undated(a: Row, b: Row) -> Reason | None:
    """The same of dates on one story: two days of an unknown year are of the same one."""
    yearless = all(isinstance(row.claim.value, Period) and not dated(row.claim).unresolved for row in (a, b))
    return None if yearless else unresolved(a, b)
