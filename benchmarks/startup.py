"""How long people wait: the command's help, the import, a report on two articles.

    python benchmarks/startup.py [PATH…]     the best of seven runs each; PATH… instead of a seed

The start of the interpreter alone is printed too, since it is part of each figure.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from factcheck.places import seeds_folder

RUNS = 7
COMMAND = str(Path(sys.executable).parent / "factcheck")


def best(*command: str) -> float:
    """Seconds of the fastest run."""
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        subprocess.run(command, check=False, capture_output=True)
        times.append(time.perf_counter() - begin)
    return min(times)


def main() -> None:
    paths = sys.argv[1:] or [str(seeds_folder() / "missile-range")]
    for name, command in {
        "python -c pass": (sys.executable, "-c", "pass"),
        "import factcheck": (sys.executable, "-c", "import factcheck"),
        "factcheck --help": (COMMAND, "--help"),
        "factcheck rules": (COMMAND, "rules"),
        "factcheck extract": (COMMAND, "extract", *paths),
        "factcheck report": (COMMAND, "report", *paths),
    }.items():
        print(f"{name:20} {best(*command):6.3f} s")


if __name__ == "__main__":
    main()
