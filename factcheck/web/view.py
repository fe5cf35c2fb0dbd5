"""What is shown of one report: rows for the list, and everything about one finding or document."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from factcheck.checker import Comparison, report_of
from factcheck.jsontypes import ConflictRecord, SideRecord
from factcheck.outputs._units import shown
from factcheck.outputs._words import clean, headline, stated, topic
from factcheck.record import report_record
from factcheck.standing import AgainstReport
from factcheck.web import chart, diff, rows, timeline
from factcheck.web.evidence import Paragraph, Passage, Text
from factcheck.web.words import day, letter, rounded, short_names

OUTLET = ("outlet", "site", "publisher")  # keys of a document's data that name who published it
TEXTS = 64  # documents kept in sentences


class Side(NamedTuple):
    """One side of a finding as it is shown."""

    letter: str
    record: SideRecord
    name: str
    title: str
    outlet: str
    speaker: str
    canonical: str
    passage: Passage


class Fact(NamedTuple):
    """One line of the comparison: its name and the word of each side; whether those that say it agree."""

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
    """What was found, made ready for pages; immutable, serves any thread."""

    def __init__(self, comparison: Comparison) -> None:
        report = report_of(comparison)
        self.report = report
        self.record = report_record(report)
        self.documents = {document.id: document for document in report.documents}
        self.names = short_names(document.source for document in report.documents)
        self.found = {conflict.id: conflict for conflict in report.conflicts}
        self.conflicts = {conflict["id"]: conflict for conflict in self.record["conflicts"]}
        self.rows = rows.rows(self.record, report.origins, self.names)
        self.text = lru_cache(TEXTS)(self._read)
        self.standings = lru_cache(1)(self._standings)
        self._comparison = comparison

    @cached_property
    def by_id(self) -> dict[str, rows.Row]:
        """The rows by the ids of their findings."""
        return {row["id"]: row for row in self.rows}

    def finding(self, key: str) -> Finding:
        """The finding whose id is `key`; KeyError when there is none."""
        conflict = self.conflicts[key]
        sides = conflict["claims"]
        canonical = _canonical(sides)
        return Finding(
            conflict,
            self.by_id[key],
            topic(conflict),
            self._named(headline(conflict), sides),
            tuple(self._side(at, side, canonical[at]) for at, side in enumerate(sides)),
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
        paragraphs: list[Paragraph] = self.text(key).paragraphs(marks)
        return {
            "id": document.id,
            "source": clean(document.source),
            "name": self.names[document.source],
            "title": self.text(key).title,
            "published": clean(document.published or "")[:10],
            "url": document.url if (document.url or "").startswith(("https://", "http://")) else "",
            "paragraphs": paragraphs,
            "findings": len({mark[2] for mark in marks}),
        }

    def _side(self, at: int, side: SideRecord, canonical: str) -> Side:
        text = self.text(side["document"])
        return Side(
            letter(at),
            side,
            self.names[side["source"]],
            text.title,
            clean(next((text.document.meta[key] for key in OUTLET if text.document.meta.get(key)), "")),
            clean(side["speaker"] or ""),
            canonical,
            text.passage(side),
        )

    def _named(self, words: str, sides: Sequence[SideRecord]) -> str:
        """A sentence with short names in the place of whole paths."""
        for source in sorted({side["source"] for side in sides}, key=len, reverse=True):
            words = words.replace(clean(source), self.names[source])
        return words

    def _read(self, key: str) -> Text:
        """The text whose id is `key` in sentences; KeyError when there is none."""
        return Text(self.documents[key])

    def _standings(self, dismissed: frozenset[str]) -> AgainstReport:
        """Every claim's standing; conflicts that people found to be none, `dismissed`, count for nothing."""
        from factcheck.against import standings

        return standings(self._comparison, dismissed=dismissed)


def _canonical(sides: Sequence[SideRecord]) -> list[str]:
    """For each side that has another unit than the first one that converts: its value in that unit."""
    units = [side["value"]["unit"] if "digits" in side["value"] else None for side in sides]
    factors = [chart.unit_factor(side) for side in sides]
    known = next((at for at, factor in enumerate(factors) if factor is not None), None)
    if known is None or sides[known]["kind"] in chart.WHOLE:
        return [""] * len(sides)
    return [
        "" if unit in (None, units[known]) else _in_unit(side, Decimal(str(factors[known])), units[known])
        for side, unit in zip(sides, units, strict=True)
    ]


def _in_unit(side: SideRecord, factor: Decimal, unit: str | None) -> str:
    base = side["canonical"]
    if base is None or "digits" not in base:
        return ""
    digits = max(3, base["digits"] or 3)
    low, high = (
        None if end is None else rounded(Decimal(end) / factor, digits) for end in (base["low"], base["high"])
    )
    return f"{stated({**base, 'low': low, 'high': high, 'unit': None})} {shown(unit)}"


def _facts(sides: Sequence[SideRecord]) -> list[Fact]:
    """Subject, attribute, scope and how it is meant, side by side; what no side has is left out."""
    scopes = sorted({name for side in sides for name in side["scope"]})
    lines = [("Subject", [side["subject"] for side in sides])]
    lines += [("Attribute", [side["attribute"] for side in sides])]
    lines += [
        (name.replace("_", " ").capitalize(), [s["scope"].get(name, "") for s in sides]) for name in scopes
    ]
    lines += [("Speaker", [side["speaker"] or "" for side in sides])]
    meant = [side["modality"] for side in sides]
    lines += [("Meant as", meant)] if set(meant) != {"asserted"} else []
    lines += [("Published", [day(side["published"] or "") for side in sides])]
    return [
        Fact(name, tuple(clean(word) for word in words), len(set(filter(None, words))) == 1)
        for name, words in lines
        if any(words)
    ]
