from collections import Counter

import pytest

from factcheck import Document, check
from factcheck.claims.shape import Shape
from factcheck.compare.copies import copies as found_copies


def copies(shapes):
    return found_copies(shapes, Counter())


def shape(document, text, names=()):
    """A shape from words where `#kind` stands for a value; rows are numbered by place."""
    words = tuple(text.lower().split())
    slots = tuple(i for i, word in enumerate(words) if word.startswith("#"))
    return Shape(document, 0, words, slots, tuple(range(len(slots))), frozenset(names))


def test_one_changed_value_is_aligned():
    found = list(
        copies(
            [
                shape(0, "the bridge over the river opened in #date and carries #count cars a day"),
                shape(1, "the bridge over the river opened in #date and carries #count vehicles a day"),
            ]
        )
    )
    assert [copy.pairs for copy in found] == [((0, 0), (1, 1))]


def test_containment_is_no_copy():
    assert not list(
        copies(
            [
                shape(0, "the bridge opened in #date"),
                shape(
                    1,
                    "after nine years of work and two court cases the bridge opened in #date"
                    " to the applause of #count guests from the town",
                ),
            ]
        )
    )


def test_sentences_of_one_text_are_no_copies():
    assert not list(
        copies([shape(0, "the tank holds #quantity of fuel"), shape(0, "the tank holds #quantity of fuel")])
    )


def test_another_name_is_told():
    found = list(
        copies(
            [
                shape(0, "the pump in oldham moves #quantity of water an hour", ["oldham"]),
                shape(1, "the pump in burnley moves #quantity of water an hour", ["burnley"]),
            ]
        )
    )
    assert found[0].renamed == ("burnley", "oldham")


def test_another_name_behind_the_value_in_a_relative_clause_is_none():
    found = list(
        copies(
            [
                shape(0, "they had #count sons of whom the first was the painter oldham", ["oldham"]),
                shape(1, "they had #count sons of whom the first was the painter burnley", ["burnley"]),
            ]
        )
    )
    assert found[0].renamed == ()


EDITED = [
    ("The mill on Corn Street, built about 1850, is now a library.",
     "The mill on Corn Street, founded about 1580, is now a library."),
    ("In children the yearly rate of the disease was very low at 12 in 100,000.",
     "In children the yearly rate of the disease was very low at a ratio of 112 in 100,000."),
    ("In those years Port Vale was the fourth largest harbour of the coast for grain.",
     "In those years Port Vale was the eight largest harbour of the coast for grain."),
    ("Ada Holm was born in Lund on 8 March 1975.", "Ada Holm was born in Ystad on 8 March 1957."),
]  # fmt: skip


@pytest.mark.parametrize("texts", EDITED)
def test_an_edited_copy_is_a_conflict(texts):
    documents = [Document(source=f"{n}.txt", text=text) for n, text in enumerate(texts)]
    assert [conflict.outcome for conflict in check(documents).conflicts] == ["conflict"]


def test_every_copy_among_many_is_found():
    shapes = []
    for number in range(300):
        for document in (0, 1):
            shapes.append(
                Shape(
                    document,
                    number,
                    ("lot", f"a{number}", f"b{number}", f"c{number}", "costs", "#money"),
                    (5,),
                    (0,),
                    frozenset(),
                )
            )
    assert {(copy.first.sentence, copy.second.sentence) for copy in copies(shapes)} == {
        (n, n) for n in range(300)
    }
