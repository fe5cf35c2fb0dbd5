"""Checks inside one text: what a text says twice, or could have worked out from itself.

Each module is a check with the name of its verb in `compare/verbs`: it finds values that belong
together by how they stand beside each other (`find(text) -> Iterator[Pair]`), and the verb and a
rule with `within: inside` judge them. A pair's second side may hold further claims, in
`Row.restated`: the other parts of a sum, the value after a change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from factcheck import registry
from factcheck.claims.reading import Reading
from factcheck.compare.inside._text import Text
from factcheck.compare.pair import Pair


def pairs(readings: Iterable[Reading], refused: Counter[str]) -> Iterator[Pair]:
    """What each text lets compare with itself; `refused` counts what a crowded sentence leaves out."""
    checks = [registry.get(__name__, name) for name in registry.names(__name__)]
    for reading in readings:
        text = Text(reading)
        refused["crowd"] += text.left_out
        for check in checks:
            yield from check.find(text)
