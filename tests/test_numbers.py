"""Mentions of numbers in sentences: places, bounds, links, what is no claim, and how long it takes."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.kinds.numbers import read
from factcheck.text.tokens import tokenise
from factcheck.units import Units

UNITS = Units.default()
PIECES = """one two twenty hundred thousand million dozen dozens half third second a an the and or of to
between from per in by about more than at least up rose fell 5 2,500 3.14 1/2 ½ 10 2020 % $ £ € km miles kg
hours old year people aid workers - – ± + ( ) , . : / " ' m in C G A p ° age aged 's said Ann Boeing page won
× not ; ? USD EUR cents -5 MUSD Mach magnitude several tens 3-2 COVID-19""".split()


def mentions(text: str, taken=b""):
    return read(tokenise(text), taken, UNITS)


def claims(text: str):
    return [m for m in mentions(text) if not m.incidental]


def check(text: str) -> None:
    tokens = tokenise(text)
    found = read(tokens, b"", UNITS)
    for mention in found:
        assert 0 <= mention.start < mention.end <= len(text)
        assert 0 <= mention.first < mention.last <= tokens.size
        assert (tokens.starts[mention.first], tokens.ends[mention.last - 1]) == (mention.start, mention.end)
        low, high = mention.value.low, mention.value.high
        assert low is not None or high is not None
        assert low is None or high is None or low <= high
        assert mention.restates is None or any(mention.restates is other for other in found)
    assert [m.start for m in found] == sorted(m.start for m in found)


@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from([" ", ""]))
def test_any_words(words, blank):
    check(blank.join(words))


@given(st.text(max_size=60))
def test_any_text(text):
    check(text)


@given(st.text(alphabet="0123456789.,-–/:' $£€%kmMKbGpC()", max_size=40))
def test_any_signs(text):
    check(text)


@given(st.lists(st.sampled_from(PIECES), max_size=15), st.sets(st.integers(0, 14)))
def test_taken_tokens_are_left_alone(words, taken):
    tokens = tokenise(" ".join(words))
    taken = {i for i in taken if i < tokens.size}
    found = read(tokens, taken, UNITS)
    for i in taken:
        assert not any(m.first == i and m.last == i + 1 for m in found)


def test_the_surface_of_a_mention():
    text = "Officials said at least 1,250 aid workers had walked more than 30 km (19 miles) by then."
    assert [text[m.start : m.end] for m in claims(text)] == [
        "at least 1,250 aid workers",
        "more than 30 km",
        "19 miles",
    ]


def test_two_units_are_one_statement():
    first, second = claims("Its range is about 2,500 km (1,553 miles).")
    assert second.restates is first
    assert second.value.bound == "approx"
    one, two, three = claims("just under 140 hp (104 kW / 142 PS)")
    assert two.restates is one
    assert three.restates is one
    assert {one.value.bound, two.value.bound, three.value.bound} == {"at_most"}


def test_two_values_are_two_statements():
    first, second = claims("The road is 20 km long and 12 m wide.")
    assert first.restates is second.restates is None


def test_change_and_level():
    change, level = claims("Output rose 5% to 12 million tonnes.")
    assert (change.value.bound, change.scope) == ("up", {"change": "up"})
    assert (level.value.low, level.value.unit, level.value.bound) == (
        Decimal(12_000_000),
        "metric_ton",
        "exact",
    )


def test_a_drop_as_a_noun_keeps_its_figure_exact():
    (drop,) = claims("They feared a 7 percent drop.")
    assert (drop.value.bound, drop.scope) == ("exact", {"change": "down"})


def test_a_change_said_once_for_two():
    first, second = claims("The index lost 85 points, or 1.4%.")
    assert first.value.bound == second.value.bound == "down"


def test_rates():
    (price,) = claims("Oil sold at $70 a barrel.")
    assert (price.kind, price.value.unit, price.scope) == ("money", "USD / barrel", {"per": "barrel"})
    (deaths,) = claims("There were 12 deaths per 100,000 people.")
    assert deaths.scope == {"per": "100,000 people"}


def test_open_ends():
    (more,) = claims("more than 200 people")
    assert (more.value.low, more.value.high, more.value.low_open, more.value.bound) == (
        Decimal(200),
        None,
        True,
        "at_least",
    )
    (least,) = claims("at least 200 people")
    assert not least.value.low_open
    (under,) = claims("fewer than 200 people")
    assert (under.value.low, under.value.high, under.value.high_open, under.value.bound) == (
        None,
        Decimal(200),
        True,
        "at_most",
    )


def test_a_hedge_within_a_bound():
    (figure,) = claims("at least about 200 people")
    assert (figure.value.bound, figure.value.approximate) == ("at_least", True)


def test_kinds():
    text = "A 45-year-old paid $5 for 3 kg in two hours, 10% of what 12 people did on the third day."
    assert [m.kind for m in claims(text)] == [
        "age",
        "money",
        "quantity",
        "duration",
        "percent",
        "count",
        "ordinal",
    ]


def test_nouns_behind_measures():
    assert [m.noun for m in claims("250,000 tonnes of wheat and a 12 km tunnel")] == ["wheat", "tunnel"]
    assert [m.noun for m in claims("5% of voters")] == ["voters"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("page 12", "locator"),
        ("the S&P 500 rose", "label"),
        ("COVID-19", "name"),
        ("a 3-2 win", "score"),
        ("version 2.1.3", "version"),
        ("since 1984", "year"),
        ("1. The first", "list-number"),
        ("no one came", "pronoun"),
        ("the 9/11 attacks", "idiom"),
        ("at 10:30", "time"),
        ("the A380 fleet", "name"),
        ("first met in Rome", "adverb"),
        ("call 555-0199-22", "code"),
        ("the 1990s", "decade"),
    ],
)
def test_what_is_no_claim_says_why(text, reason):
    assert reason in {m.incidental for m in mentions(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The synod adopted the reform by 34 to 29.",
        "Members voted 34-29 to strike.",
        "The bill passed 34 to 29.",
        "It was carried, in a 34-29 vote, after midnight.",
    ],
)
def test_votes_are_counted_without_their_noun(text):
    assert [(int(m.value.low), m.noun.removesuffix("s")) for m in claims(text)] == [
        (34, "vote"),
        (29, "vote"),
    ]


@pytest.mark.parametrize(
    "text", ["They won 34 to 29 after a vote of the fans.", "Rovers beat City 34-29.", "A 34-29 win."]
)
def test_a_score_is_no_vote(text):
    assert not claims(text)


def test_shares_and_ranges_are_no_votes():
    assert not any(m.noun.startswith("vote") for m in claims("Voters rejected the plan 57 to 43."))
    assert [m.noun for m in claims("They rejected 60 to 70 applications.")] == ["applications"]


def test_every_number_is_mentioned_once():
    text = "Of 120 firms, 7-Eleven won 3-2 on page 9, and 4% left in 2019 with $5m, 2 dogs and COVID-19."
    assert sum(c.isdigit() for c in text) == sum(
        c.isdigit() for m in mentions(text) for c in text[m.start : m.end]
    )


def test_words_are_not_taken_for_symbols():
    assert [m.value.unit for m in claims("It gave 5 us a lift; 12 in the car, 7 at home.")] == [
        None,
        None,
        None,
    ]


def test_extra_units_reach_the_reader():
    units = UNITS.with_extra({"units": {"smoot": {"define": "67 * inch", "words": ["smoot"]}}})
    (length,) = read(tokenise("The bridge is 364 smoots long."), b"", units)
    assert (length.kind, length.value.unit) == ("quantity", "smoot")


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "million ",
        "one million ",
        "a1",
        "123 ",
        "one and ",
        "1-",
        "1.2.",
        "5 km, ",
        "$",
        "one hundred and ",
        "5 of ",
        "-",
        "about ",
        "5 km (",
        "twenty-",
        "1/",
        "rose by 5% ",
        "half a ",
        "( 5 ",
        "5 to ",
        "one of the ",
    ],
)
def test_time_is_linear(piece):
    def seconds(times):
        tokens = tokenise(piece * times)
        begin = time.process_time()
        read(tokens, b"", UNITS)
        return time.process_time() - begin

    small, large = min(seconds(1500) for _ in range(2)), min(seconds(6000) for _ in range(2))
    assert large < 8 * small + 0.02
