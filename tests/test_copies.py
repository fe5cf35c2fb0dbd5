from collections import Counter

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
