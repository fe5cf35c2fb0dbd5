"""Are the two claims of one place?"""

from __future__ import annotations

from factcheck.claims.attributes import traits
from factcheck.claims.profile import Profile
from factcheck.claims.row import Row
from factcheck.compare.events import as_written
from factcheck.compare.pair import Reason


def apart(a: Row, b: Row, mine: Profile, other: Profile) -> Reason | None:
    """Whether each claim names places that the other text (`mine` is the first) never names."""
    if not a.places or not b.places:
        return None
    if a.subject and a.attribute == b.attribute and traits(a.attribute).once:
        return None  # "born in Lund", "born in Malmö": nobody is born twice
    if a.places & other.places or b.places & mine.places:
        return None
    first, second = as_written([min(a.places), min(b.places)], mine, other)
    return "different-place", f"{first} and {second}"
