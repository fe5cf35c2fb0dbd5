"""What two texts on one story tell of one thing in other words, as the words around the figures show.

Reporters call one thing by many names: "completed a five-month course abroad", "spent seven months at a
school overseas". Of the figures of one unit that either text gives alone, two are of one thing when what is
said around them, and their digits, make it likely (`odds`). A word tells the more the fewer figures it stands
at; words of near meaning count as well, and other figures that both sentences give.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from math import log10

from factcheck.claims.nouns import is_lifeless
from factcheck.claims.row import Row
from factcheck.compare.agreement import are_limits, are_ranges
from factcheck.compare.joins.between import Between, is_of_long_ago, is_own_news, may_move
from factcheck.compare.joins.days import may_be_one_day
from factcheck.compare.joins.odds import Around, of_one
from factcheck.compare.joins.sheet import COUNTED, Figure, Near, Sheet
from factcheck.compare.slips import (
    OTHER_UNIT,
    SWAPPED,
    TURNED,
    is_exchanged,
    is_surely_exchanged,
    is_typo,
    slip,
)
from factcheck.compare.stories import is_large, same_value
from factcheck.model import Interval, Value
from factcheck.text.related import KIND, nearness
from factcheck.text.words import lists

LASTING = frozenset(("have", "take", "last", "need"))  # verbs that say how long something is
CLOSE = log10(2)  # how far a hedge reaches at most
ROUND_DIGITS = 2  # of a figure that its hedge makes round
HEDGED = log10(1.1)  # "just under seven" stands for 6.5
APART = log10(4)  # how far apart two figures of one thing are, without a slip; values that agree are nearer
ROUNDED = 0.05  # how far from a whole power of ten a factor of ten is, with both figures rounded
EXCHANGED = (SWAPPED, TURNED, OTHER_UNIT)
MOST = 12  # figures of one unit in a text that is no list

COUNTS = ("count", "count")  # the unit of what befell nobody
ANYTHING = frozenset(("article", "item", "object", "piece", "thing"))  # what anything may be called
PEOPLE = "people"
LIMITS = frozenset(("at_most", "at_least"))


def pairs(
    mine: Sheet, other: Sheet, apart: Between, refused: Counter[str]
) -> Iterator[tuple[Row, Row, bool, float]]:
    """The figures of two texts on one story that are of one thing, whether that has grown from the earlier
    text to the later one, and the odds; `refused` counts those of long lists."""
    near = Near(mine, other, _may_be_one)
    for unit in sorted(mine.units.keys() & other.units.keys()):
        toll = mine.units[unit][0].family == "casualty"  # the days of texts tell one that has grown
        sizes = len(mine.units[unit]), len(other.units[unit])
        if max(sizes) > MOST:
            refused["crowd"] += sizes[0] * sizes[1]
            continue
        one, two = mine.of(unit), other.of(unit)
        left, alone = _open(one, two, near)
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
            elif (odds := _odds(a, b, near, (one, two), alone)) is not None:
                yield a.row, b.row, grown, odds
    if COUNTS in other.units:
        yield from ((a, b, False, odds) for a, b, odds in _tolls_and_counts(mine, other))
    if COUNTS in mine.units:
        yield from ((a, b, False, odds) for b, a, odds in _tolls_and_counts(other, mine))


def _tolls_and_counts(tolls: Sheet, counts: Sheet) -> Iterator[tuple[Row, Row, float]]:
    """Tolls that one text gives and the other one only counts, with digits mistyped: "212 lost their lives",
    "the sea took 221 of her passengers"."""
    two = [each for each in counts.of(COUNTS) if each.row.group or not each.row.head]
    near = Near(tolls, counts, _may_be_one)
    for unit in sorted(tolls.units):
        if tolls.units[unit][0].family != "casualty" or max(len(tolls.units[unit]), len(two)) > MOST:
            continue
        one = [each for each in tolls.of(unit) if _is_of_people(each.row)]
        left, alone = _open(one, two, near)
        for a, b in product(*left):
            one_group = unit not in counts.units or a.row.group == b.row.group != ""
            mistyped = one_group and _is_mistyped(a.row, b.row)
            odds = _odds(a, b, near, (one, two), alone) if mistyped else None
            if odds is not None:
                yield a.row, b.row, odds


def _is_of_people(toll: Row) -> bool:
    """Whether a toll is one of people, or of nobody said: no "`401`: token missing"."""
    return bool(toll.group) or not toll.claim.noun


def _open(one: Sequence[Figure], two: Sequence[Figure], near: Near) -> tuple[list[list[Figure]], int]:
    """What tells of the story itself, of no part, and stands in one text alone; and in how many of the texts
    it is the only figure that the other one has not, by chance or not."""
    equal = [
        (abs(a.size - b.size), x, y)
        for (x, a), (y, b) in product(enumerate(one), enumerate(two))
        if abs(a.size - b.size) < APART and _may_be_equal(a, b)
    ]
    meant = [each for each in equal if not _is_by_chance(one[each[1]], two[each[2]], near)]
    alone = sum(
        sum(at not in given and _is_bare(each.row) and not _is_past(each.row) for at, each in enumerate(side))
        == 1
        for side, given in zip((one, two), _both_given(one, two, equal), strict=True)
    )
    left = [
        [each for at, each in enumerate(side) if at not in given and _is_bare(each.row)]
        for side, given in zip((one, two), _both_given(one, two, meant), strict=True)
    ]
    return left, alone


def _both_given(
    one: Sequence[Figure], two: Sequence[Figure], alike: Sequence[tuple[float, int, int]]
) -> tuple[set[int], set[int]]:
    """Of either text the figures that the other one gives as well, by their place."""
    return _given(one, alike), _given(two, [(gap, y, x) for gap, x, y in alike])


def _is_by_chance(a: Figure, b: Figure, near: Near) -> bool:
    """Whether two figures may be equal as any two round ones are, or within a limit: no word in common."""
    one, two = a.row, b.row
    value, other = one.claim.value, two.claim.value
    if not (isinstance(value, Interval) and isinstance(other, Interval)):
        return False
    if a.size == b.size:
        if len(value.figure.normalize().as_tuple().digits) > ROUND_DIGITS:
            return False
    elif not {value.bound, other.bound} & LIMITS:
        return False
    named = (one.head == two.head != "") or (one.attribute == two.attribute != "")
    return not named and not near.weight(a, b)


def _given(figures: Sequence[Figure], alike: Sequence[tuple[float, int, int]]) -> set[int]:
    """The figures of one text that the other one gives as well, by their place. `alike`: how far each of them
    is from one of the other text that it may equal. "Nearly 3,000" is 2,950 where the text has that, and then
    no other figure that is no 2,950."""
    nearest: dict[int, tuple[float, int]] = {}  # of each figure of the other text
    for gap, mine, other in alike:
        nearest[other] = min(nearest.get(other, (gap, mine)), (gap, mine))
    return {
        mine
        for _, mine, other in alike
        if nearest[other][1] == mine or _may_be_equal(figures[mine], figures[nearest[other][1]])
    }


def _may_be_equal(a: Figure, b: Figure) -> bool:
    """Whether two figures may be one, with whatever hedge: "half a tonne" is said of 480 kg, "less than
    half a watt" of 0.4 W. Of counts of nothing only those that are equal are any other one."""
    one, two = a.row.claim, b.row.claim
    if are_limits(one.value, two.value) or are_ranges(one.value, two.value) or is_surely_exchanged(one, two):
        return False
    if a.row.kind == "age" and _bound(a.row) == _bound(b.row) != "exact":
        return a.size == b.size  # "under 4" is another limit than "under 3"
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
    digits = value.digits or len(value.figure.normalize().as_tuple().digits)
    rough = digits <= ROUND_DIGITS and (value.approximate or value.digits is None)
    return abs(gap) <= HEDGED and rough  # "some 64.1 percent", "2:09:14" are not


def _is_bare(row: Row) -> bool:
    """Whether a claim tells of the story itself, and not of a part of it."""
    return not (row.stale or row.part or row.vague)


def _is_past(row: Row) -> bool:
    """Whether a claim tells of an earlier time without a date of its own, but of no toll of then."""
    return (row.back or row.aside) and not row.days and row.family != "casualty"


def _may_be_one(a: Row, b: Row) -> bool:
    """Whether two figures of one unit may be of one thing: counts are of things that may be called alike, and
    those under an age are none that are over one."""
    if a.kind == "age" and (_bound(a) != _bound(b) or _is_of_thing(a) != _is_of_thing(b)):
        return False
    if _are_two_acts(a, b):
        return False
    if a.kind not in COUNTED or a.family == "casualty" or (a.attribute and a.attribute == b.attribute):
        return True
    if not (a.head or b.head):
        return is_large(a) and is_large(b)
    times = {a.head, b.head} - {""}
    if a.kind == "ordinal" and len(times) == 1 and times <= lists().time:
        return False  # "on the second day", "on the fourth day": a story has all of them
    return a.kind == "ordinal" or not _are_unlike(a, b) or is_exchanged(a.claim, b.claim)


def _are_alike(a: Figure, b: Figure) -> bool:
    """Whether two figures are not too far apart for one thing, or one is the other with a slip; of dates, of
    which a story has many, a slip tells, or one verb of two of one size."""
    apart = abs(a.size - b.size)
    if a.row.kind == "date":
        slipped = slip(a.row.claim, b.row.claim) is not None or is_typo(a.row.claim, b.row.claim)
        return slipped or may_be_one_day(a.row, b.row)
    if apart <= APART:
        return True
    tens = abs(apart - round(apart)) < ROUNDED
    return (apart <= 1 or tens) and slip(a.row.claim, b.row.claim) is not None


def _odds(
    a: Figure, b: Figure, near: Near, units: tuple[list[Figure], list[Figure]], alone: int
) -> float | None:
    """How likely two figures are of one thing, None for hardly; `units`: all of their unit in either text,
    `alone`: in how many of them no others are left that the other text does not have."""

    def rival() -> float:
        one, two = units
        rivals = [near.weight(a, each) for each in two if each is not b]
        rivals += [near.weight(each, b) for each in one if each is not a]
        return max(rivals, default=0.0)

    return of_one(a.row, b.row, Around(near.weight(a, b), abs(a.size - b.size), alone), rival)


def _is_of_thing(row: Row) -> bool:
    """Whether an age is of what does not live: "the 29-year-old vessel"."""
    return bool(row.head) and is_lifeless((row.head,))


def _are_two_acts(a: Row, b: Row) -> bool:
    """Whether manuals tell how long to do two things: "press it for two seconds", "wait for five"."""
    verbs = {a.verb, b.verb}
    if a.kind != "duration" or not (a.told and b.told) or not verbs.isdisjoint(("", "be")):
        return False
    return len(verbs) > 1 and not verbs <= LASTING and not nearness(a.verb, b.verb)


def _bound(row: Row) -> str:
    value = row.claim.value
    return value.bound if isinstance(value, Interval) else ""


def _are_unlike(a: Row, b: Row) -> bool:
    """Whether two counts are of things that nobody calls alike."""
    if a.kind not in COUNTED or not (a.head and b.head) or {a.head, b.head} <= ANYTHING:
        return False
    anybody = PEOPLE in (a.group, b.group) and bool(a.group and b.group)  # "1,250 workers", "870 people"
    return not anybody and nearness(a.head, b.head) < KIND


def _is_mistyped(a: Row, b: Row) -> bool:
    """Whether one figure is the other with digits mistyped; years and days next to each other are many."""
    found = slip(a.claim, b.claim) or ""
    return is_typo(a.claim, b.claim) or found.startswith(EXCHANGED)
