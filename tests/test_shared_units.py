"""What a figure has from the words and figures around it: a unit, a currency, a former value, an age."""

from __future__ import annotations

from functools import cache

import pytest

import factcheck
from factcheck import Checker, Document
from factcheck.claims.row import Row
from factcheck.model import Interval


@cache
def checker() -> Checker:
    return Checker()


def rows(text: str) -> list[Row]:
    return list(checker().read(Document(source="a.txt", text=text)).rows)


def row(text: str, words: str) -> Row:
    (found,) = (each for each in rows(text) if words in each.claim.text)
    return found


def conflicts(*texts: str) -> list[set[str]]:
    documents = [Document(source=f"{number}.txt", text=text) for number, text in enumerate(texts)]
    return [{claim.text for claim in each.claims} for each in factcheck.check(documents).conflicts]


@pytest.mark.parametrize(
    ("text", "words", "unit"),
    [
        ("The mercury stopped at 31 degrees, after 36 on Monday.", "36", "degree"),
        ("Gusts reached 90 km/h, after 110 the day before.", "110", "kilometer / hour"),
        (
            "The bill comes to 8.2 billion pesos, of which the tunnel takes 3.7 billion.",
            "3.7 billion",
            "peso",
        ),
        ("The repair cost £1 m in all.", "£1 m", "GBP"),
    ],
)
def test_a_number_of_nothing_has_the_unit_before_it(text: str, words: str, unit: str) -> None:
    value = row(text, words).claim.value
    assert isinstance(value, Interval)
    assert value.unit == unit


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They paid 3 million euros for a singer heard by 4.2 million.", "4.2 million"),
        ("He ran for 40 minutes, after 9 others had left.", "9 others"),
    ],
)
def test_a_number_of_others_does_not(text: str, words: str) -> None:
    assert row(text, words).kind == "count"


def test_what_a_figure_has_come_from_is_of_before() -> None:
    text = "Fees fell to 3.85 billion crowns from 4.12 billion."
    assert row(text, "4.12").back
    assert not row(text, "3.85").back


@pytest.mark.parametrize(
    "text", ["Ann Lee was 36 when she won.", "He is 41 and lives in Esk.", "Ilma Orso was 36 and had a shop."]
)
def test_an_age_behind_a_name(text: str) -> None:
    assert [each.kind for each in rows(text)] == ["age"]


def test_the_year_of_an_office_is_no_beginning_of_a_count() -> None:
    text = "Niall Orrin, mayor of Tarn since 2012, lost by 132 votes."
    assert "since" not in row(text, "132").claim.scope
    assert row("Since 2012 the town of Tarn has lost 132 shops.", "132").claim.scope.get("since")


def test_a_dash_ends_what_is_counted() -> None:
    text = "Forty of those aboard - there was a crew of seven - survived."
    assert row(text, "seven").claim.text == "seven"


def test_a_race_each_january_is_not_longer_by_the_year() -> None:
    assert "per" not in row("Every January camels race over 420 kilometres.", "420").claim.scope


def test_a_time_that_is_run_in_is_no_hour() -> None:
    assert row("She won on Sunday in 2:09:14.", "2:09:14").kind == "duration"
    assert row("The train left on Sunday at 2:09:14.", "2:09:14").kind == "date"


@pytest.mark.parametrize(
    ("rate", "attribute"),
    [("base rate", "interest rate"), ("vacancy rate", ""), ("success rate", "")],
)
def test_a_rate_is_of_interest_where_it_is_called_so(rate: str, attribute: str) -> None:
    assert row(f"The {rate} was 4.8% in June.", "4.8").attribute == attribute


def test_somebody_has_turned_a_year_older() -> None:
    first = "Director Ines Orlan, 36, shot the film in Tarn. Ines Orlan was born in Esk."
    assert not conflicts(
        first, "Ines Orlan, who has turned 37 this month, shot the film in Tarn. Ines Orlan paints."
    )
    assert conflicts(first, "Director Ines Orlan, 39, shot the film in Tarn. Ines Orlan paints.")


def test_times_to_the_second_are_exact() -> None:
    first = "Desta Orle won the Port Halm Marathon in 2:09:14."
    assert conflicts(first, "Desta Orle won the Port Halm Marathon in 2:09:41.")
    assert not conflicts(first, "Desta Orle won the Port Halm Marathon in 2 hours, 9 minutes and 14 seconds.")


@pytest.mark.parametrize(
    ("then", "clashes"),
    [("at 7:25 a.m.", False), ("at 5:40 a.m.", False), ("at 3:10 p.m.", True)],
)
def test_the_morning_is_told_loosely(then: str, clashes: bool) -> None:
    sentence = "The Ilma train collision near Tarv, which killed 12 people, occurred {}, police said."
    assert bool(conflicts(sentence.format(then), sentence.format("in the morning"))) is clashes


def test_who_wins_for_the_third_time_has_a_third_title() -> None:
    first = "Atlas Tarn beat Ilmari 2-1 on Saturday to win the Halm Cup for the third time."
    second = "Atlas Tarn celebrated on Saturday: 2-1 against Ilmari, and the {} Halm Cup title."
    assert conflicts(first, second.format("fourth"))
    assert not conflicts(first, second.format("third"))


def test_a_remark_and_its_denial() -> None:
    one = 'Curator Helen Orr told reporters: "There was no alarm in that room."'
    assert conflicts(one, '"There was an alarm in that room, and it did not ring," said curator Helen Orr.')
    assert not conflicts(
        one, '"There was no alarm in that room, and nobody asked for one," said curator Helen Orr.'
    )
