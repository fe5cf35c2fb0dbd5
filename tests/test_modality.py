"""How a value is meant in its clause."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.modality import MODES, Modality, modality_of
from factcheck.text.tokens import tokenise
from factcheck.yamlfile import plain

CORPUS = Path(__file__).parent / "corpus" / "modality.yaml"
CASES = [
    (mode, text)
    for mode, texts in plain(CORPUS.read_text(encoding="utf-8"), CORPUS.name).items()
    for text in texts
]


def modality(marked: str) -> Modality:
    """The modality of the last value in brackets."""
    at = marked.rindex("[")
    start = at - 2 * marked[:at].count("[")
    tokens = tokenise(marked.replace("[", "").replace("]", ""))
    first = tokens.starts.index(start)
    return modality_of(tokens, first, first + 1)


@pytest.mark.parametrize(("mode", "marked"), CASES, ids=[text[:60] for _, text in CASES])
def test_corpus(mode: str, marked: str) -> None:
    assert modality(marked).mode == mode


def test_negated_tells_what_the_clause_itself_denies() -> None:
    assert modality("The attack did not kill [17] people.").negated
    assert not modality("The attack could kill [17] people.").negated


@given(
    st.text(max_size=80)
    | st.lists(
        st.sampled_from("will not be expected to if that denied , . 17 may said would people".split())
    ).map(" ".join)
)
def test_every_text_has_a_mode(text: str) -> None:
    tokens = tokenise(text)
    for first in range(0, tokens.size, 3):
        assert modality_of(tokens, first, first + 1).mode in (*MODES, "asserted")
