"""Whether a claim states a fact of a ledger, and if not, the first thing that differs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from factcheck.claims.ledger import EVENT, Fact
from factcheck.claims.nouns import same_group
from factcheck.claims.profile import Profile
from factcheck.claims.row import Row
from factcheck.compare.gates import of_event
from factcheck.compare.pair import Reason

UNSAID = {"age": "age"}  # properties that a value of a kind needs not name: "Ann Berg, 57, …"
DATED = ("money", "percent", "count")  # kinds of value that are true of a day, not for good


def objection(row: Row, fact: Fact, profiles: list[Profile]) -> Reason | None:
    """The first reason why a claim does not state the fact, or None."""
    if row.vague:
        return "vague", f"{row.claim.text} has no figure"
    if fact.row.family == EVENT:
        return of_event(row, fact.row, profiles)
    if row.claim.modality != "asserted":
        return "different-modality", f"the text's value is {row.claim.modality}"
    if (found := _property(row, fact)) is not None:
        return found
    if row.part or not same_group(row.group, fact.row.group):
        detail = f"{row.group or 'everybody'} and {fact.row.group or 'everybody'}"
        return ("part-of-whole", "the text counts a part") if row.part else ("different-group", detail)
    for key in ("per", "change", "of") if row.kind == "count" else ("change",):
        mine, other = row.claim.scope.get(key, ""), fact.row.claim.scope.get(key, "")
        if mine != other:
            return "different-scope", f"{key}: {mine or 'none'} and {other or 'none'}"
    return _time(row, fact)


def _property(row: Row, fact: Fact) -> Reason | None:
    """Whether a claim names the property of the fact: by one word of the vocabulary, by the thing
    counted, or by the fact's own words."""
    if fact.row.attribute and fact.row.attribute == (row.attribute or UNSAID.get(row.kind, "")):
        return None
    said = row.attribute or row.head or "nothing"
    differ = "different-attribute", f"{said} and {fact.row.claim.attribute}"
    if row.kind == "date" and row.attribute and fact.row.attribute:
        return differ
    if row.kind in ("count", "ordinal") and fact.row.head:
        same = row.head == fact.row.head
        return None if same else ("different-noun", f"{row.head or 'nothing'} and {fact.row.head}")
    # "100 requests per minute" says itself what it counts
    counted = " / " in row.dimension and not fact.row.attribute
    return None if counted or fact.attribute <= row.words | {row.head, row.subject_head} else differ


def _time(row: Row, fact: Fact) -> Reason | None:
    """A figure that the text gives for other days than the fact's is not the fact's."""
    days = row.days if row.kind in DATED else ()
    if fact.as_of and days and not any(first <= fact.as_of <= last for first, last in days):
        return "different-time", f"{days[0][0]} and {fact.as_of}"
    return None


def overtaken(facts: Sequence[Fact]) -> frozenset[int]:
    """Facts of which the ledger has a later one."""
    latest: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, fact in enumerate(facts):
        row = fact.row
        latest[row.subject, row.kind, row.dimension, row.attribute, row.head, fact.attribute].append(number)
    ordered = (sorted(numbers, key=lambda number: facts[number].as_of) for numbers in latest.values())
    return frozenset(number for numbers in ordered for number in numbers[:-1])
