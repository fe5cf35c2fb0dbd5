"""reStructuredText: headings, lists, fields, terms and tables as text; code and comments are left out.

Only the marks are taken away, by lines; nothing is carried out (`include`, substitutions). What a directive
describes (`option`, `confval`, `function` …) is a heading over its body; notes and warnings are prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.errors import Problem
from factcheck.inputs._decode import decode
from factcheck.inputs._marked import Line, Page, lines_of
from factcheck.model import Document

SUFFIXES = (".rst",)
RULE = re.compile(r"([^\w\s])\1*$")
ITEM = re.compile(r"(?:[-*+•]|\(?(?:\d+|#|[a-zA-Z])[.)])[ \t]+(?=\S)")
FIELD = re.compile(r":(?P<term>[^:`]+(?::[^:\s`]+)*):(?:[ \t]+|$)")
FLAG = r"--?[\w?][\w-]*(?:[ =][<\w][\w.>-]*)?"
OPTION = re.compile(rf"(?P<term>{FLAG}(?:, {FLAG})*)[ \t]{{2,}}(?=\S)")
DIRECTIVE = re.compile(r"\.\.[ \t]+(?:[\w-]+:)?(?P<name>[\w-]+)::[ \t]*")
EXPLICIT = re.compile(r"\.\.(?:[ \t]|$)|__[ \t]")
SIMPLE = re.compile(r"=+(?:[ \t]+=+)+$")
GRID = re.compile(r"\+(?:[-=]+\+)+$")
OPTIONS = re.compile(r":[\w-]+:")
# Directives whose body is read: what is said in them stands in the text …
READ = frozenset(
    "note warning tip important caution attention danger hint seealso admonition topic sidebar deprecated "
    "versionadded versionchanged versionremoved rubric container compound epigraph rst-class only".split()
)
# … and those that describe a thing, whose name stands over the body.
DESCRIBING = frozenset(
    "option confval setting envvar function method class module attribute data describe object program "
    "cmdoption directive role exception macro type var member".split()
)
# All bounded, so that a line of any length is searched in linear time.
MARKS = re.compile(
    r"``(.{1,300}?)``|:[\w:+.-]{1,60}:`[~!]?([^`<]{1,300}?)(?:[ \t]*<[^>`]{0,300}>)?`"
    r"|`([^`<]{1,300}?)(?:[ \t]*<[^>`]{0,300}>)?`_{0,2}"
    r"|(?<![\w*])\*{1,2}([^\s*](?:[^*]{0,300}[^\s*])?)\*{1,2}(?!\w)|[ \t]?\[(?:\d+|#\w*|\*)\]_"
    r"|\|[\w -]{1,60}\|_{0,2}|(?<=\w)_{1,2}(?=[\s.,;:!?)]|$)|\\(\S)|:(?=:$)"
)


def read(raw: bytes, source: str) -> Iterator[Document | Problem]:
    """One document; zones as those of Markdown, fields, terms and options as items of a list."""
    text = decode(raw, source)
    reader = _Reader(text)
    reader.run()
    yield reader.page.document(source)


class _Reader:
    """Walks the lines of one text; `styles` are those of its headings, the highest first."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = lines_of(text)
        self.page = Page(text, MARKS)
        self.styles: list[tuple[str, bool]] = []
        self.level = 0

    def run(self) -> None:
        """Reads all blocks."""
        at = 0
        while at < len(self.lines):
            at = self._block(at)

    def _said(self, at: int) -> str:
        return self.text[self.lines[at].start : self.lines[at].end] if at < len(self.lines) else ""

    def _block(self, at: int) -> int:
        """Reads the block at a line; the line behind it."""
        line, said = self.lines[at], self._said(at)
        if line.blank:
            return at + 1
        if EXPLICIT.match(said):
            return self._explicit(at, said)
        if GRID.match(said):
            return self._grid(at)
        if SIMPLE.match(said):
            return self._simple(at)
        if (behind := self._heading(at, said)) > at:
            return behind
        if said.startswith(">>>"):
            return self._paragraph(at)
        if said == "::":
            return self._indented(at + 1, line.indent)
        return self._text(at, said)

    def _text(self, at: int, said: str) -> int:
        """A paragraph, an item of a list or a term with what stands below it."""
        line, end, kind = self.lines[at], self._paragraph(at), ""
        term: list[Line] = []
        lines = list(self.lines[at:end])
        if mark := ITEM.match(said):
            lines[0], kind = line._replace(start=line.start + mark.end()), "list"
            nested = (n for n in range(at + 1, end) if ITEM.match(self._said(n)) or self._is_less(n, at))
            end = next(nested, end)
            lines = [lines[0], *self.lines[at + 1 : end]]
        elif mark := FIELD.match(said) or OPTION.match(said):
            start = line.start + mark.start("term")
            term, kind = [Line(start, line.start + mark.end("term"), 0)], "list"
            end = next((n for n in range(at + 1, end) if self._is_less(n, at)), end)
            lines = [line._replace(start=line.start + mark.end()), *self.lines[at + 1 : end]]
        elif len(lines) > 1 and lines[1].indent > line.indent and EXPLICIT.match(self._said(at + 1)):
            self.page.block([line], "list")  # a term, and below it a directive: since when it is there
            return at + 1
        elif len(lines) > 1 and lines[1].indent > line.indent and not said.startswith("|"):
            term, lines, kind = [line], lines[1:], "list"
        elif said.startswith("| "):  # lines that stay apart
            for each in lines:
                self.page.block([each._replace(start=min(each.start + 2, each.end))])
            return end
        self.page.block(lines, kind, term=term)
        return self._indented(end, line.indent) if self._ends_open(end - 1) else end

    def _is_less(self, number: int, at: int) -> bool:
        """Whether a line is no further in than another one."""
        return self.lines[number].indent <= self.lines[at].indent

    def _ends_open(self, at: int) -> bool:
        """Whether code follows."""
        return self._said(at).endswith("::")

    def _paragraph(self, at: int) -> int:
        while at < len(self.lines) and not self.lines[at].blank:
            at += 1
        return at

    def _indented(self, at: int, indent: int) -> int:
        """The line behind all that is further in."""
        end = at
        while at < len(self.lines) and (self.lines[at].blank or self.lines[at].indent > indent):
            at += 1
            end = at if not self.lines[at - 1].blank else end
        return end

    # -------------------------------------------------------- headings and directives

    def _heading(self, at: int, said: str) -> int:
        """Reads a heading, if one stands at a line, or passes over a mere rule."""
        over = RULE.match(said) is not None and len(said) > 1
        title, under = (at + 1, at + 2) if over else (at, at + 1)
        below = self._said(under)
        if over and self._said(title) == "":
            return at + 1
        long = len(below) > 1 and len(below) + 1 >= min(len(self._said(title)), 4)
        if not long or not RULE.match(below) or not self._said(title) or (over and below[0] != said[0]):
            return at
        style = below[0], over
        if style not in self.styles:
            self.styles.append(style)
        self.level = self.styles.index(style) + 1
        self.page.block([self.lines[title]], "heading", self.level)
        return under + 1

    def _explicit(self, at: int, said: str) -> int:
        """A directive, a comment, a target or a footnote."""
        line = self.lines[at]
        mark = DIRECTIVE.match(said)
        name = mark["name"] if mark else ""
        end = self._indented(at + 1, line.indent)
        if mark is None or name not in READ | DESCRIBING | {"list-table", "csv-table"}:
            return end
        body = next((n for n in range(at + 1, end) if not OPTIONS.match(self._said(n))), end)
        if name == "list-table":
            self._listed(at + 1, body, end)
            return end
        if name == "csv-table":
            for each in self.lines[body:end]:
                if not each.blank:
                    self.page.block([each], "list")
            return end
        argument = line._replace(start=line.start + mark.end())
        if name in DESCRIBING and not argument.blank:
            self.page.block([argument], "heading", self.level + 1)
        elif not argument.blank:
            first = self._paragraph(at)
            self.page.block([argument, *self.lines[at + 1 : min(first, end)]])
            return max(min(first, end), at + 1)
        return body

    # -------------------------------------------------------- tables

    def _listed(self, at: int, body: int, end: int) -> None:
        """The rows of a `list-table`: items of items."""
        heads = next((self._said(n) for n in range(at, body) if "header-rows" in self._said(n)), "")
        rows: list[list[list[Line]]] = []
        for number in range(body, end):
            line, said = self.lines[number], self._said(number)
            start = re.match(r"\*[ \t]+-[ \t]*|-(?:[ \t]+|$)", said)
            if start and said.startswith("*"):
                rows.append([])
            if start and rows:
                rows[-1].append([line._replace(start=line.start + start.end())])
            elif rows and rows[-1]:
                rows[-1][-1].append(line)
        count = int(re.sub(r"\D", "", heads) or 0)
        for number, row in enumerate(rows):
            self.page.row(row, "table-head" if number < count else "table")

    def _simple(self, at: int) -> int:
        """A table whose columns stand below the stretches of its border."""
        border = self.lines[at]
        columns = [match.span() for match in re.finditer(r"=+", self.text[border.start : border.end])]
        rules = [at]
        number = at + 1
        while number < len(self.lines):
            if SIMPLE.match(self._said(number)):
                rules.append(number)
                if number + 1 >= len(self.lines) or self.lines[number + 1].blank:
                    break
            number += 1
        if len(rules) < 2:
            return at + 1
        rows: list[tuple[bool, list[list[Line]]]] = []
        for number in range(at + 1, rules[-1]):
            if number in rules or self.lines[number].blank or RULE.match(self._said(number)):
                continue
            cells = self._cells(number, border, columns)
            if cells[0].blank and rows:
                for cell, more in zip(rows[-1][1], cells, strict=True):
                    cell.append(more)
            else:
                rows.append((len(rules) > 2 and number < rules[1], [[cell] for cell in cells]))
        for head, row in rows:
            self.page.row(row, "table-head" if head else "table")
        return rules[-1] + 1

    def _cells(self, number: int, border: Line, columns: Sequence[tuple[int, int]]) -> list[Line]:
        """What stands below each stretch of a border, in one line."""
        line = self.lines[number]
        base = line.start - line.indent + border.indent
        ends = [base + start for start, _ in columns[1:]] + [line.end]
        return [
            self._trimmed(max(base + start, line.start), min(end, line.end))
            for (start, _), end in zip(columns, ends, strict=True)
        ]

    def _trimmed(self, start: int, end: int) -> Line:
        cut = self.text[start : max(start, end)]
        words = cut.strip()
        first = start + len(cut) - len(cut.lstrip()) if words else start
        return Line(first, first + len(words), 0)

    def _grid(self, at: int) -> int:
        """A table between lines of `+---+`."""
        border = self.lines[at]
        edges = [match.start() for match in re.finditer(r"\+", self.text[border.start : border.end])]
        end = self._paragraph(at)
        rows: list[list[list[Line]]] = [[[] for _ in edges[1:]]]
        heads = 0
        for number in range(at + 1, end):
            line, said = self.lines[number], self._said(number)
            if GRID.match(said):
                heads = len(rows) if "=" in said else heads
                rows.append([[] for _ in edges[1:]])
            elif said.startswith("|"):
                for cell, (left, right) in zip(rows[-1], pairwise(edges), strict=True):
                    cell.append(
                        self._trimmed(min(line.start + left + 1, line.end), min(line.start + right, line.end))
                    )
        for number, row in enumerate(rows):
            if any(not line.blank for cell in row for line in cell):
                self.page.row(row, "table-head" if number < heads else "table")
        return end
