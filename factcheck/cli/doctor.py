"""`factcheck doctor`: is this installation whole?"""

from __future__ import annotations

from collections.abc import Iterator

import click


@click.command("doctor")
def command() -> int:
    """Say what is installed, what is missing, and how to mend it."""
    from factcheck.cli._exit import Outcome
    from factcheck.errors import Exit

    broken = 0
    for state, words in _findings():
        click.echo(f"{state:8} {words}")
        broken += state == "broken"
    if broken:
        return Outcome(
            Exit.USAGE, f"{broken} broken part{'s' if broken > 1 else ''} of the installation"
        ).tell()
    return 0


def _findings() -> Iterator[tuple[str, str]]:
    """(ok, missing or broken, words) of each part."""
    import platform
    from pathlib import Path

    import factcheck

    yield "ok", f"factcheck {factcheck.__version__} in {Path(factcheck.__file__).parent}"
    yield "ok", f"Python {platform.python_version()}"
    yield from _rules()
    yield from _reading()
    yield _extra("trafilatura", "html", "articles from .html files")


def _rules() -> Iterator[tuple[str, str]]:
    from factcheck.errors import FactcheckError
    from factcheck.places import rules_folder
    from factcheck.rulebook import load_rules

    try:
        rulebook = load_rules(rules_folder())
    except FactcheckError as error:
        yield "broken", str(error)
        return
    yield "ok" if rulebook.rules else "broken", f"{len(rulebook.rules)} rules in {rules_folder()}"
    for problem in rulebook.problems:
        yield "broken", str(problem)


def _reading() -> Iterator[tuple[str, str]]:
    """Reads one sentence, which needs every part of the way from text to claims."""
    from factcheck import Document, extract

    found = extract(Document(source="doctor", text="The bridge is 1,500 feet long."))
    yield (
        "ok" if found else "broken",
        f"one sentence read: {len(found)} claim{'s' if len(found) != 1 else ''} found",
    )


def _extra(module: str, extra: str, purpose: str) -> tuple[str, str]:
    from importlib.util import find_spec

    if find_spec(module):
        return "ok", f"{module}: {purpose}"
    return "missing", f"{module}: {purpose}; pip install 'factcheck-consistency[{extra}]'"
