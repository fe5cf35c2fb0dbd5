"""The figures of one text by unit, what is told around them, and how near that is to what another tells."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cached_property

from factcheck.claims.row import Row
from factcheck.compare.identity import value_key
from factcheck.compare.items import without_item
from factcheck.compare.joins.odds import size
from factcheck.compare.stories import is_of_speakers
from factcheck.model import Interval
from factcheck.text.related import meanings, near_words

KINDS = frozenset(("quantity", "money", "percent", "duration", "count", "ordinal", "age", "date"))
COUNTED = frozenset(("count", "ordinal"))
FEWEST_COUNTED = 3  # of what two sentences give both, as a sign that they tell of one thing

Unit = tuple[str, str]


class Figure:
    """A figure of a text: its `row`, its `size` as a power of ten (0 for dates), what
    is told `around` it and the `meanings` of that."""

    __slots__ = ("around", "meanings", "row", "size")

    def __init__(self, row: Row, around: frozenset[str]) -> None:
        value = row.claim.canonical
        self.row = row
        self.size = size(value.figure) if isinstance(value, Interval) else 0.0
        self.around = around
        self.meanings = meanings(around)


class Sheet:
    """The figures of one text by unit; what is told around them is asked for late, as long lists are left
    alone."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self.units: dict[Unit, list[Row]] = defaultdict(list)
        self._figures: dict[Unit, list[Figure]] = {}
        for row in rows:
            if row.kind in KINDS and not is_of_speakers(row):
                toll = row.family == "casualty"  # what befell people is a unit of its own
                self.units[row.kind, row.attribute if toll else without_item(row.dimension)].append(row)

    @cached_property
    def bare(self) -> set[tuple[int, Decimal]]:
        """The numbers of nothing, by sentence."""
        return {
            (row.sentence, row.claim.value.figure)
            for row in self._rows
            if isinstance(row.claim.value, Interval) and _is_of_nothing(row)
        }

    @cached_property
    def _beside(self) -> dict[int, dict[str, Row]]:
        """The figures of each sentence, as words."""
        found: dict[int, dict[str, Row]] = defaultdict(dict)
        for row in self._rows:
            if row.kind in KINDS and not _is_small(row):
                found[row.sentence].setdefault(_told(row), row)
        return found

    def of(self, unit: Unit) -> list[Figure]:
        """Those of one unit, made once it is known that another text has some."""
        if unit not in self._figures:
            self._figures[unit] = [Figure(row, self.around(row)) for row in self.units[unit]]
        return self._figures[unit]

    def around(self, row: Row) -> frozenset[str]:
        """The words that tell a figure from others of its unit, and the other figures of its sentence; of a
        date the names there as well: what happened then, it happened to somebody."""
        words = row.company | row.names if row.kind == "date" else row.company
        return words.union(told for told, each in self._beside[row.sentence].items() if each is not row)

    @cached_property
    def at(self) -> Counter[str]:
        """At how many figures of the text each word around them stands."""
        return Counter(word for rows in self.units.values() for row in rows for word in self.around(row))

    def says(self, row: Row, value: Row) -> bool:
        """Whether the sentence of a figure gives another value without its unit: "eight weeks, or five"."""
        figure = value.claim.value
        same = (row.sentence, figure.figure) if isinstance(figure, Interval) else None
        return row.kind not in COUNTED and same in self.bare


def _is_small(row: Row) -> bool:
    """Whether a count or a rank is one that anything may have."""
    value = row.claim.value
    return row.kind in COUNTED and isinstance(value, Interval) and abs(value.figure) < FEWEST_COUNTED


def _is_of_nothing(row: Row) -> bool:
    """Whether no noun stands beside a count; that of another one may be read into it ("2 cells, … and 9")."""
    return row.kind == "count" and (not row.head or " " not in row.claim.text)


def _told(row: Row) -> str:
    """A figure as a word of its sentence, which no other word is."""
    return " ".join((row.kind, *value_key(row.claim), row.head))


class Near:
    """How near the words around two figures of two texts are, asked once for each two; `may_be_one` tells
    of which figures that is asked at all."""

    def __init__(self, mine: Sheet, other: Sheet, may_be_one: Callable[[Row, Row], bool]) -> None:
        self._mine, self._other = mine, other
        self._may_be_one = may_be_one
        self._known: dict[tuple[int, int], float] = {}

    def weight(self, a: Figure, b: Figure) -> float:
        """The weight of the words around two figures that are one, or near in meaning; each word once."""
        if a.meanings.isdisjoint(b.meanings):
            return 0.0
        found = self._known.get((id(a), id(b)))
        if found is None:
            found = self._weight(a, b) if self._may_be_one(a.row, b.row) else 0.0
            self._known[id(a), id(b)] = found
        return found

    def _weight(self, a: Figure, b: Figure) -> float:
        shared = [
            (close / max(self._mine.at[one], self._other.at[two]) ** 0.5, one, two)
            for close, one, two in near_words(a.around, b.around)
        ]
        used: set[tuple[int, str]] = set()
        weight = 0.0
        for share, one, two in sorted(shared, key=lambda each: (-each[0], each[1:])):
            if used.isdisjoint(((0, one), (1, two))):
                used |= {(0, one), (1, two)}
                weight += share
        return weight
