"""How fast numbers are read: microseconds a sentence, and that time grows with length and no faster.

    python benchmarks/reading.py [--rounds 20]

The sentences are made here from a seed, of the make-up of news: one in two holds numbers.
"""

from __future__ import annotations

import argparse
import random
import time

from factcheck.kinds.numbers import read
from factcheck.text.tokens import tokenise
from factcheck.units import Units

FRAMES = [
    "Officials in {place} said at least {count} people were killed and {small} wounded on the coast.",
    "Shares of the company rose {share}% to ${price}, while its rival lost {share} percent.",
    "The {ordinal} meeting of the two ministers ended without an agreement, aides told reporters.",
    "The ship is {length} metres long and carried about {count} containers of grain, he added.",
    "She said that nobody in the ministry had expected the plan to come back in this form.",
    "Critics of the bill, which has divided the parties for months, called the vote a step too far.",
    "Between {small} and {count} workers at the plant in {place} would keep their jobs under the plan.",
    "The storm, with winds of {length} km/h, was expected to turn north before reaching the islands.",
]
PLACES = ("Harden", "Port Ellis", "Novara", "Sel Valley")
PIECES = ("1", "million ", "a1", "123 ", "one and ", "5 km, ", "$5 ", "one hundred and ", "rose by 5% ")


def sentences(number: int) -> list[str]:
    chance = random.Random(7)

    def filled() -> dict[str, object]:
        return {
            "place": chance.choice(PLACES),
            "count": f"{chance.randint(1000, 90000):,}",
            "small": chance.randint(2, 99),
            "share": chance.randint(1, 99) / 10,
            "price": chance.randint(100, 9999) / 100,
            "ordinal": chance.choice(("third", "21st", "fourth")),
            "length": chance.randint(50, 400),
        }

    return [chance.choice(FRAMES).format(**filled()) for _ in range(number)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    units = Units.default()
    texts = sentences(500)
    begin = time.perf_counter()
    for _ in range(rounds):
        tokens = [tokenise(text) for text in texts]
    spent = time.perf_counter() - begin
    print(f"tokens   {spent / rounds / len(texts) * 1e6:7.1f} us a sentence")
    begin = time.perf_counter()
    for _ in range(rounds):
        found = sum(len(read(sentence, b"", units)) for sentence in tokens)
    spent = time.perf_counter() - begin
    each = spent / rounds / len(texts) * 1e6
    print(f"numbers  {each:7.1f} us a sentence, {found / len(texts):.2f} mentions each")
    print("\nseconds for a piece repeated 10,000 and 40,000 times (linear: 4 x)")
    for piece in PIECES:
        times = []
        for repeated in (10_000, 40_000):
            tokens_of = tokenise(piece * repeated)
            begin = time.perf_counter()
            read(tokens_of, b"", units)
            times.append(time.perf_counter() - begin)
        print(f"{piece!r:20} {times[0]:7.3f} {times[1]:7.3f}  {times[1] / times[0]:4.1f} x")


if __name__ == "__main__":
    main()
