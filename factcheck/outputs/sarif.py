"""SARIF 2.1.0, cut to what GitHub code scanning keeps: one result for each finding.

The first side is the result's only location (GitHub shows no other); the other sides are related
locations, linked from the message since GitHub shows only linked ones. The fingerprint is the id
of the finding, so that moving text does not open an alert again.
"""

from __future__ import annotations

import json
from typing import Any

from factcheck.decisions import SUPPRESSED
from factcheck.jsontypes import ConflictRecord, ReportRecord, SideRecord
from factcheck.outputs._paths import sides, uri
from factcheck.outputs._words import clean, decided, headline, problem_line, side_line, worst_first

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "factcheckConflict/v1"
RESULTS = 5_000  # GitHub keeps so many of a run, and refuses a file with more than 25,000
RELATED = 99  # and so many locations of a result


def render(report: ReportRecord) -> str:
    """One run; what the limits cut off is told as a notification."""
    listed = worst_first(report["conflicts"])
    name, _, version = report["tool"].partition(" ")
    rules = sorted({conflict["rule"] for conflict in listed})
    run: dict[str, Any] = {
        "tool": {"driver": {"name": name, "version": version, "rules": [{"id": rule} for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {"executionSuccessful": True, "toolExecutionNotifications": _notifications(report, len(listed))}
        ],
        "results": [_result(conflict, rules.index(conflict["rule"])) for conflict in listed[:RESULTS]],
        "properties": {"coverage": report["coverage"]},
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _notifications(report: ReportRecord, found: int) -> list[dict[str, Any]]:
    told = [
        {
            "level": "warning",
            "message": {"text": problem_line(problem)},
            "descriptor": {"id": problem["code"]},
        }
        for problem in report["problems"]
    ]
    if found > RESULTS:
        text = (
            f"{found - RESULTS} of {found} findings left out, the worst kept: GitHub takes {RESULTS} of a run"
        )
        told.append({"level": "warning", "message": {"text": text}, "descriptor": {"id": "limit"}})
    return told


def _result(conflict: ConflictRecord, rule_index: int) -> dict[str, Any]:
    first, *others = sides(conflict)
    here = f"{_linkable(headline(conflict))}: here {_linkable(side_line(first))}"
    related = others[:RELATED]
    links = [f"[{_linkable(side_line(side))}]({number})" for number, side in enumerate(related, 1)]
    cut = f" and {len(others) - len(related)} more" if len(others) > len(related) else ""
    settled = [_suppression(conflict)]
    return {
        "ruleId": conflict["rule"],
        "ruleIndex": rule_index,
        "level": conflict["severity"],
        "message": {"text": f"{here}, against {', '.join(links)}{cut}"},
        "locations": [_location(first)],
        "relatedLocations": [
            {"id": number, **_location(side), "message": {"text": clean(side["sentence"])}}
            for number, side in enumerate(related, 1)
        ],
        "partialFingerprints": {FINGERPRINT: conflict["id"]},
        "suppressions": settled if conflict["state"] == "settled" else [],
        "properties": {
            "outcome": conflict["outcome"],
            "subject": conflict["subject"],
            "attribute": conflict["attribute"],
            "settle": conflict["settle"],
        },
    }


def _suppression(conflict: ConflictRecord) -> dict[str, str]:
    """Why a settled finding is: in the words of a comment in its text, or of a decision on it."""
    decision = conflict["decision"]
    if decision is not None and decision["verdict"] == SUPPRESSED:
        return {"kind": "inSource", "status": "accepted", "justification": clean(decision["note"])}
    return {"kind": "external", "status": "accepted", "justification": decided(conflict)}


def _location(side: SideRecord) -> dict[str, Any]:
    region = {
        "startLine": side["line"],
        "startColumn": side["column"],
        "endLine": side["end_line"],
        "endColumn": side["end_column"],
        "snippet": {"text": side["text"]},
    }
    return {"physicalLocation": {"artifactLocation": {"uri": uri(side["source"])}, "region": region}}


def _linkable(text: str) -> str:
    """Brackets in a SARIF message would be links."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
