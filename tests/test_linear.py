"""Texts that nobody writes end in time linear in their length: counted in calls, so that no clock is asked.

Four times the length must not need sixteen times the calls inside one sentence, nor twice the length
four times the calls over several. The seconds are in `benchmarks/long.py`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

import factcheck
from factcheck.text.sentences import LONGEST_SENTENCE

PIECES = {
    "prose": "the 12 ships of Ann Berg reached Port Ellis on 5 May with 3,000 tonnes of grain and ",
    "digits": "7319",
    "digits and commas": "123,",
    "nested quotation marks": '“‘"«',
    "quotations": "“He said ‘no “never” again’ to them” ",
    "no blank": "abcdefghij",
    "letters and digits": "a1",
    "magnitudes": "million ",
    "number words": "one and ",
    "dates": "on 5 May and ",
    "times": "3:30 ",
    "ranges": "5-6 km to ",
    "capitals": "Northern Bank of ",
    "brackets": "(",
    "commas": "12, ",
    "points": "U.S. ",
    "lines": "a 5\n",
    "speech": "he said that ",
    "titles": "President of the Board Ann Berg and ",
}


def calls(work: Callable[[], Any]) -> int:
    """How many functions, Python's own included, are called by `work`."""
    count = 0

    def note(frame: Any, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def read(text: str) -> int:
    checker = factcheck.Checker()
    document = factcheck.Document(source="long", text=text)
    return calls(lambda: checker.read(document))


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """Tables and memos are filled by the first texts."""
    for piece in PIECES.values():
        factcheck.Checker().read(factcheck.Document(source="warm", text=piece * 3))


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_calls_grow_with_length_inside_a_sentence(piece: str) -> None:
    short, long = (read((piece * size)[:size]) for size in (LONGEST_SENTENCE // 8, LONGEST_SENTENCE // 2))
    assert long < 6 * short + 2000


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_calls_grow_with_length_over_sentences(piece: str) -> None:
    short, long = (read((piece * size)[:size]) for size in (LONGEST_SENTENCE, 2 * LONGEST_SENTENCE))
    assert long < 2.7 * short + 2000
