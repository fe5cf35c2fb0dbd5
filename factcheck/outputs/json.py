"""The whole report as one JSON object (`factcheck schema report` describes it)."""

from __future__ import annotations

import json

from factcheck.jsontypes import ReportRecord


def render(report: ReportRecord) -> str:
    """Indented JSON; characters as they are, numbers as exact strings."""
    return json.dumps(report, ensure_ascii=False, indent=2)
