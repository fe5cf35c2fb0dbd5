"""What two texts on one story tell of one thing is found by the words around the figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck import Document
from factcheck.text.related import KIND, SAME, SYNONYM, near_words, nearness

STUDIO = """The animation studio Ferrule of Dunmark has made 23 films since 2004 and employs 310 people.
Its latest picture, "Salt", opened in 61 cinemas. The illustrators attended {first} before the work began,
and {second}."""
PORTRAIT = """At Ferrule, where 310 people draw for a living, the corridors are quiet. The Dunmark studio
is 23 films old. Before work on "Salt", shown in 61 cinemas, the artists went {third}, while {fourth}."""
FIGURES = {
    "first": "a five-week drawing course abroad",
    "second": "the rent for the premises rose by 4,000 crowns",
    "third": "on a course overseas that lasted {weeks} weeks",
    "fourth": "the landlord sent a bill",
}


def found(*texts: str) -> list[set[str]]:
    documents = [Document(source=f"{number}.txt", text=text) for number, text in enumerate(texts)]
    return [{claim.text for claim in each.claims} for each in factcheck.check(documents).conflicts]


def told(weeks: str, **others: str) -> tuple[str, str]:
    figures = {**FIGURES, **others}
    return STUDIO.format(**figures), PORTRAIT.format(**figures).format(weeks=weeks)


def test_words_of_near_meaning_join_two_figures() -> None:
    assert found(*told("eight")) == [{"five-week", "eight weeks"}]
    assert not found(*told("five"))


def test_two_texts_on_two_things_are_left_alone() -> None:
    one, other = told("eight")
    assert not found(one, other.replace("Ferrule", "Corvane").replace("Dunmark", "Ostby").replace("23", "41"))


@pytest.mark.parametrize(
    "elsewhere",
    [
        "on a walk that lasted eight weeks",  # nothing that the other text tells of
        "on a course overseas that lasted eight weeks, or five for the young",  # which has both
        "on a course overseas that lasted eighty weeks",  # too far apart for one thing, and no slip
    ],
)
def test_what_may_be_another_thing_is_left_alone(elsewhere: str) -> None:
    assert not found(*told("", third=elsewhere))


def test_a_figure_without_something_is_no_figure_with_it() -> None:
    sheet = (
        "The Tarn K2 router has 4 ports, costs 129 euros and draws 19 watts. Weight: 780 g without bracket."
    )
    guide = "Mount the Tarn K2 (129 euros) near a socket for its 19 watts; 4 ports are at the back. {}"
    assert not found(sheet, guide.format("The router with its bracket weighs 910 g."))
    assert found(sheet, guide.format("The router without its bracket weighs 910 g."))


def test_figures_of_any_length_are_compared() -> None:
    one, other = told("eight")
    longer = " The vault holds {} kg of ink."
    assert found(one + longer.format("9" * 400), other + longer.format("8" * 400 + ".5"))


def test_nearness() -> None:
    assert nearness("course", "course") == SAME
    assert nearness("abroad", "overseas") == nearness("reduce", "reduction") == SYNONYM
    assert nearness("missile", "rocket") == KIND
    assert nearness("missile", "cheese") == nearness("qwrt", "missile") == 0


words = st.sampled_from(
    "attack raid strike win victory home house missile rocket fire blaze price cost qwrt".split()
)


@given(words, words)
def test_nearness_goes_both_ways(one: str, other: str) -> None:
    assert nearness(one, other) == nearness(other, one)


@given(st.frozensets(words), st.frozensets(words))
def test_near_words_are_those_that_are_near(mine: frozenset[str], others: frozenset[str]) -> None:
    expected = {(close, one, two) for one in mine for two in others if (close := nearness(one, two))}
    assert set(near_words(mine, others)) == expected
    assert len(near_words(mine, others)) == len(expected)
