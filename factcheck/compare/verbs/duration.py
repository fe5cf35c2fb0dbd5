"""Durations: measures of time, compared like every measure; those told to the second are exact."""

from __future__ import annotations

from decimal import Decimal

from factcheck.claims.row import Row
from factcheck.compare.verbs import interval
from factcheck.model import Interval, Verdict
from factcheck.rulebook import Rule

EXACT = Decimal(0)


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree as measures do; "2:09:14" and "2 hours, 9 minutes and 41 seconds" are two times."""
    if rule.agree_within and _is_timed(a) and _is_timed(b):
        rule = rule.model_copy(update={"agree_within": EXACT})
    return interval.compare(a, b, rule)


def _is_timed(row: Row) -> bool:
    """Whether a duration is told in several units down to the second."""
    value = row.claim.value
    timed = isinstance(value, Interval) and value.unit == "second" and value.digits is None
    return timed and not value.approximate  # type: ignore[union-attr]
