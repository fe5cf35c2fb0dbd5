"""The YAML block between two `---` lines at the top of a Markdown file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from factcheck.errors import FactcheckError, Problem
from factcheck.inputs._dates import bad_date, iso
from factcheck.model import Comment
from factcheck.yamlfile import Node, parse

BLOCK = re.compile(r"---[ \t]*\r?\n(.*?)(?:^)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
LINE_END = re.compile(r"\r\n?|\n")
COMMENTS = "factcheck"  # the key of what stands in comments elsewhere
# The names that site generators give to one thing, and ours.
FIELDS = {
    "title": "title", "date": "published", "published": "published", "url": "url", "canonical_url": "url",
    "lang": "language", "language": "language", "source": "site", "site": "site", "publisher": "site",
}  # fmt: skip


@dataclass
class FrontMatter:
    """What stands there, where the body begins, and what could not be read."""

    body: int = 0
    fields: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)


def read_front_matter(text: str, source: str) -> FrontMatter:
    """The front matter of `text`; empty when there is none."""
    match = BLOCK.match(text)
    if not match:
        return FrontMatter()
    found = FrontMatter(match.end())
    if not match[1].strip():
        return found
    try:
        root = parse(match[1], source)
    except FactcheckError as error:
        moved = [replace(problem, code="front-matter", line=problem.line + 1) for problem in error.problems]
        found.problems += moved
        return found
    starts = [match.start(1), *(match.start(1) + at.end() for at in LINE_END.finditer(match[1]))]
    for key, node in root.value.items() if isinstance(root.value, dict) else ():
        if key == COMMENTS:
            nodes = node.value if isinstance(node.value, list) else [node]
            found.comments += [
                Comment(starts[each.line - 1] + each.column - 1, each.value, whole=True)
                for each in nodes
                if isinstance(each.value, str)
            ]
        elif isinstance(node.value, str) and node.value:
            _take(found, key, node)
    return found


def _take(found: FrontMatter, key: str, node: Node) -> None:
    name = FIELDS.get(key.lower(), key)
    if name in found.fields:
        return
    if name != "published":
        found.fields[name] = node.value
    elif date := iso(node.value):
        found.fields[name] = date
    else:
        found.problems.append(bad_date(node.value, node.source, node.line + 1, node.column))
