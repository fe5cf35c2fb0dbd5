"""Numbers that can be parts of one whole, and what they are parts of: for the checks of sums and shares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.claims.nouns import group, head
from factcheck.claims.row import Row
from factcheck.compare.inside._text import Passage, Text, Words, exact
from factcheck.data import load
from factcheck.model import Interval

SUMMED = frozenset(("count", "money", "quantity", "age"))  # "10 from Ardin" may look like an age
EVERYBODY = "people"
FARTHEST = 2  # times: what differs by more from its parts is no sum of them


@cache
def words(key: str) -> frozenset[str]:
    """A list of inside.yaml."""
    return frozenset(load("inside")[key])


@cache
def phrases(key: str) -> tuple[Words, ...]:
    """A list of inside.yaml with entries of several words."""
    return tuple(tuple(phrase.split()) for phrase in load("inside")[key])


def numbers(passage: Passage) -> list[Row]:
    """The values of a sentence that could be added up, each place once."""
    found: list[Row] = []
    for row in passage.rows:
        if row.kind not in SUMMED or not isinstance(row.claim.value, Interval) or row.claim.scope.get("per"):
            continue
        if row.kind != "age" or row.claim.text.isdecimal():
            found.append(row)
    return found


def is_whole(row: Row) -> bool:
    """Whether a value may be the sum of others: one plain number that is no part itself."""
    return row.kind in ("count", "money", "quantity") and exact(row) and not row.part


def belong(whole: Row, parts: Sequence[Row]) -> bool:
    """Whether all parts may be of the whole: one unit, people among people."""
    if whole.kind != "count":
        return all(
            row.kind == whole.kind and row.dimension == whole.dimension and unit(row) == unit(whole)
            for row in parts
        )
    if any(row.kind not in ("count", "age") for row in parts):
        return False
    if group_of(whole):
        return all(group_of(row) or noun(row) in ("", noun(whole)) for row in parts) and not _same(
            whole, parts
        )
    return True


def near(whole: Row, parts: Sequence[Row]) -> bool:
    """Whether the parts together are about as much as the whole, so that a slip explains the rest."""
    total = sum(figure(row) for row in parts)
    return figure(whole) <= FARTHEST * total and total <= FARTHEST * figure(whole)


def figure(row: Row) -> float:
    """The number that was written, for a rough comparison."""
    assert isinstance(row.claim.value, Interval)
    return float(row.claim.value.figure)


def noun(row: Row) -> str:
    """The lemma of what is counted, whatever property its sentence makes of it; the unit of a measure."""
    value = row.claim.canonical
    named = (value.unit or "") if isinstance(value, Interval) else ""
    if named or row.kind != "count":
        return named
    return head(tuple((unit(row) or "").lower().split()))  # "employs 340 people": people all the same


def group_of(row: Row) -> str:
    """The group of people that are counted."""
    return group((unit(row) or "").lower().split()) if row.kind == "count" else ""


def unit(row: Row) -> str | None:
    """What the number is followed by."""
    assert isinstance(row.claim.value, Interval)
    return row.claim.value.unit


def _same(whole: Row, parts: Sequence[Row]) -> bool:
    """Whether whole and parts are of one narrow group: "four men: two men"."""
    one = group_of(whole)
    return one not in ("", EVERYBODY) and any(group_of(row) not in ("", one) for row in parts)


# ------------------------------------------------------------ a part and its whole


def shares(text: Text, passage: Passage) -> Iterator[tuple[Row, Row]]:
    """(part, whole): "12 of the 48 members", "of the 48 members, 12", "48 members …, 12 of whom", and
    "12 of them" behind a sentence that counts one kind of thing."""
    counts = [row for row in passage.rows if row.kind == "count" and exact(row)]
    for at, part in enumerate(counts):
        whole = _inner(passage, part, counts[at + 1 : at + 2]) or _outer(text, passage, part, counts[:at])
        if whole is not None and 0 < figure(part) <= figure(whole):
            yield part, whole


def _inner(passage: Passage, part: Row, behind: Sequence[Row]) -> Row | None:
    """ "12 of the 48 members": the part's own words may take the whole in."""
    for whole in behind:
        if whole.claim.span.start < part.claim.span.end:
            inside = whole.claim.span.end <= part.claim.span.end and " of " in part.claim.text
            return whole if inside else None
        gap = passage.between(part, whole)
        gap = gap[1:] if gap[:1] == ("out",) else gap
        if gap[:1] == ("of",) and len(gap) <= OWNER and not MARKS & set(gap):
            return whole
    return None


def _outer(text: Text, passage: Passage, part: Row, before: Sequence[Row]) -> Row | None:
    after, opening = passage.after(part)[:2], passage.before(part)
    if after in OF_THEM:
        if before:
            return before[-1] if len(passage.between(before[-1], part)) <= APART else None
        earlier = text.by_sentence.get(passage.sentence - 1)
        wholes = [row for row in earlier.rows if row.kind == "count"] if earlier else []
        return wholes[0] if len(wholes) == 1 and exact(wholes[0]) and len(opening) <= 1 else None
    if len(before) != 1 or opening[-1:] != (",",):
        return None
    (whole,) = before
    led = passage.before(whole)
    return (
        whole
        if led[:1] == ("of",) and len(led) <= OWNER and len(passage.between(whole, part)) <= APART
        else None
    )


OWNER = 4  # words from "of" to the whole: "of the city's 90 lifts"
APART = 14  # words between a whole and its part
MARKS = frozenset((",", ";", ":", "(", ")", "—", "–", "and"))
OF_THEM = frozenset((("of", "whom"), ("of", "which"), ("of", "them"), ("of", "these"), ("of", "those")))
