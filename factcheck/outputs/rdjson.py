"""Reviewdog's diagnostic format. Only lines: its columns count UTF-8 bytes, ours code points."""

from __future__ import annotations

import json
from typing import Any

from factcheck.jsontypes import ConflictRecord, ReportRecord, SideRecord
from factcheck.outputs._paths import path, sides
from factcheck.outputs._words import message, open_findings, side_line

SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(report: ReportRecord) -> str:
    """One DiagnosticResult, worst first."""
    result = {
        "source": {"name": "factcheck"},
        "diagnostics": [_diagnostic(conflict) for conflict in open_findings(report)],
    }
    return json.dumps(result, ensure_ascii=False, indent=1)


def _diagnostic(conflict: ConflictRecord) -> dict[str, Any]:
    first, *others = sides(conflict)
    return {
        "message": message(conflict),
        "location": _location(first),
        "severity": SEVERITIES[conflict["severity"]],
        "code": {"value": conflict["rule"]},
        "relatedLocations": [{"message": side_line(side), "location": _location(side)} for side in others],
    }


def _location(side: SideRecord) -> dict[str, Any]:
    return {
        "path": path(side["source"]),
        "range": {"start": {"line": side["line"]}, "end": {"line": side["end_line"]}},
    }
