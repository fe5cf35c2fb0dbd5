"""`factcheck explain`: why something was said, or was not."""

from __future__ import annotations

import click

from factcheck.cli._setup import SETUP, Setup


@click.command("explain")
@click.argument("target")
@click.argument("texts", nargs=-1, metavar="[PATH]…")
@SETUP
def command(target: str, texts: tuple[str, ...], setup: Setup) -> int:
    """Show the whole trace of TARGET: a sentence in quotes, a rule's id, or a conflict's id.

    A conflict's id, or its beginning, needs the PATH… of the report that named it.
    """
    from factcheck.cli._write import write_stdout
    from factcheck.explain import explain

    write_stdout(explain(target, setup.checker(texts), texts) + "\n")
    return 0
