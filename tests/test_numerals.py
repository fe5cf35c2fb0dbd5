"""Numbers in digits and words: what is read is exactly what was written."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.digits import LONGEST
from factcheck.text.numerals import numeral_at, starts_numeral
from factcheck.text.tokens import tokenise

UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split()
UNITS += "fifteen sixteen seventeen eighteen nineteen".split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = [(10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")]


def spelt(number: int, joined: bool, hyphen: str) -> str:
    """The number in English words; `joined` puts "and" behind a hundred, as the British do."""
    for size, name in SCALES:
        if number >= size:
            head, rest = divmod(number, size)
            tail = spelt(rest, joined, hyphen) if rest else ""
            link = " and " if joined and tail and rest < 100 else " " if tail else ""
            return f"{spelt(head, joined, hyphen)} {name}{link}{tail}"
    if number < 20:
        return UNITS[number]
    tens, unit = divmod(number, 10)
    return TENS[tens] + (hyphen + UNITS[unit] if unit else "")


def whole(text: str):
    """The numeral that takes in all of `text`."""
    tokens = tokenise(text)
    numeral = numeral_at(tokens, 0)
    assert numeral is not None, text
    assert (numeral.first, numeral.last) == (0, tokens.size), text
    return numeral


@given(st.integers(0, 10**15 - 1), st.booleans(), st.sampled_from(["-", " "]))
def test_words_read_back(number, joined, hyphen):
    numeral = whole(spelt(number, joined, hyphen))
    assert numeral.value == number
    assert numeral.form == "words"
    assert not numeral.ordinal


@given(st.integers(0, 10**18), st.sampled_from(["", ",", "\u2009", "\u202f", "’"]), st.integers(0, 6))
def test_digits_read_back(number, group, decimals):
    written = f"{Decimal(number).scaleb(-decimals):,f}".replace(",", group)
    assert whole(written).value == Decimal(number).scaleb(-decimals)


@given(
    st.integers(1, 9999),
    st.integers(0, 3),
    st.sampled_from([("million", 6), ("billion", 9), ("trillion", 12), ("bn", 9), ("thousand", 3)]),
)
def test_magnitudes_read_back(number, decimals, scale):
    word, power = scale
    figures = f"{Decimal(number).scaleb(-decimals):f}"
    numeral = whole(f"{figures} {word}")
    assert numeral.value == Decimal(number).scaleb(power - decimals)
    assert numeral.form == "mixed"


@given(st.integers(1, 9999))
def test_ordinals_read_back(number):
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    numeral = whole(f"{number:,}{ending}")
    assert numeral.ordinal
    assert numeral.value == number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("one third", Fraction(1, 3)),
        ("two thirds", Fraction(2, 3)),
        ("three twenty-fifths", Decimal("0.12")),
        ("two and a half", Decimal("2.5")),
        ("six and two thirds", Fraction(20, 3)),
        ("10 1/2", Decimal("10.5")),
        ("half a million", Decimal(500000)),
        ("a quarter of a million", Decimal(250000)),
        ("two thirds of a million", Fraction(2000000, 3)),
        ("three hundred and sixteen hundredths", Decimal("300.16")),
        ("3 million 200 thousand", Decimal(3200000)),
    ],
)
def test_parts(text, value):
    assert whole(text).value == value


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("2,500", 2),
        ("2,500.0", 5),
        ("1.2 million", 2),
        ("0.05", 1),
        ("twenty-one", 2),
        ("one hundred", 1),
        ("a dozen", None),
        ("half a million", None),
        ("2005", 4),
    ],
)
def test_precision_as_written(text, digits):
    assert whole(text).digits == digits


@pytest.mark.parametrize(
    "text",
    [
        "hundred",
        "million",
        "half",
        "a",
        "an",
        "minus",
        "-",
        "and a half",
        "a third term",
        "point five",
        "x 10",
    ],
)
def test_no_numeral(text):
    assert numeral_at(tokenise(text), 0) is None


@pytest.mark.parametrize(
    ("text", "last"),
    [("between one hundred and two hundred", 3), ("five and six", 1), ("two million and three men", 4)],
)
def test_where_it_ends(text, last):
    tokens = tokenise(text)
    first = 1 if text.startswith("between") else 0
    numeral = numeral_at(tokens, first)
    assert numeral is not None
    assert numeral.last == last


def test_money_letters_need_a_currency():
    assert numeral_at(tokenise("£33m"), 1).value == 33_000_000
    assert numeral_at(tokenise("33m"), 0).value == 33


def test_a_code_is_no_number():
    assert numeral_at(tokenise("9" * (LONGEST + 1)), 0) is None
    assert numeral_at(tokenise("9" * 100_000), 0) is None


@given(
    st.lists(
        st.sampled_from(
            [
                *UNITS,
                *TENS[2:],
                "hundred",
                "thousand",
                "million",
                "and",
                "a",
                "half",
                "third",
                "thirds",
                "point",
                "-",
                ",",
                "5",
                "1/2",
                "2,500",
                ".5",
                "½",
                "of",
                "dozen",
                "^",
                "×",
                "10",
                "e",
                "6",
                "minus",
                ".",
            ]
        ),
        max_size=12,
    )
)
def test_anything_is_read_or_left(words):
    tokens = tokenise(" ".join(words))
    for i in range(tokens.size):
        numeral = numeral_at(tokens, i)
        if numeral is not None:
            assert i == numeral.first < numeral.last <= tokens.size
            assert numeral.decimal.is_finite()
            assert starts_numeral(tokens.lower[i])
