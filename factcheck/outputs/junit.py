"""JUnit XML: a test case for each finding and each document without one.

Only a conflict of severity error is a failure; the others pass with their words as output. A class
is a document, so that a CI server's history follows it. What could not be read is an error.
"""

from __future__ import annotations

from xml.etree import ElementTree as xml

from factcheck.jsontypes import ConflictRecord, ReportRecord
from factcheck.outputs._paths import path, sides
from factcheck.outputs._words import (
    clean,
    coverage_line,
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
    told = {side["document"] for conflict in open_findings(report) for side in conflict["claims"]}
    for document in report["documents"]:
        if document["id"] not in told:
            _case(suite, document["source"], "no conflict")
    for problem in report["problems"]:
        case = _case(suite, problem["source"] or "factcheck", problem["code"])
        xml.SubElement(case, "error", message=problem_line(problem), type=problem["code"])
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


def _case(suite: xml.Element, source: str, name: str) -> xml.Element:
    return xml.SubElement(suite, "testcase", classname=clean(path(source)), name=clean(name))
