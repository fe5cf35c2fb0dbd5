"""`factcheck convert`: an old run in another format."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli import _options as options

if TYPE_CHECKING:
    from factcheck.jsontypes import ReportRecord


@click.command("convert")
@click.argument("findings", metavar="FINDINGS.json")
@options.FORMAT
def command(findings: str, sinks: tuple[options.Sink, ...]) -> int:
    """Render FINDINGS.json, written by report --format json, in other formats; - for standard input."""
    from factcheck.cli._exit import Outcome
    from factcheck.cli._write import write_report
    from factcheck.errors import Exit
    from factcheck.outputs._words import count

    report = _read(findings)
    write_report(report, sinks)
    return Outcome(Exit.CLEAN, f"rendered {count(len(report['conflicts']), 'finding')}").tell()


def _read(findings: str) -> ReportRecord:
    import json

    from factcheck.errors import FactcheckError, Problem
    from factcheck.inputs._find import File

    file = File(findings, True)
    hint = "give a file written by `factcheck report --format json=FILE`"
    try:
        record = json.loads(file.read(-1))
    except OSError as error:
        raise FactcheckError(Problem("findings", f"cannot be read: {error.strerror}", file.shown)) from None
    except (ValueError, RecursionError) as error:
        raise FactcheckError(Problem("findings", f"not JSON: {error}", file.shown, hint=hint)) from None
    _validate(record, file.shown, hint)
    return record  # type: ignore[no-any-return]


def _validate(record: object, source: str, hint: str) -> None:
    from pydantic import TypeAdapter, ValidationError

    from factcheck.errors import FactcheckError, Problem
    from factcheck.jsontypes import ReportRecord
    from factcheck.record import VERSION

    version = record.get("version") if isinstance(record, dict) else None
    if version not in (None, VERSION):
        message = f"findings of version {version}; this factcheck reads version {VERSION}"
        raise FactcheckError(Problem("findings", message, source))
    try:
        TypeAdapter(ReportRecord).validate_python(record, strict=True)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"]) or "the whole"
        message = f"not a factcheck report: {where}: {first['msg']}"
        raise FactcheckError(Problem("findings", message, source, hint=hint)) from None
