"""The headings, list items and tables of a plain text that is written with the marks of Markdown.

A text that comes without a file's name may be a page of a manual all the same. Nothing is left out of it:
what stands behind a mark, on its line, is only told to be a heading, an item or a row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import regex

from factcheck.model import Document, Zone

MARK: Final = regex.compile(r"^[ \t]*(?:(#{1,6})[ \t]|(?P<mark>[-*+•])[ \t]|\|)[ \t]*(?=\S)", regex.MULTILINE)
RULE: Final = frozenset("|-: \t")  # what the line below a table's head is made of
BAR: Final = "|"
MARKS: Final = ("\n#", "\n-", "\n*", "\n+", "\n•", "\n|")  # what the lines of most texts do not begin with


def outlined(document: Document) -> Document:
    """The document with the zones that its marks tell, if its reader has told none."""
    text = document.text
    if document.zones or not (text.startswith(("#", "-", "*", "|")) or any(mark in text for mark in MARKS)):
        return document
    zones = tuple(_zones(text))
    # a line that begins with a dash may be speech: headings and tables tell a manual
    marked = any(zone.kind != "list" for zone in zones) or len(zones) > 1
    return replace(document, zones=zones) if marked else document


def _zones(text: str) -> Iterator[Zone]:
    rows: list[Zone] = []  # of the table that is being read
    for match in MARK.finditer(text):
        start = match.end()
        stop = text.find("\n", start)
        end = start + len(text[start : stop if stop >= 0 else len(text)].rstrip())
        is_row = BAR in match.group()
        if rows and not (is_row and text.count("\n", rows[-1].end, start) == 1):
            yield from _table(rows, text)
            rows = []
        if is_row:
            rows.append(Zone(start, end, "table"))
        else:
            level = len(match.group(1) or "")
            yield Zone(start, end, "heading", level) if level else Zone(match.end("mark") - 1, end, "list")
    yield from _table(rows, text)


def _table(rows: list[Zone], text: str) -> Iterator[Zone]:
    """The rows of a table, its head told by the line below it; without such a line they are no table."""
    rule = next((at for at, row in enumerate(rows[:2]) if _is_rule(text[row.start : row.end])), None)
    if rule is None:
        return
    for at, row in enumerate(rows):
        if RULE.issuperset(text[row.start : row.end]):
            yield replace(row, kind="furniture")
            continue
        end = row.end - 1 if text[row.end - 1] == BAR else row.end
        end = row.start + len(text[row.start : end].rstrip())
        yield Zone(row.start, end, "table-head" if at < rule else "table")


def _is_rule(line: str) -> bool:
    return "-" in line and RULE.issuperset(line)
