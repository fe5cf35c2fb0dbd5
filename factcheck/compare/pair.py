"""`Pair`: two claims that some column brought together, on their way through the gates to a verb."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from factcheck.claims.row import Row

Reason: TypeAlias = tuple[str, str]  # a stable word ("different-subject"), and what the two sides say


class Pair(NamedTuple):
    """Two rows that some column brought together; `via` says which: event, property, subject, noun,
    occasion, words, general, story, copy, quote, name, inside. `share`: of the words of two copies.
    `check`: the check inside one text, a verb's name."""

    a: Row
    b: Row
    via: str
    evidence: tuple[str, ...] = ()
    share: float = 0.0
    check: str = ""
