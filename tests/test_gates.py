"""Comparable or not: pairs of texts that differ in one thing, and the reason that is given for it."""

from __future__ import annotations

from functools import cache

import pytest

from factcheck.checker import Checker
from factcheck.model import Document, Report


@cache
def checker() -> Checker:
    return Checker()


def report(first: str, second: str, *published: str) -> Report:
    days = published or (None, None)
    texts = zip("ab", (first, second), days, strict=True)
    return checker().check([Document(source=f"{n}.txt", text=t, published=day) for n, t, day in texts])


def silent(found: Report, reason: str) -> bool:
    return not found.conflicts and reason in found.coverage.not_comparable


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (
            "Turnout in Orland was 61 percent.",
            "Turnout in Orland had been 48 percent four years ago.",
            "different-time",
        ),
        (
            "The Orla crested at 7.1 metres in Varsel on Friday.",
            "The Orla crested at 9.3 metres in Varsel in 1971.",
            "different-time",
        ),
        (
            "Lumora had revenue of $90 million in the first half of 2024.",
            "Lumora had revenue of $41 million in the second quarter of 2024.",
            "different-time",
        ),
        (
            "The Tarn Valley storm destroyed 40 barns.",
            "The Tarn Valley storm threatens 300 barns.",
            "different-attribute",
        ),
        (
            "The Brio 4 has a hose of 3 metres.",
            "The Brio 4 is 61 centimetres wide.",
            "different-subject",
        ),
        (
            "The Sarn Forest covers 90 square kilometres.",
            "The marsh in the Sarn Forest covers 4 square kilometres.",
            "different-subject",
        ),
        (
            "The sale of Ada Lund's houses brought in $3 million.",
            "The sale of Ada Lund's sculptures brought in $70,000.",
            "different-subject",
        ),
        (
            "The town of Orland set aside €2 million for nurseries.",
            "The town of Orland set aside €9 million for tramways.",
            "different-for",
        ),
        (
            "Ada Lund won her third regional title on Sunday.",
            "Ada Lund won her first European title in May.",
            "different-noun",
        ),
        (
            "Ada Lund came in second place at the Orland marathon.",
            "Ada Lund came in fifth place at the Varsel triathlon.",
            "different-event",
        ),
        (
            "The Tarn fire was 20 percent contained.",
            "The Tarn fire burned 65 percent of the park.",
            "different-attribute",
        ),
        (
            "The Nodus 5 keeps its log for 14 days.",
            "Setting up the Nodus 5 takes 25 minutes.",
            "different-attribute",
        ),
        (
            "Ada Lund was appointed finance minister in 2011.",
            "Ada Lund was appointed mayor in 2019.",
            "different-as",
        ),
        (
            "The farm at Cape Orn has a capacity of 80 megawatts.",
            "The farm at Cape Orn will have a capacity of 120 megawatts when it is complete.",
            "different-modality",
        ),
    ],
)
def test_what_differs_is_named(first: str, second: str, reason: str) -> None:
    found = report(first, second)
    assert silent(found, reason), (found.conflicts, dict(found.coverage.not_comparable))


@pytest.mark.parametrize(
    ("first", "second", "rule", "outcome"),
    [
        (
            "Halvor Motors will cut 300 jobs in Dorn, the company said.",
            "Halvor Motors said it would cut 700 jobs in Dorn.",
            "counts/workforce",
            "conflict",
        ),
        (
            "In a deal worth $7 million, Lumora will buy Brenta.",
            "Lumora agreed on Friday to buy Brenta in a $9 million deal.",
            "money/deal",
            "conflict",
        ),
        (
            "It was the third cup title for Orland Rovers.",
            "It was the fifth cup title for Orland Rovers.",
            "events/ordinal",
            "conflict",
        ),
        (
            "Finance Minister Ada Lund opened the fair.",
            "Health Minister Ada Lund opened the fair.",
            "people/title",
            "conflict",
        ),
        (
            "For the survey on the school law the office asked 812 respondents.",
            "The survey on the school law is based on 1,812 respondents.",
            "counts/samples",
            "conflict",
        ),
        (
            "The Greens will hold 41 seats in the parliament of Marua.",
            "The Greens won 14 seats in the parliament of Marua.",
            "counts/seats",
            "conflict",
        ),
    ],
)
def test_what_does_not_differ_is_compared(first: str, second: str, rule: str, outcome: str) -> None:
    assert [(found.rule, found.outcome) for found in report(first, second).conflicts] == [(rule, outcome)]


def test_an_epidemic_is_one_event_for_weeks_and_a_fire_is_not() -> None:
    outbreak = "The flu outbreak in Marua has infected {} people."
    fire = "The mill fire in Marua injured {} people."
    days = "2031-03-01", "2031-03-20"
    assert [c.outcome for c in report(outbreak.format(210), outbreak.format(540), *days).conflicts] == [
        "revised"
    ]
    assert not report(fire.format(12), fire.format(31), *days).conflicts


@pytest.mark.parametrize(
    ("first", "second", "found"), [("42", "42.3", 0), ("42", "44.3", 1), ("40.1", "40.3", 1)]
)
def test_a_copy_with_the_rounded_figure_is_no_edit(first: str, second: str, found: int) -> None:
    text = "In Orland {} percent of the pupils walk to school."
    assert len(report(text.format(first), text.format(second)).conflicts) == found


def test_a_list_told_in_another_order_is_no_edited_copy() -> None:
    first = "The Civic List got 44 percent of the vote, the Harbour Party 39 percent."
    second = "The Harbour Party got 39 percent of the vote, the Civic List 44 percent."
    assert not report(first, second).conflicts


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("Ann Berg came to Osby when she was 19.", False),
        ("Ann Berg, who was 25 when she opened the hotel in Osby, has 90 rooms.", False),
        ("Ann Berg, then 31, bought the hotel in Osby.", False),
        ("Ann Berg, aged 17 at the time, came to Osby.", False),
        ("Ann Berg wants to run the hotel in Osby until she is 80.", False),
        ("Ann Berg, who is 43, lives in Osby.", True),
        ("Ann Berg, 44, has 90 rooms in Osby.", True),
    ],
)
def test_an_age_of_another_time_is_not_the_age_now(text: str, compared: bool) -> None:
    found = report("Ann Berg, 40, runs the Tarn Hotel in Osby, which has 90 rooms.", text).conflicts
    assert bool(found) is compared


@pytest.mark.parametrize(
    "later",
    [
        "The bid of the Orla group now stands at 34 dollars a share, three more than in June.",
        "There was dissent at the Orla bank, too: two members of its board said no.",
    ],
)
def test_what_a_sentence_tells_the_difference_to_is_reconciled(later: str) -> None:
    earlier = (
        "The Orla group has made a bid of 31 dollars a share for Tarn. "
        "Of the board of the Orla bank seven of the nine members voted for a loan."
    )
    assert silent(report(earlier, later), "co-stated")


def test_what_the_later_text_says_was_changed_had_another_figure_before() -> None:
    ban = "Fishing off the Tern Islands is banned within 15 sea miles of the wreck of the Lunde."
    new = "The fishing ban around the wreck of the Lunde off the Tern Islands was extended to 25 sea miles."
    assert not report(ban, new, "2026-07-13", "2026-07-27").conflicts
    assert report(ban, new.replace("was extended to", "is"), "2026-07-13", "2026-07-27").conflicts


def test_an_age_behind_at_is_that_of_then() -> None:
    one, other = "Ann Berg, 61, became a judge at {}.", "Ann Berg became a judge at the age of 43."
    assert report(one.format(34), other).conflicts
    assert not report(one.format(43), other).conflicts


@pytest.mark.parametrize(
    ("age", "published", "conflict"),
    [
        (44, "2025-03-31", False),
        (44, "2026-01-30", False),
        (45, "2027-09-02", False),
        (46, "2026-01-30", True),
        (42, "2025-09-02", True),
        (44, "2025-02-02", True),  # two days later: hardly a birthday
    ],
)
def test_people_get_older_from_text_to_text(age: int, published: str, conflict: bool) -> None:
    one, other = "Ann Berg, 43, runs the hotel in Osby.", f"Ann Berg, {age}, runs the hotel in Osby."
    assert bool(report(one, other, "2025-01-31", published).conflicts) is conflict


def test_what_adds_up_in_one_sentence_is_no_other_total() -> None:
    one = (
        "At least 35 fighters died in the clash near the oasis of Belmar on Tuesday, the army of Orland said."
    )
    other = "The army of Orland said that 29 rebels and six soldiers were killed near Belmar on Tuesday."
    assert not report(one, other, "2025-11-04", "2025-11-05").conflicts


def test_tons_in_a_paper_are_tonnes() -> None:
    one, other = "The Orla Mill lost 1,200 tonnes of barley.", "The Orla Mill lost 1,200 tons of barley."
    assert not report(one, other).conflicts
    assert report(one, other.replace("1,200", "1,700")).conflicts
