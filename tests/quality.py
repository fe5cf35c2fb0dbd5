"""The quality gate: seed cases and rule examples against what was reached before.

    python tests/quality.py [--allow-lower]     shows what fails; pins what is reached now in quality.json

The gate lists what fails today. A listed case that passes fails its test, so the list can only shrink,
and a floor is lowered only by --allow-lower.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.checker import Checker
from factcheck.examples import ExampleResult, run_examples
from factcheck.model import Conflict, Document, Report
from factcheck.rulebook import load_rules
from factcheck.yamlfile import plain

ROOT = Path(__file__).parent.parent / "seeds"
GATE = Path(__file__).parent / "quality.json"
Gate = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Outcome:
    """What a case came to: findings that were expected and found, expected and missed, not expected."""

    right: int
    missed: tuple[str, ...]
    extra: tuple[str, ...]

    @property
    def passed(self) -> bool:
        return not self.missed and not self.extra


def cases() -> list[str]:
    """The names of all cases, such as "ferry" and "clean/two-floods"."""
    return sorted(path.parent.relative_to(ROOT).as_posix() for path in ROOT.rglob("expected.yaml"))


def expected(case: str) -> list[dict[str, Any]]:
    """The findings that a case lists."""
    path = ROOT / case / "expected.yaml"
    found: list[dict[str, Any]] = plain(path.read_text(encoding="utf-8"), str(path))["conflicts"]
    return found


def texts(case: str) -> list[Path]:
    return sorted(path for path in (ROOT / case).iterdir() if path.name != "expected.yaml")


def run(case: str, checker: Checker) -> Outcome:
    """One case through the checker; each finding answers to one expected finding at most."""
    report = checker.check(texts(case))
    if report.problems:
        return Outcome(0, tuple(str(problem) for problem in report.problems), ())
    left = list(report.conflicts)
    missed = []
    for wanted in expected(case):
        found = next((conflict for conflict in left if _answers(conflict, wanted, report)), None)
        if found is None:
            missed.append(f"{wanted['outcome']} by {wanted['rule']}: {wanted['touches']}")
        else:
            left.remove(found)
    extra = tuple(f"{c.outcome} by {c.rule}: {' | '.join(claim.text for claim in c.claims)}" for c in left)
    return Outcome(len(expected(case)) - len(missed), tuple(missed), extra)


def _answers(conflict: Conflict, wanted: dict[str, Any], report: Report) -> bool:
    if (conflict.rule, conflict.outcome) != (wanted["rule"], wanted["outcome"]):
        return False
    return all(_touches(conflict, name, phrase, report.documents) for name, phrase in wanted["touches"])


def _touches(conflict: Conflict, name: str, phrase: str, documents: tuple[Document, ...]) -> bool:
    document = next(document for document in documents if Path(document.id).name == name)
    return any(
        claim.span.document == document.id and claim.span.start < at + len(phrase) and at < claim.span.end
        for at in occurrences(document.text, phrase)
        for claim in conflict.claims
    )


def occurrences(text: str, phrase: str) -> list[int]:
    found, at = [], text.find(phrase)
    while at >= 0:
        found.append(at)
        at = text.find(phrase, at + 1)
    return found


def seed_figures(outcomes: dict[str, Outcome]) -> dict[str, float]:
    """Precision and recall over the findings of all cases, and the number of clean cases that are silent."""
    right = sum(outcome.right for outcome in outcomes.values())
    missed = sum(len(outcome.missed) for outcome in outcomes.values())
    extra = sum(len(outcome.extra) for outcome in outcomes.values())
    return {
        "precision": round(right / max(1, right + extra), 3),
        "recall": round(right / max(1, right + missed), 3),
        "clean_silent": sum(o.passed for case, o in outcomes.items() if case.startswith("clean/")),
    }


def pinned() -> Gate:
    """What was reached before."""
    if not GATE.exists():
        return {"seeds": {"floors": {}, "failing": []}, "examples": {"floors": {}, "failing": []}}
    gate: Gate = json.loads(GATE.read_text(encoding="utf-8"))
    return gate


def reached(outcomes: dict[str, Outcome], examples: list[ExampleResult]) -> Gate:
    """What is reached now, in the shape of the gate."""
    return {
        "seeds": {
            "floors": seed_figures(outcomes),
            "failing": [case for case, outcome in outcomes.items() if not outcome.passed],
        },
        "examples": {
            "floors": {"passing": sum(result.passed for result in examples)},
            "failing": [result.id for result in examples if not result.passed],
        },
    }


def main() -> int:
    checker = Checker()
    outcomes = {case: run(case, checker) for case in cases()}
    examples = run_examples(load_rules(), checker.check)
    for case, outcome in outcomes.items():
        for line in (
            *(f"missed {what}" for what in outcome.missed),
            *(f"extra {what}" for what in outcome.extra),
        ):
            print(f"seeds/{case}: {line}")
    for result in examples:
        if not result.passed:
            print(f"{result.id}: {result.message}")
    before, now = pinned(), reached(outcomes, examples)
    for part, gate in now.items():
        print(f"{part}: {gate['floors']}, {len(gate['failing'])} fail")
    lower = [
        name
        for part in now
        for name, floor in before[part]["floors"].items()
        if now[part]["floors"][name] < floor
    ]
    if lower and "--allow-lower" not in sys.argv:
        print(f"not written: {', '.join(lower)} would be lowered; --allow-lower does it")
        return 1
    GATE.write_text(json.dumps(now, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
