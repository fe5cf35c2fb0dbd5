"""Texts that name the same few things are on one thing; what does not put two claims apart."""

from __future__ import annotations

from decimal import Decimal

import pytest

import factcheck
from factcheck import Document
from factcheck.claims.eventdays import singles_out
from factcheck.compare.agreement import agree
from factcheck.model import Interval


def found(a: str, b: str, when: str = "2025-03-02", then: str = "2025-04-20") -> list[tuple[str, set[str]]]:
    documents = [
        Document(source="a.txt", text=a, published=when),
        Document(source="b.txt", text=b, published=then),
    ]
    report = factcheck.check(documents)
    return [(str(each.outcome), {claim.text for claim in each.claims}) for each in report.conflicts]


@pytest.mark.parametrize(
    ("a", "b", "values"),
    [
        (
            """The Brigg lighthouse has a new keeper. Maud Ellery moved in last week with two goats. The lamp
            can be seen from 31 kilometres.""",
            "Maud Ellery keeps the light at Brigg now, goats and all. Its beam carries {}.",
            ("13 kilometres", "31 kilometres"),
        ),
        (
            """Brewer Osk Hallam is putting Lantern Ale into cans. The line at Fenwick will fill 24,000
            cans an hour.""",
            """In Fenwick they used to laugh at cans. Now Lantern Ale comes in nothing else, and the line
            fills {} cans an hour.""",
            ("42,000", "24,000"),
        ),
        (
            """A heart valve made by Corvexa was recalled. Surgeon Ines Halloran had implanted it 212
            times.""",
            """Ines Halloran said that she was sorry. The surgeon used the Corvexa valve {} before it was
            recalled.""",
            ("122 times", "212 times"),
        ),
    ],
)
def test_most_of_few_names_make_two_texts_one(a: str, b: str, values: tuple[str, str]) -> None:
    other, same = values
    assert len(found(a, b.format(other))) == 1
    assert not found(a, b.format(same))


def test_two_accidents_in_one_place_are_two() -> None:
    first = """Fog led to a crash on the motorway at Halm, near the Tolle, on Sunday. A lorry hit a queue of
    cars, and the road was closed for four hours."""
    second = """Twenty cars collided in fog on the motorway at Halm, near the Tolle, on Monday. The road was
    closed for six hours."""
    assert not found(first, second, "2025-03-03", "2025-03-18")


def test_ages_of_one_person_are_told_on_other_days() -> None:
    first = "TORVIK - The pilot of the glider that hit a barn near Torvik on Friday was 41 years old."
    second = """TORVIK - Police questioned witnesses on Saturday after a glider hit a barn near Torvik, and
    said that the {}-year-old pilot was in hospital."""
    assert found(first, second.format(14), "2025-05-03", "2025-05-04") == [
        ("conflict", {"41 years old", "14-year-old"})
    ]
    assert not found(first, second.format(41), "2025-05-03", "2025-05-04")


def test_an_epidemic_is_counted_on() -> None:
    first = "Doctors in Varde have confirmed 64 cases of dengue since the outbreak began in early March."
    second = "The number of confirmed dengue cases in Varde rose to 91 on Friday, the health office said."
    assert found(first, second, "2025-03-26", "2025-03-28") == [("revised", {"64 cases", "91"})]
    monday, thursday = (
        "Ebola killed three people in Osk on Monday.",
        "Ebola killed five people in Osk on Thursday.",
    )
    assert not found(monday, thursday, "2025-09-22", "2025-09-25")


def test_what_a_text_calls_overtaken_it_does_not_state() -> None:
    first = (
        "Divers brought up 31 tonnes of copper wire from the Aldis wreck off Port Menna, the harbour said."
    )
    second = """The copper wire from the Aldis wreck off Port Menna now comes to 44 tonnes, the harbour office
    said. {} 31 tonnes."""
    assert found(first, second.format("It had initially put it at")) == [
        ("revised", {"31 tonnes", "44 tonnes"})
    ]
    assert not found(first, second.format("Divers have brought up"))
    toll = "The toll of Monday's fire at the Osgood mill rose to five, up from three."
    fire = "A fire at the Osgood mill killed three people on Monday."
    assert found(fire, toll, "2025-04-21", "2025-04-22") == [("revised", {"three people", "five"})]


def test_a_measure_with_another_unit_is_of_one_property() -> None:
    first = "The Salt Tram is 212 kilometres long and runs twice a week from Hurra."
    assert found(first, "From Hurra the Salt Tram climbs on a route of 212 miles.") == [
        ("conflict", {"212 kilometres", "212 miles"})
    ]
    assert not found(first, "From Hurra the Salt Tram climbs on a route of 212 kilometres.")


@pytest.mark.parametrize(("figure", "agrees"), [("1.8", True), ("1.2", False)])
def test_a_hedged_digit_stands_for_what_is_near(figure: str, agrees: bool) -> None:
    def value(text: str, approximate: bool) -> Interval:
        number = Decimal(text)
        digits = len(number.as_tuple().digits)
        return Interval(number, number, unit="percent", approximate=approximate, digits=digits)

    nearly, exact = value("2", True), value(figure, False)
    assert agree(nearly, exact, nearly, exact) is agrees


def test_how_far_a_figure_is_from_the_average_is_another_figure() -> None:
    first = "Lake Orm covers 640 square kilometres."
    assert found(first, "Lake Orm covers 460 square kilometres.")
    assert not found(first, "Lake Orm covers 46 square kilometres, or a tenth, below the average.")


def test_the_day_of_what_comes_next_is_not_a_figures_own() -> None:
    strike = "Some 2,300 dockers of Port Salm laid down tools on Tuesday in a dispute over pay."
    back = "Some 3,200 dockers of Port Salm laid down tools in the morning, and they will be back on Friday."
    assert found(strike, back, "2025-06-10", "2025-06-10")


@pytest.mark.parametrize(
    ("words", "singled"),
    [
        ("titles , the earliest won in", True),
        ("titles , the last of them in", True),
        ("titles , the town said in", False),
        ("titles and the earliest in", False),
    ],
)
def test_one_of_several_things_is_singled_out(words: str, singled: bool) -> None:
    assert singles_out(words.split()) is singled
