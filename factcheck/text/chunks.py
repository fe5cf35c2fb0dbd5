"""Noun phrases and verb groups: runs of tags that belong together, read from their first token."""

from __future__ import annotations

from typing import Final, NamedTuple

from factcheck.text.tags import VERB_TAGS
from factcheck.text.words import CONTRACTED, grammar, lists, noun_lemma, verb_lemma

PHRASE_TAGS: Final = frozenset("DJNMQO")


class Clause:
    """A verb with its subject. `kind`: main, relative, sub, reduced (participle, -ing), infinitive, bracket.

    `antecedent` is the phrase that a relative clause or a bracket stands behind.
    """

    __slots__ = (
        "antecedent",
        "kind",
        "lemma",
        "modal",
        "negated",
        "object",
        "parent",
        "passive",
        "subject",
        "verb",
    )

    def __init__(self, kind: str, parent: Clause | None, subject: Chunk | None = None) -> None:
        self.kind = kind
        self.parent = parent
        self.subject = subject
        self.antecedent: Chunk | None = None
        self.object: Chunk | None = None
        self.verb = -1
        self.lemma = ""
        self.passive = False
        self.negated = False
        self.modal = ""


class Chunk:
    """A noun phrase: tokens `first`..`last`, its `head`, the `clause` it stands in.

    `prep` is the preposition that governs it, `owner_end` the mark of its possessive ("the army's
    losses"), -1 for none. `before` is the phrase to its left in the same clause; `number` says
    that it starts with a number.
    """

    __slots__ = ("before", "clause", "first", "head", "last", "number", "owner_end", "prep")

    def __init__(self, first: int, last: int, head: int, owner_end: int, number: bool) -> None:
        self.first = first
        self.last = last
        self.head = head
        self.owner_end = owner_end
        self.number = number
        self.prep = -1
        self.before: Chunk | None = None
        self.clause: Clause


class Group(NamedTuple):
    """A verb group: tokens `first`..`last`, its `main` verb or auxiliary, and what stands around it."""

    first: int
    last: int
    main: int
    tag: str
    lemma: str
    be: bool
    helped: bool  # by an auxiliary
    modal: str
    negated: bool


def read_phrase(lower: list[str], tags: list[str], first: int, numbered: bool) -> tuple[Chunk | None, int]:
    """The noun phrase at `first` and where it ends; None for a predicate adjective.

    `numbered` says that a number right behind a name belongs to it ("the Boeing 737").
    """
    count = len(tags)
    k, head, owner_end, number = first, -1, -1, False
    while k < count:
        t = tags[k]
        if t in "NM":
            if (
                head >= 0
                and tags[head] == "M"
                and tags[k - 1] == "Q"
                and tags[first] != "Q"
                and tags[k - 2] != "-"
            ):
                break
            head = k
        elif t == "O":
            if k == first:
                head, k = k, k + 1
            break
        elif t == "'":
            if head < 0:
                break
            owner_end, head, number = k, -1, False
        elif k == first:
            number = t == "Q"
        elif not _goes_on(lower, tags, k, first, head, numbered):
            break
        elif t == "Q":
            number = number or head < 0
        elif t == "J" and k > first and tags[k - 1] == "-":
            head = k
        k += 1
    if head < 0:
        head = k - 1
        if tags[head] == "J" and not any(tags[i] in "DQ'" for i in range(first, head)):
            return None, k
    return Chunk(first, k, head, owner_end, number), k


def _goes_on(lower: list[str], tags: list[str], k: int, first: int, head: int, numbered: bool) -> bool:
    """Whether the phrase at `first` takes in token `k`, whose tag is no noun's."""
    t = tags[k]
    before = tags[k - 1] if k > first else ""
    after = tags[k + 1] if k + 1 < len(tags) else "."
    if t == "Q":
        named = before == "M" and (tags[first] == "Q" or (numbered and after not in "NJQM-"))
        return head < 0 or before == "-" or named
    if t == "D":
        return not before or (head < 0 and (before == "D" or lower[k - 1] == "half"))
    if t == "J":
        return (head < 0 or before == "-") and not (before == "Q" and lower[k] in ("last", "next"))
    if t == "-":
        return after in "NMJQ"
    if t == "R":
        return head < 0 and after in "JQ"
    if t == '"':
        return head < 0 and after in "NMJ"
    if t in "C,":  # "civil and military planes", "460 Kia and Hyundai cars"
        beyond = tags[k + 2] if k + 2 < len(tags) else "."
        names = before == after == "M" and beyond == "N" and tags[first] == "Q"
        return (before == after == "J" and beyond in "NJM" and head < 0) or names
    return False


def read_group(lower: list[str], tags: list[str], first: int) -> Group:
    """The verb group at `first`."""
    k, main, count = first, first, len(tags)
    modal, be, helped = "", False, False
    negated = first > 0 and tags[first - 1] == "X"
    while k < count:
        t = tags[k]
        if t in VERB_TAGS:
            if k == first or t != "B":
                main, helped = k, k > first
                k += 1
            break
        if t == "L":
            modal = CONTRACTED.get(lower[k], lower[k].removesuffix("n't"))
            main = k
        elif t == "A":
            be = lower[k].removesuffix("n't") in grammar().be
            main = k
        elif t == "X":
            negated = True
        elif t != "R":
            break
        negated = negated or lower[k].endswith(("n't", "cannot"))
        k += 1
    word = lower[main]
    bare = tags[main] == "B" or (modal and tags[main] == "V")  # "to lay off" is no form of "lie"
    lemma = word if bare else verb_lemma(word.removesuffix("n't")) or word
    return Group(first, main + 1, main, tags[main], lemma, be, helped, modal, negated)


def object_follows(lower: list[str], tags: list[str], k: int) -> bool:
    """Whether a noun phrase that can be an object, and no time, stands at `k`."""
    count = len(tags)
    while k < count and tags[k] in 'R"':
        k += 1
    if k >= count or tags[k] not in PHRASE_TAGS:
        return False
    return not (tags[k] in "NM" and noun_lemma(lower[k]) in lists().time)
