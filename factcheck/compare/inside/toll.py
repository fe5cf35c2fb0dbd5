"""Tolls and the like, told twice in one text: headline and lead, "the 16 people killed in the crash", one
source with two figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from factcheck.claims.row import Row
from factcheck.compare.inside._parts import words
from factcheck.compare.inside._text import Passage, Text, pair
from factcheck.compare.pair import Pair
from factcheck.model import Interval

BOUNDS = ("exact", "at_least", "approx")
LEAD = 3  # sentences in which a text tells what its headline says


def find(text: Text) -> Iterator[Pair]:
    """Two totals of one kind in a text that gives no third one, of one event by its words."""
    blocks: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in text.rows:
        if row.kind == "count" and row.family and isinstance(row.claim.value, Interval):
            blocks[row.attribute, row.claim.scope.get("group", "")].append(row)
    for (attribute, _), rows in blocks.items():
        totals = [row for row in rows if _is_total(text.by_sentence[row.sentence], row)]
        figures = {row.claim.value.figure for row in totals if isinstance(row.claim.value, Interval)}
        if len(figures) != 2 or len(totals) != len(rows):
            continue
        first = totals[0]
        second = next(row for row in totals if _figure(row) != _figure(first))
        why = _why(text, first, second)
        if why and _one_time(first, second):
            yield pair("twice", first, (second,), f"{why}: {attribute}")


def _figure(row: Row) -> object:
    assert isinstance(row.claim.value, Interval)
    return row.claim.value.figure


def _is_total(passage: Passage, row: Row) -> bool:
    """Whether a count is of all: no part, no further ones, none of another day."""
    value = row.claim.value
    plain = isinstance(value, Interval) and value.bound in BOUNDS and value.figure > 1
    told = row.claim.text.lower().split()
    over = row.part or row.aside or row.stale or row.running or row.claim.modality != "asserted"
    return plain and not over and not words("further") & {*told, *passage.before(row)[-2:]}


def _why(text: Text, first: Row, second: Row) -> str:
    """What says that both are the toll of one event; "" where nothing does."""
    if first.sentence == second.sentence:
        return ""
    if first.speaker and first.speaker == second.speaker and _summed(text, second):
        return "one source gives two figures of one thing"
    after = text.by_sentence[second.sentence]
    before = after.before(second)
    said = after.after(second)
    if before[-1:] == ("the",) and words("toll_verbs") & set(said[:2]) and _of_the_event(said):
        return "the text speaks of the same event"
    if text.is_headline(first.claim.span.start) and second.sentence - first.sentence <= LEAD:
        return "headline and text tell of one event"
    return ""


def _summed(text: Text, row: Row) -> bool:
    return bool(words("overall") & set(text.by_sentence[row.sentence].words))


def _of_the_event(said: tuple[str, ...]) -> bool:
    """ "killed in the crash", "who died in the fire" """
    near = said[:6]
    return any(one in ("in", "by", "on") and two == "the" for one, two in pairwise(near))


def _one_time(a: Row, b: Row) -> bool:
    """Whether nothing sets the two apart in time or place."""
    apart = a.days and b.days and a.days != b.days
    elsewhere = a.places and b.places and not a.places & b.places
    return not apart and not elsewhere
