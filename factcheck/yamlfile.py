"""YAML as strings with line and column: the only user of PyYAML.

YAML 1.1 reads `12:30` as 750, `no` as False and keeps the last of two equal keys. Here every
scalar stays the string that was written, and a repeated key is an error with its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from factcheck.errors import FactcheckError, Problem

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Node:
    """A value of a YAML file with its place: `value` is a str, a list of Node or a dict of Node."""

    __slots__ = ("column", "key", "line", "lines", "source", "value")

    def __init__(self, value: Any, line: int, column: int, source: str, lines: list[str]) -> None:
        self.value = value
        self.line = line
        self.column = column
        self.source = source
        self.lines = lines
        self.key: Node | None = None

    def problem(self, message: str, hint: str = "", code: str = "rule", at_key: bool = False) -> Problem:
        """A problem at this node (or at its key), with the line that holds it."""
        place = self.key if at_key and self.key is not None else self
        excerpt = self.lines[place.line - 1] if 0 < place.line <= len(self.lines) else ""
        return Problem(code, message, self.source, place.line, place.column, hint, excerpt)

    def plain(self) -> Any:
        """The value without places: str, list and dict."""
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        return self.value

    def at(self, *path: str | int) -> Node:
        """The node under keys and indices, or the last one that exists on the way."""
        node = self
        for step in path:
            try:
                node = node.value[step]
            except (KeyError, IndexError, TypeError):
                break
        return node


def parse(text: str, source: str) -> Node:
    """The root node of one YAML document; FactcheckError with the place of what is wrong."""
    lines = text.splitlines()
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
        raise FactcheckError(
            Problem(
                "yaml",
                f"not valid YAML: {error.problem or error.context}",
                source,
                line,
                column,
                "check the indentation, and put text that holds “: ”, “#” or a leading “[” in quotes",
                excerpt,
            )
        ) from None
    except yaml.YAMLError as error:
        raise FactcheckError(Problem("yaml", f"not valid YAML: {error}", source)) from None
    if root is None:
        raise FactcheckError(Problem("yaml", "the file is empty", source, hint="write at least one key"))
    problems: list[Problem] = []
    node = _node(root, source, lines, problems)
    if problems:
        raise FactcheckError(*problems)
    return node


def plain(text: str, source: str) -> Any:
    """The same without places."""
    return parse(text, source).plain()


def walk(node: Node) -> Iterator[Node]:
    """The node and every node under it."""
    yield node
    children = (
        node.value
        if isinstance(node.value, list)
        else node.value.values()
        if isinstance(node.value, dict)
        else ()
    )
    for child in children:
        yield from walk(child)


def _node(node: yaml.Node, source: str, lines: list[str], problems: list[Problem]) -> Node:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    made = Node("", line, column, source, lines)
    if isinstance(node, yaml.ScalarNode):
        made.value = "" if node.style is None and node.value in ("~", "null") else node.value
    elif isinstance(node, yaml.SequenceNode):
        made.value = [_node(child, source, lines, problems) for child in node.value]
    else:
        made.value = {}
        for key_node, value_node in node.value:
            key = _node(key_node, source, lines, problems)
            if not isinstance(key.value, str):
                problems.append(key.problem("a key must be a word", code="yaml"))
                continue
            if key.value in made.value:
                problems.append(
                    key.problem(
                        f"the key “{key.value}” stands here twice", "remove or rename one", code="yaml"
                    )
                )
                continue
            child = _node(value_node, source, lines, problems)
            child.key = key
            made.value[key.value] = child
    return made
