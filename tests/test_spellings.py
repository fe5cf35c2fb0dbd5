"""One name in two spellings between texts: what counts as a slip, and what shows that one thing is meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck import Document
from factcheck.compare.joins.names.letters import is_word, near, slip


def spellings(*texts: str) -> list[set[str]]:
    """The names of each finding."""
    documents = [Document(source=f"{at}.txt", text=text) for at, text in enumerate(texts)]
    report = factcheck.check(documents)
    return [
        {claim.text for claim in each.claims} for each in report.conflicts if each.rule == "people/spelling"
    ]


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("tamor", "taomr", "swapped"),
        ("perl", "pelr", "swapped"),
        ("brandt", "brant", "letter"),
        ("corlane", "corbane", "letter"),
        ("hasakeh", "hassakeh", "sound"),  # a double letter
        ("kefraya", "kafraya", "sound"),  # a vowel
        ("alexander", "alexandre", "sound"),
        ("ivanov", "ivanova", ""),  # another ending
        ("kowalski", "kowalska", ""),
        ("syrians", "syrias", ""),
        ("marlow", "harlow", ""),  # another first letter
        ("western", "wester", ""),
        ("maria", "marina", ""),  # two first names
        ("corlane", "colnare", ""),
    ],
)
def test_how_two_words_are_apart(a: str, b: str, kind: str) -> None:
    assert slip(a, b) == slip(b, a) == kind


@pytest.mark.parametrize(
    ("word", "named"),
    [
        ("Halvorsen", True), ("al-Hadi", True), ("O’Brien", True), ("McDonald", True), ("Smith-Berg", True),
        ("MSF", False), ("V2", False), ("HashMap", False), ("of", False),
    ],
)  # fmt: skip
def test_what_is_written_as_a_name(word: str, named: bool) -> None:
    assert is_word(word) is named


WORDS = st.text("abdeilmnorst", min_size=4, max_size=9)


@given(WORDS, WORDS)
def test_a_slip_goes_both_ways(a: str, b: str) -> None:
    assert slip(a, b) == slip(b, a)
    assert not slip(a, a)


@given(WORDS, st.data())
def test_two_letters_swapped_inside_a_word_are_never_far(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word) - 2))
    other = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    found = {(a, b) for a, b, _ in near({word, other})}
    kind = slip(word, other)
    assert found == ({tuple(sorted((word, other)))} if kind else set())
    assert kind in ("swapped", "sound") or word == other or word[at] == word[at + 1] or not kind


@given(st.sets(WORDS, max_size=12))
def test_what_is_near_does_not_hang_on_the_order(words: set[str]) -> None:
    assert near(sorted(words)) == near(sorted(words, reverse=True))


def test_words_that_are_near_to_many_are_codes() -> None:
    assert near({f"ba{letter}ol" for letter in "bdfgklmnprst"}) == []


MILL = "The mill of {} burned down on Monday, and 214 people lost their work."
AGAIN = "Some 214 people are without work since the mill of {} burned down on Monday."


@pytest.mark.parametrize(
    ("one", "other"), [("Kordal", "Kodral"), ("Brandtvik", "Brandvik"), ("Tarno", "Tanro")]
)
def test_a_name_of_one_word_is_found_by_what_both_say_of_it(one: str, other: str) -> None:
    assert spellings(MILL.format(one), AGAIN.format(other)) == [{one, other}]
    assert spellings(AGAIN.format(other), MILL.format(one)) == [{one, other}]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kordal", "Kordale"), ("Kiev", "Kyiv"), ("Kharkiv", "Kharkov"), ("Müllheim", "Muellheim"),
     ("Qusayra", "Qusaira"), ("Kordal", "Sordal"), ("Kordal", "Morvane")],
)  # fmt: skip
def test_other_names_and_other_languages_are_left_alone(one: str, other: str) -> None:
    assert not spellings(MILL.format(one), AGAIN.format(other))


def test_a_text_that_knows_both_names_means_two_things() -> None:
    both = AGAIN.format("Kodral") + " Kordal lies on the other bank."
    assert not spellings(MILL.format("Kordal"), both)


def test_one_form_with_other_values_is_of_two_things() -> None:
    assert not spellings(
        "The Kordal pump weighs 450 kg when dry, its makers said in May.",
        "The Kodral pump weighs 320 kg when dry, its makers said in May.",
    )


def test_what_is_said_of_many_does_not_make_two_names_one() -> None:
    first, second = "{} scored two goals on Monday.", "On Monday two goals were scored by {}."
    assert not spellings(first.format("Tordan"), second.format("Torkan"))
    assert spellings(first.format("Tordan"), second.format("Todran"))


def test_two_persons_with_other_first_names_are_two() -> None:
    first = "The council elected Mark Walker with 312 votes. Walker thanked the town."
    second = "With 312 votes the council elected Paul Walter. Walter thanked the town."
    assert not spellings(first, second)


def test_a_surname_meets_the_full_name_of_the_other_text() -> None:
    first = "Lena Orvik sold the yard at Tarn with 41,200 bricks."
    second = "With 41,200 bricks the yard at Tarn went out of the hands of Orivk, who sold it."
    assert spellings(first, second) == [{"Lena Orvik", "Orivk"}]


def test_the_first_names_of_other_alphabets_are_one_name() -> None:
    story = "{} Tarrani swam the 1,250 metres of the Lunet in 17.4 minutes before 860 people."
    again = "860 people saw it: in 17.4 minutes {} Tarrani was across the Lunet, 1,250 metres of cold water."
    assert not spellings(story.format("Mohammed"), again.format("Muhammad"))
    assert spellings(story.format("Magnus"), again.format("Mangus"))


def test_the_order_of_texts_changes_nothing() -> None:
    texts = [MILL.format("Kordal"), AGAIN.format("Kodral"), "Rain fell in Kordal for 12 days."]
    names = ["c", "a", "b"]

    def ids(order: list[int]) -> set[str]:
        documents = [Document(source=f"{names[at]}.txt", text=texts[at]) for at in order]
        return {each.id for each in factcheck.check(documents).conflicts}

    assert ids([0, 1, 2]) == ids([2, 1, 0]) == ids([1, 2, 0])
    assert ids([0, 1, 2])
