"""Remainders: "of the 40 seats, 22 went to one party, 11 to another and the other seven to none"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims.row import Row
from factcheck.compare.inside._parts import belong, near, noun, numbers, words
from factcheck.compare.inside._text import Passage, Text, Words, exact, pair
from factcheck.compare.pair import Pair

THAT = frozenset(("that", "these", "those", "them", "this", "which", "whom"))
OWNER = 4  # words from "of" to the whole
APART = 14  # words between a whole and "of which"


def find(text: Text) -> Iterator[Pair]:
    """A whole and its parts, the last of which is called the rest."""
    for passage in text.passages:
        rows = numbers(passage)
        if len(rows) < 2 or words("rest").isdisjoint(passage.words):
            continue
        rest = [at for at, row in enumerate(rows) if _is_rest(passage.before(row))]
        if len(rest) != 1:
            continue
        whole, first = _whole(text, passage, rows)
        if whole is None:
            continue
        parts = [row for row in rows[first:] if _of(whole, row)]
        if len(parts) < 2 or parts[-1] is not rows[rest[0]] or not all(map(exact, parts)):
            continue
        between = {*passage.between(parts[0], parts[-1])}
        if words("not_parts") - words("rest") - THAT - {"while"} & between:
            continue
        if belong(whole, parts) and near(whole, parts):
            yield pair("sum", whole, parts, "the text gives a number, its parts and the rest")


def _is_rest(before: Words) -> bool:
    """ "the other seven", "the remaining $3 million" """
    return before[-1:] != () and before[-1] in words("rest") and "the" in before[-3:-1]


def _whole(text: Text, passage: Passage, rows: Sequence[Row]) -> tuple[Row | None, int]:
    """What is divided, and the place of its first part among the numbers of the sentence."""
    first = rows[0]
    before = passage.before(first)
    if before[:1] == ("of",) and len(before) > 1 and before[1] in THAT:
        return _earlier(text, passage, first), 0
    if before[:1] == ("of",) and len(before) <= OWNER:
        return (first if exact(first) else None), 1
    if len(rows) > 2 and rows[1].claim.span.start < first.claim.span.end:  # "seven of the 12 members"
        return (rows[1], 0) if " of " in first.claim.text else (None, 0)
    gap = passage.between(first, rows[1]) if len(rows) > 2 else ()
    if len(gap) <= APART and any(pair_ in (("of", "which"), ("of", "whom")) for pair_ in pairwise(gap)):
        return (first if exact(first) else None), 1
    return None, 0


def _earlier(text: Text, passage: Passage, like: Row) -> Row | None:
    """The one number of the sentence before that is of the same kind."""
    earlier = text.by_sentence.get(passage.sentence - 1)
    found = [row for row in numbers(earlier) if row.kind == like.kind] if earlier else []
    return found[0] if len(found) == 1 and exact(found[0]) else None


def _of(whole: Row, row: Row) -> bool:
    """Whether a number may count part of the whole: one without a noun of its own, or with the same."""
    if row is whole:
        return False
    return whole.kind != "count" or noun(row) in ("", noun(whole))
