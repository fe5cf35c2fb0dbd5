"""Markdown for the summary of a CI step, a pull request or a wiki."""

from __future__ import annotations

import re

from factcheck.jsontypes import ConflictRecord, ReportRecord
from factcheck.outputs._words import (
    clean,
    count,
    coverage_line,
    headline,
    open_findings,
    parts,
    place,
    problem_line,
    tally,
    topic,
)

LIMIT = 1_000_000  # bytes; GitHub refuses a summary above 1 MiB
ROOM = 300  # code points of a sentence on each side of the value
SPECIAL = re.compile(r"([\\`*_\[\]#|~>])")


def render(report: ReportRecord) -> str:
    """A headline with the counts, then a section for each finding, worst first."""
    found = tally(open_findings(report)) or "no conflict found"
    head = f"## factcheck: {found}\n\n{safe(coverage_line(report['coverage']))}\n"
    foot = "".join(f"- {safe(problem_line(problem))}\n" for problem in report["problems"])
    foot = f"\n### Problems\n\n{foot}" if foot else ""
    room = LIMIT - len(head.encode()) - len(foot.encode()[: LIMIT // 2]) - 200
    sections, listed = [], open_findings(report)
    for conflict in listed:
        section = _section(conflict)
        room -= len(section.encode("utf-8", "replace"))
        if room < 0:
            break
        sections.append(section)
    cut = len(listed) - len(sections)
    more = f"\n**{count(cut, 'finding')} more do not fit here.**\n" if cut else ""
    return head + "".join(sections) + more + foot


def _section(conflict: ConflictRecord) -> str:
    outcome = "" if conflict["outcome"] == "conflict" else f", {conflict['outcome']}"
    lines = ["", f"### {conflict['severity']}{outcome}: {safe(topic(conflict))}", ""]
    lines += [f"`{conflict['rule']}`: {safe(headline(conflict))} (id `{conflict['id']}`)", ""]
    for side in conflict["claims"]:
        before, value, after = (safe(part) for part in parts(side, ROOM))
        known = ", ".join(safe(clean(word)) for word in (side["published"], side["speaker"]) if word)
        lines.append(
            f"- {safe(place(side))}{f' ({known})' if known else ''}: {before}<strong>{value}</strong>{after}"
        )
    if conflict["settle"]:
        lines += ["", f"To settle it: {safe(clean(conflict['settle']))}"]
    return "\n".join(lines) + "\n"


def safe(text: str) -> str:
    """No word of a text may become markup, a mention or a link."""
    plain = SPECIAL.sub(r"\\\1", text.replace("&", "&amp;").replace("<", "&lt;"))
    return plain.replace("@", "&#64;")
