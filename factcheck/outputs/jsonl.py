"""The report as JSON lines: a finding a line, then problems, at last the coverage."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from factcheck.jsontypes import ReportRecord


def render(report: ReportRecord) -> str:
    """Each line has a `type`: conflict, agreement, not_comparable, problem or coverage."""
    found = [_line("conflict", conflict) for conflict in report["conflicts"]]
    found += [_line("agreement", group) for group in report["agreements"]]
    found += [_line("not_comparable", pair) for pair in report["not_comparable"]]
    found += [_line("problem", problem) for problem in report["problems"]]
    return "".join([*found, _line("coverage", report["coverage"])])


def _line(kind: str, record: Mapping[str, Any]) -> str:
    return json.dumps({"type": kind, **record}, ensure_ascii=False) + "\n"
