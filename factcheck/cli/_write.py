"""Reports and claims out to files, pipes and terminals, as UTF-8 with line feeds everywhere."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli._options import Sink
from factcheck.errors import FactcheckError, Problem
from factcheck.jsontypes import ReportRecord

if TYPE_CHECKING:
    from factcheck.standing import AgainstReport


def write_report(report: ReportRecord, sinks: Iterable[Sink]) -> None:
    """Renders the report into each sink; FactcheckError for a file that cannot be written."""
    from factcheck.outputs import render

    for sink in sinks:
        if sink.file is not None:
            write_file(sink.file, render(report, sink.format))
        elif sink.format == "text" and sys.stdout.isatty():
            from rich.console import Console

            from factcheck.outputs.text import show

            show(report, Console())
        else:
            write_stdout(render(report, sink.format))


def write_standings(report: AgainstReport, sinks: Iterable[Sink]) -> None:
    """Renders what `against` and `ledger` found into each sink."""
    from factcheck.outputs._standings import render

    for sink in sinks:
        text = render(report, sink.format)
        if sink.file is not None:
            write_file(sink.file, text)
        else:
            write_stdout(text)


def write_stdout(text: str) -> None:
    """Text to standard output, whatever the locale."""
    sys.stdout.buffer.write(encoded(text))
    sys.stdout.buffer.flush()


def write_file(file: str, text: str) -> None:
    """Text to a file."""
    try:
        Path(file).write_bytes(encoded(text))
    except OSError as error:
        raise FactcheckError(Problem("output", f"cannot be written: {error.strerror}", file)) from None


def encoded(text: str) -> bytes:
    """UTF-8; half characters, which a library user's text may hold, as escapes."""
    return text.encode("utf-8", "backslashreplace")


def tell_problems(problems: Iterable[Problem]) -> None:
    """Problems on standard error."""
    from factcheck.outputs._words import UNSAFE

    for problem in problems:
        click.echo(UNSAFE.sub("\ufffd", str(problem)), err=True)
