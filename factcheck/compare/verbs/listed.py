"""Announced and listed: as many things as the text says it names."""

from __future__ import annotations

from factcheck.claims.row import Row
from factcheck.compare.verbs.sum import number
from factcheck.model import Verdict
from factcheck.rulebook import Rule


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when the number `a` is that of the list `b`."""
    if number(a.claim) == number(b.claim):
        return Verdict("agree", "listed")
    return Verdict("conflict", "other-number", str(number(b.claim)))
