"""Strips: all values of a subject over time, each source with a shape and a colour of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck.jsontypes import SideRecord
from factcheck.outputs._words import clean
from factcheck.record import side_record
from factcheck.web import chart, timeline
from factcheck.web.view import View

SHAPES = ("circle", "square", "triangle", "diamond", "cross", "plus", "ring", "star")
TOP, BOTTOM = 12.0, 100.0  # of a strip, in pixels: values lie between them
GUTTER = 14.0  # percent of a strip's width where the numbers stand
ROOM, LETTER, LONGEST_LABEL = 380.0, 6.2, 24  # pixels of a strip and of a letter; letters of a label


class Point(NamedTuple):
    """A value in a strip: its place (percent and pixels), and the shape and colour of its source.

    `label` is what is written beside it, on the side `anchor`; "" where there is no room.
    """

    x: float
    y: float
    shape: str
    look: int
    words: str
    label: str = ""
    anchor: str = "start"


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


def strips(view: View) -> list[Strip]:
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
    """A subject's values of the commonest unit; None where no two sources have one."""
    values = [(side, figure) for side in sides if (figure := _figure(side)) is not None]
    bases = [_base(side) for side, _ in values]
    base = max(bases, key=bases.count, default="")
    values = [pair for pair, own in zip(values, bases, strict=True) if own == base]
    sources = sorted({side["source"] for side, _ in values})
    if len(sources) < 2:
        return None
    unit, factor = _told_in([side for side, _ in values])
    looks = {source: at for at, source in enumerate(sources)}
    upright = chart.fitted([figure for _, figure in values])
    places, marks, dated = _along([side for side, _ in values], looks)
    points = [
        Point(
            places[side["id"]],
            _height(upright, figure),
            SHAPES[looks[side["source"]] % len(SHAPES)],
            looks[side["source"]] % len(SHAPES),
            f"{view.names[side['source']]}: {clean(side['text'])}",
        )
        for side, figure in sorted(values, key=lambda pair: (places[pair[0]["id"]], pair[1], pair[0]["id"]))
    ]
    subject, attribute, kind = key
    named = clean(" · ".join(word for word in (subject, attribute) if word)) or "?"
    return Strip(
        named,
        subject,
        finding,
        _labelled(points),
        marks,
        tuple((_upright(tick.x), tick.label) for tick in chart.ticks(upright, factor, kind in chart.WHOLE)),
        "" if unit in (attribute, "") else unit,
        tuple(
            (SHAPES[at % len(SHAPES)], at % len(SHAPES), view.names[source]) for source, at in looks.items()
        ),
        dated,
    )


def _told_in(sides: Sequence[SideRecord]) -> tuple[str, float]:
    """The unit that most sides use, as people write it, and how many base units it makes."""
    told = [
        (unit, factor)
        for side in sides
        if (factor := chart.unit_factor(side)) is not None and (unit := chart.stated_unit(side))
    ]
    return max(told, key=told.count, default=("", 1.0))


def _along(
    sides: Sequence[SideRecord], looks: Mapping[str, int]
) -> tuple[dict[str, float], tuple[chart.Tick, ...], bool]:
    """Where the sides stand from left to right, and the days below: by date where all have one."""
    days = {side["id"]: timeline.date_minutes(side["published"] or "") for side in sides}
    known = [day for day in days.values() if day is not None]
    if len(known) < len(days):
        scale = chart.Scale(-0.7, len(looks) - 0.3)
        return {side["id"]: _inset(scale.place(looks[side["source"]])) for side in sides}, (), False
    room = (max(known) - min(known)) * 0.08 or 3 * timeline.DAY
    scale = chart.Scale(min(known) - room, max(known) + room)
    marks = chart.anchored((_inset(tick.x), tick.label) for tick in timeline.date_ticks(scale, most=3))
    return {key: _inset(scale.place(day or 0.0)) for key, day in days.items()}, marks, True


def _labelled(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points with what they say beside them, as far as nothing is written over anything else."""
    taken = [(point.x * ROOM / 100 - 6, point.x * ROOM / 100 + 6, point.y) for point in points]
    made: list[Point] = []
    for point in points:
        words = point.words.partition(": ")[2]
        width, x = len(words) * LETTER + 8, point.x * ROOM / 100
        right, left = (x + 7, x + 7 + width), (x - 7 - width, x - 7)
        free = [
            (start, end, anchor)
            for (start, end), anchor in ((right, "start"), (left, "end"))
            if start >= GUTTER * ROOM / 100 and end <= ROOM and len(words) <= LONGEST_LABEL
            if all(stop <= start or begin >= end or abs(y - point.y) > 12 for begin, stop, y in taken)
        ]
        if free:
            taken.append((*free[0][:2], point.y))
        made.append(point._replace(label=words, anchor=free[0][2]) if free else point)
    return tuple(made)


def _inset(percent: float) -> float:
    """A place to the right of the numbers that stand at the left edge."""
    return round(GUTTER + percent * (100 - GUTTER) / 100, 2)


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


def _base(side: SideRecord) -> str:
    """What values are told apart by: the base unit; counts of any noun stand together."""
    value = side["canonical"]
    if side["kind"] in chart.WHOLE or value is None or "digits" not in value:
        return ""
    return value["unit"] or ""
