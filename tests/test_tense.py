"""What is so now and what was so earlier; which of several dates is a figure's own."""

from __future__ import annotations

from functools import cache

import pytest

from factcheck.checker import Checker
from factcheck.model import Document, Report

WRITTEN = "2026-06-10"


@cache
def checker() -> Checker:
    return Checker()


def report(first: str, second: str, written: str | None = WRITTEN) -> Report:
    texts = zip("ab", (first, second), strict=True)
    return checker().check([Document(source=name, text=text, published=written) for name, text in texts])


@pytest.mark.parametrize("written", [WRITTEN, None])
@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("The Kolm brewery now employs 310 people.", "The Kolm brewery employed 700 people in 2023."),
        ("The Kolm lake has 310 swans.", "In 2019 the Kolm lake had 700 swans."),
        ("The Kolm airline flies to 48 cities.", "The Kolm airline once flew to 62 cities."),
        ("The Kolm club has 1,200 members.", "At its peak the Kolm club had 3,900 members."),
        ("The Kolm club has 1,200 members.", "The Kolm club had 90 members when Ann Berg took over."),
        ("The Kolm chain has 120 shops.", "The Kolm chain started with 40 shops."),
        ("The Kolm club has 1,200 members.", "That year the Kolm club had 900 members."),
        ("The Kolm ferry costs €12.", "Until May the Kolm ferry cost €9."),
        (
            "The Kolm mine yields 400 tonnes of ore a day.",
            "The Kolm mine used to yield 900 tonnes of ore a day.",
        ),
        ("The Kolm fair usually draws 6,000 visitors.", "The Kolm fair drew 4,000 visitors."),
    ],
)
def test_what_is_so_now_is_no_other_answer_than_what_was_so_earlier(
    now: str, then: str, written: str | None
) -> None:
    for pair in ((now, then), (then, now)):
        found = report(*pair, written)
        assert not found.conflicts
        assert "different-time" in found.coverage.not_comparable


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The Kolm zoo has 310 animals.", "The Kolm zoo has 700 animals."),
        ("The Kolm zoo has 310 animals.", "The keeper said that the Kolm zoo had 700 animals."),
        ("The Kolm zoo has 310 animals.", "The keeper said that the Kolm zoo now had 700 animals."),
        ("The Kolm zoo had 310 animals in 1990.", "In 1990 the Kolm zoo had 700 animals."),
        ("The Kolm dam burst of 1931 killed 310 people.", "In 1931 the Kolm dam burst killed 700 people."),
    ],
)
def test_what_is_of_one_time_is_compared(first: str, second: str) -> None:
    assert report(first, second).conflicts


def test_one_day_or_place_alone_is_a_part() -> None:
    whole = "The Kolm fair drew 4,000 visitors."
    assert not report(whole, "On Saturday alone the Kolm fair drew 1,900 visitors.").conflicts
    assert report(whole, "The Kolm fair drew 1,900 visitors.").conflicts


def days(text: str) -> dict[str, list[str]]:
    found = checker().read(Document(source="a", text=text, published=WRITTEN))
    return {row.claim.text: [first for first, _ in row.days] for row in found.rows if row.kind != "date"}


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Some 20 mills remain, down from 31 in 2010.", {"Some 20 mills": [], "31": ["2010-01-01"]}),
        ("The mine has 600 men; in 1980 it had 2,000.", {"600 men": [], "2,000": ["1980-01-01"]}),
        (
            "The mine had 2,000 men in 1980 but now has 600 men.",
            {"2,000 men": ["1980-01-01"], "600 men": []},
        ),
        (
            "The yard sold 30 boats in May and 12 in April.",
            {"30 boats": ["2026-05-01"], "12": ["2026-04-01"]},
        ),
        (
            "In 2021 the city had 40 buses and 12 trams.",
            {"40 buses": ["2021-01-01"], "12 trams": ["2021-01-01"]},
        ),
        (
            "Profit rose to €31 million in 2010 on sales of €240 million.",
            {"€31 million": ["2010-01-01"], "€240 million": ["2010-01-01"]},
        ),
    ],
)
def test_a_date_right_behind_a_figure_is_that_figures(text: str, want: dict[str, list[str]]) -> None:
    assert days(text) == want


def test_a_count_beside_a_weekday_is_no_day_of_the_month() -> None:
    claims = (
        checker().read(Document(source="a", text="Rangers saw 30 elk on Monday and 12 on Tuesday.")).claims
    )
    assert [(claim.kind, claim.text) for claim in claims if claim.text == "12"] == [("count", "12")]
