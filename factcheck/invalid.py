"""What is wrong with a value in a file of rules or settings, in a person's words and at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from typing import Any

from factcheck.errors import Problem
from factcheck.yamlfile import Node

MOST_CHOICES = 12
# What pydantic asks for, by the beginning of its error's type.
WANTED = {
    "model": "keys with values of their own",
    "dict": "keys with values of their own",
    "mapping": "keys with values of their own",
    "list": "a list",
    "tuple": "a list",
    "string": "text",
    "bool": "true or false",
    "int": "a whole number",
}

Keys = Callable[[Sequence[Any]], Iterable[str]]


def meant(word: str, choices: Iterable[str]) -> str:
    """“did you mean …?”, or the first few choices where none is close."""
    known = list(choices)
    if close := get_close_matches(word, known, 1):
        return f"did you mean “{close[0]}”?"
    return f"known are: {', '.join(known[:MOST_CHOICES])}{' …' if len(known) > MOST_CHOICES else ''}"


def told(root: Node, details: Any, keys: Keys, code: str = "rule") -> Problem:
    """A pydantic error's `details` as a problem at its place under `root`; `keys` gives the keys that could
    stand where an unknown one was found."""
    where, kind = details["loc"], details["type"]
    node, name = _node(root, where), str(where[-1]) if where else ""
    if kind == "extra_forbidden":
        return node.problem(f"unknown key “{name}”", meant(name, keys(where)), code, at_key=True)
    if kind == "missing":
        return node.problem(f"the key “{name}” is missing", "", code)
    if kind == "literal_error":
        choices = [part.strip("'") for part in details["ctx"]["expected"].replace(" or ", ", ").split(", ")]
        given = str(details["input"])
        return node.problem(f"“{given}” is none of {', '.join(choices)}", meant(given, choices), code)
    wanted = WANTED.get(kind.partition("_")[0]) if kind.endswith("_type") else None
    message = f"{wanted} should stand here" if wanted else details["msg"].removeprefix("Value error, ")
    label = next((str(step) for step in reversed(where) if isinstance(step, str)), "")
    return node.problem(f"{label}: {message[0].lower()}{message[1:]}" if label else message, "", code)


def _node(root: Node, where: Sequence[Any]) -> Node:
    """The node under keys and indices, or the last one on the way; a word may stand for its list."""
    node = root
    for step in where:
        inside = node.value
        known = range(len(inside)) if isinstance(inside, list) else inside if isinstance(inside, dict) else ()
        if step in known:
            node = inside[step]
    return node
