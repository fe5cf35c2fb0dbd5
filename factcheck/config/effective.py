"""`Config`: what the settings say of a document, a rule or a zone. Made by `config.file.load`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

from factcheck import data
from factcheck.config.settings import Level, Override, PathRule, Settings, ZoneSettings
from factcheck.errors import Problem
from factcheck.invalid import meant
from factcheck.yamlfile import Node

WEAKEST = ("error", "warning", "note", "off")


@dataclass(frozen=True, slots=True)
class Config:
    """Settings with their places: `root` holds a node for every key that a file sets.

    `inner` holds the configurations of folders further down, by folder: for what is about a document
    the one nearest to it counts. `moved` is (folder, folder): documents below the first count as if
    they lay below the second.
    """

    settings: Settings = field(default_factory=Settings)
    root: Node = field(default_factory=lambda: Node({}, 0, 0, "", []), compare=False, repr=False)
    file: str = ""
    inner: Mapping[str, Config] = field(default_factory=dict)
    moved: tuple[str, str] | None = None

    def at(self, source: str) -> Config:
        """The configuration nearest to a document."""
        if not self.inner or "://" in source:
            return self
        folders = Path(self._absolute(source.partition("#")[0])).parents
        return next((self.inner[folder] for folder in map(str, folders) if folder in self.inner), self)

    def published(self, source: str) -> str | None:
        """The date of publication of a document that carries none of its own."""
        nearest = self.at(source)
        dates = [each.published for each in nearest._overrides(source) if each.published]
        return dates[-1] if dates else nearest.settings.published

    def zone(self, source: str) -> str | None:
        """The zone that a whole document is."""
        return next((each.zone for each in reversed(self.at(source)._overrides(source)) if each.zone), None)

    def zones(self) -> dict[str, ZoneSettings]:
        """All zones of this one's documents, the shipped ones with what the settings change, by name."""
        found = dict(_shipped_zones())
        for name, zone in self.settings.zones.items():
            shipped = found.get(name, ZoneSettings(compare=False))
            compare = shipped.compare if zone.compare is None else zone.compare
            found[name] = ZoneSettings(compare=compare, headings=(*shipped.headings, *zone.headings))
        return dict(sorted(found.items()))

    def level(self, rule: str, sources: Iterable[str]) -> Level | None:
        """The severity of a rule's finding between these documents; None leaves it to the rule.

        Of what holds for the single documents the weakest counts: a draft makes no error of a note.
        """
        asked = [self.at(source)._level_at(rule, source) for source in sources] or [self._level(rule)]
        return max((level for level in asked if level is not None), key=WEAKEST.index, default=None)

    def fail_if(self, rules: Iterable[str]) -> dict[str, int]:
        """The number of conflicts from which a rule fails a run, where it is not one."""
        found = {rule: named.fail_if for rule in rules if (named := best(rule, self.settings.rule))}
        return {rule: number for rule, number in found.items() if number > 1}

    def decides(self, rule: str, source: str) -> bool:
        """Whether a document has authority for what the findings of a rule are about."""
        given = dict.fromkeys((*self.settings.authority, *self.at(source).settings.authority))
        return any(
            self.matches(source, each.paths)
            for each in given
            if any(fnmatchcase(rule, name) for name in each.rules)
        )

    def excluded(self, source: str) -> bool:
        """Whether a file below a folder is left out."""
        patterns = (*self.settings.exclude, *(self.at(source).settings.exclude if self.inner else ()))
        return bool(patterns) and self.matches(source, patterns)

    def matches(self, source: str, patterns: Iterable[str]) -> bool:
        """Whether one of the patterns (absolute, as `load` makes them) matches a document."""
        where = source if "://" in source else self._absolute(source.partition("#")[0])
        return any(_pattern(pattern).fullmatch(where) for pattern in patterns)

    def unknown_rules(self, ids: Iterable[str]) -> list[Problem]:
        """A problem for every name of a rule that no rule answers to."""
        known = tuple(ids)
        keys = [*self._keys("rule")]
        for node in self.root.at("overrides").value if self.settings.overrides else ():
            keys += _tables(node.value.get("rule"))
        for node in self.root.at("authority").value if self.settings.authority else ():
            names = node.value.get("rules")
            keys += [] if names is None else names.value if isinstance(names.value, list) else [names]
        found = [
            node.problem(f"no rule “{node.value}”", meant(node.value, known), "config")
            for node in keys
            if not any(fnmatchcase(rule, node.value) for rule in known)
        ]
        return [*found, *(each for config in self.inner.values() for each in config.unknown_rules(known))]

    def place(self, *path: str | int) -> str:
        """`file:line` of the key at `path`, "default" when no file sets it."""
        node = self.root
        for step in path:
            try:
                node = node.value[step]
            except (KeyError, IndexError, TypeError):
                return "default"
        return f"{node.source}:{node.line}"

    def _level_at(self, rule: str, source: str) -> Level | None:
        """What holds for a rule in one document: its overrides, else what holds for all."""
        for override in reversed(self._overrides(source)):
            named: PathRule | None = best(rule, override.rule)
            if named is not None:
                return named.severity
        return self._level(rule)

    def _level(self, rule: str) -> Level | None:
        named = best(rule, self.settings.rule)
        return named.severity if named is not None else None

    def _overrides(self, source: str) -> list[Override]:
        return [each for each in self.settings.overrides if self.matches(source, each.paths)]

    def _absolute(self, source: str) -> str:
        path = os.path.realpath(source)
        if self.moved and path.startswith(self.moved[0] + os.sep):
            path = self.moved[1] + path[len(self.moved[0]) :]
        return path.replace(os.sep, "/")

    def _keys(self, name: str) -> list[Node]:
        return _tables(self.root.value.get(name))


def best(rule: str, named: Mapping[str, Any]) -> Any:
    """The entry for a rule: by its id, else by the longest pattern ("measures/*") that matches."""
    fitting = [name for name in named if fnmatchcase(rule, name)]
    return named[max(fitting, key=lambda name: (name == rule, len(name)))] if fitting else None


@cache
def _shipped_zones() -> dict[str, ZoneSettings]:
    return {
        name: ZoneSettings(compare=entry["compare"] == "yes", headings=tuple(entry["headings"]))
        for name, entry in data.load("zones").items()
    }


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    """A glob as an expression: `**` any folders, `*` and `?` within a name; a folder means all below it."""
    steps = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", pattern.rstrip("/"))
    return re.compile("".join(steps.get(part) or re.escape(part) for part in parts) + "(?:/.*)?", re.DOTALL)


def _tables(node: Node | None) -> list[Node]:
    """The keys of a table of tables, as nodes."""
    return [inner.key for inner in node.value.values() if inner.key is not None] if node is not None else []
