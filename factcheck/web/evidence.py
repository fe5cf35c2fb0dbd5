"""A side's sentence with what stands around it, and whole documents with every value marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from factcheck.jsontypes import SideRecord
from factcheck.model import Document
from factcheck.outputs._words import UNSAFE, clean, parts
from factcheck.text.sentences import Sentence, sentences
from factcheck.web.words import is_date

AROUND = 2  # sentences before and after
LONGEST = 1500  # code points of a sentence's part on either side of the value
HEADING = "heading"


class Passage(NamedTuple):
    """A sentence in three parts, the sentences around it, and the heading that it stands under."""

    heading: str
    before: tuple[str, ...]
    opening: str
    value: str
    rest: str
    after: tuple[str, ...]


class Piece(NamedTuple):
    """A run of a paragraph: the names of the marks that it lies in, and of those that end with it."""

    words: str
    marks: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


class Paragraph(NamedTuple):
    """A block of a document with its line in the file and its zone."""

    line: int
    zone: str
    pieces: tuple[Piece, ...]


class Text:
    """A document in sentences, found once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.sentences: Sequence[Sentence] = sentences(document)
        self._starts = [sentence.start for sentence in self.sentences]

    def passage(self, side: SideRecord) -> Passage:
        """The sentence of a side and its surroundings."""
        opening, value, rest = parts(side, LONGEST)
        first = self._index(side["sentence_start"])
        last = self._index(max(side["end"] - 1, side["sentence_start"] + len(side["sentence"]) - 1))
        around = self.sentences[max(0, first - AROUND) : first], self.sentences[last + 1 : last + 1 + AROUND]
        before, after = (
            tuple(_shown(sentence) for sentence in some if sentence.zone != HEADING) for some in around
        )
        return Passage(self._heading(first), before, opening, value, rest, after)

    def paragraphs(self, marks: Iterable[tuple[int, int, str]]) -> list[Paragraph]:
        """The blocks of the document; `marks` are (start, end, name), and may lie in one another."""
        blocks: dict[int, tuple[int, int, str]] = {}
        for sentence in self.sentences:
            start, _, zone = blocks.get(sentence.block, (sentence.start, 0, sentence.zone))
            blocks[sentence.block] = start, sentence.end, zone
        ordered = sorted(set(marks), key=lambda mark: (mark[0], -mark[1], mark[2]))  # the outer one first
        starts = [start for start, _, _ in ordered]
        return [
            self._paragraph(*block, ordered[bisect_left(starts, block[0]) : bisect_left(starts, block[1])])
            for block in blocks.values()
        ]

    def _paragraph(self, start: int, end: int, zone: str, marks: list[tuple[int, int, str]]) -> Paragraph:
        """One block with the marks that begin in it; one that reaches further ends with it."""
        marks = [(first, min(last, end), name) for first, last, name in marks]
        cuts = sorted({start, end, *(place for first, last, _ in marks for place in (first, last))})
        pieces = [
            Piece(
                _safe(self.document.text[at:stop]),
                tuple(name for first, last, name in marks if first <= at and stop <= last),
                tuple(name for _, last, name in marks if last == stop),
            )
            for at, stop in pairwise(cuts)
        ]
        line, _ = self.document.line_column(start)
        return Paragraph(line, zone, tuple(pieces))

    def _index(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    @cached_property
    def title(self) -> str:
        """The title that the file gives, else the text's first heading that says more than a date."""
        if self.document.title:
            return clean(self.document.title)
        first = self.sentences[0] if self.sentences else None
        return self._words(first) if first is not None and first.zone == HEADING else ""

    def _heading(self, index: int) -> str:
        """The headings that a sentence stands under, from the highest to the nearest, without the title."""
        path: list[str] = []
        above = 99
        for sentence in reversed(self.sentences[: index + 1]):
            if sentence.zone != HEADING:
                continue
            level = self._levels.get(sentence.start, 0)
            if level >= above:
                continue
            words = self._words(sentence)
            path += [words] if words and words != self.title else []
            above = level
            if level <= 1:
                break
        return " › ".join(reversed(path))

    @cached_property
    def _levels(self) -> dict[int, int]:
        return {zone.start: zone.level for zone in self.document.zones if zone.kind == HEADING}

    def _words(self, heading: Sentence) -> str:
        """A heading in one line, "" for one that is only a date."""
        words = clean(heading.surface)[:200]
        return "" if is_date(words) else words


def _shown(sentence: Sentence) -> str:
    words = clean(sentence.surface)
    return words if len(words) <= LONGEST else words[:LONGEST] + "…"


def _safe(text: str) -> str:
    """Text with its blanks and lines; control and direction characters as �."""
    return UNSAFE.sub("\ufffd", text)
