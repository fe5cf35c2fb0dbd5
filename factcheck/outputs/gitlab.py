"""GitLab Code Quality: an entry for each side, since the widget shows one place of an entry.

GitLab drops entries with equal fingerprints in silence, so each finding and side has its own; it
is made of the finding's id, the source and the value, never of lines.
"""

from __future__ import annotations

import json
from hashlib import sha256

from factcheck.jsontypes import ConflictRecord, ProblemRecord, ReportRecord
from factcheck.outputs._paths import path, sides
from factcheck.outputs._words import headline, idle, mark, open_findings, problem_line, side_line

SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def render(report: ReportRecord) -> str:
    """A JSON array, worst first."""
    entries = [entry for conflict in open_findings(report) for entry in _entries(conflict)]
    entries += [_idle(problem) for problem in idle(report)]
    return json.dumps(entries, ensure_ascii=False, indent=1)


def _idle(problem: ProblemRecord) -> dict[str, object]:
    return {
        "description": problem_line(problem),
        "check_name": problem["code"],
        "fingerprint": mark(problem),
        "severity": SEVERITIES["warning"],
        "location": {"path": path(problem["source"]), "lines": {"begin": problem["line"]}},
    }


def _entries(conflict: ConflictRecord) -> list[dict[str, object]]:
    listed = sides(conflict)
    entries: list[dict[str, object]] = []
    seen: dict[str, int] = {}
    for side in listed:
        others = "; ".join(side_line(other) for other in listed if other is not side)
        identity = "\n".join((conflict["id"], side["source"], side["text"]))
        seen[identity] = seen.get(identity, 0) + 1
        entries.append(
            {
                "description": f"{headline(conflict)}: here “{side_line(side)}”, against “{others}”",
                "check_name": conflict["rule"],
                "fingerprint": sha256(
                    f"{identity}\n{seen[identity]}".encode("utf-8", "surrogatepass")
                ).hexdigest(),
                "severity": SEVERITIES[conflict["severity"]],
                "location": {
                    "path": path(side["source"]),
                    "lines": {"begin": side["line"], "end": side["end_line"]},
                },
            }
        )
    return entries
