"""Quotations, their exact words and their speakers."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims.subjects import Entities
from factcheck.kinds.quotes import QuoteMention, read
from factcheck.model import Document
from factcheck.text.marks import quoted
from factcheck.text.sentences import sentences
from factcheck.text.talk import Talk
from factcheck.yamlfile import plain

CORPUS = Path(__file__).parent / "corpus" / "quote.yaml"
CASES = plain(CORPUS.read_text(encoding="utf-8"), CORPUS.name)
TEXTS = st.text(st.sampled_from("“”\"'‘’«»`„ ,.:AabsS\n-é9"), max_size=120)
WORDS = (
    "“ ” \" ' ‘ ’ said Berg Ann she , . : told reporters that mayor who adding according to and \n \n\n by"
)
SPEECHES = st.lists(
    st.sampled_from(WORDS.split(" ")),
    max_size=60,
).map(" ".join)


def quotes(text: str) -> list[QuoteMention]:
    document = Document(source="t", text=text)
    found = sentences(document)
    return read(document, found, Talk(found, Entities(document, found)))


def shown(text: str, mention: QuoteMention) -> str:
    words = " // ".join(text[start:end] for start, end in mention.parts)
    return (
        f"({mention.incidental}) | {words}" if mention.incidental else f"{mention.speaker or '?'} | {words}"
    )


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_corpus(case: dict[str, Any]) -> None:
    assert [shown(case["text"], mention) for mention in quotes(case["text"])] == case["quotes"]


@given(TEXTS | SPEECHES)
@settings(max_examples=300, deadline=None)
def test_spans_are_slices(text: str) -> None:
    for mention in quotes(text):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.parts[0][0] == mention.start and mention.parts[-1][1] == mention.end
        assert mention.value.words == " ".join(text[start:end] for start, end in mention.parts)  # type: ignore[union-attr]
        assert all(start < end for start, end in mention.parts)
        if mention.speaker_span is not None:
            start, end = mention.speaker_span
            assert text[start:end].strip() == text[start:end] != ""


@given(TEXTS)
def test_marks_are_nested_or_apart(text: str) -> None:
    found = quoted(text, 0, len(text))
    for first, second in pairwise(found):
        assert first.opened < second.opened
        assert second.closed <= first.closed or first.closed <= second.opened


@given(st.lists(st.sampled_from(["so be it", "we came", "no, never", "it's late"]), min_size=1, max_size=8))
def test_what_is_put_in_marks_comes_out(sayings: list[str]) -> None:
    text = " Then ".join(f"Ann Berg said “{saying}”." for saying in sayings)
    assert [mention.value.words for mention in quotes(text)] == sayings  # type: ignore[union-attr]
    assert {mention.speaker for mention in quotes(text)} == {"Ann Berg"}


@pytest.mark.parametrize(
    "piece", ['"', "“", "“a ”", "'a ", "“a ‘b ", '"a" said he, ', "“A.” he said. ", "``''"]
)
def test_time_is_linear(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        best = []
        for _ in range(2):
            started = time.process_time()
            quotes(text)
            best.append(time.process_time() - started)
        return min(best)

    assert seconds(40_000) < 8 * seconds(10_000) + 0.2


def test_page_furniture_is_not_quoted() -> None:
    text = "The port is closed.\n\nShare this\n\n© 2024 The Port Times. “All rights reserved by us.”"
    assert quotes(text) == []
