"""Checkstyle XML: an entry for each finding at its first side, the other sides in its message."""

from __future__ import annotations

from xml.etree import ElementTree as xml

from factcheck.jsontypes import ReportRecord
from factcheck.outputs._paths import path, sides
from factcheck.outputs._words import clean, grave, message, open_findings, problem_line

SEVERITIES = {"error": "error", "warning": "warning", "note": "info"}


def render(report: ReportRecord) -> str:
    """Files sorted by name, in each the worst first."""
    files: dict[str, list[dict[str, str]]] = {}
    for conflict in open_findings(report):
        first = sides(conflict)[0]
        entry = {
            "line": str(first["line"]),
            "column": str(first["column"]),
            "severity": SEVERITIES[conflict["severity"]],
            "message": message(conflict),
            "source": f"factcheck.{conflict['rule']}",
        }
        files.setdefault(path(first["source"]), []).append(entry)
    for problem in report["problems"]:
        entry = {
            "line": str(problem["line"] or 1),
            "severity": "error" if grave(problem) else "warning",
            "message": problem_line(problem),
            "source": f"factcheck.{problem['code']}",
        }
        files.setdefault(path(problem["source"]), []).append(entry)
    root = xml.Element("checkstyle", version="4.3")
    for name, entries in sorted(files.items()):
        file = xml.SubElement(root, "file", name=clean(name))
        for entry in entries:
            xml.SubElement(file, "error", entry)
    xml.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + xml.tostring(root, encoding="unicode") + "\n"
