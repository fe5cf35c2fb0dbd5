"""From the text of a rule file to a `Rule`, or to every problem in it, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from string import Formatter
from typing import Any

from pydantic import ValidationError

from factcheck import data, registry
from factcheck.errors import FactcheckError, Problem
from factcheck.invalid import meant, told
from factcheck.model import KINDS
from factcheck.rulebook.rule import LISTS, PLACEHOLDERS, Rule
from factcheck.yamlfile import Node, parse

FEWEST_EXAMPLES = 2
NEEDED = ("conflict", "agree", "not_comparable")
SET_BY_PATH = ("id", "source")


def read_rule(text: str, source: str, rule_id: str) -> tuple[Rule | None, list[Problem]]:
    """The rule of one file, or None with every problem that keeps it from being one."""
    try:
        root = parse(text, source)
    except FactcheckError as error:
        return None, list(error.problems)
    if not isinstance(root.value, dict):
        return None, [root.problem("a rule file holds keys such as “title:” and “kind:”")]
    problems = [
        node.problem(f"“{key}” is set by the path of the file", "remove the line", at_key=True)
        for key, node in root.value.items()
        if key in SET_BY_PATH
    ]
    problems += _vocabulary(root)
    rule = None
    try:
        rule = Rule.model_validate({**root.plain(), "id": rule_id, "source": source})
    except ValidationError as error:
        problems += [told(root, details, _keys) for details in error.errors()]
    problems.sort(key=lambda problem: (problem.line, problem.column))
    return (None if problems else rule), problems


def check_examples(rule: Rule, text: str) -> list[Problem]:
    """What is wrong with the examples of a rule that is sound otherwise: too few, or malformed."""
    root = parse(text, rule.source)
    problems = []
    for name in NEEDED if rule.status == "stable" else ():
        found = len(rule.examples.named(name))
        if found < FEWEST_EXAMPLES:
            problems.append(
                root.at("examples", name).problem(
                    f"a stable rule needs {FEWEST_EXAMPLES} examples under “{name}”, here are {found}",
                    "add some, or set “status: trial”",
                    at_key=True,
                )
            )
    for name in LISTS:
        for number, example in enumerate(rule.examples.named(name)):
            node = root.at("examples", name, number)
            if rule.within == "between" and len(example.texts) == 1:
                problems.append(
                    node.problem(
                        "an example between texts needs two texts",
                        "a text that holds a comma must stand in quotes",
                    )
                )
            if example.published and len(example.published) != len(example.texts):
                problems.append(
                    node.at("published").problem(
                        "there are not as many dates as texts", '“""” for an unknown date'
                    )
                )
            if example.reason and name != "not_comparable":
                problems.append(
                    node.at("reason").problem("only a not comparable example has a reason", at_key=True)
                )
    return problems


@cache
def verbs() -> tuple[str, ...]:
    """The ways to compare that there are."""
    return registry.names("factcheck.compare.verbs")


@cache
def attributes() -> dict[str, dict[str, Any]]:
    """The entries of data/attributes.yaml by name."""
    return {entry["name"]: entry for entry in data.load("attributes")}


@cache
def dimensions() -> tuple[str, ...]:
    """Every dimension that an attribute can have."""
    return tuple(sorted({name for entry in attributes().values() for name in entry.get("dimensions", ())}))


def _vocabulary(root: Node) -> Iterator[Problem]:
    """Names that nothing answers to, and selectors that no claim can have."""
    yield from _unknown(root, "compare", verbs(), "way to compare")
    yield from _unknown(root, "attribute", attributes(), "attribute")
    yield from _unknown(root, "dimension", dimensions(), "dimension")
    kinds = {node.value for node in _words(root, "kind") if node.value in KINDS}
    for node in _words(root, "attribute"):
        takes = attributes().get(node.value, {}).get("kinds", ())
        if takes and kinds and not kinds & set(takes):
            yield node.problem(f"this never matches: “{node.value}” takes {' or '.join(takes)} only")
    if _words(root, "dimension") and kinds and "quantity" not in kinds:
        yield root.at("dimension").problem("this never matches: only a quantity has a dimension")
    for node in _words(root, "noun"):
        if node.value != node.value.lower():
            yield node.problem("this never matches: nouns are in lower case", f"write “{node.value.lower()}”")
    for node in _words(root, "message"):
        yield from _placeholders(node)


def _words(root: Node, key: str) -> list[Node]:
    """The nodes of a key that holds a word or a list of words; none where it holds anything else."""
    node = root.value.get(key)
    if node is None:
        return []
    nodes = node.value if isinstance(node.value, list) else [node]
    return [word for word in nodes if isinstance(word.value, str)]


def _unknown(root: Node, key: str, known: Iterable[str], what: str) -> Iterator[Problem]:
    choices = tuple(known)
    for node in _words(root, key):
        if node.value not in choices:
            yield node.problem(f"unknown {what} “{node.value}”", meant(node.value, choices))


def _placeholders(node: Node) -> Iterator[Problem]:
    try:
        names = [name for _, name, _, _ in Formatter().parse(node.value) if name is not None]
    except ValueError as error:
        yield node.problem(f"the braces of the message do not match: {error}", "“{{” stands for a brace")
        return
    for name in names:
        if name not in PLACEHOLDERS:
            yield node.problem(f"unknown placeholder “{{{name}}}”", meant(name, PLACEHOLDERS))


def _keys(where: Sequence[Any]) -> Iterable[str]:
    if len(where) == 1:
        return [name for name in Rule.model_fields if name not in SET_BY_PATH]
    return LISTS if len(where) == 2 else ("texts", "published", "reason")
