"""The identity of a finding: free of places and of the order of files, bound to the values."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.model import Claim, Conflict, Interval, Period, Wording


def identity(rule: str, subject: str, attribute: str, claims: Sequence[Claim]) -> str:
    """Rule, subject, attribute, common scope and the set of values: no places, no file order."""
    scopes = [{(key, value) for key, value in claim.scope.items()} for claim in claims]
    scope = sorted(set.intersection(*scopes)) if scopes else []
    values = sorted({json.dumps(value_key(claim)) for claim in claims})
    return _digest(rule, subject, attribute, scope, values)


def commonest(names: Iterable[str]) -> str:
    """The name that most sides have, the first in the alphabet of several, "" of none: whatever the order."""
    counts = Counter(name for name in names if name)
    return min(counts, key=lambda name: (-counts[name], name), default="")


def told_apart(conflicts: Iterable[Conflict], texts: Mapping[str, str]) -> list[Conflict]:
    """The conflicts with an id each: those that share one are told apart by the words of their sentences.

    Findings without a subject can be alike in all that an identity is made of. What was decided on one of
    them holds for none of several then: it is asked again rather than settled in silence.
    """
    listed = list(conflicts)
    counts = Counter(conflict.id for conflict in listed)
    return [
        conflict
        if counts[conflict.id] == 1
        else replace(conflict, id=_digest(conflict.id, *_said(conflict, texts)))
        for conflict in listed
    ]


def _said(conflict: Conflict, texts: Mapping[str, str]) -> list[str]:
    spans = (claim.sentence for claim in conflict.claims)
    return sorted({" ".join(texts[span.document][span.start : span.end].split()) for span in spans})


def _digest(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:16]


def value_key(claim: Claim) -> tuple[str, ...]:
    """A claim's canonical value as plain JSON: equal for equal values however written."""
    value = claim.canonical or claim.value
    if isinstance(value, Interval):
        return (_plain(value.low), _plain(value.high), value.unit or "", value.bound)
    if isinstance(value, Period):
        unresolved = (" ".join(claim.text.split()).casefold(),) if value.unresolved else ()
        return (value.low or "", value.high or "", value.granularity, value.bound, *unresolved)
    assert isinstance(value, Wording)
    return (value.words,)


def _plain(number: Decimal | None) -> str:
    return "" if number is None else format(number.normalize(), "f")
