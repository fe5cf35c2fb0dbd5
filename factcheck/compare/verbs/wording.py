"""Quotations: one utterance in two wordings."""

from __future__ import annotations

from factcheck.claims.row import Row
from factcheck.compare.outcome import same_source
from factcheck.compare.wordings import align, utterance
from factcheck.model import Verdict, Wording
from factcheck.rulebook import Rule


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when the words are the same or a part; conflict when the wording drifted."""
    first, second = a.claim.value, b.claim.value
    if not (isinstance(first, Wording) and isinstance(second, Wording)):
        return Verdict("not_comparable", "different-kind")
    found = align(utterance(first.words), utterance(second.words), same_source(a, b))
    if found.relation in ("same", "part"):
        return Verdict("agree", "same-words" if found.relation == "same" else "partial-quote")
    if found.relation == "drift":
        return Verdict("conflict", "different-wording")
    return Verdict("not_comparable", "different-remark")
