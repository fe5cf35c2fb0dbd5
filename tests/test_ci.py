"""The pre-commit hook, the GitHub action and the GitLab example, run as far as that goes without them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.yamlfile import plain

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
DOCS = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
LONG = "The Kestrel missile has a range of 900 km, its maker said.\n"
SHORT = "The Kestrel missile has a range of 500 km, its maker said.\n"


def examples() -> dict[str, dict[str, object]]:
    """The YAML examples of the page by the file name in their first line."""
    found = re.findall(r"```yaml\n# (\S+)\n(.*?)```", DOCS, re.DOTALL)
    return {name: plain(text, name) for name, text in found}


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text(LONG, encoding="utf-8")
    (tmp_path / "docs" / "b.txt").write_text(SHORT, encoding="utf-8")
    return tmp_path


def bash(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}", **environment}
    command = ["bash", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, check=False, cwd=folder, env=env, capture_output=True, encoding="utf-8")


def test_the_github_action_reports_everywhere(texts: Path) -> None:
    action = plain((ROOT / "action.yml").read_text(encoding="utf-8"), "action.yml")
    assert action["runs"]["using"] == "composite"
    step = action["runs"]["steps"][-1]
    given = {"paths": "docs", "options": "", "fail-on": "error", "sarif": "out.sarif"}
    assert set(given) == set(action["inputs"])
    environment = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: given[match[1]], value)
        for name, value in step["env"].items()
    }
    summary = texts / "summary.md"
    done = bash(step["run"], texts, GITHUB_STEP_SUMMARY=str(summary), **environment)
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=docs/a.txt,line=1,")
    assert "<strong>900 km</strong>" in summary.read_text(encoding="utf-8")
    assert json.loads((texts / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    quiet = bash(step["run"], texts, GITHUB_STEP_SUMMARY=str(summary), **{**environment, "FAIL_ON": "never"})
    assert quiet.returncode == 0, quiet.stderr


def test_the_github_workflow_gives_the_action_what_it_asks_for() -> None:
    action = plain((ROOT / "action.yml").read_text(encoding="utf-8"), "action.yml")
    workflow = examples()[".github/workflows/factcheck.yml"]
    steps = workflow["jobs"]["factcheck"]["steps"]  # type: ignore[index]
    given = next(step for step in steps if step["uses"].startswith("OWNER/"))["with"]
    assert set(given) <= set(action["inputs"])
    upload = next(step for step in steps if "upload-sarif" in step["uses"])
    assert upload["with"]["sarif_file"] == action["inputs"]["sarif"]["default"]


def test_the_gitlab_job_writes_its_reports(texts: Path) -> None:
    job = examples()[".gitlab-ci.yml"]["factcheck"]
    (command,) = job["script"]  # type: ignore[index]
    done = bash(command, texts)
    assert done.returncode == 1, done.stderr
    reports = job["artifacts"]["reports"]  # type: ignore[index]
    assert len(json.loads((texts / reports["codequality"]).read_text(encoding="utf-8"))) == 2
    assert (texts / reports["junit"]).read_text(encoding="utf-8").startswith("<?xml")


@pytest.mark.slow
def test_the_pre_commit_hook_sees_the_file_that_did_not_change(tmp_path: Path) -> None:
    def git(folder: Path, *arguments: str) -> str:
        identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
        return subprocess.run(
            ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True
        ).stdout

    hook, scratch = tmp_path / "hook", tmp_path / "scratch"
    hook.mkdir()
    listed = git(
        ROOT, "ls-files", "-co", "--exclude-standard", "factcheck", "rules", "seeds", "*.md", "*.toml"
    )
    for name in [*listed.splitlines(), "LICENSE", ".pre-commit-hooks.yaml"]:
        if (ROOT / name).is_file():
            (hook / name).parent.mkdir(parents=True, exist_ok=True)
            (hook / name).write_bytes((ROOT / name).read_bytes())
    git(hook, "init")
    git(hook, "add", ".")
    git(hook, "commit", "-m", "hook")

    (scratch / "docs").mkdir(parents=True)
    git(scratch, "init")
    (scratch / "docs" / "a.txt").write_text(LONG, encoding="utf-8")
    revision = git(hook, "rev-parse", "HEAD").strip()
    hooks = "[{id: factcheck, args: [docs]}]"
    config = f"repos: [{{repo: {hook}, rev: {revision}, hooks: {hooks}}}]\n"
    (scratch / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    git(scratch, "add", ".")
    git(scratch, "commit", "-m", "one side")
    (scratch / "docs" / "b.txt").write_text(SHORT, encoding="utf-8")
    git(scratch, "add", ".")

    environment = {"PRE_COMMIT_HOME": str(tmp_path / "home")}
    done = bash("pre-commit run factcheck", scratch, **environment)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "docs/a.txt:1:36" in done.stdout and "docs/b.txt:1:36" in done.stdout
    (scratch / "docs" / "b.txt").write_text(LONG, encoding="utf-8")
    git(scratch, "add", ".")
    done = bash("pre-commit run factcheck", scratch, **environment)
    assert done.returncode == 0, done.stdout + done.stderr


def in_git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    command = ["git", *identity, "-c", "protocol.file.allow=always", *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


def repository(folder: Path, **files: str) -> Path:
    """A repository with one commit of these files below docs/, “__” for a point in their names."""
    (folder / "docs").mkdir(parents=True)
    for name, text in files.items():
        (folder / "docs" / name.replace("__", ".")).write_text(text, encoding="utf-8")
    in_git(folder, "init")
    in_git(folder, "add", ".")
    in_git(folder, "commit", "-m", "first")
    return folder


def states(folder: Path, *options: str) -> list[str]:
    done = bash(f"factcheck report --format json {' '.join(options)}", folder)
    assert "Traceback" not in done.stderr, done.stderr
    return [each["state"] for each in json.loads(done.stdout)["conflicts"]]


def test_since_a_commit_only_new_findings_fail(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        in_git(tmp_path, *arguments)

    def commit(message: str, **files: str) -> None:
        for name, text in files.items():
            (docs / f"{name}.md").write_text(text, encoding="utf-8")
        git("add", ".")
        git("commit", "-m", message)

    def report(*more: str) -> tuple[int, dict[str, str]]:
        done = bash(f"factcheck report docs --format json {' '.join(more)}", tmp_path)
        assert "Traceback" not in done.stderr, done.stderr
        found = json.loads(done.stdout)["conflicts"] if done.stdout else []
        return done.returncode, {conflict["attribute"]: conflict["state"] for conflict in found}

    docs = tmp_path / "docs"
    docs.mkdir()
    git("init")
    tower = "The Corvo Tower is 300 metres high, its architect said.\n"
    commit("two sides", a=LONG, b=SHORT, c=tower)
    assert report() == (1, {"range": "open"})
    git("checkout", "-b", "change")
    assert report("--since", "main") == (0, {"range": "settled"})

    commit("reflowed and renamed", b="# Notes\n\nA line.\n\n" + SHORT.replace("of 500", "of\n500"))
    git("mv", "docs/a.md", "docs/z.md")
    assert report("--since", "main") == (0, {"range": "settled"})

    commit("a new conflict with an untouched file", d=tower.replace("300", "250"))
    assert report("--since", "main") == (1, {"range": "settled", "height": "open"})

    commit("another value", b=SHORT.replace("500", "450"), d=tower)
    assert report("--since", "main") == (1, {"range": "reopened"})

    commit("put right", b=LONG)
    assert report("--since", "main") == (0, {})
    done = bash("factcheck report docs --since gone", tmp_path)
    assert done.returncode == 2
    assert "there is no commit 'gone' here" in done.stderr.splitlines()[-1]
    assert "fetch-depth" in done.stderr


def test_since_outside_of_a_repository_is_a_usage_error(texts: Path) -> None:
    done = bash("GIT_CEILING_DIRECTORIES=/ factcheck report docs --since main", texts)
    assert done.returncode == 2
    assert "--since needs a git repository" in done.stderr.splitlines()[-1]


def test_since_reads_what_an_archive_would_leave_out(tmp_path: Path) -> None:
    repo = repository(tmp_path / "r", a__txt=LONG, b__txt=SHORT)
    (repo / ".gitattributes").write_text("docs export-ignore\n", encoding="utf-8")
    in_git(repo, "add", ".")
    in_git(repo, "commit", "-m", "attributes")
    before = in_git(repo, "status", "--porcelain"), in_git(repo, "ls-files", "-s")
    assert states(repo, "docs", "--since", "HEAD") == ["settled"]
    assert (in_git(repo, "status", "--porcelain"), in_git(repo, "ls-files", "-s")) == before


def test_since_sees_a_suppression_beside_a_text_go(tmp_path: Path) -> None:
    ignored = 'ignore all reason="the older model"\n'
    repo = repository(tmp_path / "r", a__txt=LONG, b__txt=SHORT, b__txt__factcheck=ignored)
    assert states(repo, "docs", "--since", "HEAD") == ["settled"]
    (repo / "docs" / "b.txt.factcheck").unlink()
    assert states(repo, "docs", "--since", "HEAD") == ["open"]


def test_since_sees_a_suppression_in_a_text_go(tmp_path: Path) -> None:
    ignored = '<!-- factcheck: ignore all reason="the older model" -->\n'
    repo = repository(tmp_path / "r", a__md=LONG, b__md=ignored + SHORT)
    assert states(repo, "docs", "--since", "HEAD") == ["settled"]
    (repo / "docs" / "b.md").write_text(SHORT, encoding="utf-8")
    assert states(repo, "docs", "--since", "HEAD") == ["open"]


def test_since_works_from_elsewhere_and_with_texts_that_no_commit_knows(tmp_path: Path) -> None:
    repo = repository(tmp_path / "r", a__txt=LONG)
    outside = tmp_path / "outside.txt"
    outside.write_text(SHORT, encoding="utf-8")
    assert states(tmp_path, "r/docs", "outside.txt", "--since", "HEAD") == ["settled"]
    assert states(repo / "docs", ".", str(outside), "--since", "HEAD") == ["settled"]
    (repo / "docs" / "new.txt").write_text(SHORT.replace("500", "450"), encoding="utf-8")
    assert states(repo, "docs", "--since", "HEAD") == ["open"]


def test_since_points_at_the_side_that_changed(tmp_path: Path) -> None:
    repo = repository(tmp_path / "r", a__txt=LONG, b__txt=LONG)
    (repo / "docs" / "b.txt").write_text(SHORT, encoding="utf-8")
    done = bash("factcheck report docs --format github --since HEAD", repo)
    assert done.stdout.startswith("::error file=docs/b.txt,line=1,")
    plain = bash("factcheck report docs --format github", repo)
    assert plain.stdout.startswith("::error file=docs/a.txt,line=1,")


def test_since_in_shallow_clones_works_or_says_why_not(tmp_path: Path) -> None:
    repo = repository(tmp_path / "r", a__txt=LONG, b__txt=SHORT)
    in_git(repo, "checkout", "-b", "change")
    (repo / "docs" / "c.txt").write_text("The Corvo Tower is 300 metres high.\n", encoding="utf-8")
    in_git(repo, "add", ".")
    in_git(repo, "commit", "-m", "second")
    url = f"file://{repo}"
    in_git(tmp_path, "clone", "--depth", "1", "--branch", "change", url, "shallow")
    shallow = tmp_path / "shallow"
    done = bash("factcheck report docs --since origin/main", shallow)
    assert done.returncode == 2
    assert "there is no commit 'origin/main' here" in done.stderr.splitlines()[-1]
    assert "fetch-depth: 0" in done.stderr
    # both ends are here, what lies between them is not: it works, and says what it compares with
    in_git(shallow, "fetch", "--depth", "1", url, "main:refs/remotes/origin/main")
    done = bash("factcheck report docs --since origin/main --format concise", shallow)
    assert done.returncode == 0
    assert "the commit where 'origin/main' and HEAD part is not here" in done.stdout + done.stderr
    in_git(shallow, "fetch", "--unshallow")
    in_git(shallow, "fetch", url, "+main:refs/remotes/origin/main")
    done = bash("factcheck report docs --since origin/main", shallow)
    assert (done.returncode, "is not here" in done.stdout + done.stderr) == (0, False)


def test_since_in_a_hook_of_git_leaves_its_index_alone(tmp_path: Path) -> None:
    repo = repository(tmp_path / "r", a__txt=LONG)
    hook = repo / ".git" / "hooks" / "pre-commit"
    hook.write_text(f"#!/bin/sh\nPATH='{BIN}':$PATH factcheck report docs --since HEAD\n", encoding="utf-8")
    hook.chmod(0o755)
    (repo / "docs" / "b.txt").write_text(SHORT, encoding="utf-8")
    in_git(repo, "add", ".")
    with pytest.raises(subprocess.CalledProcessError):
        in_git(repo, "commit", "-m", "a conflict")
    (repo / "docs" / "b.txt").write_text(LONG, encoding="utf-8")
    in_git(repo, "add", ".")
    in_git(repo, "commit", "-m", "none")
    assert "docs/b.txt" in in_git(repo, "ls-tree", "-r", "--name-only", "HEAD")
