"""A repository of thirty documents through its life with factcheck: the installed command, as CI runs it."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from command import COMMAND, Repository, installed

PLACES = (
    "Halden Marlow Tarn Quill Ostrava Brent Lunet Varde Corvo Selby Arden Colby Denby Ferby Girby".split()
)


class Pipeline(Repository):
    """A scratch repository; `said` is what the last run wrote to standard error."""

    said = ""

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        done = installed(self.folder, *arguments, timeout=120)
        self.said = done.stderr
        return done

    def report(self, *options: str) -> tuple[int, dict[str, str]]:
        """The exit code, and the state of each finding that is not settled, by what it is about."""
        done = self.run("report", "docs", "--format", "json", *options)
        found = json.loads(done.stdout)["conflicts"]
        states = {f"{each['subject']} {each['attribute']}": each["state"] for each in found}
        return done.returncode, {topic: state for topic, state in states.items() if state != "settled"}


def bridge(place: str, metres: int) -> str:
    return f"The {place} Bridge is {metres:,} metres long, its engineers said."


@pytest.fixture
def repository(tmp_path: Path) -> Pipeline:
    """Two documents on each of fifteen bridges; one pair disagrees."""
    made = Pipeline(tmp_path)
    for number, place in enumerate(PLACES):
        metres = 1000 + 100 * number
        made.write(
            f"docs/{place.lower()}.md", f"# {place}\n\nA note on the works.\n\n{bridge(place, metres)}\n"
        )
        other = metres + 400 if place == "Tarn" else metres
        made.write(f"docs/more/{place.lower()}-history.md", f"# About {place}\n\n{bridge(place, other)}\n")
    made.commit("thirty documents")
    return made


def test_the_life_of_a_repository(repository: Pipeline) -> None:
    assert repository.report() == (1, {"Tarn Bridge length": "open"})

    # a baseline, named by the configuration
    repository.write("factcheck.toml", 'baseline = "known.jsonl"\ndecisions = ["decisions.jsonl"]\n')
    repository.run("baseline", "create", "docs")
    repository.commit("a baseline")
    assert repository.report() == (0, {})

    # a change that only reflows and moves text
    text = (repository.folder / "docs/tarn.md").read_text(encoding="utf-8")
    repository.write("docs/tarn.md", "# Tarn\n\nMore.\n\n" + text.replace("metres long", "metres\nlong"))
    repository.git("mv", "docs/more/tarn-history.md", "docs/more/tarn-notes.md")
    assert repository.report() == (0, {})
    assert repository.report("--since", "HEAD") == (0, {})

    # a new conflict with a file that the change does not touch
    repository.write("docs/new.md", f"# New\n\n{bridge('Quill', 1999)}\n")
    assert repository.report() == (1, {"Quill Bridge length": "open"})
    assert repository.report("--since", "HEAD") == (1, {"Quill Bridge length": "open"})
    assert repository.said.splitlines()[-1] == "exit 1: 1 conflict at or above error (measures/length)"

    # it is dismissed, and the next run is green until its value changes
    found = json.loads(repository.run("report", "docs", "--format", "json").stdout)["conflicts"]
    quill = next(each["id"] for each in found if each["subject"] == "Quill Bridge")
    repository.run("decide", quill, "not-a-conflict", "docs", "--reason", "different-thing")
    assert repository.report() == (0, {})
    repository.write("docs/new.md", f"# New\n\n{bridge('Quill', 2222)}\n")
    assert repository.report() == (1, {"Quill Bridge length": "reopened"})

    # the text is put right, which is noted; when the old value comes back it is a regression
    repository.write("docs/new.md", f"# New\n\n{bridge('Quill', 1300)}\n")
    assert repository.report() == (0, {})
    assert "1 decided finding gone" in repository.run("decisions", "close", "docs").stderr
    assert "0 decided findings gone" in repository.run("decisions", "close", "docs").stderr
    repository.write("docs/new.md", f"# New\n\n{bridge('Quill', 1999)}\n")
    assert repository.report() == (1, {"Quill Bridge length": "regressed"})
    assert "was not-a-conflict (different-thing)" in repository.run("report", "docs").stdout
    repository.run("decide", quill, "assigned", "docs", "--note", "Ann")
    assert repository.report() == (0, {})


def test_the_life_of_a_suppression(repository: Pipeline) -> None:
    comment = '<!-- factcheck: ignore measures/length reason="the plan of 1998" until=2027-01-31 -->'
    sentence = bridge("Tarn", 1600)
    repository.write("docs/more/tarn-history.md", f"# About Tarn\n\n{comment}\n{sentence}\n")
    assert repository.report("--today", "2027-01-31", "--fail-on", "warning") == (0, {})
    repository.commit("suppressed")
    assert (
        "used measures/length “the plan of 1998” until 2027-01-31"
        in repository.run("suppressions", "docs").stdout
    )
    # past its end the conflict fails again, and for a commit that had it suppressed it is new
    assert repository.report("--today", "2027-02-01", "--since", "HEAD") == (
        1,
        {"Tarn Bridge length": "open"},
    )
    # without the conflict the comment is left over
    repository.write("docs/more/tarn-history.md", f"# About Tarn\n\n{comment}\n{bridge('Tarn', 1200)}\n")
    assert repository.report("--fail-on", "warning", "--today", "2026-01-01") == (1, {})
    assert "unused" in repository.said
    repository.write("docs/more/tarn-history.md", f"# About Tarn\n\n{bridge('Tarn', 1200)}\n")
    assert repository.report("--fail-on", "warning") == (0, {})


def test_rules_stats_count_what_was_decided(repository: Pipeline) -> None:
    repository.write("docs/new.md", f"# New\n\n{bridge('Quill', 1999)}\n\n{bridge('Brent', 999)}\n")
    found = json.loads(repository.run("report", "docs", "--format", "json").stdout)["conflicts"]
    verdicts = [
        ("confirmed",),
        ("not-a-conflict", "--reason", "history"),
        ("not-a-conflict", "--reason", "misread"),
    ]
    for each, (verdict, *options) in zip(found, verdicts, strict=True):
        repository.run("decide", each["id"], verdict, "docs", *options)
    head, line = repository.run("rules", "stats").stdout.splitlines()
    assert head.split() == [
        "rule",
        "shown",
        "confirmed",
        "not-a-conflict",
        "corrected",
        "needs-source",
        "assigned",
        "right",
    ]
    assert line.split() == [
        "measures/length",
        "3",
        "1",
        "2",
        "0",
        "0",
        "0",
        "33%",
        "(1",
        "history,",
        "1",
        "misread)",
    ]


def test_the_cache_is_warm_in_the_next_run(repository: Pipeline, tmp_path: Path) -> None:
    environment = {**os.environ, "FACTCHECK_CACHE": str(tmp_path / "cache")}
    command = [COMMAND, "report", "docs", "--format", "json"]
    runs = [
        subprocess.run(
            command, cwd=repository.folder, capture_output=True, env=environment, check=False
        ).stdout
        for _ in range(2)
    ]
    assert runs[0] == runs[1]
    assert len(list((tmp_path / "cache").glob("*/*"))) == 61
