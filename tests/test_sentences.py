"""Where sentences end: behind words that look like abbreviations to a table, and never behind real ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Document
from factcheck.text.sentences import sentences


def surfaces(text: str) -> list[str]:
    return [sentence.surface for sentence in sentences(Document(source="text", text=text))]


@pytest.mark.parametrize(
    "told",
    [
        ("The licence costs €49 per user per month.", "Support answers within 4 hours."),
        ("The town was under heavy bombardment.", "Residents spoke of 40 dead."),
        ("She was treated for cancer.", "Doctors gave her 5 years."),
        ("It closes at dusk.", "“Come early,” said the warden."),
        ("Prices rose 4% last month (as in the past century.)", "Analysts had hoped for 3%."),
        ("The bridge is 5 km long.", "Built in 1930, it leaks."),
        ("Water boils at 373 K.", "The rest freezes."),
    ],
)
def test_a_sentence_ends_behind_a_word(told: tuple[str, ...]) -> None:
    assert surfaces(" ".join(told)) == list(told)


@pytest.mark.parametrize(
    "sentence",
    [
        "Gov. Ann Berg met Dr. Ole Lund in Sept. Holm said so.",
        "The U.S. Navy has 11 carriers, i.e. Nimitz and others.",
        "The dept. Of Health and Acme Corp. Holdings agreed.",
    ],
)
def test_no_sentence_ends_behind_an_abbreviation(sentence: str) -> None:
    assert surfaces(sentence) == [sentence]


@given(
    st.lists(st.sampled_from(["month. ", "Support ", "5 km. ", "is ", "(free.) ", "No! ", "“Go.” ", "\n"]))
)
def test_sentences_are_slices_in_order_and_leave_out_blanks_alone(parts: list[str]) -> None:
    text = "".join(parts)
    found = sentences(Document(source="text", text=text))
    edges = zip([0, *(each.end for each in found)], [*(each.start for each in found), len(text)], strict=True)
    assert all(begin >= end and not text[end:begin].strip() for end, begin in edges)
