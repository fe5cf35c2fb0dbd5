"""Sums: "12 people: seven women and five men", "15 men, 10 women and 5 children, 30 in all"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.claims.row import Row
from factcheck.compare.inside._parts import (
    EVERYBODY,
    belong,
    group_of,
    is_whole,
    near,
    noun,
    numbers,
    phrases,
    unit,
    words,
)
from factcheck.compare.inside._text import Passage, Text, Words, exact, pair
from factcheck.compare.pair import Pair
from factcheck.data import load

CLOSING = {"(": ")", "—": "—", "–": "–", ":": ""}
COMMAS = frozenset((",", ";", "and", "&"))
ENDS = frozenset((".", "!", "?"))
HEADLINE = 12  # words between a number and the colon behind it
LONGEST = 14  # words of one part
SIDE_ENDS = ("from", "in", "of", "for", "by", "at", "with", "to", "against", "on")


class Segment(NamedTuple):
    """A stretch between two commas: its words, the numbers in it, and whether one of them opens it."""

    words: Words
    rows: tuple[Row, ...]
    opens: bool


def find(text: Text) -> Iterator[Pair]:
    """A whole and all its parts, in one sentence."""
    for passage in text.passages:
        if len(passage.rows) < 3:
            continue
        rows = numbers(passage)
        if len(rows) > 2:
            yield from _parts_behind(passage, rows)
            yield from _parts_before(passage, rows)
            yield from _disjoint(passage, rows)


def _parts_behind(passage: Passage, rows: Sequence[Row]) -> Iterator[Pair]:
    """ "12 people were killed: seven women and five men." """
    for mark, first, last in _openings(passage):
        before = [row for row in rows if row.claim.span.end <= first]
        parts = [row for row in rows if first <= row.claim.span.start < last]
        if len(parts) < 2 or not before or not all(map(exact, parts)):
            continue
        segments = _segments(passage, first, last, parts)
        if not _full(segments) or not _told_apart(passage, before[-1], segments):
            continue
        whole = _whole(passage, before, parts, first, mark)
        if whole is not None:
            yield pair("sum", whole, parts, "the text gives a number and its parts")
            return


def _openings(passage: Passage) -> Iterator[tuple[str, int, int]]:
    """(mark, first and last offset) of each stretch that may be a list: behind a colon, between dashes, in
    brackets; behind a comma between people ("12 people, seven women and five men, …")."""
    tokens = passage.tokens
    ends = tokens.size - (tokens.words[-1] in ENDS)
    for at, word in enumerate(tokens.words[: ends - 1]):
        if word == ",":
            yield word, tokens.ends[at], _last_named(passage, at + 1, ends)
        elif word in CLOSING:
            stop = next((i for i in range(at + 1, ends) if tokens.words[i] == CLOSING[word]), ends)
            yield word, tokens.ends[at], tokens.ends[stop - 1]


def _last_named(passage: Passage, at: int, ends: int) -> int:
    """Where a list of groups that begins at token `at` ends: the comma behind its "and"."""
    lower = passage.tokens.lower
    seen = next((i for i in range(at, ends) if lower[i] == "and"), ends)
    stop = next((i for i in range(seen, ends) if lower[i] == ","), ends)
    return passage.tokens.ends[stop - 1]


def _whole(
    passage: Passage, before: Sequence[Row], parts: Sequence[Row], first: int, mark: str
) -> Row | None:
    """What the list is a list of: the nearest number before it that the parts may be of."""
    if mark == ",":
        whole = before[-1]
        people = noun(whole) == EVERYBODY and all(group_of(row) not in ("", EVERYBODY) for row in parts)
        beside = passage.slice(whole.claim.span.end, first) == (",",)
        return whole if people and beside and is_whole(whole) and near(whole, parts) else None
    for whole in reversed(before):
        gap = passage.slice(whole.claim.span.end, first)
        if len(gap) > HEADLINE or {";", ":", "("} & set(gap[:-1]):
            return None
        named = noun(whole) or unit(whole) or whole.kind != "count"
        if is_whole(whole) and named and belong(whole, parts) and near(whole, parts):
            return None if words("not_parts") & set(gap) else whole
    return None


def _segments(passage: Passage, first: int, last: int, parts: Sequence[Row]) -> list[Segment]:
    """The stretches of a list between its commas, but for asides ("most of them police officers")."""
    tokens = passage.tokens
    places = [i for i in range(tokens.size) if first <= tokens.starts[i] < last]
    found: list[Segment] = []
    current: list[int] = []
    for i in [*places, -1]:
        if i >= 0 and tokens.lower[i] not in COMMAS:
            current.append(i)
        elif current:
            found.append(_segment(passage, current, parts))
            current = []
    return [segment for segment in found if segment.words[:2] not in phrases("asides")]


def _segment(passage: Passage, places: Sequence[int], parts: Sequence[Row]) -> Segment:
    tokens = passage.tokens
    start, end = tokens.starts[places[0]], tokens.ends[places[-1]]
    rows = tuple(row for row in parts if start <= row.claim.span.start < end)
    opens = bool(rows) and rows[0].claim.span.start == start
    if rows and passage.before(rows[0])[-1:] in phrases("ranks"):  # "third, behind Dorn at 31"
        rows = ()
    return Segment(tuple(tokens.lower[i] for i in places), rows, opens)


def _full(segments: Sequence[Segment]) -> bool:
    """Whether every stretch names one part with its number and none leaves something open."""
    return all(
        len(segment.rows) == 1
        and len(segment.words) <= LONGEST
        and not words("not_parts") & set(segment.words)
        for segment in segments
    )


def _told_apart(passage: Passage, whole: Row, segments: Sequence[Segment]) -> bool:
    """Whether the list is meant to be full: three parts, or two in one form, or parts of a total."""
    if len(segments) > 2 or "total" in passage.before(whole):
        return True
    forms = {segment.words[len(segment.rows[0].claim.text.split()) :][:1] for segment in segments}
    return all(segment.opens for segment in segments) and (
        all(noun(segment.rows[0]) for segment in segments)
        or (len(forms) == 1 and {*forms}.pop()[:1] in SIDES)
    )


SIDES = tuple((word,) for word in SIDE_ENDS)


def _parts_before(passage: Passage, rows: Sequence[Row]) -> Iterator[Pair]:
    """ "15 men, 10 women and 5 children, 30 in all" """
    for at, whole in enumerate(rows):
        if at < 2 or not exact(whole) or whole.kind == "age":
            continue
        end = _total(passage, rows[at - 1], whole)
        parts = list(rows[:at])
        if end is None or not all(map(exact, parts)) or not belong(whole, parts) or not near(whole, parts):
            continue
        segments = _segments(passage, parts[0].claim.span.start, end, parts)
        open_ = words("not_parts") - words("more")
        if all(len(one.rows) == 1 and not open_ & set(one.words) for one in segments):
            yield pair("sum", whole, parts, "the text gives parts and their sum")
        return


def _total(passage: Passage, last: Row, whole: Row) -> int | None:
    """Where the parts end before a number that is called their sum; None where it is not."""
    gap, after = passage.between(last, whole), passage.after(whole)
    if gap[-1:] in MARKS and any(after[: len(phrase)] == phrase for phrase in phrases("in_all")):
        return last.claim.span.end
    found = next((phrase for phrase in phrases("makes") if gap[-len(phrase) :] == phrase), None)
    if found is None:
        return None
    tokens = passage.tokens
    at = tokens.starts.index(whole.claim.span.start) - len(found)
    return tokens.starts[at]


MARKS = ((",",), ("—",), ("–",), ("(",), (";",))


def _disjoint(passage: Passage, rows: Sequence[Row]) -> Iterator[Pair]:
    """ "12 people, including seven women and four men": groups that share nobody, told as parts."""
    for at, whole in enumerate(rows[:-2]):
        if (
            not is_whole(whole)
            or group_of(whole) != EVERYBODY
            or "including" not in passage.between(whole, rows[at + 1])[-2:]
        ):
            continue
        parts = _chain(passage, rows[at + 1 :])
        groups = [group_of(row) for row in parts]
        if (
            len(parts) > 1
            and len(set(groups)) == len(groups)
            and any(set(groups) <= set(line) for line in load("inside")["disjoint"])
        ):
            yield pair("parts", whole, parts, "the text gives a number and groups in it that share nobody")


def _chain(passage: Passage, rows: Sequence[Row]) -> list[Row]:
    """The numbers that follow each other with nothing but a comma or "and" between."""
    found: list[Row] = []
    for row in rows:
        if not exact(row) or (found and not set(passage.between(found[-1], row)) <= COMMAS):
            break
        found.append(row)
    return found
