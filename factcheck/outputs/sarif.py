"""SARIF 2.1.0, cut to what GitHub code scanning keeps: one result for each finding.

The first side is the result's only location (GitHub shows no other); the other sides are related
locations, linked from the message since GitHub shows only linked ones. The fingerprint is the id
of the finding, so that moving text does not open an alert again.
"""

from __future__ import annotations

import json
import zlib
from typing import Any

from factcheck.decisions import SUPPRESSED
from factcheck.jsontypes import ConflictRecord, ProblemRecord, ReportRecord, SideRecord
from factcheck.outputs._paths import sides, uri
from factcheck.outputs._words import (
    clean,
    decided,
    headline,
    idle,
    mark,
    open_findings,
    problem_line,
    side_line,
    worst_first,
)

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "factcheckConflict/v1"
RESULTS = 5_000  # GitHub keeps so many of a run, and refuses a file with more than 25,000
RELATED = 99  # and so many locations of a result
BYTES = 9_500_000  # and refuses a file of more than 10 MB when it is compressed
IDLE = "A suppression that settles nothing, has no reason or is past its end."


def render(report: ReportRecord) -> str:
    """One run; what the limits cut off is told as a notification. Settled findings come last."""
    settled = worst_first(conflict for conflict in report["conflicts"] if conflict["state"] == "settled")
    rules = _rules(report)
    indexes = {rule["id"]: index for index, rule in enumerate(rules)}
    results = [_result(conflict) for conflict in open_findings(report)]
    results += [_idle(problem) for problem in idle(report)] + [_result(conflict) for conflict in settled]
    for result in results:
        result["ruleIndex"] = indexes[result["ruleId"]]
    kept = results[:RESULTS]
    made = _log(report, rules, kept, len(results))
    while kept and len(made) > BYTES and (size := _compressed(made)) > BYTES:
        kept = kept[: int(len(kept) * BYTES / size * 0.95)]
        made = _log(report, rules, kept, len(results))
    return made


def _log(report: ReportRecord, rules: list[dict[str, Any]], results: list[dict[str, Any]], found: int) -> str:
    name, _, version = report["tool"].partition(" ")
    run = {
        "tool": {"driver": {"name": name, "version": version, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": _notifications(report, found - len(results), found),
            }
        ],
        "results": results,
        "properties": {"coverage": report["coverage"]},
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _compressed(text: str) -> int:
    return len(zlib.compress(text.encode("utf-8", "replace")))


def _rules(report: ReportRecord) -> list[dict[str, Any]]:
    """The rules of the results, with the words that GitHub shows beside an alert."""
    notes = {rule["id"]: rule for rule in report["rules"]}
    made: list[dict[str, Any]] = []
    for name in sorted({conflict["rule"] for conflict in report["conflicts"]}):
        note = notes.get(name)
        title, why = (note["title"], note["why"]) if note else (name, name)
        made.append(_rule(name, title, f"{why} More: factcheck explain {name}"))
    return made + (
        [_rule("suppression", IDLE, f"{IDLE} More: factcheck suppressions")] if idle(report) else []
    )


def _rule(name: str, title: str, told: str) -> dict[str, Any]:
    return {
        "id": name,
        "name": "".join(word.capitalize() for word in name.replace("-", "/").split("/")),
        "shortDescription": {"text": clean(title)},
        "fullDescription": {"text": clean(title)},
        "help": {"text": clean(told)},
    }


def _notifications(report: ReportRecord, cut: int, found: int) -> list[dict[str, Any]]:
    told = [
        {
            "level": "warning",
            "message": {"text": problem_line(problem)},
            "descriptor": {"id": problem["code"]},
        }
        for problem in report["problems"]
    ]
    if cut:
        text = (
            f"{cut} of {found} findings left out, the worst kept: GitHub takes {RESULTS} of a run, and 10 MB"
        )
        told.append({"level": "warning", "message": {"text": text}, "descriptor": {"id": "limit"}})
    return told


def _result(conflict: ConflictRecord) -> dict[str, Any]:
    first, *others = sides(conflict)
    here = f"{_linkable(headline(conflict))}: here {_linkable(side_line(first))}"
    related = others[:RELATED]
    links = [f"[{_linkable(side_line(side))}]({number})" for number, side in enumerate(related, 1)]
    cut = f" and {len(others) - len(related)} more" if len(others) > len(related) else ""
    return {
        "ruleId": conflict["rule"],
        "level": conflict["severity"],
        "message": {"text": f"{here}, against {', '.join(links)}{cut}"},
        "locations": [_location(first)],
        "relatedLocations": [
            {"id": number, **_location(side), "message": {"text": clean(side["sentence"])}}
            for number, side in enumerate(related, 1)
        ],
        "partialFingerprints": {FINGERPRINT: conflict["id"]},
        "suppressions": [_suppression(conflict)] if conflict["state"] == "settled" else [],
        "properties": {
            "outcome": conflict["outcome"],
            "subject": conflict["subject"],
            "attribute": conflict["attribute"],
            "settle": conflict["settle"],
        },
    }


def _idle(problem: ProblemRecord) -> dict[str, Any]:
    """A suppression that settles nothing, as a result of its own."""
    region = {"startLine": problem["line"], "startColumn": problem["column"] or 1}
    place = {"artifactLocation": {"uri": uri(problem["source"])}, "region": region}
    return {
        "ruleId": problem["code"],
        "level": "warning",
        "message": {"text": _linkable(problem_line(problem))},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {FINGERPRINT: mark(problem)},
        "suppressions": [],
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
