"""Do the sentences share enough words to be about one statement? Asked where no property joins them."""

from __future__ import annotations

from factcheck.claims.row import Row
from factcheck.compare.pair import Pair, Reason

SHARED_WORDS = 3  # content words that two sentences share where no subject joins them …
SHARE_BARE = 0.75  # … of the words of two copies with a number of nothing
SHARE_WORDS = 1 / 3  # … and their share of the shorter sentence's


def shared(a: Row, b: Row) -> bool:
    """Whether two sentences have `SHARED_WORDS` content words in common."""
    return len(a.words & b.words) >= SHARED_WORDS


def apart(a: Row, b: Row) -> Reason | None:
    """Whether two sentences have too few words in common."""
    common = len(a.words & b.words)
    enough = common >= SHARED_WORDS and common >= SHARE_WORDS * min(len(a.words), len(b.words))
    return None if enough else ("different-statement", "too few words in common")


def bare(pair: Pair) -> Reason | None:
    """Whether two copies of few words give a number of nothing, which may be of anything, or one that only
    names something."""
    a, b = pair.a, pair.b
    needed = "minimum" in (a.degree, b.degree)  # "needs Java 17", "Java 11 or newer"
    if a.incidental and pair.share < SHARE_BARE and not (shared(a, b) or needed):
        return "different-statement", "too few words around a number that is a name"
    if a.kind != "count" or a.head or b.head or a.attribute or b.attribute or a.subject or b.subject:
        return None
    if a.claim.scope.get("per") and a.subject_head:
        return None  # "requests are limited to 100 per minute"
    if a.labelled and b.labelled and a.told and a.told == b.told:
        return None
    enough = pair.share >= SHARE_BARE and len(a.words & b.words) > SHARED_WORDS
    return None if enough else ("different-statement", "too few words around a bare number")
