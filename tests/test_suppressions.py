"""Suppressions: where they stand, what they settle, what is wrong with them; what the command says."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from command import run

import factcheck
from factcheck.config.suppressions import Suppression, collect

LONG = "The Halden Bridge is 1,500 metres long, its engineers said."
SHORT = "The Halden Bridge is 1,200 metres long, its engineers said."
HIGH = "The Corvo Tower is 300 metres high, its architect said."
LOW = "The Corvo Tower is 250 metres high, its architect said."
IGNORE = '<!-- factcheck: ignore measures/length reason="the 1998 plan" -->'


def write(folder: Path, name: str, text: str) -> None:
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "docs" / name).write_text(text + "\n", encoding="utf-8")


def report(folder: Path, *options: str) -> tuple[int, dict[str, str], list[str]]:
    """The exit code, the state of each finding by its attribute, and the problems."""
    done = run(folder, "report", "docs", "--format", "json", *options)
    record = json.loads(done.stdout)
    states = {conflict["attribute"]: conflict["state"] for conflict in record["conflicts"]}
    told = [f"{each['source']}:{each['line']}: {each['message']}" for each in record["problems"]]
    return done.returncode, states, told


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "a.md", f"# Works\n\n{LONG}\n\n{HIGH}")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("b.md", f"{IGNORE}\n{SHORT}"),
        ("b.md", f"{IGNORE}\n\n# A heading\n\n{SHORT}".replace("ignore ", "ignore-file ")),
        ("b.md", f"It stands. {IGNORE} {SHORT}"),
        ("b.md", f"{SHORT.replace(' long', f' {IGNORE} long')}"),
        ("b.md", f"{IGNORE.replace('ignore', 'ignore-block')}\nIt stands. {SHORT}"),
        ("b.md", f"{IGNORE.replace('ignore', 'ignore-start')}\n\n{SHORT}\n\n<!-- factcheck: ignore-end -->"),
        ("b.md", f"- one\n- two {IGNORE.replace('measures/length', 'measures/*')} {SHORT}"),
        ("b.md", f"---\nfactcheck: ignore measures/length reason=“the 1998 plan”\n---\n\n{SHORT}"),
        ("b.md", f"---\nfactcheck:\n  - ignore all reason='the 1998 plan'\n---\n\n{SHORT}"),
        ("b.txt", f"{IGNORE}\n{SHORT}"),
        ("b.html", f"<html><body><article><h1>Bridge</h1>{IGNORE}<p>{SHORT}</p><p>Nobody in the town could "
                   "say when the work had begun, and the council kept its papers closed.</p></article>"),
    ],
)  # fmt: skip
def test_a_suppression_settles_what_it_is_about(name: str, text: str, folder: Path) -> None:
    write(folder, name, text)
    assert report(folder) == (0, {"length": "settled"}, [])
    (result,) = json.loads(run(folder, "report", "docs", "--format", "sarif").stdout)["runs"][0]["results"]
    assert result["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "the 1998 plan"}
    ]


def test_a_file_beside_the_text_holds_suppressions(folder: Path) -> None:
    write(folder, "b.txt", f"{SHORT}\n\n{LOW}")
    write(folder, "b.txt.factcheck", '# why\nignore all reason="the 1998 plan" text="1,200"')
    assert report(folder) == (1, {"length": "settled", "height": "open"}, [])
    write(folder, "b.txt.factcheck", 'ignore all reason="the 1998 plan"')
    assert report(folder) == (0, {"length": "settled", "height": "settled"}, [])


@pytest.mark.parametrize(
    "text",
    [
        f"{SHORT}\n\n{IGNORE}\n{LOW}",
        f"{IGNORE}\nOne. {SHORT}",
        f"    {IGNORE}\n\n{SHORT}",
        f"`{IGNORE}` {SHORT}",
    ],
)
def test_a_suppression_settles_nothing_else(text: str, folder: Path) -> None:
    write(folder, "b.md", text)
    code, states, _ = report(folder)
    assert (code, states["length"]) == (1, "open")


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        ("ignore measures/length", "it gives no reason"),
        ('ignore measures/length reason="…"', "it gives no reason"),
        ('ignore reason="x"', "it names no rule"),
        ('ignore measures/lenght reason="x"', "no rule “measures/lenght”"),
        ('ignor measures/length reason="x"', "“ignor” is none of"),
        ('ignore measures/length reasn="x"', "unknown option “reasn”"),
        ('ignore measures/length reason="x" until=tomorrow', "“tomorrow” is no day"),
        ('ignore measures/height reason="x"', "unused: it settles no finding of measures/height"),
        ("ignore-end", "nothing is open here that could end"),
    ],
)
def test_what_is_wrong_with_a_suppression_is_told_and_it_settles_nothing(
    comment: str, words: str, folder: Path
) -> None:
    write(folder, "b.md", f"Words.\n\n<!-- factcheck: {comment} -->\n{SHORT}")
    code, states, (told,) = report(folder)
    assert (code, states) == (1, {"length": "open"})
    assert told.startswith(f"docs/b.md:3: {words}")


def test_one_that_is_left_over_fails_from_warnings_on(folder: Path) -> None:
    write(folder, "b.md", f"{IGNORE}\n{LONG}")
    assert report(folder)[0] == 0
    done = run(folder, "report", "docs", "--fail-on", "warning")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "exit 1: 1 suppression unused, expired or without effect"


def test_an_end_is_judged_by_the_day_that_is_given(folder: Path) -> None:
    write(folder, "b.md", IGNORE.replace(" -->", " until=2027-01-31 -->") + "\n" + SHORT)
    assert report(folder, "--today", "2027-01-31") == (0, {"length": "settled"}, [])
    code, states, (told,) = report(folder, "--today", "2027-02-01")
    assert (code, states) == (1, {"length": "open"})
    assert told == "docs/b.md:1: expired: it held until 2027-01-31"
    document = folder / "docs"
    assert factcheck.check([document]).decisions[0].note == "the 1998 plan"  # a library has no day of its own


def test_a_third_side_stays_a_finding(folder: Path) -> None:
    write(folder, "b.md", f"{IGNORE}\n{SHORT}")
    write(folder, "c.md", SHORT.replace("1,200", "1,800"))
    record = json.loads(run(folder, "report", "docs", "--format", "json").stdout)
    found = {tuple(side["text"] for side in each["claims"]): each["state"] for each in record["conflicts"]}
    assert found == {
        ("1,500 metres", "1,200 metres", "1,800 metres"): "settled",
        ("1,500 metres", "1,800 metres"): "open",
    }


def test_a_decision_of_a_person_goes_before_a_suppression(folder: Path) -> None:
    write(folder, "b.md", f"{IGNORE}\n{SHORT}")
    found = json.loads(run(folder, "report", "docs", "--format", "json").stdout)["conflicts"][0]["id"]
    run(folder, "decide", found, "confirmed", "docs")
    assert report(folder, "--decisions", "decisions.jsonl")[:2] == (1, {"length": "open"})


def test_all_are_listed_with_reason_age_and_author(folder: Path) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, env=environment)

    day = "2026-01-01T12:00:00+00:00"
    environment = {
        "PATH": "/usr/bin:/bin", "HOME": str(folder), "GIT_AUTHOR_NAME": "Ann",
        "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "Ann", "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_AUTHOR_DATE": day,
        "GIT_COMMITTER_DATE": day,
    }  # fmt: skip
    write(folder, "b.md", f"{IGNORE}\n{SHORT}")
    git("init")
    git("add", ".")
    git("commit", "-m", "x")
    write(
        folder, "c.txt", f'{LOW}\n<!-- factcheck: ignore people/age reason="none" until=2030-01-01 -->\n{LOW}'
    )
    done = run(folder, "suppressions", "docs", "--today", "2026-01-11")
    assert done.stdout.splitlines() == [
        "docs/b.md:1 used measures/length “the 1998 plan” since 2026-01-01 (10 days) by Ann",
        "docs/c.txt:2 unused people/age “none” until 2030-01-01",
    ]
    assert done.returncode == 1
    (folder / "docs" / "c.txt").unlink()
    assert run(folder, "suppressions", "docs").returncode == 0


def test_code_in_markdown_is_no_suppression() -> None:
    from factcheck.inputs.markdown import read

    (document,) = read(f"```html\n{IGNORE}\n```\n\n{IGNORE}\n{SHORT}\n".encode(), "x.md")
    found, problems = collect([document], ["measures/length"])  # type: ignore[list-item]
    assert not problems
    assert [(each.line, document.text[each.start : each.end]) for each in found] == [(5, SHORT)]  # type: ignore[union-attr]


def test_comments_that_never_end_are_read_in_linear_time() -> None:
    from factcheck.inputs.txt import read

    (document,) = read(b"<!-- factcheck: ignore x " * 40_000, "x.txt")
    assert document.comments == ()


@pytest.mark.parametrize(("today", "expired"), [(None, False), ("2027-01-31", False), ("2027-02-01", True)])
def test_without_a_day_nothing_expires(today: str | None, expired: bool) -> None:
    made = Suppression("a", "a", 1, 1, ("x",), "why", "2027-01-31", 0, 1)
    assert made.expired(today) is expired
