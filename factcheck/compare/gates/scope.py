"""Are the two claims of one group, and in every stated respect of the same: per day, for one use?"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from factcheck.claims.company import WITHOUT
from factcheck.claims.linking import linking
from factcheck.claims.nouns import same_group
from factcheck.claims.row import Row
from factcheck.compare.items import SCOPE as PER
from factcheck.compare.pair import Reason
from factcheck.units import Units

EXACT = (PER, "change", "counted")  # parts of a scope that both claims must have, or neither
KNOWN = ("of", "for", "as", "within")  # … and those that differ only where both say one
TIMELESS = (*EXACT, *KNOWN)
KEYS = (*EXACT, "since", *KNOWN)
CALLED = {
    "change": "attribute",
    "since": "time",
    "within": "time",
}  # what a part of a scope is called to a reader


def group(a: Row, b: Row) -> Reason | None:
    """Whether one counts a part of the other, or both count other people."""
    if a.part != b.part:
        return "part-of-whole", "one counts a part of the other"
    of_one_group = a.family == b.family == "casualty" and a.group == b.group != ""  # the children of the dead
    if a.part and not of_one_group:
        said = a.company - {a.head, *a.attribute.split()}
        if said.isdisjoint(b.company - {b.head}):
            return "part-of-whole", "they count two parts"
    if a.group == b.group or a.claim.noun == b.claim.noun != "":
        return None  # of one noun, whatever the property calls them: "enrolled 40 children"
    if same_group(a.group, b.group):
        return None
    return "different-group", f"{a.group or a.head or 'people'} and {b.group or b.head or 'people'}"


def _general(scope: Mapping[str, str]) -> Mapping[str, str]:
    """What a manual tells: "within 30 days" is of no date there, but a length of time like any other."""
    return {key: said for key, said in scope.items() if (key, said) != (PER, "moment")}


def stated(a: Row, b: Row, keys: tuple[str, ...], lasting: bool = False) -> Reason | None:
    """The first of the named parts of a scope in which the phrases themselves differ; `lasting`: the words
    around two lengths of time tie them, "done in 35 minutes" and "needs 25 minutes"."""
    mine, other = a.claim.scope, b.claim.scope
    if mine == other:
        return None
    if lasting or (a.told and b.told):
        mine, other = _general(mine), _general(other)
    for key in keys:
        if _differ(key, mine, other) and (key not in KNOWN or (key in mine and key in other)):
            said = f"{mine.get(key) or 'none'} and {other.get(key) or 'none'}"
            return f"different-{CALLED.get(key, key)}", said
    return None


def aggregate(a: Row, b: Row) -> Reason | None:
    """Whether only one value is worked out of many, or an aim: the average price and the lowest one."""
    for one, other in ((a, b), (b, a)):
        words = linking().aggregates & one.company - other.words - other.company
        if words:
            return "different-condition", f"{min(words)} in one"
    return None


def typical(a: Row, b: Row) -> Reason | None:
    """Whether only one value is called the mean or the usual one of what the other one is of: "the mean
    speed", "the top speed"."""
    for one, other in ((a, b), (b, a)):
        if words := linking().typical & one.modifiers - other.words - other.modifiers:
            return "different-condition", f"{min(words)} in one"
    return None


def _differ(key: str, mine: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether a named part of two scopes differs: 72 hours are three days."""
    one, two = mine.get(key, ""), other.get(key, "")
    if one == two or key != "within" or not (one and two):
        return one != two
    figure, _, unit = one.partition(" ")
    same, _, to = two.partition(" ")
    try:
        return Units.default().convert(Decimal(figure), unit, to) != Decimal(same)
    except ValueError:  # a unit of the user's own is as long as itself alone
        return True


def without(a: Row, b: Row) -> Reason | None:
    """Whether one value is told without what the other one is told with ("780 g without bracket")."""
    for one, other in ((a, b), (b, a)):
        lacking = [word for word in one.company if word.startswith(WITHOUT)]
        for word in sorted(lacking):
            if word.removeprefix(WITHOUT) in other.company:
                return "different-condition", f"{word} in one"
    return None
