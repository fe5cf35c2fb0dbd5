"""Sums: "12 people: seven women and five men", "15 men, 10 women and 5 children, 30 in all"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from factcheck.claims.nouns import group, head
from factcheck.claims.row import Row
from factcheck.compare.gates import Pair
from factcheck.compare.inside._text import Passage, Text, Words, exact, pair
from factcheck.data import load
from factcheck.model import Interval

SUMMED = frozenset(("count", "money", "quantity", "age"))  # "10 from Ardin" may look like an age
OPENING = frozenset((":", "—", "–", "("))
COMMAS = frozenset((",", ";", "and", "&"))
ENDS = frozenset((".", ";", ")", "—", "–"))
EVERYBODY = "people"
HEADLINE = 10  # words between a number and the colon behind it
QUALIFIER = 6  # words that say where a part is from
SIDE_ENDS = ("from", "in", "of", "for", "by", "at", "with", "to", "against", "on")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("inside")[key])


@cache
def _phrases(key: str) -> tuple[Words, ...]:
    return tuple(tuple(phrase.split()) for phrase in load("inside")[key])


def find(text: Text) -> Iterator[Pair]:
    """A whole and all its parts, in one sentence."""
    for passage in text.passages:
        if len(passage.rows) > 2 and passage.kinds & SUMMED:
            yield from _parts_behind(passage)
            yield from _parts_before(passage)
            yield from _disjoint(passage)


def _parts_behind(passage: Passage) -> Iterator[Pair]:
    """ "12 people were killed: seven women and five men." """
    rows = passage.rows
    for at, whole in enumerate(rows[:-2]):
        gap = passage.between(whole, rows[at + 1])
        if not _is_whole(whole) or not gap or not _opens(whole, rows[at + 1], gap):
            continue
        parts = _chain(passage, rows[at + 1 :])
        if (
            len(parts) < 2
            or not _belong(whole, parts)
            or _words("not_parts") & {*gap, *passage.between(parts[0], parts[-1])}
        ):
            continue
        bracketed = gap[-1] == "("
        if _closed(passage.after(parts[-1]), bracketed) and _told_apart(passage, whole, parts):
            yield pair("sum", whole, parts, "the text gives a number and its parts")


def _parts_before(passage: Passage) -> Iterator[Pair]:
    """ "15 men, 10 women and 5 children, 30 in all" """
    rows = passage.rows
    for at, whole in enumerate(rows):
        if at < 2 or not _is_number(whole):
            continue
        gap = passage.between(rows[at - 1], whole)
        after = passage.after(whole)
        told = any(after[: len(phrase)] == phrase for phrase in _phrases("in_all")) and gap in (
            (",",),
            ("—",),
            ("–",),
            ("(",),
            (";",),
        )
        if not told and not any(gap[-len(phrase) :] == phrase for phrase in _phrases("makes")):
            continue
        parts = _chain(passage, rows[:at], backwards=True)
        if (
            len(parts) < 2
            or not _belong(whole, parts)
            or _words("not_parts") & {*passage.between(parts[0], parts[-1])}
        ):
            continue
        yield pair("sum", whole, parts, "the text gives parts and their sum")


def _disjoint(passage: Passage) -> Iterator[Pair]:
    """ "12 people, including seven women and four men": groups that share nobody, told as parts."""
    rows = passage.rows
    for at, whole in enumerate(rows[:-2]):
        if (
            not _is_whole(whole)
            or _group(whole) != EVERYBODY
            or "including" not in passage.between(whole, rows[at + 1])[-2:]
        ):
            continue
        parts = _chain(passage, rows[at + 1 :])
        groups = [_group(row) for row in parts]
        if (
            len(parts) > 1
            and len(set(groups)) == len(groups)
            and any(set(groups) <= set(line) for line in load("inside")["disjoint"])
        ):
            yield pair("parts", whole, parts, "the text gives a number and groups in it that share nobody")


def _is_whole(row: Row) -> bool:
    return _is_number(row) and not row.part


def _is_number(row: Row) -> bool:
    return row.kind in ("count", "money", "quantity") and exact(row)


def _chain(passage: Passage, rows: Sequence[Row], backwards: bool = False) -> list[Row]:
    """The numbers that follow each other in one list."""
    ordered = list(reversed(rows)) if backwards else list(rows)
    found: list[Row] = []
    for row in ordered:
        if not exact(row) or not (row.kind != "age" or row.claim.text.isdecimal()):
            break
        if found:
            left, right = (row, found[-1]) if backwards else (found[-1], row)
            if not _listed(passage.between(left, right)):
                break
        found.append(row)
    return found[::-1] if backwards else found


def _listed(gap: Words) -> bool:
    """Whether nothing but a comma or "and" stands between two parts, or where the first one is from."""
    end = len(gap)
    while end and gap[end - 1] in COMMAS:
        end -= 1
    return end < len(gap) and _qualifies(gap[:end])


def _qualifies(words: Words) -> bool:
    return not words or (len(words) <= QUALIFIER and words[0] in SIDE_ENDS and not COMMAS & set(words))


def _told_apart(passage: Passage, whole: Row, parts: Sequence[Row]) -> bool:
    """Whether the list is meant to be full: things with names, one kind of place, three parts or a total."""
    if len(parts) > 2 or "total" in passage.before(whole) or _bare(passage, parts):
        return True
    return len({passage.after(row)[:1] for row in parts}) == 1 and passage.after(parts[0])[:1][0] in SIDE_ENDS


def _bare(passage: Passage, parts: Sequence[Row]) -> bool:
    return all(_noun(row) and set(passage.between(row, other)) <= COMMAS for row, other in pairwise(parts))


def _closed(after: Words, bracketed: bool) -> bool:
    """Whether the list ends where the sentence or its bracket does."""
    if bracketed:
        return ")" in after[: QUALIFIER + 1] and _qualifies(after[: after.index(")")])
    end = next((at for at, word in enumerate(after) if word in ENDS), len(after))
    return _qualifies(after[:end])


def _opens(whole: Row, part: Row, gap: Words) -> bool:
    """Whether a list of parts begins behind `gap`: a colon, a dash, a bracket; a comma between people."""
    if gap[-1] in OPENING:
        return (
            bool(_noun(whole) or whole.kind != "count")
            and len(gap) <= HEADLINE
            and not {";", ":", "("} & set(gap[:-1])
        )
    people = _noun(whole) == EVERYBODY and _group(part) not in ("", EVERYBODY)
    return gap == (",",) and people


def _belong(whole: Row, parts: Sequence[Row]) -> bool:
    """Whether all parts may be of the whole: one unit, people among people."""
    if whole.kind != "count":
        return all(
            row.kind == whole.kind and row.dimension == whole.dimension and _unit(row) == _unit(whole)
            for row in parts
        )
    if any(row.kind not in ("count", "age") for row in parts):
        return False
    if _group(whole):
        return all(_group(row) or _noun(row) in ("", _noun(whole)) for row in parts) and not _same(
            whole, parts
        )
    return True


def _same(whole: Row, parts: Sequence[Row]) -> bool:
    """Whether whole and parts are of one narrow group: "four men: two men"."""
    one = _group(whole)
    return one not in ("", EVERYBODY) and any(_group(row) not in ("", one) for row in parts)


def _noun(row: Row) -> str:
    """The lemma of what is counted, whatever property its sentence makes of it; the unit of a measure."""
    value = row.claim.canonical
    unit = (value.unit or "") if isinstance(value, Interval) else ""
    if unit or row.kind != "count":
        return unit
    return head(tuple((_unit(row) or "").lower().split()))  # "employs 340 people": people all the same


def _group(row: Row) -> str:
    """The group of people that are counted."""
    return group((_unit(row) or "").lower().split()) if row.kind == "count" else ""


def _unit(row: Row) -> str | None:
    assert isinstance(row.claim.value, Interval)
    return row.claim.value.unit
