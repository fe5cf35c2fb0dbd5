"""Ordinals: no fifth of four."""

from __future__ import annotations

from factcheck.claims.row import Row
from factcheck.compare.verbs.sum import number
from factcheck.model import Verdict
from factcheck.rulebook import Rule


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when the place `a` is one of the `b` there are."""
    if number(a.claim) <= number(b.claim):
        return Verdict("agree", "place")
    return Verdict("conflict", "beyond-the-last", str(number(b.claim)))
