"""Conflict, revised or spread: what kind of difference two values that clash are.

`revised`: a running figure that grew from an earlier text to a later one, or a lower figure that its
own text calls a least ("at least 20"). `spread`: estimates of two different named sources.
Everything else is a conflict. None of it decides whether a difference is reported.
"""

from __future__ import annotations

from factcheck.claims.profile import Profile
from factcheck.claims.row import Row
from factcheck.compare.gates import Pair
from factcheck.model import Interval, Outcome
from factcheck.rulebook import Rule


def outcome(pair: Pair, rule: Rule, profiles: list[Profile]) -> Outcome:
    """The kind of difference between two claims whose values clash under `rule`."""
    a, b = pair.a, pair.b
    if not rule.growing:
        if a.family == "casualty" and _other_days(a, b, profiles):
            return "revised"  # the missing are found: a count of the hour, which goes both ways
        return (
            "spread" if _two_sources(a, b) and rule.compare in ("toll", "count", "interval") else "conflict"
        )
    if not (isinstance(a.claim.value, Interval) and isinstance(b.claim.value, Interval)):
        return "conflict"
    low, high = sorted((a, b), key=lambda row: row.claim.value.figure)  # type: ignore[union-attr]
    published_low, published_high = (profiles[row.document].published or "" for row in (low, high))
    if published_low and published_high and published_low[:10] != published_high[:10]:
        return "revised" if published_low < published_high else "conflict"
    if _two_sources(a, b):
        return "spread"
    if low.claim.value.bound == "at_least" or profiles[high.document].updated:  # type: ignore[union-attr]
        return "revised"
    return "conflict"


def _two_sources(a: Row, b: Row) -> bool:
    """Whether two sources speak that are known and not one; "the companies" and one of them are one."""
    one, two = set(a.speaker.split(" and ")) - {""}, set(b.speaker.split(" and ")) - {""}
    return bool(one and two and not one & two)


def _other_days(a: Row, b: Row, profiles: list[Profile]) -> bool:
    """Whether two texts were published on known and different days."""
    one, two = ((profiles[row.document].published or "")[:10] for row in (a, b))
    return bool(one and two and one != two)
