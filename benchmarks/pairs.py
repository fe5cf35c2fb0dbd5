"""Recall and precision on labelled pairs of texts, by kind of text and class of value.

    python benchmarks/pairs.py FILE.yaml... [--case ID] [--verbose]

A file lists cases, each with two texts (`a`, `b`), a `kind` and the `conflicts` planted in them: the words
of each text that a finding must touch, their `class` and the `outcome` it should have. What is planted counts
as found by a finding of any outcome. A conflict that touches nothing planted is wrong; findings of other
outcomes that do so are counted apart. --verbose lists what was missed and what is wrong.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import factcheck
from factcheck.model import Conflict, Document, Report
from factcheck.yamlfile import plain

Case = dict[str, Any]


@dataclass
class Tally:
    """What the cases of one kind or class came to."""

    planted: int = 0
    found: int = 0
    wrong: int = 0
    others: int = 0

    def __str__(self) -> str:
        recall = f"{self.found / self.planted:.3f}" if self.planted else "-"
        flags = self.found + self.wrong
        precision = f"{self.found / flags:.3f}" if flags else "-"
        return f"{self.planted:8}{self.found:7}{self.wrong:7}{self.others:8}{recall:>9}{precision:>11}"


@dataclass
class Outcome:
    """The findings of one case: which planted one each touches, if any."""

    case: Case
    report: Report
    hits: list[Conflict | None] = field(default_factory=list)
    wrong: list[Conflict] = field(default_factory=list)


def run(case: Case, checker: factcheck.Checker) -> Outcome:
    report = checker.check([Document(source=f"{side}.txt", text=case[side]) for side in "ab"])
    outcome = Outcome(case, report)
    spans = [{side: _span(case, side, planted[side]) for side in "ab"} for planted in case["conflicts"]]
    touching = [
        [at for at, planted in enumerate(spans) if _touches(found, planted)] for found in report.conflicts
    ]
    for at in range(len(spans)):
        hits = [found for found, touched in zip(report.conflicts, touching, strict=True) if at in touched]
        outcome.hits.append(min(hits, key=lambda found: found.outcome != "conflict", default=None))
    outcome.wrong = [found for found, touched in zip(report.conflicts, touching, strict=True) if not touched]
    return outcome


def _span(case: Case, side: str, words: str) -> tuple[int, int]:
    start = case[side].find(str(words))
    if start < 0:
        raise SystemExit(f"{case['id']}: text {side} does not hold {words!r}")
    return start, start + len(str(words))


def _touches(found: Conflict, planted: dict[str, tuple[int, int]]) -> bool:
    return all(
        any(
            span.document == f"{side}.txt" and span.start < end and start < span.end
            for span in (claim.span for claim in found.claims)
        )
        for side, (start, end) in planted.items()
    )


def tallies(outcomes: list[Outcome]) -> Iterator[tuple[str, Tally]]:
    """Of all cases, of each kind of text, of each class of value (which only planted ones have)."""
    named: dict[str, Tally] = {"all": Tally()}
    for outcome in outcomes:
        kind = named.setdefault(outcome.case["kind"], Tally())
        for tally in (named["all"], kind):
            tally.wrong += sum(found.outcome == "conflict" for found in outcome.wrong)
            tally.others += sum(found.outcome != "conflict" for found in outcome.wrong)
        for planted, hit in zip(outcome.case["conflicts"], outcome.hits, strict=True):
            for tally in (named["all"], kind, named.setdefault(f"  {planted['class']}", Tally())):
                tally.planted += 1
                tally.found += hit is not None
    yield from sorted(named.items(), key=lambda each: (each[0] != "all", each[0].startswith(" "), each[0]))


def show(outcome: Outcome) -> None:
    """What was missed in a case and what is wrong."""
    name = outcome.case["id"]
    for planted, hit in zip(outcome.case["conflicts"], outcome.hits, strict=True):
        words = f"{planted['a']} | {planted['b']}"
        if hit is None:
            print(f"{name}: missed {planted['class']}: {words}")
        elif hit.outcome != planted["outcome"]:
            print(f"{name}: {hit.outcome}, not {planted['outcome']}: {words}")
    for found in outcome.wrong:
        texts = " | ".join(f"{claim.span.document[0]}: {claim.text}" for claim in found.claims)
        print(f"{name}: wrong {found.outcome} by {found.rule}: {texts}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--case", action="append", default=[])
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    checker = factcheck.Checker()
    cases: list[Case] = [
        case for path in options.files for case in plain(path.read_text(encoding="utf-8"), str(path))
    ]
    outcomes = [run(case, checker) for case in cases if not options.case or case["id"] in options.case]
    if options.verbose:
        for outcome in outcomes:
            show(outcome)
    print(f"{'':12}{'planted':>8}{'found':>7}{'wrong':>7}{'others':>8}{'recall':>9}{'precision':>11}")
    for name, tally in tallies(outcomes):
        print(f"{name:12}{tally}")


if __name__ == "__main__":
    main()
