"""A table with a row for each claim, for spreadsheets."""

from __future__ import annotations

import csv
from io import StringIO

from factcheck.outputs._standings._words import evidence
from factcheck.outputs._words import clean, stated
from factcheck.outputs.csv import cell
from factcheck.record import value_record
from factcheck.standing import AgainstReport, Standing

EVIDENCE = ("supported by", "contradicted by", "revised by", "spread by", "sources disagree")
COLUMNS = (
    "source", "line", "column", "kind", "subject", "attribute", "text", "value", "speaker",
    "status", "origins", "reason", *(label.replace(" ", "_") for label in EVIDENCE), "sentence",
)  # fmt: skip


def render(report: AgainstReport) -> str:
    """A header, then the rows; a cell that looks like a formula gets a ' before it."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for standing in report.standings:
        writer.writerow([cell(words) for words in _row(standing, report)])
    return out.getvalue()


def _row(standing: Standing, report: AgainstReport) -> list[str]:
    claim = standing.claim
    document = report.find(claim.span.document)
    line, column = document.line_column(claim.span.start)
    told = list(evidence(standing, report))
    by_label = ["; ".join(words for name, words in told if name == label) for label in EVIDENCE]
    sentence = clean(document.text[claim.sentence.start : claim.sentence.end])
    return [
        document.source, str(line), str(column), claim.kind, claim.subject, claim.attribute, claim.text,
        stated(value_record(claim.value)), claim.speaker or "", standing.status, str(standing.origins),
        standing.reason, *by_label, sentence,
    ]  # fmt: skip
