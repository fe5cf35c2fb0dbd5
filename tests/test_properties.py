"""Which property a value is of, and whose: attribute and owner of a claim from the words around it."""

from __future__ import annotations

import pytest

from factcheck.claims.extract import read
from factcheck.claims.row import Row
from factcheck.model import Document


def row(text: str, value: str) -> Row:
    """The row of the last claim with the surface `value`."""
    rows = read(Document(source="t", text=text)).rows
    return next(row for row in reversed(rows) if row.claim.text == value)


@pytest.mark.parametrize(
    ("text", "value", "attribute", "subject"),
    [
        ("The fare for the ferry Sabine is €12.", "€12", "fare", "Sabine"),
        ("The weight of the Nervo laptop is 3 kg.", "3 kg", "weight", "Nervo"),
        ("Keep the pressure of the Nervo at 3 bar.", "3 bar", "pressure", "Nervo"),
        ("Marua's debt has climbed to $7 billion.", "$7 billion", "debt", "Marua"),
        ("In May inflation in Marua was 4 percent.", "4 percent", "inflation", "Marua"),
        ("The bank of Tamor cut its key interest rate to 2 percent.", "2 percent", "interest rate", ""),
        ("The village of Senn had 40 cm of snow overnight.", "40 cm", "snowfall", "Senn"),
        ("The storm caused $3 million in damage.", "$3 million", "damage", ""),
        ("The Pine Gulch fire is 20 percent contained.", "20 percent", "containment", ""),
        ("The Sabine can carry 400 passengers.", "400 passengers", "capacity", "Sabine"),
        ("The Sabine had 310 passengers on board.", "310 passengers", "passengers", "Sabine"),
        ("All 310 passengers of the ferry Sabine wore vests.", "310 passengers", "passengers", "Sabine"),
        ("Corlane has 900 employees.", "900 employees", "workforce", "Corlane"),
        ("The town of Senn has a population of 4,300.", "4,300", "population", "Senn"),
        ("The drone Harrow can reach targets 90 km away.", "90 km", "range", "Harrow"),
        ("Ann Berg opened Hale Bridge on 4 May 2021.", "4 May 2021", "opened", "Hale Bridge"),
        ("Ann Berg founded the club in 1950.", "1950", "founded", ""),
        ("The Hale Bridge was opened on 4 May 2021.", "4 May 2021", "opened", "Hale Bridge"),
        ("Ann Berg began in May 2021.", "May 2021", "started", "Ann Berg"),
        ("Corlane raised its bid to €34 million.", "€34 million", "offer", "Corlane"),
        ("Corlane raised €34 million.", "€34 million", "investment", "Corlane"),
        ("Ann Berg was born in 1950.", "1950", "born", "Ann Berg"),
        ("A lane has borne the name of Ann Berg since 1950.", "since 1950", "", ""),
        ("Ann Berg signed the petition within two weeks.", "within two weeks", "", "Ann Berg"),
        ("Senn lies 12 km from the coast.", "12 km", "distance", "Senn"),
        ("Ten years ago Ann Berg received 310 votes in Rusk.", "310 votes", "votes", "Ann Berg"),
        ("The army retires the Kiria. The missile has a range of 90 km.", "90 km", "range", "Kiria"),
        ("The Kiria cruise missile flew. The missile has a range of 90 km.", "90 km", "range", "Kiria"),
    ],
)
def test_property_and_owner(text: str, value: str, attribute: str, subject: str) -> None:
    claim = row(text, value).claim
    assert (claim.attribute, claim.subject) == (attribute, subject)


@pytest.mark.parametrize(
    "text", ["The Vero 12 weighs 2 kg.", "The Vero 12 laptop weighs 2 kg.", "The Vero 12 is heavy at 2 kg."]
)
def test_the_number_of_a_product_belongs_to_its_name(text: str) -> None:
    found = row(text, "2 kg")
    assert found.claim.subject == "Vero 12"
    assert row(text, "12").incidental


def test_a_unit_is_no_name() -> None:
    assert "celsius" not in row("It was 41 degrees Celsius in Senn on Sunday.", "41 degrees Celsius").names


def test_a_bare_magnitude_is_one() -> None:
    bare = row("The earthquake had a magnitude of 5.1.", "5.1")
    told = row("It was a magnitude 5.1 earthquake.", "magnitude 5.1")
    assert (bare.kind, bare.dimension, bare.claim.canonical) == (
        told.kind,
        told.dimension,
        told.claim.canonical,
    )


def test_a_standing_figure_needs_no_counted_noun() -> None:
    rows = [row(f"Corlane {said}.", value) for said, value in (
        ("employs 900 people", "900 people"), ("has 900 employees", "900 employees"),
    )]  # fmt: skip
    assert {(r.attribute, r.head, r.group, r.family) for r in rows} == {("workforce", "", "", "")}


@pytest.mark.parametrize(
    ("text", "value", "holder"),
    [
        ("Ann Berg, now 50, sings.", "50", "Ann Berg"),
        ("Ann Berg, a 50-year-old singer from Rusk, won.", "50-year-old", "Ann Berg"),
        ("Ann Berg met a 50-year-old singer.", "50-year-old", ""),
    ],
)
def test_ages_and_their_holders(text: str, value: str, holder: str) -> None:
    found = row(text, value)
    assert (found.kind, found.claim.subject) == ("age", holder)


def test_an_age_in_the_past_is_another_property() -> None:
    assert row("Ann Berg left home at the age of 12.", "the age of 12").attribute == "age then"
    assert row("Ann Berg died at the age of 80.", "the age of 80").attribute == "age"


@pytest.mark.parametrize(
    ("text", "value", "key", "scope"),
    [
        ("Marua reported 40 cases of measles.", "40 cases", "of", "measles"),
        ("The mine produced 9 tonnes of zinc.", "9 tonnes", "of", "zinc"),
        ("Ardin set aside €3 million for schools.", "€3 million", "for", "school"),
        ("It is her third visit since taking office.", "third visit", "since", "since taking office"),
    ],
)
def test_scope_of_the_phrase(text: str, value: str, key: str, scope: str) -> None:
    assert row(text, value).claim.scope[key] == scope


def test_a_speed_is_not_per_hour() -> None:
    assert "per" not in row("The Sabine has a top speed of 60 km/h.", "60 km/h").claim.scope


def test_days_of_a_relative_clause_are_not_the_values() -> None:
    text = "The fire, which began on 3 May 2031, had burned 90 acres on 7 May 2031."
    assert row(text, "90 acres").days == (("2031-05-07", "2031-05-07"),)
    told = "It was the worst flood since 1994, when 118 people died."
    assert row(told, "118 people").days == (("1994-01-01", "1994-12-31"),)


def test_a_person_goes_by_the_surname_too() -> None:
    assert {"viktor arlen", "arlen"} <= row("Viktor Arlen made three visits.", "three visits").names
