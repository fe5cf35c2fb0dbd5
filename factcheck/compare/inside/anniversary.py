"""Anniversaries: "founded in 1950, it marks its 60th anniversary in 2010"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from factcheck.claims.row import Row
from factcheck.compare.inside._parts import words
from factcheck.compare.inside._text import Passage, Text, Words, exact, pair, stretch
from factcheck.compare.pair import Pair
from factcheck.data import load
from factcheck.model import Interval, Period

PRONOUNS = frozenset(("it", "they", "he", "she"))
OWN = frozenset(("its", "their", "his", "her"))
BEGINNINGS = frozenset(("founded", "opened", "born", "built"))


@cache
def _named() -> dict[str, Decimal]:
    """Anniversaries with a name of their own: "centenary" 100."""
    return {word: Decimal(years) for word, years in load("inside")["anniversaries"].items()}


def find(text: Text) -> Iterator[Pair]:
    """An anniversary with its year, and the year in which it all began, in one sentence or neighbours."""
    for passage in text.passages:
        if "date" not in passage.kinds:
            continue
        for row in _anniversaries(passage):
            begun = _begun(text, passage, row)
            then = _then(text, passage, begun) if begun is not None else None
            if begun is not None and then is not None:
                told = "the text gives an anniversary and the year it counts from"
                yield pair("anniversary", row, (replace(begun, days=((then, then),)),), told)


def _anniversaries(passage: Passage) -> Iterator[Row]:
    for row in passage.rows:
        if row.kind == "ordinal" and row.head in words("jubilees") and exact(row):
            yield row
    tokens = passage.tokens
    for at, word in enumerate(tokens.lower):
        if word in _named():
            years = Interval(_named()[word], _named()[word])
            like = passage.rows[0]
            claim = stretch(like.claim, passage.text, tokens.starts[at], tokens.ends[at], years, "ordinal")
            claim = replace(claim, attribute="", noun=word, scope={}, flags=())
            yield replace(
                like, claim=claim, kind="ordinal", attribute="", head=word, subject="", subject_head=""
            )


def _begun(text: Text, passage: Passage, row: Row) -> Row | None:
    """The one beginning that an anniversary may count from."""
    of = _of(passage.after(row))
    found = [
        other
        for other in text.near(passage, 1, 1)
        if _year(other)
        and other.claim.text[:4].lower() not in ("this", "last", "next")
        and (other.attribute in BEGINNINGS if not of else of in words("events"))
        and (other.sentence != row.sentence or other.attribute in BEGINNINGS)
        and (bool(of) or _one(passage, row, other))
    ]
    found = [other for other in found if other.sentence == row.sentence] or found
    return min(found, key=_year) if len({_year(other) for other in found}) == 1 else None


def _of(after: Words) -> str:
    """What an anniversary is of, "" where that is not said: "its 20th anniversary", "… of the sinking"."""
    if after[:1] != ("of",):
        return ""
    return after[2] if after[1:2] == ("the",) and len(after) > 2 else "other"


def _one(passage: Passage, row: Row, other: Row) -> bool:
    """Whether both may be about one thing."""
    if row.sentence == other.sentence or (row.subject and row.subject == other.subject):
        return True
    before = passage.before(row)
    last = [*other.subject.split()[-1:], other.subject_head.lower()]
    owner = before[-2:-1] if before[-1:] == ("'s",) else ()
    if owner:
        return owner[0] in last
    return bool(PRONOUNS & {row.subject_head, other.subject_head}) or bool(OWN & set(before[-1:]))


def _then(text: Text, passage: Passage, begun: Row) -> str | None:
    """The year of the anniversary: the other one in its sentence, else that of publication."""
    years = {_year(row) for row in passage.rows if row.kind == "date" and row.claim.span != begun.claim.span}
    if len(years) > 1 or "" in years:
        return None
    return next(iter(years), text.published[:4]) or None


def _year(row: Row) -> str:
    value = row.claim.value
    if (
        row.kind != "date"
        or not isinstance(value, Period)
        or value.bound != "exact"
        or value.approximate
        or value.unresolved
    ):
        return ""
    low, high = value.low or "", value.high or ""
    return low[:4] if low[:4] == high[:4] else ""
