"""The value of a fact in a ledger, read by the same readers as a sentence's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.claims.attributes import Attribute
from factcheck.claims.nouns import head
from factcheck.claims.statements import COUNTED, in_base
from factcheck.kinds import dates, numbers
from factcheck.kinds.mention import Mention
from factcheck.model import Period, Value
from factcheck.text.tokens import tokenise
from factcheck.units import Units


class Stated(NamedTuple):
    """A value with its kind and the columns that it is compared by."""

    kind: str
    value: Value
    canonical: Value
    dimension: str
    noun: str
    head: str
    scope: Mapping[str, str]
    attribute: Attribute | None


def state(
    value: str, noun: str, attribute: str, kind: str, entries: Sequence[Attribute], units: Units
) -> Stated | str:
    """The value as one of `kind` ("" for any) and of one of the properties `entries` (none: of any),
    or what is wrong with it."""
    plain = _mentions(value, units)
    if len(plain) > 1:
        return f"“{value}” holds more than one value"
    for phrase in _phrases(value, noun, attribute, entries):
        for mention in _mentions(phrase, units)[:1]:
            stated = _stated(mention, noun, units)
            fitting = next((entry for entry in entries if entry.takes(stated.kind, stated.dimension)), None)
            if kind in ("", stated.kind) and (fitting is not None or not entries):
                return _resolved(stated._replace(attribute=fitting))
    if not plain:
        return f"no number, measure or date can be read in “{value}”"
    return _misfit(value, _stated(plain[0], noun, units), attribute, kind, entries)


def _phrases(value: str, noun: str, attribute: str, entries: Sequence[Attribute]) -> Iterator[str]:
    """The value as written, then with the words that a table leaves out: "57" as an age, "31" as people."""
    bare = all(word[0].isdigit() for word in tokenise(value).words)
    figure, _, rest = value.partition(" ")
    if noun and rest.split(" ")[0] in ("a", "an", "per", "/"):
        yield f"{figure} {noun} {rest}"
    elif noun:
        yield f"{value} {noun}"
    elif bare and any("age" in entry.kinds for entry in entries):
        yield f"aged {value}"
    elif bare and any("date" in entry.kinds for entry in entries):
        yield f"in {value}"
    elif bare:
        yield f"{value} people" if any(entry.family for entry in entries) else f"{value} {attribute.lower()}"
    yield value


def _mentions(phrase: str, units: Units) -> list[Mention]:
    """The values in a phrase, left out what is no claim and what gives a value again in another unit."""
    tokens = tokenise(phrase)
    found = dates.read(tokens, None)
    taken = {at for mention in found for at in range(mention.first, mention.last)}
    found += numbers.read(tokens, taken, units)
    return [mention for mention in found if not mention.incidental and mention.restates is None]


def _stated(mention: Mention, noun: str, units: Units) -> Stated:
    counted = mention.noun or noun
    words = tuple(counted.lower().split())
    value, dimension = in_base(mention, words, units)
    lemma = head(words) if mention.kind in COUNTED else ""
    scope = mention.scope or {}
    return Stated(mention.kind, mention.value, value, dimension, counted, lemma, scope, None)


def _resolved(stated: Stated) -> Stated | str:
    if isinstance(stated.value, Period) and stated.value.unresolved:
        return "the date has no year of its own"
    return stated


def _misfit(value: str, stated: Stated, attribute: str, kind: str, entries: Sequence[Attribute]) -> str:
    what = f"a {stated.kind}" + (f" ({stated.dimension})" if stated.kind == "quantity" else "")
    if kind and kind != stated.kind:
        return f"“{value}” is {what}, not a {kind}"
    takes = sorted({one for entry in entries for one in (entry.dimensions or entry.kinds)})
    unit = f"; “{stated.noun}” is no unit that is known" if stated.kind == "count" and stated.noun else ""
    return f"“{value}” is {what}, and “{attribute}” takes {' or '.join(takes)}{unit}"
