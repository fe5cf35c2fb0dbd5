"""The words that say how a statement is meant (`data/modality.yaml`), and where they stand in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from factcheck.data import load
from factcheck.text.tokens import Tokens
from factcheck.text.words import grammar, readings, remembered, verb_form, verb_lemma


@dataclass(frozen=True, slots=True)
class Entry:
    """What may begin with one word: its own mode, and longer phrases by their second word."""

    mode: str
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@dataclass(frozen=True, slots=True)
class Words:
    """The file, with a look-up by first word."""

    clause: dict[str, Entry]
    content: dict[str, Entry]
    harmless: dict[str, tuple[tuple[str, ...], ...]]
    reporting: frozenset[str]
    boundary: frozenset[str]
    marks: frozenset[str]


@cache
def vocabulary() -> Words:
    """What the file holds, read once."""
    data = load("modality")
    mere: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in data["harmless"]:
        words = tuple(phrase.split())
        mere[words[0]] = (*mere.get(words[0], ()), words)
    return Words(
        _entries(data["clause"]), _entries(data["content"]), mere, frozenset(data["reporting"].split()),
        frozenset(data["boundary"].split()), frozenset(data["marks"].split()),
    )  # fmt: skip


def _entries(classes: dict[str, list[str]]) -> dict[str, Entry]:
    """First word -> what it may begin; of two modes for one phrase the first class wins."""
    found: dict[str, Entry] = {}
    for mode, phrases in classes.items():
        for phrase in phrases:
            words = tuple(phrase.split())
            entry = found.setdefault(words[0], Entry("", {}))
            if len(words) == 1:
                found[words[0]] = entry if entry.mode else Entry(mode, entry.phrases)
            else:
                listed = (*entry.phrases.get(words[1], ()), (words, mode))
                entry.phrases[words[1]] = tuple(sorted(listed, key=lambda each: -len(each[0])))
    return found


@remembered
def entries_of(word: str) -> tuple[Entry | None, Entry | None]:
    """The entries of a word, as it stands or as a form of a verb: (clause, content)."""
    words = vocabulary()
    lemma = (
        "be" if word.endswith(("'re", "'m")) else "'ll" if word.endswith("'ll") else verb_lemma(word) or word
    )
    return words.clause.get(word) or words.clause.get(lemma), words.content.get(word) or words.content.get(
        lemma
    )


@remembered
def reports(word: str) -> bool:
    """A form of a verb of reporting."""
    return bool(verb_form(word)) and verb_lemma(word) in vocabulary().reporting


@cache
def _signals() -> tuple[frozenset[str], frozenset[str]]:
    """Words without one of which no phrase can match, and those that need "to" right behind them."""
    data = load("modality")
    closed = grammar()
    alone: set[str] = set()
    before_to: set[str] = set(closed.be)
    for phrase in (p for part in ("clause", "content") for mode in data[part].values() for p in mode):
        words = phrase.split()
        if words[0] == "be" and words[-1] == "to":
            before_to.update(words[1:2])
        elif words[0] == "be" or words[0] in closed.prepositions or words[0] in closed.determiners:
            alone.add(max(words[1:], key=len, default=words[0]))
        else:
            alone.add(words[0])
    return frozenset(alone), frozenset(before_to - {"to"})


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(word for names in load("calendar")["weekdays"].values() for word in names)


@remembered
def _signal(word: str) -> bool:
    """Whether a word may begin a phrase or be the telling word of one."""
    alone = _signals()[0]
    return word in alone or verb_lemma(word) in alone or word.endswith("'ll")


def may_be_coloured(words: list[str]) -> bool:
    """Whether anything in these words can colour a clause: a cheap look before the exact one."""
    if any(map(_signal, words)):
        return True
    heads = _signals()[1]
    return "to" in words and any(word == "to" and before in heads for before, word in pairwise(words))


def match(tokens: Tokens, at: int, entry: Entry | None) -> tuple[str, int]:
    """(mode, tokens) of the longest phrase at a token; ("", 1) for none."""
    if entry is None or _is_month(tokens, at):
        return "", 1
    if entry.phrases:
        second = _past_adverbs(tokens, at + 1)
        word = tokens.lower[second] if second < tokens.size else ""
        for phrase, mode in entry.phrases.get(word) or entry.phrases.get(verb_lemma(word) or word, ()):
            if all(tokens.lower[second + k - 1 : second + k] == [phrase[k]] for k in range(2, len(phrase))):
                return mode, second - at + len(phrase) - 1
    return entry.mode, 1


def _past_adverbs(tokens: Tokens, at: int) -> int:
    """The first token from `at` on that is no adverb ("is still due") and no day ("agreed on Monday")."""
    while at < tokens.size and tokens.lower[at].isalpha():
        day = at + (tokens.lower[at] == "on")
        if day < tokens.size and tokens.lower[day] in _weekdays():
            at = day + 1
        elif readings(tokens.lower[at])[:1] == "r":
            at += 1
        else:
            break
    return at


def harmless(tokens: Tokens, at: int) -> int:
    """How many tokens at a place are a phrase that only looks like one of these; 0 for none."""
    for phrase in vocabulary().harmless.get(tokens.lower[at], ()):
        if tuple(tokens.lower[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _is_month(tokens: Tokens, at: int) -> bool:
    """ "May" as a month: a capital inside the sentence or a number beside it."""
    if tokens.words[at] != "May":
        return False
    after = tokens.lower[at + 1] if at + 1 < tokens.size else ""
    return at > 0 or after[:1].isdigit()
