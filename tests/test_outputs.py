"""Every format says every finding, survives hostile text, and is what its platform reads."""

from __future__ import annotations

import csv
import json
import zlib
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree as xml

import jsonschema
import pytest
from junitparser import JUnitXml
from markdown_it import MarkdownIt
from rich.console import Console
from sample import report as sample_report
from sarif_kit.validate import validation_errors

from factcheck.jsontypes import ConflictRecord, ReportRecord
from factcheck.model import Coverage, Interval, Period, Report, Wording
from factcheck.outputs import formats, github, markdown, render, sarif
from factcheck.outputs import text as text_format
from factcheck.outputs._paths import path, uri
from factcheck.outputs._units import shown as units_shown
from factcheck.outputs._words import clean, parts, stated, worst_first
from factcheck.record import canonical_record, number, report_record, value_record
from factcheck.schema import NAMES, schema

GOLDEN = Path(__file__).parent / "golden"
LISTING = ("github", "gitlab", "checkstyle", "rdjson", "concise")


@pytest.fixture
def report() -> ReportRecord:
    # No version, so that a release does not change the golden files.
    return {**report_record(sample_report(), not_comparable=True, agreements=True), "tool": "factcheck 0"}


def many(number_of: int, severity: str = "error") -> ReportRecord:
    record = report_record(sample_report())
    first = record["conflicts"][0]
    found: list[ConflictRecord] = [
        {**first, "id": f"id{index}", "severity": severity}  # type: ignore[typeddict-item]
        for index in range(number_of)
    ]
    return {**record, "conflicts": found, "problems": []}


# ---- the record


def test_to_dict_is_what_json_prints() -> None:
    report = sample_report()
    assert json.loads(render(report_record(report), "json")) == report.to_dict()
    assert report.to_dict()["not_comparable"] == []


def test_the_span_of_every_side_gives_its_text(report: ReportRecord) -> None:
    texts = {document.id: document.text for document in sample_report().documents}
    for conflict in report["conflicts"]:
        for side in conflict["claims"]:
            assert texts[side["document"]][side["start"] : side["end"]] == side["text"]
            begin = side["sentence_start"]
            assert texts[side["document"]][begin : begin + len(side["sentence"])] == side["sentence"]


def test_numbers_are_exact_and_plain() -> None:
    assert number(Decimal("2500")) == "2500"
    assert number(Decimal("1E+6")) == "1000000"
    assert number(Decimal("0.10")) == "0.10"
    assert number(Decimal("1E+999999")) == "1E+999999"
    assert number(None) is None


def test_canonical_values_show_twelve_digits() -> None:
    third = Interval(Decimal(1) / Decimal(3), Decimal("1E+3"), "meter")
    record = canonical_record(third)
    assert record is not None and "unit" in record
    assert (record["low"], record["high"]) == ("0.333333333333", "1000")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Interval(Decimal(5), Decimal(5), "kilometer"), "5 km"),
        (Interval(Decimal(5), None, "kilometer", "at_least"), "at least 5 km"),
        (Interval(None, Decimal(5), "kilometer", "at_most"), "at most 5 km"),
        (Interval(Decimal(3), Decimal(5), None, "between"), "3 to 5"),
        (Interval(Decimal(5), Decimal(5), "percent", "approx"), "about 5%"),
        (Interval(Decimal(5), None), "from 5"),
        (Period("2025-08-15", "2025-08-15"), "2025-08-15"),
        (Period("2025-08-01", "2025-08-31", "month"), "2025-08-01 to 2025-08-31"),
        (Period(None, None, unresolved="no-reference"), "unknown"),
        (Wording("so  be\nit"), "so be it"),
    ],
)
def test_values_in_words(value: Interval | Period | Wording, words: str) -> None:
    assert stated(value_record(value)) == words


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("kilometer / hour", "km/h"),
        ("meter / second", "m/s"),
        ("liter / day", "litres/day"),
        ("square kilometer", "km²"),
        ("square mile", "mi²"),
        ("cubic meter", "m³"),
        ("USD / barrel", "USD/bbl"),
        ("light_year", "light years"),
        ("polling station", "polling station"),
    ],
)
def test_units_are_written_as_people_write_them(name: str, shown: str) -> None:
    assert units_shown(name) == shown


def test_every_unit_that_is_shown_otherwise_is_one() -> None:
    from factcheck import data
    from factcheck.units import Units

    units = Units.default()
    assert [name for name in data.load("shown") if not units.dimension(name)] == []


@pytest.mark.parametrize("name", NAMES)
def test_schemas_are_sound(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))


def test_the_json_follows_its_schema(report: ReportRecord) -> None:
    validator = jsonschema.Draft202012Validator(schema("report"))
    validator.validate(json.loads(render(report, "json")))
    broken = json.loads(render(report, "json"))
    broken["conflicts"][0]["outcome"] = "maybe"
    assert not validator.is_valid(broken)


def test_json_lines_hold_everything_once(report: ReportRecord) -> None:
    lines = [json.loads(line) for line in render(report, "jsonl").splitlines()]
    assert [line.pop("type") for line in lines] == [
        *["conflict"] * 5,
        *["agreement"] * 2,
        "not_comparable",
        *["problem"] * 3,
        "coverage",
    ]
    assert lines[:5] == report["conflicts"]
    assert lines[-1] == report["coverage"]


# ---- all formats


@pytest.mark.parametrize("name", formats())
def test_golden(name: str, report: ReportRecord) -> None:
    """A change here is a change for users: delete the file, run again, and read the difference."""
    file = GOLDEN / f"report.{name}"
    made = render(report, name)
    if not file.exists():
        file.write_text(made, encoding="utf-8", newline="")
        pytest.fail(f"{file} was missing and has been written: read it and commit it")
    assert made == file.read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", formats())
def test_every_finding_is_there_with_both_values(name: str, report: ReportRecord) -> None:
    made = render(report, name)
    for words in (
        "900 km",
        "560 km",
        "at least 12 people",
        "31 people",
        "9 dead",
        "vehicles/range",
        "people/killed",
    ):
        assert words in made
    assert made.endswith("\n")
    assert "\r" not in made


@pytest.mark.parametrize("name", formats())
def test_an_empty_report(name: str) -> None:
    made = render(report_record(Report(coverage=Coverage(documents=1))), name)
    if name in ("json", "gitlab", "rdjson", "sarif"):
        json.loads(made)
    if name in ("junit", "checkstyle"):
        xml.fromstring(made)


@pytest.mark.parametrize("name", formats())
def test_control_characters_never_come_out(name: str) -> None:
    hostile = "\x1b[31m \u202eevil \x00 \ud800 end"
    made = sample_report()
    conflict = replace(made.conflicts[0], subject=hostile, explanation=hostile, settle=hostile)
    document = replace(made.documents[2], title=hostile)
    out = render(
        report_record(replace(made, conflicts=(conflict,), documents=(*made.documents[:2], document))), name
    )
    if name not in ("json", "jsonl", "sarif"):  # these escape or carry values for programs
        assert not set(out) & set("\x1b\u202e\x00\ud800")
    if name in ("junit", "checkstyle"):
        xml.fromstring(out.split("\n", 1)[1])


def test_worst_first_is_stable(report: ReportRecord) -> None:
    assert [conflict["id"][-1] for conflict in worst_first(report["conflicts"])] == ["1", "4", "2", "5", "3"]


# ---- text


def test_the_text_report_marks_values_and_wraps_only_on_a_terminal(report: ReportRecord) -> None:
    plain = render(report, "text")
    assert "The storm left [[at least 12 people]] dead" in plain
    out = StringIO()
    text_format.show(report, Console(file=out, force_terminal=True, width=50, color_system="standard"))
    shown = out.getvalue()
    assert "\x1b[" in shown and "[[" not in shown
    assert max(len(line) for line in Console(width=50).render_str(shown).plain.splitlines()) < 200
    out = StringIO()
    text_format.show(report, Console(file=out, force_terminal=True, width=50, no_color=True))
    assert "[[560 km]]" in out.getvalue()


def test_long_sentences_are_cut_around_the_value(report: ReportRecord) -> None:
    side = report["conflicts"][0]["claims"][0]
    long = {
        **side,
        "sentence": "x " * 5000 + side["text"] + " y" * 5000,
        "sentence_start": side["start"] - 10_000,
    }
    before, value, after = parts(long, 100)  # type: ignore[arg-type]
    assert value == side["text"]
    assert (len(before), len(after)) == (101, 101)
    assert before.startswith("…") and after.endswith("…")


def test_clean_keeps_words_and_makes_one_line() -> None:
    assert clean(" a\tb\r\nc \x07d\u2066 ") == "a b c \ufffdd\ufffd"


# ---- platforms


def test_sarif_follows_the_schema_and_github_s_rules(report: ReportRecord) -> None:
    log = json.loads(render(report, "sarif"))
    assert validation_errors(log) == []
    (run,) = log["runs"]
    assert len(run["results"]) == 6
    idle = run["results"].pop()
    assert (idle["ruleId"], idle["level"]) == ("suppression", "warning")
    assert idle["locations"][0]["physicalLocation"]["region"]["startLine"] == 2
    for result in run["results"]:
        assert len(result["locations"]) == 1
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        linked = [location["id"] for location in result["relatedLocations"]]
        assert linked and all(f"]({number})" in result["message"]["text"] for number in linked)
        for location in result["locations"] + result["relatedLocations"]:
            assert "://" not in location["physicalLocation"]["artifactLocation"]["uri"]
    three = run["results"][0]
    assert three["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "news/harbour.txt"
    assert [x["physicalLocation"]["artifactLocation"]["uri"] for x in three["relatedLocations"]] == [
        "docs/data%20sheet.md",
        "example.org/wire%3Fa=1&b=2",
    ]
    assert three["partialFingerprints"] == {sarif.FINGERPRINT: "c0ffee01"}


def test_sarif_is_capped_with_a_word_about_it() -> None:
    log = json.loads(render(many(sarif.RESULTS + 7), "sarif"))
    (run,) = log["runs"]
    assert len(run["results"]) == sarif.RESULTS
    (told,) = run["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"].startswith("7 of 5007 findings left out")


def test_sarif_is_cut_to_what_github_takes_compressed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "BYTES", 20_000)
    record = many(500)
    for conflict in record["conflicts"]:
        conflict["explanation"] = sha256(conflict["id"].encode()).hexdigest() * 4  # it does not compress well
    made = render(record, "sarif")
    assert 10_000 < len(zlib.compress(made.encode())) <= 20_000
    (run,) = json.loads(made)["runs"]
    assert [each["partialFingerprints"][sarif.FINGERPRINT] for each in run["results"][:2]] == ["id0", "id1"]
    (told,) = run["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"].startswith(f"{500 - len(run['results'])} of 500 findings left out")


def test_sarif_cuts_settled_findings_first() -> None:
    record = many(sarif.RESULTS + 7)
    record["conflicts"][0]["state"] = "settled"
    results = json.loads(render(record, "sarif"))["runs"][0]["results"]
    assert results[0]["partialFingerprints"] == {sarif.FINGERPRINT: "id1"}
    assert not any(result["suppressions"] for result in results)


def test_sarif_links_no_more_places_than_github_shows() -> None:
    record = many(1)
    side = record["conflicts"][0]["claims"][0]
    record["conflicts"][0]["claims"] = [{**side, "line": number} for number in range(1, 131)]  # type: ignore[typeddict-item]
    (result,) = json.loads(render(record, "sarif"))["runs"][0]["results"]
    assert len(result["relatedLocations"]) == sarif.RELATED == 99
    assert result["message"]["text"].endswith(" and 30 more")


def test_sarif_tells_what_a_rule_is_about(report: ReportRecord) -> None:
    rules = json.loads(render(report, "sarif"))["runs"][0]["tool"]["driver"]["rules"]
    told = {rule["id"]: rule for rule in rules}["vehicles/range"]
    assert told["shortDescription"] == {"text": "Range of a vehicle"}
    assert told["help"] == {"text": "A vehicle has one range. More: factcheck explain vehicles/range"}


def test_sarif_keeps_the_text_s_brackets_from_being_links(report: ReportRecord) -> None:
    report["conflicts"][0]["explanation"] = "[click](http://evil.example)"
    message = json.loads(render(report, "sarif"))["runs"][0]["results"][0]["message"]["text"]
    assert message.startswith("\\[click\\](http://evil.example)")


def test_github_shows_ten_of_a_level_and_counts_the_rest() -> None:
    lines = render(many(13), "github").splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error"] * 10 + ["::notice"]
    assert "3 more" in lines[-1]
    notices = render(many(13, "note"), "github").splitlines()
    assert len(notices) == github.SHOWN and "4 more" in notices[-1]


def test_github_commands_cannot_be_broken_out_of(report: ReportRecord) -> None:
    report["conflicts"][0]["explanation"] = "100%\n::error::x"
    report["conflicts"][0]["claims"][0]["source"] = "a,b:c\n.txt"
    line = render({**report, "problems": []}, "github").splitlines()[0]
    assert line.startswith("::error file=a%2Cb%3Ac%0A.txt,line=1,")
    assert "::100%25 ::error::x%0Aagainst" in line


def test_gitlab_entries_are_whole_and_their_fingerprints_differ(report: ReportRecord) -> None:
    entries = json.loads(render(report, "gitlab"))
    assert len(entries) == sum(len(conflict["claims"]) for conflict in report["conflicts"]) + 1
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)
    for entry in entries:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert entry["location"]["lines"]["begin"] >= 1
        assert not entry["location"]["path"].startswith(("/", "./"))


def test_gitlab_fingerprints_do_not_know_lines(report: ReportRecord) -> None:
    before = [entry["fingerprint"] for entry in json.loads(render(report, "gitlab"))]
    for conflict in report["conflicts"]:
        for side in conflict["claims"]:
            side["line"] += 5
            side["start"] += 50
    assert [entry["fingerprint"] for entry in json.loads(render(report, "gitlab"))] == before


def test_junit_fails_only_for_errors_and_counts_what_passed(report: ReportRecord, tmp_path: Path) -> None:
    report["documents"].append(
        {"id": "x", "source": "calm.txt", "title": None, "published": None, "url": None}
    )
    file = tmp_path / "junit.xml"
    file.write_text(render(report, "junit"), encoding="utf-8")
    read = JUnitXml.fromfile(str(file))
    (suite,) = list(read)
    assert (suite.tests, suite.failures, suite.errors) == (9, 1, 2)
    cases = {case.name: case for case in suite}
    assert cases["no conflict"].classname == "calm.txt" and cases["no conflict"].is_passed
    assert cases["suppression"].is_passed
    failed = [case for case in suite if any(type(result).__name__ == "Failure" for result in case.result)]
    assert [case.name for case in failed] == ["vehicles/range: Kestrel · range (c0ffee01)"]
    assert "[[900 km]]" in failed[0].result[0].text


def test_junit_counts_what_agrees_as_passed(report: ReportRecord) -> None:
    def passed() -> list[str]:
        suite = next(iter(JUnitXml.fromstring(render(report, "junit").encode())))
        return [case.name for case in suite if case.is_passed and "in agreement" in (case.system_out or "")]

    assert passed() == []  # a place of each group also stands in an open finding
    for conflict in report["conflicts"]:
        conflict["state"] = "settled"
    assert passed() == [
        "people/killed: storm · killed: 31 people",
        "vehicles/range: Kestrel · range: 900 miles",
    ]


def test_checkstyle_is_read_back(report: ReportRecord) -> None:
    root = xml.fromstring(render(report, "checkstyle").split("\n", 1)[1])
    assert root.tag == "checkstyle"
    entries = [(file.get("name"), error.get("severity")) for file in root for error in file]
    assert entries.count(("news/harbour.txt", "error")) == 1
    assert {severity for _, severity in entries} == {"error", "warning", "info"}
    assert all(error.get("line", "").isdigit() for error in root.iter("error"))


def test_rdjson_has_the_fields_of_reviewdog(report: ReportRecord) -> None:
    result = json.loads(render(report, "rdjson"))
    assert set(result) == {"source", "diagnostics"}
    findings, problems = result["diagnostics"][:5], result["diagnostics"][5:]
    for diagnostic in findings:
        assert set(diagnostic) == {"message", "location", "severity", "code", "related_locations"}
        assert diagnostic["severity"] in ("ERROR", "WARNING", "INFO")
        assert diagnostic["location"]["range"]["start"]["line"] >= 1
    assert [each["severity"] for each in problems] == ["ERROR", "ERROR", "WARNING"]
    assert "range" not in problems[0]["location"]


def test_csv_is_one_row_a_side_and_runs_no_formula(report: ReportRecord) -> None:
    report["conflicts"][0]["explanation"] = "=HYPERLINK(1)"
    rows = list(csv.DictReader(StringIO(render(report, "csv"))))
    assert len(rows) == 11
    assert rows[0]["explanation"] == "'=HYPERLINK(1)"
    assert rows[0]["sentence"].startswith('The Kestrel drone flies 900 km, says <script>alert("1")')
    assert [row["side"] for row in rows[:3]] == ["1", "2", "3"]


def test_markdown_says_the_text_and_no_markup_of_it(report: ReportRecord) -> None:
    report["conflicts"][0]["explanation"] = "*bold* [x](http://y) <img src=x> @team #1 `c`"
    page = MarkdownIt("commonmark").render(render(report, "markdown"))
    assert "*bold* [x](http://y) &lt;img src=x&gt; @team #1 `c`" in page
    assert "<script>" not in page and "<img" not in page
    assert "<strong>900 km</strong>" in page


def test_markdown_stays_below_github_s_limit() -> None:
    made = render(many(3000), "markdown")
    assert len(made.encode()) <= markdown.LIMIT
    assert "more do not fit here" in made


class Tags(HTMLParser):
    """Collects start tags and marked words."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.marked: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "mark":
            self.marked.append(data)


def test_html_marks_values_and_loads_nothing(report: ReportRecord) -> None:
    page = render(report, "html")
    reader = Tags()
    reader.feed(page)
    assert reader.marked[:3] == ["900 km", "560 km", "about 560 miles"]
    assert not {"script", "img", "link", "iframe"} & set(reader.tags)
    assert reader.tags.count("article") == 5
    assert "default-src 'none'" in page


# ---- paths


def test_paths_for_platforms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert path("./a b.txt") == "a b.txt"
    assert path(f"{tmp_path}/sub/a.txt") == "sub/a.txt"
    assert path("/elsewhere/a.txt") == "/elsewhere/a.txt"
    assert path("https://example.org/a?b") == "example.org/a?b"
    assert path("") == "unnamed"
    assert uri("/elsewhere/ä.txt") == "file:///elsewhere/%C3%A4.txt"
    assert uri("a b#1.txt") == "a%20b%231.txt"
