"""What rose "from 12 to 15" is 15 now, whatever it was."""

from __future__ import annotations

import pytest

import factcheck
from factcheck import Document

REPORT = """The Orsk tunnel, 7.8 kilometres long, will open in March 2031. Its cost has {told}, the
ministry said. Some 640 workers dig it."""
NEWS = """The Orsk tunnel costs £{sum}m and opens in March 2031. It is 7.8 kilometres long, and 640 workers
dig it, the ministry said."""


def found(*texts: str) -> list[set[str]]:
    documents = [Document(source=f"{number}.txt", text=text) for number, text in enumerate(texts)]
    return [{claim.text for claim in each.claims} for each in factcheck.check(documents).conflicts]


@pytest.mark.parametrize("told", ["risen from £18m to £27m", "gone up from £18m to £27m"])
def test_the_new_figure_is_compared(told: str) -> None:
    assert found(REPORT.format(told=told), NEWS.format(sum=24))
    assert not found(REPORT.format(told=told), NEWS.format(sum=27))


def test_the_old_figure_is_reconciled_by_the_text_itself() -> None:
    assert not found(REPORT.format(told="risen from £18m to £27m"), NEWS.format(sum=18))


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Turnout fell from 61 percent to 43.7 percent.", "low"),
        ("Sales grew from £900,000 to £1.2m.", "high"),
        ("The limit was cut from 50 to 30 km/h.", "low"),
        ("Tickets cost from 20 to 30 euros.", ""),
        ("Fares range from £18m to £27m.", ""),
        ("The price rose by 2 to 3 percent.", ""),
    ],
)
def test_the_end_that_holds_now(text: str, end: str) -> None:
    rows = factcheck.Checker().read(Document(source="a.txt", text=text)).rows
    assert [row.led for row in rows] == [end]
