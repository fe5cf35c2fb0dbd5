"""Pairs that agree as groups: what several places say alike is one thing that was checked."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.compare.identity import commonest
from factcheck.model import Agreement, Claim


def groups(pairs: Iterable[tuple[Claim, Claim, str]]) -> tuple[Agreement, ...]:
    """The claims that a rule's agreeing pairs link with each other, in the order of the texts."""
    above: dict[tuple[str, str], tuple[str, str]] = {}  # (rule, claim) → another one of its group
    claims: dict[tuple[str, str], Claim] = {}

    def first(key: tuple[str, str]) -> tuple[str, str]:
        while above.setdefault(key, key) != key:
            above[key] = above[above[key]]
            key = above[key]
        return key

    for a, b, rule in pairs:
        claims[rule, a.id], claims[rule, b.id] = a, b
        above[first((rule, a.id))] = first((rule, b.id))
    grouped: dict[tuple[str, str], list[Claim]] = {}
    for key, claim in claims.items():
        grouped.setdefault(first(key), []).append(claim)
    made = [_agreement(rule, listed) for (rule, _), listed in grouped.items()]
    return tuple(sorted(made, key=lambda each: (each.rule, each.claims[0].span)))


def _agreement(rule: str, claims: list[Claim]) -> Agreement:
    ordered = tuple(sorted(claims, key=lambda claim: (claim.span, claim.id)))
    subject = commonest(claim.subject for claim in ordered)
    return Agreement(rule, subject, commonest(claim.attribute for claim in ordered), ordered)
