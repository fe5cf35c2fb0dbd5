"""Shares: "12 of 48 members, or 25 percent", "25 percent (12 of 48)", "a third (33%)"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.claims.row import Row
from factcheck.compare.gates import Pair
from factcheck.compare.inside._text import Passage, Text, Words, exact, pair

LINKS = frozenset((("(",), (",", "or"), ("or",), ("—",), ("–",), (",",), ("—", "or"), ("(", "or")))
CLOSING = frozenset((")", ",", ";", ".", "—", "–"))
OF = frozenset(
    (
        ("of",),
        ("of", "the"),
        ("out", "of"),
        ("out", "of", "the"),
        ("of", "its"),
        ("of", "their"),
        ("of", "all"),
    )
)
OF_THEM = frozenset((("of", "whom"), ("of", "which"), ("of", "them")))


def find(text: Text) -> Iterator[Pair]:
    """A part, its whole and the percentage that stands beside them."""
    for passage in text.passages:
        if "percent" in passage.kinds:
            yield from _counted(passage)
            yield from _worded(passage)


def _counted(passage: Passage) -> Iterator[Pair]:
    rows = passage.rows
    for first, second, third in zip(rows, rows[1:], rows[2:], strict=False):
        if third.kind == "percent" and _is_share(third) and _tied(passage, second, third):
            if _of(passage, first, second):
                yield _pair(third, first, second)
            elif _whole_first(passage, first, second):
                yield _pair(third, second, first)
        elif first.kind == "percent" and _is_share(first) and _bracketed(passage, first, second, third):
            yield _pair(first, second, third)


def _worded(passage: Passage) -> Iterator[Pair]:
    """ "A third (33%)", "12 out of 48 (25%)": a ratio and the percentage that restates it."""
    for row in passage.rows:
        for claim in row.restated if row.kind == "percent" else ():
            other = replace(row, claim=claim, restated=())
            if _is_share(row) and _tied(passage, row, other):
                yield pair("share", other, (row,), "the text gives one share twice")


def _pair(share: Row, part: Row, whole: Row) -> Pair:
    return pair("share", share, (part, whole), "the text gives a part, its whole and the share")


def _is_share(row: Row) -> bool:
    return not row.claim.scope.get("change") and row.claim.modality in ("asserted", "possible")


def _tied(passage: Passage, count: Row, share: Row) -> bool:
    """Whether the percentage stands by itself beside the count: in a bracket, behind "or"."""
    gap, after = passage.between(count, share), passage.after(share)
    if gap[:2] in OF_THEM:
        gap = gap[2:]
    if gap not in LINKS:
        return False
    if "or" in gap and gap != ("or",):
        return True
    return not after or after[0] in CLOSING


def _bracketed(passage: Passage, share: Row, part: Row, whole: Row) -> bool:
    """ "25 percent (12 of 48)" """
    closed = passage.between(share, part) == ("(",) and passage.after(whole)[:1] == (")",)
    return closed and _of(passage, part, whole)


def _of(passage: Passage, part: Row, whole: Row) -> bool:
    """ "12 of 48", "12 of the 48 members" — the part's own words may take the whole in."""
    if not (_counts(part) and _counts(whole)):
        return False
    if whole.claim.span.start < part.claim.span.end:
        return whole.claim.span.end <= part.claim.span.end and " of " in part.claim.text
    return passage.between(part, whole) in OF


def _whole_first(passage: Passage, whole: Row, part: Row) -> bool:
    """ "of the 48 members, 12", "48 members, 12 of whom" """
    if not (_counts(part) and _counts(whole)) or passage.between(whole, part) != (",",):
        return False
    before: Words = passage.before(whole)
    return before[-1:] == ("of",) or before[-2:] == ("of", "the") or passage.after(part)[:2] in OF_THEM


def _counts(row: Row) -> bool:
    return row.kind == "count" and exact(row)
