"""What too many say: a few are compared, every other pair is counted, and nothing that clashes is missed."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest
import sample
from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck
from factcheck.against import against
from factcheck.claims.profile import Profile
from factcheck.claims.row import Row
from factcheck.claims.shape import Shape
from factcheck.compare.agreement import agree
from factcheck.compare.copies import copies
from factcheck.compare.crowds import BLOCK, COPIES, combine
from factcheck.compare.events import near
from factcheck.compare.figures import Figures
from factcheck.compare.verbs import interval
from factcheck.compare.wordings import CROWD as QUOTATIONS
from factcheck.compare.wordings import candidates, utterance
from factcheck.model import Claim, Document, Interval, Report, Span
from factcheck.outputs.text import render
from factcheck.record import report_record
from factcheck.rulebook.rule import Rule

CHECKER = factcheck.Checker()


def report(*texts: str) -> Report:
    return CHECKER.check(Document(source=f"{number:04}.txt", text=text) for number, text in enumerate(texts))


def pairs(number: int) -> int:
    return number * (number - 1) // 2


# ---- one statement in many texts


@pytest.mark.parametrize("number", [2, COPIES, COPIES + 1, 40])
def test_every_pair_of_a_repeated_sentence_is_compared_or_counted(number: int) -> None:
    coverage = report(*["The Halden Bridge is 1,200 metres long."] * number).coverage
    left_out = coverage.not_comparable.get("repeated-sentence", 0)
    assert coverage.comparable + left_out == pairs(number)
    assert bool(left_out) is (number > COPIES + 1)


def test_a_finding_names_every_text_with_a_repeated_sentence() -> None:
    texts = ["The Halden Bridge is 1,200 metres long."] * 30 + ["The Halden Bridge is 1,900 metres long."]
    (conflict,) = report(*texts).conflicts
    assert len(conflict.claims) == 31


def test_of_a_repeated_sentence_one_meets_other_words_and_speaks_for_all() -> None:
    texts = ["The Halden Bridge is 1,200 metres long."] * (COPIES + 3)
    (conflict,) = report(*texts, "With a length of 1,900 metres the Halden Bridge spans the Orla.").conflicts
    assert len(conflict.claims) == COPIES + 4


def test_the_same_words_of_another_thing_are_no_repetition() -> None:
    names = [f"The {first}{second}or crane" for first in "BDFGK" for second in "aeiou"]
    texts = [f"{name} stands in the yard. It weighs 35 tonnes." for name in names]
    found = report(*texts, f"{names[-1]} weighs 90 tonnes.")
    assert [{claim.span.document for claim in conflict.claims} for conflict in found.conflicts] == [
        {"0024.txt", "0025.txt"}
    ]


def test_a_draft_that_repeats_its_sources_is_supported() -> None:
    sentence = "The Halden Bridge is 1,200 metres long."
    more = "Ann went home", "The river froze", "Boats came late", "It rained at sea", "Nobody was there"
    sources = [Document(source=f"{n}.txt", text=f"{words}. {sentence}") for n, words in enumerate(more)]
    told = against(Document(source="z.txt", text=sentence), sources, CHECKER)
    assert [standing.status for standing in told.standings] == ["supported"]


# ---- a crowded block


def row(document: int, number: int, value: str, bound: str = "exact", digits: int | None = None) -> Row:
    ends = {"at_least": (Decimal(value), None), "at_most": (None, Decimal(value))}
    low, high = ends.get(bound, (Decimal(value), Decimal(value)))
    length = Interval(low, high, "meter", bound, digits=digits)  # type: ignore[arg-type]
    name = f"{document}.txt"
    claim = Claim(
        f"{name}:{number}",
        "quantity",
        "Halden Bridge",
        "length",
        length,
        Span(name, number, number + 1),
        Span(name, number, number + 1),
        canonical=length,
    )
    return Row(claim, number, "quantity", "length", "length", subject="halden bridge", document=document)


def clash(a: Row, b: Row) -> bool:
    one, two = a.claim.value, b.claim.value
    assert isinstance(one, Interval)
    assert isinstance(two, Interval)
    return a.document != b.document and not agree(one, two, one, two)


blocks = st.lists(
    st.tuples(
        st.integers(0, 60),
        st.integers(1, 4000).map(str) | st.sampled_from(["1000", "1001", "1100"]),
        st.sampled_from(["exact", "exact", "exact", "at_least", "at_most"]),
    ),
    min_size=BLOCK + 1,
    max_size=2 * BLOCK,
).map(lambda given: [row(document, number, *rest) for number, (document, *rest) in enumerate(given)])


@settings(max_examples=40)
@given(blocks)
def test_what_clashes_in_a_crowd_is_found_and_the_rest_is_counted(block: list[Row]) -> None:
    refused: Counter[str] = Counter()
    taken = list(combine(block, refused))
    assert len({frozenset((a.claim.id, b.claim.id)) for a, b in taken}) == len(taken)
    assert all(a.document != b.document for a, b in taken)
    every = sum(a.document != b.document for place, a in enumerate(block) for b in block[:place])
    assert len(taken) + refused.total() == every
    told = {(r.document, r.claim.canonical) for a, b in taken if clash(a, b) for r in (a, b)}
    values = {r.claim.canonical for r in block if any(clash(r, other) for other in block)}
    assert {value for _, value in told} == values


def test_a_crowd_is_compared_in_linear_time() -> None:
    def taken(size: int) -> int:
        return len(list(combine([row(n % 97, n, str(1000 + n)) for n in range(size)], Counter())))

    assert taken(4000) < 2.2 * taken(2000)
    assert taken(4000) < 20 * 4000


def test_a_report_finds_the_odd_value_of_a_crowd_and_counts_the_rest() -> None:
    texts = [f"The Halden Bridge is {1000 + number % 3} metres long." for number in range(150)]
    found = report(*texts, "The Halden Bridge is 4,000 metres long.")
    assert any(claim.text == "4,000 metres" for conflict in found.conflicts for claim in conflict.claims)
    assert found.coverage.not_comparable["repeated-sentence"] == 3 * pairs(50 - COPIES)


rounded = st.builds(
    lambda mantissa, power: row(0, 0, f"{mantissa}{'0' * power}", digits=len(str(mantissa).rstrip("0"))),
    st.integers(1, 1200),
    st.integers(0, 2),
)


@given(rounded, st.lists(rounded, min_size=1, max_size=30), st.sampled_from(["0", "0.02", "0.1"]))
def test_what_agrees_in_a_list_is_found_by_its_figure(one: Row, others: list[Row], within: str) -> None:
    rule = Rule.model_construct(compare="interval", agree_within=Decimal(within), bounds="interval")
    near = {id(other) for other in Figures(others).near(one, rule)}
    for other in others:
        assert id(other) in near or interval.compare(one, other, rule).outcome != "agree"


# ---- words and names that too many share


def test_texts_of_a_crowded_name_are_compared_where_their_days_are_near() -> None:
    profiles = [
        Profile(published=f"20{10 + n % 12}-{1 + n // 12 % 12:02}-{1 + n // 144:02}") for n in range(500)
    ]
    profiles[7] = Profile(lead_days=(("2031-05-01", "2031-05-01"),))
    profiles[300] = Profile(published="2032-01-01", lead_days=(("2031-05-02", "2031-05-03"),))
    found = set(near(profiles, range(500), 5))
    assert (7, 300) in found
    assert (0, 144) in found  # on following days
    assert (0, 12) not in found  # a month apart
    assert len(found) <= 2 * 5 * 500


def test_a_crowded_name_of_events_is_counted() -> None:
    days = [f"20{10 + n // 12}-{1 + n % 12:02}-05" for n in range(240)]
    texts = [f"BRENT, {day} - A blast killed {20 + n} people in Brent." for n, day in enumerate(days)]
    documents = [
        Document(source=f"{n:03}.txt", text=t, published=d)
        for n, (t, d) in enumerate(zip(texts, days, strict=True))
    ]
    assert CHECKER.check(documents).coverage.not_comparable["crowd"] >= pairs(240)


def test_quotations_that_only_common_words_join_are_counted() -> None:
    refused: Counter[str] = Counter()
    said = [(number, "", utterance("progress reached everywhere")) for number in range(QUOTATIONS + 10)]
    assert candidates(said, refused) == []
    assert refused["crowd"] == 4 * pairs(QUOTATIONS + 10)  # three words, and what all of them open with


def test_sentences_that_only_common_words_join_are_counted() -> None:
    def shapes(number: int) -> list[Shape]:
        words = ("lot", "costs", "more", "#money")
        return [Shape(n, 0, (*words, f"a{n}"), (3,), (0,), frozenset()) for n in range(number)]

    refused: Counter[str] = Counter()
    assert len(list(copies(shapes(100), refused))) == pairs(100)
    assert refused.total() == 0
    found = len(list(copies(shapes(300), refused)))
    assert found + refused["crowd"] >= pairs(300)


def test_what_is_only_counted_is_told_beside_what_is_listed() -> None:
    record = report_record(sample.report(), not_comparable=True)
    listed = len(record["not_comparable"])
    record["coverage"]["not_comparable"] = {"different-time": listed + 2, "crowd": 1234}
    assert "counted without a list  2 different-time, 1,234 crowd" in render(record)


def test_quotations_of_two_speakers_are_counted():
    said = "“The old bridge over the Senn river will never open to lorries again,” {} said on Monday."
    found = report(*(said.format(name) for name in ("Ada Holm", "Per Lund")))
    assert (found.conflicts, found.coverage.not_comparable["different-speaker"]) == ((), 1)


def test_figures_of_other_events_are_counted_pair_by_pair():
    counted = report(
        "LUND, 3 May 2024 - A fire in Lund killed 14 people. By the evening the flames had killed 12 others.",
        "LUND, 3 May 2023 - The smoke of a fire at a hotel of Lund's harbour has killed nine guests.",
    ).coverage.not_comparable
    assert counted["different-time"] == 2


def test_a_reason_that_nothing_has_is_not_listed():
    assert 0 not in report(*["The Halden Bridge is 1,200 metres long."] * 5).coverage.not_comparable.values()
