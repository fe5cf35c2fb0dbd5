"""The identity of a finding: free of places and of the order of files, bound to the values."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from decimal import Decimal

from factcheck.model import Claim, Interval, Period, Wording


def identity(rule: str, subject: str, attribute: str, claims: Sequence[Claim]) -> str:
    """Rule, subject, attribute, common scope and the set of values: no places, no file order."""
    scopes = [{(key, value) for key, value in claim.scope.items()} for claim in claims]
    scope = sorted(set.intersection(*scopes)) if scopes else []
    values = sorted({json.dumps(value_key(claim)) for claim in claims})
    material = json.dumps([rule, subject, attribute, scope, values], ensure_ascii=False)
    return hashlib.sha256(material.encode()).hexdigest()[:16]


def value_key(claim: Claim) -> tuple[str, ...]:
    """A claim's canonical value as plain JSON: equal for equal values however written."""
    value = claim.canonical or claim.value
    if isinstance(value, Interval):
        return (_plain(value.low), _plain(value.high), value.unit or "", value.bound)
    if isinstance(value, Period):
        return (value.low or "", value.high or "", value.granularity, value.bound)
    assert isinstance(value, Wording)
    return (value.words,)


def _plain(number: Decimal | None) -> str:
    return "" if number is None else format(number.normalize(), "f")
