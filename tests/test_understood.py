"""What a bare number counts, where words away from it say so."""

from __future__ import annotations

import pytest

from factcheck import Checker, Claim
from factcheck.model import Document


def _claims(text: str) -> list[Claim]:
    return list(Checker().check([Document(source="a.txt", text=text)]).claims)


def _of(text: str, value: str) -> Claim:
    return next(claim for claim in _claims(text) if claim.text == value)


@pytest.mark.parametrize(
    ("text", "value", "attribute"),
    [
        ("The number of strikers at the mill has risen to 4,200.", "4,200", "striker"),
        ("The union put the number of strikers at 4,200.", "4,200", "striker"),
        ("The number of open boreholes in the valley is now 318.", "318", "open borehole"),
        ("The number of demonstrators reached 9,000 by noon.", "9,000", "attendance"),
        ("The number of victims of the flood is at least 70.", "at least 70", "killed"),
        ("The refugees in the camp number about 12,000.", "about 12,000", "refugee"),
        ("The marchers numbered more than 7,000.", "more than 7,000", "attendance"),
        ("The number of injured hikers rose to five.", "five", "injured"),
        ("The number of evacuated hamlets rose to five.", "five", "evacuated hamlet"),
        ("Some 62,000 people took part in the vigil.", "Some 62,000 people", "attendance"),
    ],
)
def test_words_away_from_a_count_say_what_it_counts(text: str, value: str, attribute: str) -> None:
    assert _of(text, value).attribute == attribute


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The number of strikers fell by 300.", "300"),  # a change
        ("The number of strikers fell, and the mill lost 300.", "300"),  # of the other clause
        ("The guards were numbered 12.", "12"),  # a name
        ("The stewards said 26,000 went home.", "26,000"),  # what they did is no noun
    ],
)
def test_other_numbers_of_the_sentence_are_not_that_number(text: str, value: str) -> None:
    assert {claim.attribute for claim in _claims(text) if claim.text == value} == {""}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Ida Holm finished third in the 800 m at the Tesk Games.", {"third": "800m"}),
        ("After finishing second in the relay, Ida Holm went home.", {"second": "relay"}),
        (
            "Ida Holm finished fourth and sixth in the 1,500m and the marathon.",
            {"fourth": "1500m", "sixth": "marathon"},
        ),
        ("Ida Holm finished third in May.", {"third": ""}),
        ("Pell Bank ranks fifth in loans and deposits.", {"fifth": "loan"}),
    ],
)
def test_a_place_is_one_of_its_contest(text: str, places: dict[str, str]) -> None:
    found = {c.text: c.scope.get("of", "") for c in _claims(text) if c.attribute == "place"}
    assert found == places


def test_a_start_is_no_place() -> None:
    assert _of("Ida Holm started ninth in the Tesk rally.", "ninth").attribute == ""


@pytest.mark.parametrize("pace", ["a year", "annually", "yearly", "each year"])
def test_a_pace_has_one_form(pace: str) -> None:
    claim = next(c for c in _claims(f"The mills of Norland make 400 boats {pace}.") if c.kind == "quantity")
    assert claim.text.startswith("400 boats")
    assert claim.canonical == _of("The mills of Norland make 400 boats a year.", "400 boats a year").canonical


def test_others_are_besides_those_told_before() -> None:
    text = "Nine people killed including a nurse, 14 others injured in a mine fire at Lunn."
    assert "part" not in _of(text, "14 others").scope
    assert "part" in _of("Nine people were injured, including three nurses.", "three nurses").scope


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The shop makes 115 new kites annually.", "kite / second"),
        ("The shop makes 115 kites a year.", "kite / second"),
        ("Every week the mill grinds 200 tonnes of rye.", "kilogram / second"),
        ("Some 200 tonnes of rye are ground at the mill weekly.", "kilogram / second"),
        ("The owners get 251 pence for each of their shares.", "GBP / share"),
        ("The buyer will pay 251 pence a share.", "GBP / share"),
    ],
)
def test_a_rate_is_one_however_it_is_put(text: str, unit: str) -> None:
    rates = [claim.canonical for claim in _claims(text) if claim.kind in ("quantity", "money")]
    assert [getattr(rate, "unit", None) for rate in rates] == [unit]


def test_a_sum_for_all_is_no_price() -> None:
    claim = _of("She paid 40 euros for all of her tickets.", "40 euros")
    assert claim.attribute == "" and "per" not in claim.scope


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It took 5.2 million crowns to build.", "money"),
        ("He paid 450 crowns for the lamp.", "money"),
        ("She won three crowns in the spring.", "count"),
    ],
)
def test_crowns_are_money_from_a_hundred(text: str, kind: str) -> None:
    assert _claims(text)[0].kind == kind


def test_a_number_that_is_a_subject_is_of_persons() -> None:
    assert _of("The police said 26,000 took part.", "26,000").attribute == "attendance"
    assert _of("The rally drew 9,000 people.", "9,000 people").attribute == "attendance"
    assert _of("The yard will cut 230 jobs.", "230 jobs").attribute == "jobs cut"
    assert _of("Some 230 jobs will disappear.", "Some 230 jobs").attribute == "job"
    assert _of("Of the 40 tanks, 12 captured in May were mended.", "12").attribute != "captured"


def test_what_spreads_over_an_area_is_no_bound() -> None:
    assert _of("The marsh spreads over 6,200 hectares.", "6,200 hectares").value.bound == "exact"
    assert _of("The marsh has over 6,200 hectares.", "over 6,200 hectares").value.bound == "at_least"
