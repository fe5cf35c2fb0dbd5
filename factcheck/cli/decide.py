"""`factcheck decide`: settle a finding, with a reason that stays."""

from __future__ import annotations

import click

from factcheck.cli import _options as options
from factcheck.cli._setup import SETUP, Setup
from factcheck.decisions import MADE, REASONS

LOG = "decisions.jsonl"


@click.command("decide")
@click.argument("finding", metavar="ID")
@click.argument("verdict", type=click.Choice(MADE))
@options.PATHS
@click.option(
    "--reason", type=click.Choice(REASONS), help="Why it is no conflict; needed with not-a-conflict."
)
@click.option(
    "--note", default="", help="Anything more to say: the right value, a source, who looks into it."
)
@click.option(
    "--who", envvar="FACTCHECK_WHO", help="Who decides; default: FACTCHECK_WHO, else the user's name."
)
@click.option(
    "--decisions",
    "log",
    metavar="FILE",
    help=f"The log to write to; default: the first of the configuration, else {LOG}.",
)
@SETUP
def command(
    finding: str,
    verdict: str,
    paths: tuple[str, ...],
    reason: str | None,
    note: str,
    who: str | None,
    log: str | None,
    setup: Setup,
) -> int:
    """Write a VERDICT on the finding ID of the report on PATH… into the log.

    ID may be the beginning of an id. The decision holds until a value of the finding changes, or until
    it is withdrawn.
    """
    from datetime import UTC, datetime
    from getpass import getuser
    from pathlib import Path

    from factcheck.cli._exit import Outcome
    from factcheck.cli._run import check
    from factcheck.decisions import append, latest, on, read, timed
    from factcheck.errors import Exit

    if (verdict == "not-a-conflict") != (reason is not None):
        raise click.UsageError("--reason is needed with not-a-conflict, and only with it")
    report = check(paths, setup, (), "")
    log = log or next(iter(setup.settings(paths).settings.decisions), LOG)
    ids = sorted({conflict.id for conflict in report.conflicts if conflict.id.startswith(finding)})
    if len(ids) != 1:
        told = f"begins {len(ids)} findings: {', '.join(ids)}" if ids else "is no finding of these inputs"
        raise click.UsageError(f"{finding!r} {told}")
    conflict = next(conflict for conflict in report.conflicts if conflict.id == ids[0])
    if verdict == "withdrawn" and conflict.id not in latest(read(Path(log)).decisions):
        raise click.UsageError(f"{conflict.id} is not decided on in {log}: nothing to withdraw")
    made = on(conflict, report, verdict, reason=reason or "", note=note, who=who or getuser())
    logs = dict.fromkeys(map(Path, (log, *setup.settings(paths).settings.decisions)))
    earlier = [each for file in logs for each in read(file).decisions]
    append(Path(log), [timed(made, datetime.now(UTC), earlier)])
    return Outcome(Exit.CLEAN, f"{conflict.id} is {verdict} in {log}").tell()
