"""A ledger: facts that somebody vouches for, in a YAML file, as rows that texts are measured by.

    - subject: Tomahawk
      attribute: range
      value: 2,500 km
      source: Navy fact sheet, 2024
      as of: 2024-05-01

The file is a document of its own, so that a deviation leads to the line of the fact. Values are read
as in any text; what is wrong with one fact is a problem with its place, and the others still count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.claims.ledger.entry import CODE, NEEDED, Reading, read_fact
from factcheck.claims.ledger.fact import EVENT, Fact
from factcheck.errors import FactcheckError, Problem
from factcheck.model import Document
from factcheck.units import Units
from factcheck.yamlfile import Node, parse

__all__ = ["EVENT", "Fact", "Facts", "parse_facts", "read_facts"]


@dataclass(frozen=True, slots=True)
class Facts:
    """A ledger as it was read."""

    document: Document
    facts: tuple[Fact, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_facts(path: str | Path, units: Units | None = None) -> Facts:
    """The ledger in a file, read with `units`; FactcheckError when it cannot be read or is no YAML at all."""
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise FactcheckError(Problem(CODE, f"the ledger cannot be read: {reason}", str(path))) from None
    return parse_facts(text, str(path), units)


def parse_facts(text: str, source: str, units: Units | None = None) -> Facts:
    """The ledger in a text: a list of facts, or `facts:` with that list."""
    root = parse(text, source)
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    reading = Reading(Document(source=source, text=text, title="ledger"), units or Units.default(), starts)
    entries = root.value.get("facts", root) if isinstance(root.value, dict) else root
    if not isinstance(entries.value, list):
        hint = f"each with {', '.join(NEEDED)}"
        raise FactcheckError(entries.problem("a ledger is a list of facts", hint, CODE))
    read = [(entry, fact) for entry in entries.value if (fact := read_fact(entry, reading)) is not None]
    kept = _told_apart(read, reading)
    return Facts(reading.document, tuple(kept), tuple(reading.problems))


def _told_apart(read: Sequence[tuple[Node, Fact]], reading: Reading) -> Iterator[Fact]:
    """The facts without doubles; of two that contradict each other neither is used."""
    same: dict[tuple[object, ...], list[tuple[Node, Fact]]] = defaultdict(list)
    for entry, fact in read:
        row = fact.row
        scope = tuple((key, value) for key, value in row.claim.scope.items())
        name = row.attribute or tuple(sorted(fact.attribute))
        same[row.subject, name, row.kind, row.dimension, row.head, scope].append((entry, fact))
    dropped: set[int] = set()
    for entries in same.values():
        first, one = entries[0]
        for other, two in entries[1:]:
            where = f"line {first.line}"
            if one.row.claim.canonical == two.row.claim.canonical:
                reading.tell(other, f"the same fact stands in {where}", "remove one")
                dropped.add(id(two))
                continue
            message = f"“{two.row.claim.text}” contradicts “{one.row.claim.text}” in {where}: neither is used"
            reading.tell(other, message, "remove one, or give each its own “as of”")
            dropped.update((id(one), id(two)))
    return (fact for _, fact in read if id(fact) not in dropped)
