"""Sentences a second from text to claims, against quantulum3 on the same sentences in the same run.

    python benchmarks/peers.py [--python OTHER] [PATH…]     files and folders; the seeds without any

quantulum3 is no dependency of this project: `pip install quantulum3` in a virtual environment of its
own and give its interpreter with `--python`. Without it the row says “not run”. The two take turns,
round by round, in seconds of the processor, and the best round of each counts, so that a busy
machine hurts both alike.
quantulum3 reads quantities and units alone: no dates, subjects, speakers or modality.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time

import factcheck
from factcheck.inputs import gather
from factcheck.model import Document
from factcheck.places import seeds_folder
from factcheck.text.sentences import sentences

ROUNDS = 3
# Reads a list of sentences, then for each line the seconds of the processor that it takes to parse them once.
PEER = """
import json, sys, time
from quantulum3 import parser
texts = json.loads(sys.stdin.readline())
parser.parse("A rope of 3 metres.", verbose=False)
for _ in sys.stdin:
    begin = time.process_time()
    for text in texts:
        try:
            parser.parse(text)
        except Exception:
            pass
    print(time.process_time() - begin, flush=True)
"""


class Peer:
    """quantulum3 in an interpreter of its own, asked for one round at a time."""

    def __init__(self, python: str, texts: list[str]) -> None:
        self.process = subprocess.Popen(
            [python, "-c", PEER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._tell(json.dumps(texts))

    def round(self) -> float | None:
        """Seconds for all sentences; None where quantulum3 is not there."""
        assert self.process.stdout is not None
        self._tell("")
        line = self.process.stdout.readline()
        return float(line) if line else None

    def _tell(self, line: str) -> None:
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(line + "\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass


def claims_round(checker: factcheck.Checker, documents: list[Document]) -> float:
    begin = time.process_time()
    for document in documents:
        checker.extract(document)
    return time.process_time() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--python", default=sys.executable, help="an interpreter that has quantulum3")
    options = parser.parse_args()
    documents = list(gather(options.paths or [str(seeds_folder())]).documents)
    texts = [sentence.surface for document in documents for sentence in sentences(document)]
    checker = factcheck.Checker()
    claims_round(checker, documents)  # tables and memos are warm
    peer = Peer(options.python, texts)
    ours: list[float] = []
    theirs: list[float | None] = []
    for _ in range(ROUNDS):
        theirs.append(peer.round())
        ours.append(claims_round(checker, documents))
    fast = len(texts) / min(ours)
    print(f"factcheck    {fast:9,.0f} sentences/s, text to claims, {len(texts)} sentences")
    rounds = [seconds for seconds in theirs if seconds is not None]
    if not rounds:
        print("quantulum3   not run: pip install quantulum3 in a virtual environment, and give its --python")
        return
    slow = len(texts) / min(rounds)
    print(f"quantulum3   {slow:9,.0f} sentences/s, quantities only")
    print(f"ratio        {fast / slow:9,.1f}")


if __name__ == "__main__":
    main()
