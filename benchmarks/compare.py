"""Seconds that comparing takes, apart from reading: many small groups, and one crowded group.

    python benchmarks/compare.py [--claims 100000] [--crowd 10000]

The claims are read from generated texts. Each row is run at the full and at half the size: linear
work takes half the time there.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator

import factcheck
from factcheck.claims.reading import Reading
from factcheck.compare.judge import judge
from factcheck.model import Document

PARTS = ("pump", "valve", "motor", "frame", "boiler", "fan", "tank", "crane")
PER_TEXT = 200


def groups(claims: int) -> Iterator[str]:
    """Sentences on `claims / 4` products, each stated four times, one in ten of them otherwise."""
    for number in range(claims):
        product = number % max(1, claims // 4)
        weight = 100 + product % 800 + (1 if number % 40 == 0 else 0)
        name = "".join(chr(ord("a") + (product // 26**power) % 26) for power in range(4)).title()
        yield f"The {name}or {PARTS[product % 8]} weighs {weight} kg."


def crowd(claims: int) -> Iterator[str]:
    """Sentences that all give one product another weight."""
    for number in range(claims):
        yield f"In test {number % 97} the Alor pump weighs {100 + number % 5000} kg when it is dry."


def read(checker: factcheck.Checker, sentences: Iterator[str]) -> list[Reading]:
    readings: list[Reading] = []
    lines = list(sentences)
    for start in range(0, len(lines), PER_TEXT):
        text = "\n\n".join(lines[start : start + PER_TEXT])
        reading = checker.read(Document(source=f"{start:07d}.txt", text=text))
        for row in reading.rows:
            row.document = len(readings)
        readings.append(reading)
    return readings


def measure(checker: factcheck.Checker, name: str, sentences: Iterator[str]) -> float:
    readings = read(checker, sentences)
    rows = [row for reading in readings for row in reading.rows]
    begin = time.perf_counter()
    found = judge(rows, [reading.profile for reading in readings], checker.rulebook)
    spent = time.perf_counter() - begin
    counts = f"{found.comparable:>9,} pairs compared, {len(found.conflicts):,} findings"
    print(f"{name:<14} {len(rows):>8,} claims {spent:7.2f} s  {counts}")
    return spent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--crowd", type=int, default=10_000)
    options = parser.parse_args()
    checker = factcheck.Checker()
    for name, make, size in (("many groups", groups, options.claims), ("one crowd", crowd, options.crowd)):
        half = measure(checker, name, make(size // 2))
        full = measure(checker, name, make(size))
        print(f"{name:<14} twice the claims take {full / half:.1f} times as long")


if __name__ == "__main__":
    main()
