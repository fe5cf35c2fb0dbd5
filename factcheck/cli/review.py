"""`factcheck review`: the editor's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli import _options as options
from factcheck.cli._setup import SETUP, Setup
from factcheck.cli.decide import LOG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.config.effective import Config
    from factcheck.decisions import Decision
    from factcheck.rulebook.rule import Rule
    from factcheck.web.live import Live


@click.command("review")
@options.PATHS
@click.option(
    "--decisions",
    "logs",
    multiple=True,
    metavar="FILE",
    help=f"Log of decisions; repeatable: the first is written to, the others hold as well. "
    f"Default: those of the configuration, else {LOG}.",
)
@click.option("--baseline", metavar="FILE", help="Findings known already; default: as configured.")
@click.option("--since", metavar="REF", help="What the texts at this commit had already is known.")
@click.option(
    "--who", envvar="FACTCHECK_WHO", help="Who decides; default: FACTCHECK_WHO, else the user's name."
)
@click.option("--static", "file", metavar="FILE", help="Write the page as one offline file and end.")
@click.option(
    "--port", type=click.IntRange(1, 65535), help="Port on this machine; default: 8733, else any free one."
)
@click.option("--no-open", is_flag=True, help="Only print the address; do not open a browser.")
@SETUP
def command(
    paths: tuple[str, ...],
    logs: tuple[str, ...],
    baseline: str | None,
    since: str | None,
    who: str | None,
    file: str | None,
    port: int | None,
    no_open: bool,
    setup: Setup,
) -> int:
    """Decide the findings on PATH… on a page in the browser, on this machine only.

    The page reads and writes the same log as `factcheck decide`, so a decision changes the next
    run's exit code when that run is given `--decisions`. Interrupt it (Ctrl+C) to end.
    """
    from getpass import getuser

    _needs("jinja2", *(() if file else ("starlette", "uvicorn")))
    if "-" in paths and not file:
        raise click.UsageError("standard input cannot be followed; give files, or use --static")
    live = _live(paths, logs, baseline, since, setup)
    name = who or getuser()
    return _write(live, name, file, paths, setup) if file else _serve(live, name, port, no_open, paths, setup)


def _needs(*modules: str) -> None:
    from importlib.util import find_spec

    from factcheck.errors import FactcheckError, Problem

    missing = [module for module in modules if find_spec(module) is None]
    if missing:
        hint = "pip install 'factcheck-consistency[web]'"
        raise FactcheckError(Problem("installation", f"the page needs {', '.join(missing)}", hint=hint))


def _live(
    paths: tuple[str, ...], given: tuple[str, ...], baseline: str | None, since: str | None, setup: Setup
) -> Live:
    """The inputs, the log to write to, and what holds besides: the same as for `factcheck report`."""
    from pathlib import Path

    from factcheck.web.live import Live
    from factcheck.web.log import DecisionLog

    config = setup.settings(paths)
    known: list[Decision] = []
    if since:
        from factcheck.cli._since import past

        known = list(past(since, paths, setup, config).known)
    written, *others = given or config.settings.decisions or (LOG,)
    baseline = config.settings.baseline if baseline is None else baseline
    others += [baseline] if baseline else []
    return Live(
        paths,
        lambda progress: setup.checker(paths, progress=progress, keep=True),
        DecisionLog(Path(written)),
        tuple(DecisionLog(Path(file)) for file in dict.fromkeys(others) if file != written),
        known,
        lambda: _made_of(setup, config),
    )


def _made_of(setup: Setup, config: Config) -> Iterator[str]:
    """The files that decide what a checker finds: configuration, ledger, rules."""
    from pathlib import Path

    yield from filter(None, (config.file, setup.ledger or config.settings.ledger))
    yield from (inner.file for inner in config.inner.values())
    rules = setup.rules or config.settings.rules
    if rules:
        yield rules
        yield from (str(file) for file in sorted(Path(rules).rglob("*.yaml")))


def _rules(paths: tuple[str, ...], setup: Setup) -> tuple[Rule, ...]:
    """The rules with their examples, which a run leaves unread."""
    from pathlib import Path

    from factcheck.rulebook import load_rules

    folder = setup.rules or setup.settings(paths).settings.rules
    return load_rules(Path(folder) if folder else None).rules


def _write(live: Live, who: str, file: str, paths: tuple[str, ...], setup: Setup) -> int:
    from factcheck.cli._exit import Outcome, problems_outcome
    from factcheck.cli._write import tell_problems, write_file
    from factcheck.errors import Exit
    from factcheck.web.offline import one_file

    live.read()
    assert live.view is not None
    write_file(file, one_file(live, who, _rules(paths, setup)))
    tell_problems(live.problems())
    unsound = problems_outcome(live.view.record["problems"])
    return (unsound or Outcome(Exit.CLEAN, f"{len(live.view.rows)} findings in {file}")).tell()


def _serve(
    live: Live, who: str, port: int | None, no_open: bool, paths: tuple[str, ...], setup: Setup
) -> int:
    import webbrowser

    from factcheck.web.listen import ADDRESS, bound, serve
    from factcheck.web.security import new_token
    from factcheck.web.server import application

    listener = bound(port)
    number = listener.getsockname()[1]
    token = new_token()
    address = f"http://{ADDRESS}:{number}/?token={token}"
    click.echo(f"Review page: {address}\nDecisions go to {live.log.path}. Ctrl+C ends.")
    if not no_open:
        webbrowser.open(address)
    serve(application(live, who, token, number, lambda: _rules(paths, setup)), listener)
    return 0
