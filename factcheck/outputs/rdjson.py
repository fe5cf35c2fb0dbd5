"""Reviewdog's diagnostic format. Only lines: its columns count UTF-8 bytes, ours code points."""

from __future__ import annotations

import json
from typing import Any

from factcheck.jsontypes import ConflictRecord, ProblemRecord, ReportRecord, SideRecord
from factcheck.outputs._paths import path, sides
from factcheck.outputs._words import grave, message, open_findings, problem_line, side_line

SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(report: ReportRecord) -> str:
    """One DiagnosticResult, worst first."""
    result = {
        "source": {"name": "factcheck"},
        "diagnostics": [
            *map(_diagnostic, open_findings(report)),
            *map(_problem, (problem for problem in report["problems"] if problem["source"])),
        ],
    }
    return json.dumps(result, ensure_ascii=False, indent=1)


def _diagnostic(conflict: ConflictRecord) -> dict[str, Any]:
    first, *others = sides(conflict)
    return {
        "message": message(conflict),
        "location": _location(first),
        "severity": SEVERITIES[conflict["severity"]],
        "code": {"value": conflict["rule"]},
        "related_locations": [{"message": side_line(side), "location": _location(side)} for side in others],
    }


def _problem(problem: ProblemRecord) -> dict[str, Any]:
    location: dict[str, Any] = {"path": path(problem["source"])}
    if problem["line"]:
        location["range"] = {"start": {"line": problem["line"]}}
    return {
        "message": problem_line(problem),
        "location": location,
        "severity": "ERROR" if grave(problem) else "WARNING",
        "code": {"value": problem["code"]},
    }


def _location(side: SideRecord) -> dict[str, Any]:
    return {
        "path": path(side["source"]),
        "range": {"start": {"line": side["line"]}, "end": {"line": side["end_line"]}},
    }
