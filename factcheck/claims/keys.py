"""The setting that a value is of, where the text has it as code: `max_upload_size`, `--timeout`, PORT=8080.

A data sheet's words may be put in many ways, an identifier in one: it stands in the value's row, label or
heading, or in its own sentence. What is told of it is its default or another limit, or what one may do with
it ("set it to 500 in production"), which is no value that two pages have to agree on.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from factcheck.claims.coded import Coded
from factcheck.claims.context import Context
from factcheck.claims.phrasing import degree, valued
from factcheck.claims.row import NO_KEY, Key
from factcheck.claims.sections import Place
from factcheck.claims.telling import BOUNDS
from factcheck.data import load
from factcheck.kinds.mention import Mention
from factcheck.model import Interval

BREAK: Final = re.compile(r"[;—–]|[.!?]\s|\s\|\s")
WORD: Final = re.compile(r"[^\W\d_]+")
# What stands between an identifier and its value …
GIVES: Final = re.compile(r"[`'\"*\s]*(?:=|:|\||(?:is|are)(?: set to| equal to)?)[`'\"*\s]*$")
ASSIGNS: Final = re.compile(r"[`'\"*\s]*=[`'\"*\s]*$")  # … where the line is all of it: "PORT=8080"
OPENS: Final = re.compile(r"[`'\"*•\s-]*$")
BESIDE: Final = re.compile(r"[:|=][`'\"*\s]*$")  # between a label and its value
PARTS: Final = frozenset("#_/.-@")  # marks that make a number a part of a longer name
DIGIT: Final = re.compile(r"\d")
KINDS: Final = frozenset(("count", "quantity", "duration", "percent", "money"))
ADVISED: Final = "recommended"
SET: Final = "set"  # what a line of a file or a command gives it, which need not be its default


@cache
def _advising() -> frozenset[str]:
    return frozenset(load("manuals")["advising"])


def key_of(mention: Mention, context: Context, place: Place, *, general: bool) -> Key:
    """The setting that a value is of; `general` tells that a sentence says what is so at any time."""
    if mention.kind not in KINDS:
        return NO_KEY
    text, inside = context.sentence.surface, context.coded
    if not inside and place.key is None:
        return NO_KEY
    first, last = mention.start - context.sentence.start, mention.end - context.sentence.start
    if _is_part(text, first, last) or any(each.start <= first < each.end for each in inside):
        return NO_KEY
    own = _own(text, inside, first, context)
    found = own or place.key
    if found is None:
        return NO_KEY
    said = _degree(mention, text, inside, first, last) or degree(place.column)
    if said or own is None:
        given = said or BESIDE.search(text, 0, first)
        advised = place.column and not said and not valued(place.column)
        return Key(found.name, found.parts, ADVISED if advised else said) if given else NO_KEY
    advised = not _advising().isdisjoint(WORD.findall(text[: min(first, own.start)].lower()))
    if not advised and _is_given(text, own, first, general=general):
        return Key(own.name, own.parts, SET if ASSIGNS.match(text[own.end : first]) else "")
    return NO_KEY if mention.incidental and own.end != first - 1 else Key(own.name, own.parts, ADVISED)


def _is_part(text: str, first: int, last: int) -> bool:
    """Whether a number is glued to more of a name ("#1820", "S3", "5.12.0", "3xx"), or is that of an issue
    ("(1820)"); settings have digits."""
    before, behind = text[max(0, first - 1) : first], text[last : last + 2]
    glued = before.isalnum() or before in PARTS or behind[:1].isalnum()
    issue = before == "(" and behind[:1] in (")", ",")
    return (
        glued
        or issue
        or (behind[:1] in PARTS and behind[1:].isalnum())
        or not DIGIT.search(text, first, last)
    )


def _is_given(text: str, own: Coded, first: int, *, general: bool) -> bool:
    """Whether a sentence says outright that a setting has a value: "PORT=8080", "`max_jobs` is 4", "it stops
    after 30 s (see `--timeout`)"."""
    if own.start > first:
        return general
    between = text[own.end : first]
    return bool(GIVES.match(between)) and (not ASSIGNS.match(between) or bool(OPENS.match(text[: own.start])))


def _own(text: str, inside: list[Coded], first: int, context: Context) -> Coded | None:
    """The identifier that a sentence says a value of: the last one before it in its clause, or else the only
    one of a sentence with one value."""
    before = [each for each in inside if each.end <= first]
    if before and not BREAK.search(text, before[-1].end, first):
        start = context.sentence.start
        between = any(before[-1].end <= other.start - start < first for other in context.mentions)
        return None if between else before[-1]
    alone = len(context.mentions) == 1 and len({each.name for each in inside}) == 1
    return inside[0] if alone and not before else None


def _degree(mention: Mention, text: str, inside: list[Coded], first: int, last: int) -> str:
    """Which of its values it is, by the bound and the words around but for the identifiers themselves."""
    bound = mention.value.bound if isinstance(mention.value, Interval) else ""
    plain = list(text)
    for each in inside:
        plain[each.start : each.end] = "_" * (each.end - each.start)
    shown = "".join(plain)
    begin = max((match.end() for match in BREAK.finditer(shown, 0, first)), default=0)
    end = next((match.start() for match in BREAK.finditer(shown, last)), len(shown))
    before, behind = (WORD.findall(part.lower()) for part in (shown[begin:first], shown[last:end]))
    told = BOUNDS.get(bound) or degree(reversed(before)) or degree(behind)
    return told or ("default" if _holds_unset([*before, *behind]) else "")


def _holds_unset(words: list[str]) -> bool:
    """Whether a value holds where none is set: "8 if it is not set", "3 is used when it is missing"."""
    absent = load("manuals")["absent"]
    joined = " ".join(words)
    return any(f" {each} " in f" {joined} " for each in absent)
