"""Revised, spread or conflict: what kind of difference two tolls are."""

from itertools import product
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Document, check
from factcheck.compare.outcome import of_group

CASES = {
    "two named sources of one day": (
        "LUND, 3 May 2024 - A blast in Lund killed 14 people on Friday, the Fire Brigade of Lund said.",
        "LUND, 3 May 2024 - A blast in Lund killed 19 people on Friday, the Southern Hospital said.",
        "spread",
    ),
    "one source, named in short": (
        "LUND, 3 May 2024 - A blast in Lund killed at least 14 people on Friday, the Southern Hospital said.",
        "LUND, 3 May 2024 - A blast in Lund killed 19 people on Friday, the Southern Hospital of Lund said.",
        "revised",
    ),
    "one source counted on while another one counts less": (
        "LUND, 3 May 2024 - A blast in Lund killed at least 14 people on Friday, the Southern Hospital "
        "said. The Fire Brigade said at least 12 people were killed.",
        "LUND, 3 May 2024 - A blast in Lund killed 19 people on Friday, the Southern Hospital said.",
        "revised",
    ),
    "one source with two exact figures beside another source": (
        "LUND, 3 May 2024 - A gas blast in Lund killed 14 people on Friday, the Southern Hospital said. "
        "The Fire Brigade of Lund said 12 people were killed.",
        "LUND, 3 May 2024 - A gas blast in Lund killed 19 people on Friday, the Southern Hospital said.",
        "conflict",
    ),
    "a source that may be anybody": (
        "LUND, 3 May 2024 - A blast in Lund killed at least 14 people on Friday, a relief group said.",
        "LUND, 3 May 2024 - A blast in Lund killed 19 people on Friday, the Southern Hospital said.",
        "revised",
    ),
    "one source, two exact figures of one day": (
        "LUND, 3 May 2024 - A blast in Lund killed 14 people on Friday, the Southern Hospital said.",
        "LUND, 3 May 2024 - A blast in Lund killed 19 people on Friday, the Southern Hospital said.",
        "conflict",
    ),
    "two sources, one of them weeks later": (
        "LUND, 3 May 2024 - A gas blast on 2 May killed 14 people in Lund, the Southern Hospital said.",
        "LUND, 30 May 2024 - Parliament spoke of the gas blast in Lund. It killed 19 people on 2 May 2024, "
        "the Fire Brigade of Lund said.",
        "spread",
    ),
    "a toll that shrinks": (
        "LUND, 3 May 2024 - A blast in Lund killed 19 people on Friday.",
        "LUND, 4 May 2024 - A blast in Lund killed 14 people on Friday.",
        "conflict",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_outcome(name):
    first, second, expected = CASES[name]
    report = check([Document(source="a.txt", text=first), Document(source="b.txt", text=second)])
    assert [conflict.outcome for conflict in report.conflicts] == [expected]


def test_only_the_earlier_toll_is_overtaken():
    """A figure beside an overtaken one still counts: "32 …, updating an earlier toll of 15"."""
    first = "LUND, 3 May 2024 - A gas blast in Lund killed 32 people, updating an earlier toll of 15."
    second = "LUND, 3 May 2024 - A gas blast in Lund killed 27 people, police said."
    report = check([Document(source="a.txt", text=first), Document(source="b.txt", text=second)])
    assert [[claim.text for claim in conflict.claims] for conflict in report.conflicts] == [
        ["32 people", "27 people"]
    ]


OUTCOMES = st.sampled_from(["conflict", "revised", "spread"])


@given(
    st.lists(
        st.tuples(OUTCOMES, st.sampled_from(["", "a", "b"]), st.sampled_from(["", "a", "b"])), min_size=1
    )
)
def test_a_finding_is_of_a_kind_that_one_of_its_pairs_is(group):
    pairs = [SimpleNamespace(a=SimpleNamespace(speaker=a), b=SimpleNamespace(speaker=b)) for _, a, b in group]
    outcomes = [kind for kind, _, _ in group]
    kinds = {of_group(pairs, outcomes, *known) for known in product((True, False), repeat=2)}
    assert kinds <= set(outcomes)


def test_a_conflict_of_one_day_is_none_that_grew() -> None:
    told = "A dam broke at Osk on Saturday and killed {} people."
    days = (("first", "2026-09-13", 41), ("noon", "2026-09-14", 56), ("night", "2026-09-14", 58))
    texts = [Document(source=name, text=told.format(dead), published=day) for name, day, dead in days]
    assert [found.outcome for found in check(texts).conflicts] == ["conflict"]
    assert [found.outcome for found in check(texts[:2]).conflicts] == ["revised"]
