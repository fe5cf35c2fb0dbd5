"""Spellings: one name is written in one way throughout a text."""

from __future__ import annotations

from factcheck.claims.row import Row
from factcheck.model import Verdict
from factcheck.rulebook import Rule


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when both are written alike; else the letters that differ are told."""
    one, two = a.claim.text, b.claim.text
    if one == two:
        return Verdict("agree", "spelling")
    first = next((at for at, pair in enumerate(zip(one, two, strict=False)) if pair[0] != pair[1]), 0)
    return Verdict("conflict", "two-spellings", f"from letter {first + 1} on")
