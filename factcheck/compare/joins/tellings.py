"""What two manuals state of one thing in other words: "logs are kept for 30 days", "Log retention | 14 days".

The words that say what a figure is of must be the same in both, as far as neither stands in the other's
headings and labels. A default is no maximum; the figures of two labels need one heading above them, so that
"Default: 20" of one call is not set against that of another one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain

from factcheck.claims.phrasing import settings
from factcheck.claims.row import Row
from factcheck.compare.crowds import combine, several
from factcheck.compare.gates import section
from factcheck.compare.joins.leftovers import may_be_one
from factcheck.compare.pair import New, Pair

Word = tuple[str, str, str]  # kind, dimension, and a word that says what a figure is of
COMMON = 100  # statements of one word that are paired whatever else they say
NAMING = "because:label"  # a number that a word before it, or a column, says to be a name: a port, a version


def pairs(
    rows: Sequence[Row],
    topic_of: Callable[[int, int], frozenset[str]],
    refused: Counter[str],
    new: New,
) -> Iterator[Pair]:
    """Pairs of statements in other words; `topic_of` tells the names that two texts share."""
    blocks: dict[Word, list[Row]] = defaultdict(list)
    for row in rows:
        if row.family or (row.incidental and not _may_be_set(row)):
            continue
        most = row.head and row.degree and not section.unnamed(row)  # "up to 64 devices"
        for word in row.told | {""} if most else row.told:
            blocks[row.kind, row.dimension, word].append(row)
    blocks = _telling(blocks)
    asked: set[tuple[int, int]] = set()  # pairs by their rows' identity: many share several words
    for (_, _, word), block in several(blocks):
        for a, b in combine(block, refused):
            key = id(a), id(b)
            if key in asked or new.met(a, b):
                continue
            asked.add(key)
            topic = topic_of(a.document, b.document) if may_be_one(a, b) else None
            if topic and _is_one(a, b, topic) and new(a, b):
                yield Pair(
                    a, b, "telling", f"both texts are on {min(topic)} and say it of the {word or a.head}"
                )


def _may_be_set(row: Row) -> bool:
    """Whether a number that names something is one that a product has, needs or is labelled with; in a
    sentence a version may be the one that brought something ("before version 9.0")."""
    if not row.head or NAMING not in row.claim.flags:
        return False
    return row.labelled or row.degree == "minimum" or row.head in settings()


def _telling(blocks: Mapping[Word, list[Row]]) -> dict[Word, list[Row]]:
    """The blocks without the rows that a word which many have does not single out, where they have another
    one that fewer have."""
    found = {word: block for word, block in blocks.items() if len(block) <= COMMON}
    if len(found) == len(blocks):
        return found
    placed = set(map(id, chain.from_iterable(found.values())))  # rows with a word that fewer have
    common = ((word, block) for word, block in blocks.items() if word not in found)
    for word, block in sorted(common, key=lambda each: (len(each[1]), each[0])):
        found[word] = [row for row in block if id(row) not in placed]
        placed.update(map(id, block))
    return found


def _is_one(a: Row, b: Row, topic: frozenset[str]) -> bool:
    """Whether two statements are of one thing of a topic."""
    whose = a.subject or b.subject
    if whose and whose not in topic and whose.split()[0] not in topic:
        return False
    return section.contained(a, b, {part for name in topic for part in name.split()})
