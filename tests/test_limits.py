"""Limits told by denials, and numbers whose unit goes without saying: ages, sums, pounds."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck import Checker, Document
from factcheck.model import Claim, Interval


def claims(text: str) -> list[Claim]:
    return [
        claim for claim in Checker().read(Document(source="a.txt", text=text)).claims if claim.kind != "date"
    ]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Riders must not weigh more than 95 kg.", None, 95),
        ("The load may not be heavier than 30 kg.", None, 30),
        ("Nobody older than 35 may apply.", None, 35),
        ("The bag shouldn't hold more than 40 litres.", None, 40),
        ("Applicants cannot be younger than 18.", 18, None),
        ("The pressure must not fall below 2 bar.", 2, None),
    ],
)
def test_a_bound_that_is_denied_is_a_limit(text: str, low: int | None, high: int | None) -> None:
    (claim,) = claims(text)
    assert isinstance(claim.value, Interval)
    assert (claim.value.low, claim.value.high) == (low, high)
    assert not (claim.value.low_open or claim.value.high_open)
    assert claim.modality == "asserted"


@pytest.mark.parametrize(
    "text",
    ["He does not know whether more than 20 boats sank.", "If more than 20 boats had sunk, he would know."],
)
def test_what_is_not_known_limits_nothing(text: str) -> None:
    (claim,) = claims(text)
    assert isinstance(claim.value, Interval)
    assert claim.value.low == Decimal(20)
    assert claim.modality != "asserted"


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("At fourteen she made her debut.", "fourteen"),
        ("If you are under 16, a parent must sign.", "under 16"),
        ("The oldest of the crew is 58.", "58"),
        ("The youngest of the rescued is 22, the oldest 53.", "53"),
        ("He taught until the age of 80.", "the age of 80"),
    ],
)
def test_ages(text: str, age: str) -> None:
    assert age in {claim.text for claim in claims(text) if claim.kind == "age"}


@pytest.mark.parametrize("text", ["It runs on nothing older than 3.11.", "At 14 the ferry sailed again."])
def test_no_ages(text: str) -> None:
    assert not [claim for claim in claims(text) if claim.kind == "age"]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Membership costs 18 pounds a year.", ["GBP / year"]),
        ("The picture went for 310,000 pounds at auction.", ["GBP"]),
        ("The anchor weighs 310 pounds.", ["pound"]),
        ("She bought two pounds of apples.", ["pound"]),
        ("A 300-pound tuna was sold on Monday.", ["pound"]),
        ("He sold 40 pounds at 5 dollars each.", ["pound", "USD"]),
        ("The city pays 23.5 million euros. Orvik sold the land for 25.3 million.", ["EUR", "EUR"]),
        ("The film made 4 million euros. It was seen by 3 million.", ["EUR", None]),
        ("It cost 3 euros and 4 dollars. He sold it for 25.3 million.", ["EUR", "USD", None]),
    ],
)
def test_units_that_go_without_saying(text: str, units: list[str | None]) -> None:
    found = [claim.value.unit for claim in claims(text) if isinstance(claim.value, Interval)]
    assert found == units


def test_over_three_years_compares_nothing() -> None:
    reading = Checker().read(
        Document(source="a.txt", text="They paid him a total of 3.2 million euros over three years.")
    )
    assert not any(row.part for row in reading.rows)
