"""`factcheck against`: a draft, claim by claim, against its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli import _options as options
from factcheck.cli._setup import SETUP, Setup

if TYPE_CHECKING:
    from factcheck.model import Document


class SeveralSources(click.Command):
    """Lets `--sources` take all paths that follow it, as a shell expands them."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments with `--sources` before each of its paths."""
        spelt: list[str] = []
        taking = False
        for word in args:
            option = word.startswith("-") and word != "-"
            if taking and not option and spelt[-1] != "--sources":
                spelt.append("--sources")
            taking = word == "--sources" or (taking and not option)
            spelt.append(word)
        return super().parse_args(ctx, spelt)


@click.command("against", cls=SeveralSources)
@click.argument("draft", metavar="DRAFT")
@click.option(
    "--sources", multiple=True, metavar="PATH…", help="The texts to check it against; all paths that follow."
)
@options.STANDING_FORMAT
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    help="Lowest severity of a contradiction that makes the exit code 1; default: error.",
)
@SETUP
@options.ALLOW_EMPTY
@options.QUIET
def command(
    draft: str,
    sources: tuple[str, ...],
    sinks: tuple[options.Sink, ...],
    fail_on: str | None,
    setup: Setup,
    allow_empty: bool,
    quiet: bool,
) -> int:
    """Tell of each claim in DRAFT what the sources make of it.

    supported, single-source, contradicted, differs (an earlier or later figure, or somebody else's
    estimate) or unchecked; and where the sources behind a claim disagree among themselves.
    """
    from factcheck.against import against
    from factcheck.cli._exit import judge_standings
    from factcheck.cli._progress import bar
    from factcheck.cli._write import tell_problems, write_standings

    paths = (draft, *sources)
    config = setup.settings(paths)
    if not sources and not (setup.ledger or config.settings.ledger):
        raise click.UsageError("give the texts to check against: --sources PATH…, or --ledger FILE")
    with bar(quiet) as progress:
        report = against(_draft(draft), sources, setup.checker(paths, config, progress=progress))
    write_standings(report, sinks)
    if not any(sink == ("text", None) for sink in sinks):
        tell_problems(report.problems)
    return judge_standings(report, fail_on or config.settings.fail_on, allow_empty).tell(quiet)


def _draft(path: str) -> Document:
    """The one text at the path."""
    from factcheck.errors import Exit, FactcheckError
    from factcheck.inputs import gather

    documents, problems, _ = gather([path])
    if len(documents) == 1:
        return documents[0]
    if documents:
        raise click.UsageError(f"the draft is one text; {path!r} leads to {len(documents)}")
    raise FactcheckError(*problems, exit_code=Exit.UNREADABLE)
