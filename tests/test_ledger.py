"""A ledger of facts: what is read, what is wrong with it, and what deviates from it."""

# ruff: noqa: E501  the articles
from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Checker, Document, FactcheckError
from factcheck.claims.ledger import Facts, parse_facts
from factcheck.model import Interval

FACTS = """\
facts:
  - subject: Sperber
    attribute: range
    value: "2,500 km"
    source: Data sheet 4/2024
    as of: 2024-04-01
  - {subject: Sperber, attribute: top speed, value: 900 km/h}
  - {subject: Arn viaduct, attribute: length, value: 410 m}
  - {subject: Holm Foods, attribute: founded, value: 1983}
  - {subject: Holm Foods, attribute: employees, value: "1,200"}
  - {subject: Vellin flood, attribute: killed, value: 31, as_of: 2025-08-04}
  - {subject: Vellin, attribute: population, value: "48,000"}
  - {subject: Ruth Amsel, attribute: age, value: 57}
  - {subject: API, attribute: rate limit, value: 100 requests per minute}
  - {subject: session, attribute: timeout, value: 30 minutes}
  - {subject: free plan, attribute: projects, value: 5}
  - {subject: upload, attribute: limit, value: 25 MB}
  - {subject: Quill, attribute: price, value: €9 per month}
  - {subject: Quill 3, attribute: released, value: 4 March 2024}
  - {subject: Holm Foods, attribute: revenue, value: $40 million, authority: no}
"""


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    file = tmp_path_factory.mktemp("ledger") / "facts.yaml"
    file.write_text(FACTS, encoding="utf-8")
    return Checker(ledger=file)


def deviations(checker: Checker, text: str, published: str | None = None) -> list[tuple[str, str, str]]:
    """(value in the text, outcome, severity) of what deviates from the ledger."""
    report = checker.check([Document(source="page.txt", text=text, published=published)])
    found = [conflict for conflict in report.conflicts if conflict.rule == "ledger/deviation"]
    return [(conflict.claims[0].text, conflict.outcome, conflict.severity) for conflict in found]


def problems(entry: str) -> list[str]:
    """Line, column and message of every problem of a ledger with these lines."""
    return [f"{p.line}:{p.column} {p.message}" for p in parse_facts(entry, "facts.yaml").problems]


def test_values_are_read_as_in_a_text_and_keep_their_place() -> None:
    ledger = parse_facts(FACTS, "facts.yaml")
    assert ledger.problems == ()
    assert len(ledger.facts) == 15
    kinds = [fact.row.kind for fact in ledger.facts]
    assert (
        kinds
        == "quantity quantity quantity date count count count age quantity duration count quantity money date money".split()
    )
    first = ledger.facts[0].row.claim
    assert isinstance(first.canonical, Interval) and first.canonical.low == Decimal(2500)
    assert first.text == "2,500 km" == FACTS[first.span.start : first.span.end]
    assert ledger.document.line_column(first.span.start) == (4, 13)
    for fact in ledger.facts:
        claim = fact.row.claim
        assert claim.sentence.start <= claim.span.start < claim.span.end <= claim.sentence.end


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The Sperber drone has a range of 1,600 km.", "1,600 km"),
        ("The Sperber was shown on Friday. Its top speed is 400 mph.", "400 mph"),
        ("The Sperber has a range of 2,460 km.", "2,460 km"),  # the ledger's own figure is not a rounded one
        ("The Arn viaduct carries two tracks. It is 440 m long.", "440 m"),
        ("Arn, the oldest viaduct of the line, has a length of 390 m.", "390 m"),
        ("Holm Foods was founded in 1988 by two sisters.", "1988"),
        ("Holm Foods has 1,400 employees in three towns.", "1,400 employees"),
        ("Vellin has a population of 62,000.", "62,000"),
        ("Ruth Amsel, 61, has led the mill since spring.", "61"),
        ("The API allows 60 requests per minute on every plan.", "60 requests per minute"),
        ("The session timeout is 20 minutes.", "20 minutes"),
        ("The free plan includes 3 projects and one seat.", "3 projects"),
        ("Uploads stop at a limit of 50 MB.", "50 MB"),
        ("Quill costs €12 per month.", "€12 per month"),
    ],
)
def test_a_deviation_is_found(checker: Checker, text: str, value: str) -> None:
    assert deviations(checker, text) == [(value, "conflict", "error")]


@pytest.mark.parametrize(
    "text",
    [
        "The Sperber drone has a range of about 1,550 miles.",  # the same, rounded in another unit
        "The Sperber has a range of nearly 2,500 km.",
        "The Falke drone has a range of 1,600 km.",  # another subject
        "The Sperber weighs 1,600 kg and flew 300 km to the fair.",  # another property
        "The Sperber could one day have a range of 4,000 km.",  # no fact
        "Holm Foods was founded in 1983 and has 1,200 employees.",
        "Holm Foods has 1,400 shops.",
        "The Arn valley is 14 kilometres long.",  # another thing of that name
        "Odmar has a population of 62,000.",
        "The paid plan includes 50 projects.",
        "Anton Quill paid €12 per month for it.",
        "Quill 2 was released on 7 March 2022.",
        "In 1990 the speed limit in the upload zone was 20 km/h.",
        "The mill's visitors, 61 of them pupils, met Ruth Amsel.",
    ],
)
def test_look_alikes_stay_silent(checker: Checker, text: str) -> None:
    assert deviations(checker, text) == []


def test_a_deviation_names_file_line_and_source(checker: Checker) -> None:
    report = checker.check([Document(source="page.txt", text="The Sperber drone has a range of 1,600 km.")])
    (conflict,) = report.conflicts
    assert "facts.yaml:4" in conflict.explanation
    assert "Data sheet 4/2024" in conflict.explanation
    assert [claim.span.document.rpartition("/")[2] for claim in conflict.claims] == ["page.txt", "facts.yaml"]
    sides = report.to_dict()["conflicts"][0]["claims"]
    assert (sides[1]["line"], sides[1]["column"], sides[1]["text"]) == (4, 13, "2,500 km")


def test_all_places_of_one_wrong_value_are_one_finding(checker: Checker) -> None:
    pages = [
        Document(source="a.md", text="The Sperber has a range of 1,600 km."),
        Document(source="b.md", text="With a range of 1,600 km, the Sperber is the smallest of its kind.\n"),
        Document(source="c.md", text="Buyers praise that the Sperber has a range of 1,900 km."),
    ]
    found = [c for c in checker.check(pages).conflicts if c.rule == "ledger/deviation"]
    assert sorted([len(conflict.claims) for conflict in found]) == [2, 3]


def test_a_later_larger_figure_of_an_event_is_revised(checker: Checker) -> None:
    text = "At least {} people were killed when floods hit Vellin on Monday, officials said."
    assert deviations(checker, text.format(50), "2025-08-06") == [("At least 50 people", "revised", "note")]
    assert deviations(checker, text.format(12), "2025-08-06") == [("At least 12 people", "conflict", "error")]
    assert deviations(checker, text.replace("Vellin", "Odmar").format(12), "2025-08-06") == []


def test_without_authority_a_fact_is_one_source_among_others(checker: Checker) -> None:
    text = "Holm Foods reported revenue of $46 million."
    assert deviations(checker, text) == [("$46 million", "conflict", "warning")]


def test_of_several_days_the_latest_fact_holds_and_a_dated_text_is_held_to_its_day(tmp_path: Path) -> None:
    file = tmp_path / "facts.yaml"
    entry = "- {{subject: Holm Foods, attribute: employees, value: {}, as of: {}}}\n"
    file.write_text(entry.format(900, "2015-06-30") + entry.format(1200, "2025-06-30"), encoding="utf-8")
    checker = Checker(ledger=file)
    assert deviations(checker, "Holm Foods has 900 employees.") == [("900 employees", "conflict", "error")]
    assert deviations(checker, "In 2015 Holm Foods had 900 employees.") == []
    assert deviations(checker, "In 2015 Holm Foods had 800 employees.") == [
        ("800 employees", "conflict", "error")
    ]


def test_a_text_that_states_both_is_a_deviation_only_when_it_names_the_property(checker: Checker) -> None:
    named = "The Sperber has a range of 2,500 km. In the brochure the Sperber has a range of 1,600 km."
    assert [value for value, *_ in deviations(checker, named)] == ["1,600 km"]
    counted = "The free plan includes 5 projects. On the free plan, 2 projects are shown at a time."
    assert deviations(checker, counted) == []


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("- {subject: S, attribute: range, value: 12 kg}", "1:41 “12 kg” is a quantity (mass), and “range” takes length"),
        ("- {subject: S, attribute: range, value: 12 kmm}", "“kmm” is no unit that is known"),
        ("- {subject: S, attribute: range, value: n/a}", "1:41 no number, measure or date can be read in “n/a”"),
        ("- {subject: S, attribute: seats, value: 12 or 14 seats}", "holds more than one value"),
        ("- {subject: S, attribute: range}", "1:3 a fact without value: it is left out"),
        ("- {subject: S, attribute: range, value: 9 km, as of: soon}", "1:54 “soon” is no date"),
        ("- {subject: S, attribute: range, value: 9 km, authority: hm}", "1:58 “hm” is neither yes nor no"),
        ("- {subject: S, attribute: range, value: 9 km, kind: mony}", "1:53 no fact can be of the kind “mony”"),
        ("- {subject: S, attribute: range, value: 9 km, kind: money}", "“9 km” is a quantity (length), not a money"),
        ("- {subject: S, attribute: rnage, value: 9 km}", "1:27 no property is known as “rnage”"),
        ("- {subject: S, attribute: range, value: 9 km, valeu: 8 km}", "1:47 no key is called “valeu”"),
        ("- {subject: S, attribute: range, value: [9, 8]}", "“value” takes words"),
        ("- only words", "1:3 a fact has keys"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place_and_the_rest_is_used(entry: str, told: str) -> None:
    sound = "\n- {subject: T, attribute: range, value: 7 km}\n"
    assert any(told in problem for problem in problems(entry + sound)), problems(entry + sound)
    assert "7 km" in [fact.row.claim.text for fact in parse_facts(entry + sound, "facts.yaml").facts]


def test_hints_guess_what_was_meant() -> None:
    ledger = parse_facts("- {subject: S, attribute: rnage, valeu: 1 km, value: 2 km}", "facts.yaml")
    hints = [problem.hint for problem in ledger.problems]
    assert hints == ["did you mean “value”?", "did you mean “range”?"]


@pytest.mark.parametrize(
    ("attribute", "hint"), [("rate limit", []), ("tyme limit", ["did you mean “time limit”?"])]
)
def test_another_word_is_no_slip_of_the_pen(attribute: str, hint: list[str]) -> None:
    entry = f"- {{subject: S, attribute: {attribute}, value: 30 seconds}}"
    assert [problem.hint for problem in parse_facts(entry, "facts.yaml").problems] == hint


def test_of_two_facts_that_contradict_each_other_neither_is_used() -> None:
    entry = "- {subject: Holm, attribute: founded, value: %s}\n"
    ledger = parse_facts(
        entry % 1983 + entry % 1984 + entry.replace("founded", "closed") % 2001, "facts.yaml"
    )
    assert [fact.row.claim.text for fact in ledger.facts] == ["2001"]
    (problem,) = ledger.problems
    assert (problem.line, problem.message) == (2, "“1984” contradicts “1983” in line 1: neither is used")


def test_the_same_fact_twice_is_used_once_however_it_is_written() -> None:
    ledger = parse_facts(
        "- {subject: Holm, attribute: range, value: 2 km}\n- {subject: holm, attribute: reach, value: 2000 m}\n",
        "f",
    )
    assert len(ledger.facts) == 1
    assert [problem.message for problem in ledger.problems] == ["the same fact stands in line 1"]


@pytest.mark.parametrize("text", ["", "just words", "subject: x", "- [", "- {a: 1, a: 2}"])
def test_a_file_that_is_no_ledger_is_an_error_with_its_place(text: str) -> None:
    with pytest.raises(FactcheckError) as error:
        parse_facts(text, "facts.yaml")
    assert error.value.problems[0].source == "facts.yaml"


def test_a_missing_ledger_is_an_error() -> None:
    with pytest.raises(FactcheckError, match="the ledger cannot be read"):
        Checker(ledger="/nowhere/facts.yaml")


def test_problems_of_the_ledger_stand_in_the_report(tmp_path: Path) -> None:
    file = tmp_path / "facts.yaml"
    file.write_text("- {subject: Sperber, attribute: range, value: 12 kg}\n", encoding="utf-8")
    report = Checker(ledger=file).check([Document(source="a", text="The Sperber has a range of 9 km.")])
    assert [problem.code for problem in report.problems] == ["ledger"]
    assert report.problems[0].place() == f"{file}:1:47"


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "subject": st.sampled_from(["Holm", "free plan", "Vellin flood", "?", ""]),
                "attribute": st.sampled_from(["range", "killed", "age", "founded", "seats", "of the", "—"]),
                "value": st.one_of(
                    st.sampled_from(["9 km", "31", "1983", "5%", "$3m", "a dozen"]), st.text(max_size=12)
                ),
            }
        ),
        max_size=4,
    )
)
def test_no_ledger_makes_it_raise(entries: list[dict[str, str]]) -> None:
    import json

    text = "[" + ", ".join(json.dumps(entry) for entry in entries) + "]"
    try:
        ledger = parse_facts(text, "facts.yaml")
    except FactcheckError:
        return  # a control character is no YAML
    assert isinstance(ledger, Facts)
    for fact in ledger.facts:
        span = fact.row.claim.span
        assert text[span.start : span.end] == fact.row.claim.text
