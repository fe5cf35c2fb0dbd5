"""`factcheck explain`: what a puzzled reader wants to know of a sentence, a rule and a conflict."""

# ruff: noqa: E501  the articles
from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import Checker, FactcheckError
from factcheck.explain import explain

CHECKER = Checker()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    a = "Halden Bridge has a length of 840 metres, the port authority said. Halden Bridge has a height of 61 metres."
    b = "The Halden Bridge, which has a length of 480 metres, was opened in 1964."
    (tmp_path / "a.txt").write_text(a, encoding="utf-8")
    (tmp_path / "b.txt").write_text(b, encoding="utf-8")
    return tmp_path


def told(text: str, words: str) -> dict[str, str]:
    """The facts that are told of the value with these words."""
    paragraph = next(part for part in text.split("\n\n") if f"“{words}”" in part.splitlines()[0])
    lines = (line.strip().partition(" ") for line in paragraph.splitlines()[1:])
    return {name: rest.strip() for name, _, rest in lines}


def test_a_sentence_is_told_value_by_value() -> None:
    text = explain("At least 48 people were killed in Dorn, the governor said.", CHECKER)
    facts = told(text, "At least 48 people")
    assert facts["bound"] == "at_least"
    assert facts["unit"] == "people"
    assert facts["speaker"] == "governor"
    assert facts["modality"] == "asserted"
    assert facts["judged"].endswith("casualties/killed")


def test_what_is_left_out_is_told_with_its_reason() -> None:
    assert told(explain("The A320 carried 180 people.", CHECKER), "320") == {"left": "out   name"}
    assert "--published" in told(explain("It rained on Monday in Dorn.", CHECKER), "Monday")["but"]
    assert "planned" in told(explain("The firm will build 40 flats.", CHECKER), "40 flats")["but"]


def test_what_a_sentence_says_twice_is_told() -> None:
    assert "units/dual" in explain("The dyke is 14 km (11 miles) long.", CHECKER)
    assert "fits" in explain("The dyke is 14 km (8.7 miles) long.", CHECKER)


def test_a_conflict_is_told_gate_by_gate(folder: Path) -> None:
    (conflict,) = CHECKER.check([folder]).conflicts
    text = explain(conflict.id[:8], CHECKER, [str(folder)])
    for words in (
        "subject    Halden Bridge in both",
        "attribute  length in both",
        "speaker    port authority | the author",
        "modality   asserted in both",
        "likely slip: two digits swapped",
        "not compared: ",
        "a.txt:1:",
    ):
        assert words in text


def test_rules_and_the_ledger_s_own() -> None:
    assert "blind spot" in explain("casualties/killed", CHECKER)
    assert "ledger" in explain("ledger/deviation", CHECKER)


@pytest.mark.parametrize(
    ("target", "hint"),
    [("copydesk/sun", "copydesk/sum"), ("sum", "copydesk/sum"), ("0f3a77", "needs the paths")],
)
def test_what_is_nothing_gets_a_hint(target: str, hint: str) -> None:
    with pytest.raises(FactcheckError) as error:
        explain(target, CHECKER)
    assert hint in (error.value.problems[0].hint or "")
