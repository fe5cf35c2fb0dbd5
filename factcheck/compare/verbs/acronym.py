"""Short forms: one of them stands for one long form throughout a text."""

from __future__ import annotations

import regex

from factcheck.claims.row import Row
from factcheck.model import Verdict
from factcheck.rulebook import Rule

SMALL = frozenset(
    ("of", "the", "for", "and", "in", "on", "to", "de", "du", "la", "a", "an", "&", "-", "at", "by")
)

BRITISH = (
    ("is", "iz"),
    ("centre", "center"),
    ("our", "or"),
    ("defence", "defense"),
    ("programme", "program"),
)


def key(words: str) -> str:
    """A long form without capitals, plural, hyphens and small words."""
    low = words.lower()
    for british, american in BRITISH:
        low = low.replace(british, american)
    said = regex.findall(r"\p{L}+", low)
    return " ".join(word.rstrip("s") for word in said if word not in SMALL)


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when both long forms are the same words, but for what a writer varies."""
    if key(a.claim.text) == key(b.claim.text):
        return Verdict("agree", "long-form")
    return Verdict("conflict", "two-long-forms", a.claim.subject)
