"""Sentences a second from text to claims, in one process, over the project's own seed articles.

    python benchmarks/claims.py [--sentences 20000] [--profile]

Prints sentences and words a second for reading claims, and milliseconds for a whole report on all seed
folders, all by the processor's time. Machines differ and are noisy: compare rows of one run only.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import time

import factcheck
from factcheck.inputs import gather
from factcheck.places import seeds_folder


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sentences", type=int, default=20000)
    parser.add_argument("--profile", action="store_true", help="print where the time goes")
    options = parser.parse_args()
    checker = factcheck.Checker()
    documents = gather([str(seeds_folder())]).documents
    counts = [checker.read(document).sentence_count for document in documents]  # warm, and counted
    rounds = max(1, options.sentences // sum(counts))
    profiler = cProfile.Profile()
    if options.profile:
        profiler.enable()
    begin = time.process_time()
    for _ in range(rounds):
        for document in documents:
            checker.extract(document)
    spent = time.process_time() - begin
    profiler.disable()
    words = sum(len(document.text.split()) for document in documents) * rounds
    print(f"text to claims: {sum(counts) * rounds / spent:,.0f} sentences/s, {words / spent:,.0f} words/s")
    begin = time.process_time()
    report = checker.check(documents)
    print(
        f"one report on {len(documents)} documents: {1000 * (time.process_time() - begin):,.0f} ms,"
        f" {len(report.claims)} claims"
    )
    if options.profile:
        pstats.Stats(profiler).sort_stats("tottime").print_stats(35)


if __name__ == "__main__":
    main()
