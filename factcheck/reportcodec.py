"""A report as plain JSON and back, without its documents: what a cache keeps of a whole comparison."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from functools import cache
from typing import Any

from factcheck.codec import codec, parts
from factcheck.decisions import Decision
from factcheck.errors import Problem
from factcheck.model import Agreement, Claim, Conflict, Coverage, Document, NotComparable, Report, RuleNote


def packed(report: Report) -> list[Any]:
    """Documents as their ids and dates; findings and pairs name their claims by number."""
    claim, conflict, agreement, pair, rest = _codecs()
    claims = list(report.claims)
    numbers = {id(each): number for number, each in enumerate(claims)}

    def number(wanted: Claim) -> int:
        if id(wanted) not in numbers:
            numbers[id(wanted)] = len(claims)
            claims.append(wanted)
        return numbers[id(wanted)]

    conflicts = [[conflict.pack(each), [number(one) for one in each.claims]] for each in report.conflicts]
    agreed = [[agreement.pack(each), [number(one) for one in each.claims]] for each in report.agreements]
    pairs = [[pair.pack(each), number(each.first), number(each.second)] for each in report.not_comparable]
    others = [codecs.pack(value) for codecs, value in zip(rest, _rest(report), strict=True)]
    texts = [[document.id, document.published] for document in report.documents]
    return [
        texts,
        len(report.claims),
        [claim.pack(each) for each in claims],
        conflicts,
        agreed,
        pairs,
        others,
    ]


def unpacked(
    documents: Sequence[Document],
    texts: Any,
    listed: int,
    claims: Any,
    conflicts: Any,
    agreed: Any,
    pairs: Any,
    others: Any,
) -> Report:
    """The report again, on the documents that it was made of, in any order."""
    claim, conflict, agreement, pair, rest = _codecs()
    by_id = {document.id: document for document in documents}
    made = [claim.unpack(each) for each in claims]
    coverage, problems, decisions, origins, rules = (
        codecs.unpack(value) for codecs, value in zip(rest, others, strict=True)
    )
    return Report(
        documents=tuple(
            by_id[name] if by_id[name].published == day else replace(by_id[name], published=day)
            for name, day in texts
        ),
        claims=tuple(made[:listed]),
        conflicts=tuple(
            _with(Conflict, conflict.unpack(each), [made[one] for one in sides]) for each, sides in conflicts
        ),
        coverage=coverage,
        problems=problems,
        not_comparable=tuple(
            NotComparable(made[first], made[second], *pair.unpack(told)) for told, first, second in pairs
        ),
        decisions=decisions,
        origins=origins,
        agreements=tuple(
            _with(Agreement, agreement.unpack(each), [made[one] for one in sides]) for each, sides in agreed
        ),
        rules=rules,
    )


def _with(kind: Any, given: list[Any], claims: list[Claim]) -> Any:
    """A value of the fields without `claims`, and these."""
    given.insert([field.name for field in fields(kind)].index("claims"), tuple(claims))
    return kind(*given)


def _rest(report: Report) -> tuple[Any, ...]:
    return report.coverage, report.problems, report.decisions, report.origins, report.rules


@cache
def _codecs() -> tuple[Any, Any, Any, Any, tuple[Any, ...]]:
    """Of claims; of conflicts, agreements and pairs without their claims; and of the rest of a report."""
    kinds: tuple[Any, ...] = Coverage, tuple[Problem, ...], tuple[Decision, ...], tuple[tuple[str, ...], ...]
    kinds += (tuple[RuleNote, ...],)
    return (
        codec(Claim),
        parts(Conflict, "claims"),
        parts(Agreement, "claims"),
        parts(NotComparable, "first", "second"),
        tuple(codec(kind) for kind in kinds),
    )
