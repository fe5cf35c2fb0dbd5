"""Do the sentences share enough words to be about one statement? Asked where no property joins them."""

from __future__ import annotations

from factcheck.claims.row import Row
from factcheck.compare.pair import Reason

SHARED_WORDS = 3  # content words that two sentences share where no subject joins them …
SHARE_WORDS = 1 / 3  # … and their share of the shorter sentence's


def shared(a: Row, b: Row) -> bool:
    """Whether two sentences have `SHARED_WORDS` content words in common."""
    return len(a.words & b.words) >= SHARED_WORDS


def apart(a: Row, b: Row) -> Reason | None:
    """Whether two sentences have too few words in common."""
    common = len(a.words & b.words)
    enough = common >= SHARED_WORDS and common >= SHARE_WORDS * min(len(a.words), len(b.words))
    return None if enough else ("different-statement", "too few words in common")
