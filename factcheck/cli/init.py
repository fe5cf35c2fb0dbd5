"""`factcheck init`: a configuration to begin with."""

from __future__ import annotations

import click


@click.command("init")
@click.argument("folder", default=".", type=click.Path(exists=True, file_okay=False))
@click.option("--force", is_flag=True, help="Write over a configuration that is there.")
def command(folder: str, force: bool) -> int:
    """Write a commented factcheck.toml into FOLDER (default: this one). Every line in it is a default."""
    from importlib.resources import files
    from pathlib import Path

    from factcheck.cli._exit import Outcome
    from factcheck.cli._write import write_file
    from factcheck.config.find import FILE
    from factcheck.errors import Exit

    file = Path(folder) / FILE
    if file.exists() and not force:
        raise click.UsageError(f"{file} is there already; --force writes over it")
    write_file(str(file), (files("factcheck.data") / "template.toml").read_text(encoding="utf-8"))
    return Outcome(Exit.CLEAN, f"{file} written; see `factcheck config`").tell()
