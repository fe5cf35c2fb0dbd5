"""Tolls that make each other up are no contradiction."""

from __future__ import annotations

import factcheck
from factcheck import Document

CITY = """Two bombs went off in the province of Ostra on Sunday, 3 May 2026, police said. The first hit a
bus station in Velden and killed {station} people. The second, at a market in Velden, wounded 64."""
PROVINCE = """Velden counts its dead. Bombs hit a bus station and a market on Sunday, 3 May 2026.
At the market {market} people died and 64 were wounded. In all {all} people were killed in Ostra, police
said."""


def found(*texts: str) -> list[set[str]]:
    documents = [Document(source=f"{number}.txt", text=text) for number, text in enumerate(texts)]
    return [{claim.text for claim in each.claims} for each in factcheck.check(documents).conflicts]


def test_a_total_is_the_sum_of_two_places() -> None:
    assert not found(CITY.format(station=83), PROVINCE.format(all=140, market=57))


def test_what_does_not_add_up_is_told() -> None:
    clashes = found(CITY.format(station=83), PROVINCE.format(all=145, market=57))
    assert any({"83 people", "145 people"} <= each for each in clashes)


def test_children_of_one_toll_are_one_part() -> None:
    text = "A blast in Velden on Sunday, 3 May 2026, killed 126 people, {children} of them children."
    assert found(text.format(children=68), text.format(children=86)) == [
        {"68 of them children", "86 of them children"}
    ]
    other = (
        "Velden, 3 May 2026: police counted 126 dead in the blast of Sunday, among them {children} children."
    )
    assert found(text.format(children=68), other.format(children=86)) == [
        {"68 of them children", "86 children"}
    ]
