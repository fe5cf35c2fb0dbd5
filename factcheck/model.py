"""The types that everything else speaks in: small, frozen, comparable, free of pint.

They are standard-library dataclasses, so that importing them costs nothing and making a hundred
thousand of them is cheap; `factcheck.schema` describes their JSON form with pydantic.
Offsets are code points, half-open, into `Document.text`, which is never altered (law 1).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from factcheck.errors import Problem

Bound: TypeAlias = Literal["exact", "approx", "at_least", "at_most", "between", "up", "down"]
Outcome: TypeAlias = Literal["agree", "conflict", "revised", "spread", "not_comparable"]
Severity: TypeAlias = Literal["error", "warning", "note"]
KINDS = (
    "quantity", "count", "ordinal", "percent", "money",
    "date", "duration", "age", "quote", "title", "name",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SourceMap:
    """The way from an offset of `Document.text` back to a place in the original file.

    `points` are pairs (text offset, original offset), ascending: a text offset belongs to the
    last pair at or before it and lies as far behind it as in the text. `line_starts` are the
    offsets of the original's lines, the first one 0.
    """

    points: tuple[tuple[int, int], ...] = ((0, 0),)
    line_starts: tuple[int, ...] = (0,)

    @classmethod
    def of_lines(cls, original: str, points: tuple[tuple[int, int], ...] = ((0, 0),)) -> SourceMap:
        """The map of `original`, whose lines end at line feeds."""
        starts = [0]
        at = original.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = original.find("\n", at + 1)
        return cls(points, tuple(starts))

    def original(self, offset: int) -> int:
        """The offset in the original of a text offset."""
        text_at, original_at = self.points[max(0, bisect_right(self.points, (offset, 1 << 62)) - 1)]
        return original_at + (offset - text_at)

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column in the original, both from 1, of a text offset."""
        at = self.original(offset)
        line = bisect_right(self.line_starts, at)
        return line, at - self.line_starts[line - 1] + 1


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of a text that is not running prose: `kind` is heading, table, list, furniture …

    `level` is that of a heading (1 the highest) where the file tells it, else 0.
    """

    start: int
    end: int
    kind: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Comment:
    """What stands behind “factcheck:” in a comment of a file, at offset `at` of the original.

    `whole` when it is no comment but a field of the front matter, which is about the whole file.
    """

    at: int
    words: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One text with what is known of it.

    `source` is the path or URL that people are shown; `id` tells documents apart (default: the
    source). `published` is an ISO date or date-time, or None: never taken from the clock.
    `origin` leads back to the original file when `text` was taken out of HTML, Markdown …
    """

    source: str = ""
    text: str = ""
    id: str = ""
    title: str | None = None
    published: str | None = None
    url: str | None = None
    language: str = "en"
    meta: Mapping[str, str] = field(default_factory=dict, hash=False)
    origin: SourceMap | None = field(default=None, repr=False)
    zones: tuple[Zone, ...] = field(default=(), repr=False)
    comments: tuple[Comment, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        if not self.id:
            object.__setattr__(self, "id", self.source)
        if self.origin is None:
            object.__setattr__(self, "origin", SourceMap.of_lines(self.text))

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, in the original file."""
        assert self.origin is not None
        return self.origin.line_column(offset)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open code points `start`..`end` of the text of document `document` (an id)."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Interval:
    """A number as it was stated: two exact ends, a unit, its bound and its precision.

    A single figure has `low == high`. None is an open end ("at least 5": 5, None). `bound` keeps
    the hedge; `digits` is the number of significant digits written, None where precision is not
    visible ("exactly 13", "a dozen"). `unit` is a name of `units` (kilometer, USD, percent), the
    counted noun phrase for counts, or None. "up" and "down" mark a change ("rose 5 %").
    """

    low: Decimal | None
    high: Decimal | None
    unit: str | None = None
    bound: Bound = "exact"
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    digits: int | None = None

    @property
    def figure(self) -> Decimal:
        """The stated figure: the end that is given, the low one where both are."""
        end = self.low if self.low is not None else self.high
        return end if end is not None else Decimal(0)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar, or a time of day: ISO 8601 ends, both inside.

    `low`/`high` are dates ("2025-08-15"), date-times ("2025-08-15T14:30:00") or times
    ("T14:30:00"); None where it could not be resolved (`unresolved` then says why: "no-reference",
    "repeated", …) or where the end is open ("since May"). `granularity` is the size of what was said: second,
    minute, hour, daypart, day, weekend, week, month, season, quarter, half, year, decade, century.
    """

    low: str | None
    high: str | None
    granularity: str = "day"
    bound: Bound = "exact"
    approximate: bool = False
    unresolved: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a quotation or of a person's title, as written."""

    words: str


Value: TypeAlias = Interval | Period | Wording


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement: what is said (`value`) of what (`subject`, `attribute`), and where.

    `subject` is the canonical name ("Tomahawk", "" when unknown); `attribute` the property or the
    counted thing ("range", "killed", "visit"). `scope` narrows it: time, place, group, per, part,
    event … `speaker` said it, None for the author. `modality` is asserted, believed, planned, possible,
    forecast, denied or hypothetical. `flags` are words such as "incidental", "dual-unit".
    `canonical` is the value in the base unit of its dimension. `noun` and `verb` are the words of
    the sentence that the value hangs on; `text` is the surface, the slice at `span`.
    """

    id: str
    kind: str
    subject: str
    attribute: str
    value: Value
    span: Span
    sentence: Span
    scope: Mapping[str, str] = field(default_factory=dict, hash=False)
    speaker: str | None = None
    modality: str = "asserted"
    flags: tuple[str, ...] = ()
    canonical: Value | None = None
    noun: str = ""
    verb: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a comparison came to. `reason` is a stable word ("different-subject", "rounding" …)."""

    outcome: Outcome
    reason: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One finding with two or more claims and one identity, free of places and file order.

    `outcome` is conflict, revised or spread. `comparable` says why the claims may be compared,
    one line each; `settle` what would settle it; `slip` names a likely slip of the pen or None.
    """

    id: str
    rule: str
    outcome: Outcome
    severity: Severity
    subject: str
    attribute: str
    claims: tuple[Claim, ...]
    explanation: str
    slip: str | None = None
    comparable: tuple[str, ...] = ()
    settle: str = ""


@dataclass(frozen=True, slots=True)
class NotComparable:
    """Two claims that looked alike and were not compared, with the first thing that differs."""

    first: Claim
    second: Claim
    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Claims of several places that say the same, each with another one of them; two or more."""

    rule: str
    subject: str
    attribute: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class RuleNote:
    """What a rule is about, for people who read a finding of it."""

    id: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was looked at, so that silence can be trusted; near-identical documents are one origin.

    `zoned` counts claims left out by their zone, `excluded` files left out by the configuration.
    """

    documents: int = 0
    sentences: int = 0
    claims: int = 0
    comparable: int = 0
    agreements: int = 0
    conflicts: int = 0
    not_comparable: Mapping[str, int] = field(default_factory=dict, hash=False)
    incidental: int = 0
    origins: int = 0
    zoned: Mapping[str, int] = field(default_factory=dict, hash=False)
    excluded: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a run found, sorted so that two runs are equal byte for byte.

    `origins`: groups of ids of documents that are near-identical, and so one witness each. `rules`
    are those of the conflicts.
    """

    documents: tuple[Document, ...] = ()
    claims: tuple[Claim, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    coverage: Coverage = Coverage()
    problems: tuple[Problem, ...] = ()
    not_comparable: tuple[NotComparable, ...] = ()
    decisions: tuple[Any, ...] = ()
    origins: tuple[tuple[str, ...], ...] = ()
    agreements: tuple[Agreement, ...] = ()
    rules: tuple[RuleNote, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Exactly what `factcheck report --format json` prints."""
        from factcheck.record import report_record

        return {**report_record(self)}
