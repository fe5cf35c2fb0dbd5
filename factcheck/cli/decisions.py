"""`factcheck decisions`: the log of decisions as a whole."""

from __future__ import annotations

import click

from factcheck.cli import _options as options
from factcheck.cli._setup import SETUP, Setup
from factcheck.cli.decide import LOG


@click.group("decisions")
def command() -> None:
    """Look after the log that `factcheck decide` writes."""


@command.command()
@options.PATHS
@click.option("--decisions", "log", metavar="FILE", help=f"The log; default: as `decide`, else {LOG}.")
@SETUP
def close(paths: tuple[str, ...], log: str | None, setup: Setup) -> int:
    """Note in the log which decided findings the report on PATH… no longer has.

    One that comes back afterwards is open again and shown as regressed, whatever had been decided.
    """
    from datetime import UTC, datetime
    from pathlib import Path

    from factcheck.cli._exit import Outcome, problems_outcome
    from factcheck.cli._run import check
    from factcheck.cli._write import tell_problems
    from factcheck.decisions import JUDGED, append, gone, latest, read, stale
    from factcheck.errors import Exit
    from factcheck.outputs._words import count
    from factcheck.record import problem_record

    file = Path(log or next(iter(setup.settings(paths).settings.decisions), LOG))
    report, known = check(paths, setup, (), ""), read(file)
    tell_problems((*report.problems, *known.problems))
    unsound = problems_outcome([problem_record(problem) for problem in report.problems])
    if unsound:  # what was not read would look as if it were gone
        return unsound.tell()
    now = datetime.now(UTC)
    held = [made for made in latest(known.decisions).values() if made.verdict in JUDGED]
    closed = stale(report, held)
    append(file, [gone(made, now) for made in closed])
    return Outcome(Exit.CLEAN, f"{count(len(closed), 'decided finding')} gone, noted in {file}").tell()
