"""Syndicated copies are one origin; two reporters on one event are two."""

# ruff: noqa: E501  the articles
from __future__ import annotations

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Checker, Document
from factcheck.compare.origins import FEWEST, groups, origins

AGENCY = (
    "MEREK, 12 March (Nordpress) - A ferry with 214 people on board ran aground off Merek on Tuesday evening "
    "after its steering failed in heavy seas, the coast guard said. All passengers were taken off by lifeboats "
    "before midnight. Eleven people were treated for cuts and cold. “We heard one long scrape, and then it was "
    "very quiet,” said Tove Amdal, a teacher who was travelling with her class. The operator, Sund Lines, said "
    "the ship had passed its last inspection in January. Divers will look at the hull once the wind drops."
)
CUT = AGENCY[: AGENCY.index("Divers")].replace("MEREK, 12 March (Nordpress) - ", "From our news desk. ")
EDITED = AGENCY.replace("ran aground", "hit rocks").replace("heavy", "rough").replace("Eleven", "Twelve")
OWN = (
    "It was the quiet that Tove Amdal remembers. “We heard one long scrape, and then it was very quiet,” the "
    "teacher says on the pier of Merek, a blanket over her shoulders. Her class of nineteen is asleep in the gym "
    "behind her. The ferry lies a few hundred metres out, tilted, its lights still on. By the coast guard's count "
    "214 people had to be fetched from its decks in the dark, eleven of whom needed a doctor."
)


def test_a_copy_that_was_cut_or_edited_is_of_the_same_origin() -> None:
    assert origins([AGENCY, OWN, CUT, EDITED]) == [0, 1, 0, 0]


def test_a_shared_quotation_makes_no_copy() -> None:
    assert origins([AGENCY, OWN]) == [0, 1]


def test_short_texts_are_one_only_when_they_are_equal() -> None:
    short = "The ferry had 214 people on board."
    assert len(short.split()) < FEWEST
    assert origins([short, "The ferry had 215 people on board.", short.upper(), ""]) == [0, 1, 0, 3]


def test_copies_meet_across_texts_that_share_a_part_with_both() -> None:
    """Candidates come from neighbours only: an excerpt between two copies must not part them."""
    first, second = AGENCY[:180], AGENCY[300:]
    assert origins([AGENCY, first, second, EDITED])[3] == 0


def test_time_grows_with_the_text_not_with_the_pairs() -> None:
    """2,000 copies and 2,000 texts with one common paragraph: all pairs would be millions of comparisons."""
    footer = "All rights reserved. " * 12
    texts = [AGENCY] * 2000 + [" ".join(f"w{n}x{k}" for k in range(80)) + footer for n in range(2000)]
    found = origins(texts)
    assert found[:2000] == [0] * 2000
    assert len(set(found)) == 2001


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([AGENCY, CUT, EDITED, OWN, OWN[40:], "Nothing.", ""]), max_size=7))
def test_the_order_of_texts_changes_no_group(texts: list[str]) -> None:
    def grouped(given_: list[str]) -> set[frozenset[str]]:
        documents = [Document(source=f"{text[:9]}{texts.index(text)}", text=text) for text in given_]
        return {frozenset(ids) for ids in groups(documents)}

    assert grouped(texts) == grouped(texts[::-1]) == grouped(sorted(texts))


def test_a_report_counts_origins_and_a_conflict_names_the_copies() -> None:
    range_a = " The Kestrel ferry has a length of 84 metres."
    range_b = " The Kestrel ferry has a length of 91 metres."
    documents = [
        Document(source="herald", text=AGENCY + range_a),
        Document(source="courier", text=EDITED + range_a),
        Document(source="own", text=OWN + range_b),
    ]
    reports = {str(Checker().check(list(order)).to_dict()) for order in permutations(documents)}
    assert len(reports) == 1
    report = Checker().check(documents)
    assert report.origins == (("courier", "herald"),)
    assert report.to_dict()["coverage"]["origins"] == 2
    lengths = [conflict for conflict in report.conflicts if conflict.attribute == "length"]
    assert any("3 texts, 2 origins" in line for conflict in lengths for line in conflict.comparable)
