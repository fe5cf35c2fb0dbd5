"""`factcheck demo`: the report on articles that come with factcheck."""

from __future__ import annotations

import click

from factcheck.cli import _options as options

SHOWN = "missile-range"


@click.command("demo")
@click.argument("case", default=SHOWN)
@click.option("--list", "listing", is_flag=True, help="Only list the cases there are.")
def command(case: str, listing: bool) -> int:
    """Show the report on CASE, a folder of short articles that comes with factcheck."""
    from factcheck.cli._run import check
    from factcheck.cli._setup import Setup
    from factcheck.cli._write import write_report, write_stdout
    from factcheck.places import seeds_folder
    from factcheck.record import report_record

    folder = seeds_folder()
    cases = tuple(
        sorted(file.parent.relative_to(folder).as_posix() for file in folder.rglob("expected.yaml"))
    )
    if listing:
        write_stdout("".join(f"{name}\n" for name in cases))
        return 0
    if case not in cases:
        raise click.UsageError(f"no case {case!r}{options.near(case, cases)}; see `factcheck demo --list`")
    path = str(folder / case)
    write_stdout(f"$ factcheck report {path}\n\n")
    write_report(report_record(check((path,), Setup(no_config=True))), (options.Sink("text", None),))
    write_stdout("\nOther cases: factcheck demo --list\n")
    return 0
