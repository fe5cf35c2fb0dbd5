"""Sums and measures that only one of two texts gives per item."""

from __future__ import annotations

import pytest

import factcheck
from factcheck import Document
from factcheck.compare.items import without_item

NEWS = """The hotel Miravel in Varnstad reopens on 12 May with 83 rooms after 14 months of work. The
cheapest room is {one} in summer. The work cost 6.4 million euros, and 112 people will have jobs."""
GUIDE = """Miravel of Varnstad has 83 rooms and, since 12 May, no scaffolding: 14 months and 6.4 million
euros later it employs 112. Guests pay {two} for the cheapest room when summer comes."""


def found(one: str, two: str) -> list[set[str]]:
    texts = NEWS.format(one=one), GUIDE.format(two=two)
    documents = [Document(source=f"{number}.txt", text=text) for number, text in enumerate(texts)]
    return [{claim.text for claim in each.claims} for each in factcheck.check(documents).conflicts]


def test_what_it_is_paid_for_goes_without_saying() -> None:
    assert found("340 euros a night", "280 euros") == [{"340 euros a night", "280 euros"}]
    assert not found("340 euros a night", "340 euros")


@pytest.mark.parametrize(
    ("dimension", "bare"),
    [
        ("currency:EUR / night", "currency:EUR"),
        ("volume / cycle", "volume"),
        ("length / time", "length / time"),
        ("mass / volume", "mass / volume"),
        ("length", "length"),
    ],
)
def test_only_things_are_left_out(dimension: str, bare: str) -> None:
    assert without_item(dimension) == bare
