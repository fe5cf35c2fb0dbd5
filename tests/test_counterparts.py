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


SHEET = "The Tarn K2 router has 4 ports, costs 129 euros and draws 19 watts. "
GUIDE = "Mount the Tarn K2 (129 euros) near a socket for its 19 watts; 4 ports are at the back. "


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The cable is 340 cm long.",
            "Leave room for 430 cm on the wall.",
        ),  # digits exchanged: no word needed
        (
            "Its carriage went at 19 knots.",
            "Its carriage went at 22 knots when the day was calm.",
        ),  # the only speeds
        ("The start takes 40 seconds.", "A start of 55 seconds is normal."),  # near each other: one word
    ],
)
def test_figures_that_are_alike_need_few_words(one: str, other: str) -> None:
    assert found(SHEET + one, GUIDE + other)
    assert found(GUIDE + other, SHEET + one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It weighs 780 g.", "Any shelf carries 7 kg."),  # too far apart for so few words
        ("It weighs 960 g.", "Its weight is just under a kilo."),  # a hedge
        ("It weighs 780 g.", "Its weight is less than a kilo."),  # a bound that holds
        ("It weighs 780 g.", "With its case it weighs 340 g more."),  # a difference
        ("The start takes 40 seconds.", "Resetting lasts 25 minutes."),
    ],
)
def test_what_is_alike_by_hedge_or_difference_is_left_alone(one: str, other: str) -> None:
    assert not found(SHEET + one, GUIDE + other)


def test_two_reports_of_one_place_and_its_people_tell_one_event() -> None:
    first = (
        "PORT ELM, 7 July 2025 - At least 23 people are dead after water swept through two camps on the "
        "Black Arrow, Marta Quell said. Most of them were in Varnholm, some in Tellmark. Weeks of heat "
        "and drought had baked the hills."
    )
    second = (
        "ALDER, {day} July 2025 - Days after the flood on the Black Arrow, {who} told reporters that 58 "
        "people had died. Most of them were staying in Varnholm, some in Tellmark."
    )
    assert {"At least 23 people", "58 people"} in found(first, second.format(day=9, who="Marta Quell"))
    other = second.replace("Black Arrow", "Upper Rand").replace("Varnholm", "Orla")
    assert not found(first, other.format(day=9, who="Jo Brandt"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # a date of one size, among words that hardly stand at another one
        (
            "The council committed to a carbon-free harbour by 2035.",
            "A harbour free of carbon, to which the council has committed, is to come by 2045.",
        ),
        # the names of a sentence are not those of the other one, its words are
        (
            "On Quay Street the new cold store holds 700 crates of fish.",
            "The cold store, says Marit Hoel, now holds 4,100 crates of fish.",
        ),
    ],
)
def test_many_words_join_what_few_do_not(one: str, other: str) -> None:
    assert found(SHEET + one, GUIDE + other)
    for word in ("carbon", "committed", "harbour", "council", "cold store", "fish", "holds"):
        other = other.replace(word, "sugar")
    assert not found(SHEET + one, GUIDE + other)


PIT = """BRENNA, 2 May 2025 - A plaque by Ada Quill, 3 metres high and paid for with 64,000 crowns, was put
up on Friday in Holm Street. It shows a lamp for each of the 41 miners who died."""
HILL = """BRENNA, 9 May 2025 - Children laid flowers in Holm Street, where gas exploded in the Ostra pit in
1931 and killed {dead} miners. The plaque, 3 metres of bronze by Ada Quill, cost 64,000 crowns."""


def test_the_dead_of_long_ago_are_compared_as_any_figure() -> None:
    assert found(PIT, HILL.format(dead="52")) == [{"41 miners", "52 miners"}]
    assert not found(PIT, HILL.format(dead="41"))


def test_what_is_counted_on_has_grown_in_the_later_text() -> None:
    def outcomes(earlier: str, later: str) -> list[str]:
        fires = (
            (
                "2025-07-04",
                f"The Lund fire near Ostra has destroyed {earlier} houses on the edge of Pine Road.",
            ),
            (
                "2025-07-07",
                f"The Lund fire has levelled {later} houses near Ostra, a survey by Ida Brenn found.",
            ),
        )
        documents = [Document(source=day, text=text, published=day) for day, text in fires]
        return [each.outcome for each in factcheck.check(documents).conflicts]

    assert set(outcomes("84", "210")) == {"revised"}
    assert not outcomes("84", "84")


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


WRECK = """The steamer Tarrin sank off Varnstad on 9 January 1913 with 83 mailbags on board. When the boiler
burst in the harbour channel, 212 lost their lives. The wreck lies at 64 metres."""
HISTORY = """Off Varnstad, at a depth of 64 metres, lies the Tarrin, which went down with 83 mailbags on
9 January 1913. Her boiler had burst in the harbour channel; the sea took {passengers} of her passengers."""


def test_a_toll_meets_a_mere_count_that_is_mistyped() -> None:
    assert found(WRECK, HISTORY.format(passengers=221)) == [{"212", "221 of her passengers"}]
    assert not found(WRECK, HISTORY.format(passengers=212))
    assert not found(WRECK, HISTORY.format(passengers=190))  # who were of the passengers alone


LINE = """The Skardal line of 41 miles reopens after 6 years. Trains to the coast at Havnes are scheduled to
take {hours} hours, with 18 stops."""
TRIP = """On the Skardal line, shut for 6 years, the timetable allows {hours} hours for the 41 miles to the
coast at Havnes. There are 18 stops."""


def test_a_plan_may_be_told_as_a_fact_where_no_days_lie_between_the_texts() -> None:
    assert found(LINE.format(hours=2), TRIP.format(hours=3)) == [{"2 hours", "3 hours"}]
    assert not found(LINE.format(hours=2), TRIP.format(hours=2))
    dated = "OSBY, 3 March 2021 — " + LINE.format(hours=2), "OSBY, 9 May 2021 — " + TRIP.format(hours=3)
    assert not found(*dated)
