"""What two texts on one story tell of one thing in other words, as the words around the figures show.

Reporters call one thing by many names: "completed a five-month course abroad", "spent seven months at a
school overseas". Of the figures of one unit that either text gives alone, two are of one thing when the words
around them are nearer to each other than to those of any other figure of the unit. A word tells the more the
fewer figures it stands at; words of near meaning count as well. Figures that are near each other need fewer
words, and two of which one is the other with digits exchanged none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from functools import cached_property
from itertools import product
from math import log10

from factcheck.claims.attributes import traits
from factcheck.claims.row import Row
from factcheck.compare.joins.between import Between, is_of_long_ago, is_own_news, may_move
from factcheck.compare.slips import is_exchanged, is_typo, slip
from factcheck.compare.stories import is_large, same_value
from factcheck.model import Interval, Period, Value
from factcheck.text.related import KIND, meanings, near_words, nearness
from factcheck.text.words import lists

KINDS = frozenset(("quantity", "money", "percent", "duration", "count", "ordinal", "age", "date"))
COUNTED = frozenset(("count", "ordinal"))
RATIOS = frozenset(("factor",))  # dimensions of which a text has many
NEAR = 1.4  # weight of the words that two figures share …
AHEAD = 0.5  # … and by how much more it is than what either shares with another figure
BY_KIND = {"date": (1.7, 0.8)}  # both, of what a story has many of
UNTOLD = 0.5  # more weight, where the sentences name others
NEAR_ALIKE = 0.5  # weight that is enough where one is the other with a slip, or they are …
CLOSE = log10(2)  # … so near to each other: what a story says twice differs by little …
CLOSEST = log10(1.6)  # … and by less where a measure is the only one of its dimension
ROUND_DIGITS = 2  # of a figure that its hedge makes round
HEDGED = log10(1.1)  # "just under seven" stands for 6.5
APART = log10(4)  # how far apart two figures of one thing are, without a slip; values that agree are nearer
ROUNDED = 0.05  # how far from a whole power of ten a factor of ten is, with both figures rounded
EXCHANGED = ("two digits swapped", "day and month exchanged", "units exchanged")
MOST = 12  # figures of one unit in a text that is no list

Unit = tuple[str, str]


class Figure:
    """A figure of a text: its `row`, its `size` as a power of ten (0 for dates), its `digits` in order, and
    the `meanings` of the words around it. Size and digits tell what is not worth asking exactly."""

    __slots__ = ("digits", "meanings", "row", "size")

    def __init__(self, row: Row) -> None:
        value = row.claim.canonical
        self.row = row
        self.size = _size(value.figure) if isinstance(value, Interval) else 0.0
        said = row.claim.value
        self.digits = sorted(f"{said.figure.normalize():f}") if isinstance(said, Interval) else None
        self.meanings = meanings(_around(row))


def _around(row: Row) -> frozenset[str]:
    """The words that tell a figure from others of its unit; of a date the names of its sentence as well: what
    happened then, it happened to somebody."""
    return row.company | row.names if row.kind == "date" else row.company


def _size(figure: Decimal) -> float:
    """The power of ten of a figure of any length, which no float need hold."""
    power = figure.adjusted() if figure else 0
    return power + log10(abs(figure.scaleb(-power)) or 1)


class Sheet:
    """The figures of one text by unit, at how many of them each word around them stands (`at`), and the
    numbers of nothing, by sentence (`bare`)."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.units: dict[Unit, list[Row]] = defaultdict(list)
        self.bare: set[tuple[int, Decimal]] = set()
        self._figures: dict[Unit, list[Figure]] = {}
        for row in rows:
            if row.kind == "count" and not row.head and isinstance(row.claim.value, Interval):
                self.bare.add((row.sentence, row.claim.value.figure))
            if row.kind in KINDS and not (traits(row.attribute).occasion and not row.subject):
                toll = row.family == "casualty"  # what befell people is a unit of its own
                self.units[row.kind, row.attribute if toll else row.dimension].append(row)

    def of(self, unit: Unit) -> list[Figure]:
        """Those of one unit, made once it is known that another text has some."""
        if unit not in self._figures:
            self._figures[unit] = list(map(Figure, self.units[unit]))
        return self._figures[unit]

    @cached_property
    def at(self) -> Counter[str]:
        """At how many figures of the text each word around them stands."""
        return Counter(word for rows in self.units.values() for row in rows for word in _around(row))

    def says(self, row: Row, value: Row) -> bool:
        """Whether the sentence of a figure gives another value without its unit: "eight weeks, or five"."""
        figure = value.claim.value
        same = (row.sentence, figure.figure) if isinstance(figure, Interval) else None
        return row.kind not in COUNTED and same in self.bare


def pairs(
    mine: Sheet, other: Sheet, apart: Between, refused: Counter[str]
) -> Iterator[tuple[Row, Row, bool]]:
    """The figures of two texts on one story that are of one thing, and whether that has grown from the
    earlier text to the later one; `refused` counts those of long lists."""
    near = _Near(mine, other, apart.later)
    for unit in sorted(mine.units.keys() & other.units.keys()):
        toll = mine.units[unit][0].family == "casualty"  # the days of texts tell one that has grown
        sizes = len(mine.units[unit]), len(other.units[unit])
        if max(sizes) > MOST:
            refused["crowd"] += sizes[0] * sizes[1]
            continue
        one, two = mine.of(unit), other.of(unit)
        left = _open(one, two)
        alone = len(left[0]) == len(left[1]) == 1
        for a, b in product(*left):
            if not _may_be_one(a.row, b.row) or not _are_alike(a, b):
                continue
            if is_own_news(a.row, b.row, apart):
                continue
            if toll and apart.past is not None and not is_of_long_ago(a.row, b.row, apart):
                continue
            if mine.says(a.row, b.row) or other.says(b.row, a.row):
                refused["co-stated"] += 1
                continue
            counted = not toll and a.row.kind != "date" and may_move(a.row, b.row, apart)
            grown = counted and not _is_mistyped(a.row, b.row)
            if grown and not apart.grows(a.size, b.size):
                refused["different-time"] += 1
            elif _are_one(a, b, near, (one, two), alone):
                yield a.row, b.row, grown


def _open(one: Sequence[Figure], two: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """What tells of the story itself, of no part and no earlier time, and stands in one text alone."""
    given: set[int] = set()  # agreeing is mutual, so that each two are asked once
    for a, b in product(one, two):
        asked = id(a) in given and id(b) in given
        if not asked and abs(a.size - b.size) < APART and _may_be_equal(a, b):
            given |= {id(a), id(b)}
    mine, theirs = (
        [each for each in side if id(each) not in given and _is_bare(each.row)] for side in (one, two)
    )
    return mine, theirs


def _may_be_equal(a: Figure, b: Figure) -> bool:
    """Whether two figures may be one, with whatever hedge: "half a tonne" is said of 480 kg, "less than
    half a watt" of 0.4 W. Of counts of nothing only those that are equal are any other one."""
    if same_value(a.row, b.row):
        return a.size == b.size or bool(a.row.head) == bool(b.row.head)
    apart = a.size - b.size
    return any(_covers(row.claim.value, gap) for row, gap in ((a.row, -apart), (b.row, apart)))


def _covers(value: Value, gap: float) -> bool:
    """Whether a hedged figure may stand for one that is larger by the power of ten `gap`."""
    if not isinstance(value, Interval) or abs(gap) > CLOSE:
        return False
    if value.high is None or value.low is None:
        return gap >= -HEDGED if value.high is None else gap <= HEDGED
    rough = value.approximate and (value.digits or 0) <= ROUND_DIGITS  # "some 64.1 percent" is not
    return abs(gap) <= HEDGED and (rough or value.digits is None)


def _is_bare(row: Row) -> bool:
    """Whether a claim tells of the story itself; what it tells of an earlier time has a date of its own,
    or is whom something befell long ago."""
    past = (row.back or row.aside) and not row.days and row.family != "casualty"
    return not (row.stale or row.part or row.vague or past)


def _may_be_one(a: Row, b: Row) -> bool:
    """Whether two figures of one unit may be of one thing: counts are of things that may be called alike."""
    if a.kind not in COUNTED or a.family == "casualty" or (a.attribute and a.attribute == b.attribute):
        return True
    if not (a.head or b.head):
        return is_large(a) and is_large(b)
    return nearness(a.head, b.head) >= KIND if a.head and b.head else True


def _are_alike(a: Figure, b: Figure) -> bool:
    """Whether two figures are not too far apart for one thing, or one is the other with a slip; of dates, of
    which a story has many, the slip alone tells."""
    apart = abs(a.size - b.size)
    if a.row.kind == "date":
        return slip(a.row.claim, b.row.claim) is not None or _may_be_one_day(a.row, b.row)
    if apart <= APART:
        return True
    tens = abs(apart - round(apart)) < ROUNDED
    return (apart <= 1 or tens) and slip(a.row.claim, b.row.claim) is not None


def _may_be_one_day(a: Row, b: Row) -> bool:
    """Whether two dates of one size are of what one verb tells, no announcement."""
    if not (a.verb and b.verb) or {a.verb, b.verb} & lists().saying:
        return False
    if not (a.attribute and a.attribute == b.attribute) and not nearness(a.verb, b.verb):
        return False
    one, two = a.claim.value, b.claim.value
    return (
        isinstance(one, Period)
        and isinstance(two, Period)
        and (one.granularity, one.bound) == (two.granularity, two.bound)
    )


def _are_one(
    a: Figure,
    b: Figure,
    near: _Near,
    units: tuple[list[Figure], list[Figure]],
    alone: bool,
) -> bool:
    """Whether the words around two figures say that they are of one thing; `units`: all figures of their unit
    in either text, `alone`: no others are left there that the other text does not have."""
    weight, named = near.weight(a, b), a.row.named and a.row.attribute == b.row.attribute
    if a.digits == b.digits and _is_exchanged(a.row, b.row):
        return True
    if weight < NEAR_ALIKE and not (alone or named):
        return False
    typo, met = _is_mistyped(a.row, b.row), _meet(a.row.names, b.row.names)
    if (alone and typo) or (named and met and (typo or (alone and a.row.kind != "age"))):
        return True  # a story has one range, and many persons of some age
    if alone and a.row.family == "casualty" and (met or weight >= NEAR_ALIKE):
        return True
    close = a.row.kind not in ("age", "date") and abs(a.size - b.size) <= CLOSE
    close = close and weight - near.noun(a.row, b.row) >= NEAR_ALIKE
    told = met and _may_be_told_of(a.row, b.row) and _may_be_told_of(b.row, a.row)
    if alone and told and _is_measure(a.row) and abs(a.size - b.size) <= CLOSEST:
        return True
    if alone and (close or slip(a.row.claim, b.row.claim)) and _may_be_called_alike(a.row, b.row):
        return weight >= NEAR_ALIKE
    least, ahead = (NEAR_ALIKE, 0.0) if typo or close else BY_KIND.get(a.row.kind, (NEAR, AHEAD))
    if not (told or typo):
        least, ahead = max(least, NEAR) + UNTOLD, AHEAD
    if weight < least:
        return False
    one, two = units
    others = [near.weight(a, each) for each in two if each is not b]
    others += [near.weight(each, b) for each in one if each is not a]
    return weight - max(others, default=0.0) >= ahead


def _is_exchanged(a: Row, b: Row) -> bool:
    return is_exchanged(a.claim, b.claim) and (a.kind not in COUNTED or bool(a.head and b.head))


def _may_be_called_alike(a: Row, b: Row) -> bool:
    return a.kind not in COUNTED or bool(a.head and a.head == b.head)


def _is_measure(row: Row) -> bool:
    return row.kind == "quantity" and row.dimension not in RATIOS


def _is_mistyped(a: Row, b: Row) -> bool:
    """Whether one figure is the other with digits mistyped; years and days next to each other are many."""
    found = slip(a.claim, b.claim) or ""
    return is_typo(a.claim, b.claim) or found.startswith(EXCHANGED)


def _may_be_told_of(a: Row, b: Row) -> bool:
    """Whether a sentence names the subject of the other one, or nobody."""
    return not a.subject or bool(b.subject) or _meet({a.subject}, b.names)


def _meet(mine: Set[str], other: Set[str]) -> bool:
    """Whether two sentences have a name in common, in full or in part, or one of them has none."""
    one, two = ({part for name in names for part in name.split()} for names in (mine, other))
    return not one or not two or not one.isdisjoint(two)


class _Near:
    """How near the words around two figures of two texts are, asked once for each two; `later`: the noun of
    two counts tells nothing of them."""

    def __init__(self, mine: Sheet, other: Sheet, later: bool) -> None:
        self._mine, self._other, self._later = mine, other, later
        self._known: dict[tuple[int, int], float] = {}

    def weight(self, a: Figure, b: Figure) -> float:
        """The weight of the words around two figures that are one, or near in meaning; each word once."""
        if a.meanings.isdisjoint(b.meanings):
            return 0.0
        found = self._known.get((id(a), id(b)))
        if found is None:
            found = self._weight(a.row, b.row) if _may_be_one(a.row, b.row) else 0.0
            self._known[id(a), id(b)] = found
        return found

    def noun(self, a: Row, b: Row) -> float:
        """The weight of the noun that both count, where it tells nothing more of them."""
        if not self._later or a.kind not in COUNTED or a.head != b.head:
            return 0.0
        return float(max(self._mine.at[a.head], self._other.at[b.head], 1) ** -0.5)

    def _weight(self, a: Row, b: Row) -> float:
        shared = [
            (close / max(self._mine.at[one], self._other.at[two]) ** 0.5, one, two)
            for close, one, two in near_words(_around(a), _around(b))
        ]
        used: set[tuple[int, str]] = set()
        weight = 0.0
        for share, one, two in sorted(shared, key=lambda each: (-each[0], each[1:])):
            if used.isdisjoint(((0, one), (1, two))):
                used |= {(0, one), (1, two)}
                weight += share
        return weight
