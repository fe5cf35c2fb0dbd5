"""What a run works with: the configuration, and the options that go before it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from factcheck.cli import _options as options

if TYPE_CHECKING:
    from factcheck.checker import Checker
    from factcheck.config.effective import Config


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    from datetime import date

    try:
        return value and date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a day; write it as 2027-01-31") from None


OPTIONS = (
    options.PUBLISHED,
    options.RULES,
    options.LEDGER,
    click.option("--config", metavar="FILE", help="This configuration and no other."),
    click.option("--no-config", is_flag=True, help="Read no configuration."),
    click.option("--no-cache", is_flag=True, help="Read every document anew, and keep nothing."),
    click.option(
        "--jobs",
        type=click.IntRange(0),
        default=0,
        metavar="N",
        help="Processes that read many documents at once; default: one a processor.",
    ),
    click.option(
        "--today",
        metavar="DATE",
        callback=_day,
        help="The day by which suppressions expire; default: the day of the run.",
    ),
)


class Setup(NamedTuple):
    """The options of a command as they were given; `root` is the configuration that named the texts."""

    published: str | None = None
    rules: str | None = None
    ledger: str | None = None
    config: str | None = None
    no_config: bool = False
    no_cache: bool = False
    jobs: int = 0
    today: str | None = None
    root: str = ""

    def settings(self, paths: tuple[str, ...]) -> Config:
        """The configuration for texts at these paths."""
        from factcheck.config.effective import Config
        from factcheck.config.file import found, load

        if self.no_config:
            return Config()
        return load(self.config) if self.config else found(paths, self.root)

    def corpus(self) -> tuple[Setup, tuple[str, ...]]:
        """The paths that the configuration names for runs that are given none, and the setup for them."""
        from factcheck.config.find import find

        # Only what there is gets loaded: a mistyped command must be told at once.
        there = self.config or (None if self.no_config else find((".",)))
        paths = self.settings((".",)).settings.paths if there else ()
        if not there or not paths:
            raise click.UsageError("Missing argument 'PATH…', and no configuration names `paths`")
        return self._replace(root=there), paths

    def checker(self, paths: tuple[str, ...], config: Config | None = None, **more: Any) -> Checker:
        """A checker for texts at these paths; `more` are further arguments of it."""
        from datetime import date

        from factcheck.checker import Checker

        config = config or self.settings(paths)
        given = {
            "published": self.published,
            "ledger": self.ledger,
            "cache": config.settings.cache if not self.no_cache else False,
            "jobs": self.jobs,
            "today": self.today or date.today().isoformat(),
        }
        return Checker(self.rules, config=config, **{**given, **more})


def SETUP(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options of OPTIONS, given to a command as one argument `setup`."""

    @wraps(function)
    def gathered(**given: Any) -> Any:
        setup = Setup(**{name: given.pop(name) for name in Setup._fields if name in given})
        if given.get("paths") == ():
            setup, given["paths"] = setup.corpus()
        return function(setup=setup, **given)

    made: Callable[..., Any] = gathered
    for option in reversed(OPTIONS):
        made = option(made)
    return made
