"""The words of saying (`data/speech.yaml`) as look-ups, and the marks that end what somebody says."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from factcheck.data import load
from factcheck.text.words import verb_form, verb_lemma

MARKS: Final = frozenset('"“”«»‘„`') | {"``", "''"}  # apostrophes belong to words as often
OF: Final = frozenset("of for from at in with to on near close inside within by against".split())
ENDS: Final = frozenset(",.;:!?—–)(…") | MARKS


@dataclass(frozen=True, slots=True)
class Speech:
    """The words of `data/speech.yaml`, as look-ups."""

    say: dict[str, str]
    judge: dict[str, str]
    doubtful: frozenset[str]
    addressed: frozenset[str]
    source: dict[str, tuple[tuple[str, ...], ...]]
    statements: frozenset[str]
    anonymous: frozenset[str]
    voices: frozenset[str]
    manner: frozenset[str]
    circumstance: frozenset[str]
    placing: frozenset[str]
    pronouns: dict[str, str]


@cache
def speech() -> Speech:
    """The words of saying, read once."""
    data = load("speech")
    source: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in data["source"]:
        words = tuple(phrase.split())
        source[words[0]] = (*source.get(words[0], ()), words)
    irregular = dict(data["irregular"])
    heads = frozenset(title.split()[-1] for title in load("titles")["heads"])
    return Speech(
        say=_forms(data["say"].split(), irregular),
        judge=_forms(data["judge"].split(), irregular),
        doubtful=frozenset(data["doubtful"].split()),
        addressed=frozenset(data["addressed"].split()),
        source=source,
        statements=frozenset(data["statements"].split()),
        anonymous=frozenset(data["anonymous"].split()),
        voices=frozenset(data["voices"].split()) | heads,
        manner=frozenset(data["manner"].split()),
        circumstance=frozenset(data["circumstance"].split()),
        placing=frozenset(data["placing"].split()),
        pronouns=dict(data["pronouns"]),
    )


def _forms(lemmas: list[str], irregular: dict[str, str]) -> dict[str, str]:
    """form -> lemma of every form of these verbs that the table of forms knows."""
    wanted = set(lemmas)
    found = {form: lemma for form, lemma in irregular.items() if lemma in wanted}
    for lemma in lemmas:
        stem = lemma[:-1]
        doubled = lemma + lemma[-1]
        forms = (lemma, *(lemma + ending for ending in ("s", "es", "d", "ed", "ing")))
        for form in (*forms, stem + "ing", stem + "ies", stem + "ied", doubled + "ed", doubled + "ing"):
            if verb_lemma(form) == lemma and (form == lemma or verb_form(form)):
                found[form] = lemma
    return found


@cache
def triggers() -> frozenset[str]:
    """Every word that may begin an attribution."""
    words = speech()
    return frozenset((*words.say, *words.judge, *words.source))
