"""GitHub workflow commands: annotations on the lines of a pull request.

GitHub shows 10 errors, 10 warnings and 10 notices of a step and drops the rest in silence, so the
worst are given and the last notice says how many more there are.
"""

from __future__ import annotations

from factcheck.jsontypes import ConflictRecord, ProblemRecord, ReportRecord
from factcheck.outputs._paths import path, sides
from factcheck.outputs._words import grave, headline, open_findings, problem_line, side_line

SHOWN = 10
COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: ReportRecord) -> str:
    """One command a line."""
    found = [("error", _problem(each)) for each in report["problems"] if grave(each)]
    found += [(COMMANDS[conflict["severity"]], _finding(conflict)) for conflict in open_findings(report)]
    found += [("warning", _problem(each)) for each in report["problems"] if not grave(each)]
    lines: list[str] = []
    more = 0
    for command, words in found:
        room = SHOWN - (command == "notice")  # the last notice is kept for the count
        if sum(line.startswith(f"::{command} ") for line in lines) < room:
            lines.append(f"::{command} {words}")
        else:
            more += 1
    if more:
        lines.append(f"::notice title=factcheck::{more} more, see the summary (--format markdown)")
    return "".join(f"{line}\n" for line in lines)


def _finding(conflict: ConflictRecord) -> str:
    first, *others = sides(conflict)
    where = {
        "file": path(first["source"]),
        "line": str(first["line"]),
        "endLine": str(first["end_line"]),
        "title": f"{conflict['rule']} ({conflict['outcome']})",
    }
    if first["line"] == first["end_line"]:  # GitHub wants columns only within one line
        where |= {"col": str(first["column"]), "endColumn": str(first["end_column"])}
    against = "\n".join(f"against {side_line(side)}" for side in others)
    return f"{_properties(where)}::{_data(headline(conflict) + chr(10) + against)}"


def _problem(problem: ProblemRecord) -> str:
    where = {"file": path(problem["source"])} if problem["source"] else {}
    if problem["line"]:
        where["line"] = str(problem["line"])
    return (
        f"{_properties({**where, 'title': 'factcheck: ' + problem['code']})}::{_data(problem_line(problem))}"
    )


def _properties(named: dict[str, str]) -> str:
    return ",".join(
        f"{key}={_data(value).replace(':', '%3A').replace(',', '%2C')}" for key, value in named.items()
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
