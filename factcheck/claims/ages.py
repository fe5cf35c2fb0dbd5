"""Whose age it is: "Ann Berg, 43," "43-year-old Ann Berg", "her 43-year-old sister, named Ann Berg"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from factcheck.claims.context import Context
from factcheck.claims.linking import linking
from factcheck.claims.subjects import Entity
from factcheck.kinds.mention import Mention
from factcheck.model import Interval
from factcheck.text.names import Name
from factcheck.text.words import VERBAL, readings, verb_lemma

NAMING: Final = frozenset(("identified", "named", "called", "as", "known", "is", "was", ",", "who"))
WHO_IS: Final = ([",", "who", "is"], [",", "who", "was"])
ENDING: Final = frozenset((",", ".", ";", ")", "and"))
BETWEEN: Final = frozenset((",", "(", "now", "aged", "then", "a", "an", "the", "who", "is", "was"))
OLDEST: Final = 110
YOUNGEST: Final = 13  # of whom "at" tells the age; smaller numbers are hours
LONGEST: Final = 3  # tokens between a name and an age
REACH: Final = 8  # tokens between "43-year-old" and the name that follows


def as_age(mention: Mention, context: Context) -> Mention:
    """The mention, as an age where "now" between commas makes it one ("Ann Berg, now 50, …"), or a clause on
    a person that holds nothing else ("Ann Berg, who is 50 and …")."""
    lower, first = context.tokens.lower, mention.first
    value = mention.value
    if mention.kind != "count" or mention.noun or not isinstance(value, Interval) or value.figure > OLDEST:
        return mention
    behind = lower[mention.last : mention.last + 1]
    if lower[max(0, first - 1) : first] == ["at"] and (not behind or behind[0] in ENDING):
        return _reached(mention, context)
    told = lower[max(0, first - 3) : first] in WHO_IS and (not behind or behind[0] in ENDING)
    now = lower[max(0, first - 2) : first] in ([",", "now"], [",", "then"]) and behind == [","]
    if not (told or now) or _before(mention, context) is None:
        return mention
    return replace(mention, kind="age", value=replace(value, unit="year"))


def _reached(mention: Mention, context: Context) -> Mention:
    """A whole number behind "at", as an age where the verb before it is of a life: "became a judge at 34"."""
    value = mention.value
    assert isinstance(value, Interval)
    before = context.tokens.lower[max(0, mention.first - REACH) : mention.first]
    young = value.figure != value.figure.to_integral_value() or value.figure < YOUNGEST
    if young or not any((verb_lemma(word) or "") in linking().living for word in before):
        return mention
    return replace(mention, kind="age", value=replace(value, unit="year"))


def holder(mention: Mention, context: Context) -> Entity | None:
    """The person whose age a mention is, when the sentence puts the name beside it."""
    return _before(mention, context) or _behind(mention, context)


def _before(mention: Mention, context: Context) -> Entity | None:
    """ "Ann Berg, 43", "Ann Berg (43)", "Ann Berg, now 43", "Ann Berg, a 43-year-old engineer"."""
    lower = context.tokens.lower
    for name in context.names:
        between = lower[name.last : mention.first]
        if (
            between
            and len(between) <= LONGEST
            and between[0] in (",", "(")
            and all(word in BETWEEN for word in between)
        ):
            return context.entities.at(context.sentence.index, name.first)
    return None


def _behind(mention: Mention, context: Context) -> Entity | None:
    """ "43-year-old Ann Berg", "a 43-year-old engineer, identified as Ann Berg"."""
    if "old" not in context.tokens.lower[mention.first : mention.last + 1]:
        return None
    for name in context.names:
        if mention.last <= name.first <= mention.last + REACH and _leads_to(mention.last, name, context):
            return context.entities.at(context.sentence.index, name.first)
    return None


def _leads_to(at: int, name: Name, context: Context) -> bool:
    """Whether only nouns, and at most a phrase of naming, stand before the name."""
    between = context.tokens.lower[at : name.first]
    if "," in between or any(VERBAL.intersection(readings(word)[:1]) for word in between):
        return (
            bool(between)
            and between[-1] in ("as", "named", "called")
            and all(word in NAMING or not VERBAL.intersection(readings(word)[:1]) for word in between)
        )
    return not any(word in (".", ";", ":", "and", "of", "in", "from", "with", "to") for word in between)
