"""What reporters say in other words is read as the same property, time and length."""

from __future__ import annotations

import pytest

from factcheck import Document, extract
from factcheck.model import Claim


def claim(text: str, words: str) -> Claim:
    return next(each for each in extract(Document(source="a.txt", text=text)) if each.text == words)


@pytest.mark.parametrize(
    ("text", "words", "attribute"),
    [
        ("Operating profit came to 40 million euros.", "40 million euros", "operating profit"),
        ("The vault lies 30 metres underground.", "30 metres", "depth"),
        ("The changes will save Tarn Mills $3 million.", "$3 million", "savings"),
        ("Tickets are valid for 90 days.", "90 days", "time limit"),
        ("The camera has a 20-megapixel sensor.", "20-megapixel", "resolution"),
        ("The clinic gave him three doses.", "three doses", "dose"),
    ],
)
def test_attribute(text: str, words: str, attribute: str) -> None:
    assert claim(text, words).attribute == attribute


def test_a_rise_by_one_sum_to_another_is_no_range() -> None:
    assert claim("The bill rose by 200 million to 1.3 billion euros.", "1.3 billion euros").kind == "money"
    assert claim("Levels may rise by 2 to 3 metres.", "2 to 3 metres").kind == "quantity"


@pytest.mark.parametrize(
    ("text", "words"),
    [("A month of silence followed.", "A month"), ("They held a week of talks.", "a week")],
)
def test_a_time_that_is_filled_lasts(text: str, words: str) -> None:
    assert claim(text, words).kind == "duration"


def test_a_day_of_the_week_does_not_last() -> None:
    text = "It may open on a day of the week that suits you."
    assert all(each.kind != "duration" for each in extract(Document(source="a.txt", text=text)))


def test_forecasts_of_others_do_not_make_a_figure_one() -> None:
    text = "Tarn Mills beat analysts' forecasts with a profit of 12 million euros."
    assert claim(text, "12 million euros").modality == "asserted"


@pytest.mark.parametrize(
    ("text", "words", "scope"),
    [
        ("Some 40 mm of rain fell in three hours.", "Some 40 mm", ("within", "3 hour")),
        ("It costs Tarn Mills 2 million euros annually.", "2 million euros", ("per", "year")),
    ],
)
def test_scope(text: str, words: str, scope: tuple[str, str]) -> None:
    assert scope in claim(text, words).scope.items()
