"""The laws of the evidence that two figures are of one thing."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.row import Row
from factcheck.compare.joins.odds import Around, of_one
from factcheck.model import Claim, Interval, Span

WORDS = ("harbour", "crane", "repair", "gate", "engine", "winter", "bridge")
nearness = st.floats(0, 5)
figures = st.integers(1, 10**6)


def row(number: int, figure: int, words: int) -> Row:
    value = Interval(low=Decimal(figure), high=Decimal(figure), unit="metre", digits=len(str(figure)))
    span = Span(f"{number}.txt", 0, 1)
    said = str(figure)
    claim = Claim(said, "quantity", "", "length", value, span, span, canonical=value, text=said)
    return Row(claim, 0, "quantity", "length", document=number, words=frozenset(WORDS[:words]))


@given(figures, figures, nearness, nearness, st.floats(0, 2), st.booleans())
def test_it_is_the_same_from_both_sides(
    one: int, two: int, near: float, rival: float, apart: float, alone: bool
) -> None:
    a, b, around = row(0, one, 3), row(1, two, 5), Around(near, apart, alone)
    assert of_one(a, b, around, lambda: rival) == of_one(b, a, around, lambda: rival)


@given(figures, figures, nearness, nearness, st.floats(0, 2), st.integers(0, 6))
def test_more_evidence_never_tells_against_it(
    one: int, two: int, near: float, rival: float, apart: float, words: int
) -> None:
    less = of_one(row(0, one, words), row(1, two, words), Around(near, apart, False), lambda: rival)
    more = of_one(
        row(0, one, words + 1), row(1, two, words + 1), Around(near + 1, apart, True), lambda: rival
    )
    assert more is not None or less is None


def test_a_slip_needs_fewer_words() -> None:
    around = Around(1.0, 0.1, False)
    assert of_one(row(0, 4730, 2), row(1, 4370, 2), around, float) is not None
    assert of_one(row(0, 4730, 2), row(1, 5200, 2), around, float) is None
