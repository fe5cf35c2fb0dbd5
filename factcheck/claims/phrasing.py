"""The words of a statement that say what its figure is of, however it is put (`data/manuals.yaml`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from factcheck.data import load
from factcheck.text.words import content_lemma, is_plural, remembered, small_words

TIMEOUT: Final = "timeout"  # what "times out" says
STEM: Final = 4  # letters that are left of a word without its ending


@cache
def _ones() -> dict[str, str]:
    return {word: line[0] for line in load("manuals")["one"] for word in line}


@cache
def idle() -> frozenset[str]:
    """Words that say nothing of what a figure is of ("support", "device")."""
    return frozenset(load("manuals")["idle"].split())


@cache
def _degrees() -> dict[str, str]:
    return {word: name for name, words in load("manuals")["degrees"].items() for word in words}


@cache
def _endings() -> tuple[str, ...]:
    return tuple(load("manuals")["endings"])


@cache
def _columns() -> frozenset[str]:
    return frozenset(load("manuals")["columns"])


@cache
def naming() -> frozenset[str]:
    """Labels and heads of columns whose numbers name something ("port")."""
    return frozenset(load("manuals")["naming"])


@cache
def settings() -> frozenset[str]:
    """Those of them of which a product has one that is set ("port")."""
    return frozenset(load("manuals")["settings"])


@cache
def releases() -> frozenset[str]:
    """Words of titles and folders that tell what is new in a version ("changelog")."""
    return frozenset(load("manuals")["releases"])


def terms(words: Iterable[str]) -> frozenset[str]:
    """What some words (in lower case) say, each in one form: a verb and its noun, and synonyms, are one."""
    return frozenset(filter(None, map(_term, words)))


def phrase_terms(words: Sequence[str]) -> frozenset[str]:
    """The same of words that follow each other, of which two may say what one does ("times out")."""
    timed = (after == "out" and word in ("time", "times", "timed") for word, after in pairwise(words))
    return terms((*words, TIMEOUT)) if any(timed) else terms(words)


@remembered
def _term(word: str) -> str:
    lemma = content_lemma(word)
    return "" if word in idle() or lemma in idle() else _form(word, lemma)


@remembered
def _one_form(word: str) -> str:
    return _form(word, content_lemma(word))


def _form(word: str, lemma: str) -> str:
    return _ones().get(lemma) or _ones().get(word) or _stem(lemma)


def _stem(lemma: str) -> str:
    if not lemma.endswith(_endings()):
        return lemma
    for ending in _endings():
        if lemma.endswith(ending) and len(lemma) - len(ending) >= STEM:
            return lemma[: -len(ending)]
    return lemma


def degree(words: Iterable[str]) -> str:
    """Whether some words tell of the standard, the highest or the lowest value; "" for none of them."""
    return next((_degrees()[word] for word in words if word in _degrees()), "")


def counted(label: Sequence[str]) -> str:
    """What the figure beside a label counts ("NUMBER of BACKUPS to keep", "Mesh ROUTERS"), ""
    where it names no plural."""
    words = list(label)
    for at in range(len(words) - 2):
        if words[at] in ("number", "count") and words[at + 1] == "of":
            words = words[at + 2 :]
            break
    noun = ""
    for word in words:
        if word in small_words() or not word[0].isalpha():
            break
        noun = word
    return noun if is_plural(noun) and noun not in _columns() else ""


def valued(column: Sequence[str]) -> bool:
    """Whether a column has the values of its rows, and not an example or the version that brought them."""
    return not _columns().isdisjoint(column) or not settings().isdisjoint(column)


def heading(words: Sequence[str]) -> frozenset[str]:
    """What a heading says of its subject: "Hardware" and "At a glance" say nothing."""
    return frozenset(map(_one_form, words)) - _framing()


@cache
def _framing() -> frozenset[str]:
    return frozenset(map(_one_form, load("manuals")["framing"])) | {""}
