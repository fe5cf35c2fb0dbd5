"""Ages: whole years of one person; a birthday between two texts' dates explains one year."""

from __future__ import annotations

from decimal import Decimal

from factcheck.claims.row import Row
from factcheck.compare.agreement import agree
from factcheck.model import Interval, Verdict
from factcheck.rulebook import Rule


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when equal; one year apart is a birthday when the texts are of different days."""
    first, second = a.claim, b.claim
    values = first.value, second.value, first.canonical, second.canonical
    if not all(isinstance(value, Interval) for value in values):
        return Verdict("not_comparable", "different-kind")
    if agree(*values, counted=True, bounds="interval", within=rule.agree_within):  # type: ignore[arg-type]
        return Verdict("agree", "equal")
    days = {claim.scope.get("as_of", "") for claim in (first, second)}
    if len(days) == 2 and "" not in days and abs(values[0].figure - values[1].figure) <= Decimal(1):  # type: ignore[union-attr]
        return Verdict("agree", "birthday")
    return Verdict("conflict", "different-value")
