"""A table with a row for each side of each finding, for spreadsheets."""

from __future__ import annotations

import csv
from io import StringIO

from factcheck.jsontypes import ReportRecord
from factcheck.outputs._words import clean, headline, stated, worst_first

COLUMNS = (
    "id", "rule", "outcome", "severity", "subject", "attribute", "explanation", "state",
    "side", "source", "line", "column", "published", "speaker", "text", "value", "canonical", "sentence",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@")  # a spreadsheet would run a cell that begins so


def render(report: ReportRecord) -> str:
    """A header, then the rows, worst finding first; a cell that looks like a formula gets a ' before it."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for conflict in worst_first(report["conflicts"]):
        about = [conflict["id"], conflict["rule"], conflict["outcome"], conflict["severity"]]
        about += [conflict["subject"], conflict["attribute"], headline(conflict), conflict["state"]]
        for number, side in enumerate(conflict["claims"], 1):
            where = [str(number), side["source"], str(side["line"]), str(side["column"])]
            said = [side["published"] or "", side["speaker"] or "", side["text"], stated(side["value"])]
            said += [stated(side["canonical"]), side["sentence"]]
            writer.writerow([cell(words) for words in about + where + said])
    return out.getvalue()


def cell(words: str) -> str:
    """A cell that no spreadsheet runs as a formula."""
    words = clean(words)
    return f"'{words}" if words.startswith(FORMULA) else words
