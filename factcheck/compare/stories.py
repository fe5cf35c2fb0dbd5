"""Texts that tell one story, as their own figures show.

Two reporters share few words and many figures: 83 miners, 57 saved, 640 metres. A few exact figures in
common, of one kind and unit, are strong evidence that two texts tell one story. In such texts a
property that is left with one value on either side, once all that both give is put aside, is the same
slot of the story in other words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from itertools import combinations, product

from factcheck.claims.profile import Profile
from factcheck.claims.row import Row
from factcheck.compare.agreement import agree
from factcheck.compare.events import dated_apart
from factcheck.compare.identity import value_key
from factcheck.compare.named import NEVER, SURE, Likely
from factcheck.model import Interval, Period
from factcheck.text.words import lists

CROWD = 40  # texts with one figure, beyond which it joins none
FIGURES = 3  # figures that two texts on one story share …
FIGURES_PLACED = 2  # … and those on one event, where they name one place, of rare ones
SHARE = 4  # of so many figures that the text with fewer has, one is shared: two long manuals share some
LARGE = 1_000_000  # a count of nothing from here on is mostly a sum of money
RARE = 100  # a count from here on
COUNTED_OUT = 12  # counts up to here are of any story: their noun must be the same …
DIGITS = 2  # … and of rounder ones
MANY = 10  # who speak in one sentence are fewer
NO_SLOT = frozenset(("quote", "title", "age", "date"))  # a story has many days and persons
COUNTED = frozenset(("count", "ordinal"))
FORM = 3  # slots left open, from which more than the figures in common make two texts one form
WORDS = 2  # that two sentences share on things that are merely counted
APART_TIMES = 2  # beyond which neither rounding nor a hedge makes two figures one
MOST = 8  # values of one property in a text that is no list

Slot = tuple[str, str, str]
Figure = tuple[str, str, Decimal]  # kind, unit or noun, number


class Stories:
    """Which texts tell one story. `rows` of all texts, `profiles` by document."""

    def __init__(self, rows: Sequence[Row], profiles: Sequence[Profile]) -> None:
        where: dict[Figure, set[int]] = defaultdict(set)
        for row in rows:
            if (figure := _figure(row)) is not None:
                where[figure].add(row.document)
        sizes = Counter(document for documents in where.values() for document in documents)
        shared: Counter[tuple[int, int]] = Counter()
        strong: Counter[tuple[int, int]] = Counter()
        for figure, documents in where.items():
            if 1 < len(documents) <= CROWD:
                both = list(combinations(sorted(documents), 2))
                shared.update(both)
                strong.update(both if _is_rare(figure) else ())
        self._shared = shared
        self._told = {
            (a, b): count
            for (a, b), count in shared.items()
            if count >= FIGURES or strong[a, b] >= FIGURES_PLACED
            if count * SHARE >= min(sizes[a], sizes[b])
            if not dated_apart(profiles[a], profiles[b])
        }
        self._likely = Likely(profiles, shared + _years(rows), strong, sizes).pairs()

    def pairs(self) -> list[tuple[int, int]]:
        """Pairs of documents that tell one story, in order."""
        return sorted(pair for pair, count in self._told.items() if count >= FIGURES)

    def likely(self) -> list[tuple[int, int]]:
        """The same, and all pairs that are likely on one event, or at any time on one thing: enough for what
        the words around two figures show to be one, too little to make two events one."""
        return sorted({*self.pairs(), *self._likely})

    def is_one_event(self, first: int, second: int) -> bool:
        """Whether two documents that name few places in common tell of one event, as likely as that is."""
        return self._likely.get((first, second), NEVER) >= SURE

    def share(self, first: int, second: int) -> bool:
        """Whether two documents share any figure."""
        return (first, second) in self._shared

    def related(self) -> list[tuple[int, int]]:
        """Pairs of documents that share fewer figures, and tell one story if something else says so."""
        return sorted(self._told)

    def figures(self, first: int, second: int, placed: bool = False) -> int:
        """How many telling figures two documents share; 0 when they do not tell one story. `placed`: they
        name a place in common."""
        count = self._told.get((first, second), 0)
        return count if placed or count >= FIGURES else 0


def _years(rows: Sequence[Row]) -> Counter[tuple[int, int]]:
    """How many years two documents share that few others name."""
    where: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        if row.granularity == "year" and isinstance(row.claim.value, Period) and row.claim.value.low:
            where[row.claim.value.low].add(row.document)
    return Counter(
        pair
        for documents in where.values()
        if 1 < len(documents) <= CROWD
        for pair in combinations(sorted(documents), 2)
    )


def _is_rare(figure: Figure) -> bool:
    """Whether a figure is a measure, a sum, or a count that two stories hardly share by chance."""
    return figure[0] != "count" or figure[2] >= RARE


def _figure(row: Row) -> Figure | None:
    """The exact figure of a row, with its unit; a small or round count with what it counts."""
    value = row.claim.canonical
    if row.incidental or row.kind == "ordinal" or not isinstance(value, Interval) or not value.figure:
        return None
    figure = abs(value.figure).normalize()
    if row.kind != "count":
        return row.kind, value.unit or "", figure
    small = figure <= COUNTED_OUT or len(figure.as_tuple().digits) < DIGITS
    if small and not row.head:
        return None
    return row.kind, row.head if small else "", figure


class Told:
    """What the texts of stories tell: claims by slot, all values by kind, and figures by sentence."""

    def __init__(self, rows: Sequence[Row], documents: Set[int]) -> None:
        self.slots: dict[int, dict[Slot, list[Row]]] = defaultdict(lambda: defaultdict(list))
        self._values: dict[tuple[int, str, str], list[Row]] = defaultdict(list)
        self._figures: dict[tuple[int, int], set[Figure]] = defaultdict(set)
        for row in rows:
            if row.document not in documents:
                continue
            if (slot := _slot(row)) is not None:
                self.slots[row.document][slot].append(row)
            if (figure := _figure(row)) is not None:
                self._figures[row.document, row.sentence].add(figure)
            self._values[row.document, row.kind, row.dimension].append(row)

    def left(self, slot: Slot, mine: int, other: int) -> list[Row]:
        """The claims of a slot in one text whose value the other one does not give: a measure of whatever
        property, a count of whatever is called so."""
        values = self._values[other, slot[0], slot[1]]
        return [
            row
            for row in self.slots[mine][slot]
            if not (row.stale or any(_gives(each, row) for each in values))
        ]

    def near(self, a: Row, b: Row) -> bool:
        """Whether two sentences share a figure, or words besides the one that names the property; a name
        does for a property, and does not for what is merely counted."""
        if self._figures[a.document, a.sentence] & self._figures[b.document, b.sentence]:
            return True
        words = (a.words & b.words) - lists().dimension
        words -= {a.head, b.head, *a.attribute.split(), *b.attribute.split()}
        if a.attribute:
            return bool(words or a.names & b.names)
        return len(words) >= WORDS


def slots(rows: Sequence[Row], stories: Stories, refused: Counter[str]) -> Iterator[tuple[Row, Row, int]]:
    """Pairs of claims of one property or counted noun that two texts on one story leave open, and the
    number of figures that the texts share. `refused` counts what is left open more than once, and all of
    two texts that are one form, filled in for two things."""
    same = stories.pairs()
    told = Told(rows, {number for pair in same for number in pair})
    for first, second in same:
        figures = stories.figures(first, second)
        open_slots = list(_open(told, first, second, refused))
        if len(open_slots) > max(FORM, figures):
            refused["different-subject"] += len(open_slots)
            continue
        for one, other in open_slots:
            for a, b in product(one, other):
                if a.as_of != b.as_of:
                    refused["different-time"] += 1
                elif told.near(a, b):
                    yield a, b, figures
                else:
                    refused["different-statement"] += 1


def _open(
    told: Told, first: int, second: int, refused: Counter[str]
) -> Iterator[tuple[list[Row], list[Row]]]:
    """The slots that are left with one value in each of two texts."""
    for slot in sorted(told.slots[first].keys() & told.slots[second].keys()):
        sizes = len(told.slots[first][slot]), len(told.slots[second][slot])
        if max(sizes) > MOST:
            refused["crowd"] += sizes[0] * sizes[1]
            continue
        one, other = told.left(slot, first, second), told.left(slot, second, first)
        if any(not same_value(side[0], each) for side in (one, other) for each in side[1:]):
            refused["several-values"] += len(one) * len(other)
        elif one and other:
            yield one, other


def _slot(row: Row) -> Slot | None:
    """What a claim gives: its property, else the noun that it counts or is full of, and per what."""
    if row.family == "casualty" or row.kind in NO_SLOT or is_of_speakers(row):
        return None
    what = row.attribute
    if not what and row.kind in COUNTED:
        what = row.head and f"of {row.head}"
    if not what and row.kind == "duration":
        what = row.claim.scope.get("of", "")
    return (row.kind, row.dimension, f"{what} {row.claim.scope.get('per', '')}".strip()) if what else None


def is_of_speakers(row: Row) -> bool:
    """Whether a count is of those who speak, no figure of the story: "two officers said"."""
    if row.kind != "count" or not row.group or row.attribute or row.verb not in lists().saying:
        return False
    value = row.claim.canonical
    return isinstance(value, Interval) and abs(value.figure) < MANY


def _gives(other: Row, row: Row) -> bool:
    """Whether a claim of the other text may be the same one, and has its value."""
    if other.stale:  # what a text calls overtaken it does not give
        return False
    called = other.head == row.head or (row.attribute and other.attribute == row.attribute) or _is_told(row)
    return bool(called or row.kind not in COUNTED) and same_value(row, other)


def _is_told(row: Row) -> bool:
    """Whether a count is one that two stories hardly share by chance, whatever they call what they count."""
    return (figure := _figure(row)) is not None and _is_rare(figure)


def is_large(row: Row) -> bool:
    """Whether a count of nothing is mostly a sum of money."""
    return isinstance(row.claim.value, Interval) and row.claim.value.figure >= LARGE


def same_value(a: Row, b: Row) -> bool:
    """Whether two claims of one property give one value."""
    one, two, mine, theirs = a.claim.value, b.claim.value, a.claim.canonical, b.claim.canonical
    if not (isinstance(one, Interval) and isinstance(two, Interval)):
        return value_key(a.claim) == value_key(b.claim)
    assert isinstance(mine, Interval) and isinstance(theirs, Interval)
    if "between" not in (one.bound, two.bound):
        small, large = sorted((abs(mine.figure), abs(theirs.figure)))
        if small * APART_TIMES < large:
            return False
    return agree(one, two, mine, theirs, counted=a.kind == "count", bounds="figure")
