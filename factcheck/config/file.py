"""Configuration files: `factcheck.toml` or `[tool.factcheck]` in `pyproject.toml`, the nearest upwards.

One loader for the command, the library and the page: `found` for texts at some paths, `load` for a file.
Every value keeps the file and line that it came from, and whatever is wrong is told with its place. What
the keys mean: `settings.py` and docs/config.md.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from factcheck.config.effective import Config
from factcheck.config.find import PROJECT, below, find
from factcheck.config.settings import (
    OF_BOTH,
    OF_DOCUMENTS,
    Authority,
    Override,
    PathRule,
    RuleSettings,
    Settings,
    ZoneSettings,
)
from factcheck.config.toml import parse
from factcheck.errors import FactcheckError, Problem
from factcheck.invalid import meant, told
from factcheck.yamlfile import Node
from factcheck.yamlfile import parse as parse_yaml

# Keys whose text is a path, taken from the folder of the file that it stands in.
PATHS = ("extends", "paths", "rules", "ledger", "units", "decisions", "baseline", "cache", "sources")
JOINED = ("exclude", "overrides", "authority")  # lists that go on where an extended file ends
SCOPED: dict[str, type[BaseModel]] = {
    "overrides": Override, "authority": Authority, "rule": RuleSettings, "zones": ZoneSettings,
}  # fmt: skip


def found(paths: Iterable[str | Path], root: str = "") -> Config:
    """The configuration for texts at `paths`: `root` or the nearest one of them all, with those further down.

    An empty one where there is none; FactcheckError with every problem of all files.
    """
    given = [os.fspath(path) for path in paths]
    file = root or find(given)
    inner: dict[str, Config] = {}
    problems: list[Problem] = []
    for nearer in below(given, Path(file).resolve().parent if file else None):
        try:
            inner[str(Path(nearer).parent)] = load(nearer)
        except FactcheckError as error:
            problems += error.problems
    try:
        config = load(file) if file else Config()
    except FactcheckError as error:
        problems += error.problems
    if problems:
        raise FactcheckError(*_sorted(dict.fromkeys(problems)))
    return replace(config, inner=inner)


def passed_over(config: Config) -> list[tuple[str, str]]:
    """(key, place) of what files further down say of a run as a whole: a run on more goes by its own file."""
    return [
        (key, inner.place(key))
        for inner in config.inner.values()
        for key in Settings.model_fields
        if key in inner.settings.model_fields_set and key not in (*OF_DOCUMENTS, *OF_BOTH)
    ]


def load(file: str | Path) -> Config:
    """The configuration of a file with all that it extends; FactcheckError with every problem in it."""
    root = _read(os.path.realpath(file), None, ())
    _add_sources(root)
    try:
        settings = Settings.model_validate(root.plain())
    except ValidationError as error:
        raise FactcheckError(
            *_sorted(told(root, details, _keys, "config") for details in error.errors())
        ) from None
    config = Config(settings, root, relative(file))
    problems = _sorted(_unsound(config))
    if problems:
        raise FactcheckError(*problems)
    return config


def moved(config: Config, here: str, there: str) -> Config:
    """The same configuration for copies of the documents, below `here` instead of `there`."""
    where = os.path.realpath(here), os.path.realpath(there)
    inner = {folder: replace(each, moved=where) for folder, each in config.inner.items()}
    return replace(config, moved=where, inner=inner)


def _read(file: str, asked: Node | None, above: tuple[str, ...]) -> Node:
    """The node of a file, merged over those that it extends."""
    shown = relative(file)
    if file in above:
        chain = " → ".join(relative(each) for each in (*above, file))
        raise FactcheckError(
            (asked or Node("", 0, 0, shown, [])).problem(f"extends itself: {chain}", "", "config")
        )
    try:
        text = Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"{shown} cannot be read: {getattr(error, 'strerror', None) or 'it is not UTF-8'}"
        raise FactcheckError(
            asked.problem(message, "", "config") if asked else Problem("config", message, shown)
        ) from None
    root = parse(text, shown)
    if Path(file).name == PROJECT:
        tool = root.value.get("tool", root)
        root = tool.value.get("factcheck") or Node({}, 1, 1, shown, root.lines)
    _resolve(root, Path(file).parent)
    merged = Node({}, root.line, root.column, shown, root.lines)
    for base in _texts(root.value.get("extends")):
        merged = _merged(merged, _read(os.path.realpath(base.value), base, (*above, file)))
    return _merged(merged, root)


def _resolve(root: Node, folder: Path) -> None:
    """Makes paths good for the current folder, and patterns absolute."""
    for key in PATHS:
        for node in _texts(root.value.get(key)):
            node.value = relative(folder / node.value)
    for key in ("overrides", "authority"):
        _join(root.value.get(key), folder)
    left_out = root.value.get("exclude")
    if left_out is not None and isinstance(left_out.value, str):
        root.value["exclude"] = Node(
            [left_out], left_out.line, left_out.column, left_out.source, left_out.lines
        )
    for node in _texts(left_out):
        node.value = _absolute(folder, node.value)


def _join(entries: Node | None, folder: Path) -> None:
    """Patterns of a list of tables as absolute ones; web addresses stay."""
    for entry in entries.value if entries is not None and isinstance(entries.value, list) else ():
        for node in _texts(entry.value.get("paths")) if isinstance(entry.value, dict) else ():
            if "://" not in node.value:
                node.value = _absolute(folder, node.value)


def _absolute(folder: Path, pattern: str) -> str:
    return os.path.normpath(folder / pattern).replace(os.sep, "/")


def _add_sources(root: Node) -> None:
    """Puts the entries of `sources`, a YAML file of authorities, behind those of the configuration."""
    asked = root.value.get("sources")
    if asked is None or not isinstance(asked.value, str):
        return
    try:
        read = parse_yaml(Path(asked.value).read_text(encoding="utf-8"), asked.value)
    except (OSError, UnicodeDecodeError) as error:
        message = f"{asked.value} cannot be read: {getattr(error, 'strerror', None) or 'it is not UTF-8'}"
        raise FactcheckError(asked.problem(message, "", "config")) from None
    if not isinstance(read.value, list):
        hint = "write “- paths: …” and “  rules: …” for each"
        raise FactcheckError(read.problem("a file of sources holds a list", hint, "config"))
    _join(read, Path(asked.value).resolve().parent)
    known = root.value.get("authority")
    entries = [*(known.value if known is not None else ()), *read.value]
    root.value["authority"] = Node(entries, read.line, read.column, read.source, read.lines)


def _merged(base: Node, own: Node) -> Node:
    """Tables key by key, the lists of JOINED one behind the other; else `own`."""
    if not (isinstance(base.value, dict) and isinstance(own.value, dict)):
        return own
    made = Node(dict(base.value), own.line, own.column, own.source, own.lines)
    made.key = own.key
    for key, node in own.value.items():
        before = base.value.get(key)
        if (
            before is not None
            and key in JOINED
            and isinstance(before.value, list)
            and isinstance(node.value, list)
        ):
            made.value[key] = Node(
                [*before.value, *node.value], node.line, node.column, node.source, node.lines
            )
        else:
            made.value[key] = node if before is None else _merged(before, node)
    return made


def _unsound(config: Config) -> Iterator[Problem]:
    """What the shape of the settings does not show: names that nothing answers to."""
    settings, root = config.settings, config.root
    zones = tuple(config.zones())
    for number, override in enumerate(settings.overrides):
        if override.zone is not None and override.zone not in zones:
            node = root.at("overrides", number, "zone")
            yield node.problem(f"no zone “{override.zone}”", meant(override.zone, zones), "config")
    if "attach" in settings.model_fields_set:
        from factcheck.text.attachers import attacher

        try:
            attacher(settings.attach)
        except FactcheckError as error:
            for problem in error.problems:
                yield root.at("attach").problem(problem.message, problem.hint, "config")


def _keys(where: Sequence[Any]) -> list[str]:
    """The keys that could stand where an unknown one was found."""
    model: type[BaseModel] = Settings
    if len(where) > 1:
        model = PathRule if where[0] == "overrides" and "rule" in where else SCOPED.get(where[0], Settings)
    return list(model.model_fields)


def relative(file: str | Path) -> str:
    """A path from the current folder, or as it is where that is no shorter."""
    path = os.fspath(file)
    if "://" in path:
        return path
    try:
        relative = os.path.relpath(path)
    except ValueError:
        return path
    return relative if len(relative) < len(path) or not Path(path).is_absolute() else path


def _texts(node: Node | None) -> list[Node]:
    """The nodes of a key that holds a text or a list of texts; none where it holds anything else."""
    if node is None:
        return []
    return [
        each
        for each in (node.value if isinstance(node.value, list) else [node])
        if isinstance(each.value, str)
    ]


def _sorted(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: (problem.source, problem.line, problem.column))
