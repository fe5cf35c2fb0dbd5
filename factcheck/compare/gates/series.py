"""Do two ordinals count in one series?"""

from __future__ import annotations

from factcheck.claims.linking import linking
from factcheck.claims.profile import Profile
from factcheck.claims.row import Row
from factcheck.compare.pair import Reason


def apart(a: Row, b: Row, mine: Profile, other: Profile) -> Reason | None:
    """Whether two ordinals count in other series, or are told of other occasions (in the texts `mine`
    and `other`)."""
    if a.kind != "ordinal":
        return None
    return in_list(a) or _other_series(a, b) or _other_occasion(a, b, mine, other)


def in_list(a: Row) -> Reason | None:
    """Whether an ordinal is a place in a list ("the second argument", "the first edition is sold out"), which
    counts nothing that happens."""
    listed = a.kind == "ordinal" and (a.general or a.head in linking().positions)
    return ("different-noun", f"the place of one {a.head} and of another") if listed else None


def of(row: Row) -> frozenset[str]:
    """The words between an ordinal and its noun that say what it counts in."""
    return frozenset(row.claim.noun.lower().split()[1:-1]) - linking().any_series


def _other_series(a: Row, b: Row) -> Reason | None:
    """Whether the series have other names: her fifth national title, her second European title."""
    one, two = of(a), of(b)
    if one and two and not one & two:
        return "different-noun", f"{' '.join(sorted(one))} and {' '.join(sorted(two))}"
    return None


def _other_occasion(a: Row, b: Row, mine: Profile, other: Profile) -> Reason | None:
    """Whether two ordinals of one subject are told of other names, which the other text never mentions:
    third at the Corvo marathon, first in Perl."""
    if a.running and b.running and a.partners & b.partners:
        return None
    one, two = _others(a), _others(b)
    if not one or not two or one & _known_by(other) or two & _known_by(mine):
        return None
    return "different-event", f"{min(one)} and {min(two)}"


def _known_by(profile: Profile) -> set[str]:
    """The names in a text, of persons the surname too."""
    return {part for name in profile.names for part in (name, name.rpartition(" ")[2])}


def _others(row: Row) -> frozenset[str]:
    """The names in a claim's sentence but its subject's."""
    return row.names - {row.subject, *row.subject.split()}
