"""Changes: "rose 20 percent, from 50 to 60", "doubled from 12 to 24", "to $60m from $50m, up 20%"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from factcheck.claims.row import Row
from factcheck.compare.inside._parts import words
from factcheck.compare.inside._steps import Step, later, steps
from factcheck.compare.inside._text import Passage, Text, pair, stretch
from factcheck.compare.pair import Pair
from factcheck.data import load
from factcheck.model import Interval

REACH = 8  # words between a change and the values that it is the change of
MARKS = frozenset((",", "(", ")", "—", "–", "-"))
HEDGES = frozenset(("nearly", "almost", "roughly", "about"))


@cache
def _links() -> frozenset[str]:
    return words("change_links") | MARKS


@cache
def _multiples() -> dict[str, Decimal]:
    return {word: Decimal(times) for word, times in load("inside")["multiples"].items()}


def find(text: Text) -> Iterator[Pair]:
    """A change in percent, times or pieces and, beside it, the value before and the value after."""
    for passage in text.passages:
        for step in steps(passage):
            change = _beside(passage, step)
            if change is not None:
                yield _pair(change, step)
        across = later(text, passage)
        if across is not None:
            change = _alone(passage, across)
            if change is not None:
                yield _pair(change, across)


def _pair(change: Row, step: Step) -> Pair:
    told = "the text gives a change and the values before and after it"
    return pair("change", change, (step.before, step.after), told)


def _beside(passage: Passage, step: Step) -> Row | None:
    """The one change that stands beside the two values with nothing but linking words between."""
    found = [
        row
        for row in [*passage.rows, *_times(passage, step.before)]
        if _is_change(passage, row, step) and _joined(passage, row, step)
    ]
    return found[0] if len(found) == 1 else None


def _alone(passage: Passage, step: Step) -> Row | None:
    """The one change of a sentence whose value before is told in the sentence before."""
    found = [row for row in passage.rows if row.kind == "percent" and row.claim.scope.get("change")]
    ends = step.after.claim.span
    if len(found) != 1 or found[0] is step.after:
        return None
    row = found[0]
    gap = (
        passage.slice(row.claim.span.end, ends.start)
        if row.claim.span.end <= ends.start
        else passage.slice(ends.end, row.claim.span.start)
    )
    return row if len(gap) <= REACH and gap.count(",") <= 1 and not {";", "and", "but"} & set(gap) else None


def _is_change(passage: Passage, row: Row, step: Step) -> bool:
    """ "up 20 percent", "a 20 percent rise"; "from 50 to 60, or 20 percent,"; "by 10, from 50 to 60" """
    if row is step.before or row is step.after:
        return False
    if row.kind != "percent":
        return _pieces(passage, row, step)
    after = passage.after(row)[:1]
    return (
        bool(row.claim.scope.get("change"))
        or row.dimension == "times"
        or (
            passage.slice(step.end, row.claim.span.start) == (",", "or")
            and (not after or after[0] in (",", ".", ";"))
        )
    )


def _pieces(passage: Passage, row: Row, step: Step) -> bool:
    """ "three more died, taking the toll from 18 to 21", "rose by 30 euros to 90 euros from 60 euros" """
    value, before = row.claim.value, step.before
    if not isinstance(value, Interval) or row.kind != before.kind or row.dimension != before.dimension:
        return False
    if value.low != value.high or value.approximate or row.kind == "percent":
        return False
    if passage.before(row)[-1:] == ("by",) and row.claim.scope.get("change"):
        return True
    ahead = passage.slice(row.claim.span.end, step.start) if row.claim.span.end <= step.start else ()
    more = {"more", "additional", "further"} & set(row.claim.text.lower().split())
    return bool(more) and any(word in words("raising") for word in ahead)


def _joined(passage: Passage, row: Row, step: Step) -> bool:
    """Whether nothing but linking words, dates and the like stand between a change and its values."""
    start, end = row.claim.span.start, row.claim.span.end
    if start < step.end and step.start < end:
        return step.open and step.before.claim.span.end != end
    first, last = (end, step.start) if end <= step.start else (step.end, start)
    gap = passage.slice(first, last)
    if any(word in words("raising") for word in gap):
        return len(gap) <= 2 * REACH and ";" not in gap
    return len(gap) <= REACH + 4 and all(
        word in _links() or word.isdecimal() for word in _without_times(passage, first, last)
    )


def _without_times(passage: Passage, first: int, last: int) -> Sequence[str]:
    """The words of a stretch but for those of dates and durations."""
    found: list[str] = []
    at = first
    for row in passage.rows:
        if row.kind in ("date", "duration") and first <= row.claim.span.start < last:
            found += passage.slice(at, row.claim.span.start)
            at = max(at, row.claim.span.end)
    return [*found, *passage.slice(at, last)] if at < last else found


def _times(passage: Passage, before: Row) -> Iterator[Row]:
    """ "doubled", "tripled" as the changes that they are."""
    tokens = passage.tokens
    for at, word in enumerate(tokens.lower):
        times = _multiples().get(word)
        if times is None:
            continue
        over = tokens.lower[max(0, at - 2) : at] == ["more", "than"]
        about = at > 0 and tokens.lower[at - 1] in HEDGES
        value = Interval(times, times, "ratio", approximate=about, low_open=over)
        claim = stretch(before.claim, passage.text, tokens.starts[at], tokens.ends[at], value, "percent")
        yield replace(before, claim=replace(claim, scope={}, flags=()), kind="percent", dimension="times")
