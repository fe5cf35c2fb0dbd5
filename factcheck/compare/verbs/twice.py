"""One fact stated twice in one text: each kind of value by its own verb."""

from __future__ import annotations

from factcheck import registry
from factcheck.claims.row import Row
from factcheck.model import Verdict
from factcheck.rulebook import Rule

VERBS = {"count": "count", "date": "date", "age": "age", "ordinal": "ordinal"}


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """The verdict of the verb for values of this kind; measures, money and shares as intervals."""
    verb = registry.get("factcheck.compare.verbs", VERBS.get(a.kind, "interval"))
    verdict: Verdict = verb.compare(a, b, rule)
    return verdict
