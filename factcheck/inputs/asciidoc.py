"""AsciiDoc: headings, lists, terms and tables as text; listings, comments and attributes are left out.

Only the marks are taken away; nothing is carried out (`include::`, `ifdef::`, the value of `{name}`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.errors import Problem
from factcheck.inputs._decode import decode
from factcheck.inputs._marked import Line, Page, lines_of
from factcheck.model import Document

SUFFIXES = (".adoc", ".asciidoc")
HEADING = re.compile(r"(={1,6})[ \t]+(?=\S)")
ITEM = re.compile(r"(?:\*{1,5}|-|\.{1,5}|\d+\.|<\d+>)[ \t]+(?:\[[ x*]\][ \t]+)?(?=\S)")
TERM = re.compile(r"(?P<term>\S.{0,200}?)(?:::{1,3}|;;)(?:[ \t]+|$)")
FENCE = re.compile(r"(-{4,}|\.{4,}|\+{4,}|/{4,}|```+)\S*$")  # left out with what is inside
FRAME = re.compile(r"(={4,}|\*{4,}|_{4,}|--|'{3,}|<<<)$")  # what is inside is read
COMMAND = re.compile(r"(?:\[+[^\]]*\]+|//.*|:[\w!-]+:.*|[a-z]+::\S*\[.*\]|\+)$")
TITLE = re.compile(r"\.(?=[^\s.])")
TABLE = re.compile(r"[|!,]={3,}$")
CELL = re.compile(r"(?:^|(?<=\s))(?:\d+[*+]|\.\d+\+)?[<^>.]*[a-z]?\|[ \t]?")
COLS = re.compile(r'cols="?([^"\]]*)')
# All bounded, so that a line of any length is searched in linear time.
MARKS = re.compile(
    r"(?:link:|xref:|mailto:)[^\s\[]{0,300}\[([^\]]{0,300})\]|https?://[^\s\[]{1,300}\[([^\]]{0,300})\]"
    r"|<<[^>,]{1,300}(?:,([^>]{0,300}))?>>|image:[^\s\[]{0,300}\[[^\]]{0,300}\]|\[\[[^\]]{0,300}\]\]"
    r"|(?:kbd|btn|menu):\[?([^\]]{0,300})\]|`\+([^+`]{1,300})\+`|`([^`]{1,300})`"
    r"|(?<![\w*])\*{1,2}([^\s*](?:[^*]{0,300}[^\s*])?)\*{1,2}(?!\w)"
    r"|(?<!\w)_{1,2}([^\s_](?:[^_]{0,300}[^\s_])?)_{1,2}(?!\w)|[ \t]\+$|<\d+>$"
)


def read(raw: bytes, source: str) -> Iterator[Document | Problem]:
    """One document; zones as those of Markdown. The lines below the title (author, day) are furniture."""
    text = decode(raw, source)
    reader = _Reader(text)
    reader.run()
    yield reader.page.document(source)


class _Reader:
    """Walks the lines of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = lines_of(text)
        self.page = Page(text, MARKS)
        self.attributes = ""  # of the block that comes next

    def run(self) -> None:
        """Reads all blocks."""
        at = 0
        while at < len(self.lines):
            at = self._block(at)

    def _said(self, at: int) -> str:
        line = self.lines[at]
        return self.text[line.start : line.end]

    def _block(self, at: int) -> int:
        """Reads the block at a line; the line behind it."""
        line, said = self.lines[at], self._said(at)
        if fence := FENCE.match(said):
            return self._behind(at + 1, fence[1])
        if TABLE.match(said):
            return self._table(at + 1, said)
        if line.blank or FRAME.match(said) or COMMAND.match(said):
            self.attributes = said if said.startswith("[") else ""
            return at + 1
        if mark := HEADING.match(said):
            level = len(mark[1])
            self.page.block([line._replace(start=line.start + mark.end())], "heading", level)
            return self._header(at + 1) if level == 1 else at + 1
        if mark := TITLE.match(said):
            self.page.block([line._replace(start=line.start + 1)])
            return at + 1
        end = self._end(at + 1)
        first = line._replace(start=line.start + mark.end()) if (mark := ITEM.match(said)) else line
        if mark is None and (mark := TERM.match(said)):
            term = [line._replace(end=line.start + mark.end("term"))]
            rest = [line._replace(start=line.start + mark.end()), *self.lines[at + 1 : end]]
            if end == at + 1 and rest[0].blank:  # the definition stands further below
                below = next((n for n in range(end, len(self.lines)) if self._said(n) not in ("", "+")), end)
                if below < len(self.lines) and not self._opens(below):
                    end = self._end(below + 1)
                    rest = self.lines[below:end]
            self.page.block(rest, "list", term=term)
            return end
        self.page.block([first, *self.lines[at + 1 : end]], "list" if mark else "")
        return end

    def _opens(self, at: int) -> bool:
        """Whether another block begins at a line."""
        said = self._said(at)
        others = (FENCE, TABLE, FRAME, COMMAND, HEADING, ITEM, TERM)
        return self.lines[at].blank or any(other.match(said) for other in others)

    def _end(self, at: int) -> int:
        while at < len(self.lines) and not self._opens(at):
            at += 1
        return at

    def _header(self, at: int) -> int:
        """The lines right below the title."""
        while at < len(self.lines) and not self._opens(at):
            self.page.block([self.lines[at]], "furniture")
            at += 1
        return at

    def _behind(self, at: int, fence: str) -> int:
        while at < len(self.lines) and self._said(at) != fence:
            at += 1
        return at + 1

    def _table(self, at: int, fence: str) -> int:
        """The rows of a table: as many cells a row as the columns that are set, or as the first line has."""
        end = self._behind(at, fence) - 1
        cells: list[list[Line]] = []
        columns = _columns(self.attributes)
        head = "header" in self.attributes
        first = next((n for n in range(at, end) if not self.lines[n].blank), end)
        for number in range(at, end):
            line = self.lines[number]
            marks = [] if line.blank else list(CELL.finditer(self.text, line.start, line.end))
            if not marks and cells:
                cells[-1].append(line)
            for place, mark in enumerate(marks):
                stop = marks[place + 1].start() if place + 1 < len(marks) else line.end
                cut = self.text[mark.end() : stop].rstrip()
                cells.append([Line(mark.end(), mark.end() + len(cut), line.indent)])
            if number == first:
                columns = columns or len(cells)
                head = head or (first == at and first + 1 < end and self.lines[first + 1].blank)
        for place in range(0, len(cells), max(columns, 1)):
            kind = "table-head" if head and not place else "table"
            self.page.row(cells[place : place + max(columns, 1)], kind)
        self.attributes = ""
        return end + 1


def _columns(attributes: str) -> int:
    """How many columns the attributes of a table tell, 0 where they tell none."""
    found = COLS.search(attributes)
    if found is None:
        return 0
    repeated = re.match(r"(\d+)\*", found[1])
    return int(repeated[1]) if repeated else found[1].count(",") + 1
