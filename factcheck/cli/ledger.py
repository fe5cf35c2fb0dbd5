"""`factcheck ledger`: every claim of every text with its standing among the others."""

from __future__ import annotations

import click

from factcheck.cli import _options as options
from factcheck.cli._setup import SETUP, Setup


@click.command("ledger")
@options.PATHS
@options.STANDING_FORMAT
@SETUP
@options.ALLOW_EMPTY
@options.QUIET
def command(
    paths: tuple[str, ...],
    sinks: tuple[options.Sink, ...],
    setup: Setup,
    allow_empty: bool,
    quiet: bool,
) -> int:
    """List every checkable claim of the texts at PATH… with what all the others make of it.

    It tells and does not judge: contradictions are no failure here. As a page: --format html=FILE.
    """
    from factcheck.against import ledger as standings
    from factcheck.cli._exit import judge_standings
    from factcheck.cli._progress import bar
    from factcheck.cli._write import tell_problems, write_standings

    with bar(quiet) as progress:
        report = standings(paths, setup.checker(paths, progress=progress))
    write_standings(report, sinks)
    if not any(sink == ("text", None) for sink in sinks):
        tell_problems(report.problems)
    return judge_standings(report, "never", allow_empty).tell(quiet)
