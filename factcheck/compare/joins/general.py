"""What two manuals say of one thing: general statements with one subject and predicate, on one topic.

"A token is valid for 24 hours" and "tokens are valid for 12 hours" name nobody, but both texts name the
product. Subjects must have the same noun and the same words before it; of the predicate the verb or half
of the other words must be the same. A count may also meet another one of its noun and verb ("… use it"), and
a number that names something ("port 8080", "Python 3.10") the one that the same thing listens on or needs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from factcheck.claims.linking import linking
from factcheck.claims.row import Row
from factcheck.compare.copies import pairs_across
from factcheck.compare.crowds import combine, several
from factcheck.compare.joins import leftovers, tellings
from factcheck.compare.pair import New, Pair
from factcheck.compare.topics import Topics
from factcheck.model import Interval

MODIFIERS = 4  # words before a noun of which any may be the name of the topic
STRAY = 1  # words that a predicate may have beside a bare "is 5 MB"


def pairs(rows: Sequence[Row], topics: Topics, refused: Counter[str], new: New) -> Iterator[Pair]:
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
        if _is_bare(row):
            continue
        if row.general and row.thing and not _is_relational(row):
            told[row.kind, row.dimension, row.thing].append(row)
        if row.general and row.kind == "count" and row.head and row.verb not in ("", "be", "have"):
            counted[row.head, row.verb].append(row)
    for blocks, of_one in ((told, _of_one), (counted, _turned), (named, _at_one)):
        for _, block in several(blocks):
            for a, b in _of_one_noun(block, refused) if blocks is told else combine(block, refused):
                if a.subject and b.subject and a.subject != b.subject:
                    refused["different-subject"] += 1
                    continue
                topic = None if new.met(a, b) else topics.led(a.document, b.document)
                if topic and of_one(a, b, topic) and _alike(a, b, topic) and new(a, b):
                    what = a.thing if blocks is told else a.head
                    yield Pair(a, b, "general", f"both texts are on {min(topic)} and say it of the {what}")
    yield from tellings.pairs(rows, topics.product, refused, new)
    yield from leftovers.pairs(rows, topics, refused, new)


def _of_one_noun(block: Sequence[Row], refused: Counter[str]) -> Iterator[tuple[Row, Row]]:
    """Pairs of statements on things of one noun, but for those that words before it tell apart: "the TEAM
    edition", "the FREE edition", which are counted."""
    groups: dict[frozenset[str], list[Row]] = defaultdict(list)
    for row in block:
        groups[row.modifiers].append(row)
    apart = _count(block) - _within(block, groups)
    for words, rows in groups.items():
        yield from combine(rows, refused)
        for fewer in _parts(words):
            if (others := groups.get(fewer)) is not None:
                apart -= _count([*rows, *others]) - _count(rows) - _count(others)
                both = combine([*rows, *others], refused)
                yield from ((a, b) for a, b in both if a.modifiers != b.modifiers)
    refused["different-subject"] += apart


def _parts(words: frozenset[str]) -> Iterator[frozenset[str]]:
    """All smaller sets of some words; of many words only the empty one."""
    sizes = range(len(words)) if len(words) <= MODIFIERS else (0,)
    return (frozenset(few) for size in sizes for few in combinations(sorted(words), size))


def _count(rows: Sequence[Row]) -> int:
    return pairs_across(Counter(row.document for row in rows).values())


def _within(block: Sequence[Row], groups: Mapping[frozenset[str], Sequence[Row]]) -> int:
    """How many pairs the rows of each group make, all groups of a block together."""
    alike = Counter((row.modifiers, row.document) for row in block)
    return (sum(len(rows) ** 2 for rows in groups.values()) - sum(size**2 for size in alike.values())) // 2


def _is_bare(row: Row) -> bool:
    """Whether a count is of nothing that the sentence names: "the values are 3 and 7"."""
    value = row.claim.value
    return row.kind == "count" and isinstance(value, Interval) and not value.unit and not row.attribute


def _is_relational(row: Row) -> bool:
    """Whether a thing's noun and the words before it name none by themselves ("the next value")."""
    relational = linking().relational
    return row.thing in relational and row.modifiers <= relational


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
    return needed or (a.verb == b.verb and a.verb not in ("be", "have", "see", a.head))


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
