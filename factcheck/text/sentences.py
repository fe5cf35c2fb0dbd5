"""A text in blocks (paragraphs, headings, table rows) and sentences; tokens only where wanted.

Sentences are found by nupunkt (the Punkt method of Kiss and Strunk, 2006, with a table of
abbreviations), block by block, so that a headline never runs into the sentence below it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import regex

from factcheck.data import load
from factcheck.model import Document
from factcheck.text.kept import Keeps, kept
from factcheck.text.tokens import Tokens, tokenise
from factcheck.text.words import forms

WRAPPED_LINE: Final = (40, 100)  # lines of a hard-wrapped paragraph are at least and at most this long
LONGEST_SENTENCE: Final = 4000  # code points; nobody writes longer ones, and machines that do are cut
BREAK: Final = regex.compile(r"\n(?:[ \t\r]*\n)*")
LETTER_END: Final = regex.compile(
    r"(?<=\d\s?[A-Za-z])\.\s+(?=(?:A|An|The|This|In|On|At|To|For|If|He|She|It|They|We|You|But|And)\s)"
)
ENDINGS: Final = (
    ". ", "! ", "? ", ".”", '."', ".\n", "…", ".)", "?”", "!”", '?"', '!"', ".'", ".’", "?\n", "!\n",
)  # fmt: skip
WORD_END: Final = regex.compile(r"(?<![\w.])(\p{Ll}{4,})[.!?][\"”’)\]]*\s+(?=[\"“‘'(\[]*\p{Lu})")
SHORTENED: Final = frozenset(load("measures")["shortened"].split())
PARAGRAPH: Final = regex.compile(r"\n[ \t\r]*\n")


class Sentence(Keeps):
    """One sentence: `text[start:end]`, the `block` it stands in, and what kind of block that is."""

    __slots__ = ("block", "end", "index", "start", "text", "zone")

    def __init__(self, text: str, start: int, end: int, index: int, block: int, zone: str) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.index = index
        self.block = block
        self.zone = zone

    @kept
    def tokens(self) -> Tokens:
        """The sentence's tokens, with offsets into the whole text."""
        return tokenise(self.text, self.start, self.end)

    @property
    def surface(self) -> str:
        """The sentence as written."""
        return self.text[self.start : self.end]

    def __repr__(self) -> str:
        return f"Sentence({self.start}, {self.end}, {self.surface!r})"


def sentences(document: Document) -> list[Sentence]:
    """The sentences of a document in order, furniture and headings included, marked by `zone`."""
    found: list[Sentence] = []
    for number, (start, end, zone) in enumerate(blocks(document)):
        for first, last in split(document.text, start, end):
            found.append(Sentence(document.text, first, last, len(found), number, zone))
    return found


def blocks(document: Document) -> list[tuple[int, int, str]]:
    """(start, end, zone) of each block; a zone that the reader of the file gave goes before a guess."""
    from factcheck.text.furniture import mark

    given = sorted((zone.start, zone.end, zone.kind) for zone in document.zones)
    found: list[tuple[int, int, str]] = []
    at = 0
    for start, end, kind in given:
        found += mark(document.text, list(_lines(document.text, at, start)))
        found += [(first, last, kind) for first, last in _lines(document.text, start, end)]
        at = max(at, end)
    found += mark(document.text, list(_lines(document.text, at, len(document.text))))
    return found


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Blocks between blank lines; a paragraph whose lines are not hard-wrapped is split at each."""
    at = start
    for match in [*PARAGRAPH.finditer(text, start, end), None]:
        stop = match.start() if match else end
        lines = [(first, last) for first, last in _split(text, at, stop) if text[first:last].strip()]
        if lines and _hard_wrapped(lines):
            lines = [(lines[0][0], lines[-1][1])]
        for first, last in lines:
            yield _stripped(text, first, last)
        at = match.end() if match else end


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while (stop := text.find("\n", at, end)) >= 0:
        yield at, stop
        at = stop + 1
    yield at, end


def _hard_wrapped(lines: list[tuple[int, int]]) -> bool:
    shortest, longest = WRAPPED_LINE
    lengths = [last - first for first, last in lines]
    return len(lengths) > 1 and max(lengths) <= longest and min(lengths[:-1]) >= shortest


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of one block; a monster is cut at a blank near the limit."""
    block = text[start:end]
    if not block.strip():
        return
    for first, last in _spans(block):
        at, stop = _stripped(text, start + first, start + last)
        while stop - at > LONGEST_SENTENCE:
            cut = text.rfind(" ", at, at + LONGEST_SENTENCE)
            cut = cut if cut > at else at + LONGEST_SENTENCE
            yield _stripped(text, at, cut)
            at = cut
        if stop > at:
            yield at, stop


def _spans(block: str) -> Iterator[tuple[int, int]]:
    """Sentences of a block, cut once more behind a word of the dictionary ("… per month. Support …"), which
    nupunkt may take for an abbreviation, and a unit's letter before an opening word ("at 112 p. The …")."""
    if not _may_hold_two(block):
        yield 0, len(block)
        return
    import nupunkt

    for first, last in _mended(block, nupunkt.sent_spans(block)):
        at = first
        for end in _missed(block, first, last):
            yield at, end
            at = end
        yield at, last


def _missed(block: str, first: int, last: int) -> list[int]:
    """The ends of sentences inside of what was taken for one."""
    if not any(block.find(mark, first, last - 2) >= 0 for mark in ENDINGS):
        return []
    ends = {match.end() for match in LETTER_END.finditer(block, first, last)}
    words = (match for match in WORD_END.finditer(block, first, last) if match.group(1) in forms())
    return sorted(ends.union(match.end() for match in words) - {last})


def _mended(block: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans, put together again where one ends in a short unit and the next goes on with a figure or in
    small letters: "Rs. 500 each", "20 cu. ft."."""
    held: tuple[int, int] | None = None
    for first, last in spans:
        if held is not None:
            opener = block[first : first + 2].strip()[:1]
            if (opener.isdigit() or opener.islower()) and _shortened(block, *held):
                held = held[0], last
                continue
            yield held
        held = first, last
    if held is not None:
        yield held


def _shortened(block: str, first: int, last: int) -> bool:
    """Whether a span ends in a short form that points at what follows or measures what stands before."""
    words = block[first:last].rsplit(None, 1)
    return bool(words) and words[-1].lower().lstrip("0123456789(") in SHORTENED


def _may_hold_two(block: str) -> bool:
    """Whether a mark that ends a sentence stands before the block's end."""
    return any(0 <= block.find(mark) < len(block) - 2 for mark in ENDINGS)
