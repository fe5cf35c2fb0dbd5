"""Whole sentences of many kinds of text against what a reader should find: F1 of value, unit and bound.

The corpora are meant to be hard: the floors say what is reached, and fall only with a reason.
"""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest

import factcheck
from factcheck.model import Claim, Interval
from factcheck.yamlfile import plain

FOLDER = Path(__file__).parent / "corpus"
WRITTEN = re.compile(r"(up |down )?(~|>=|<=|>|<)?(up |down )?(\S+)(?: (.*))?")
MARKS = {"exact": "", "between": "", "approx": "~", "up": "up", "down": "down"}
FLOORS = {"prose_a": (98.9, 98.5, 98.5), "prose_b": (96.0, 95.0, 94.5)}  # value, with unit, with bound


class Value(NamedTuple):
    low: Fraction
    high: Fraction
    unit: str
    mark: str


def wanted(written: str) -> Value:
    """ "~240 songs", ">5 kilometer", "2..3 year", "1/3 ratio"."""
    before, mark, after, number, unit = WRITTEN.fullmatch(written).groups()
    ends = [Fraction(end) for end in number.split("..")]
    mark = (before or after or mark or "").strip()
    return Value(min(ends), max(ends), (unit or "").lower(), "" if len(ends) > 1 else mark)


def told(claim: Claim) -> Value:
    value = claim.value
    low, high = (
        value.low if value.low is not None else value.high,
        value.high if value.high is not None else value.low,
    )
    mark = MARKS.get(value.bound)
    if mark is None:
        mark = (">" if value.low_open else ">=") if value.high is None else ("<" if value.high_open else "<=")
    unit = "" if claim.kind == "ordinal" else (value.unit or "").lower()
    return Value(Fraction(low), Fraction(high), unit, "" if low != high else mark)


def claims(text: str) -> list[Value]:
    found = factcheck.extract(factcheck.Document(source="a.txt", text=text))
    return [
        told(claim)
        for claim in found
        if isinstance(claim.value, Interval) and not claim.flags and claim.kind != "quote"
    ]


def agreement(want: Value, got: Value) -> int:
    """How many levels agree: 0 nothing, 1 the value, 2 the unit too, 3 the bound too."""
    near = all(abs(a - b) <= abs(a) / 10**9 for a, b in ((want.low, got.low), (want.high, got.high)))
    if not near:
        return 0
    ordinal = not got.unit and want.unit and not want.mark and got.mark == ""
    unit = want.unit == got.unit or bool(ordinal)
    return 1 + unit + (unit and want.mark == got.mark)


def f1(corpus: dict[str, str]) -> tuple[float, float, float]:
    hits = [0, 0, 0]
    total = 0
    for text, written in corpus.items():
        left = claims(text)
        gold = [wanted(value) for value in written.split("; ")] if written else []
        total += len(left) + len(gold)
        for value in gold:
            best = max(left, key=lambda got: agreement(value, got), default=None)
            reached = agreement(value, best) if best is not None else 0
            for level in range(reached):
                hits[level] += 1
            if reached:
                left.remove(best)
    return tuple(200 * hit / total for hit in hits)


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_prose(name):
    corpus = plain((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), name)
    assert len(corpus) >= 170
    reached = f1(corpus)
    assert all(got >= floor for got, floor in zip(reached, FLOORS[name], strict=True)), reached
