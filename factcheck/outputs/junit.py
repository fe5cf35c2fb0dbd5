"""JUnit XML: a test case for each finding, each group of places that agree, each document without either.

Only a conflict of severity error is a failure; the others pass with their words as output. A class
is a document, so that a CI server's history follows it. What could not be read is an error.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as xml

from factcheck.jsontypes import AgreementRecord, ConflictRecord, ReportRecord
from factcheck.outputs._paths import path, sides
from factcheck.outputs._words import (
    clean,
    coverage_line,
    grave,
    headline,
    marked,
    open_findings,
    place,
    problem_line,
    topic,
)


def render(report: ReportRecord) -> str:
    """One suite."""
    suite = xml.Element("testsuite", name="factcheck")
    for conflict in open_findings(report):
        _finding(suite, conflict)
    for group in _passing(report):
        _agreement(suite, group)
    told = {side["document"] for finding in open_findings(report) for side in finding["claims"]}
    told |= {side["document"] for group in report["agreements"] for side in group["claims"]}
    for document in report["documents"]:
        if document["id"] not in told:
            _case(suite, document["source"], "no conflict")
    for problem in report["problems"]:
        case = _case(suite, problem["source"] or "factcheck", problem["code"])
        if grave(problem):
            xml.SubElement(case, "error", message=problem_line(problem), type=problem["code"])
        else:
            xml.SubElement(case, "system-out").text = f"warning: {problem_line(problem)}"
    for tag, attribute in (("testcase", "tests"), ("failure", "failures"), ("error", "errors")):
        suite.set(attribute, str(len(list(suite.iter(tag)))))
    suite.set("skipped", "0")
    xml.SubElement(suite, "system-out").text = coverage_line(report["coverage"])
    root = xml.Element("testsuites", {key: value for key, value in suite.items() if key != "skipped"})
    root.append(suite)
    xml.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + xml.tostring(root, encoding="unicode") + "\n"


def _finding(suite: xml.Element, conflict: ConflictRecord) -> None:
    case = _case(
        suite, sides(conflict)[0]["source"], f"{conflict['rule']}: {topic(conflict)} ({conflict['id']})"
    )
    words = "\n".join(f"{place(side)}: {marked(side)}" for side in sides(conflict))
    if conflict["outcome"] == "conflict" and conflict["severity"] == "error":
        failure = xml.SubElement(case, "failure", message=headline(conflict), type=conflict["rule"])
        failure.text = words
    else:
        told = f"{conflict['severity']}, {conflict['outcome']}: {headline(conflict)}"
        xml.SubElement(case, "system-out").text = f"{told}\n{words}"


def _passing(report: ReportRecord) -> Iterator[AgreementRecord]:
    """Groups that agree, less those of which a place also stands in an open finding of the rule."""
    open_ones = {
        (finding["rule"], side["id"]) for finding in open_findings(report) for side in finding["claims"]
    }
    for group in report["agreements"]:
        if not any((group["rule"], side["id"]) in open_ones for side in group["claims"]):
            yield group


def _agreement(suite: xml.Element, group: AgreementRecord) -> None:
    first = group["claims"][0]
    about = " · ".join(part for part in (group["subject"], group["attribute"]) if part) or first["kind"]
    case = _case(suite, first["source"], f"{group['rule']}: {about}: {first['text']}")
    words = "\n".join(f"{place(side)}: {marked(side)}" for side in group["claims"])
    xml.SubElement(case, "system-out").text = f"in agreement\n{words}"


def _case(suite: xml.Element, source: str, name: str) -> xml.Element:
    return xml.SubElement(suite, "testcase", classname=clean(path(source)), name=clean(name))
