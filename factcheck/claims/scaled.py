"""The unit of a bare number that its label, its column, its option or its own name tells.

"Revenue (£ million) | 648", "--timeout SECONDS: … (default 30)", "session_minutes = 20": what stands there is
read as it would be behind a one, so that the number is a sum, a measure or a length of time like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from factcheck.claims.coded import CUT, Coded, coded
from factcheck.claims.phrasing import degree
from factcheck.kinds import dates, numbers
from factcheck.kinds.mention import Mention
from factcheck.model import Interval
from factcheck.text.tokens import tokenise
from factcheck.text.words import REMEMBERED, is_plural
from factcheck.units import Units

# "Height (cm)", "Pause, ms", "Length in metres"
BRACKETS: Final = re.compile(r"\((?:in )?([^()]{1,30})\)|, (?:in )?(\w{1,12})$|\bin (\w{3,12})$")
SIGN: Final = re.compile(r"[^\w\s%°]+\s*|[A-Z]{3}\b\s*")
OPERAND: Final = re.compile(
    r"[`'\"]?[= ][`'\"<\[*]{0,2}([A-Z]{2,}|(?<=[<\[])[a-z]+)\b"
)  # "--timeout SECONDS"
GIVES: Final = re.compile(r"(?:[:=|]|\bdefaults?(?: is| to)?|\b(?:is|set)(?: set)?(?: to)?)[`'\"*\s(]*$")
BETWEEN: Final = re.compile(r"\D{0,160}$")
REACH: Final = 24  # characters in which a number is given
SHORT: Final = 2  # letters of a unit's symbol at the end of a name: "max_mb"
KINDS: Final = frozenset(("quantity", "money", "percent", "duration"))


def scale(mention: Mention, before: str, labels: tuple[str, ...], units: Units) -> None:
    """Gives a bare number the unit that its `labels` (of row and column) tell, or a name in what stands
    `before` it in its block."""
    value = mention.value
    if mention.kind != "count" or mention.noun or mention.incidental or not isinstance(value, Interval):
        return
    if not GIVES.search(before[-REACH:]):
        return
    one = next(filter(None, (_one(text, units) for text in _units(before, labels))), None)
    if one is None:
        return
    kind, unit, factor = one
    low, high = (None if end is None else end * factor for end in (value.low, value.high))
    mention.kind, mention.value = kind, replace(value, low=low, high=high, unit=unit)


def _units(before: str, labels: tuple[str, ...]) -> Iterator[str]:
    """The texts that may be a unit, the nearest first."""
    for label in labels:
        for match in BRACKETS.finditer(label):
            yield next(filter(None, match.groups()))
    found = coded(before)
    for each in found[-1:]:
        if not BETWEEN.match(before, each.end):
            continue
        if operand := OPERAND.match(before, each.end):
            yield operand[1] if operand[1][-1] == "B" else operand[1].lower()
        yield from _of_name(before, each)


def _of_name(text: str, name: Coded) -> Iterator[str]:
    """What a name in code ends with: "lifetime_MINUTES", no "max_min" and no "first_day"."""
    *before, last = CUT.split(text[name.start : name.end])
    if before and (len(last) <= SHORT or is_plural(last.lower())) and not degree((last.lower(),)):
        yield last.upper() if last[-1:] in "bB" else last.lower()  # "max_kb" is of bytes


@lru_cache(maxsize=REMEMBERED)
def _one(text: str, units: Units) -> tuple[str, str, int] | None:
    """Kind, unit and factor of a text behind a one, a currency's sign before it; None for no unit."""
    sign = SIGN.match(text)
    written = f"{sign[0].strip()}1 {text[sign.end() :]}" if sign else f"1 {text}"
    tokens = tokenise(written, 0, len(written))
    found = numbers.read(tokens, b"\0" * tokens.size, units) + dates.read(tokens, None, news=False)
    for each in found:
        value, whole = each.value, (each.first, each.last) == (0, tokens.size)
        if each.kind not in KINDS or not isinstance(value, Interval) or not whole:
            continue
        if value.unit is not None and value.low is not None and value.low == value.high:
            return each.kind, value.unit, int(value.low)
    return None
