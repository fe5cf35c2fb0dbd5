"""`factcheck suppressions`: every silence in the texts, with its reason and its age."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from factcheck.cli import _options as options
from factcheck.cli._setup import SETUP, Setup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.config.suppressions import Suppression
    from factcheck.model import Report

CODE = "suppression"


@click.command("suppressions")
@options.PATHS
@SETUP
@options.QUIET
def command(paths: tuple[str, ...], setup: Setup, quiet: bool) -> int:
    """List the suppressions in the texts at PATH… with rule, reason, end, age and author (from git).

    The exit code is 1 when one is unused, expired or without effect.
    """
    from datetime import date

    from factcheck.cli._exit import Outcome
    from factcheck.cli._write import tell_problems, write_stdout
    from factcheck.config.suppressions import collect
    from factcheck.errors import Exit
    from factcheck.outputs._words import clean, count

    checker = setup.checker(paths)
    report = checker.check(paths)
    found, _ = collect(report.documents, checker.rule_ids())
    today = date.fromisoformat(setup.today) if setup.today else date.today()
    for line in _lines(found, report, today):
        write_stdout(clean(line) + "\n")
    wrong = [problem for problem in report.problems if problem.code == CODE]
    tell_problems(wrong)
    places = len({(each.source, each.line) for each in found})
    if wrong:
        return Outcome(Exit.CONFLICTS, f"{len(wrong)} unused, expired or without effect").tell()
    return Outcome(Exit.CLEAN, f"{count(places, 'suppression')}, all in use").tell(quiet)


def _lines(found: Sequence[Suppression], report: Report, today: object) -> Iterator[str]:
    """One line for each place where a suppression is written."""
    idle = {
        (each.source, each.line): each.message.split(":")[0] for each in report.problems if each.code == CODE
    }
    seen: set[tuple[str, int]] = set()
    for each in sorted(found, key=lambda one: (one.source, one.line, one.column)):
        place = each.source, each.line
        if place in seen:
            continue
        seen.add(place)
        until = f"  until {each.until}" if each.until else ""
        age = _age(each.source, each.line, today)
        state = idle.get(place, "used")
        yield f"{each.source}:{each.line}  {state}  {', '.join(each.rules)}  “{each.reason}”{until}{age}"


def _age(source: str, line: int, today: object) -> str:
    """Since when and by whom a line stands, from git; "" when git does not know it."""
    import subprocess
    from datetime import UTC, date, datetime
    from pathlib import Path

    file = Path(source)
    command = ["git", "blame", "--porcelain", "-L", f"{line},{line}", "--", file.name]
    try:
        done = subprocess.run(command, cwd=file.parent, capture_output=True, check=False)
    except OSError:
        return ""
    told = dict(words.partition(" ")[::2] for words in done.stdout.decode("utf-8", "replace").splitlines())
    if (
        done.returncode
        or not told.get("author-time", "").isdigit()
        or told.get("author") == "Not Committed Yet"
    ):
        return ""
    day = datetime.fromtimestamp(int(told["author-time"]), UTC).date()
    days = (today - day).days if isinstance(today, date) else 0
    return f"  since {day} ({days} days) by {told.get('author', '?')}"
