"""The source of a figure, and the attributions of a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims.speakers import Speaker, Speakers, speaker_at
from factcheck.claims.subjects import Entities
from factcheck.kinds.quotes import read
from factcheck.model import Document
from factcheck.text.sentences import sentences
from factcheck.text.talk import Talk
from factcheck.yamlfile import plain

CORPUS = Path(__file__).parent / "corpus" / "speaker.yaml"
WORDS = "Ann Berg said told he they , . : according to police the who was and adding 17 by “ ” put at \n"
CASES = [
    (name, text)
    for name, texts in plain(CORPUS.read_text(encoding="utf-8"), CORPUS.name).items()
    for text in texts
]  # fmt: skip


def speaker(text: str, offset: int) -> Speaker | None:
    document = Document(source="t", text=text)
    found = sentences(document)
    talk = Talk(found, Entities(document, found))
    context = Speakers(talk, read(document, found, talk))
    return speaker_at(found[talk.index(offset)], offset, context) if found else None


@pytest.mark.parametrize(("name", "marked"), CASES, ids=[text[:60] for _, text in CASES])
def test_corpus(name: str, marked: str) -> None:
    at = marked.rindex("[")
    found = speaker(marked.replace("[", "").replace("]", ""), at - marked[:at].count("[") * 2)
    assert (found.name.lower() if found else "-") == name


@pytest.mark.parametrize(
    ("text", "anonymous", "kind"),
    [
        ("Officials said 17 died.", True, "role"),
        ("Witnesses said 17 died.", True, "role"),
        ("Two sources close to the talks said 17 died.", True, "role"),
        ("The health ministry said 17 died.", False, "role"),
        ("Ann Berg said 17 died.", False, "named"),
        ("Ann Berg came. She said 17 died.", False, "pronoun"),
    ],
)
def test_kind_and_anonymity(text: str, anonymous: bool, kind: str) -> None:
    found = speaker(text, text.index("17"))
    assert found is not None
    assert (found.anonymous, found.kind) == (anonymous, kind)


def test_the_span_names_the_speaker_in_the_text() -> None:
    text = "At least 17 people died, according to the health ministry."
    found = speaker(text, text.index("17"))
    assert found is not None
    assert text[found.start : found.end] == "the health ministry"
    assert found.verb == "according to"


@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=50).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_no_text_raises_and_spans_are_slices(text: str) -> None:
    for offset in range(0, len(text), 7):
        found = speaker(text, offset)
        if found is not None:
            assert 0 <= found.start < found.end <= len(text)
            assert text[found.start : found.end].strip()
