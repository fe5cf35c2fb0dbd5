"""TOML as `yamlfile.Node`, every key with its line and column.

`tomllib` reads the values; it keeps no places, and neither does any maintained library (tomlkit keeps
the layout of a file, not the lines of its keys). So a scan beside it finds where each key stands. A
key inside an inline table has the place of the table.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from factcheck.errors import FactcheckError, Problem
from factcheck.yamlfile import Node

Keys = tuple[str | int, ...]
Place = tuple[int, int]

_PART = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
KEY = re.compile(rf"[ \t]*(?P<key>{_PART}(?:[ \t]*\.[ \t]*{_PART})*)[ \t]*=")
HEADER = re.compile(rf"[ \t]*(?P<open>\[\[?)[ \t]*(?P<key>{_PART}(?:[ \t]*\.[ \t]*{_PART})*)[ \t]*\]\]?")
# What may hold brackets or line feeds that mean nothing, then what means something.
SCAN = re.compile(
    r'"""(?:[^\\]|\\.)*?"""'
    r"|'''.*?'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*"
    r"|[\[\]{}\n]",
    re.DOTALL,
)
AT = re.compile(r" \(at line (\d+), column (\d+)\)$")
HINT = "text stands in quotes, lists in […], one key a line"


def parse(text: str, source: str) -> Node:
    """The root node of a TOML text; FactcheckError with the place of what is wrong."""
    lines = text.splitlines()
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        at = AT.search(message)
        line, column = (int(at[1]), int(at[2])) if at else (len(lines), 1)
        excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
        told = f"not valid TOML: {AT.sub('', message)}"
        raise FactcheckError(Problem("config", told, source, line, column, HINT, excerpt)) from None
    return _node(values, (), dict(_places(text.replace("\r\n", "\n"))), Node("", 1, 1, source, lines))


def _node(value: Any, path: Keys, places: dict[Keys, Place], above: Node) -> Node:
    """The value at `path`; where it has no place of its own, it has that of the node above it."""
    line, column = places.get(path, (above.line, above.column))
    made = Node(value, line, column, above.source, above.lines)
    if path and isinstance(path[-1], str):
        made.key = Node(path[-1], line, column, above.source, above.lines)
    if isinstance(value, dict):
        made.value = {key: _node(inner, (*path, key), places, made) for key, inner in value.items()}
    elif isinstance(value, list):
        made.value = [_node(inner, (*path, number), places, made) for number, inner in enumerate(value)]
    return made


def _places(text: str) -> Iterator[tuple[Keys, Place]]:
    """Each path of keys with the place of its last key, in the order of the file."""
    counts: dict[Keys, int] = {}  # how often each [[header]] has come
    table: Keys = ()
    at, line = 0, 1
    while at < len(text):
        header = HEADER.match(text, at)
        found = header or KEY.match(text, at)
        end = at
        if found:
            path = _path(found["key"])
            place = line, found.start("key") - at + 1
            if header is None:
                full, end = _inside(table, path, counts), found.end()
            else:
                full, end = _inside((), path, counts, last=header["open"] == "["), header.end()
                if header["open"] == "[[":
                    number = counts[full] = counts.get(full, -1) + 1
                    yield full, place
                    full = (*full, number)
                table = full
            yield full, place
        at, passed = _end(text, end)
        line += passed


def _inside(table: Keys, keys: tuple[str, ...], counts: dict[Keys, int], last: bool = False) -> Keys:
    """The path of `keys` below a table; a key that is an array of tables means its latest one."""
    path = table
    for number, key in enumerate(keys, 1):
        path = (*path, key)
        if path in counts and (number < len(keys) or last):
            path = (*path, counts[path])
    return path


def _path(words: str) -> tuple[str, ...]:
    """A dotted key as its parts, quotes read."""
    made: Any = tomllib.loads(f"{words} = 0")
    parts: list[str] = []
    while isinstance(made, dict):
        ((key, made),) = made.items()
        parts.append(key)
    return tuple(parts)


def _end(text: str, at: int) -> tuple[int, int]:
    """The offset behind the statement that goes on at `at`, and how many line feeds were passed."""
    depth = passed = 0
    for match in SCAN.finditer(text, at):
        token = match.group()
        passed += token.count("\n")
        if token == "\n" and depth <= 0:
            return match.end(), passed
        depth += (token in "[{") - (token in "]}")
    return len(text), passed
