"""What the readers of texts with light markup share: lines, and blocks of them without their marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from factcheck.inputs._builder import Builder
from factcheck.inputs._comments import comments
from factcheck.model import Document

COLUMN = " | "
LABEL = ": "  # what stands between a term and its definition
LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")


class Line(NamedTuple):
    """One line of a file: its offsets without blanks at its end and in front, and how far it is set in."""

    start: int
    end: int
    indent: int

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return self.start == self.end


Cell = Sequence[Line]  # the stretches of lines that a cell is made of


def lines_of(text: str) -> list[Line]:
    """The lines of a text."""
    found: list[Line] = []
    for match in LINE.finditer(text):
        line = match.group().rstrip()
        words = line.lstrip()
        if match.end() > match.start():
            indent = len(line.expandtabs()) - len(words.expandtabs()) if words else 0
            start = match.start() + len(line) - len(words)
            found.append(Line(start, start + len(words), indent))
    return found


class Page:
    """Blocks of lines, added one by one; `marks` finds what markup stands in a line: of its groups those
    with something in them are shown, the rest of a match is not."""

    def __init__(self, text: str, marks: re.Pattern[str]) -> None:
        self.text = text
        self.builder = Builder(text)
        self.title: str | None = None
        self._marks = marks

    def block(self, lines: Iterable[Line], kind: str = "", level: int = 0, term: Cell = ()) -> None:
        """A paragraph, heading or item; `term` is what an item defines."""
        begun = len(self.builder.text) if level == 1 and self.title is None else -1
        self.builder.open_block()
        last = self._join(term)
        if last is not None:
            self.builder.add(LABEL, max(last.end - 1, 0))
        self._join(lines)
        self.builder.close_block(kind, level)
        if begun >= 0:
            self.title = self.builder.text[begun:].strip() or None

    def row(self, cells: Iterable[Cell], kind: str) -> None:
        """A row of a table, cells apart by `COLUMN`; `kind` is "table-head" or "table"."""
        self.builder.open_block()
        at = 0
        for number, cell in enumerate(cells):
            if number:
                self.builder.add(COLUMN, at)
            last = self._join(cell)
            at = last.end - 1 if last is not None else at
        self.builder.close_block(kind)

    def document(self, source: str) -> Document:
        """All blocks that were added, as one document."""
        return Document(
            source=source,
            text=self.builder.text,
            title=self.title,
            origin=self.builder.origin,
            zones=tuple(self.builder.zones),
            comments=tuple(comments(self.text)),
        )

    def _join(self, lines: Iterable[Line]) -> Line | None:
        """Adds some lines as one, and gives the last of them."""
        last = None
        for line in lines:
            if line.blank:
                continue
            if last is not None:
                self.builder.add(" ", last.end)
            for start, end in self._plain(line):
                self.builder.add(self.text[start:end], start)
            last = line
        return last

    def _plain(self, line: Line) -> Iterator[tuple[int, int]]:
        """The stretches of a line that are no marks."""
        at = line.start
        for match in self._marks.finditer(self.text, line.start, line.end):
            yield at, match.start()
            yield from (match.span(group) for group in range(1, (match.lastindex or 0) + 1) if match[group])
            at = match.end()
        yield at, line.end
