"""`Pair`: two claims that some column brought together, on their way through the gates to a verb."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from factcheck.claims.row import Row

SURE = 3.5  # log-odds from which no tense tells two figures apart
Reason: TypeAlias = tuple[str, str]  # a stable word ("different-subject"), and what the two sides say


class Pair(NamedTuple):
    """Two rows that some column brought together; `via` says which: event, property, subject, noun,
    occasion, words, general, key, story, measure, copy, quote, name, post, inside, ledger.

    `tie`: what is the same in both where the rows do not say it: a name, or what both texts tell. `share`:
    of the words of two copies. `check`: the check inside one text, a verb's name, and `evidence` what it
    says in words; `evidence.joined` has the words for all others, which few pairs come to need. `grown`: the
    later text has the larger figure of what need not stay. `odds`: of both being of one thing, if weighed.
    """

    a: Row
    b: Row
    via: str
    tie: str = ""
    share: float = 0.0
    check: str = ""
    evidence: tuple[str, ...] = ()
    grown: bool = False
    odds: float = 0.0


class New:
    """Whether no stronger tie has joined two rows: asked by a call once it is sure that the weaker one does,
    which joins them; `met` tells it before, and joins nothing."""

    def __init__(self) -> None:
        self._joined: set[tuple[str, str]] = set()

    def __call__(self, a: Row, b: Row) -> bool:
        """Joins two rows; False where they are joined already."""
        before = len(self._joined)
        self._joined.add((a.claim.id, b.claim.id))
        return len(self._joined) > before

    def met(self, a: Row, b: Row) -> bool:
        """Whether two rows are joined."""
        return (a.claim.id, b.claim.id) in self._joined
