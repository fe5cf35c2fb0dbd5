"""One line for each finding: `place: severity [rule] what clashes`."""

from __future__ import annotations

from factcheck.jsontypes import ConflictRecord, ReportRecord
from factcheck.outputs._paths import sides
from factcheck.outputs._words import headline, open_findings, place, problem_line, side_line


def render(report: ReportRecord) -> str:
    """Findings, worst first, then problems."""
    lines = [_line(conflict) for conflict in open_findings(report)]
    lines += [f"problem: {problem_line(problem)}" for problem in report["problems"]]
    return "".join(f"{line}\n" for line in lines)


def _line(conflict: ConflictRecord) -> str:
    first, *others = sides(conflict)
    outcome = "" if conflict["outcome"] == "conflict" else f", {conflict['outcome']}"
    label = f"{conflict['severity']} [{conflict['rule']}{outcome}]"
    also = "; ".join(side_line(side) for side in others)
    return f"{place(first)}: {label} {headline(conflict)} | also {also}"
