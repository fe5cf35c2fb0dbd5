"""What to look at first: independent sources × difference × weight of the rule × prominence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck.jsontypes import ConflictRecord, SideRecord
from factcheck.web.diff import likeness
from factcheck.web.timeline import date_minutes

SEVERITY = {"error": 3.0, "warning": 2.0, "note": 1.0}
OUTCOME = {"conflict": 1.0, "revised": 0.5, "spread": 0.4}
LEAD = 400  # code points: a value in a text's beginning is read by everybody
PROMINENT, PLAIN = 1.5, 1.0
LEAST = 0.05  # a difference never makes a finding vanish from the top by itself
YEAR = 365.0 * 1440


class Priority(NamedTuple):
    """The product and its factors."""

    sources: int
    difference: float
    weight: float
    prominence: float

    @property
    def value(self) -> float:
        """The product, rounded so that it reads the same everywhere."""
        return round(self.sources * self.difference * self.weight * self.prominence, 4)

    def told(self) -> str:
        """The factors in words."""
        return (
            f"{self.sources} independent source{'' if self.sources == 1 else 's'} × "
            f"difference {self.difference:.0%} × weight {self.weight:g} × prominence {self.prominence:g}"
        )


def priority(conflict: ConflictRecord, origin: Mapping[str, str]) -> Priority:
    """The priority of a finding; `origin` names for a document the one that it is a copy of."""
    sides = conflict["claims"]
    prominent = any(side["start"] < LEAD for side in sides)
    return Priority(
        len({origin.get(side["document"], side["document"]) for side in sides}),
        max(LEAST, round(_difference(sides), 4)),
        SEVERITY[conflict["severity"]] * OUTCOME.get(conflict["outcome"], 1.0),
        PROMINENT if prominent else PLAIN,
    )


def _difference(sides: Sequence[SideRecord]) -> float:
    """How far the sides are apart, from 0 to 1."""
    first = sides[0]["value"]
    if "words" in first:
        others = [side["value"]["words"] for side in sides[1:] if "words" in side["value"]]
        return max((1 - likeness(first["words"], other) for other in others), default=0.0)
    ends = [end for side in sides if (end := _figure(side)) is not None]
    if len(ends) < 2:
        return 0.5
    apart = max(ends) - min(ends)
    if "granularity" in first:
        return min(1.0, apart / YEAR)
    largest = max(abs(end) for end in ends)
    return min(1.0, apart / largest) if largest else 0.0


def _figure(side: SideRecord) -> float | None:
    value = side["canonical"] or side["value"]
    if "words" in value:
        return None
    end = value["low"] if value["low"] is not None else value["high"]
    if end is None:
        return None
    if "granularity" in value:
        return None if end.startswith("T") else date_minutes(end)
    return float(end)
