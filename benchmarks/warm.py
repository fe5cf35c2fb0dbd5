"""Wall and processor time of `factcheck report` over 1,000 documents of 500 words, cold, warm, one changed.

    python benchmarks/warm.py [DOCUMENTS]

Each document speaks of a few things of its own and of some that its neighbours speak of as well.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from itertools import product
from pathlib import Path

COMMAND = Path(sys.executable).parent / "factcheck"
WORDS = 500
SYLLABLES = "ba ke lo mi ru ta ven dor hal mar tin os el fa gri sto".split()
NAMES = ["".join(parts).capitalize() for parts in product(SYLLABLES, repeat=3)]
THINGS = ("Bridge", "Tower", "Dam", "Station", "Tunnel", "Harbour")
FILLING = (
    "Nobody in the town could say when the work had begun, and the council kept its papers closed. "
    "The mayor spoke for a while and then left through the side door without another word. "
    "People stood about and talked of older days while the rain went on falling over the roofs."
)


def text(number: int, chance: random.Random) -> str:
    """A Markdown document of about WORDS words."""
    parts = [f"# Notes, number {number}"]
    while sum(len(part.split()) for part in parts) < WORDS:
        name = NAMES[(number * 4 + chance.randrange(6)) % len(NAMES)]
        number_of = chance.randrange(3, 90)
        facts = (
            f"The {name} {chance.choice(THINGS)} is {number_of * 25:,} metres long, its engineers said.",
            f"At least {number_of} people were killed near {name} on {chance.randrange(1, 28)} May 2025.",
            f"The {name} {chance.choice(THINGS)} cost ${number_of * 10} million.",
            f"About {number_of}% of voters in {name} backed the plan.",
        )
        fact = chance.choice(facts)
        parts.append(f"{fact} {FILLING}" if chance.random() < 0.6 else fact)
    return "\n\n".join(parts) + "\n"


def main(count: int) -> None:
    """Prints a line for each run."""
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        docs = Path(folder, "docs")
        docs.mkdir()
        for number in range(count):
            (docs / f"{number:05}.md").write_text(text(number, chance), encoding="utf-8")
        environment = {**os.environ, "FACTCHECK_CACHE": f"{folder}/cache"}
        changed = docs / f"{count // 2:05}.md"
        for name, options in (
            ("cold", []),
            ("warm", []),
            ("warm", []),
            ("one changed", []),
            ("--no-cache", ["--no-cache"]),
        ):
            if name == "one changed":
                changed.write_text(text(count, chance), encoding="utf-8")
            begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
            command = [
                COMMAND,
                "report",
                "docs",
                "--fail-on",
                "never",
                "--format",
                f"json={folder}/found.json",
                "--format",
                f"sarif={folder}/found.sarif",
            ]
            subprocess.run([*command, *options, "--quiet"], cwd=folder, env=environment, check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            print(f"{name:11} {time.perf_counter() - begun:6.2f} s wall, {processor:6.2f} s processor")
        for kind in ("json", "sarif"):
            print(f"{kind} {Path(folder, f'found.{kind}').stat().st_size:,} bytes")
        print(f"peak {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e3:.0f} MB")
        size = sum(file.stat().st_size for file in Path(folder, "cache").rglob("*") if file.is_file())
        print(f"cache {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 1000)
