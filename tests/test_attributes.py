"""The vocabulary of attributes: every word can be met, every name is a known one."""

from __future__ import annotations

import pytest

from factcheck.claims.attributes import vocabulary
from factcheck.data import load
from factcheck.model import KINDS
from factcheck.text.words import noun_lemma, verb_lemma

ENTRIES = load("attributes")
KEYS = {
    "name", "kinds", "dimensions", "nouns", "verbs", "adjectives", "able", "counted",
    "persons", "troops", "suspects", "captives", "workers",
    "growing", "family", "standing", "settled", "occasion", "once", "origin", "done", "passive", "within",
}  # fmt: skip
# A form that leads to the lemma, where the lemma itself is also a form of another verb.
FORMS = {"found": "founded", "wound": "wounded", "lay": "laying", "rent": "rented", "ground": "grounded"}


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry["name"] for entry in ENTRIES])
def test_an_entry_can_be_met(entry: dict[str, list[str]]) -> None:
    assert set(entry) <= KEYS
    assert set(entry["kinds"]) <= set(KINDS)
    assert set(entry.get("dimensions", ())) <= set(load("units")["dimensions"])
    for noun in entry.get("nouns", ()):
        last = noun.split()[-1]
        assert noun_lemma(last) == last, f"{noun}: the lemma is {noun_lemma(last)}"
    only = [
        verb
        for people in ("persons", "troops", "suspects", "captives", "workers")
        for verb in entry.get(people, {}).get("verbs", ())
    ]
    for verb in (*entry.get("verbs", ()), *only):
        first = verb.split()[0]
        assert verb_lemma(FORMS.get(first, first)) == first, f"{verb}: the lemma is {verb_lemma(first)}"


def test_names_are_given_once() -> None:
    names = [entry["name"] for entry in ENTRIES]
    assert len(names) == len(set(names))


def test_every_entry_has_words_or_is_named_by_its_kind() -> None:
    bare = {entry["name"] for entry in ENTRIES if not {"nouns", "verbs", "adjectives"} & set(entry)}
    assert bare == {"title", "attackers", "seats", "troops"}  # … or by those who are counted


def test_no_word_names_two_attributes_of_one_kind_and_dimension_by_the_same_part_of_speech() -> None:
    seen: dict[tuple[str, ...], str] = {}
    doubled = []
    for entry in ENTRIES:
        for part in ("nouns", "verbs", "adjectives"):
            for word in entry.get(part, ()):
                for kind in entry["kinds"]:
                    for dimension in entry.get("dimensions", [""]) if kind == "quantity" else [""]:
                        first = seen.setdefault((part, word, kind, dimension), entry["name"])
                        if first != entry["name"]:
                            doubled.append(f"{word}: {first} and {entry['name']} ({kind} {dimension})")
    assert not doubled


def test_some_verbs_tell_a_property_of_persons_or_troops_only() -> None:
    assert ("eliminate",) in vocabulary("persons").verbs and ("eliminate",) not in vocabulary().verbs
    assert ("lose",) in vocabulary("troops").verbs
    assert {each.name for each in vocabulary("persons").verbs["lose",]} == {"loss"}
    assert vocabulary("captives").verbs["free",][0].name == "freed"


def test_the_longest_phrase_wins() -> None:
    words = vocabulary()
    assert {a.name for a in words.nouns["cruise", "speed"]} == {"cruise speed"}
    assert "speed" in {a.name for a in words.nouns["speed",]}
