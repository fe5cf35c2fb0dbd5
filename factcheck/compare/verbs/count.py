"""Things counted one by one: exact below a thousand, rounded above, bounds as the rule says."""

from __future__ import annotations

from factcheck.claims.row import Row
from factcheck.compare.agreement import agree
from factcheck.compare.verbs.interval import DIFFERENT, EQUAL, ROUNDED
from factcheck.model import Interval, Verdict
from factcheck.rulebook import Rule


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when one count can stand for the other."""
    first, second = a.claim, b.claim
    if not (isinstance(first.value, Interval) and isinstance(second.value, Interval)):
        return Verdict("not_comparable", "different-kind")
    one, two = first.canonical, second.canonical
    assert isinstance(one, Interval)
    assert isinstance(two, Interval)
    if agree(first.value, second.value, one, two, counted=True, bounds=rule.bounds, within=rule.agree_within):
        return EQUAL if first.value.figure == second.value.figure else ROUNDED
    return DIFFERENT
