"""`factcheck review`: the editor's page."""

from __future__ import annotations

import click

from factcheck.cli import _options as options
from factcheck.cli.decide import LOG


@click.command("review")
@options.PATHS
@click.option(
    "--decisions", "log", default=LOG, show_default=True, metavar="FILE", help="The log to read and write."
)
@click.option(
    "--who", envvar="FACTCHECK_WHO", help="Who decides; default: FACTCHECK_WHO, else the user's name."
)
@click.option("--static", "file", metavar="FILE", help="Write the page as one offline file and end.")
@click.option(
    "--port", type=click.IntRange(1, 65535), help="Port on this machine; default: 8733, else any free one."
)
@click.option("--no-open", is_flag=True, help="Only print the address; do not open a browser.")
@options.RULES
@options.PUBLISHED
def command(
    paths: tuple[str, ...],
    log: str,
    who: str | None,
    file: str | None,
    port: int | None,
    no_open: bool,
    rules: str | None,
    published: str | None,
) -> int:
    """Decide the findings on PATH… on a page in the browser, on this machine only.

    The page reads and writes the same log as `factcheck decide`, so a decision changes the next
    run's exit code when that run is given `--decisions`. Interrupt it (Ctrl+C) to end.
    """
    from getpass import getuser

    _needs("jinja2", *(() if file else ("starlette", "uvicorn")))
    name = who or getuser()
    if file:
        return _write(paths, log, name, file, rules, published)
    if "-" in paths:
        raise click.UsageError("standard input cannot be followed; give files, or use --static")
    return _serve(paths, log, name, port, no_open, rules, published)


def _needs(*modules: str) -> None:
    from importlib.util import find_spec

    from factcheck.errors import FactcheckError, Problem

    missing = [module for module in modules if find_spec(module) is None]
    if missing:
        hint = "pip install 'factcheck-consistency[web]'"
        raise FactcheckError(Problem("installation", f"the page needs {', '.join(missing)}", hint=hint))


def _write(
    paths: tuple[str, ...], log: str, who: str, file: str, rules: str | None, published: str | None
) -> int:
    from pathlib import Path

    from factcheck.cli._exit import Outcome, problems_outcome
    from factcheck.cli._run import check
    from factcheck.cli._setup import Setup
    from factcheck.cli._write import tell_problems, write_file
    from factcheck.errors import Exit
    from factcheck.rulebook import load_rules
    from factcheck.web.log import DecisionLog
    from factcheck.web.offline import one_file
    from factcheck.web.view import View

    view = View(check(paths, Setup(published, rules), (), ""))
    rulebook = load_rules(Path(rules) if rules else None)
    write_file(file, one_file(view, DecisionLog(Path(log)), who, rulebook.rules))
    tell_problems(view.report.problems)
    unsound = problems_outcome(view.record["problems"])
    return (unsound or Outcome(Exit.CLEAN, f"{len(view.rows)} findings in {file}")).tell()


def _serve(
    paths: tuple[str, ...],
    log: str,
    who: str,
    port: int | None,
    no_open: bool,
    rules: str | None,
    published: str | None,
) -> int:
    import webbrowser
    from pathlib import Path

    from factcheck.rulebook import load_rules
    from factcheck.web.live import live
    from factcheck.web.security import new_token
    from factcheck.web.server import ADDRESS, application, bound, serve

    following = live(paths, rules, published, log)
    listener = bound(port)
    listener.listen()
    number = listener.getsockname()[1]
    token = new_token()
    app = application(following, who, token, number, lambda: load_rules(Path(rules) if rules else None).rules)
    address = f"http://{ADDRESS}:{number}/?token={token}"
    click.echo(f"Review page: {address}\nDecisions go to {log}. Ctrl+C ends.")
    if not no_open:
        webbrowser.open(address)
    serve(app, listener)
    return 0
