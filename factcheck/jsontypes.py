"""The types of the JSON that factcheck prints: what every renderer works on.

Numbers are exact decimal strings, offsets are code points into the document's text, lines and
columns count from 1 in the original file. `factcheck.schema` makes JSON Schemas of them.
"""

from __future__ import annotations

from typing import Literal, final

from typing_extensions import TypedDict

from factcheck.model import Bound, Outcome, Severity


@final
class IntervalRecord(TypedDict):
    """A stated number or range; null is an open end."""

    low: str | None
    high: str | None
    unit: str | None
    bound: Bound
    low_open: bool
    high_open: bool
    approximate: bool
    digits: int | None


@final
class PeriodRecord(TypedDict):
    """A stretch of the calendar or a time of day: ISO 8601 ends, both inside."""

    low: str | None
    high: str | None
    granularity: str
    bound: Bound
    approximate: bool
    unresolved: str


@final
class WordingRecord(TypedDict):
    """The words of a quotation or a title."""

    words: str


ValueRecord = IntervalRecord | PeriodRecord | WordingRecord


class StatementRecord(TypedDict):
    """What every form of a claim says, and where it stands."""

    id: str
    source: str
    document: str
    kind: str
    text: str
    start: int
    end: int
    line: int
    column: int
    subject: str
    attribute: str
    value: ValueRecord
    canonical: ValueRecord | None
    scope: dict[str, str]
    speaker: str | None
    modality: str
    flags: list[str]


class ClaimRecord(StatementRecord):
    """One claim, as `factcheck extract` prints it; `sentence` is [start, end]."""

    sentence: list[int]


class SideRecord(StatementRecord):
    """One side of a conflict; `sentence` is its text, which begins at `sentence_start`."""

    end_line: int
    end_column: int
    sentence: str
    sentence_start: int
    title: str | None
    published: str | None
    url: str | None


class DecisionRecord(TypedDict):
    """What somebody decided about a finding."""

    verdict: str
    reason: str
    note: str
    who: str
    when: str


class ConflictRecord(TypedDict):
    """One finding; `outcome` is conflict, revised or spread, `severity` error, warning or note.

    `state` is "settled" when `decision` keeps it out of the exit code, "reopened" when `decision`
    was made on other values and no longer holds, "regressed" when the finding was decided and gone
    and is back, else "open".
    """

    id: str
    rule: str
    outcome: Outcome
    severity: Severity
    subject: str
    attribute: str
    explanation: str
    slip: str | None
    comparable: list[str]
    settle: str
    state: Literal["open", "settled", "reopened", "regressed"]
    decision: DecisionRecord | None
    claims: list[SideRecord]


class NotComparableRecord(TypedDict):
    """Two claims that looked alike and were not compared."""

    reason: str
    detail: str
    claims: list[SideRecord]


class AgreementRecord(TypedDict):
    """Claims of several places that say the same, as the rule that compares them sees it."""

    rule: str
    subject: str
    attribute: str
    claims: list[SideRecord]


class RuleRecord(TypedDict):
    """What a rule is about."""

    id: str
    title: str
    why: str


class ProblemRecord(TypedDict):
    """What was not read, cut off or not run; line and column are 0 where there is no place."""

    code: str
    message: str
    source: str
    line: int
    column: int
    hint: str
    excerpt: str


class CoverageRecord(TypedDict):
    """What was looked at; `not_comparable` counts by reason, `zoned` claims left out by their zone,
    `excluded` files left out by the configuration."""

    documents: int
    origins: int
    sentences: int
    claims: int
    comparable: int
    agreements: int
    conflicts: int
    not_comparable: dict[str, int]
    incidental: int
    zoned: dict[str, int]
    excluded: int


class DocumentRecord(TypedDict):
    """A document that was read."""

    id: str
    source: str
    title: str | None
    published: str | None
    url: str | None


class ReportRecord(TypedDict):
    """What `factcheck report --format json` prints.

    `rules` are those of the conflicts; `agreements` and `not_comparable` are empty unless asked for.
    """

    version: int
    tool: str
    conflicts: list[ConflictRecord]
    coverage: CoverageRecord
    problems: list[ProblemRecord]
    documents: list[DocumentRecord]
    rules: list[RuleRecord]
    agreements: list[AgreementRecord]
    not_comparable: list[NotComparableRecord]
