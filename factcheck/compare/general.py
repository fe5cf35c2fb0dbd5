"""What two manuals say of one thing: general statements with one subject and predicate, on one topic.

"A token is valid for 24 hours" and "tokens are valid for 12 hours" name nobody, but both texts name the
product. Subjects must have the same noun and the same words before it; of the predicate the verb or half
of the other words must be the same. A count may also meet another one of its noun and verb ("… use it"), and
a number that names something ("port 8080", "Python 3.10") the one that the same thing listens on or needs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from factcheck.claims.linking import linking
from factcheck.claims.places import place_key
from factcheck.claims.profile import Profile
from factcheck.claims.row import Row
from factcheck.compare.crowds import combine
from factcheck.compare.pair import Pair

STRAY = 1  # words that a predicate may have beside a bare "is 5 MB"


def pairs(
    rows: Sequence[Row], profiles: Sequence[Profile], refused: Counter[str], new: Callable[[Row, Row], bool]
) -> Iterator[Pair]:
    """Pairs of general statements that tell the same of one thing."""
    told: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    counted: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    named: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        if row.family:
            continue
        if row.incidental:
            if row.general and (row.thing or row.subject):
                named[row.head, row.thing or row.subject].append(row)
            continue
        if row.general and row.thing and not {row.thing, *row.modifiers} <= linking().relational:
            told[row.kind, row.dimension, row.thing].append(row)
        if row.general and row.kind == "count" and row.head and row.verb not in ("", "be", "have"):
            counted[row.head, row.verb].append(row)
    topics = _Topics(profiles)
    for blocks, of_one in ((told, _of_one), (counted, _turned), (named, _at_one)):
        for _, block in sorted(blocks.items()):
            for a, b in combine(block, refused):
                if _other_things(a, b):
                    refused["different-subject"] += 1
                    continue
                topic = topics.of(a.document, b.document)
                if topic and of_one(a, b, topic) and _alike(a, b, topic) and new(a, b):
                    what = a.thing if blocks is told else a.head
                    yield Pair(a, b, "general", f"both texts are on {min(topic)} and say it of the {what}")


class _Topics:
    """What two texts are both on, asked once for each two."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._profiles = profiles
        self._known: dict[tuple[int, int], frozenset[str]] = {}

    def of(self, first: int, second: int) -> frozenset[str]:
        """The names that two texts share, those of places left out."""
        found = self._known.get((first, second))
        if found is None:
            a, b = self._profiles[first], self._profiles[second]
            where = a.places & b.places
            found = frozenset(name for name in a.names & b.names if place_key(name) not in where)
            self._known[first, second] = found
        return found


def _other_things(a: Row, b: Row) -> bool:
    """Whether names or words before the noun tell two things apart: "the TEAM edition", "the FREE edition"."""
    if a.subject and b.subject and a.subject != b.subject:
        return True
    return bool(a.modifiers - b.modifiers and b.modifiers - a.modifiers)


def _words(topic: frozenset[str]) -> frozenset[str]:
    return frozenset(word for name in topic for word in name.split())


def _of_one(a: Row, b: Row, topic: frozenset[str]) -> bool:
    """Whether only the topic's name stands before the noun of one alone ("the Kelda server")."""
    return a.modifiers == b.modifiers or a.modifiers ^ b.modifiers <= _words(topic)


def _turned(a: Row, b: Row, topic: frozenset[str]) -> bool:
    """Whether the subject of one stands elsewhere in the other: "farmers in 40 countries use it", "it is used
    by farmers in 38 countries"."""
    return bool(a.thing) != bool(b.thing) and (a.thing or b.thing) in (b.words if a.thing else a.words)


def _at_one(a: Row, b: Row, topic: frozenset[str]) -> bool:
    """Whether two numbers that name something are told of by one verb, or both are needed."""
    needed = {a.verb, b.verb} <= linking().needing
    return needed or (a.verb == b.verb and a.verb not in ("be", "have", "see"))


def _alike(a: Row, b: Row, topic: frozenset[str]) -> bool:
    """Whether two statements say the same of their subject, as far as verb, property and words tell."""
    if a.incidental or (a.attribute and a.attribute == b.attribute):
        return True
    same_verb = a.verb == b.verb and a.verb not in linking().light
    of = _words(topic) | {a.thing, b.thing, a.head, b.head} | a.modifiers
    mine, other = (row.words - of - b.modifiers - ({row.verb} if same_verb else set()) for row in (a, b))
    fewer, more = sorted((len(mine), len(other)))
    common = len(mine & other)
    if not fewer:
        return same_verb or more <= STRAY
    return common > 0 and (same_verb or common * 2 >= fewer)
