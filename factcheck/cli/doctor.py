"""`factcheck doctor`: is this installation whole?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from factcheck.config.settings import Settings


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
    yield _extra("html", "articles from .html files", "trafilatura")
    yield _extra("web", "the page of `factcheck review`", "jinja2", "starlette", "uvicorn")
    yield _extra("spacy", "another way to attach values to their words", "spacy")
    yield from _folder()


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


def _extra(extra: str, purpose: str, *modules: str) -> tuple[str, str]:
    from importlib.util import find_spec

    lacking = [module for module in modules if not find_spec(module)]
    if not lacking:
        return "ok", f"{', '.join(modules)}: {purpose}"
    return "missing", f"{', '.join(lacking)}: {purpose}; pip install 'factcheck-consistency[{extra}]'"


def _folder() -> Iterator[tuple[str, str]]:
    """What holds for runs in the current folder."""
    from factcheck.config.file import load
    from factcheck.config.find import find
    from factcheck.config.settings import Settings
    from factcheck.errors import FactcheckError

    try:
        file = find((".",))
        config = load(file) if file else None
    except FactcheckError as error:
        for problem in error.problems:
            yield "broken", str(problem)
        return
    yield "ok", f"configuration of this folder: {config.file if config else 'none'}"
    settings = config.settings if config else Settings()
    yield _cache(settings)
    yield from _merging(settings)


def _cache(settings: Settings) -> tuple[str, str]:
    """A cache that cannot be written costs time and nothing else."""
    import os
    from pathlib import Path

    from factcheck.cache import program, user_folder

    if settings.cache is False:
        return "ok", "cache: none, as the configuration says"
    folder = user_folder() if settings.cache is True else Path(settings.cache)
    there = next(each for each in (folder, *folder.absolute().parents) if each.exists())
    if there.is_dir() and os.access(there, os.W_OK | os.X_OK):
        return "ok", f"cache: {folder}, where entries are those of version {program()[:12]}"
    return "missing", f"cache: {folder} cannot be written, so every run reads every text anew"


def _merging(settings: Settings) -> Iterator[tuple[str, str]]:
    """Whether git merges logs of decisions line by line; nothing where git does not know them."""
    import subprocess
    from pathlib import Path

    from factcheck.cli.baseline import NAME
    from factcheck.cli.decide import LOG

    for log in map(Path, (*(settings.decisions or (LOG,)), settings.baseline or NAME)):
        command = ["git", "check-attr", "merge", "--", log.name]
        try:
            done = subprocess.run(command, check=False, cwd=log.parent, capture_output=True, text=True)
        except OSError:
            continue
        if done.returncode or not log.exists():
            continue
        union = done.stdout.rstrip().endswith(": union")
        mend = f"; write `{log.name} merge=union` into .gitattributes"
        yield "ok" if union else "missing", f"git merges {log} line by line{'' if union else mend}"
