"""What office texts on one story give a person: two leading ones that nobody holds at once.

A text introduces a person by the office that matters to its story, so that two texts on one story mostly
give the same one. Professions go with any office and are left alone ("the lawyer", "the chairman").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.claims.row import Row
from factcheck.compare.pair import New, Pair
from factcheck.compare.stories import Stories
from factcheck.data import load
from factcheck.model import Wording

HELD = frozenset(("deputy", "vice", "acting"))  # what may be said of an office that is held now

Holders = dict[tuple[int, str], list[Row]]  # by text and person


def by_post(rows: Sequence[Row], stories: Stories, new: New) -> Iterator[Pair]:
    """Two offices of one person, each in one of two texts on one story."""
    held: dict[int, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row.kind == "title" and row.subject:
            held[row.document][row.subject].append(row)
    for first, second in sorted({*stories.related(), *stories.likely()}):
        for person in sorted(held[first].keys() & held[second].keys()):
            one, two = _only_post(held[first][person]), _only_post(held[second][person])
            if one and two and _exclude(one, two) and new(one, two):
                yield Pair(one, two, "post", one.claim.subject or "")


def _only_post(titles: Sequence[Row]) -> Row | None:
    """The office of a person whom a text gives but one, or the same again."""
    offices = {_office(row) for row in titles if _office(row)}
    return next(row for row in titles if _office(row)) if len(offices) == 1 else None


def _office(row: Row) -> str:
    """The leading office that a title is, with its rank; "" for another title and one that is over."""
    value = row.claim.canonical or row.claim.value
    if not isinstance(value, Wording) or not HELD.issuperset(row.claim.flags):
        return ""
    words = value.words.lower()
    return next((post for post in _posts() if words == post or words.endswith(f" {post}")), "")


def _exclude(one: Row, two: Row) -> bool:
    """Whether two offices are of two names, neither of which is said for the other."""
    office, other = _office(one), _office(two)
    return office != other and not any(office in pair and other in pair for pair in _together())


@cache
def _posts() -> tuple[str, ...]:
    """The leading offices, longest first."""
    return tuple(sorted(load("titles")["posts"], key=lambda post: (-len(post), post)))


@cache
def _together() -> tuple[frozenset[str], ...]:
    """Offices that are said for one another, or held at once."""
    return tuple(frozenset(names) for names in load("titles")["together"])
