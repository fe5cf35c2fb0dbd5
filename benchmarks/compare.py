"""Processor time of comparing, apart from reading: many small groups, one crowded group, short articles.

    python benchmarks/compare.py [--claims 100000] [--crowd 10000] [--articles 1000]

The claims are read from generated texts. Each row is run at the full and at half the size: linear
work takes half the time there.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterable, Iterator

from warm import text

import factcheck
from factcheck.claims.reading import Reading
from factcheck.compare.judge import judge
from factcheck.model import Document

PARTS = ("pump", "valve", "motor", "frame", "boiler", "fan", "tank", "crane")
PER_TEXT = 200


def groups(claims: int) -> Iterator[str]:
    """Sentences on `claims / 4` products, each stated four times, one in forty of them otherwise."""
    for number in range(claims):
        product = number % max(1, claims // 4)
        weight = 100 + product % 800 + (50 if number % 41 == 0 else 0)
        name = "".join(chr(ord("a") + (product // 26**power) % 26) for power in range(4)).title()
        yield f"The {name}or {PARTS[product % 8]} weighs {weight} kg."


def crowd(claims: int) -> Iterator[str]:
    """Sentences that all give one product another weight."""
    for number in range(claims):
        yield f"In test {number % 97} the Alor pump weighs {100 + number % 5000} kg when it is dry."


def articles(number: int) -> Iterator[str]:
    """Texts of 500 words with lengths, costs, shares and tolls of things that other texts tell of too."""
    chance = random.Random(7)
    return (text(place, chance) for place in range(number))


def texts(sentences: Iterator[str]) -> Iterator[str]:
    """Texts of `PER_TEXT` sentences each."""
    lines = list(sentences)
    for start in range(0, len(lines), PER_TEXT):
        yield "\n\n".join(lines[start : start + PER_TEXT])


def read(checker: factcheck.Checker, texts: Iterable[str]) -> list[Reading]:
    readings: list[Reading] = []
    for number, each in enumerate(texts):
        reading = checker.read(Document(source=f"{number:07d}.txt", text=each))
        for row in reading.rows:
            row.document = len(readings)
        readings.append(reading)
    return readings


def measure(checker: factcheck.Checker, name: str, texts: Iterable[str]) -> float:
    readings = read(checker, texts)
    rows = [row for reading in readings for row in reading.rows]
    profiles, documents = zip(*((reading.profile, reading.document) for reading in readings), strict=True)
    begin = time.process_time()
    found = judge(rows, list(profiles), documents, checker.rulebook)
    spent = time.process_time() - begin
    counts = f"{found.comparable:>9,} pairs compared, {len(found.conflicts):,} findings"
    print(f"{name:<14} {len(rows):>8,} claims {spent:7.2f} s  {counts}")
    return spent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--crowd", type=int, default=10_000)
    parser.add_argument("--articles", type=int, default=1000)
    options = parser.parse_args()
    checker = factcheck.Checker()
    for name, make, size in (
        ("many groups", lambda size: texts(groups(size)), options.claims),
        ("one crowd", lambda size: texts(crowd(size)), options.crowd),
        ("articles", articles, options.articles),
    ):
        half = measure(checker, name, make(size // 2))
        full = measure(checker, name, make(size))
        print(f"{name:<14} twice the claims take {full / half:.1f} times as long")


if __name__ == "__main__":
    main()
