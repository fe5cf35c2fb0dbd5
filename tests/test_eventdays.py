"""Of which day a figure of an event is: the event's, not that of what came after it."""

from __future__ import annotations

import pytest

from factcheck import Checker, Document

CHECKER = Checker()
EVENT, LATER = "2031-06-02", "2031-06-04"  # a Monday, a Wednesday


def days(text: str, attribute: str = "killed") -> set[tuple[str, str]]:
    rows = CHECKER.read(Document(source="a.txt", text=text, published=LATER)).rows
    (row,) = [row for row in rows if row.attribute == attribute]
    return set(row.days)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded on Monday in a market, killing 12 people.",
        "Monday's blast killed 12 people, and a man was arrested on Wednesday.",
        "The toll of Monday's blast rose to 12 on Wednesday.",
        "Police said Monday's blast killed 12 people.",
    ],
)
def test_the_day_of_the_event_is_the_days(text: str) -> None:
    assert days(text) == {(EVENT, EVENT)}


@pytest.mark.parametrize(
    "text",
    [
        "The toll of the blast rose to 12 on Wednesday.",
        "A charity demanded an inquiry on Wednesday after shells killed 12 people.",
        "The town buried the 12 dead of the blast on Wednesday.",
        "Crews ended their search on Wednesday, having recovered the bodies of 12 people.",
        "A man was charged on Wednesday over a fire that killed 12 people.",
    ],
)
def test_what_came_after_it_says_only_that_it_was_before(text: str) -> None:
    assert days(text) == {("2031-05-28", LATER)}


def test_an_act_that_is_counted_itself_has_its_own_day() -> None:
    assert days("Police arrested 12 people on Wednesday.", "arrested") == {(LATER, LATER)}


def test_what_comes_every_week_dates_nothing() -> None:
    assert (EVENT, EVENT) not in days(
        "The ferry sank with traders of the Monday market on board, killing 12 people."
    )


def test_two_reports_of_one_event_meet_whatever_day_they_lead_with() -> None:
    first = "Shelling hit a hospital in Corvo on Monday, and 22 patients were killed, the ministry said."
    second = (
        "A charity that runs the hospital in Corvo demanded an inquiry on Wednesday after shells killed"
        " 14 patients there. The shelling began at noon on Monday."
    )
    report = CHECKER.check(
        [Document(source=name, text=text, published=LATER) for name, text in (("a", first), ("b", second))]
    )
    assert [{claim.text for claim in each.claims} for each in report.conflicts] == [
        {"22 patients", "14 patients"}
    ]


@pytest.mark.parametrize(("place", "found"), [("Corvo", 1), ("Perl", 0)])
def test_texts_of_one_day_with_the_same_names_and_lead_tell_one_event(place: str, found: int) -> None:
    first = """Rebels of the Sword Front left the airfield at Corvo, which they had held since March,
Colonel Ann Berg said. She put the losses of the army at 17 soldiers."""
    second = f"""The Sword Front said that its rebels had left the airfield at {place}, and that 94
soldiers had been killed. Colonel Ann Berg of the army spoke of a great day."""
    report = CHECKER.check(
        [Document(source=name, text=text, published=LATER) for name, text in (("a", first), ("b", second))]
    )
    assert len(report.conflicts) == found


def test_places_that_two_texts_share_are_told_as_they_write_them() -> None:
    texts = (
        "VARNHOLT, 12 September 2026 - A dam above Varnholt burst, killing at least 41 people near Brennick.",
        "BRENNICK, 12 September 2026 - A dam above Varnholt burst. The number of people killed was 54.",
    )
    report = Checker().check(
        [Document(source=f"{number}.txt", text=text) for number, text in enumerate(texts)]
    )
    (finding,) = report.conflicts
    assert "both texts tell of Brennick, Varnholt" in finding.comparable
