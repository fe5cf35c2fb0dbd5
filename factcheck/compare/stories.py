"""Texts that tell one story, as their own figures show.

Two reporters share few words and many figures: 83 miners, 57 saved, 640 metres. A few exact figures in
common, of one kind and unit, are strong evidence that two texts tell one story. In such texts a
property that is left with one value on either side, once all that both give is put aside, is the same
slot of the story in other words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations, product

from factcheck.claims.profile import Profile
from factcheck.claims.row import Row
from factcheck.compare.agreement import agree
from factcheck.compare.events import dated_apart
from factcheck.compare.identity import value_key
from factcheck.model import Interval

CROWD = 100  # texts with one figure, beyond which it joins none
FIGURES = 3  # figures that two texts on one story share …
FIGURES_PLACED = 2  # … and those on one event, where they name one place
COUNTED_OUT = 12  # counts up to here are of any story: their noun must be the same …
DIGITS = 2  # … and of rounder ones
NO_SLOT = frozenset(("quote", "title", "age", "date"))  # a story has many days and persons
COUNTED = frozenset(("count", "ordinal"))
MOST = 8  # values of one property in a text that is no list

Slot = tuple[str, str, str]


class Stories:
    """Which texts tell one story. `rows` of all texts, `profiles` by document."""

    def __init__(self, rows: Sequence[Row], profiles: Sequence[Profile]) -> None:
        where: dict[Hashable, set[int]] = defaultdict(set)
        for row in rows:
            if (figure := _figure(row)) is not None:
                where[figure].add(row.document)
        shared: Counter[tuple[int, int]] = Counter()
        for documents in where.values():
            if 1 < len(documents) <= CROWD:
                shared.update(combinations(sorted(documents), 2))
        self._told = {
            (a, b): count
            for (a, b), count in shared.items()
            if count >= FIGURES_PLACED and not dated_apart(profiles[a], profiles[b])
        }

    def pairs(self) -> list[tuple[int, int]]:
        """Pairs of documents that tell one story, in order."""
        return sorted(pair for pair, count in self._told.items() if count >= FIGURES)

    def figures(self, first: int, second: int, placed: bool = False) -> int:
        """How many telling figures two documents share; 0 when they do not tell one story. `placed`: they
        name a place in common."""
        count = self._told.get((first, second), 0)
        return count if placed or count >= FIGURES else 0


def _figure(row: Row) -> Hashable | None:
    """The exact figure of a row, with its unit; a small or round count with what it counts."""
    value = row.claim.canonical
    if row.incidental or row.kind == "ordinal" or not isinstance(value, Interval) or not value.figure:
        return None
    figure = abs(value.figure).normalize()
    if row.kind != "count":
        return row.kind, value.unit, figure
    small = figure <= COUNTED_OUT or len(figure.as_tuple().digits) < DIGITS
    if small and not row.head:
        return None
    return row.kind, row.head if small else "", figure


def slots(rows: Sequence[Row], stories: Stories, refused: Counter[str]) -> Iterator[tuple[Row, Row, int]]:
    """Pairs of claims of one property or counted noun that two texts on one story leave open, and the
    number of figures that the texts share. `refused` counts what is left open more than once."""
    told: dict[int, dict[Slot, list[Row]]] = defaultdict(lambda: defaultdict(list))
    beside: dict[tuple[int, int], set[Hashable]] = defaultdict(set)
    documents = {number for pair in stories.pairs() for number in pair}
    for row in rows:
        if row.document not in documents:
            continue
        if (slot := _slot(row)) is not None:
            told[row.document][slot].append(row)
        if (figure := _figure(row)) is not None:
            beside[row.document, row.sentence].add(figure)
    for first, second in stories.pairs():
        for slot in sorted(told[first].keys() & told[second].keys()):
            one, other = told[first][slot], told[second][slot]
            if len(one) > MOST or len(other) > MOST:
                refused["crowd"] += len(one) * len(other)
                continue
            one, other = _left(one, other), _left(other, one)
            if any(not _agree(side[0], each) for side in (one, other) for each in side[1:]):
                refused["several-values"] += len(one) * len(other)
                continue
            for a, b in product(one, other):
                figured = beside[a.document, a.sentence] & beside[b.document, b.sentence]
                if figured or _near(a, b):
                    yield a, b, stories.figures(first, second)
                else:
                    refused["different-statement"] += 1


def _slot(row: Row) -> Slot | None:
    """What a claim gives: its property, else the noun that it counts."""
    if row.family == "casualty" or row.kind in NO_SLOT:
        return None
    if row.attribute:
        return row.kind, row.dimension, row.attribute
    if row.kind in COUNTED:
        return (row.kind, row.dimension, "of " + row.head) if row.head else None
    of = row.claim.scope.get("of", "") if row.kind == "duration" else ""
    return (row.kind, row.dimension, "of " + of) if of else None


def _near(a: Row, b: Row) -> bool:
    """Whether two sentences share a name, or a word besides the one that names the property."""
    named = {a.head, b.head, *a.attribute.split(), *b.attribute.split()}
    return bool(a.names & b.names) or bool((a.words & b.words) - named)


def _left(mine: Sequence[Row], theirs: Sequence[Row]) -> list[Row]:
    """The claims of one text whose value the other one does not give."""
    return [row for row in mine if not any(_agree(row, each) for each in theirs)]


def _agree(a: Row, b: Row) -> bool:
    """Whether two claims of one property give one value."""
    one, two, mine, theirs = a.claim.value, b.claim.value, a.claim.canonical, b.claim.canonical
    if not (isinstance(one, Interval) and isinstance(two, Interval)):
        return value_key(a.claim) == value_key(b.claim)
    assert isinstance(mine, Interval) and isinstance(theirs, Interval)
    return agree(one, two, mine, theirs, counted=a.kind == "count", bounds="figure")
