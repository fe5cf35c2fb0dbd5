"""The overview: sources × subjects, and for each subject its values over time."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from factcheck.web.strips import strips as found
from factcheck.web.view import View

COLUMNS, LINES, STRIPS = 24, 40, 40  # what a page can hold; the rest is counted


class Cell(NamedTuple):
    """How many findings a source has on a subject, and how dark that is shown: 0 to 4."""

    findings: int
    shade: int


class Line(NamedTuple):
    """A line of the matrix."""

    source: str
    name: str
    cells: tuple[Cell, ...]
    total: int


def overview(view: View) -> dict[str, Any]:
    """The matrix and the strips with what had to be left out."""
    subjects = Counter(row["topic"] for row in view.rows)
    columns = [topic for topic, _ in sorted(subjects.items(), key=lambda item: (-item[1], item[0]))]
    by_source: dict[str, Counter[str]] = {}
    for row in view.rows:
        for source in row["source"]:
            by_source.setdefault(source, Counter())[row["topic"]] += 1
    shown = columns[:COLUMNS]
    first = {topic: at for at, topic in enumerate(shown)}

    def place(source: str) -> tuple[int, int, str]:
        """Sources that speak of the same subjects stand together."""
        known = [first[topic] for topic in by_source[source] if topic in first]
        return min(known), -by_source[source].total(), source

    sources = sorted(
        (source for source in by_source if not first.keys().isdisjoint(by_source[source])), key=place
    )
    lines = [
        Line(
            source,
            view.names[source],
            tuple(_cell(by_source[source][topic]) for topic in shown),
            by_source[source].total(),
        )
        for source in sources[:LINES]
    ]
    strips = found(view)
    return {
        "columns": [(topic, _subject(view, topic)) for topic in shown],
        "lines": lines,
        "more_columns": len(columns) - len(shown),
        "more_lines": len(by_source) - len(lines),
        "strips": strips[:STRIPS],
        "more_strips": max(0, len(strips) - STRIPS),
        "coverage": view.record["coverage"],
    }


def _cell(count: int) -> Cell:
    return Cell(count, min(4, count))


def _subject(view: View, topic: str) -> str:
    return next(row["subject"] for row in view.rows if row["topic"] == topic)
