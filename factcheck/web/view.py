"""What is shown of one report: rows for the list, and everything about one finding or document."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from factcheck.jsontypes import ConflictRecord, SideRecord
from factcheck.model import Report
from factcheck.outputs._words import clean, headline, place, stated, topic
from factcheck.record import report_record
from factcheck.web import chart, diff, rows, timeline
from factcheck.web.evidence import Paragraph, Passage, Text
from factcheck.web.words import letter, short_names

TEXTS = 64  # documents kept in sentences


class Side(NamedTuple):
    """One side of a finding as it is shown."""

    letter: str
    record: SideRecord
    name: str
    place: str
    title: str
    speaker: str
    canonical: str
    passage: Passage


class Fact(NamedTuple):
    """One line of the comparison: its name and the word of each side; whether all sides agree."""

    name: str
    words: tuple[str, ...]
    same: bool


class Finding(NamedTuple):
    """All that a finding's page shows; `record` is its JSON."""

    record: ConflictRecord
    row: rows.Row
    topic: str
    headline: str
    sides: tuple[Side, ...]
    axis: chart.Axis | None
    differences: tuple[diff.Difference, ...]
    facts: tuple[Fact, ...]


class View:
    """A report made ready for pages; immutable, serves any thread."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.record = report_record(report)
        self.documents = {document.id: document for document in report.documents}
        self.names = short_names(document.source for document in report.documents)
        self.found = {conflict.id: conflict for conflict in report.conflicts}
        self.conflicts = {conflict["id"]: conflict for conflict in self.record["conflicts"]}
        self.rows = rows.rows(self.record, report.origins, self.names)
        self._text = lru_cache(TEXTS)(self._read)

    @cached_property
    def by_id(self) -> dict[str, rows.Row]:
        """The rows by the ids of their findings."""
        return {row["id"]: row for row in self.rows}

    def finding(self, key: str) -> Finding:
        """The finding whose id is `key`; KeyError when there is none."""
        conflict = self.conflicts[key]
        sides = conflict["claims"]
        return Finding(
            conflict,
            self.by_id[key],
            topic(conflict),
            headline(conflict),
            tuple(self._side(at, side) for at, side in enumerate(sides)),
            timeline.timeline(sides) or chart.axis(sides),
            diff.differences(sides),
            tuple(_facts(sides)),
        )

    def document(self, key: str) -> dict[str, Any]:
        """The document whose id is `key` in paragraphs, with the values of all findings marked; KeyError."""
        document = self.documents[key]
        marks = [
            (side["start"], side["end"], conflict["id"])
            for conflict in self.record["conflicts"]
            for side in conflict["claims"]
            if side["document"] == key
        ]
        paragraphs: list[Paragraph] = self._text(key).paragraphs(marks)
        return {
            "id": document.id,
            "source": clean(document.source),
            "title": clean(document.title or ""),
            "published": clean(document.published or ""),
            "url": document.url if (document.url or "").startswith(("https://", "http://")) else "",
            "paragraphs": paragraphs,
            "findings": len({mark[2] for mark in marks}),
        }

    def _side(self, at: int, side: SideRecord) -> Side:
        return Side(
            letter(at),
            side,
            self.names[side["source"]],
            place(side),
            clean(side["title"] or ""),
            clean(side["speaker"] or ""),
            _canonical(side),
            self._text(side["document"]).passage(side),
        )

    def _read(self, key: str) -> Text:
        return Text(self.documents[key])


def _canonical(side: SideRecord) -> str:
    """The value in base units, "" where it was said in them."""
    value, base = side["value"], side["canonical"]
    if base is None or "digits" not in base or "digits" not in value:
        return ""
    if (base["low"], base["high"]) == (value["low"], value["high"]):
        return ""
    low, high = (None if end is None else f"{Decimal(end):,f}" for end in (base["low"], base["high"]))
    return chart.plain_unit(stated({**base, "low": low, "high": high}))


def _facts(sides: Sequence[SideRecord]) -> list[Fact]:
    """Subject, attribute, scope and how it is meant, side by side; what no side has is left out."""
    scopes = sorted({name for side in sides for name in side["scope"]})
    lines = [("Subject", [side["subject"] for side in sides])]
    lines += [("Attribute", [side["attribute"] for side in sides])]
    lines += [
        (name.replace("_", " ").capitalize(), [s["scope"].get(name, "") for s in sides]) for name in scopes
    ]
    lines += [("Speaker", [side["speaker"] or "" for side in sides])]
    lines += [("Meant as", [side["modality"] for side in sides])]
    lines += [("Published", [(side["published"] or "")[:10] for side in sides])]
    lines += [("Kind", [side["kind"] for side in sides])]
    return [
        Fact(name, tuple(clean(word) for word in words), len(set(words)) == 1)
        for name, words in lines
        if any(words)
    ]
