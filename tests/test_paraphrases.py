"""What reporters say in other words is read as the same property, time and length."""

from __future__ import annotations

import pytest

from factcheck import Document, check, extract
from factcheck.model import Claim


def claim(text: str, words: str) -> Claim:
    return next(each for each in extract(Document(source="a.txt", text=text)) if each.text == words)


@pytest.mark.parametrize(
    ("text", "words", "attribute"),
    [
        ("Operating profit came to 40 million euros.", "40 million euros", "operating profit"),
        ("The vault lies 30 metres underground.", "30 metres", "depth"),
        ("The changes will save Tarn Mills $3 million.", "$3 million", "savings"),
        ("Tickets are valid for 90 days.", "90 days", "time limit"),
        ("The camera has a 20-megapixel sensor.", "20-megapixel", "resolution"),
        ("The clinic gave him three doses.", "three doses", "dose"),
    ],
)
def test_attribute(text: str, words: str, attribute: str) -> None:
    assert claim(text, words).attribute == attribute


def test_a_rise_by_one_sum_to_another_is_no_range() -> None:
    assert claim("The bill rose by 200 million to 1.3 billion euros.", "1.3 billion euros").kind == "money"
    assert claim("Levels may rise by 2 to 3 metres.", "2 to 3 metres").kind == "quantity"


@pytest.mark.parametrize(
    ("text", "words"),
    [("A month of silence followed.", "A month"), ("They held a week of talks.", "a week")],
)
def test_a_time_that_is_filled_lasts(text: str, words: str) -> None:
    assert claim(text, words).kind == "duration"


def test_a_day_of_the_week_does_not_last() -> None:
    text = "It may open on a day of the week that suits you."
    assert all(each.kind != "duration" for each in extract(Document(source="a.txt", text=text)))


def test_forecasts_of_others_do_not_make_a_figure_one() -> None:
    text = "Tarn Mills beat analysts' forecasts with a profit of 12 million euros."
    assert claim(text, "12 million euros").modality == "asserted"


@pytest.mark.parametrize(
    ("text", "words", "scope"),
    [
        ("Some 40 mm of rain fell in three hours.", "Some 40 mm", ("within", "3 hour")),
        ("It costs Tarn Mills 2 million euros annually.", "2 million euros", ("per", "year")),
    ],
)
def test_scope(text: str, words: str, scope: tuple[str, str]) -> None:
    assert scope in claim(text, words).scope.items()


def conflicts(*texts: str) -> list[tuple[str, ...]]:
    report = check([Document(source=f"{number}.txt", text=text) for number, text in enumerate(texts)])
    return [tuple(each.text for each in found.claims) for found in report.conflicts]


def test_the_age_of_a_clause_and_one_in_commas_are_one_persons() -> None:
    told = conflicts(
        "Captain Jonas Ferber, 52, was rescued off Marlow.",
        "The captain is Jonas Ferber, who is 57 and has sailed for 30 years.",
    )
    assert told == [("52", "57")]


def test_a_person_has_one_rank_at_a_time() -> None:
    said = "{} Anton Reuss said on Sunday that the road to Tarn was open."
    assert conflicts(said.format("Colonel"), said.format("Brigadier")) == [("Colonel", "Brigadier")]
    assert not conflicts(said.format("Colonel"), said.format("Lieutenant Colonel"))


def test_a_dispute_that_is_settled_denies_nothing() -> None:
    text = "A settlement worth 18 million euros ends the dispute between Acme and its cleaners."
    assert claim(text, "18 million euros").modality == "asserted"


def test_an_ordinal_without_a_noun_ranks() -> None:
    assert claim("Ana Reyes is now 14th in the standings.", "14th").attribute == "place"
    assert claim("The rally, the third in three weeks, was loud.", "third").attribute == "rally"
