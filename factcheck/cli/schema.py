"""`factcheck schema`: the JSON Schemas."""

from __future__ import annotations

import click


@click.command("schema")
@click.argument("name", required=False)
def command(name: str | None) -> int:
    """Print the JSON Schema called NAME, or the names there are.

    claim: a line of extract; config: a factcheck.toml; conflict: one finding; decision: a line of a log
    of decisions or a baseline; report: report --format json; rule: a rule file.
    """
    import json

    from factcheck.cli._options import near
    from factcheck.cli._write import write_stdout
    from factcheck.schema import NAMES, schema

    if name is None:
        write_stdout("".join(f"{known}\n" for known in NAMES))
    elif name not in NAMES:
        raise click.UsageError(f"no schema {name!r}{near(name, NAMES)}; there are: {', '.join(NAMES)}")
    else:
        write_stdout(json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n")
    return 0
