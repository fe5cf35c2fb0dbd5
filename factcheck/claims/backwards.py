"""Whether a value is told of an earlier time than its text, or as overtaken: "four years ago she had 16,050
votes", "450, and not 310 as first reported".

The phrase of an earlier time belongs to the value right before it ("64 percent four years ago"), else to
every value of the verb that it goes with.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from factcheck.claims.context import Context
from factcheck.claims.nouns import group
from factcheck.data import load
from factcheck.kinds.mention import Mention
from factcheck.kinds.titles.words import triggers
from factcheck.text.attach import Attachment
from factcheck.text.attachers import Attach
from factcheck.text.words import grammar

PAST: Final = frozenset(("was", "were", "turned", "became", "been"))  # "when he was 19"
EVENTS: Final = frozenset(("when", "until", "till", "after", "before", "since", "once", "while", "by"))
REACH: Final = 5  # tokens of a clause before its age
BESIDE: Final = 4  # words next to a value
MARKS: Final = frozenset((":", "(", "the", "an", "a"))


@cache
def _phrases() -> dict[str, list[list[str]]]:
    """First word -> the phrases that it begins."""
    found: dict[str, list[list[str]]] = {}
    for phrase in load("events")["back"]:
        words = phrase.split()
        found.setdefault(words[0], []).append(words)
    return found


@cache
def _former() -> frozenset[str]:
    return frozenset(load("events")["former"])


@cache
def _openers() -> frozenset[str]:
    return frozenset(load("events")["back_openers"])


def looks_back(mention: Mention, attachment: Attachment, context: Context, attach: Attach) -> bool:
    """Whether a value is of an earlier time than the one that its text tells of."""
    if mention.kind == "age" and _is_of_then(mention, context):
        return True
    if _is_from(mention, context) or (context.says("former") and _is_of_former(attachment, context)):
        return True
    if not context.says("back"):
        return False
    own = attachment.verb.index if attachment.verb is not None else -1
    for first, last in _found(context):
        beside = [value for value in context.mentions if value.last == first and value.last > value.first]
        if beside:
            if any(value.first == mention.first for value in beside):
                return True
            continue
        if first <= mention.first < last:
            continue
        verb = attach(context.tokens, first, last, context.names, measure=True, parsed=context.parsed).verb
        if verb is not None and verb.index == own:
            return True
        if (
            verb is None
            and "," not in context.tokens.lower[min(last, mention.first) : max(first, mention.last)]
        ):
            return True
    return False


def _is_from(mention: Mention, context: Context) -> bool:
    """Whether a value is what another one has come from: "fell to 4.05 billion FROM 4.18 BILLION"."""
    if context.tokens.lower[mention.first - 1 : mention.first] != ["from"]:
        return False
    return any(
        other.last == mention.first - 1 and other.kind == mention.kind and other is not mention
        for other in context.mentions
    )


def _is_of_former(attachment: Attachment, context: Context) -> bool:
    """Whether a value is said of what another thing has followed: "the old ferry", "its predecessor"."""
    phrase, lower = attachment.owner or attachment.subject, context.tokens.lower
    words = () if phrase is None else lower[phrase.first : phrase.head + 1]
    if _former().isdisjoint(words):
        return False
    return triggers().isdisjoint(words) and not any(
        group((word,)) for word in words
    )  # a former mayor lives on


def _is_of_then(mention: Mention, context: Context) -> bool:
    """Whether an age is that at some other event: "when she was 19", "was 25 when she left", "then 31"."""
    lower = context.tokens.lower
    before, behind = (
        lower[max(0, mention.first - REACH) : mention.first],
        lower[mention.last : mention.last + 3],
    )
    if before[-1:] == ["then"] or behind == ["at", "the", "time"]:
        return True
    if not PAST.intersection(before[-1:]):
        return False
    return behind[:1] == ["when"] or not EVENTS.isdisjoint(before)


def is_overtaken(mention: Mention, context: Context, growing: bool) -> bool:
    """Whether a text calls a value overtaken; `growing`: it is a running figure, whose
    earlier one is overtaken."""
    if context.covers("stale", mention):
        return True
    lower = context.tokens.lower
    before = [word for word in lower[max(0, mention.first - BESIDE) : mention.first] if word not in MARKS]
    behind = lower[mention.last : mention.last + BESIDE]
    keys = ("overtaken", "overtaken_growing") if growing else ("overtaken",)
    return any(_ends(before, key) for key in keys) or _begins(behind, "overtaken_behind")


def _ends(words: list[str], key: str) -> bool:
    return any(words[-len(phrase) :] == phrase for phrase in _beside(key))


def _begins(words: list[str], key: str) -> bool:
    return any(words[: len(phrase)] == phrase for phrase in _beside(key))


@cache
def _beside(key: str) -> list[list[str]]:
    return [phrase.split() for phrase in load("events")[key]]


def _found(context: Context) -> list[tuple[int, int]]:
    """Where the phrases stand, with the words that open them."""
    lower = context.tokens.lower
    found = []
    table = _phrases()
    for at, word in enumerate(lower):
        for phrase in table.get(word, ()):
            if lower[at : at + len(phrase)] != phrase:
                continue
            first = at
            while first and (
                lower[first - 1] in _openers()
                or lower[first - 1] in grammar().numbers
                or lower[first - 1].isdecimal()
            ):
                first -= 1
            found.append((first, at + len(phrase)))
    return found
