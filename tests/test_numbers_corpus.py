"""The corpora of `tests/corpus`: a value, the phrases that must give it, the phrases that must give nothing.

A value is written as a number or `a..b` and a unit (a counted noun as written), with a mark in front:
`~` about, `>=` at least, `>` more than, `<=` at most, `<` less than, `up` and `down` for changes.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.kinds.numbers import read
from factcheck.text.tokens import tokenise
from factcheck.units import Units
from factcheck.yamlfile import plain

FOLDER = Path(__file__).parent / "corpus"
NAMES = ("money", "percent", "quantity", "count", "ordinal", "age", "number")
CORPORA = {
    name: plain((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), f"{name}.yaml") for name in NAMES
}
CASES = [
    (value, phrase) for corpus in CORPORA.values() for value, phrases in corpus.items() for phrase in phrases
]
MARKS = {"exact": "", "approx": "~", "between": "", "up": "up ", "down": "down "}


def written(mention) -> str:
    value = mention.value
    ends = [f"{end.normalize():f}" for end in (value.low, value.high) if end is not None]
    mark = MARKS.get(value.bound)
    if value.bound == "at_least":
        mark = ">" if value.low_open else ">="
    elif value.bound == "at_most":
        mark = "<" if value.high_open else "<="
    number = ends[0] if len(ends) == 1 or ends[0] == ends[1] else "..".join(ends)
    if mark == "~" and value.unit is None and mention.noun:
        return f"~{number} {mention.noun}"
    return f"{mark}{number} {value.unit or mention.noun}".rstrip()


@pytest.mark.parametrize(("value", "phrase"), CASES, ids=[f"{value}: {phrase}" for value, phrase in CASES])
def test_phrase(value, phrase):
    found = [written(m) for m in read(tokenise(phrase), b"", Units.default()) if not m.incidental]
    assert found == ([] if value == "nothing" else value.split("; "))


def test_corpora_are_large():
    assert len(CASES) >= 1000
    assert len({phrase for _, phrase in CASES}) == len(CASES)
