"""Time and memory of texts that nobody writes: whether both grow with length and no faster.

    python benchmarks/long.py [--megabytes 1] [TEXT…]     "one sentence", digits …; all without a name
    python benchmarks/long.py --corpus 200

Each text is read at a quarter of its full size and at the full one: seconds of the processor a
megabyte should stay what they are. `--corpus` streams so many megabytes of made-up news instead,
document by document, each with names and nouns that no other one has, and prints the most memory
that the process ever held, tenth by tenth: it should soon stay what it is.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator

from reading import sentences

import factcheck

MEGABYTE = 1_000_000
ARTICLE = 40  # sentences of a made-up article
SYLLABLES = "ba ke lo mi ru ta ven dor hal mar tin os el fa gri sto".split()
STRANGERS = (
    "The {name} Bridge near {place} is {count} metres long and cost ${count} million, {name} said.",
    "At least {count} {noun}s were found in {place}, or {count} {noun}s per {other}, on 5 May 2024.",
    "{name} {surname}, {count}, of {place} sold {count} {noun}s at €{count} per {other}.",
)


def prose(size: int) -> str:
    """One sentence of news with numbers, names and dates, and no mark that could end it."""
    chance = random.Random(3)
    clauses = [sentence.rstrip(".") for sentence in sentences(200)]
    made: list[str] = []
    length = 0
    while length < size:
        made.append(chance.choice(clauses))
        length += len(made[-1]) + 5
    return " and ".join(made)[:size]


def repeated(piece: str) -> Callable[[int], str]:
    return lambda size: (piece * (size // len(piece) + 1))[:size]


TEXTS: dict[str, Callable[[int], str]] = {
    "one sentence": prose,
    "digits": repeated("7319"),
    "digits with commas": repeated("123,"),
    "nested quotation marks": repeated('“‘"«'),
    "quotations in quotations": repeated("“He said ‘no “never” again’ to them” "),
    "no blank at all": repeated("abcdefghij"),
    "letters and digits glued": repeated("a1"),
    "million million": repeated("million "),
    "one and one": repeated("one and "),
    "dates without an end": repeated("on 5 May and "),
    "times": repeated("3:30 "),
    "ranges": repeated("5-6 km to "),
    "capitals": repeated("Northern Bank of "),
    "brackets": repeated("("),
    "commas": repeated("12, "),
    "points": repeated("U.S. "),
    "line feeds": repeated("a 5\n"),
}


def seconds(text: str) -> float:
    checker = factcheck.Checker()
    begin = time.process_time()
    checker.extract(factcheck.Document(source="long", text=text))
    return time.process_time() - begin


def articles(megabytes: int) -> Iterator[factcheck.Document]:
    made = 0
    number = 0
    pool = sentences(5000)
    chance = random.Random(5)

    def word() -> str:
        return "".join(chance.choices(SYLLABLES, k=4))

    while made < megabytes * MEGABYTE:
        strange = {"count": chance.randrange(2, 90), "noun": word(), "other": word()}
        strange |= {part: word().capitalize() for part in ("name", "surname", "place")}
        told = [*chance.choices(pool, k=ARTICLE), *(frame.format(**strange) for frame in STRANGERS)]
        text = " ".join(told)
        made += len(text)
        number += 1
        yield factcheck.Document(source=f"article-{number}", text=text)


def peak() -> float:
    """The most memory that the process ever held, in megabytes."""
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / (MEGABYTE if sys.platform == "darwin" else 1000)


def stream(megabytes: int) -> None:
    checker = factcheck.Checker()
    made = claims = tenths = 0
    begin = time.process_time()
    for document in articles(megabytes):
        claims += len(checker.extract(document))
        made += len(document.text)
        if made >= (tenths + 1) * megabytes * MEGABYTE / 10:
            tenths += 1
            spent = time.process_time() - begin
            print(
                f"{made / MEGABYTE:6,.0f} MB  {claims:11,} claims  {spent:8,.0f} s  {peak():6,.1f} MB held",
                flush=True,
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("texts", nargs="*", metavar="TEXT", help=", ".join(TEXTS))
    parser.add_argument("--megabytes", type=float, default=1.0, help="full size of each text")
    parser.add_argument("--corpus", type=int, default=0, help="megabytes of articles to stream instead")
    options = parser.parse_args()
    if options.corpus:
        stream(options.corpus)
        return
    size = int(options.megabytes * MEGABYTE)
    seconds(prose(10_000))  # tables are read
    print(f"{'seconds a megabyte':26} {size // 4:>10,} {size:>10,}  ratio (linear: 1.0)")
    for name in options.texts or TEXTS:
        make = TEXTS[name]
        small, full = (seconds(make(length)) / length * MEGABYTE for length in (size // 4, size))
        print(f"{name:26} {small:10.2f} {full:10.2f}  {full / small:5.2f}")


if __name__ == "__main__":
    main()
