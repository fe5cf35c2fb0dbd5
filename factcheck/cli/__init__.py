"""The command `factcheck`; one file per subcommand, the folder is the registry.

A subcommand is a module of this folder with `command`, a click command that returns an exit code.
Modules import only click at the top, so that `factcheck --help` stays fast.
"""

from __future__ import annotations

import gc
import os
import sys

import click

from factcheck import __version__
from factcheck.errors import Exit, FactcheckError
from factcheck.registry import get, names

INTERRUPTED, BROKEN_PIPE = 130, 141  # as a shell reports a command that ended by a signal


class Commands(click.Group):
    """Finds the subcommands in the folder."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All of them, sorted."""
        return list(names(__name__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The one of that name, None when there is none."""
        if cmd_name not in names(__name__):
            return None
        command: click.Command = get(__name__, cmd_name).command
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="factcheck %(version)s")
def factcheck() -> None:
    """Find what cannot both be right between texts on the same events.

    \b
    Exit codes: 0 nothing at or above --fail-on, 1 conflicts, 2 usage, config
    or rule error, 3 some input could not be read, 4 nothing was checked.
    """


def main() -> None:
    """Runs the command line and exits; the last line on standard error says with what and why."""
    # A run makes a million objects and keeps nearly all of them: looking for garbage costs a third of it.
    gc.set_threshold(100_000, 50, 100)
    try:
        code = factcheck.main(prog_name="factcheck", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        said = error.format_message()
        if said.startswith("Usage: "):  # a command that wants another one behind it: click says all its help
            click.echo(said, err=True)
            said = "no command given"
        elif isinstance(error, click.UsageError) and error.ctx is not None:
            click.echo(f"{error.ctx.get_usage()}\nTry `{error.ctx.command_path} --help`.", err=True)
        code = _last_line(Exit.USAGE, f"usage: {said}")
    except FactcheckError as error:
        code = _problems(error)
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        code = INTERRUPTED
    except BrokenPipeError:
        # The reader of our output went away (`… | head`); Python must not complain about it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = BROKEN_PIPE
    except Exception as error:  # the last guard: a crash must never look like exit code 1
        import traceback

        traceback.print_exc()
        code = _last_line(Exit.USAGE, f"internal error, please report it: {type(error).__name__}: {error}")
    sys.exit(code or 0)


def _problems(error: FactcheckError) -> int:
    for problem in error.problems:
        click.echo(str(problem), err=True)
    first = error.problems[0].message if error.problems else "unknown"
    more = len(error.problems) - 1
    return _last_line(error.exit_code, first + (f" (and {more} more)" if more > 0 else ""))


def _last_line(code: Exit, why: str) -> int:
    click.echo(f"exit {int(code)}: {why}", err=True)
    return int(code)
