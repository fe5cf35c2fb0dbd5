"""Values written out in many ways and read back: number, unit and bound come out as they went in."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.data import load
from factcheck.kinds.numbers import read
from factcheck.text.tokens import tokenise
from factcheck.units import Units

UNITS = Units.default()
SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
).split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
HEDGES = {
    "": "exact", "about ": "approx", "roughly ": "approx", "almost ": "approx", "more than ": "at_least",
    "at least ": "at_least", "no fewer than ": "at_least", "up to ": "at_most", "less than ": "at_most",
    "just under ": "at_most", "as much as ": "at_most", "well over ": "at_least", "only ": "exact",
}  # fmt: skip
FRAMES = (
    "The first run used {} in all.",
    "It was {}.",
    "They counted {}, he said.",
    "Of that, {} was lost (see above).",
)
NOUNS = (
    "aid workers",
    "new jobs",
    "Palestinian civilians",
    "licensed drivers",
    "houses",
    "women and children",
)
CURRENCIES = sorted(load("currencies")["currencies"])
PLAIN = [
    (name, word)
    for name, entry in load("units")["units"].items()
    for word in entry.get("words", ())[:1]
    if " " not in name and entry.get("plural") != "no" and word.isalpha() and len(word) > 3
]


def spelt(number: int) -> str:
    """A whole number below a million in words."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{SMALL[number // 100]} hundred" + (f" and {spelt(number % 100)}" if number % 100 else "")
    rest = f" {spelt(number % 1000)}" if number % 1000 else ""
    return f"{spelt(number // 1000)} thousand{rest}"


def one(text: str):
    """The last mention of a text that is a claim."""
    found = [m for m in read(tokenise(text), b"", UNITS) if not m.incidental and m.kind != "ordinal"]
    assert len(found) == 1, text
    return found[0]


whole = st.integers(2, 999_999)
numbers = st.one_of(
    st.tuples(whole, st.sampled_from(["{:,}", "{}"])).map(lambda p: (p[1].format(p[0]), Decimal(p[0]))),
    whole.map(lambda n: (spelt(n), Decimal(n))),
    st.decimals("0.1", "999", places=1).map(lambda d: (str(d), d)),
    st.integers(1, 999).map(lambda n: (f"{n} million", Decimal(n) * 10**6)),
    st.decimals("1.1", "9.9", places=1).map(lambda d: (f"{d} billion", d * 10**9)),
)


@given(numbers, st.sampled_from(PLAIN), st.sampled_from(list(HEDGES)), st.sampled_from(FRAMES))
def test_measures(number, unit, hedge, frame):
    name, word = unit
    written, value = number
    plural = UNITS.find(tokenise(f"{word}s"), 0) is not None
    mention = one(frame.format(f"{hedge}{written} {word}{'s' if plural else ''}"))
    expected = "GBP" if name == "pound" and value >= 10**6 else name
    assert (mention.value.unit, mention.value.bound) == (expected, HEDGES[hedge])
    assert value in (mention.value.low, mention.value.high)


@given(numbers, st.sampled_from(NOUNS), st.sampled_from(list(HEDGES)), st.sampled_from(FRAMES))
def test_counts(number, noun, hedge, frame):
    written, value = number
    mention = one(frame.format(f"{hedge}{written} {noun}"))
    assert (mention.noun, mention.value.bound) == (noun, HEDGES[hedge])
    assert value in (mention.value.low, mention.value.high)


@given(st.integers(1, 99_999), st.sampled_from(CURRENCIES), st.booleans(), st.sampled_from(FRAMES))
def test_currency_codes(number, code, before, frame):
    if load("currencies")["currencies"][code].get("code") == "no":
        return
    mention = one(frame.format(f"{code} {number:,}" if before else f"{number:,} {code}"))
    assert (mention.value.low, mention.value.unit) == (number, code)


@pytest.mark.parametrize("code", CURRENCIES)
def test_currency_names(code):
    entry = load("currencies")["currencies"][code]
    for country in entry.get("countries", ()):
        for name in entry.get("names", ()):
            mention = one(f"The fine was 40 {country.title()} {name}.")
            assert (mention.value.low, mention.value.unit) == (40, code), (country, name)


@given(
    whole,
    st.integers(1, 999),
    st.sampled_from(PLAIN),
    st.sampled_from(["{}-{}", "{} to {}", "between {} and {}"]),
)
def test_ranges(low, more, unit, pattern):
    name, word = unit
    if len(str(low)) == 4 or name == "pound":
        return  # a year, or money
    mention = one(f"It measured {pattern.format(f'{low:,}', f'{low + more:,}')} {word}s.")
    assert (mention.value.low, mention.value.high) == (low, low + more)
