"""Counted nouns: their lemma, the group of people they name, and the word that stands for synonyms."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from factcheck.claims.things import things
from factcheck.data import load
from factcheck.text.words import lists, noun_lemma

EVERYBODY: Final = ("", "people", "civilians")
ANYBODY: Final = (
    *EVERYBODY,
    "passengers",
    "workers",
    "students",
    "migrants",
    "patients",
    "prisoners",
    "protesters",
)

MEN: Final = frozenset(
    ("attackers", "workers", "crew", "prisoners", "fighters", "soldiers")
)  # who are mostly told as men


@cache
def _groups() -> dict[str, str]:
    return {noun: group for group, nouns in load("groups").items() for noun in nouns}


@cache
def _synonyms() -> dict[str, str]:
    return {noun: line[0] for line in reversed(load("synonyms")["nouns"]) for noun in line}


def synonym(word: str) -> str:
    """The word that stands for a noun and its synonyms, "" for a noun without any."""
    return _synonyms().get(noun_lemma(word), "")


def head(noun: Sequence[str]) -> str:
    """The lemma of a noun phrase's last word (its words in lower case), synonyms made one."""
    if not noun:
        return ""
    lemma = noun_lemma(noun[-1])
    if len(noun) > 1 and (pair := f"{noun[-2]} {lemma}") in _synonyms():
        return _synonyms()[pair]
    return _synonyms().get(lemma, lemma)


def group(noun: Sequence[str]) -> str:
    """The group of people that a noun phrase names, "" for none: "aid workers" → "medics"."""
    if not noun:
        return ""
    lemma = noun_lemma(noun[-1])
    if len(noun) > 1 and (pair := f"{noun[-2]} {lemma}") in _groups():
        return _groups()[pair]
    return _groups().get(lemma, "")


def is_thing(noun: Sequence[str]) -> bool:
    """Whether a noun phrase names a thing, a place or a time: four evacuated towns are no four evacuees."""
    if not noun or group(noun):
        return False
    lemma, known = noun_lemma(noun[-1]), lists()
    return lemma in known.place or lemma in known.time or lemma in things().wider


def is_lifeless(noun: Sequence[str]) -> bool:
    """Whether nothing befalls what a noun phrase names as it befalls those who live: 900 jobs disappear."""
    return is_thing(noun) or (bool(noun) and noun_lemma(noun[-1]) in lists().lifeless)


def same_group(a: str, b: str) -> bool:
    """Whether two counts may be of the same group of people; those who happened to be there are anybody,
    and attackers, workers or prisoners are mostly told as men."""
    return (
        a == b
        or (a == "men" and b in MEN)
        or (b == "men" and a in MEN)
        or (a in EVERYBODY and b in ANYBODY)
        or (b in EVERYBODY and a in ANYBODY)
    )
