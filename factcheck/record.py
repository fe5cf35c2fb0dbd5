"""The JSON form of claims, conflicts and reports: what every output is made from.

`factcheck convert` reads a report's form back, so a renderer needs nothing but a ReportRecord.
"""

from __future__ import annotations

from decimal import Context, Decimal
from typing import TYPE_CHECKING, Any, Literal

from factcheck.errors import Problem
from factcheck.jsontypes import (
    AgreementRecord,
    ClaimRecord,
    ConflictRecord,
    DecisionRecord,
    ProblemRecord,
    ReportRecord,
    SideRecord,
    StatementRecord,
    ValueRecord,
)
from factcheck.model import (
    Claim,
    Conflict,
    Document,
    Interval,
    Period,
    Report,
    Span,
    Value,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.decisions import Decision

VERSION = 1
CANONICAL = Context(prec=12)  # a converted value shows this many significant digits
LONGEST_PLAIN = 60  # digits; beyond it a number is written with an exponent


def number(value: Decimal | None) -> str | None:
    """The exact decimal, without an exponent unless it would be absurdly long."""
    if value is None:
        return None
    return format(value, "f") if abs(value.adjusted()) < LONGEST_PLAIN else str(value)


def value_record(value: Value) -> ValueRecord:
    """A value as it was stated."""
    if isinstance(value, Interval):
        return {
            "low": number(value.low),
            "high": number(value.high),
            "unit": value.unit,
            "bound": value.bound,
            "low_open": value.low_open,
            "high_open": value.high_open,
            "approximate": value.approximate,
            "digits": value.digits,
        }
    if isinstance(value, Period):
        return {
            "low": value.low,
            "high": value.high,
            "granularity": value.granularity,
            "bound": value.bound,
            "approximate": value.approximate,
            "unresolved": value.unresolved,
        }
    return {"words": value.words}


def canonical_record(value: Value | None) -> ValueRecord | None:
    """A value in base units, its ends rounded to 12 significant digits."""
    if value is None:
        return None
    record: Any = value_record(value)
    if isinstance(value, Interval):
        record["low"], record["high"] = _rounded(value.low), _rounded(value.high)
    return record  # type: ignore[no-any-return]


def _rounded(value: Decimal | None) -> str | None:
    if value is None:
        return None
    short = CANONICAL.plus(value)
    if short == short.to_integral_value() and abs(short.adjusted()) < LONGEST_PLAIN:
        short = short.quantize(Decimal(1))
    return number(short)


def claim_record(claim: Claim, document: Document) -> ClaimRecord:
    """A claim of `document` as `factcheck extract` prints it."""
    return {**_statement(claim, document), "sentence": [claim.sentence.start, claim.sentence.end]}


def side_record(claim: Claim, document: Document) -> SideRecord:
    """A claim as one side of a conflict: with its sentence and its document's data."""
    end_line, end_column = _end(document, claim.span)
    return {
        **_statement(claim, document),
        "end_line": end_line,
        "end_column": end_column,
        "sentence": _slice(document, claim.sentence),
        "sentence_start": claim.sentence.start,
        "title": document.title,
        "published": document.published,
        "url": document.url,
    }


def _statement(claim: Claim, document: Document) -> StatementRecord:
    line, column = document.line_column(claim.span.start)
    return {
        "id": claim.id,
        "source": document.source,
        "document": document.id,
        "kind": claim.kind,
        "text": _slice(document, claim.span),
        "start": claim.span.start,
        "end": claim.span.end,
        "line": line,
        "column": column,
        "subject": claim.subject,
        "attribute": claim.attribute,
        "value": value_record(claim.value),
        "canonical": canonical_record(claim.canonical),
        "scope": dict(sorted(claim.scope.items())),
        "speaker": claim.speaker,
        "modality": claim.modality,
        "flags": list(claim.flags),
    }


def conflict_record(
    conflict: Conflict,
    documents: Mapping[str, Document],
    decision: Decision | None = None,
    reopened: Decision | None = None,
) -> ConflictRecord:
    """A finding with all of its sides; `documents` are found by their ids.

    `decision` is the one that holds for it, `reopened` the one that held before a value changed.
    """
    state: Literal["open", "settled", "reopened", "regressed"] = "reopened" if reopened else "open"
    if decision is not None and (decision.settles or decision.verdict == "gone"):
        state = "settled" if decision.settles else "regressed"
    return {
        "id": conflict.id,
        "rule": conflict.rule,
        "outcome": conflict.outcome,
        "severity": conflict.severity,
        "subject": conflict.subject,
        "attribute": conflict.attribute,
        "explanation": conflict.explanation,
        "slip": conflict.slip,
        "comparable": list(conflict.comparable),
        "settle": conflict.settle,
        "state": state,
        "decision": _decision(decision or reopened),
        "claims": [side_record(claim, documents[claim.span.document]) for claim in conflict.claims],
    }


def _decision(decision: Decision | None) -> DecisionRecord | None:
    if decision is None:
        return None
    return {
        "verdict": decision.verdict,
        "reason": decision.reason,
        "note": decision.note,
        "who": decision.who,
        "when": decision.when,
    }


def problem_record(problem: Problem) -> ProblemRecord:
    """A problem with its place."""
    return {
        "code": problem.code,
        "message": problem.message,
        "source": problem.source,
        "line": problem.line,
        "column": problem.column,
        "hint": problem.hint,
        "excerpt": problem.excerpt,
    }


def agreement_records(report: Report) -> list[AgreementRecord]:
    """What several places say alike."""
    documents = {document.id: document for document in report.documents}
    return [
        {
            "rule": made.rule,
            "subject": made.subject,
            "attribute": made.attribute,
            "claims": [side_record(claim, documents[claim.span.document]) for claim in made.claims],
        }
        for made in report.agreements
    ]


def report_record(report: Report, not_comparable: bool = False, agreements: bool = False) -> ReportRecord:
    """Everything a run found, in the report's own order.

    Agreements and pairs that were not comparable are always counted; they are listed only when asked for.
    """
    from factcheck import __version__
    from factcheck.decisions import reopened

    held = {decision.conflict: decision for decision in report.decisions}
    reopening = reopened(report) if held else {}
    documents = {document.id: document for document in report.documents}
    coverage = report.coverage
    return {
        "version": VERSION,
        "tool": f"factcheck {__version__}",
        "conflicts": [
            conflict_record(conflict, documents, held.get(conflict.id), reopening.get(conflict.id))
            for conflict in report.conflicts
        ],
        "coverage": {
            "documents": coverage.documents,
            "origins": coverage.origins,
            "sentences": coverage.sentences,
            "claims": coverage.claims,
            "comparable": coverage.comparable,
            "agreements": coverage.agreements,
            "conflicts": coverage.conflicts,
            "not_comparable": dict(sorted(coverage.not_comparable.items())),
            "incidental": coverage.incidental,
            "zoned": dict(sorted(coverage.zoned.items())),
            "excluded": coverage.excluded,
        },
        "problems": [problem_record(problem) for problem in report.problems],
        "documents": [
            {"id": d.id, "source": d.source, "title": d.title, "published": d.published, "url": d.url}
            for d in report.documents
        ],
        "rules": [{"id": rule.id, "title": rule.title, "why": rule.why} for rule in report.rules],
        "agreements": agreement_records(report) if agreements else [],
        "not_comparable": [
            {
                "reason": pair.reason,
                "detail": pair.detail,
                "claims": [side_record(c, documents[c.span.document]) for c in (pair.first, pair.second)],
            }
            for pair in (report.not_comparable if not_comparable else ())
        ],
    }


def _slice(document: Document, span: Span) -> str:
    return document.text[span.start : span.end]


def _end(document: Document, span: Span) -> tuple[int, int]:
    # The end is the place behind the last character: the map may jump right after it.
    if span.end <= span.start:
        return document.line_column(span.start)
    line, column = document.line_column(span.end - 1)
    return line, column + 1
