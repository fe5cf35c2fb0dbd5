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
def test_of_a_property_of_several_things_the_words_around_tell_which_is_meant(more: str) -> None:
    stroll = STROLL.format(height="14 metres") + " " + more
    assert found(LEDGER, stroll) == [("measures/height", {"17 metres", "14 metres"})]
    assert not found(LEDGER, stroll.replace("main hall", "boiler room"))


def test_figures_make_two_reports_of_one_event_one_where_they_name_little() -> None:
    first = """A boiler burst at the Ostler dairy on Monday and killed six workers. It had 47,300 litres
    of milk in its tanks, and 138 people work there."""
    second = """Eight workers died at the Ostler dairy, where 138 people earn their bread, when a boiler
    burst on Monday. Some 47,300 litres of milk went down the drain."""
    assert found(first, second) == [("casualties/killed", {"six workers", "Eight workers"})]


CONVOY = """MARL, 4 May - A convoy of 42 lorries reached the cut-off town of Tel Orin on Sunday, Relief
Abroad said. Its cargo, some {first} in all, should last the 58,300 residents for three weeks, said Anna
Corvin, who leads Relief Abroad. It was the first one in 87 days."""
ARRIVAL = """MARL, 4 May - Forty-two lorries of Relief Abroad drove into Tel Orin on Sunday with {second}
of flour and medicine on board. Nobody had been allowed in for 87 days. Anna Corvin, the director of Relief
Abroad, said that it would help the town's 58,300 people."""


def test_the_only_measure_of_its_unit_is_compared_whatever_it_is_called() -> None:
    ((_, values),) = found(CONVOY.format(first="630 tonnes"), ARRIVAL.format(second="63 tonnes"))
    assert values == {"some 630 tonnes", "63 tonnes"}


def test_a_measure_that_no_slip_makes_alike_may_be_another_one() -> None:
    assert not found(CONVOY.format(first="630 tonnes"), ARRIVAL.format(second="97 tonnes"))


def test_two_measures_of_one_unit_are_left_alone() -> None:
    more = " A lorry with 240 tonnes of fuel was stopped."
    assert not found(CONVOY.format(first="630 tonnes") + more, ARRIVAL.format(second="410 tonnes"))


def test_a_count_of_one_noun_is_compared_where_a_slip_makes_both_one() -> None:
    first = CONVOY.format(first="63 tonnes") + " The town also got 1,900 tents."
    second = ARRIVAL.format(second="63 tonnes") + " There are {figure} tents for those who lost a roof."
    assert len(found(first, second.format(figure="9,100"))) == 1
    assert not found(first, second.format(figure="450"))
