"""A side's sentence with what stands around it, and whole documents with every value marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from factcheck.jsontypes import SideRecord
from factcheck.model import Document
from factcheck.outputs._words import UNSAFE, clean, parts
from factcheck.text.sentences import Sentence, sentences

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
    """A run of a paragraph; a value of findings has their ids and the letter of its side in each."""

    words: str
    findings: tuple[str, ...] = ()


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
        """The blocks of the document; `marks` are (start, end, finding's id) of its values."""
        values: dict[tuple[int, int], list[str]] = {}
        for start, end, finding in sorted(marks):
            values.setdefault((start, end), []).append(finding)
        blocks: dict[int, tuple[int, int, str]] = {}
        for sentence in self.sentences:
            start, _, zone = blocks.get(sentence.block, (sentence.start, 0, sentence.zone))
            blocks[sentence.block] = start, sentence.end, zone
        waiting = sorted(values.items(), reverse=True)
        return [self._paragraph(*block, waiting) for block in blocks.values()]

    def _paragraph(
        self, start: int, end: int, zone: str, waiting: list[tuple[tuple[int, int], list[str]]]
    ) -> Paragraph:
        """One block; values that begin in it are taken off the end of `waiting`, the last one first."""
        pieces: list[Piece] = []
        at = start
        while waiting and waiting[-1][0][0] < end:
            (first, last), ids = waiting.pop()
            if first < at:  # a value inside the one before
                continue
            pieces.append(Piece(_safe(self.document.text[at:first])))
            at = min(last, end)
            pieces.append(Piece(_safe(self.document.text[first:at]), tuple(dict.fromkeys(ids))))
        pieces.append(Piece(_safe(self.document.text[at:end])))
        line, _ = self.document.line_column(start)
        return Paragraph(line, zone, tuple(piece for piece in pieces if piece.words))

    def _index(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _heading(self, index: int) -> str:
        for sentence in reversed(self.sentences[: index + 1]):
            if sentence.zone == HEADING:
                return clean(sentence.surface)[:200]
        return ""


def _shown(sentence: Sentence) -> str:
    words = clean(sentence.surface)
    return words if len(words) <= LONGEST else words[:LONGEST] + "…"


def _safe(text: str) -> str:
    """Text with its blanks and lines; control and direction characters as �."""
    return UNSAFE.sub("\ufffd", text)
