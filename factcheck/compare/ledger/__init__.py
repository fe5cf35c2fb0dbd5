"""Texts against a ledger: which claims speak of a fact, and which of them deviate from it.

A fact is not one more text: it has no sentence and no event around it. It meets the claims of its
kind and dimension that are about its subject and name its property, and its value is compared by the
same rule that compares two texts. All places that state one deviating value are one finding.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from factcheck import data
from factcheck.claims.ledger import Fact, Facts
from factcheck.claims.profile import Profile
from factcheck.claims.row import Row
from factcheck.compare.conflicts import Clash
from factcheck.compare.identity import identity, value_key
from factcheck.compare.judge import Findings, weigh
from factcheck.compare.ledger.gates import objection, overtaken
from factcheck.compare.ledger.index import Index
from factcheck.compare.outcome import outcome
from factcheck.compare.pair import Pair, Reason
from factcheck.compare.slips import slip
from factcheck.model import Claim, Conflict, Interval, NotComparable
from factcheck.rulebook import Rule, Rulebook

RULE = "ledger/deviation"


@cache
def rule() -> Rule:
    """The rule that deviations are reported by, for those who ask; its verdicts are those of the rules
    that judge two texts."""
    told = data.load("ledger")
    return Rule(
        id=RULE,
        title=told["title"],
        kind=("quantity", "count", "ordinal", "percent", "money", "date", "duration", "age"),
        compare=told["compare"],
        severity=told["severity"],
        message="{subject}: {attribute}: “{a}” deviates from the ledger, which has “{b}”",
        why=told["why"],
        settle=told["settle"],
        blind_spots=tuple(told["blind_spots"]),
    )


def measure(
    rows: Sequence[Row], profiles: Sequence[Profile], ledger: Facts, rulebook: Rulebook, found: Findings
) -> None:
    """Adds to `found` what comes of comparing all rows with the facts."""
    known = [*profiles, *(Profile(published=fact.as_of or None) for fact in ledger.facts)]
    facts = [
        replace(fact, row=replace(fact.row, document=len(profiles) + number))
        for number, fact in enumerate(ledger.facts)
    ]
    index, superseded = Index(facts, known), overtaken(facts)
    stated: set[tuple[int, int]] = set()  # (document, fact) where a text gives the fact as it is
    clashes: list[tuple[int, Clash]] = []
    for row in rows:
        for number in index.near(row) if not row.incidental else ():
            fact = facts[number]
            reason = objection(row, fact, known)
            if reason is None and number in superseded and not (row.days and fact.as_of):
                reason = "overtaken", "the ledger has a later figure"
            rule = None if reason else _rule(row, fact, rulebook)
            if reason is not None or rule is None:
                _refuse(found, row, fact, reason or ("no-rule", f"no rule for {row.kind}"))
                continue
            pair = Pair(row, _exact(fact.row, row), "ledger", evidence=_evidence(fact, ledger))
            verdict = weigh(pair, rule, found)
            if verdict.outcome == "not_comparable":
                _refuse(found, row, fact, (verdict.reason, verdict.detail))
            elif verdict.outcome == "agree":
                found.comparable += 1
                found.agreements += 1
                found.agreed.append((row.claim, fact.row.claim, rule.id))
                stated.add((row.document, number))
            else:
                clashes.append((number, Clash(pair, rule, verdict, outcome(pair, rule, known))))
    _settle(clashes, stated, facts, ledger, found)


def _settle(
    clashes: Sequence[tuple[int, Clash]],
    stated: set[tuple[int, int]],
    facts: Sequence[Fact],
    ledger: Facts,
    found: Findings,
) -> None:
    """Deviations as conflicts. Where a text gives the fact too, another figure that does not name the
    property is another thing's; where it names it, the text contradicts itself and the ledger."""
    groups: dict[tuple[int, object], list[Clash]] = defaultdict(list)
    for number, made in clashes:
        row, fact = made.pair.a, facts[number]
        if (row.document, number) in stated and not (row.attribute and row.attribute == fact.row.attribute):
            _refuse(found, row, fact, ("co-stated", f"{row.claim.span.document} states it too"))
            continue
        found.comparable += 1
        groups[number, value_key(row.claim)].append(made)
    for (number, _), group in groups.items():
        conflict = _conflict(group, facts[number], ledger)
        found.conflicts.append(conflict)
        found.clashed += [(made, conflict) for made in group]


def _exact(fact: Row, row: Row) -> Row:
    """The fact as it is to be compared with a claim: a text may round it, but in one unit the ledger's
    own figure is no rounded one; and "48,000" in a ledger is "48,000 people" in a text."""
    stated, base = fact.claim.value, fact.claim.canonical
    value, other = row.claim.value, row.claim.canonical
    if not isinstance(stated, Interval) or not isinstance(base, Interval):
        return fact
    assert isinstance(value, Interval)
    assert isinstance(other, Interval)
    counted = fact.kind == "count"
    if counted or stated.unit == value.unit:
        stated = replace(stated, digits=None, unit=value.unit)
    if counted:
        base = replace(base, unit=other.unit)
    return replace(fact, claim=replace(fact.claim, value=stated, canonical=base))


def _rule(row: Row, fact: Fact, rulebook: Rulebook) -> Rule | None:
    """The rule for such claims, without the tolerance that two authors are given."""
    attribute = row.attribute or fact.row.attribute
    rule = rulebook.select(row.kind, dimension=row.dimension, attribute=attribute, noun=row.head)
    return rule.model_copy(update={"agree_within": Decimal(0)}) if rule and rule.agree_within else rule


def _refuse(found: Findings, row: Row, fact: Fact, reason: Reason) -> None:
    found.reasons[reason[0]] += 1
    found.refused.append(NotComparable(row.claim, fact.row.claim, *reason))


def _evidence(fact: Fact, ledger: Facts) -> tuple[str, ...]:
    property_ = fact.row.claim.attribute
    return (f"the ledger states {property_} of {fact.row.claim.subject} ({_place(fact.row.claim, ledger)})",)


def _place(claim: Claim, ledger: Facts) -> str:
    return f"{ledger.document.source}:{ledger.document.line_column(claim.span.start)[0]}"


def _conflict(group: Sequence[Clash], fact: Fact, ledger: Facts) -> Conflict:
    """One deviating value: every place that states it, then the fact."""
    stated = fact.row.claim
    claims = {made.pair.a.claim.id: made.pair.a.claim for made in group}
    places = tuple(sorted(claims.values(), key=lambda claim: (claim.span, claim.id)))
    first = min(group, key=lambda made: (made.outcome != "conflict", made.pair.a.claim.span))
    told = ", ".join(filter(None, (fact.source, fact.url, f"as of {fact.as_of}" if fact.as_of else "")))
    message = (
        f"{stated.subject}: {stated.attribute}: “{first.pair.a.claim.text}” deviates from the ledger, "
        f"which has “{stated.text}” ({_place(stated, ledger)}{f'; {told}' if told else ''})"
    )
    severity = "note" if first.outcome != "conflict" else "error" if fact.authority else "warning"
    return Conflict(
        id=identity(RULE, stated.subject, stated.attribute, (places[0], stated)),
        rule=RULE,
        outcome=first.outcome,
        severity=severity,  # type: ignore[arg-type]
        subject=stated.subject,
        attribute=stated.attribute,
        claims=(*places, stated),
        explanation=message,
        slip=slip(places[0], stated),
        comparable=first.pair.evidence,
        settle=data.load("ledger")["settle"],
    )
