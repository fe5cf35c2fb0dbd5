"""What too many say: one statement in a hundred texts, ten thousand claims on one subject.

All pairs of a crowd would be quadratic, so that a few are taken and every other one is counted, with
the reason `repeated-sentence` (the statement stands word for word in other texts, which speak for it),
`repeated-value` (so does an equal value of the same scope) or `crowd` (the block, word or name is so
common that only what is most telling was compared). Two claims that meet in several crowds are
counted in each of them.

What is most telling in a crowded block are, for each statement, the nearest values, the lowest and
highest one of its own scope, and the commonest ones of all: a value that clashes with any other of its
scope clashes with one of these, since agreeing is a matter of overlapping extents on one line.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import chain, combinations
from operator import attrgetter, itemgetter
from typing import TypeVar

from factcheck.claims.profile import Profile
from factcheck.claims.row import Row
from factcheck.compare.copies import pairs_across
from factcheck.compare.pair import Pair
from factcheck.model import Interval, Span, Wording

COPIES = 2  # texts with one statement word for word that are looked at
BLOCK = 60  # statements that are compared all with all
NEAREST = 4  # following values that a statement of a crowd is compared with
COMMONEST = 3  # statements of most texts that every other one is compared with
INFINITE = Decimal("Infinity")
LAST = "~"  # behind every date
PARTS = attrgetter(*Interval.__slots__)
Key = TypeVar("Key", bound=tuple[str, ...])  # the columns that are equal in a block


class Repeated:
    """Rows less those whose statement stands word for word in `COPIES` texts before.

    A statement is a sentence with what is understood in it: "it weighs 5 kg" is another one of another
    thing, and "yesterday" of another day. `all` are the rows given, `rows` those kept, `once` those of them
    that no other one under the same headings speaks for, `copies` pairs of one kept and one left out,
    `left_out` the ids of claims.
    """

    def __init__(self, rows: Sequence[Row], profiles: Sequence[Profile], refused: Counter[str]) -> None:
        self.all = rows
        self.rows: Sequence[Row] = rows
        self.once: Sequence[Row] = rows
        self.copies: list[Pair] = []
        self._echoes: dict[str, list[Row]] = {}  # by the claim of the first row of their statement
        crowded = _in_many_texts(rows)
        if crowded:
            self.rows = list(self._kept(crowded, profiles, refused))
            echoing = set(map(id, chain.from_iterable(self._echoes.values())))
            self.once = [row for row in self.rows if id(row) not in echoing]
        self.left_out = {pair.b.claim.id for pair in self.copies}

    def _kept(self, crowded: set[str], profiles: Sequence[Profile], refused: Counter[str]) -> Iterator[Row]:
        places: dict[tuple[int, int], int] = defaultdict(int)
        known: dict[tuple[object, ...], _Statement] = {}
        for row in self.all:
            if row.print not in crowded:
                yield row
                continue
            document = row.document
            place = places[document, row.sentence] = places[document, row.sentence] + 1
            key = _key(row, place, profiles[document])
            said = known.get(key)
            if said is None:
                known[key] = _Statement(row)
                yield row
            elif len(said.firsts) < COPIES or document in said.firsts:
                said.firsts.setdefault(document, row)
                if document != said.first.document and _stand_alike(row, said.first):
                    said.echoes.append(row)
                yield row
            else:
                firsts = said.firsts.values()
                self.copies += [Pair(each, row, "copy", "word for word", 1.0) for each in firsts]
                refused["repeated-sentence"] += said.left_out
                said.left_out += 1
                said.echoes.append(row)
        self._echoes = {said.first.claim.id: said.echoes for said in known.values() if said.echoes}

    def joins(self, a: Row, b: Row) -> bool:
        """Whether two rows are one of the `copies`; their sentences may have other values too."""
        left_out = a.claim.id in self.left_out or b.claim.id in self.left_out
        return left_out and (a.claim.id, b.claim.id) in self._joined

    @cached_property
    def _joined(self) -> set[tuple[str, str]]:
        return {(pair.a.claim.id, pair.b.claim.id) for pair in self.copies}

    def echoes(self, compared: Iterable[Pair]) -> Iterator[Pair]:
        """For pairs that were found to clash those with the same statement of other texts."""
        pairs = list(compared)
        known = {(pair.a.claim.id, pair.b.claim.id) for pair in pairs}
        for pair in pairs:
            for row, other in ((pair.a, pair.b), (pair.b, pair.a)):
                for echo in self._echoes.get(row.claim.id, ()) if not pair.check else ():
                    a, b = (echo, other) if echo.document < other.document else (other, echo)
                    if a.document != b.document and (a.claim.id, b.claim.id) not in known:
                        yield pair._replace(a=a, b=b)


class _Statement:
    """A statement that stands in many texts: its first row, the first ones of `COPIES` texts by document, the
    rows that these speak for, and how many of those are left out."""

    __slots__ = ("echoes", "first", "firsts", "left_out")

    def __init__(self, first: Row) -> None:
        self.first = first
        self.firsts = {first.document: first}
        self.echoes: list[Row] = []
        self.left_out = 0


def _stand_alike(a: Row, b: Row) -> bool:
    """Whether two rows of one statement stand under the same headings and labels."""
    return a.near == b.near and a.around == b.around and a.edition == b.edition


def _in_many_texts(rows: Iterable[Row]) -> set[str]:
    """The fingerprints of sentences that stand in more than `COPIES` texts."""
    texts: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        texts[row.print].add(row.document)
    return {mark for mark, documents in texts.items() if mark and len(documents) > COPIES}


def _key(row: Row, place: int, profile: Profile) -> tuple[object, ...]:
    """A row, by its sentence and its place there, as far as the same words can mean something else in
    another text."""
    told = profile.published if row.family or not row.subject else None
    value = row.claim.canonical
    parts = PARTS(value) if isinstance(value, Interval) else (value,)  # which hash faster than it
    return row.print, place, row.kind, row.subject, row.speaker, row.days, row.spoken, told, *parts


def several(blocks: Mapping[Key, Sequence[Row]]) -> list[tuple[Key, Sequence[Row]]]:
    """The blocks with more than one row, in the order of their keys."""
    return sorted((item for item in blocks.items() if len(item[1]) > 1), key=itemgetter(0))


def combine(block: Sequence[Row], refused: Counter[str]) -> Iterable[tuple[Row, Row]]:
    """Pairs of different texts in a block: all of a small one; of a crowded one two texts for each
    statement, and of too many statements the most telling ones, so that the work stays n log n."""
    return _across(block) if len(block) <= BLOCK else _of_crowd(block, refused)


def _of_crowd(block: Sequence[Row], refused: Counter[str]) -> Iterator[tuple[Row, Row]]:
    statements = _statements(block)
    few = [row for same in statements for row in same[:2]]
    refused["repeated-value"] += _count(block) - _count(few)
    if len(few) <= BLOCK:
        yield from _across(few)
        return
    taken = 0
    for pair in _telling(statements):
        taken += 1
        yield pair
    refused["crowd"] += _count(few) - taken


def _count(rows: Sequence[Row]) -> int:
    return pairs_across(Counter(row.document for row in rows).values())


def _across(block: Sequence[Row]) -> list[tuple[Row, Row]]:
    return [(a, b) for a, b in combinations(block, 2) if a.document != b.document]


def _statements(block: Sequence[Row]) -> list[list[Row]]:
    """The rows of each statement, one for a text, sorted by value."""
    found: dict[tuple[object, ...], dict[int, Row]] = defaultdict(dict)
    for row in block:
        found[row.claim.canonical, row.speaker, *_scope(row)].setdefault(row.document, row)
    return sorted((list(same.values()) for same in found.values()), key=lambda same: _by_value(same[0]))


def _scope(row: Row) -> tuple[object, ...]:
    """What gates look at besides the value: rows that are equal in it are comparable or not together."""
    claim = row.claim
    verb = row.verb if row.kind == "date" else ""
    about = row.subject, row.subject_head, row.attribute, row.group, row.part, verb, row.partners, row.running
    return *about, row.days, row.spoken, row.places, claim.modality, tuple(claim.scope.items())


def _telling(statements: Sequence[Sequence[Row]]) -> Iterator[tuple[Row, Row]]:
    """Each statement, sorted by value, with its neighbours, the ends of its scope, the commonest ones."""
    every = [row for same in statements for row in same[:2]]
    common = sorted(statements, key=len, reverse=True)[:COMMONEST]
    lines = [(every, [row for same in common for row in same[:2]])]
    of_scope: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for same in statements:
        of_scope[_scope(same[0])] += same[:2]
    lines += [(line, _ends(line)) for line in of_scope.values()]
    seen: set[tuple[int, int]] = set()
    for line, posts in lines:
        for a, b in _along(line, posts):
            key = (id(a), id(b)) if id(a) < id(b) else (id(b), id(a))
            if key not in seen:
                seen.add(key)
                yield (a, b) if a.document < b.document else (b, a)


def _ends(line: Sequence[Row]) -> list[Row]:
    """The rows that end first and that begin last, each with the next such one of another text, since no
    row is compared with its own text. What lies apart from any row of the line lies apart from them."""
    found: list[Row] = []
    for ordered in (sorted(line, key=_high), sorted(line, key=_low, reverse=True)):
        first = ordered[0]
        found += [first, *next(([row] for row in ordered if row.document != first.document), [])]
    return list({id(row): row for row in found}.values())


def _along(line: Sequence[Row], posts: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Each row of a line with those that follow in other texts, and with the `posts`."""
    following = len(line)  # the next place of another text
    for place in range(len(line) - 1, -1, -1):
        row = line[place]
        if place + 1 < len(line) and line[place + 1].document != row.document:
            following = place + 1
        for other in (*line[following : following + NEAREST], *posts):
            if other.document != row.document:
                yield row, other


def _by_value(row: Row) -> tuple[Decimal | str, Span]:
    value = row.claim.canonical
    return (value.figure if isinstance(value, Interval) else _low(row)), row.claim.span


def _low(row: Row) -> Decimal | str:
    """Where a value begins; rows of one block have values of one type."""
    value = row.claim.canonical
    if isinstance(value, Interval):
        return -INFINITE if value.low is None else value.low
    return value.words if isinstance(value, Wording) else (value and value.low) or ""


def _high(row: Row) -> Decimal | str:
    """Where a value ends."""
    value = row.claim.canonical
    if isinstance(value, Interval):
        return INFINITE if value.high is None else value.high
    return value.words if isinstance(value, Wording) else (value and value.high) or LAST
