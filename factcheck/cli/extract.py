"""`factcheck extract`: the claims, before anything is compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli import _options as options
from factcheck.cli._setup import SETUP, Setup

if TYPE_CHECKING:
    from factcheck.jsontypes import ClaimRecord


@click.command("extract")
@options.PATHS
@click.option(
    "--format", "form", type=click.Choice(["jsonl", "json", "text"]), default="jsonl", show_default=True
)
@SETUP
@click.option(
    "--show-incidental", is_flag=True, help="Also numbers that are no claims: versions, list numbers …"
)
@options.ALLOW_EMPTY
@options.QUIET
def command(
    paths: tuple[str, ...],
    form: str,
    setup: Setup,
    show_incidental: bool,
    allow_empty: bool,
    quiet: bool,
) -> int:
    """Print every checkable claim of the texts at PATH…, with its place and its exact value."""
    from factcheck.cli._exit import Outcome, problems_outcome
    from factcheck.cli._run import extract
    from factcheck.cli._write import tell_problems, write_stdout
    from factcheck.errors import Exit
    from factcheck.outputs._words import count
    from factcheck.record import problem_record

    claims, problems = extract(paths, setup, show_incidental)
    write_stdout(_rendered(claims, form))
    tell_problems(problems)
    outcome = problems_outcome([problem_record(problem) for problem in problems])
    if outcome is None and not claims and not allow_empty:
        outcome = Outcome(Exit.NOTHING_CHECKED, "no claim found (--allow-empty accepts this)")
    return (outcome or Outcome(Exit.CLEAN, count(len(claims), "claim"))).tell(quiet)


def _rendered(claims: list[ClaimRecord], form: str) -> str:
    import json

    if form == "json":
        return json.dumps(claims, ensure_ascii=False, indent=2) + "\n"
    if form == "jsonl":
        return "".join(json.dumps(claim, ensure_ascii=False) + "\n" for claim in claims)
    return "".join(_line(claim) for claim in claims)


def _line(claim: ClaimRecord) -> str:
    from factcheck.outputs._words import clean, stated

    about = " · ".join(filter(None, (claim["subject"], claim["attribute"]))) or "?"
    speaker = f" ({claim['speaker']})" if claim["speaker"] else ""
    place = f"{claim['source']}:{claim['line']}:{claim['column']}"
    words = f"{place}: {claim['kind']}: {about}{speaker}: {claim['text']}"
    return f"{clean(words)} = {stated(claim['value'])}\n"
