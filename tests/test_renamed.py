"""One thing under two names between texts: short forms with two long forms, bodies with two names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck import Document
from factcheck.compare.joins.names.shortforms import definitions
from factcheck.compare.verbs.acronym import key


def found(rule: str, *texts: str, published: str | None = "2026-05-05") -> list[set[str]]:
    """The names of each finding of a rule."""
    documents = [
        Document(source=f"{at}.txt", text=text, published=published) for at, text in enumerate(texts)
    ]
    report = factcheck.check(documents)
    return [{claim.text for claim in each.claims} for each in report.conflicts if each.rule == rule]


GRAIN = "The {} ({}) bought 412,000 tonnes of wheat in March for its stores in Tamor."
WHEAT = "In March the {} ({}) bought 412,000 tonnes of wheat for the stores of Tamor."


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        ("World Grain Board", "World Grains Bureau", "WGB"),
        ("Office of Rural Supply", "Organisation for Rain and Soil", "ORS"),
    ],
)
def test_a_short_form_has_one_long_form(one: str, other: str, short: str) -> None:
    assert found("names/acronym", GRAIN.format(one, short), WHEAT.format(other, short)) == [{one, other}]
    assert found("names/acronym", WHEAT.format(other, short), GRAIN.format(one, short)) == [{one, other}]
    assert not found("names/acronym", GRAIN.format(one, short), WHEAT.format(one, short))


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        ("World Labour Programme", "World Labor Program", "WLP"),
        ("Centre for Grain Science", "Center for Grain Sciences", "CGS"),
        ("Partija Pravo Narod", "Party of the Poor Nation", "PPN"),  # a translation
    ],
)
def test_what_one_body_is_called_in_two_ways_of_writing(one: str, other: str, short: str) -> None:
    assert not found("names/acronym", GRAIN.format(one, short), WHEAT.format(other, short))


def test_short_forms_of_texts_on_other_things_are_other_ones() -> None:
    other = "The Western Gliding Brotherhood (WGB) met in Perl, and 212 pilots came."
    assert not found("names/acronym", GRAIN.format("World Grain Board", "WGB"), other, published=None)


def test_a_text_that_explains_both_means_both() -> None:
    both = WHEAT.format("World Grains Bureau", "WGB") + " The Western Gliding Brotherhood (WGB) flew over it."
    assert not found("names/acronym", GRAIN.format("World Grain Board", "WGB"), both)


WORDS = st.text("bcdfgklmnprstaeiou", min_size=4, max_size=9).map(str.title)


@given(st.lists(WORDS, min_size=2, max_size=5))
def test_a_long_form_is_found_before_its_initials(words: list[str]) -> None:
    short = "".join(word[0] for word in words)
    places = definitions(f"In May the {' '.join(words)} ({short}) met.")
    (form, spans), *rest = places[short].items()
    assert not rest
    assert form == key(" ".join(words))
    assert len(spans) == 1


YARD = "{} said on Monday that it would close its yard in Sorrel, where 240 welders work. {}"
ONE = "Fire damaged the yard in May."


@pytest.mark.parametrize(
    ("one", "other", "flagged"),
    [
        ("Haldren Shipping", "Haldren Freight", True),
        ("Haldren Shipping", "Haldren Shippings", False),
        ("Haldren Shipping", "Torvik Shipping", False),
        ("Haldren North", "Haldren South", False),
        ("Peter Shipping", "Peter Freight", False),  # a first name: two of a family
        ("Haldren Shipping", "Haldren Ostvik", False),  # no word: a person, or a place
    ],
)
def test_a_body_has_one_name(one: str, other: str, flagged: bool) -> None:
    texts = YARD.format(one, ONE), YARD.format(other, "Nobody was hurt in it.")
    assert found("names/body", *texts) == ([{one, other}] if flagged else [])
    assert found("names/body", *reversed(texts)) == ([{one, other}] if flagged else [])


def test_two_bodies_that_both_texts_know_are_two() -> None:
    texts = YARD.format("Haldren Shipping", ONE), YARD.format("Haldren Freight", "Haldren Shipping did not.")
    assert not found("names/body", *texts)


def test_texts_on_no_event_are_not_compared() -> None:
    manual = "{} is made of steel, weighs 240 kg and stands on four wheels of rubber."
    texts = manual.format("Haldren Press"), manual.format("Haldren Mixer")
    assert not found("names/body", *texts, published=None)
