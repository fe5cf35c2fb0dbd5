"""One fact stated twice in one text: of one thing, one property, one time, by one voice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from factcheck.claims.aliases import fold
from factcheck.claims.row import Row
from factcheck.compare.gates import objection
from factcheck.compare.inside._parts import near, words
from factcheck.compare.inside._text import Text, exact, pair
from factcheck.compare.pair import Pair
from factcheck.model import Interval

KINDS = frozenset(("quantity", "age", "date", "count", "duration", "money"))
DATED = frozenset(("born", "died", "founded", "opened", "built"))  # what happens to a thing once
PASSIVE = frozenset(("was", "were", "been", "is", "being"))
ITSELF = frozenset(("born", "died", "opened"))  # what nobody does to another thing


def find(text: Text) -> Iterator[Pair]:
    """Neighbouring statements of one property of one thing, in different sentences."""
    blocks: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in text.rows:
        subject = _subject(text, row)
        if subject and _states(text, row):
            blocks[
                row.kind,
                row.dimension,
                subject,
                row.attribute,
                row.head if row.kind == "count" else "",
                row.group,
            ].append(row if row.subject else replace(row, subject=subject))
    for block in blocks.values():
        for a, b in pairwise(block):
            if a.sentence != b.sentence and _one_voice(a, b) and (a.kind == "age" or _comparable(text, a, b)):
                yield pair("twice", a, (b,), f"both say the {a.attribute or a.kind} of {a.claim.subject}")


def _subject(text: Text, row: Row) -> str:
    """Whom or what a value is about; "the tunnel" in a text that names one tunnel only is that one, and in
    one that names none it is the tunnel."""
    if row.subject or not row.subject_head or row.kind not in ("quantity", "money", "date"):
        return row.subject
    passage = text.by_sentence[row.sentence]
    word = row.subject_head.lower()
    if not any(pair_ == ("the", word) for pair_ in zip(passage.words, passage.words[1:], strict=False)):
        return ""
    named = text.named(fold(word))
    return named[0] if len(named) == 1 else "" if named or row.kind != "quantity" else f"the {word}"


def _states(text: Text, row: Row) -> bool:
    """Whether a row is a plain statement of a property of a thing known by name."""
    if row.kind not in KINDS or not (row.attribute or row.kind == "age"):
        return False
    if row.part or row.aside or row.stale or row.running or row.growing or row.claim.modality != "asserted":
        return False
    passage = text.by_sentence[row.sentence]
    before = passage.before(row)
    if row.kind == "age":  # "Berg, 41, said" is her age now, "at 41" is that of another day
        return row.claim.text.isdecimal() and before[-1:] == (",",)
    if row.kind == "date":
        plain = row.attribute in ITSELF or bool(PASSIVE & set(before[-6:]))
        return row.attribute in DATED and plain and not words("again") & set(passage.words)
    if not row.named or words("extent") & {*before}:  # "with its ramps it is 4 km long"
        return False
    return not row.claim.scope and (exact(row) if isinstance(row.claim.value, Interval) else True)


def _comparable(text: Text, a: Row, b: Row) -> bool:
    """Whether the gates between texts would let the two pass."""
    inside = replace(a, document=0), replace(b, document=0)
    return objection(Pair(*inside, "subject"), [text.profile]) is None


def _one_voice(a: Row, b: Row) -> bool:
    """Whether both are the author's, or one speaker's, of one time and place."""
    if a.kind == "money" and a.verb != b.verb:  # built at one cost, repaired at another
        return False
    if a.kind in ("count", "money") and not near(a, [b]):  # votes in two elections
        return False
    return (
        a.speaker == b.speaker
        and (a.days == b.days or not (a.days and b.days))
        and (a.spoken == b.spoken or not (a.spoken and b.spoken))
        and (a.places <= b.places or b.places <= a.places)
    )
