"""Dates and times of one finding on a time line, drawn to scale like `chart`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from factcheck.jsontypes import SideRecord
from factcheck.outputs._words import clean
from factcheck.web.chart import Axis, Mark, Scale, Tick, anchored
from factcheck.web.words import letter

DAY = 1440.0  # minutes; a time line counts minutes
# Steps between ticks: days first, then months.
DAYS = (1, 2, 7, 14)
MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
TICKS = 6


def timeline(sides: Sequence[SideRecord]) -> Axis | None:
    """The dates of a finding on one line, None when fewer than two of one sort can be drawn."""
    placed = []
    for at, side in enumerate(sides):
        value = side["canonical"] or side["value"]
        if "granularity" not in value or (value["low"] is None and value["high"] is None):
            continue
        placed.append((letter(at), side, _minutes(value["low"]), _minutes(value["high"], end=True), value))
    ends = [end for _, _, low, high, _ in placed for end in (low, high) if end is not None]
    clock = [str(value["low"] or value["high"]).startswith("T") for *_, value in placed]
    if len(placed) < 2 or len(set(clock)) > 1:
        return None
    room = (max(ends) - min(ends)) * 0.15 or DAY
    scale = Scale(min(ends) - room, max(ends) + room)
    marks = tuple(
        Mark(
            name,
            clean(side["text"]),
            scale.place(low if low is not None else scale.low),
            scale.place(high if high is not None else scale.high),
            open_low=low is None,
            open_high=high is None,
            approximate=value["approximate"],
        )
        for name, side, low, high, value in placed
    )
    said = "; ".join(f"{mark.letter}: {mark.label}" for mark in marks)
    found = tuple(_clock_ticks(scale) if clock[0] else date_ticks(scale))
    return Axis("On a time line", marks, (("hour" if clock[0] else "", found),), said)


def date_minutes(iso: str) -> float | None:
    """Minutes from the first day of the calendar to an ISO date or date-time, None when it is neither."""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return None
    return moment.date().toordinal() * DAY + moment.hour * 60 + moment.minute


def date_ticks(scale: Scale, most: int = TICKS) -> tuple[Tick, ...]:
    """The first days of round stretches of the calendar, told as short as the step allows."""
    first, last = _date(scale.low), _date(scale.high)
    days = (last - first).days
    step = next((step for step in DAYS if days / step <= most), None)
    if step:
        chosen = [first + timedelta(days=number) for number in range(1, days + 1, step)]
        form = "%-d %b %Y"
    else:
        months = next((step for step in MONTHS if days / 30.4 / step <= most), MONTHS[-1])
        chosen = list(_months(first, last, months))
        form = "%b %Y" if months < 12 else "%Y"
    return anchored((scale.place(day.toordinal() * DAY), _told(day, form)) for day in chosen)


def _minutes(iso: str | None, end: bool = False) -> float | None:
    """Minutes of an ISO end; a bare date that ends a stretch lasts to its midnight."""
    if iso is None:
        return None
    if iso.startswith("T"):
        hour, minute, *_ = (*(int(part) for part in iso[1:].split(":")[:2]), 0)
        return hour * 60.0 + minute
    at = date_minutes(iso)
    return at + DAY if at is not None and end and "T" not in iso else at


def _clock_ticks(scale: Scale) -> tuple[Tick, ...]:
    step = next(
        step for step in (15, 30, 60, 120, 180, 360, 1440) if (scale.high - scale.low) / step <= TICKS
    )
    first = int(-(-max(scale.low, 0) // step))
    minutes = [number * step for number in range(first, int(min(scale.high, DAY) // step) + 1)]
    return anchored((scale.place(at), f"{at // 60:02}:{at % 60:02}") for at in minutes)


def _months(first: date, last: date, step: int) -> Iterator[date]:
    at = (first.year * 12 + first.month - 1) // step * step
    while True:
        at += step
        year, month = divmod(at, 12)
        if not 1 <= year <= date.max.year or (day := date(year, month + 1, 1)) > last:
            return
        yield day


def _date(minutes: float) -> date:
    return date.fromordinal(min(date.max.toordinal(), max(1, int(minutes // DAY))))


def _told(day: date, form: str) -> str:
    if form == "%Y":
        return str(day.year)
    month = day.strftime("%b")
    return f"{month} {day.year}" if form == "%b %Y" else f"{day.day} {month} {day.year}"
