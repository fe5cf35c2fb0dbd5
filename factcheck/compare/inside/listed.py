"""Lists: "three reasons: cost, time and noise", and "12 highlights" above a list of eleven."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

import regex

from factcheck.claims.row import Row
from factcheck.compare.inside._items import BEHIND, listed
from factcheck.compare.inside._parts import words
from factcheck.compare.inside._text import Passage, Text, exact, pair, stretch
from factcheck.compare.pair import Pair
from factcheck.compare.verbs.sum import number
from factcheck.model import Interval
from factcheck.text.sentences import blocks
from factcheck.text.words import is_plural

MOST_LINES = 400  # of a list
MARKER = regex.compile(r"(?:(?P<number>\d{1,3})[.)]|[-*•‣–])\s+\S")
LIST = "list"
OTHERS = "following"  # "two plugins do the FOLLOWING steps:" lists steps
FEWEST = 2  # items
FARTHEST = 2  # things that a miscount leaves out or adds; a list farther off names kinds of them


class Block(NamedTuple):
    """A paragraph, heading or item of a list: offsets and zone."""

    start: int
    end: int
    zone: str


def find(text: Text) -> Iterator[Pair]:
    """A number of things and the list of them, in the sentence or in the lines below it."""
    lines: list[Block] | None = None
    for passage in text.passages:
        for row in passage.rows if "count" in passage.kinds else ():
            if not _announces(row) or "of" in passage.before(row)[-2:]:  # "two of the three towns"
                continue
            found = listed(passage, row)
            items = _row(passage, row, *found) if found else None
            if items is None and "\n" in passage.text[passage.end : passage.end + 2]:
                lines = lines if lines is not None else [Block(*block) for block in blocks(text.document)]
                items = _in_lines(passage, row, lines)
            if items is not None and abs(number(items.claim) - number(row.claim)) <= FARTHEST:
                yield pair("listed", row, (items,), "the text gives a number of things and lists them")


def _announces(row: Row) -> bool:
    """Whether a row is a plain count of things that are named in the plural."""
    value = row.claim.value
    whole = (
        isinstance(value, Interval) and exact(row) and value.figure == value.figure.to_integral_value() > 1
    )
    said = row.claim.text.lower().split()
    plain = "." not in row.claim.text and not row.claim.text.startswith("0") and "or" not in said
    return row.kind == "count" and whole and plain and not row.part and is_plural(said[-1])


# ------------------------------------------------------------ in lines


def _in_lines(passage: Passage, row: Row, lines: list[Block]) -> Row | None:
    """The list right below a heading or a line that ends with a colon."""
    at = bisect_right(lines, passage.start, key=lambda block: block.start) - 1
    if at < 0 or at + 1 >= len(lines) or not _heads(passage, row, lines[at]):
        return None
    items = _marked(passage.text, lines, at + 1)
    if items is None and lines[at + 1].zone == LIST:
        items = _unmarked(lines, at + 1)
        if len(items) > number(row.claim):  # items of items, or of several paragraphs
            return None
    if not items or len(items) < FEWEST or any(_holds(passage.text, item, row) for item in items):
        return None
    return _row(passage, row, items[-1].start, items[-1].end, len(items))


def _heads(passage: Passage, row: Row, block: Block) -> bool:
    """Whether a count stands in what announces a list: the end of a line with a colon, a short heading."""
    surface = passage.text[block.start : block.end].rstrip()
    if (
        block.zone == LIST
        or MARKER.match(surface)
        or passage.end < block.end
        or words("not_all") & set(passage.words)
    ):
        return False
    if surface.endswith(":"):
        behind = passage.after(row)
        return passage.rows[-1] is row and len(behind) <= BEHIND and OTHERS not in behind
    return (
        block.zone == "heading"
        and passage.rows == (row,)
        and (len(passage.before(row)) <= 1 or not passage.after(row))
    )


def _marked(text: str, lines: list[Block], at: int) -> list[Block] | None:
    """The items from block `at` on that are marked alike and stand in line, up to a paragraph; None where
    no item is marked, nothing where the order is broken or a line may belong to the list or not."""
    found: list[Block] = []
    edge = _indent(text, lines[at])
    numbered = False
    for place in range(at, min(len(lines), at + MOST_LINES)):
        block = lines[place]
        marker, indent = MARKER.match(text, block.start, block.end), _indent(text, block)
        if found and indent > edge:
            continue  # the rest of an item, or an item of it
        if marker is None:
            apart = text.count("\n", lines[place - 1].end, block.start) > 1
            return (found if apart else []) if found else None
        if not found:
            numbered = marker["number"] is not None
        if numbered != (marker["number"] is not None):
            return []
        if numbered and int(marker["number"]) != len(found) + 1:
            return []
        found.append(block)
    return found if at + MOST_LINES >= len(lines) else []


def _unmarked(lines: list[Block], at: int) -> list[Block]:
    """The blocks of a list whose marks the reader of the file has taken away."""
    stop = min(len(lines), at + MOST_LINES)
    end = next((i for i in range(at, stop) if lines[i].zone != LIST), stop)
    return lines[at:end] if end < stop or stop == len(lines) else []


def _holds(text: str, block: Block, row: Row) -> bool:
    """Whether an item speaks of several of the things itself: "Dorn, divided in two districts"."""
    return row.claim.text.lower().split()[-1] in text[block.start : block.end].lower().split()


def _indent(text: str, block: Block) -> int:
    """How far a block is set in."""
    return block.start - (text.rfind("\n", 0, block.start) + 1)


def _row(passage: Passage, row: Row, start: int, end: int, items: int) -> Row:
    value = Interval(Decimal(items), Decimal(items), row.head or None)
    return replace(row, claim=stretch(row.claim, passage.text, start, end, value, "count"))
