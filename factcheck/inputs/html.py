"""HTML pages: the article without the page's furniture (extra [html]: trafilatura).

trafilatura says what the article is and what its metadata are; where each word stands in the file
is found by aligning the article's words with the words of the whole page, from left to right.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from factcheck.errors import FactcheckError, Problem
from factcheck.inputs._builder import Builder
from factcheck.inputs._comments import comments
from factcheck.inputs._dates import iso
from factcheck.inputs._decode import decode
from factcheck.inputs._tags import pieces
from factcheck.model import Document

SUFFIXES = (".html", ".htm", ".xhtml")
CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?\s*([a-z0-9_:.-]+)", re.IGNORECASE)
LANGUAGE = re.compile(r"<html[^>]*\slang=[\"']?([a-z]{2,3})", re.IGNORECASE)
WORD = re.compile(r"\S+")
KEY = 3  # words in a row that tell where an article goes on after a gap
NEAR = 200  # words; fewer than KEY words (a short heading) do not tell more than that
# Without these trafilatura takes a copyright year in the footer for the date of publication.
DATES = {"extensive_search": False, "original_date": True}
ZONES = {"head": "heading", "item": "list", "row": "table"}
LEVELS = {f"h{level}": level for level in range(1, 7)}
COLUMN = " | "
Pieces = list[tuple[str, int]]  # parts of one word with their offsets: "<b>2</b>,500" has two


def read(raw: bytes, source: str) -> Iterator[Document | Problem]:
    """One document: the article with its title, date, URL and site (`meta["site"]`).

    FactcheckError "extra" when trafilatura is not installed, "no-text" when there is no article.
    """
    declared = CHARSET.search(raw[:4096])
    markup = decode(raw, source, declared[1].decode("ascii") if declared else None)
    page = _article(markup, source)
    builder = _Aligned(markup)
    for zone, text, level in _blocks(page.body):
        builder.block(text, zone, level)
    language = LANGUAGE.search(markup[:4096])
    yield Document(
        source=source,
        text=builder.text,
        title=page.title or None,
        published=iso(page.date) if page.date else None,
        url=page.url or None,
        language=language[1].lower() if language else "en",
        meta={"site": page.sitename} if page.sitename else {},
        origin=builder.origin,
        zones=tuple(builder.zones),
        comments=tuple(comments(markup)),
    )


def _article(markup: str, source: str) -> Any:
    try:
        import trafilatura
    except ImportError as error:
        hint = "pip install 'factcheck-consistency[html]'"
        raise FactcheckError(Problem("extra", f"HTML needs an extra ({error})", source, hint=hint)) from None
    page: Any = trafilatura.bare_extraction(
        markup, fast=True, with_metadata=True, include_comments=False, date_extraction_params=DATES
    )
    if page is None or page.body is None:
        hint = "only pages with an article can be read; save the article's text as .txt"
        raise FactcheckError(Problem("no-text", "no article found on this page", source, hint=hint))
    return page


def _blocks(element: Any) -> Iterator[tuple[str, str, int]]:
    """(zone, text, level of a heading) of each block of trafilatura's tree; code blocks are left out."""
    for child in element:
        if child.tag == "row":
            cells = [_words(cell) for cell in child]
            head = len(child) > 0 and all(cell.get("role") == "head" for cell in child)
            yield ("table-head" if head else "table"), COLUMN.join(cells), 0
        elif child.tag in ("list", "table", "quote", "div") and len(child):
            if (child.text or "").strip():
                yield "", _squeezed(child.text), 0
            yield from _blocks(child)
        elif child.tag != "code":
            level = LEVELS.get(child.get("rend", ""), 0) if child.tag == "head" else 0
            for line in _words(child).split("\n"):
                yield ZONES.get(child.tag, ""), line, level
        if (child.tail or "").strip():
            yield "", _squeezed(child.tail), 0


def _words(element: Any) -> str:
    """All text of an element; a line break stays one, and the end of a line of the file is a blank."""
    parts = [_flat(element.text)]
    for child in element:
        parts += ["\n" if child.tag == "lb" else _words(child), _flat(child.tail)]
    return "\n".join(_squeezed(line) for line in "".join(parts).split("\n") if line.strip())


def _flat(text: str | None) -> str:
    return (text or "").replace("\n", " ")


def _squeezed(text: str) -> str:
    return " ".join(text.split())


class _Aligned(Builder):
    """A text whose words are looked up in the words of the page."""

    def __init__(self, markup: str) -> None:
        super().__init__(markup)
        self.words, self.places = _page_words(markup)
        self.next = 0
        self._where: dict[int, dict[tuple[str, ...], list[int]]] = {}

    def block(self, text: str, zone: str, level: int = 0) -> None:
        """Adds a block, each word with its place as far as it is found."""
        if not text.strip():
            return
        self.open_block()
        found = list(WORD.finditer(text))
        done = 0
        for index, match in enumerate(found):
            pieces_of_word = self._place(tuple(other.group() for other in found[index : index + KEY]))
            if pieces_of_word:
                first = pieces_of_word[0][1]
                self.add(text[done : match.start()], max(first - (match.start() - done), 0))
                for piece, at in pieces_of_word:
                    self.add(piece, at)
                done = match.end()
        self.add(text[done:], self.places[self.next - 1][0][1] if self.next else 0)
        self.close_block(zone, level)

    def _place(self, ahead: tuple[str, ...]) -> Pieces:
        """The pieces in the page of the word `ahead[0]`, at or behind the last one found."""
        index = self.next
        if index >= len(self.words):
            return []
        if self.words[index] != ahead[0]:
            places = self._index(len(ahead)).get(ahead, [])
            later = bisect_left(places, index)
            if later == len(places):
                return []
            index = places[later]
            if len(ahead) < KEY and index - self.next > NEAR and self.next:
                return []
        self.next = index + 1
        return self.places[index]

    def _index(self, size: int) -> dict[tuple[str, ...], list[int]]:
        """Where each run of `size` words begins."""
        if size not in self._where:
            where = self._where[size] = {}
            for index in range(len(self.words) - size + 1):
                where.setdefault(tuple(self.words[index : index + size]), []).append(index)
        return self._where[size]


def _page_words(markup: str) -> tuple[list[str], list[Pieces]]:
    """The words a reader of the page sees, and where the pieces of each stand in the file."""
    words: list[str] = []
    places: list[Pieces] = []
    glued = False  # the last word goes on in the next piece: "<b>2</b>,500"
    for piece, at in pieces(markup):
        for match in WORD.finditer(piece):
            if glued and match.start() == 0:
                words[-1] += match.group()
                places[-1].append((match.group(), at))
            else:
                words.append(match.group())
                places.append([(match.group(), at + match.start())])
        glued = bool(words) and not piece[-1:].isspace()
    return words, places
