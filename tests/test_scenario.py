"""Three hundred documents under a workflow, as a CI owner has them: the steps of the action that ships."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from command import Repository

from factcheck.yamlfile import plain

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
ACTION = plain((ROOT / "action.yml").read_text(encoding="utf-8"), "action.yml")
FIRST = "Hal Mar Tar Quil Ost Bre Lun Var Cor Sel Ard Col Den Fer Gir".split()
LAST = "den low nock stead wick ford mouth gate holm by".split()
TOWNS = [first + last for last in LAST for first in FIRST]
FILLER = (
    "The works began after a long debate in the council, which had put the plan off more than once. "
    "Nobody who lives near the river would want to do without it, and the traders least of all. "
)


class Run(NamedTuple):
    """What a step of the workflow left behind."""

    code: int
    log: list[str]
    why: str
    summary: str
    open: dict[str, str]
    sarif: list[str]


class Workflow(Repository):
    """A scratch repository with the workflow's only step."""

    def bash(self, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
        path = f"{BIN}:{os.environ['PATH']}"
        cache = str(self.folder.parent / "cache")
        env = {**os.environ, "PATH": path, "FACTCHECK_CACHE": cache, **environment}
        command = ["bash", "-eo", "pipefail", "-c", script]
        done = subprocess.run(
            command, check=False, cwd=self.folder, env=env, capture_output=True, encoding="utf-8"
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done

    def workflow(self, options: str = "") -> Run:
        """The action's report step; JSON besides, to look at the states."""
        step = ACTION["runs"]["steps"][-1]
        given = {"paths": "docs", "options": f"{options} --format json=all.json", "fail-on": "error"}
        given["sarif"] = "out.sarif"
        environment = {
            name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: given[match[1]], value)
            for name, value in step["env"].items()
        }
        summary = self.folder.parent / "summary.md"
        done = self.bash(step["run"], GITHUB_STEP_SUMMARY=str(summary), **environment)
        sarif = json.loads((self.folder / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
        found = json.loads((self.folder / "all.json").read_text(encoding="utf-8"))["conflicts"]
        (self.folder / "out.sarif").unlink()
        (self.folder / "all.json").unlink()
        return Run(
            done.returncode,
            done.stdout.splitlines(),
            done.stderr.splitlines()[-1],
            summary.read_text(encoding="utf-8"),
            {each["subject"]: each["state"] for each in found if each["state"] != "settled"},
            [each["partialFingerprints"]["factcheckConflict/v1"] for each in sarif],
        )


def says(town: str, metres: int) -> str:
    return f"The {town} Bridge is {metres:,} metres long, its engineers said."


def page(town: str, metres: int) -> str:
    body = f"<h1>{town}</h1><p>{FILLER}</p><p>{says(town, metres)}</p>"
    return f"<html><body><article>{body}</article></body></html>"


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Workflow:
    """Two documents on each of 150 bridges, as Markdown, text and HTML; three pairs disagree."""
    folder = tmp_path_factory.mktemp("work") / "repository"
    folder.mkdir()
    made = Workflow(folder)
    for number, town in enumerate(TOWNS):
        metres = 1000 + 7 * number
        other = metres + 400 if town in ("Tarden", "Quillow", "Brenock") else metres
        made.write(f"docs/{town}.md", f"# {town}\n\n{FILLER}\n\n{says(town, metres)}\n")
        if number % 5:
            made.write(f"docs/more/{town}.txt", f"{FILLER}\n\n{says(town, other)}\n")
        else:
            made.write(f"docs/more/{town}.html", page(town, other))
    made.commit("three hundred documents")
    return made


@pytest.fixture
def fresh(repository: Workflow) -> Workflow:
    """The repository on a new branch of its first commit."""
    first = repository.git("rev-list", "--max-parents=0", "HEAD").strip()
    repository.git("checkout", "-q", "-f", "-B", "main", first)
    repository.git("clean", "-fdq")
    return repository


BRIDGES = {"Tarden Bridge": "open", "Quillow Bridge": "open", "Brenock Bridge": "open"}


def test_a_year_in_ci(fresh: Workflow) -> None:
    # the first run: every conflict is seen, where people look
    run = fresh.workflow()
    assert (run.code, run.open, len(run.sarif)) == (1, BRIDGES, 3)
    assert [line.split(" ")[0] for line in run.log] == ["::error"] * 3
    assert run.why == "exit 1: 3 conflicts at or above error (measures/length)"
    assert run.summary.startswith("## factcheck: 3 errors") and "300 documents" in run.summary

    # a baseline makes it green, and the second run is that of everybody else
    fresh.write("factcheck.toml", 'baseline = "known.jsonl"\ndecisions = "decisions.jsonl"\n')
    fresh.bash("factcheck baseline create docs")
    assert len(fresh.read("known.jsonl").splitlines()) == 3
    fresh.commit("a baseline")
    run = fresh.workflow()
    assert (run.code, run.open, run.log, run.sarif) == (0, {}, [], [])

    # a pull request that changes one of two conflicting files, next to its value only
    fresh.git("checkout", "-q", "-b", "reworded")
    text = fresh.read("docs/Tarden.md")
    fresh.write("docs/Tarden.md", text.replace("Nobody who lives", "Few who live") + "\nMore is to come.\n")
    fresh.commit("another word")
    assert fresh.workflow()[:2] == (0, [])
    # … one that changes its value: exactly this one is open again
    fresh.write("docs/Tarden.md", text.replace("1,014", "1,099"))
    fresh.commit("another value")
    for options in ("", "--since main"):
        run = fresh.workflow(options)
        assert (run.code, run.open) == (1, {"Tarden Bridge": "reopened"})
        assert sum(line.startswith("::error file=docs/Tarden.md,line=5,") for line in run.log) == 1

    # one that only reflows, moves and renames
    fresh.git("checkout", "-q", "-b", "reflowed", "main")
    for town in TOWNS[:40]:
        text = fresh.read(f"docs/{town}.md").replace(". ", ".\n").replace(" metres long", "\nmetres\nlong")
        fresh.write(f"docs/{town}.md", "\n\n" + text)
    fresh.git("mv", "docs/more/Tarden.txt", "docs/more/AAA.txt")
    fresh.commit("reflowed")
    run = fresh.workflow("--since main")
    assert (run.code, run.open) == (0, {})

    # one that fixes a value: green, and the entry is stale until it is pruned
    fresh.git("checkout", "-q", "-b", "fixed", "main")
    fresh.write("docs/more/Quillow.txt", fresh.read("docs/more/Quillow.txt").replace("1,526", "1,126"))
    fresh.commit("put right")
    run = fresh.workflow()
    assert (run.code, run.open) == (0, {})
    assert run.log == [line for line in run.log if line.startswith("::warning ") and "is gone" in line] != []
    assert "1 finding taken out of" in fresh.bash("factcheck baseline prune docs").stderr
    assert fresh.workflow().log == []


def test_a_new_conflict_with_an_untouched_file_is_dismissed(fresh: Workflow) -> None:
    fresh.write("factcheck.toml", 'baseline = "known.jsonl"\ndecisions = "decisions.jsonl"\n')
    fresh.bash("factcheck baseline create docs")
    fresh.commit("a baseline")
    fresh.git("checkout", "-q", "-b", "new")
    fresh.write("docs/new.md", f"# New\n\n{says('Selden', 5000)}\n")
    fresh.commit("a new page")
    for options in ("", "--since main"):
        run = fresh.workflow(options)
        assert (run.code, run.open) == (1, {"Selden Bridge": "open"})
        assert "docs/more/Selden.txt" in run.log[0] or "docs/Selden.md" in run.log[0]
    found = re.findall(r"id `([0-9a-f]{16})`", run.summary)[-1]
    why = "--reason different-thing --note 'the old one' --who Ann"
    decided = fresh.bash(f"factcheck decide {found} not-a-conflict docs {why}")
    assert decided.returncode == 0, decided.stderr
    fresh.commit("dismissed")
    run = fresh.workflow()
    assert (run.code, run.open, run.log) == (0, {}, [])
    # its value changes: it is asked again
    fresh.write("docs/new.md", f"# New\n\n{says('Selden', 5001)}\n")
    assert fresh.workflow().open == {"Selden Bridge": "reopened"}
    # the value is put right, and comes back later
    fresh.write("docs/new.md", "# New\n\nNothing yet.\n")
    assert "1 decided finding gone" in fresh.bash("factcheck decisions close docs").stderr
    fresh.write("docs/new.md", f"# New\n\n{says('Selden', 5000)}\n")
    assert fresh.workflow().open == {"Selden Bridge": "regressed"}
