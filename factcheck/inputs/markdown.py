"""Markdown: front matter, headings, lists and tables as text; code blocks are left out.

markdown-it-py (CommonMark and tables) says what is text; where it stands is found by searching
each piece of it in the lines of its block, from left to right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.errors import Problem
from factcheck.inputs._builder import Builder
from factcheck.inputs._comments import comments
from factcheck.inputs._decode import decode
from factcheck.inputs._front_matter import read_front_matter
from factcheck.inputs._tags import pieces
from factcheck.model import Comment, Document

if TYPE_CHECKING:
    from markdown_it.token import Token

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
LINE_END = re.compile(r"\r\n?|\n")
FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:?")
HEADING = re.compile(r"h[1-6]")
SMALL_PIECE = re.compile(r"\w+|\W")
KNOWN = ("title", "published", "url", "language")
COLUMN = " | "
WINDOW = 10_000  # code points that a search looks ahead, so that reading stays linear


def read(raw: bytes, source: str) -> Iterator[Document | Problem]:
    """One document, after the problems of its front matter.

    Zones: "heading", "list", "table-head" and "table" (one block a row, cells apart by " | "). A
    paragraph is one line of text, whatever its lines in the file; inline code is text, images and
    footnote marks are not. `title` is the front matter's, else the first heading of level 1.
    """
    text = decode(raw, source)
    front = read_front_matter(text, source)
    yield from front.problems
    reader = _Reader(text, front.body)
    reader.run()
    fields = front.fields
    yield Document(
        source=source,
        text=reader.builder.text,
        title=fields.get("title") or reader.title,
        published=fields.get("published"),
        url=fields.get("url"),
        language=fields.get("language", "en"),
        meta={key: value for key, value in sorted(fields.items()) if key not in KNOWN},
        origin=reader.builder.origin,
        zones=tuple(reader.builder.zones),
        comments=(*front.comments, *reader.comments),
    )


class _Reader:
    """Walks the tokens of one text; `at` is how far the search in the original has come."""

    def __init__(self, text: str, body: int) -> None:
        self.text = text
        self.body = body
        self.lines = [body, *(match.end() for match in LINE_END.finditer(text, body)), len(text)]
        self.builder = Builder(text)
        self.title: str | None = None
        self.comments: list[Comment] = []
        self.at = body
        self.end = len(text)

    def run(self) -> None:
        """Reads all blocks."""
        from markdown_it import MarkdownIt

        parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")
        zone, lists, cell = "", 0, 0
        for token in parser.parse(self.text[self.body :]):
            match token.type:
                case "heading_open":
                    zone = token.tag
                case "heading_close":
                    zone = ""
                case "bullet_list_open" | "ordered_list_open":
                    lists += 1
                case "bullet_list_close" | "ordered_list_close":
                    lists -= 1
                case "thead_open":
                    zone = "table-head"
                case "tbody_open":
                    zone = "table"
                case "table_close":
                    zone = ""
                case "tr_open":
                    cell = 0
                    self.builder.open_block()
                case "tr_close":
                    self.builder.close_block(zone)
                case "inline" if zone.startswith("table"):
                    self._cell(token, cell)
                    cell += 1
                case "inline":
                    self._block(token, zone or ("list" if lists else ""))
                case "html_block":
                    self._markup(token)

    def _block(self, token: Token, zone: str) -> None:
        self._go_to(token)
        self.builder.open_block()
        self._inline(token)
        level = int(zone[1]) if HEADING.fullmatch(zone) else 0
        self.builder.close_block("heading" if level else zone, level)
        if zone == "h1" and self.title is None:
            self.title = "".join(child.content for child in token.children or ()).strip() or None

    def _cell(self, token: Token, number: int) -> None:
        self._go_to(token)
        if number:
            bar = self.text.find("|", self.at, self.end)
            self.at = bar if bar >= 0 else self.at
            self.builder.add(COLUMN, max(self.at - 1, 0))
        self._inline(token)

    def _markup(self, token: Token) -> None:
        self._go_to(token)
        self.comments += comments(self.text, self.at, self.end)
        for block in _lines(pieces(self.text, self.at, self.end)):
            self.builder.open_block()
            for piece, at in block:
                self.builder.add(piece, at)
            self.builder.close_block()

    def _go_to(self, token: Token) -> None:
        """Sets the search to the lines of a block."""
        first, last = token.map or (0, len(self.lines) - 1)
        self.at = max(self.at, self.lines[first])
        self.end = self.lines[min(last, len(self.lines) - 1)]

    def _inline(self, token: Token) -> None:
        for child in token.children or ():
            if child.type in ("text", "code_inline"):
                self._words(child.content)
            elif child.type == "text_special":
                self._piece(child.content, child.markup)
            elif child.type in ("softbreak", "hardbreak"):
                self._piece(" ", "\n")
            elif child.type == "link_close" and child.info != "auto":
                self.at = self._behind_link(self.at)
            elif child.type == "image":
                self.at = self._behind_link(max(self.at, self.text.find("![", self.at, self.end)))
            elif child.type == "html_inline":
                at = max(self.text.find(child.content, self.at, self.end), 0)
                self.comments += comments(child.content, 0, len(child.content), at)
                self._piece(" " if child.content.lower().startswith("<br") else "", child.content)

    def _words(self, content: str) -> None:
        at = 0
        for mark in [*FOOTNOTE.finditer(content), None]:
            self._piece(content[at : mark.start() if mark else None])
            at = mark.end() if mark else at

    def _piece(self, shown: str, written: str = "") -> None:
        """Adds `shown`, `written` that way in the file; word by word if it is not there as a whole."""
        written = written or shown
        if not self._found(shown, written) and shown:
            for match in SMALL_PIECE.finditer(shown):
                if not self._found(match.group(), match.group()):
                    self.builder.add(match.group(), self.at)

    def _found(self, shown: str, written: str) -> bool:
        start = self.text.find(written, self.at, min(self.end, self.at + len(written) + WINDOW))
        if start < 0:
            return False
        self.builder.add(shown, start)
        self.at = start + len(written)
        return True

    def _behind_link(self, at: int) -> int:
        """The offset behind the `](target)` or `][name]` that closes a link, from inside its text."""
        close = self.text.find("]", at, self.end)
        if close < 0:
            return at
        opening = self.text[close + 1 : close + 2]
        if opening not in ("(", "["):
            return close + 1
        depth = 0
        for index in range(close + 1, min(self.end, close + WINDOW)):
            letter = self.text[index]
            depth += (letter == opening) - (letter == {"(": ")", "[": "]"}[opening])
            if depth == 0:
                return index + 1
        return close + 1


def _lines(found: list[tuple[str, int]]) -> Iterator[list[tuple[str, int]]]:
    """Pieces of markup as lines; blank ones are left out."""
    line: list[tuple[str, int]] = []
    for piece, at in [*found, ("\n", 0)]:
        start = 0
        for match in LINE_END.finditer(piece):
            line.append((piece[start : match.start()], at + start))
            if any(words.strip() for words, _ in line):
                yield line
            line, start = [], match.end()
        line.append((piece[start:], at + start))
