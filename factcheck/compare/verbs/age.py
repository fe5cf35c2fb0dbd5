"""Ages: whole years of one person; that somebody gets older from text to text, the gate of time knows."""

from __future__ import annotations

from factcheck.claims.row import Row
from factcheck.compare.agreement import agree
from factcheck.model import Interval, Verdict
from factcheck.rulebook import Rule


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when equal."""
    first, second = a.claim, b.claim
    values = first.value, second.value, first.canonical, second.canonical
    if not all(isinstance(value, Interval) for value in values):
        return Verdict("not_comparable", "different-kind")
    if agree(*values, counted=True, bounds="interval", within=rule.agree_within):  # type: ignore[arg-type]
        return Verdict("agree", "equal")
    return Verdict("conflict", "different-value")
