"""Durations: "from 1914 to 1918, four years", "the six-year war (1939–1945)", "began at 9 … ended at 11, two
hours later"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from factcheck.claims.row import Row
from factcheck.compare.inside._parts import words
from factcheck.compare.inside._text import Passage, Text, Words, exact, pair, stretched
from factcheck.compare.pair import Pair
from factcheck.kinds import numbers
from factcheck.model import Interval, Period
from factcheck.text.tokens import tokenise
from factcheck.units import Units

MARKS = frozenset((",", "(", "–", "—", ":"))
NOUN = 3  # words between a duration and the bracket with its years
CLAUSE = 12  # words between a beginning and an end
AFTER = frozenset((".", ",", ")", ";", "in", "that", "which", "later", "when", "and"))


def find(text: Text) -> Iterator[Pair]:
    """A duration and the two dates that it lies between."""
    for passage in text.passages:
        if "date" not in passage.kinds or len(passage.rows) < 2:
            continue
        lengths = sum(
            row.kind == "duration" for row in passage.rows
        )  # "ten hours with a break of one, from 9 …"
        for left, right in pairwise(passage.rows) if lengths == 1 else ():
            duration, period = (left, right) if left.kind == "duration" else (right, left)
            if _lasts(duration) and _stretch(period) and _beside(passage, left, right):
                yield _pair(duration, period)
        for first, last, behind in zip(passage.rows, passage.rows[1:], passage.rows[2:], strict=False):
            period_ = _between(passage, first, last)
            lasts = _later(behind)
            if period_ is not None and lasts is not None and _follows(passage, last, behind):
                yield _pair(lasts, period_)


def _pair(duration: Row, period: Row) -> Pair:
    return pair("elapsed", duration, (period,), "the text gives a duration and its two ends")


def _lasts(row: Row) -> bool:
    return row.kind == "duration" and exact(row) and not row.claim.scope.get("per") and not row.part


def _stretch(row: Row) -> bool:
    value = row.claim.value
    closed = isinstance(value, Period) and bool(
        value.low and value.high and not value.unresolved and not value.approximate
    )
    return (
        closed
        and isinstance(value, Period)
        and (value.bound == "between" or row.claim.text.lower().startswith("from"))
    )


def _beside(passage: Passage, left: Row, right: Row) -> bool:
    """Whether marks and "a run of" alone stand between, or the noun of a duration and an opening bracket."""
    gap = passage.between(left, right)
    if right.kind == "date" and gap[-1:] == ("(",) and len(gap) <= NOUN and gap[0].isalpha():
        return passage.after(right)[:1] == (")",)
    if left.kind == "date":  # "from 1914 to 1918, four years": not "from 1914 to 1918, four years after …"
        after = passage.after(right)
        return bool(gap) and _links(gap) and (not after or after[0] in AFTER)
    before = passage.before(left)[-1:]
    plain = all(word in MARKS or word in words("lasting") for word in gap)
    return plain and right.claim.text.lower().startswith("from") and before != ("a",)


def _links(gap: Words) -> bool:
    """Whether a gap is a mark and words such as "lasting" or "a run of"."""
    rest = tuple(word for word in gap if word not in MARKS and word not in words("lasting"))
    return len(rest) <= 1 and (not rest or gap[-1:] == ("of",))


# ------------------------------------------------------------ a beginning and an end


def _between(passage: Passage, first: Row, last: Row) -> Row | None:
    """The stretch between two dates of which the sentence says that one is the beginning, one the end."""
    one, two = first.claim.value, last.claim.value
    if not (isinstance(one, Period) and isinstance(two, Period)) or one.granularity not in SIZES:
        return None
    if one.unresolved or two.unresolved or one.bound != "exact" or two.bound != "exact":
        return None
    low, high = one.low or "", two.high or ""
    if low[:1] != (two.low or "")[:1] or not high or low >= high or one.approximate or two.approximate:
        return None
    gap = passage.between(first, last)
    starts = words("starting") & {*passage.before(first)[-CLAUSE:]}
    if not starts or not words("ending") & {*gap} or len(gap) > CLAUSE or ";" in gap:
        return None
    period = Period(low, high, max(one.granularity, two.granularity, key=SIZES.index), "between")
    return stretched(last, passage.text, first.claim.span.start, last.claim.span.end, period)


SIZES = ("minute", "hour", "day", "month", "year")


def _later(row: Row) -> Row | None:
    """A duration, also that of "two hours later"."""
    if row.kind == "duration":
        later = row.claim.scope.get("per") == "moment"  # the length in "two hours later"
        return row if _lasts(replace(row, claim=replace(row.claim, scope={})) if later else row) else None
    said = row.claim.text.lower()
    if row.kind != "date" or not said.endswith(" later"):
        return None
    found = numbers.read(tokenise(said.removesuffix(" later")), set(), Units.default())
    value = found[0].value if len(found) == 1 else None
    if not isinstance(value, Interval) or value.low != value.high:
        return None
    return replace(row, claim=replace(row.claim, value=value, kind="duration"), kind="duration")


def _follows(passage: Passage, last: Row, duration: Row) -> bool:
    """ "…, after five weeks", "…, two hours later", "…, a flight of three hours" """
    gap, after = passage.between(last, duration), passage.after(duration)[:1]
    later = gap == (",",) and ("later" in duration.claim.text.lower() or after == ("later",))
    led = gap[:1] == (",",) and _links(gap) and gap != (",",)
    return (later or led) and (not after or after[0] in AFTER)
