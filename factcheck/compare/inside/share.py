"""Shares: "12 of 48 members, or 25 percent", "25 percent (12 of 48)", "a third (33%)"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.claims.row import Row
from factcheck.compare.inside._parts import OF_THEM, phrases, shares, words
from factcheck.compare.inside._text import Passage, Text, Words, pair
from factcheck.compare.pair import Pair
from factcheck.model import Interval

MARKS = frozenset((",", "(", "—", "–"))
CLOSING = frozenset((")", ",", ";", ".", "—", "–"))
CLAUSE = 14  # words of the clause between a part and ", a share of"
BREAKS = frozenset((";", ":", "(", ")", "and", "but", "while", "whereas", "including"))


def find(text: Text) -> Iterator[Pair]:
    """A part, its whole and the percentage that stands beside them."""
    for passage in text.passages:
        if "percent" in passage.kinds:
            yield from _counted(text, passage)
            yield from _owned(passage)
            yield from _worded(passage)


def _counted(text: Text, passage: Passage) -> Iterator[Pair]:
    """ "12 of 48 members, or 25 percent," and "25 percent (12 of 48)" """
    percents = [row for row in passage.rows if row.kind == "percent" and _is_share(row)]
    for part, whole in shares(text, passage):
        last = max(part, whole, key=lambda row: row.claim.span.end if row.sentence == part.sentence else -1)
        share = next((row for row in percents if row.claim.span.start >= last.claim.span.end), None)
        if share is not None and (_tied(passage, last, share) or _told(passage, last, share)):
            yield _pair(share, part, whole)
            continue
        share = next((row for row in reversed(percents) if row.claim.span.end <= part.claim.span.start), None)
        if share is not None and _bracketed(passage, share, part, last):
            yield _pair(share, part, whole)


def _owned(passage: Passage) -> Iterator[Pair]:
    """ "12 members came, 25 percent of the 48 invited" """
    for at, share in enumerate(passage.rows[1:-1], 1):
        part, whole = passage.rows[at - 1], passage.rows[at + 1]
        if share.kind != "percent" or not _is_share(share) or not (_counts(part) and _counts(whole)):
            continue
        gap = passage.between(part, share)
        of = passage.between(share, whole)
        if not (of[:1] == ("of",) and len(of) <= 2 and gap[-1:] == (",",) and len(gap) <= CLAUSE):
            continue
        if not BREAKS & set(gap) and gap.count(",") == 1 and passage.after(whole)[:1] not in OF:
            yield _pair(share, part, whole)


OF = (("percent",), ("per",), ("%",))


def _worded(passage: Passage) -> Iterator[Pair]:
    """ "A third (33%)", "one in five pupils (20 percent)", "fewer than half of the farms (45 percent)" """
    for at, row in enumerate(passage.rows):
        if row.kind != "percent" or _by_digits(row) or not _is_share(row):
            continue
        restated = [replace(row, claim=claim, restated=()) for claim in row.restated]
        for other in [*restated, *passage.rows[at + 1 : at + 2]]:
            if (
                other.kind == "percent"
                and _is_share(other)
                and _by_digits(other)
                and _beside(passage, row, other)
            ):
                yield pair("share", other, (row,), "the text gives one share twice")
                break


def _by_digits(row: Row) -> bool:
    return any(letter.isdigit() for letter in row.claim.text) and " in " not in row.claim.text


def _beside(passage: Passage, row: Row, other: Row) -> bool:
    """Whether a percentage stands by itself behind a ratio and the noun that it is a ratio of."""
    gap, after = passage.between(row, other), passage.after(other)[:1]
    if gap[-1:] == ("(",):
        return after in ((")",), (",",)) and len(gap) <= 6 and not MARKS & set(gap[:-1])
    return _tied(passage, row, other)


def _pair(share: Row, part: Row, whole: Row) -> Pair:
    return pair("share", share, (part, whole), "the text gives a part, its whole and the share")


def _is_share(row: Row) -> bool:
    return not row.claim.scope.get("change") and row.claim.modality in ("asserted", "believed", "possible")


def _tied(passage: Passage, count: Row, share: Row) -> bool:
    """Whether the percentage stands by itself beside the count: in a bracket, behind "or"."""
    gap, after = passage.between(count, share), passage.after(share)
    if gap[:2] in OF_THEM:
        gap = gap[2:]
    if gap[-1:] == ("or",):
        return len(gap) == 1 or gap[:-1] in ((",",), ("(",), ("—",), ("–",))
    if len(gap) != 1 or gap[0] not in MARKS:
        return False
    return not after or after[0] in CLOSING


def _told(passage: Passage, count: Row, share: Row) -> bool:
    """ "12 of 48 members came, a share of 25 percent", "…, which is 25 percent of them" """
    gap: Words = passage.between(count, share)
    if len(gap) > CLAUSE or gap.count(",") != 1 or BREAKS & set(gap):
        return False
    tail = gap[gap.index(",") + 1 :]
    after = passage.after(share)
    if after[:1] == ("of",) and after[:2] not in OF_THEM:
        return False
    if tail in phrases("that_is"):
        return True
    return (
        len(tail) > 1
        and tail[-1] == "of"
        and tail[0] in ("a", "an")
        and bool(words("share_nouns") & set(tail))
    )


def _bracketed(passage: Passage, share: Row, part: Row, last: Row) -> bool:
    """ "25 percent (12 of 48)" """
    return passage.between(share, part) == ("(",) and passage.after(last)[:1] == (")",)


def _counts(row: Row) -> bool:
    """A plain count, hedged or not ("some 3,400 homes")."""
    value = row.claim.value
    return row.kind == "count" and isinstance(value, Interval) and value.bound in ("exact", "approx")
