"""Parts that share nobody: together they are no more than the whole."""

from __future__ import annotations

from factcheck.claims.row import Row
from factcheck.compare.verbs.sum import added, number, written
from factcheck.model import Verdict
from factcheck.rulebook import Rule


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when the parts (`b` and what it restates) fit into the whole `a`."""
    total = added([b.claim, *b.restated])
    return (
        Verdict("agree", "parts")
        if total <= number(a.claim)
        else Verdict("conflict", "too-many-parts", written(total))
    )
