"""Syndicated copies: what a desk does to an agency's report, and that copies cannot outvote another text."""

# ruff: noqa: E501  the articles
from __future__ import annotations

import pytest

from factcheck import Checker, Document
from factcheck.against import against
from factcheck.compare.origins import origins

CHECKER = Checker()
WIRE = (
    "OSTRAVIK, 9 June (Nordpress) - A freight train carrying diesel ran off the rails near Ostravik on Sunday "
    "night and burned for seven hours, railway officials said.\n\n"
    "The fire destroyed 14 wagons. The Ostravik viaduct, which has a length of 640 metres, was closed and will "
    "stay shut for at least a week.\n\n"
    "“We were lucky that no passenger train was on the viaduct,” said Lena Orsk, the head of the railway's northern "
    "district. The driver was treated for burns and has left hospital.\n\n"
    "Firefighters from four towns pumped water from the river because the nearest hydrant lay two kilometres away. "
    "The railway carries about 40 freight trains a day on the line, most of them to the port of Halm.\n"
)
# A new headline and lead, paragraphs in another order, some words changed, the end cut.
DESK = (
    "Diesel train burns at Ostravik: viaduct shut\n\n"
    "Trains to the port of Halm have stopped after a fire on the main line.\n\n"
    "“We were lucky that no passenger train was on the viaduct,” said Lena Orsk, who heads the railway's northern "
    "district. The driver was treated for burns and has left hospital.\n\n"
    "The blaze destroyed 14 wagons. The Ostravik viaduct, which has a length of 640 metres, was closed and will stay "
    "shut for at least a week. A freight train carrying diesel ran off the rails near Ostravik on Sunday night and "
    "burned for seven hours, officials said.\n"
)
BRIEF = WIRE[WIRE.index("A freight") : WIRE.index("“We were")].replace("\n\n", " ")
OWN = (
    "From her kitchen Marit Dahl saw the sky turn orange. “First there was a bang, then a second one,” says the "
    "farmer, whose barn stands below the line. The Ostravik viaduct has a length of 460 metres and is the pride of "
    "the valley. On Monday morning men in white suits walked along the track.\n"
)


def document(name: str, text: str) -> Document:
    return Document(source=name, text=text, published="2031-06-10")


@pytest.mark.parametrize("copy", [DESK, BRIEF, WIRE.upper(), WIRE.replace("14 wagons", "15 wagons")])
def test_what_a_desk_makes_of_a_report_is_of_its_origin(copy: str) -> None:
    assert origins([WIRE, copy, OWN]) == [0, 0, 2]


def test_three_outlets_with_one_report_are_one_side_of_a_conflict() -> None:
    texts = {"wire.txt": WIRE, "desk.txt": DESK, "brief.txt": BRIEF, "own.txt": OWN}
    report = CHECKER.check([document(*item) for item in texts.items()])
    (conflict,) = report.conflicts
    assert {claim.span.document for claim in conflict.claims} == set(texts)
    assert any("4 texts, 2 origins" in line for line in conflict.comparable)
    assert report.coverage.origins == 2


def test_copies_cannot_outvote_another_source() -> None:
    draft = document("draft.txt", "The Ostravik viaduct has a length of 640 metres.")
    copies = [document("wire.txt", WIRE), document("desk.txt", DESK), document("brief.txt", BRIEF)]
    (alone,) = (one for one in against(draft, copies, CHECKER).standings if one.claim.text == "640 metres")
    assert alone.status == "single-source"
    assert alone.origins == 1
    found = against(draft, [*copies, document("own.txt", OWN)], CHECKER)
    (disputed,) = (one for one in found.standings if one.claim.text == "640 metres")
    assert disputed.status == "contradicted"
    assert [one.claim.span.document for one in disputed.contradicted_by] == ["own.txt"]
    assert disputed.disagreements
