"""The overview: sources × subjects, and for each subject its values over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from factcheck.jsontypes import SideRecord
from factcheck.outputs._words import clean
from factcheck.record import side_record
from factcheck.web import chart, timeline
from factcheck.web.view import View

COLUMNS, LINES, STRIPS = 24, 40, 40  # what a page can hold; the rest is counted
SHAPES = ("circle", "square", "triangle", "diamond", "cross", "plus", "ring", "star")
HEIGHT, TOP, BOTTOM = 130.0, 12.0, 100.0  # of a strip, in pixels: values lie between TOP and BOTTOM


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


class Point(NamedTuple):
    """A value in a strip: its place (percent and pixels), and the shape and colour of its source."""

    x: float
    y: float
    shape: str
    look: int
    words: str


class Strip(NamedTuple):
    """All values of a subject's attribute over time."""

    topic: str
    subject: str
    finding: str
    points: tuple[Point, ...]
    days: tuple[chart.Tick, ...]
    values: tuple[tuple[float, str], ...]
    unit: str
    legend: tuple[tuple[str, int, str], ...]
    dated: bool


def overview(view: View) -> dict[str, Any]:
    """The matrix and the strips with what had to be left out."""
    subjects = Counter(row["topic"] for row in view.rows)
    columns = [topic for topic, _ in sorted(subjects.items(), key=lambda item: (-item[1], item[0]))]
    by_source: dict[str, Counter[str]] = {}
    for row in view.rows:
        for source in row["source"]:
            by_source.setdefault(source, Counter())[row["topic"]] += 1
    sources = sorted(by_source, key=lambda source: (-by_source[source].total(), source))
    shown = columns[:COLUMNS]
    lines = [
        Line(
            source,
            view.names[source],
            tuple(_cell(by_source[source][topic]) for topic in shown),
            by_source[source].total(),
        )
        for source in sources[:LINES]
    ]
    strips = _strips(view)
    return {
        "columns": [(topic, _subject(view, topic)) for topic in shown],
        "lines": lines,
        "more_columns": len(columns) - len(shown),
        "more_lines": len(sources) - len(lines),
        "strips": strips[:STRIPS],
        "more_strips": max(0, len(strips) - STRIPS),
        "coverage": view.record["coverage"],
    }


def _cell(count: int) -> Cell:
    return Cell(count, min(4, count))


def _subject(view: View, topic: str) -> str:
    return next(row["subject"] for row in view.rows if row["topic"] == topic)


def _strips(view: View) -> list[Strip]:
    """One strip for each subject and attribute that a finding with numbers is about, most urgent first."""
    wanted: dict[tuple[str, str, str], tuple[float, str]] = {}
    for row in view.rows:
        key = (row["subject"], row["attribute"], row["kind"])
        if (row["subject"] and key not in wanted) or row["priority"] > wanted.get(key, (0.0, ""))[0]:
            wanted[key] = row["priority"], row["id"]
    sides: dict[tuple[str, str, str], dict[str, SideRecord]] = {key: {} for key in wanted}
    for conflict in view.record["conflicts"]:
        key = (conflict["subject"], conflict["attribute"], conflict["claims"][0]["kind"])
        sides[key].update({side["id"]: side for side in conflict["claims"]})
    for claim in view.report.claims:
        key = (claim.subject, claim.attribute, claim.kind)
        if claim.subject and key in sides and claim.id not in sides[key]:
            sides[key][claim.id] = side_record(claim, view.documents[claim.span.document])
    order = sorted(wanted, key=lambda key: (-wanted[key][0], key))
    found = [_strip(view, key, wanted[key][1], list(sides[key].values())) for key in order]
    return [strip for strip in found if strip]


def _strip(view: View, key: tuple[str, str, str], finding: str, sides: Sequence[SideRecord]) -> Strip | None:
    values = [(side, figure) for side in sides if (figure := _figure(side)) is not None]
    units = Counter(_unit(side) for side, _ in values)
    unit = max(sorted(units), key=lambda name: units[name]) if units else ""
    values = [(side, figure) for side, figure in values if _unit(side) == unit]
    if len(values) < 2:
        return None
    sources = sorted({side["source"] for side, _ in values})
    looks = {source: at for at, source in enumerate(sources)}
    upright = chart.fitted([figure for _, figure in values])
    days = {side["id"]: timeline.date_minutes(side["published"] or "") for side, _ in values}
    known = [day for day in days.values() if day is not None]
    dated = len(known) == len(values)
    if dated:
        room = (max(known) - min(known)) * 0.08 or 3 * timeline.DAY
        along = chart.Scale(min(known) - room, max(known) + room)
        places = {side["id"]: along.place(days[side["id"]] or 0.0) for side, _ in values}
        marks = timeline.date_ticks(along, most=3)
    else:
        along = chart.Scale(-0.7, len(sources) - 0.3)
        places = {side["id"]: along.place(looks[side["source"]]) for side, _ in values}
        marks = ()
    points = tuple(
        Point(
            places[side["id"]],
            _height(upright, figure),
            SHAPES[looks[side["source"]] % len(SHAPES)],
            looks[side["source"]] % len(SHAPES),
            f"{view.names[side['source']]}: {clean(side['text'])}",
        )
        for side, figure in sorted(values, key=lambda pair: (places[pair[0]["id"]], pair[1], pair[0]["id"]))
    )
    subject, attribute, _ = key
    return Strip(
        clean(" · ".join(word for word in (subject, attribute) if word)) or "?",
        subject,
        finding,
        points,
        marks,
        tuple((_upright(tick.x), tick.label) for tick in chart.ticks(upright)),
        chart.plain_unit(unit),
        tuple(
            (SHAPES[at % len(SHAPES)], at % len(SHAPES), view.names[source]) for source, at in looks.items()
        ),
        dated,
    )


def _height(scale: chart.Scale, value: float) -> float:
    return _upright(scale.place(value))


def _upright(percent: float) -> float:
    return round(BOTTOM - (BOTTOM - TOP) * (percent - chart.LEFT) / (chart.RIGHT - chart.LEFT), 1)


def _figure(side: SideRecord) -> float | None:
    value = side["canonical"]
    if value is None or "digits" not in value:
        return None
    end = value["low"] if value["low"] is not None else value["high"]
    return None if end is None else float(end)


def _unit(side: SideRecord) -> str:
    value = side["canonical"]
    return (value["unit"] or "") if value is not None and "digits" in value else ""
