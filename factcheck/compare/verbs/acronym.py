"""Short forms: one of them stands for one long form throughout a text."""

from __future__ import annotations

from factcheck.claims.row import Row
from factcheck.model import Verdict
from factcheck.rulebook import Rule


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when both long forms are the same words."""
    if a.claim.text.lower() == b.claim.text.lower():
        return Verdict("agree", "long-form")
    return Verdict("conflict", "two-long-forms", a.claim.subject)
