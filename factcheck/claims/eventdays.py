"""Which days of a sentence are not those of the event that it tells of.

A day may be the one on which somebody said it, the one that a record is measured from, or the day of what
comes after an event: its dead are found and buried, somebody is arrested, the toll rises.

"demanded an inquiry on Tuesday after shells killed 14", "the toll rose to 19 on Wednesday": the day is
another one than the event's, and of a figure of the event it says at most when it was known. What verb
and phrase a day belongs to says which it is; the words are data (`data/events.yaml`).
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from factcheck.claims.attributes import vocabulary
from factcheck.claims.row import Days
from factcheck.claims.spoken import stretch
from factcheck.data import load
from factcheck.kinds.mention import Mention
from factcheck.text.chunks import Chunk
from factcheck.text.tokens import Tokens
from factcheck.text.words import lists, noun_lemma, verb_lemma

if TYPE_CHECKING:
    from factcheck.claims.context import Context


OWNING: Final = (["'s"], ["’s"])
WEEK: Final = timedelta(days=7)
RECORDS: Final = frozenset(("worst", "most", "first", "best", "least"))
ENDS: Final = frozenset(("last", "latest", "final", "second", "third", "other"))
HELD: Final = frozenset(("record", "records", "high", "low", "peak", "mark", "best"))
RECORD_REACH: Final = 8  # tokens between a superlative and the date it looks back to
AFTER: Final = 2  # tokens behind a phrase with a number: "three more | bodies"
BEGINNINGS: Final = frozenset[str | None](
    ("begin", "start", "erupt", "break", "open", "take", "launch", "declare")
)
ASIDE: Final = 6  # tokens between a comma and a day that is told beside it
SINCE_REACH: Final = 8  # tokens behind "since" in which its verb stands
SAYING_REACH: Final = 4  # tokens between a verb of saying and the day of saying


class _Words(NamedTuple):
    """`acts`: verbs of what people do after an event; `counting`: verbs of figures that come to be known;
    `counted`: nouns of such figures;
    `nouns`: what follows an event; `weekly`: what has its day of the week."""

    acts: frozenset[str]
    counting: frozenset[str]
    counted: frozenset[str]
    nouns: frozenset[str]
    weekly: frozenset[str]


@cache
def _words() -> _Words:
    data = load("events")["later"]
    return _Words(*(frozenset(data[field]) for field in _Words._fields))


def is_later(day: Mention, context: Context) -> bool:
    """Whether a date is the day of what came after the event that its sentence tells of."""
    return is_of_count(day, context) or _describes(day, context) or _is_of_act(day, context)


def is_later_than(day: Mention, value: Mention, context: Context) -> bool:
    """The same as seen from a value: what it counts may be the act itself ("arrested 12 on Friday")."""
    if is_of_count(day, context) or _describes(day, context):
        return True
    if not _is_of_act(day, context):
        return False
    phrase, told = context.chunk(day.last - 1), context.chunk(value.first)
    if phrase is None or told is None or phrase.clause is not told.clause:
        return True
    return (phrase.clause.lemma,) not in vocabulary().verbs


def before(day: Mention) -> Days:
    """The days on which an event may have been that something came after on a day: the week up to it."""
    first, last = stretch(day)
    return (date.fromisoformat(first) - WEEK).isoformat(), last


def is_of_count(day: Mention, context: Context) -> bool:
    """Whether a date is the day on which a figure came to be known ("rose to 19 on Wednesday")."""
    phrase = context.chunk(day.last - 1)
    if phrase is None or not _is_head(day, phrase):
        return False
    clause = phrase.clause
    if clause.lemma not in _words().counting:
        return False
    lower = context.tokens.lower
    return any(
        not _words().counted.isdisjoint(map(noun_lemma, lower[each.first : each.last + AFTER]))
        for each in (clause.subject, clause.object)
        if each is not None
    )


def _is_head(day: Mention, phrase: Chunk) -> bool:
    """Whether a phrase is the date itself, and not something of that day ("Monday's funeral")."""
    return day.first <= phrase.head < day.last


def _describes(day: Mention, context: Context) -> bool:
    """Whether a date says which one of something that comes after an event, or again and again, is meant:
    "Monday's funeral", "the Sunday market", not "Monday's attack"."""
    phrase = context.chunk(day.last - 1)
    if phrase is None or _is_head(day, phrase):
        return False
    return noun_lemma(context.tokens.lower[phrase.head]) in _words().nouns | _words().weekly


def _is_of_act(day: Mention, context: Context) -> bool:
    """Whether a date is when people did what they do after an event ("demanded an inquiry on Tuesday")."""
    phrase = context.chunk(day.last - 1)
    if phrase is None or not _is_head(day, phrase):
        return False
    clause = phrase.clause
    if clause.lemma in _words().acts or clause.lemma in lists().saying:
        return True
    about = [each for each in (clause.subject, clause.object) if each is not None]
    return any(noun_lemma(context.tokens.lower[each.head]) in _words().nouns for each in about)


def is_of_saying(day: Mention, tokens: Tokens) -> bool:
    """Whether a date is the day on which somebody said it ("said on Sunday", not "said Sunday's blast")."""
    if tokens.lower[day.last : day.last + 1] in OWNING:
        return False
    for at in range(day.first - 1, max(-1, day.first - 1 - SAYING_REACH), -1):
        word = tokens.lower[at]
        if word in (",", ";", "."):
            return False
        if (verb_lemma(word) or "") in lists().saying:
            return True
    return False


def refers_back(day: Mention, tokens: Tokens) -> bool:
    """Whether a date is what an event is called by: "Saturday's blast", "Saturdays blast"."""
    called = tokens.lower[day.last - 1].endswith("days") or tokens.lower[day.last : day.last + 1] in OWNING
    return called and day.last < tokens.size


def is_since_beginning(tokens: Tokens) -> bool:
    """Whether a sentence counts over a whole story ("since the war broke out")."""
    lower = tokens.lower
    return any(
        word == "since" and not BEGINNINGS.isdisjoint(map(verb_lemma, lower[at + 1 : at + SINCE_REACH]))
        for at, word in enumerate(lower)
    )


def singles_out(words: list[str]) -> bool:
    """Whether some words go on to tell of one of several things ("…, the EARLIEST won in 2009")."""
    return any(
        mark == "," and article == "the" and (_is_superlative(word) or word in ENDS)
        for mark, article, word in zip(words, words[1:], words[2:], strict=False)
    )


def _is_superlative(word: str) -> bool:
    return word in RECORDS or (len(word) > 5 and word.endswith("est"))


def is_of_record(day: Mention, tokens: Tokens) -> bool:
    """Whether a date is what a record is measured from ("the deadliest since 2012")."""
    lower = tokens.lower
    if lower[day.first - 1 : day.first] == ["of"] and lower[day.first - 2] in HELD:
        return True  # "two degrees above the old record of 1998"
    return lower[day.first] in ("since", "in") and any(
        _is_superlative(word) for word in lower[max(0, day.first - RECORD_REACH) : day.first]
    )


def is_aside(day: Mention, value: int, tokens: Tokens) -> bool:
    """Whether a day before the value at a token is told of somebody between commas: "Lee, mayor SINCE 2012,
    lost by 132 votes"."""
    lower = tokens.lower
    closed = lower[day.last : day.last + 1] == [","] and day.last <= value
    return closed and "," in lower[max(0, day.first - ASIDE) : day.first]


def is_of_start(day: Mention, tokens: Tokens) -> bool:
    """Whether a date stands in what a figure has grown since ("killed 44 since it BEGAN ON MARCH 9")."""
    for at in range(day.first - 1, max(-1, day.first - 1 - RECORD_REACH), -1):
        if not tokens.lower[at][0].isalnum():
            return False
        if tokens.lower[at] == "since":
            return at < day.first - 1
    return False
