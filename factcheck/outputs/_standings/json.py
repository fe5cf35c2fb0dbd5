"""The whole report as one JSON object."""

from __future__ import annotations

import json

from factcheck.standing import AgainstReport


def render(report: AgainstReport) -> str:
    """Indented JSON; characters as they are, numbers as exact strings."""
    return json.dumps(report.to_dict(), ensure_ascii=False, indent=2)
