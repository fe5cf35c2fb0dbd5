"""`factcheck config`: which settings hold, and where each comes from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli._setup import SETUP, Setup

if TYPE_CHECKING:
    from factcheck.config.effective import Config


TABLES = ("rule", "zones", "overrides", "authority")
WIDTH = 60  # of the column of settings; a longer one pushes its place aside


@click.command("config")
@click.argument("where", nargs=-1, metavar="[PATH]…")
@click.option("--explain", metavar="PATH", help="Also what holds for the document at this path.")
@SETUP
def command(where: tuple[str, ...], explain: str | None, setup: Setup) -> int:
    """Print the settings for a report on PATH… (default: this folder) with the place of each."""
    from factcheck.cli._write import write_stdout

    where = where or ((".",) if explain is None or _is_here(explain) else (explain,))
    config = setup.settings(where)
    setup.checker(where, config)  # names of rules that are none are told here as well
    lines = list(_all(config))
    if explain is not None:
        lines += [("", ""), (f"# {explain}", ""), *_document(config, explain)]
    width = min(max(len(setting) for setting, _ in lines), WIDTH)
    write_stdout(
        "".join(f"{setting:{width if place else 0}}{place and '  # '}{place}\n" for setting, place in lines)
    )
    return 0


def _is_here(path: str) -> bool:
    """Whether a path lies below the current folder."""
    from pathlib import Path

    return Path(path).resolve().is_relative_to(Path.cwd())


def _all(config: Config) -> Iterator[tuple[str, str]]:
    """(setting, place) of everything that holds for a run."""
    from factcheck.config.file import passed_over, relative

    settings = config.settings
    yield f"# configuration: {config.file or 'none'}", ""
    for key in type(settings).model_fields:
        if key not in TABLES:
            value = getattr(settings, key)
            shown = [relative(each) for each in value] if key == "exclude" else value
            yield f"{key} = {_toml(shown)}", config.place(key)
    yield from _about_documents(config)
    for number, authority in enumerate(settings.authority):
        yield (
            f"authority: {', '.join(map(relative, authority.paths))} for {', '.join(authority.rules)}",
            config.place("authority", number, "paths"),
        )
    for inner in config.inner.values():
        yield f"# nearest to the documents of its folder: {inner.file}", ""
    for key, place in passed_over(config):
        yield f"# passed over here, for a run on its folder alone: {key}", place


def _about_documents(config: Config) -> Iterator[tuple[str, str]]:
    """(setting, place) of what holds for all documents of a configuration."""
    settings = config.settings
    for rule, chosen in sorted(settings.rule.items()):
        for key in sorted(chosen.model_fields_set):
            shown = f">= {chosen.fail_if}" if key == "fail_if" else getattr(chosen, key)
            yield f"rule.{_toml(rule)}.{key} = {_toml(shown)}", config.place("rule", rule, key)
    for name, zone in config.zones().items():
        yield f"zones.{name}.compare = {_toml(zone.compare)}", config.place("zones", name, "compare")
        if name in config.settings.zones and config.settings.zones[name].headings:
            yield f"zones.{name}.headings = {_toml(zone.headings)}", config.place("zones", name, "headings")


def _document(config: Config, path: str) -> Iterator[tuple[str, str]]:
    """(setting, place) of what holds for one document."""
    from factcheck.config.file import relative

    nearest = config.at(path)
    settings = nearest.settings
    if nearest is not config:
        yield f"# nearest configuration: {nearest.file}", ""
    matching = [n for n, each in enumerate(settings.overrides) if nearest.matches(path, each.paths)]
    for key in ("published", "zone"):
        given = [n for n in matching if getattr(settings.overrides[n], key) is not None]
        place = nearest.place("overrides", given[-1], key) if given else nearest.place(key)
        yield f"{key} = {_toml(getattr(config, key)(path))}", place
    if nearest is not config:
        yield from _about_documents(nearest)
    levels = {rule: number for number in matching for rule in settings.overrides[number].rule}
    for rule, number in sorted(levels.items()):
        level = settings.overrides[number].rule[rule].severity
        place = nearest.place("overrides", number, "rule", rule, "severity")
        yield f"rule.{_toml(rule)}.severity = {_toml(level)}", place
    for holder in (config,) if nearest is config else (config, nearest):
        for number, each in enumerate(holder.settings.authority):
            if holder.matches(path, each.paths):
                yield f"authority for {', '.join(each.rules)}", holder.place("authority", number, "paths")
        for number, pattern in enumerate(holder.settings.exclude):
            if holder.matches(path, (pattern,)):
                yield f"excluded by {_toml(relative(pattern))}", holder.place("exclude", number)
    if nearest is not config:
        yield from _passed_over(config, nearest, path)


def _passed_over(config: Config, nearest: Config, path: str) -> Iterator[tuple[str, str]]:
    """(setting, place) of what the run's file says of a document that goes by a nearer one, whole."""
    from factcheck.config.file import relative

    said = [
        *_about_documents(config),
        (f"published = {_toml(config.settings.published)}", config.place("published")),
    ]
    said += [
        (f"overrides for {', '.join(map(relative, each.paths))}", config.place("overrides", number, "paths"))
        for number, each in enumerate(config.settings.overrides)
        if config.matches(path, each.paths) and each not in nearest.settings.overrides
    ]
    taken = {place for _, place in _about_documents(nearest)} | {nearest.place("published"), "default"}
    over = [
        (f"#   {setting}", place)
        for setting, place in said
        if place not in taken and ".fail_if" not in setting
    ]
    if over:
        yield (
            f"# passed over, since {nearest.file} is nearer and has of other files only what it extends:",
            "",
        )
        yield from over


def _toml(value: Any) -> str:
    """A value as TOML; null, which TOML has not, as "none"."""
    import json

    return "none" if value is None else json.dumps(value, ensure_ascii=False)
