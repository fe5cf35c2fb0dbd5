"""Tables: the numbers of a column and the total below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

import regex

from factcheck.claims.row import Row
from factcheck.compare.inside._parts import words
from factcheck.compare.inside._text import Text, pair
from factcheck.compare.pair import Pair
from factcheck.model import Claim, Document, Interval, Span

NUMBER = regex.compile(
    r"^[\s*_`~$€£]*(?P<figure>-?\d{1,3}(?:[,\u2009\u202f']\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)"
)
TAIL = regex.compile(r"^[\s*_`]*(?:%|\p{L}{1,4}|[€$£])?[\s*_`]*$")
HEAD, BODY = "table-head", "table"  # zones, one a line
FEWEST = 2  # parts
MOST = 200  # rows
NEAR = Decimal("0.25")  # of a total: what is farther from the sum of its column is no total of it


class Cell(NamedTuple):
    """One cell: its offsets, the words in it, and its number, None where it has none."""

    start: int
    end: int
    words: str
    figure: Decimal | None


def find(text: Text) -> Iterator[Pair]:
    """Each column of numbers that ends with a total."""
    for table in _tables(text.document):
        head, *rows = table
        if not rows or not _is_total(rows[-1][0].words) or any(_is_total(row[0].words) for row in rows[:-1]):
            continue
        columns = [
            [row[number] for row in rows]
            for number in range(1, len(head))
            if not words("not_summed") & {*head[number].words.lower().replace(".", " ").split()}
            and "%" not in head[number].words
        ]
        whole = [column for column in columns if _numeric(column)]
        fits = any(_over(column) == 0 for column in whole)
        for column in whole:
            total = column[-1].figure or Decimal(0)
            if fits or abs(_over(column)) <= NEAR * abs(total):
                yield _pair(text, column)


def _tables(document: Document) -> Iterator[list[list[Cell]]]:
    """The tables of a file: a head and rows with as many cells."""
    rows: list[list[Cell]] = []
    for zone in [*document.zones, None]:
        if zone is not None and zone.kind == BODY and rows:
            rows.append(_cells(document.text, zone.start, zone.end))
            continue
        if FEWEST + 2 <= len(rows) <= MOST and len(rows[0]) > 1 and len({len(row) for row in rows}) == 1:
            yield rows
        rows = [_cells(document.text, zone.start, zone.end)] if zone is not None and zone.kind == HEAD else []


def _cells(text: str, start: int, end: int) -> list[Cell]:
    """The cells of one line."""
    found: list[Cell] = []
    at = start
    for piece in text[start:end].split("|"):
        surface = piece.strip()
        first = at + len(piece) - len(piece.lstrip())
        found.append(Cell(first, first + len(surface), surface, _figure(surface)))
        at += len(piece) + 1
    return found


def _figure(surface: str) -> Decimal | None:
    match = NUMBER.match(surface)
    if match is None or not TAIL.match(surface[match.end() :]):
        return None
    return Decimal(regex.sub(r"[,\u2009\u202f']", "", match["figure"]))


def _is_total(label: str) -> bool:
    said = regex.findall(r"\p{L}+", label.lower())
    return bool(said) and (said[0] in words("totals") or said[-1] in ("total", "totals"))


def _numeric(column: Sequence[Cell]) -> bool:
    """Whether all cells are numbers written alike; an empty one is none."""
    parts = [cell for cell in column[:-1] if cell.words.strip("–—- ") or cell.figure is not None]
    units = {regex.sub(r"[\d.,'*_\s-]", "", cell.words) for cell in [*parts, column[-1]]}
    return (
        len(parts) >= FEWEST
        and column[-1].figure is not None
        and all(cell.figure is not None for cell in parts)
        and len(units - {""}) <= 1
    )


def _over(column: Sequence[Cell]) -> Decimal:
    return sum((cell.figure or Decimal(0) for cell in column[:-1]), Decimal(0)) - (
        column[-1].figure or Decimal(0)
    )


def _pair(text: Text, column: Sequence[Cell]) -> Pair:
    parts = [_row(text, cell) for cell in column[:-1] if cell.figure is not None]
    return pair("sum", _row(text, column[-1]), parts, "the table gives a column of numbers and its total")


def _row(text: Text, cell: Cell) -> Row:
    """A cell as a claim; one with decimals may be rounded."""
    assert cell.figure is not None
    exponent = int(cell.figure.as_tuple().exponent)
    kind, digits = ("quantity", len(cell.figure.as_tuple().digits)) if exponent < 0 else ("count", None)
    value = Interval(cell.figure, cell.figure, digits=digits)
    number = regex.search(r"-?\d[\d.,\u2009\u202f']*", cell.words)
    assert number is not None
    start, end = cell.start + number.start(), cell.start + number.end()
    document = text.document
    line = document.text.rfind("\n", 0, start) + 1
    stop = document.text.find("\n", end)
    claim = Claim(
        id=f"{document.id}:{start}-{end}:cell",
        kind=kind,
        subject="",
        attribute="",
        value=value,
        canonical=value,
        span=Span(document.id, start, end),
        sentence=Span(document.id, line, stop if stop >= 0 else len(document.text)),
        text=document.text[start:end],
    )
    return Row(claim, -1, kind, kind, document=text.number)
