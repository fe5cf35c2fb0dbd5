"""Conflict, revised or spread: what kind of difference two values that clash are.

`revised`: a running figure that grew from an earlier text to a later one, or a lower figure that its
own text calls a least ("at least 20"). `spread`: estimates of two different named sources.
Everything else is a conflict. None of it decides whether a difference is reported.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.profile import Profile
from factcheck.claims.row import Row, Spoken
from factcheck.compare.events import APART, days_apart, spoken_apart
from factcheck.compare.pair import Pair
from factcheck.model import Interval, Outcome
from factcheck.rulebook import Rule

WORST = {"conflict": 0, "spread": 1, "revised": 2}


def outcome(pair: Pair, rule: Rule, profiles: list[Profile]) -> Outcome:
    """The kind of difference between two claims whose values clash under `rule`."""
    a, b = pair.a, pair.b
    if pair.grown:
        return "revised"
    if not rule.growing:
        if a.family == "casualty" and _other_days(a, b, profiles):
            return "revised"  # the missing are found: a count of the hour, which goes both ways
        return (
            "spread" if _two_sources(a, b) and rule.compare in ("toll", "count", "interval") else "conflict"
        )
    if not (isinstance(a.claim.value, Interval) and isinstance(b.claim.value, Interval)):
        return "conflict"
    low, high = sorted((a, b), key=lambda row: row.claim.value.figure)  # type: ignore[union-attr]
    published_low, published_high = (_of_day(profiles[row.document]) for row in (low, high))
    if _two_sources(a, b) and (days_apart(published_low, published_high) or 0) > APART:
        return "spread"  # weeks later nobody is still counting
    if published_low and published_high and published_low[:10] != published_high[:10]:
        return "revised" if published_low < published_high else "conflict"
    if _other_hours(low, high, profiles):
        return "revised"
    if profiles[low.document].updated or profiles[high.document].updated:
        return "revised"
    if _two_sources(a, b):
        return "spread"
    return "revised" if low.claim.value.bound == "at_least" else "conflict"  # type: ignore[union-attr]


def is_of_one_day(pair: Pair, profiles: list[Profile]) -> bool:
    """Whether two figures are of texts published on one known day."""
    one, two = (_of_day(profiles[row.document])[:10] for row in (pair.a, pair.b))
    return bool(one) and one == two


def of_group(pairs: Sequence[Pair], outcomes: Sequence[Outcome], growing: bool, settled: bool) -> Outcome:
    """The kind of a finding of several clashes, one of `outcomes`: the worst one. Of running figures,
    estimates of two sources are a spread unless one source stands on both sides and so counted on; and a
    headline, which names neither source nor hour, does not outweigh a pair that knows more. `settled`: two
    texts of one day are in conflict, which other texts of other days do not explain."""
    if growing and "spread" in outcomes and not any(same_source(pair.a, pair.b) for pair in pairs):
        return "spread"
    if growing and "revised" in outcomes and not settled:
        return "revised"
    return min(outcomes, key=WORST.__getitem__)


def same_source(a: Row, b: Row) -> bool:
    """Whether two figures have one source, named in full or in short ("the Port Authority", "the Lund
    Port Authority")."""
    one, two = set(a.speaker.split()), set(b.speaker.split())
    return bool(one and two) and (one <= two or two <= one)


def _two_sources(a: Row, b: Row) -> bool:
    """Whether two sources speak that are known and not one; "the companies" and one of them are one."""
    if not a.speaker or not b.speaker:
        return False
    one, two = set(a.speaker.split(" and ")) - {""}, set(b.speaker.split(" and ")) - {""}
    return bool(one and two and not one & two) and not same_source(a, b)


def _other_days(a: Row, b: Row, profiles: list[Profile]) -> bool:
    """Whether two texts were published on known and different days."""
    one, two = (_of_day(profiles[row.document])[:10] for row in (a, b))
    return bool(one and two and one != two) or _other_hours(a, b, profiles)


def _of_day(profile: Profile) -> str:
    """The day of a text, of a dateline without a year as of the anchor's; "" for none and for a weekday."""
    if profile.published or profile.written is None or profile.written.form != "day":
        return profile.published or ""
    return profile.written.first


def _other_hours(a: Row, b: Row, profiles: list[Profile]) -> bool:
    """Whether two running figures are as of other days of a week or a year: the sentence's, else the
    dateline's."""
    one, two = (_hours(row, profiles[row.document]) for row in (a, b))
    return spoken_apart(one, two)


def _hours(row: Row, profile: Profile) -> tuple[Spoken, ...]:
    """The days that a running figure is as of; "burned on Friday" tells it, "killed on Friday" does not."""
    own = row.as_of or (() if row.family else row.spoken)
    return own or ((profile.written,) if profile.written else ())
