"""`factcheck ledger`: every claim of every text with its standing among the others."""

from __future__ import annotations

import click

from factcheck.cli import _options as options


@click.command("ledger")
@options.PATHS
@options.LEDGER
@options.STANDING_FORMAT
@options.PUBLISHED
@options.RULES
@options.ALLOW_EMPTY
@options.QUIET
def command(
    paths: tuple[str, ...],
    ledger: str | None,
    sinks: tuple[options.Sink, ...],
    published: str | None,
    rules: str | None,
    allow_empty: bool,
    quiet: bool,
) -> int:
    """List every checkable claim of the texts at PATH… with what all the others make of it.

    It tells and does not judge: contradictions are no failure here. As a page: --format html=FILE.
    """
    from factcheck.against import ledger as standings
    from factcheck.checker import Checker
    from factcheck.cli._exit import judge_standings
    from factcheck.cli._write import tell_problems, write_standings

    report = standings(paths, Checker(rules, published=published, ledger=ledger))
    write_standings(report, sinks)
    if not any(sink == ("text", None) for sink in sinks):
        tell_problems(report.problems)
    return judge_standings(report, "never", allow_empty).tell(quiet)
