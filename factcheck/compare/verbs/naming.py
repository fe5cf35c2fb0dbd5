"""Names: one thing has one name in texts that tell the same of it."""

from __future__ import annotations

from factcheck.claims.row import Row
from factcheck.compare.verbs.spelling import plain
from factcheck.model import Verdict
from factcheck.rulebook import Rule


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when both are the same words, whatever their accents and capitals."""
    one, two = ([plain(word) for word in row.claim.text.split()] for row in (a, b))
    return Verdict("agree", "same-name") if one == two else Verdict("conflict", "two-names")
