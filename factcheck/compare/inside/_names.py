"""Names as claims, for the checks that compare how something is called in two places of one text."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from factcheck.claims.profile import Named
from factcheck.claims.row import Row
from factcheck.compare.inside._text import Text
from factcheck.compare.joins.names._row import row as claim_on
from factcheck.compare.joins.names._row import sentence_at

WORD = r"\p{Lu}\p{L}*[’'-]?\p{L}*\p{Ll}"
RUN = regex.compile(rf"\b{WORD}(?: {WORD}){{1,4}}\b")
LEFT_OUT = frozenset(("code", "furniture"))


def runs(text: Text) -> Iterator[tuple[int, list[str]]]:
    """(offset, words) of each run of capitalised words of a text."""
    skipped = [(zone.start, zone.end) for zone in text.document.zones if zone.kind in LEFT_OUT]
    at = 0
    for match in RUN.finditer(text.document.text):
        while at < len(skipped) and skipped[at][1] <= match.start():
            at += 1
        if at == len(skipped) or match.start() < skipped[at][0]:
            yield match.start(), match[0].split(" ")


def row(text: Text, start: int, end: int, subject: str, attribute: str) -> Row:
    """A stretch of a text as a claim on how `subject` is called."""
    document = text.document
    named = Named(document.text[start:end], start, end, sentence_at(document.text, start, end))
    return claim_on(named, text.number, document.id, subject=subject, attribute=attribute)
