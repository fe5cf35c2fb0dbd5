"""Word forms: lemmas, readings and the closed classes."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text import words


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("killed", "kill"),
        ("flew", "fly"),
        ("cutting", "cut"),
        ("weighs", "weigh"),
        ("found", "find"),
        ("lay", "lie"),
        ("were", "be"),
        ("had", "have"),
        ("travelled", "travel"),
        ("retook", "retake"),
        ("re-elected", "re-elect"),
        ("redeployed", "redeploy"),
        ("table's", None),
        ("children", None),
        ("quickly", None),
        ("", None),
    ],
)
def test_verb_lemma(form: str, lemma: str | None) -> None:
    assert words.verb_lemma(form) == lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("children", "child"),
        ("bombers", "bomber"),
        ("people", "people"),
        ("person", "people"),
        ("aircraft", "aircraft"),
        ("headquarters", "headquarters"),
        ("casualties", "casualty"),
        ("buses", "bus"),
        ("men", "man"),
        ("feet", "foot"),
        ("policemen", "policeman"),
        ("species", "species"),
        ("crises", "crisis"),
        ("knives", "knife"),
        ("gas", "gas"),
        ("zorbles", "zorble"),
        ("blorties", "blorty"),
        ("house", "house"),
        ("", ""),
    ],
)
def test_noun_lemma(form: str, lemma: str) -> None:
    assert words.noun_lemma(form) == lemma


def test_the_commonest_reading_comes_first() -> None:
    assert words.readings("attacks")[0] == words.PLURAL
    assert words.readings("jumped")[0] == words.PAST
    assert words.readings("killed")[0] == words.PARTICIPLE
    assert words.readings("dam")[0] == words.NOUN


@pytest.mark.parametrize("word", ["attacks", "visits", "reports", "strikes"])
def test_words_that_are_noun_and_verb(word: str) -> None:
    assert words.is_noun_and_verb(word)
    assert words.is_plural(word)
    assert words.PRESENT in words.verb_form(word)


@pytest.mark.parametrize("word", ["children", "the", "of", "quickly", "they"])
def test_words_that_are_no_verbs(word: str) -> None:
    assert not words.verb_form(word)
    assert not words.is_noun_and_verb(word)


def test_plurals_without_an_ending() -> None:
    assert words.is_plural("people")
    assert words.is_plural("aircraft")
    assert not words.is_plural("travel")


def test_closed_classes_are_apart_from_the_table() -> None:
    closed = words.grammar()
    for word in closed.determiners | closed.pronouns | closed.auxiliaries & closed.be:
        assert word not in words.forms(), word
    assert {"the", "their"} <= closed.determiners
    assert "would" in closed.modals


@given(st.text(max_size=12))
def test_any_word_has_an_answer(word: str) -> None:
    lemma = words.noun_lemma(word)
    assert len(lemma) <= len(word) + 3 or word in words.grammar().nouns  # "%" is written out
    assert words.is_noun_and_verb(word) == bool(
        set(words.readings(word)) & words.NOMINAL and set(words.readings(word)) & words.VERBAL
    )


def test_lemmas_are_fixed_points() -> None:
    """A noun's lemma is its own lemma; a verb's lemma is a base form."""
    table = words.forms()
    for word in list(table)[::97]:
        lemma = words.verb_lemma(word)
        if lemma is not None and lemma in table:
            assert words.BASE in table[lemma].readings, (word, lemma)


def test_table_loads_fast_and_only_when_asked() -> None:
    code = (
        "import factcheck.text.words as w, time;"
        "assert w.forms.cache_info().currsize == 0;"
        "t = time.process_time(); w.forms(); print(time.process_time() - t)"
    )
    took = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert float(took) < 0.3  # 15 ms when the machine is quiet
