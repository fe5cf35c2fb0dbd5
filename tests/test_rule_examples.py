"""The examples inside the rule files, one test each, and the slips that `--mutate` makes in them."""

from __future__ import annotations

from functools import cache

import pytest
from quality import GATE, pinned

from factcheck.checker import Checker
from factcheck.examples import documents, listed, run_examples, verdict
from factcheck.model import Claim, Document, Report, Span
from factcheck.mutate import mutate, slips
from factcheck.rulebook import Rulebook, load_rules
from factcheck.rulebook.rule import Example, Rule

EXAMPLES = list(listed(load_rules()))
FAILING = frozenset(pinned()["examples"]["failing"])


@cache
def checker() -> Checker:
    return Checker()


@pytest.mark.parametrize(
    ("rule", "name", "number", "example"),
    EXAMPLES,
    ids=[f"{rule.id}:{name}:{number}" for rule, name, number, _ in EXAMPLES],
)
def test_an_example_comes_out_as_listed(rule: Rule, name: str, number: int, example: Example) -> None:
    message = verdict(rule, name, example, checker().check(documents(example)))
    if f"{rule.id}:{name}:{number}" in FAILING:
        assert message, f"this passes now: take it off the list in {GATE.name}, with python tests/quality.py"
        pytest.xfail(message)
    assert not message, message


def test_the_list_of_failing_examples_names_examples() -> None:
    assert set(FAILING) <= {f"{rule.id}:{name}:{number}" for rule, name, number, _ in EXAMPLES}


def test_an_example_that_comes_out_otherwise_is_told() -> None:
    rulebook = load_rules()
    silent = run_examples(rulebook, lambda texts: Report(tuple(texts)), ["measures/range"])
    by_list = {
        name: [result for result in silent if result.expected == name]
        for name in ("conflict", "agree", "not_comparable")
    }
    assert all(not result.passed for result in by_list["conflict"])
    assert all(
        result.message.startswith("expected an agreement, got no claim") for result in by_list["agree"]
    )
    assert by_list["conflict"][0].id == "measures/range:conflict:1"
    reasons = [
        example.reason
        for rule, name, _, example in EXAMPLES
        if rule.id == "measures/range" and name == "not_comparable"
    ]
    assert [result.passed for result in by_list["not_comparable"]] == [not reason for reason in reasons]


def test_example_texts_become_dated_documents() -> None:
    made = documents(Example(texts=("One.", "Two."), published=("2031-05-13", "")))
    assert [(d.source, d.text, d.published) for d in made] == [
        ("a.txt", "One.", "2031-05-13"),
        ("b.txt", "Two.", None),
    ]


def _claim(text: str, words: str, kind: str, subject: str = "") -> Claim:
    start = text.index(words)
    from factcheck.model import Wording

    return Claim(
        "x",
        kind,
        subject,
        "",
        Wording(words),
        Span("b.txt", start, start + len(words)),
        Span("b.txt", 0, len(text)),
    )


@pytest.mark.parametrize(
    ("text", "words", "kind", "subject", "changed"),
    [
        (
            "It has a range of 1,600 km.",
            "1,600 km",
            "quantity",
            "",
            {"It has a range of 6,600 km.", "It has a range of 1,600 miles."},
        ),
        (
            "It sold for $4.2 billion.",
            "$4.2 billion",
            "money",
            "",
            {"It sold for $9.2 billion.", "It sold for $4.2 million."},
        ),
        (
            "It opened in May 1964.",
            "May 1964",
            "date",
            "",
            {"It opened in May 1969.", "It opened in March 1964."},
        ),
        (
            "Marta Lindqvist, 34, drove.",
            "34",
            "age",
            "Marta Lindqvist",
            {"Marta Lindqvist, 84, drove.", "Marta Lidnqvist, 34, drove."},
        ),
        ("Three fans came.", "Three fans", "count", "", {"Nine fans came."}),
        ("It was his third visit.", "third visit", "ordinal", "", {"It was his first visit."}),
        (
            "The Halden weighs two tonnes.",
            "two tonnes",
            "quantity",
            "Halden",
            {
                "The Halden weighs seven tonnes.",
                "The Halden weighs two kilograms.",
                "The Hadlen weighs two tonnes.",
            },
        ),
        ("No digits here.", "digits", "count", "", set()),
    ],
)
def test_slips(text: str, words: str, kind: str, subject: str, changed: set[str]) -> None:
    made = {
        text[:start] + word + text[end:]
        for _, start, end, word in slips(text, _claim(text, words, kind, subject))
    }
    assert made == changed


def test_a_slip_counts_as_flagged_only_where_a_finding_touches_it() -> None:
    rulebook = load_rules()

    def extract(document: Document) -> tuple[Claim, ...]:
        return checker().extract(document)

    one = Rulebook((rulebook["measures/range"],))
    blind = mutate(one, lambda texts: Report(tuple(texts)), extract)
    assert blind
    assert not any(slip.flagged for slip in blind)
    seeing = mutate(one, checker().check, extract)
    assert [(s.number, s.kind, s.before) for s in seeing] == [(s.number, s.kind, s.before) for s in blind]
    assert any(slip.flagged for slip in seeing)
