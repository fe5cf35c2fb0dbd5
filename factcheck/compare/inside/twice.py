"""One fact stated twice in one text: of one thing, one property, one time, by one voice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from factcheck.claims.row import Row
from factcheck.compare.gates import Pair, objection
from factcheck.compare.inside._text import Text, exact, pair
from factcheck.model import Interval

KINDS = frozenset(("quantity", "age", "date", "count", "duration"))
MOST = 40  # statements of one property of one thing; a text with more is a table in prose


def find(text: Text) -> Iterator[Pair]:
    """Neighbouring statements of one property of one thing, in different sentences."""
    blocks: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in text.rows:
        if _states(row):
            blocks[row.kind, row.dimension, row.subject, row.attribute, row.head if row.kind == "count" else "", row.group].append(row)
    for block in blocks.values():
        for a, b in pairwise(block[:MOST]):
            if a.sentence != b.sentence and _one_voice(a, b) and objection(Pair(a, b, "subject"), [text.profile, text.profile]) is None:
                yield pair("twice", a, (b,), f"both say the {a.attribute} of {a.claim.subject}")


def _states(row: Row) -> bool:
    """Whether a row is a plain statement of a property of a thing known by name."""
    if row.kind not in KINDS or not row.subject or not row.attribute:
        return False
    if row.part or row.aside or row.stale or row.running or row.growing or row.claim.modality != "asserted":
        return False
    if row.kind != "date" and not row.named and row.kind != "age":
        return False
    return not row.claim.scope and (exact(row) if isinstance(row.claim.value, Interval) else True)


def _one_voice(a: Row, b: Row) -> bool:
    """Whether both are the author's, or one speaker's, of one time and place."""
    return a.speaker == b.speaker and a.days == b.days and a.spoken == b.spoken and (a.places <= b.places or b.places <= a.places)
