"""How two texts on one story lie in time: what may have moved from the one to the other."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.claims.attributes import traits
from factcheck.claims.linking import linking
from factcheck.claims.profile import Profile
from factcheck.claims.row import Row
from factcheck.compare.events import APART, days_from, written_from
from factcheck.compare.slips import DAY, YEAR
from factcheck.model import Period


class Between(NamedTuple):
    """`moving`: they tell of an event, on other days, so that no count is bound to stay; `gap`: the days from
    the first text to the second one, None for not known; `past`: the year before that of the earlier text, ""
    for not known, None where not both tell of an event, whose own tolls are compared as such; `known`: the
    day of the earlier text, "" for not known."""

    moving: bool
    gap: int | None
    past: str | None
    known: str = ""

    @property
    def later(self) -> bool:
        """Whether one may be days older than the other one, so that counts have grown."""
        return self.gap is None or abs(self.gap) > APART

    def grows(self, a: float, b: float) -> bool:
        """Whether of two sizes the one in the later text is the larger."""
        return (self.gap or 0) * (b - a) > 0


def between(a: Profile, b: Profile) -> Between:
    """How two texts lie in time."""
    event = bool(a.causes and b.causes)
    if not (a.published and b.published):
        gap = written_from(a.written, b.written)
        return Between(event and gap != 0, gap, "")
    known = min(a.published, b.published)
    past = f"{int(known[:YEAR]) - 1:04}"
    gap = days_from(a.published, b.published)
    return Between(event and a.published != b.published, gap, past if event else None, known)


def may_move(a: Row, b: Row, apart: Between) -> bool:
    """Whether two figures may be of a thing that moves from day to day: what an event befell, what "rises to"
    its figure, what the later text says was "extended to" it."""
    grows = a.attribute == b.attribute and traits(a.attribute).growing  # what has burned by then
    if apart.moving and (a.kind == "count" or grows):
        return True
    later = b if (apart.gap or 0) > 0 else a
    changed = later.reached and later.verb in linking().raising | linking().changing
    return bool(apart.gap) and (changed or not linking().moving.isdisjoint((a.verb, b.verb)))


def is_own_news(a: Row, b: Row, apart: Between) -> bool:
    """Whether two texts of other days each tell of a day of their own week, or as long ago as the other one
    does: "on Monday" in the one, "on Thursday" in the other, which was printed three days later; or one of
    what the earlier text could not know."""
    one, two = a.claim.value, b.claim.value
    if not apart.gap or not (isinstance(one, Period) and isinstance(two, Period)):
        return False
    if not (one.low and two.low) or "T" in (one.low[0], two.low[0]) or one.granularity != "day":
        return False
    asserted = [low for row, low in ((a, one.low), (b, two.low)) if row.claim.modality == "asserted"]
    if apart.known and any(low[:DAY] > apart.known for low in asserted):
        return True
    weekdays = not any(letter.isdecimal() for row in (a, b) for letter in row.claim.text)
    return (apart.later and weekdays) or days_from(one.low, two.low) == apart.gap


def is_of_long_ago(a: Row, b: Row, apart: Between) -> bool:
    """Whether one of two tolls is dated to a year that was long over when the texts were written."""
    past = apart.past or ""
    return any(row.days and all(last[:YEAR] <= past for _, last in row.days) for row in (a, b))
