"""Checks inside one text: what they find, what looks alike and must stay silent, and that they end soon."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.checker import Checker
from factcheck.compare import inside
from factcheck.compare.pair import Pair
from factcheck.model import Conflict, Document


@cache
def checker() -> Checker:
    return Checker()


def findings(text: str, published: str | None = None) -> list[Conflict]:
    return list(checker().check([Document(source="a.txt", text=text, published=published)]).conflicts)


def said(text: str, published: str | None = None) -> list[tuple[str, str]]:
    """The check and the explanation of every finding."""
    return [(found.rule.split("/")[-1], found.explanation) for found in findings(text, published)]


def pairs(text: str, published: str | None = None) -> list[Pair]:
    return list(
        inside.pairs([checker().read(Document(source="a.txt", text=text, published=published))], Counter())
    )


CONTRADICTED = [
    ("dual", "The dyke is 14 km (11 miles) long.", "14 km is given as 11 miles"),
    ("dual", "It was minus 10 °C (24 °F) on the pass.", "minus 10 °C is given as 24 °F"),
    ("sum", "The orchard has 90 trees: 40 apples, 30 pears and 25 plums.", "make 95"),
    ("sum", "Police fined 12 drivers: seven in Dorn and four in Ardin.", "make 11"),
    ("sum", "Five tents, three huts and two caravans, 12 in all, were swept away.", "make 10"),
    ("parts", "The bus carried 20 people, including 14 women and nine men.", "make 23"),
    ("share", "Nine of the 60 wells (25 percent) are dry.", "is 15 percent"),
    ("share", "Of the 60 wells, nine (25 percent) are dry.", "is 15 percent"),
    ("share", "25 percent (9 of 60) of the wells are dry.", "is 15 percent"),
    ("change", "Rents rose by 10 percent, from 500 to 650 euros.", "is 30 percent"),
    ("change", "Catches fell 10 percent to 40 tonnes from 80 tonnes.", "is 50 percent"),
    ("change", "The flock tripled from 40 to 80.", "is 2 times"),
    ("change", "The flock fell by a third, from 90 to 40.", "is 55.6 percent"),
    ("weekday", "The bridge reopens on Sunday, 2 March 2025.", None),
    ("weekday", "The bridge reopens on Monday, 2 March 2025.", "was a Sunday, not a Monday"),
    ("elapsed", "From 1960 to 1970, 25 years, the mine was flooded.", "is 11 years at most"),
    ("born", "Ole Holm was born on 1 May 1940. He died on 2 June 2000, aged 66.", "would be 60"),
    ("anniversary", "Founded in 1900, the choir marks its 120th anniversary in 2010.", "it is 110 years"),
    ("place", "It was the seventh of six concerts.", "seventh of six concerts"),
    ("listed", "The menu has three soups: leek, beet, carrot and pea.", "there are 4"),
    ("listed", "It was his second win, after 2011 and 2013.", "there are 3"),
    ("listed", "Our 4 walks:\n\n1. The mill\n2. The dyke\n3. The moor\n", "there are 3"),
    ("whole", "Of the voters 60% were for it, 35% against it and 15% undecided.", "makes 110 percent"),
]


@pytest.mark.parametrize(("check", "text", "words"), CONTRADICTED)
def test_a_text_that_contradicts_itself(check: str, text: str, words: str | None) -> None:
    found = said(text)
    if words is None:
        assert not found
        return
    assert [name for name, _ in found] == [check]
    assert words in found[0][1]


LOOK_ALIKES = [
    "The dyke is 14 km (11 miles of it in Dorn) long.",
    "The dyke is 14 km (and the wall 11 miles) long.",
    "Walks of 5 km or 9 miles start at noon.",
    "It was 5 °C (9 °F) warmer than usual on the pass.",
    "The lake lies 25 km (15 miles) north of Dorn.",
    "The orchard has 90 trees, including 40 apples, 30 pears and 25 cherries.",
    "The orchard has 90 trees: 40 apples, 30 pears and some plums.",
    "The farm has 90 trees, 40 cows, 30 sheep and 25 geese.",
    "The bus carried 20 people, including 14 women and nine tourists.",
    "Nine of the 60 wells are dry, 25 percent more than last year.",
    "Two of the three wells (67 percent) are dry.",
    "Rents rose by 10 percent, and wages went from 500 to 650 euros.",
    "Rents nearly doubled, from 500 to 960 euros.",
    "The share of cyclists rose 5 percent, from 10% to 15%.",
    "The bridge reopens on the Monday before 2 March 2025.",
    "The mine was flooded for six years, from 1960 to 1965.",
    "The mine was flooded for five years, from 1960 to 1965.",
    "Ole Holm was born in 1940. His father died in 2000, aged 86.",
    "Ole Holm, born in 1940, was made a judge at 31.",
    "It was the third in six concerts.",
    "The menu has three soups, such as leek, beet, carrot and pea.",
    "Three cooks work there: Ana Berg, a baker, Per Holm and Ida Lund.",
    "The two kitchens: salt and pepper, oil and vinegar, and bread.",
    "In the survey 60% read books, 55% go fishing and 40% do both.",
    "Our walks in 4 weeks:\n\n1. The mill\n2. The dyke\n3. The moor\n\nAll are easy.",
]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_what_looks_alike_stays_silent(text: str) -> None:
    assert not said(text)


def test_a_weekday_takes_its_year_from_the_publication_and_only_near_it() -> None:
    text = "The council met on Monday, March 2, in Dorn."
    assert [name for name, _ in said(text, "2025-03-09")] == ["weekday"]
    assert not said(text)
    assert not said(text, "2025-11-09")
    assert not said(f"In 2020 it was another mayor. {text}", "2025-03-09")


def test_every_claim_of_a_finding_is_what_stands_at_its_span() -> None:
    for _, text, words in CONTRADICTED:
        for found in findings(text) if words else ():
            assert len(found.claims) >= 2
            for claim in found.claims:
                assert text[claim.span.start : claim.span.end] == claim.text


def test_one_slip_in_two_texts_is_one_finding_with_one_id() -> None:
    text = "The dyke is 14 km (11 miles) long."
    both = checker().check([Document(source=name, text=text) for name in ("a.txt", "b.txt")])
    assert len(both.conflicts) == 1
    assert [claim.span.document for claim in both.conflicts[0].claims] == ["a.txt", "a.txt", "b.txt", "b.txt"]
    assert both.conflicts[0].id == findings(text)[0].id
    assert findings(f"Rain again. {text}")[0].id == both.conflicts[0].id


def test_two_slips_in_one_text_are_two_findings() -> None:
    text = "The dyke is 14 km (11 miles) long. The wall is 14 metres (11 feet) high."
    assert len(findings(text)) == 2


@given(st.integers(2, 900), st.integers(2, 900), st.integers(2, 900))
def test_a_sum_is_right_for_the_numbers_that_add_up_and_for_no_others(a: int, b: int, off: int) -> None:
    text = "The orchard has {} trees: {} apples and {} pears."
    right = pairs(text.format(a + b, a, b))
    assert [pair.check for pair in right] == ["sum"]
    assert not said(text.format(a + b, a, b))
    if a + b + off < 1000 and off < a + b:  # what is farther away is no sum of them
        assert [name for name, _ in said(text.format(a + b + off, a, b))] == ["sum"]


@given(st.integers(1, 400), st.integers(2, 400))
def test_a_share_may_be_rounded_and_not_be_another(part: int, whole: int) -> None:
    part = min(part, whole)
    rounded = round(100 * part / whole)
    text = "Of the {} wells, {} ({}%) are dry."
    assert not said(text.format(whole, part, rounded))
    wrong = rounded + 7 if rounded < 90 else rounded - 7
    if whole > 1 and part > 1:
        assert [name for name, _ in said(text.format(whole, part, wrong))] == ["share"]


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1)))
@settings(max_examples=50)
def test_the_calendar_is_known(day: date) -> None:
    names = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    text = f"The fair is on {{}}, {day.day} {day.strftime('%B')} {day.year:04}, in Dorn."
    assert not said(text.format(names[day.weekday()]))
    assert [name for name, _ in said(text.format(names[day.weekday() - 1]))] == ["weekday"]


@given(st.text(alphabet="0123456789 ,.:()%-\nabc and of or km miles percent", max_size=300))
@settings(max_examples=60)
def test_no_text_breaks_a_check(text: str) -> None:
    report = checker().check([Document(source="a.txt", text=text)])
    assert not [problem for problem in report.problems if problem.code == "rule"]


@pytest.mark.parametrize(
    "piece",
    [
        "12 people: 7 women (58%) and 5 men, ",
        "3, 4 and 5, 12 in all, ",
        "rose 20 percent from 5 to 6 kg ",
        "the 5th of 4 visits, after 2001 and 2002, ",
        "Three colours: red, green and blue. Per Holm, 41, was born in 1960. ",
        "3 things:\n- a\n",
    ],
)
def test_the_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    def seconds(times: int) -> float:
        reading = checker().read(Document(source="a.txt", text=piece * times))
        start = process_time()
        list(inside.pairs([reading], Counter()))
        return process_time() - start

    seconds(50)
    assert seconds(800) < max(40 * seconds(100), 0.5)


def test_what_a_crowded_sentence_leaves_out_is_counted():
    text = "The prices were " + ", ".join(f"{number} euros" for number in range(100, 161)) + "."
    left_out = Counter()
    reading = checker().read(Document(source="a.txt", text=text))
    assert list(inside.pairs([reading], left_out)) == []
    assert left_out == {"crowd": 61 * 60 // 2}
