"""What several formats say of a standing in the same words."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Claim
from factcheck.outputs._words import clean, count
from factcheck.standing import AgainstReport, Standing


def place(claim: Claim, report: AgainstReport) -> str:
    """`source:line:column`."""
    document = report.find(claim.span.document)
    line, column = document.line_column(claim.span.start)
    return f"{clean(document.source)}:{line}:{column}"


def about(claim: Claim) -> str:
    """What a claim is about: "Tomahawk · range"."""
    return clean(" · ".join(part for part in (claim.subject, claim.attribute) if part)) or claim.kind


def summary(report: AgainstReport) -> str:
    """How many claims have each status, in one line."""
    counts = ", ".join(f"{number:,} {status}" for status, number in report.counts().items() if number)
    return f"{count(len(report.standings), 'claim')}{f': {counts}' if counts else ''}"


def headline(standing: Standing) -> str:
    """The status in words: "supported, 2 origins", "unchecked (different-time)"."""
    if standing.status == "supported":
        return f"supported, {count(standing.origins, 'origin')}"
    return f"{standing.status} ({standing.reason})" if standing.reason else standing.status


def evidence(standing: Standing, report: AgainstReport) -> Iterator[tuple[str, str]]:
    """What the standing rests on, as (label, words)."""
    for claim in standing.supported_by:
        yield "supported by", _stated(claim, report)
    for one in standing.contradicted_by:
        label = "contradicted by" if one.outcome == "conflict" else f"{one.outcome} by"
        yield label, f"{_stated(one.claim, report)} [{one.conflict.rule}, {one.conflict.id}]"
    for pair in standing.disagreements:
        sides = f"{_stated(pair.first, report)} against {_stated(pair.second, report)}"
        yield "sources disagree", f"{sides} [{pair.conflict.rule}, {pair.conflict.id}]"


def origin_lines(report: AgainstReport) -> list[str]:
    """Which texts are one origin."""
    named = [[clean(report.find(name).source) for name in ids] for ids in report.origins]
    return [f"one origin: {', '.join(sources)}" for sources in named]


def _stated(claim: Claim, report: AgainstReport) -> str:
    speaker = f" ({clean(claim.speaker)})" if claim.speaker else ""
    return f"{place(claim, report)}{speaker}: {clean(claim.text)}"
