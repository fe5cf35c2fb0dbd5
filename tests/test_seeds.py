"""Each seed case says exactly what it lists; all together hold the floors of quality.json."""

from __future__ import annotations

from functools import cache

import pytest
from quality import GATE, ROOT, Outcome, cases, expected, occurrences, pinned, run, seed_figures, texts

from factcheck.checker import Checker
from factcheck.inputs import gather
from factcheck.rulebook import load_rules

PINNED = pinned()["seeds"]


@cache
def checker() -> Checker:
    return Checker()


@cache
def outcome(case: str) -> Outcome:
    return run(case, checker())


@pytest.mark.parametrize("case", cases())
def test_a_case_says_exactly_what_it_lists(case: str) -> None:
    found = outcome(case)
    if case in PINNED["failing"]:
        # strict: whoever mends a case takes it off the list, with python tests/quality.py
        assert not found.passed, f"{case} passes now: take it off the list in {GATE.name}"
        pytest.xfail("; ".join((*found.missed, *found.extra)))
    assert found.passed, "\n".join(
        (*(f"missed {m}" for m in found.missed), *(f"extra {e}" for e in found.extra))
    )


def test_quality_holds_the_floors() -> None:
    reached = seed_figures({case: outcome(case) for case in cases()})
    for name, floor in PINNED["floors"].items():
        assert reached[name] >= floor, f"{name} fell; python tests/quality.py shows by what"


def test_there_are_enough_cases() -> None:
    clean = [case for case in cases() if case.startswith("clean/")]
    assert len(cases()) >= 40
    assert len(clean) >= 20
    assert all(not expected(case) for case in clean)


@pytest.mark.parametrize("case", [case for case in cases() if not case.startswith("clean/")])
def test_expected_findings_name_rules_and_words_that_exist(case: str) -> None:
    documents = {d.id.rsplit("/", 1)[-1]: d for d in gather([str(path) for path in texts(case)]).documents}
    known = {rule.id: rule for rule in load_rules().rules}
    assert expected(case)
    for wanted in expected(case):
        assert wanted["rule"] in known
        assert wanted["outcome"] in ("conflict", "revised", "spread")
        assert len(wanted["touches"]) >= 2
        for name, phrase in wanted["touches"]:
            assert occurrences(documents[name].text, phrase), f"“{phrase}” is not in {name}"


def test_cases_kept_aside_exist() -> None:
    listed = [word for word in (ROOT / "README.md").read_text(encoding="utf-8").split("`") if word in cases()]
    assert len(listed) >= len(cases()) // 3
