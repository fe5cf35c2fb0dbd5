"""Options that several subcommands share."""

from __future__ import annotations

from typing import NamedTuple

import click

# Without any, those of the configuration count (`_setup.SETUP`).
PATHS = click.argument("paths", nargs=-1, metavar="[PATH]…")
RULES = click.option("--rules", metavar="DIR", help="Folder or file of rules instead of the shipped ones.")
ALLOW_EMPTY = click.option("--allow-empty", is_flag=True, help="Exit 0 when there was nothing to check.")
QUIET = click.option(
    "-q", "--quiet", is_flag=True, help="Nothing on standard error unless something is wrong."
)
VERBOSE = click.option("-v", "--verbose", is_flag=True, help="List every document that was read.")


def _date(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    from factcheck.inputs._dates import HINT, iso

    if value is None:
        return None
    date = iso(value)
    if date is None:
        raise click.BadParameter(f"{value!r} is not a date; {HINT}")
    return date


PUBLISHED = click.option(
    "--published",
    metavar="DATE",
    callback=_date,
    help="Date of publication of texts that carry none of their own.",
)


DECISIONS = click.option(
    "--decisions",
    multiple=True,
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="Log of decisions, written by `factcheck decide`; repeatable.",
)


class Sink(NamedTuple):
    """A format and the file it goes to, None for standard output."""

    format: str
    file: str | None


def sinks(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[Sink, ...]:
    """`--format FORMAT[=FILE]` of a report, repeated; at most one without a file."""
    from factcheck.outputs import formats

    return _sinks(values, formats())


def _standing_sinks(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[Sink, ...]:
    from factcheck.outputs._standings import formats

    return _sinks(values, formats())


def _sinks(values: tuple[str, ...], formats: tuple[str, ...]) -> tuple[Sink, ...]:
    from pathlib import Path

    found = []
    for value in values:
        name, equals, file = value.partition("=")
        if name not in formats:
            raise click.BadParameter(
                f"no format {name!r}{near(name, formats)}; there are: {', '.join(formats)}"
            )
        if equals and not file:
            raise click.BadParameter(f"{value!r} names no file")
        if file and not Path(file).parent.is_dir():
            raise click.BadParameter(f"no folder {str(Path(file).parent)!r} to write {file!r} into")
        found.append(Sink(name, file or None))
    if sum(sink.file is None for sink in found) > 1:
        raise click.BadParameter(
            "only one format can go to standard output; give the others a file: FORMAT=FILE"
        )
    return tuple(found) or (Sink("text", None),)


FORMAT = click.option(
    "--format",
    "sinks",
    multiple=True,
    callback=sinks,
    metavar="FORMAT[=FILE]",
    help="text (default), json, jsonl, sarif …; repeatable, each into its own file.",
)

STANDING_FORMAT = click.option(
    "--format",
    "sinks",
    multiple=True,
    callback=_standing_sinks,
    metavar="FORMAT[=FILE]",
    help="text (default), json, csv, markdown or html; repeatable, each into its own file.",
)
LEDGER = click.option(
    "--ledger",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="YAML file of facts that the texts are measured by; see docs/against.md.",
)


def near(word: str, choices: tuple[str, ...]) -> str:
    """A guess at what was meant, for an error message; "" when nothing is close."""
    from difflib import get_close_matches

    close = get_close_matches(word, choices, 1)
    return f" (did you mean {close[0]!r}?)" if close else ""
