"""`factcheck baseline`: what exists today, so that a run fails only for what is new."""

from __future__ import annotations

import click

from factcheck.cli import _options as options
from factcheck.cli._setup import SETUP, Setup

NAME = "factcheck-baseline.jsonl"
FILE = click.option(
    "--file",
    "file",
    metavar="FILE",
    help=f"The baseline; default: that of the configuration, else {NAME}.",
)


@click.group("baseline")
def command() -> None:
    """Write, trim or show the findings that are known already (report --baseline FILE)."""


@command.command()
@options.PATHS
@FILE
@options.DECISIONS
@SETUP
def create(paths: tuple[str, ...], file: str | None, decisions: tuple[str, ...], setup: Setup) -> int:
    """Write all findings of the report on PATH… that no decision settles."""
    from pathlib import Path

    from factcheck.cli._run import check
    from factcheck.cli._write import tell_problems
    from factcheck.decisions import on, replace_all

    file = file or setup.settings(paths).settings.baseline or NAME
    report = check(paths, setup, decisions or None, "")
    settled = {decision.conflict for decision in report.decisions if decision.settles}
    open_ones = {conflict.id: conflict for conflict in report.conflicts if conflict.id not in settled}
    replace_all(Path(file), [on(open_ones[key], report, "known") for key in sorted(open_ones)])
    tell_problems(report.problems)
    return _done(len(open_ones), f"known in {file}")


@command.command()
@options.PATHS
@FILE
@SETUP
def prune(paths: tuple[str, ...], file: str | None, setup: Setup) -> int:
    """Take out what the report on PATH… no longer finds."""
    from pathlib import Path

    from factcheck.cli._exit import problems_outcome
    from factcheck.cli._run import check
    from factcheck.cli._write import tell_problems
    from factcheck.decisions import read, replace_all, stale
    from factcheck.record import problem_record

    file = file or setup.settings(paths).settings.baseline or NAME
    report = check(paths, setup, (), "")
    log = read(Path(file))
    tell_problems((*report.problems, *log.problems))
    unsound = problems_outcome([problem_record(problem) for problem in report.problems])
    if unsound:  # what was not read would look as if it were gone
        return unsound.tell()
    gone = stale(report, log.decisions)
    replace_all(Path(file), [decision for decision in log.decisions if decision not in gone])
    return _done(len(gone), f"taken out of {file}")


@command.command()
@FILE
def show(file: str | None) -> int:
    """List the findings of the baseline."""
    from pathlib import Path

    from factcheck.cli._write import tell_problems, write_stdout
    from factcheck.decisions import read
    from factcheck.outputs._words import clean

    file = file or Setup().settings((".",)).settings.baseline or NAME
    log = read(Path(file))
    for known in log.decisions:
        about = " · ".join(filter(None, (known.subject, known.attribute)))
        write_stdout(clean(f"{known.conflict}  {known.rule}  {about}: {' / '.join(known.values)}") + "\n")
    tell_problems(log.problems)
    return _done(len(log.decisions), f"known in {file}")


def _done(number: int, what: str) -> int:
    from factcheck.cli._exit import Outcome
    from factcheck.errors import Exit
    from factcheck.outputs._words import count

    return Outcome(Exit.CLEAN, f"{count(number, 'finding')} {what}").tell()
