"""Texts that share figures tell one story, and what they leave open is one slot in two wordings."""

from __future__ import annotations

import pytest

import factcheck
from factcheck import Document

LEDGER = """The cannery at Port Ilse packs 84,500 tins on a good day. It was bought for 3.6 million crowns
by two brothers, and 212 of its machines date from before the war. The main hall
rises to a height of 17 metres."""
STROLL = """Whoever walks through the gate sees tins, 84,500 of them on a good day. The brothers paid
3.6 million crowns. In the main hall, which is {height} high, stand most of the old machines, 212 in all."""


def found(*texts: str) -> list[tuple[str, set[str]]]:
    documents = [Document(source=f"{number}.txt", text=text) for number, text in enumerate(texts)]
    report = factcheck.check(documents)
    return [(each.rule, {claim.text for claim in each.claims}) for each in report.conflicts]


def test_a_property_left_open_by_both_is_compared_whatever_the_words() -> None:
    assert found(LEDGER, STROLL.format(height="14 metres")) == [
        ("measures/height", {"17 metres", "14 metres"})
    ]
    assert not found(LEDGER, STROLL.format(height="17 metres"))


def test_without_common_figures_two_texts_tell_two_stories() -> None:
    other = STROLL.format(height="14 metres").replace("84,500", "31,200").replace("3.6", "9.4")
    assert not found(LEDGER, other)


@pytest.mark.parametrize(
    "more", ["The chimney has a height of 31 metres.", "Outside, a crane is 22 metres high."]
)
def test_a_property_of_several_things_is_left_alone(more: str) -> None:
    assert not found(LEDGER, STROLL.format(height="14 metres") + " " + more)


def test_figures_make_two_reports_of_one_event_one_where_they_name_little() -> None:
    first = """A boiler burst at the Ostler dairy on Monday and killed six workers. It had 47,300 litres
    of milk in its tanks, and 138 people work there."""
    second = """Eight workers died at the Ostler dairy, where 138 people earn their bread, when a boiler
    burst on Monday. Some 47,300 litres of milk went down the drain."""
    assert found(first, second) == [("casualties/killed", {"six workers", "Eight workers"})]
