"""The trace of a comparison: for each gate what the two sides say, so that anybody can follow the verdict."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.row import Days, Row, Spoken
from factcheck.compare.evidence import joined
from factcheck.compare.pair import Pair


def gates(pair: Pair) -> Iterator[tuple[str, str]]:
    """(gate, what it saw) in the order in which the gates stand."""
    a, b = pair.a, pair.b
    yield "joined by", "; ".join(joined(pair)) or pair.via
    if pair.via == "inside":  # the check has seen by their places that they belong together
        return
    yield "kind", _two(f"{a.kind} ({a.dimension})", f"{b.kind} ({b.dimension})")
    yield "subject", _two(_subject(a), _subject(b))
    yield "attribute", _two(a.attribute or a.head, b.attribute or b.head)
    if a.kind in ("count", "ordinal"):
        yield "group", _two(a.group or "everybody", b.group or "everybody")
        yield "part", _two("a part" if a.part else "the whole", "a part" if b.part else "the whole")
    for key in sorted({*a.claim.scope, *b.claim.scope} - {"as_of", "group", "part"}):
        yield key, _two(a.claim.scope.get(key, ""), b.claim.scope.get(key, ""))
    yield "time", _two(when(a), when(b))
    yield "place", _two(", ".join(sorted(a.places)), ", ".join(sorted(b.places)))
    if a.causes or b.causes:
        yield "cause", _two(", ".join(sorted(a.causes)), ", ".join(sorted(b.causes)))
    yield "speaker", _two(a.claim.speaker or "the author", b.claim.speaker or "the author")
    yield "modality", _two(a.claim.modality, b.claim.modality)


def _subject(row: Row) -> str:
    """Whom a claim is about, or else the names that stand in its sentence."""
    named = f"unknown, beside {', '.join(sorted(row.names))}" if row.names else ""
    return row.claim.subject or row.subject_head or named


def when(row: Row) -> str:
    """The days that a sentence gives for its claim, "" where it gives none."""
    return ", ".join([*map(_days, row.days), *map(_spoken, row.spoken)])


def _days(days: Days) -> str:
    return days[0] if days[0] == days[1] else f"{days[0]} to {days[1]}"


def _spoken(spoken: Spoken) -> str:
    return f"a {spoken.form} as of an unknown day"


def _two(one: str, two: str) -> str:
    if one == two:
        return f"{one} in both" if one else "not said in either"
    return f"{one or 'not said'} | {two or 'not said'}"
