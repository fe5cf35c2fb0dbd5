"""Where a statement stands: its headings, the label of its list item, the head and row of its table cell.

"Default: 512" says nothing by itself; the heading above and the label beside it say of what. Only headings
whose level the file tells count, as those of Markdown and HTML.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from factcheck.claims.coded import CUT, Coded, labelling, only
from factcheck.claims.editions import of_heading
from factcheck.claims.phrasing import heading
from factcheck.model import Document
from factcheck.text.sentences import Sentence
from factcheck.text.tokens import tokenise

COLUMN: Final = " | "
BAR: Final = COLUMN.strip()
LABEL: Final = 80  # characters before the colon that ends a label
MARKS: Final = "-*+• "  # of an item, where the text has kept them
ASSIGNED: Final = re.compile(r"[`'\"]?(?:[A-Z][A-Z0-9_]+|[a-z][\w.-]*[_.]\w+)[`'\"]?(?=\s*=)")
CAMEL: Final = re.compile(r"[a-z][A-Z]")
CODE: Final = frozenset("`*")  # marks around code and stress, where the text has kept them


class Place(NamedTuple):
    """What stands around a value: words of the nearest heading, of all headings above it; the words in order
    of what labels it (a list item's, a row's), of its column and of the head over the labels; the numbers
    that headings name ("Version 2.4"), `version` those below the title; `key`: the setting that the label,
    or else the heading right above, has the name of."""

    near: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    label: tuple[str, ...] = ()
    column: tuple[str, ...] = ()
    corner: tuple[str, ...] = ()
    edition: frozenset[str] = frozenset()
    version: frozenset[str] = frozenset()
    key: Coded | None = None


NOWHERE: Final = Place()


class _Heading(NamedTuple):
    level: int
    words: frozenset[str]
    number: str
    key: Coded | None


class Sections:
    """The headings, tables and list items of one document; `title`: the first heading, `headings`: those
    below it, in small letters."""

    def __init__(self, document: Document, sentences: Sequence[Sentence]) -> None:
        self._text = document.text
        self._places: dict[int, Place] = {}  # by block, without what is inside of it
        self._blocks: dict[int, tuple[int, int]] = {}
        self._heads: dict[int, int] = {}  # the block of a table's head, by that of a row
        self._cells: dict[int, tuple[list[int], list[tuple[str, ...]]]] = {}
        self.title = ""
        self.headings: frozenset[str] = frozenset()
        self._labels: dict[int, tuple[int, tuple[str, ...]]] = {}
        if document.zones:
            self._read(sentences, {zone.start: zone.level for zone in document.zones if zone.level})

    def _read(self, sentences: Sequence[Sentence], levels: dict[int, int]) -> None:
        above: list[_Heading] = []
        headings: set[str] = set()
        place, head, block = NOWHERE, -1, -1
        for sentence in sentences:
            if sentence.block == block:
                self._blocks[block] = self._blocks[block][0], sentence.end
                continue
            block = sentence.block
            self._blocks[block] = sentence.start, sentence.end
            if (level := levels.get(sentence.start)) is not None:
                while above and above[-1].level >= level:
                    above.pop()
                above.append(_heading(level, sentence))
                place = _place(above)
                if len(above) > 1:
                    headings.add(sentence.surface.casefold())
                else:
                    self.title = self.title or sentence.surface.casefold()
            if sentence.zone == "table-head":
                head = block
            elif sentence.zone not in ("table", "furniture") and sentence.surface != BAR:
                head = -1  # the line below the head is no table either, and a bar that opens or closes a row
            elif head >= 0:
                self._heads[block] = head
            self._places[block] = place
        self.headings = frozenset(headings)

    def at(self, sentence: Sentence, start: int) -> Place:
        """The place of a value that begins at `start` of the text."""
        block = sentence.block
        if (place := self._places.get(block)) is None:
            return NOWHERE
        if sentence.zone == "table":
            return self._in_table(block, start, place)
        first, _ = self._blocks[block]
        if question := self._question(first, sentence):
            return place._replace(label=question)
        if first != sentence.start and sentence.zone != "list":
            return place
        end, label = self._label(block, sentence)
        if end > start:
            return place
        return place._replace(label=label, key=labelling(self._text[first:end]) or place.key)

    def beside(self, sentence: Sentence, start: int) -> tuple[str, tuple[str, ...]]:
        """What stands in its block before a value that begins at `start`, and as written the head of its
        column and its label."""
        block = sentence.block
        first = self._blocks[block][0] if block in self._blocks else sentence.start
        before = self._text[first:start]
        if sentence.zone != "table" or COLUMN not in before:
            return before, (before[:LABEL].partition(":")[0],) if ":" in before[:LABEL] else ()
        cells = before.split(COLUMN)
        head = self._heads.get(block)
        heads = self._text[slice(*self._blocks[head])].split(COLUMN) if head is not None else []
        column = heads[len(cells) - 1] if len(cells) <= len(heads) else ""
        return before, (column.rstrip(), cells[0].rstrip())

    def _label(self, block: int, sentence: Sentence) -> tuple[int, tuple[str, ...]]:
        """Where the label of a block ends, and its words: what stands before its first colon, and for the
        later sentences of an item all of the first one ("`limit`: payments to return. Default: 20.")."""
        first, last = self._blocks[block]
        if first != sentence.start:
            key = -1 - block
            if key not in self._labels:
                end = min(self._text.find(".", first, last) + 1 or last, sentence.start)
                self._labels[key] = sentence.start, _words(self._text[first:end])
            return self._labels[key]
        if block not in self._labels:
            colon = self._text.find(":", first, min(last, first + LABEL))
            if colon < 0 and (match := ASSIGNED.match(self._text, first, last)):
                colon = match.end()  # "cache.size_mb = 256"
            label = _words(self._text[first:colon].lstrip(MARKS)) if colon > 0 else ()
            self._labels[block] = (colon, label) if colon > 0 else (last, ())
        return self._labels[block]

    def _question(self, first: int, sentence: Sentence) -> tuple[str, ...]:
        """The question that a sentence answers, in the block that begins at `first`: "How big? 20 MB."."""
        before = self._text[first : sentence.start].rstrip("*_ \n")
        if not before.endswith("?"):
            return ()
        return _words(before[max(before.rfind(mark, 0, -1) for mark in ".?!") + 1 :].strip("*_ "))

    def _in_table(self, block: int, start: int, place: Place) -> Place:
        starts, row = self._row(block)
        number = bisect_right(starts, start) - 1
        columns = self._row(self._heads[block])[1] if block in self._heads else []
        return place._replace(
            label=row[0] if number else (),
            key=(labelling(self._text[starts[0] : starts[1] - len(COLUMN)]) if number else None) or place.key,
            column=columns[number] if number < len(columns) else (),
            corner=columns[0] if columns else (),
        )

    def _row(self, block: int) -> tuple[list[int], list[tuple[str, ...]]]:
        """Where the cells of a row begin, and their words."""
        if block not in self._cells:
            first, last = self._blocks[block]
            cells = self._text[first:last].split(COLUMN)
            starts = [first]
            for cell in cells[:-1]:
                starts.append(starts[-1] + len(cell) + len(COLUMN))
            self._cells[block] = starts, [_words(cell) for cell in cells]
        return self._cells[block]


def _words(text: str) -> tuple[str, ...]:
    words = (part for word in tokenise(text, 0, len(text)).words for part in _parts(word))
    return tuple(part.lower() for part in words if part not in CODE)


def _parts(word: str) -> list[str]:
    """The words of a name in code: "stall_timeout", "idleMs"."""
    return [part for part in CUT.split(word) if part] if "_" in word or CAMEL.search(word) else [word]


def _heading(level: int, sentence: Sentence) -> _Heading:
    tokens = sentence.tokens
    return _Heading(level, heading(tokens.lower), of_heading(tokens), only(sentence.surface))


def _place(above: Sequence[_Heading]) -> Place:
    """What headings say, the one nearest last."""
    numbers = [each.number for each in above]
    return Place(
        near=above[-1].words,
        around=frozenset().union(*(each.words for each in above)),
        edition=frozenset(numbers) - {""},
        key=above[-1].key,
        version=frozenset(each.number for each in above if each.level > 1) - {""},
    )
