"""The ledger: every checkable claim of the texts with what the others make of it, linked to the findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from factcheck.decisions import Decision
from factcheck.model import Claim, Document
from factcheck.outputs._standings._words import about, headline
from factcheck.outputs._words import clean
from factcheck.standing import STATUSES, AgainstReport, Standing, Status
from factcheck.web.evidence import Paragraph, Text

SYMBOLS: dict[Status, str] = {
    "contradicted": "✗", "differs": "≠", "single-source": "○", "supported": "✓", "unchecked": "?",
}  # fmt: skip
MEANINGS: dict[Status, str] = {
    "contradicted": "another text cannot be right together with it",
    "differs": "only earlier or later figures, or other people's estimates, to compare with",
    "single-source": "one independent source says the same",
    "supported": "two or more independent sources say the same",
    "unchecked": "no other text speaks of it",
}
DISMISSED = "not-a-conflict"


class Count(NamedTuple):
    """How many claims have a status; `share` of them in percent."""

    status: Status
    symbol: str
    meaning: str
    number: int
    share: float


class Line(NamedTuple):
    """A text in the index of the ledger."""

    id: str
    name: str
    title: str
    published: str
    claims: int
    counts: tuple[Count, ...]


class Backing(NamedTuple):
    """What one other claim makes of a claim; `finding` is the id of the conflict, "" for none."""

    label: str
    words: str
    name: str
    document: str
    line: int
    speaker: str
    finding: str


class Entry(NamedTuple):
    """A claim with its number in the text, its line, and what its status rests on."""

    number: int
    line: int
    words: str
    about: str
    speaker: str
    status: Status
    symbol: str
    told: str
    backing: tuple[Backing, ...]


class Page(NamedTuple):
    """One text of the ledger: its paragraphs are marked with the numbers of the entries."""

    id: str
    name: str
    title: str
    source: str
    published: str
    counts: tuple[Count, ...]
    entries: tuple[Entry, ...]
    paragraphs: tuple[Paragraph, ...]
    copies: tuple[str, ...]


def dismissed(held: Mapping[str, Decision]) -> frozenset[str]:
    """The conflicts that people found to be none."""
    return frozenset(key for key, decision in held.items() if decision.verdict == DISMISSED)


def only(report: AgainstReport, key: str) -> AgainstReport:
    """The report on the text `key` alone; KeyError when there is none."""
    document = report.find(key)
    others = tuple(other for other in (*report.documents, *report.sources) if other.id != key)
    return replace(
        report,
        documents=(document,),
        sources=others,
        standings=tuple(each for each in report.standings if each.claim.span.document == key),
        problems=tuple(problem for problem in report.problems if problem.source == document.source),
    )


def index(report: AgainstReport, names: Mapping[str, str]) -> list[Line]:
    """All texts, the most contradicted first."""
    found = [
        Line(
            document.id,
            names[document.source],
            clean(document.title or ""),
            (document.published or "")[:10],
            len(own),
            counts(own),
        )
        for document, own in report.by_document()
    ]
    return sorted(found, key=lambda line: (-line.counts[0].number, -line.counts[1].number, line.name))


def counts(standings: list[Standing]) -> tuple[Count, ...]:
    """All statuses with their numbers."""
    found = Counter(standing.status for standing in standings)
    return tuple(
        Count(
            status,
            SYMBOLS[status],
            MEANINGS[status],
            found[status],
            round(100 * found[status] / len(standings), 2) if standings else 0.0,
        )
        for status in STATUSES
    )


def page(report: AgainstReport, key: str, text: Text, names: Mapping[str, str]) -> Page:
    """The page of the text `key`."""
    document = report.find(key)
    own = [standing for standing in report.standings if standing.claim.span.document == key]
    marks = [(one.claim.span.start, one.claim.span.end, str(at)) for at, one in enumerate(own, 1)]
    copies = next((ids for ids in report.origins if key in ids), ())
    return Page(
        key,
        names[document.source],
        text.title,
        clean(document.source),
        (document.published or "")[:10],
        counts(own),
        tuple(_entry(at, one, document, report, names) for at, one in enumerate(own, 1)),
        tuple(text.paragraphs(marks)),
        tuple(names[report.find(other).source] for other in copies if other != key),
    )


def _entry(
    number: int, standing: Standing, document: Document, report: AgainstReport, names: Mapping[str, str]
) -> Entry:
    claim = standing.claim
    return Entry(
        number,
        document.line_column(claim.span.start)[0],
        clean(claim.text),
        about(claim),
        clean(claim.speaker or ""),
        standing.status,
        SYMBOLS[standing.status],
        _told(standing),
        tuple(dict.fromkeys(_backing(standing, report, names))),
    )


def _told(standing: Standing) -> str:
    """The status in words: "supported, 2 origins", "unchecked: different time"."""
    return (
        f"{standing.status}: {standing.reason.replace('-', ' ')}" if standing.reason else headline(standing)
    )


def _backing(standing: Standing, report: AgainstReport, names: Mapping[str, str]) -> Iterator[Backing]:
    def told(label: str, claim: Claim, finding: str = "") -> Backing:
        document = report.find(claim.span.document)
        line = document.line_column(claim.span.start)[0]
        name = names.get(document.source, clean(document.source))
        return Backing(label, clean(claim.text), name, document.id, line, clean(claim.speaker or ""), finding)

    for one in standing.contradicted_by:
        label = "contradicted by" if one.outcome == "conflict" else f"{one.outcome} by"
        yield told(label, one.claim, one.conflict.id)
    for claim in standing.supported_by:
        yield told("supported by", claim)
    for pair in standing.disagreements:
        yield told("but its sources disagree:", pair.second, pair.conflict.id)
