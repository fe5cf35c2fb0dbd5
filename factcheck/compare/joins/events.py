"""What texts tell of one event: counts of whom it befell, figures of it as a whole (compare/events.py)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import combinations, product
from typing import TypeVar

from factcheck.claims.attributes import traits
from factcheck.claims.nouns import same_group
from factcheck.claims.profile import Profile
from factcheck.claims.row import Row
from factcheck.compare.events import Relation, claims_apart, near, one_day, relation
from factcheck.compare.joins.odds import are_told_alike, size
from factcheck.compare.pair import New, Pair
from factcheck.compare.stories import Stories, same_value
from factcheck.model import Interval

CROWD = 200  # texts that share a name before the name alone says nothing of a common event …
CLOSEST = 50  # … and a text of theirs is compared with so many of near days
SEVERAL = 2  # tolls that a text gives and the other one does not …
ALIKE = 3  # words that two sentences on one thing share
TOLD = 0.5  # … among which two are one the more likely as one event ties them
Key = TypeVar("Key")  # what a text's rows are grouped by


def by_event(
    rows: Sequence[Row], profiles: Sequence[Profile], stories: Stories, refused: Counter[str], new: New
) -> Iterator[Pair]:
    """Counts of one frame (killed, injured, arrested …) in texts that may tell one event."""
    framed: dict[int, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row.family and row.kind == "count":
            framed[row.document][row.attribute].append(row)
    for first, second in neighbours(profiles, framed, stories, refused):
        common = sorted(framed[first].keys() & framed[second].keys())
        if not common:
            continue
        told = _relation(first, second, profiles, stories)
        for attribute in common:
            one, two = framed[first][attribute], framed[second][attribute]
            left = _Open(one, two)
            for a, b in product(one, two):
                if not (_happened(a, profiles[first]) and _happened(b, profiles[second])):
                    refused["different-event"] += 1
                    continue
                if told.same:
                    how = f"both texts tell of {told.detail}"
                elif told.reason == "different-time" and one_day(a, b, profiles[first], profiles[second]):
                    how = f"both tell of {a.days[0][0]}"  # a text of another week that looks back
                else:
                    refused[told.reason] += 1
                    continue
                if left.are_others(a, b):
                    refused["several-values"] += 1
                elif new(a, b):
                    yield Pair(a, b, "event", how)


class _Open:
    """The tolls of one attribute that either of two texts gives alone."""

    def __init__(self, one: Sequence[Row], two: Sequence[Row]) -> None:
        self._several = max(len(one), len(two)) >= SEVERAL
        self._sides = (one, two)
        self._groups: dict[tuple[str, str], bool] = {}

    @cached_property
    def _alone(self) -> tuple[list[Row], list[Row]]:
        one, two = (list(filter(_is_whole, side)) for side in self._sides)
        return (
            [row for row in one if not any(same_value(row, other) for other in two)],
            [row for row in two if not any(same_value(row, other) for other in one)],
        )

    def are_others(self, a: Row, b: Row) -> bool:
        """Whether a text gives several tolls of a group that the other one has not, and two of them have
        neither words nor figures in common, wherever they are told: those of two days of fighting, of two
        sides."""
        if not self._several or len(a.words & b.words) >= ALIKE or a.claim.canonical == b.claim.canonical:
            return False
        if not self._has_several(a.group, b.group):
            return False
        one, two = (
            [row for row in side if _figure(row) == _figure(of)]
            for side, of in zip(self._sides, (a, b), strict=True)
        )
        apart = abs(size(_figure(a)) - size(_figure(b)))
        return not any(are_told_alike(x, y, apart, TOLD) for x, y in product(one, two))

    def _has_several(self, one: str, two: str) -> bool:
        """Whether either text gives several tolls alone that are of the group of the other's."""
        if (one, two) not in self._groups:
            self._groups[one, two] = any(
                len({row.claim.canonical for row in side if same_group(row.group, group)}) >= SEVERAL
                for side, group in zip(self._alone, (two, one), strict=True)
            )
        return self._groups[one, two]


def _figure(row: Row) -> Decimal:
    value = row.claim.canonical
    return value.figure if isinstance(value, Interval) else Decimal(0)


def _is_whole(row: Row) -> bool:
    return not (row.part or row.aside or row.stale or row.vague)


def _happened(row: Row, profile: Profile) -> bool:
    """Whether a count is of what happened, by cause, day or people: a manual, too, tells what "kills"
    processes."""
    dated = profile.published or profile.written or profile.lead_days or profile.lead_spoken
    told = bool(row.group or row.days or row.spoken or dated)
    return bool(profile.causes) or (told and not row.general)


def by_occasion(
    rows: Sequence[Row], profiles: Sequence[Profile], stories: Stories, refused: Counter[str], new: New
) -> Iterator[Pair]:
    """Figures of an event as a whole (a quake's depth, a fire's area) in texts that may tell one event."""
    told: dict[int, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if traits(row.attribute).occasion and not row.subject:
            told[row.document][row.attribute].append(row)
    for first, second in neighbours(profiles, told, stories, refused):
        common = sorted(told[first].keys() & told[second].keys())
        if not common:
            continue
        same = _relation(first, second, profiles, stories)
        for attribute in common:
            for a, b in product(told[first][attribute], told[second][attribute]):
                if (a.kind, a.dimension) != (b.kind, b.dimension):
                    continue
                apart = claims_apart(a, b, profiles[first], profiles[second])
                if not same.same or apart is not None:
                    refused[apart[0] if apart else same.reason] += 1
                elif new(a, b):
                    yield Pair(a, b, "occasion", f"both texts tell of {same.detail}")


def _relation(first: int, second: int, profiles: Sequence[Profile], stories: Stories) -> Relation:
    """Whether two texts may tell one event; figures in common say so where too few places do."""
    told = relation(profiles[first], profiles[second])
    placed = bool(profiles[first].places & profiles[second].places)
    if told.reason == "different-place" and (figures := stories.figures(first, second, placed)):
        return Relation(True, "same-event", f"one story, with {figures} figures in common")
    if told.reason == "different-place" and stories.is_one_event(first, second):
        return Relation(True, "same-event", "one story")
    return told


def neighbours(
    profiles: Sequence[Profile],
    framed: Mapping[int, Mapping[Key, object]],
    stories: Stories,
    refused: Counter[str],
) -> list[tuple[int, int]]:
    """Pairs of the texts with frames that share a name; of a name in a crowd of texts, those of near days."""
    where: dict[str, list[int]] = defaultdict(list)
    for number, profile in enumerate(profiles):
        if number in framed:
            for name in profile.places | profile.names:
                where[name].append(number)
    found = {pair for pair in stories.likely() if pair[0] in framed and pair[1] in framed}
    for numbers in where.values():
        if len(numbers) <= CROWD:
            found.update(combinations(numbers, 2))
            continue
        close = set(near(profiles, numbers, CLOSEST))
        found |= close
        texts = Counter(attribute for number in numbers for attribute in framed[number])
        every = sum(count * (count - 1) // 2 for count in texts.values())
        refused["crowd"] += every - sum(len(framed[a].keys() & framed[b].keys()) for a, b in close)
    return sorted(found)
