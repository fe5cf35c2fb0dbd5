"""Titles and roles of persons."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.kinds.mention import Mention
from factcheck.kinds.titles import read
from factcheck.text.names import names
from factcheck.text.sentences import Sentence
from factcheck.yamlfile import plain

CORPUS = Path(__file__).parent / "corpus" / "title.yaml"
CASES = [
    (want, text)
    for want, texts in plain(CORPUS.read_text(encoding="utf-8"), CORPUS.name).items()
    for text in texts
]


def titles(text: str) -> list[Mention]:
    sentence = Sentence(text, 0, len(text), 0, 0, "prose")
    return read(sentence, names(sentence.tokens))


def shown(mention: Mention) -> list[str]:
    return [mention.value.words, mention.noun, (mention.scope or {}).get("of", ""), " ".join(mention.flags)]  # type: ignore[union-attr]


@pytest.mark.parametrize(("want", "text"), CASES, ids=[text[:60] for _, text in CASES])
def test_corpus(want: str, text: str) -> None:
    expected = [] if want == "-" else [[part.strip() for part in want.split("|")]]
    assert [shown(mention) for mention in titles(text)] == expected


def test_two_names_for_one_title_are_one() -> None:
    ceo, long = (
        titles("The plan came from Lumora CEO Ann Berg."),
        titles("The plan came from Ann Berg, chief executive officer of Lumora."),
    )
    assert ceo[0].value == long[0].value


def test_a_former_president_is_no_president() -> None:
    was, is_ = titles("It went to former president Ann Berg."), titles("It went to President Ann Berg.")
    assert was[0].value != is_[0].value


@given(
    st.text(max_size=80)
    | st.lists(
        st.sampled_from(
            "Ann Berg , the former deputy president of Acme who is CEO - ex . was named 's chief".split()
        )
    ).map(" ".join)
)
def test_no_text_raises_and_spans_are_slices(text: str) -> None:
    for mention in titles(text):
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
