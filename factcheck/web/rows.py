"""The list: one row for each finding, with all that filters, sorting and search ask for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from typing_extensions import TypedDict

from factcheck.jsontypes import ConflictRecord, ReportRecord
from factcheck.outputs._words import clean, headline, topic
from factcheck.web.priority import priority
from factcheck.web.words import letter

SHOWN_VALUES = 4  # in a row; the finding shows all
SHOWN_NAMES = 3
LONGEST_VALUE = 60
SEARCHED = 400  # code points of a sentence that search looks at


class Said(TypedDict):
    """A value of a row: the letters of the sides that say it, and its words, cut to fit."""

    letters: str
    words: str


class Row(TypedDict):
    """A finding in the list; `text` is what search looks at, in lower case.

    `values` and what it is about are here so that a page without a server can write a decision's line.
    """

    id: str
    rule: str
    outcome: str
    severity: str
    subject: str
    attribute: str
    kind: str
    topic: str
    headline: str
    source: list[str]
    names: str
    date: list[str]
    values: list[str]
    said: list[Said]
    priority: float
    why_first: str
    text: str


def rows(record: ReportRecord, origins: Sequence[Sequence[str]], names: Mapping[str, str]) -> list[Row]:
    """The rows in the report's order. `origins` are groups of documents that are copies of one text."""
    first = {document: group[0] for group in origins for document in group}
    return [_row(conflict, first, names) for conflict in record["conflicts"]]


def _row(conflict: ConflictRecord, origin: Mapping[str, str], names: Mapping[str, str]) -> Row:
    sides = conflict["claims"]
    sources = list(dict.fromkeys(side["source"] for side in sides))
    first = priority(conflict, origin)
    words = [topic(conflict), headline(conflict), conflict["rule"], *sources]
    words += [clean(side["sentence"][:SEARCHED]) for side in sides]
    said: dict[str, str] = {}
    for at, side in enumerate(sides):
        words_said = _cut(clean(side["text"]))
        said[words_said] = f"{said.get(words_said, '')} {letter(at)}".strip()
    return {
        "id": conflict["id"],
        "rule": conflict["rule"],
        "outcome": conflict["outcome"],
        "severity": conflict["severity"],
        "subject": conflict["subject"],
        "attribute": conflict["attribute"],
        "kind": sides[0]["kind"],
        "topic": topic(conflict),
        "headline": headline(conflict),
        "source": sources,
        "names": _together([names[source] for source in sources]),
        "date": sorted({side["published"][:10] for side in sides if side["published"]}),
        "values": sorted({side["text"] for side in sides}),
        "said": [{"letters": by, "words": value} for value, by in list(said.items())[:SHOWN_VALUES]],
        "priority": first.value,
        "why_first": first.told(),
        "text": " ".join(words).lower(),
    }


def _together(names: Sequence[str]) -> str:
    """Some names in one line, a folder that they share only once."""
    folders = {name.rpartition("/")[0] for name in names}
    shared = next(iter(folders)) if len(folders) == 1 and len(names) > 1 else ""
    cut = len(shared) + 1 if shared else 0
    shown = " · ".join(name[cut:] for name in names[:SHOWN_NAMES])
    more = f" + {len(names) - SHOWN_NAMES}" if len(names) > SHOWN_NAMES else ""
    return (f"{shared}: " if shared else "") + shown + more


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST_VALUE else words[: LONGEST_VALUE - 1] + "…"
