"""What other programs make of our formats: read by their parsers, held against the schemas they ship."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from pydantic import TypeAdapter, ValidationError
from sample import report as sample_report
from typing_extensions import TypedDict, is_typeddict

from factcheck.jsontypes import ReportRecord
from factcheck.outputs import render
from factcheck.outputs._paths import sides
from factcheck.outputs._words import open_findings
from factcheck.record import report_record

PACKAGES = Path(__file__).parent.parent / ".venv/npm/node_modules"
VALIDATOR = PACKAGES / "@umbrelladocs/rdformat-validator/bin"
TOOLKIT = PACKAGES / "@actions/core/lib/command.js"
# Writes each command that it is given as GitHub's own actions write theirs.
WRITING = """
const {issueCommand} = require(process.argv[1]);
for (const [name, properties, message] of JSON.parse(require("fs").readFileSync(0, "utf8")))
  issueCommand(name, properties, message);
"""


@pytest.fixture
def report() -> ReportRecord:
    return report_record(sample_report())


# ---- GitLab Code Quality: the types of a package that writes it, strictly


def gitlab(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The entries as the format's types know them; a ValidationError when they do not follow them."""
    types = pytest.importorskip("typos_gitlab_code_quality", reason="not run: it is not installed")
    follows: TypeAdapter[list[dict[str, Any]]] = TypeAdapter(list[readable(types.GitlabIssue)])
    return follows.validate_python(entries, strict=True)


def readable(kind: Any) -> Any:
    """The type as pydantic takes it on Python 3.11: with the dictionaries of typing_extensions."""
    if not is_typeddict(kind):
        return kind
    return TypedDict(kind.__name__, {name: readable(each) for name, each in get_type_hints(kind).items()})


def test_gitlab_entries_follow_their_types(report: ReportRecord) -> None:
    entries = json.loads(render(report, "gitlab"))
    read = gitlab(entries)
    assert len(read) == len(entries) > len(report["conflicts"])
    assert {entry["severity"] for entry in read} == {"major", "minor", "info"}


@pytest.mark.parametrize(
    "harm",
    [
        lambda entry: entry.update(severity="error"),
        lambda entry: entry.pop("fingerprint"),
        lambda entry: entry["location"].pop("lines"),
        lambda entry: entry["location"]["lines"].update(begin="7"),
    ],
)
def test_harmed_gitlab_entries_are_refused(harm: Callable[[Any], None], report: ReportRecord) -> None:
    entries = json.loads(render(report, "gitlab"))
    harm(entries[1])
    with pytest.raises(ValidationError):
        gitlab(entries)


# ---- Checkstyle: read by diff-quality of the package diff-cover


def test_diff_quality_reads_every_finding_of_checkstyle(report: ReportRecord) -> None:
    name = "diff_cover.violationsreporters.java_violations_reporter"
    reader = pytest.importorskip(name, reason="not run: diff-cover is not installed")
    read = reader.CheckstyleXmlDriver().parse_reports([render(report, "checkstyle")])
    found = {(file, each.line, each.message.partition(": ")[0]) for file in read for each in read[file]}
    words = {"error": "error", "warning": "warning", "note": "info"}
    firsts = [(sides(conflict)[0], words[conflict["severity"]]) for conflict in open_findings(report)]
    assert {(side["source"], side["line"], severity) for side, severity in firsts[:1]} <= found
    assert {(side["line"], severity) for side, severity in firsts} <= {place[1:] for place in found}
    assert sum(map(len, read.values())) == len(firsts) + len(report["problems"])


# ---- rdjson: the validator of reviewdog's diagnostic format


def rdformat(text: str, folder: Path) -> list[str]:
    """What the validator has against it, fields that the format does not know among it."""
    node = shutil.which("node")
    if not node or not VALIDATOR.exists():
        pytest.skip("not run: node or @umbrelladocs/rdformat-validator is not installed")
    file = folder / "findings.json"
    file.write_text(text, encoding="utf-8")
    options = ["--strict", "--no-extra-fields", "--format", "json"]
    command = [node, VALIDATOR / "rdformat-validator.js", *options, file]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    (result,) = json.loads(done.stdout)["fileResults"]
    assert result["valid"] is (done.returncode == 0)
    return [each["message"] for each in result.get("errorDetails", [])]


def test_rdjson_is_reviewdog_s_format(report: ReportRecord, tmp_path: Path) -> None:
    text = render(report, "rdjson")
    assert "related_locations" in text
    assert rdformat(text, tmp_path) == []


@pytest.mark.parametrize(
    ("ours", "harmed"),
    [
        ('"ERROR"', '"FATAL"'),
        ('"related_locations"', '"others"'),
        ('"line": 1', '"line": "1"'),
        ('"message"', '"text"'),
    ],
)
def test_harmed_rdjson_is_refused(ours: str, harmed: str, report: ReportRecord, tmp_path: Path) -> None:
    assert rdformat(render(report, "rdjson").replace(ours, harmed, 1), tmp_path)


# ---- workflow commands: written by the toolkit of GitHub's own actions


def plain(text: str) -> str:
    """A value of a workflow command as it was before it was escaped."""
    for escaped, character in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(escaped, character)
    return text


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Name, properties and message of each line."""
    found = []
    for line in text.splitlines():
        _, head, message = line.split("::", 2)
        name, _, properties = head.partition(" ")
        named = dict(each.split("=", 1) for each in properties.split(",") if each)
        found.append((name, {key: plain(value) for key, value in named.items()}, plain(message)))
    return found


def test_github_s_toolkit_writes_the_same_commands(report: ReportRecord) -> None:
    node = shutil.which("node")
    if not node or not TOOLKIT.exists():
        pytest.skip("not run: node or @actions/core is not installed")
    for problem in report["problems"]:
        problem["message"] += " 50% more: one, two"
    text = render(report, "github")
    asked = commands(text)
    assert {name for name, _, _ in asked} == {"error", "warning", "notice"}
    assert any("%" in message for _, _, message in asked)
    assert any("\n" in message for _, _, message in asked)
    wrote = subprocess.run(
        [node, "-e", WRITING, TOOLKIT],
        input=json.dumps(asked),
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert wrote.stdout.splitlines() == text.splitlines()
