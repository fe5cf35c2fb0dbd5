"""`factcheck report`: the main job."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli import _options as options
from factcheck.cli._setup import SETUP, Setup

if TYPE_CHECKING:
    from factcheck.config.effective import Config
    from factcheck.jsontypes import ReportRecord
    from factcheck.model import Report


@click.command("report")
@options.PATHS
@options.FORMAT
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    help="Lowest severity of a conflict that makes the exit code 1; default: error.",
)
@SETUP
@options.DECISIONS
@click.option(
    "--baseline",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="Findings known already, written by `factcheck baseline create`.",
)
@click.option("--since", metavar="REF", help="Only what the texts at this commit did not have already.")
@click.option(
    "--show-not-comparable",
    is_flag=True,
    help="List what looked alike and was not compared, and why; crowds are only counted.",
)
@click.option("--show-agreements", is_flag=True, help="List what several places say alike.")
@click.option(
    "--hide-settled", is_flag=True, help="Leave settled findings out of JSON, CSV and SARIF as well."
)
@options.ALLOW_EMPTY
@click.option("--partial", is_flag=True, help="PATH… may be a part of the `paths` of the configuration.")
@options.QUIET
@options.VERBOSE
def command(
    paths: tuple[str, ...],
    sinks: tuple[options.Sink, ...],
    fail_on: str | None,
    setup: Setup,
    decisions: tuple[str, ...],
    baseline: str | None,
    since: str | None,
    show_not_comparable: bool,
    show_agreements: bool,
    hide_settled: bool,
    allow_empty: bool,
    partial: bool,
    quiet: bool,
    verbose: bool,
) -> int:
    """Report what the texts at PATH… cannot both be right about.

    A PATH is a file, a folder, a glob in quotes, or - for standard input. Formats read: .txt, .md,
    .rst, .adoc, .html, .jsonl. Without a PATH the `paths` of the configuration are read.
    """
    from factcheck.cli._corpus import partly
    from factcheck.cli._exit import judge
    from factcheck.cli._run import check
    from factcheck.cli._write import tell_problems, write_report
    from factcheck.record import report_record

    config = setup.settings(paths)
    passing = show_agreements or any(sink.format == "junit" for sink in sinks)
    listed = show_not_comparable or passing
    report = check(paths, setup, decisions or None, baseline, since, quiet, listed)
    record = report_record(report, show_not_comparable, show_agreements)
    for sink in sinks:
        write_report(_shown(record, report, sink.format, hide_settled), (sink,))
    if not quiet:
        _tell(config, record, verbose)
    if not any(sink == ("text", None) for sink in sinks):
        tell_problems(report.problems)
    fail_if = config.fail_if(conflict.rule for conflict in report.conflicts)
    outcome = judge(record, fail_on or config.settings.fail_on, allow_empty, fail_if)
    return (outcome if partial else partly(outcome, paths, config)).tell(quiet)


def _shown(record: ReportRecord, report: Report, form: str, hide_settled: bool) -> ReportRecord:
    """The record as a format wants it: what agrees are JUnit's passed tests, asked for or not."""
    from factcheck.record import agreement_records

    if form == "junit" and not record["agreements"]:
        return {**record, "agreements": agreement_records(report)}
    if hide_settled and form in ("json", "jsonl", "csv", "sarif"):
        left = [conflict for conflict in record["conflicts"] if conflict["state"] != "settled"]
        return {**record, "conflicts": left}
    return record


def _tell(config: Config, record: ReportRecord, verbose: bool) -> None:
    """What a run goes by, where that could surprise; all of it when `verbose`."""
    from factcheck.config.file import passed_over

    for key, place in passed_over(config):
        click.echo(f"{place}: {key} is passed over: it holds for a run on that folder alone", err=True)
    if verbose:
        files = [config.file, *(inner.file for inner in config.inner.values())]
        click.echo(f"configuration: {', '.join(filter(None, files)) or 'none'}", err=True)
        for document in record["documents"]:
            click.echo(f"read {document['source']} ({document['published'] or 'no date'})", err=True)
