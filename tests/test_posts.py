"""Persons of two texts on one story: two offices, two first names."""

from __future__ import annotations

import pytest

import factcheck
from factcheck import Checker, Document

NEWS = """VARNSTAD - The ferry company Orvik Line will close its yard in Varnstad with 640 workers, {one}
said on Monday. The yard built 83 ships in 112 years. Talks with the union begin on 14 June."""
PAPER = """Varnstad loses its shipyard: Orvik Line gives up the place where 83 ferries were built in 112
years. "It hurts," said {two}. The 640 people who work there were told on Monday; the union talks from
14 June."""


def found(one: str, two: str) -> list[tuple[str, ...]]:
    texts = NEWS.format(one=one), PAPER.format(two=two)
    documents = [Document(source=f"{number}.txt", text=text) for number, text in enumerate(texts)]
    return [tuple(claim.text for claim in each.claims) for each in factcheck.check(documents).conflicts]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Lena Orvath, the chief executive,", "Lena Orvath, chairwoman of the line"),
        ("Lena Orvath, the deputy mayor for finance,", "Lena Orvath, the deputy mayor for culture"),
        ("Yoon Tae-seok, the chief executive,", "Yoon Tae-seok, the finance chief"),
        ("Colonel Lena Orvath", "Captain Lena Orvath"),
    ],
)
def test_two_offices_of_one_person(one: str, two: str) -> None:
    assert len(found(one, two)) == 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Lena Orvath, the chief executive,", "Lena Orvath, a lawyer"),  # no office
        ("Lena Orvath, the chief executive,", "Lena Orvath, the former mayor"),  # no more
        ("Lena Orvath, the head of the line,", "Lena Orvath, its director"),  # said for one another
        ("Lena Orvath, the county's chief engineer,", "County engineer Lena Orvath"),
    ],
)
def test_offices_that_go_together(one: str, two: str) -> None:
    assert not found(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Edmund Thackvell, its director,", "Edwin Thackvell, the director"),  # begin alike
        ("Sabine Aurvich, its director,", "Sabine Hautvik, the director"),  # one office
    ],
)
def test_one_person_under_two_names(one: str, two: str) -> None:
    assert len(found(one, two)) == 1


def test_two_persons_of_one_family_are_two() -> None:
    assert not found("Anna Thackvell, its director,", "Bertil Thackvell, a welder")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was Yoon Tae-seok who came.", "Yoon Tae-seok"),
        ("The Russian Kremlin-backed side won.", "Kremlin-backed"),
    ],
)
def test_names_with_a_small_second_part(text: str, name: str) -> None:
    names = Checker().read(Document(source="a.txt", text=text)).profile.named
    assert (name in {each.text for each in names}) == name.startswith("Yoon")
