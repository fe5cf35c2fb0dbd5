"""A text with several tolls of a day: which of them is the other text's, words and figures must tell."""

from __future__ import annotations

import factcheck
from factcheck import Document

DATELINE = "VELDEN, 3 May 2026 — "
BRIDGE = "Shelling near the bridge of Velden killed nine people before the truce began. "
STATION = "At the station, mortars killed 84 people as families were boarding a train to the coast. "
SQUARE = "Velden buried six people killed by shells in the square on the eve of the truce."
BRIDGE_TOO = "Shelling near the bridge of Velden killed seven people, and the truce began."


def found(*texts: str) -> list[set[str]]:
    documents = [
        Document(source=f"{number}.txt", text=DATELINE + text, published="2026-05-03")
        for number, text in enumerate(texts)
    ]
    return [{claim.text for claim in each.claims} for each in factcheck.check(documents).conflicts]


def test_one_toll_each_is_one() -> None:
    assert found(STATION, SQUARE) == [{"84 people", "six people"}]


def test_of_several_none_is_taken_without_a_word_in_common() -> None:
    assert not [each for each in found(BRIDGE + STATION, SQUARE) if "84 people" in each]


def test_of_several_the_one_in_the_same_words_is_taken() -> None:
    assert found(BRIDGE + STATION, BRIDGE_TOO) == [{"nine people", "seven people"}]


BRIDGE_STANDS = """The bridge at Velden, 340 metres long and 61 years old, was shelled 12 times.
{} who crossed it said it still stood."""
BRIDGE_MENDED = """Shelled 12 times, 340 metres of bridge still stand in Velden after 61 years.
"It will be mended," {} said."""


def test_how_many_speak_is_no_figure() -> None:
    assert not found(BRIDGE_STANDS.format("Two officers"), BRIDGE_MENDED.format("five officers"))
