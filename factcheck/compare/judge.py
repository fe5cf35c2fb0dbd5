"""From candidate pairs to conflicts: gates, rules, co-stated values, outcome, one object a finding."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any

from factcheck import registry
from factcheck.claims.profile import Profile
from factcheck.claims.row import Row
from factcheck.compare.agreement import rounds
from factcheck.compare.align import pairs
from factcheck.compare.crowds import Repeated
from factcheck.compare.evidence import comparable, explanation
from factcheck.compare.gates import objection
from factcheck.compare.identity import commonest, identity, value_key
from factcheck.compare.outcome import of_group, outcome
from factcheck.compare.pair import Pair
from factcheck.compare.slips import slip
from factcheck.compare.stated import Stated
from factcheck.errors import Problem
from factcheck.model import Claim, Conflict, Interval, NotComparable, Outcome, Severity, Verdict
from factcheck.rulebook import Rule, Rulebook

CLOSE_COPY = 0.75  # share of words from which a copy's other figure is an edit, not a rounding
SAID_TWICE = ("", "dual", "twice")  # checks whose two sides should be one value: "" of two texts


@dataclass(slots=True)
class Findings:
    """What a comparison found; the counters are sorted by the report.

    `agreed`: two claims that say the same, and the rule that says so; `clashed`: every pair that
    clashes, with the conflict that it is part of.
    """

    conflicts: list[Conflict] = field(default_factory=list)
    agreed: list[tuple[Claim, Claim, str]] = field(default_factory=list)
    clashed: list[tuple[Clash, Conflict]] = field(default_factory=list)
    comparable: int = 0
    agreements: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    refused: list[NotComparable] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class Clash:
    """A pair whose values cannot both be right, with the rule that says so."""

    pair: Pair
    rule: Rule
    verdict: Verdict
    outcome: Outcome


def judge(
    rows: Sequence[Row], profiles: list[Profile], rulebook: Rulebook, inside: Iterable[Pair] = ()
) -> Findings:
    """Compare what is comparable among all rows (by document), and the pairs `inside` one text each."""
    found = Findings()
    stated = Stated(rows, profiles)
    clashes: list[Clash] = []
    repeated = Repeated(rows, profiles, found.reasons)
    echoes = repeated.echoes(clash.pair for clash in clashes)
    for pair in chain(inside, pairs(repeated, profiles, found.reasons), echoes):
        reason = objection(pair, profiles)
        rule = None if reason else _rule(pair, rulebook)
        if reason is None and rule is None:
            reason = "no-rule", f"no rule for {pair.a.kind}"
        if reason is not None or rule is None:
            _refuse(found, pair, *(reason or ("no-rule", "")))
            continue
        verdict = weigh(pair, rule, found)
        if verdict.outcome == "not_comparable":
            _refuse(found, pair, verdict.reason, verdict.detail)
            continue
        found.comparable += 1
        if verdict.outcome == "agree":
            found.agreements += 1
            found.agreed.append((pair.a.claim, pair.b.claim, rule.id))
        elif (where := stated.elsewhere(pair, rule)) is not None:
            found.comparable -= 1
            _refuse(found, pair, "co-stated", where)
        else:
            clashes.append(Clash(pair, rule, verdict, outcome(pair, rule, profiles)))
    for group in _groups(clashes):
        conflict = _conflict(group)
        found.conflicts.append(conflict)
        found.clashed += [(clash, conflict) for clash in group]
    return found


def _rule(pair: Pair, rulebook: Rulebook) -> Rule | None:
    a, b = pair.a, pair.b
    if a.incidental:
        return rulebook.select("count")
    within = f"inside {pair.check}" if pair.check else "between"
    return rulebook.select(
        a.kind, dimension=a.dimension, attribute=a.attribute or b.attribute, noun=a.head, within=within
    )


def weigh(pair: Pair, rule: Rule, found: Findings) -> Verdict:
    """The verdict of the rule's verb; a verb that fails is a problem, not the end of the run."""
    try:
        verdict: Verdict = registry.get("factcheck.compare.verbs", rule.compare).compare(pair.a, pair.b, rule)
    except (ArithmeticError, LookupError, TypeError, ValueError) as error:
        found.problems.append(
            Problem("rule", f"{rule.id} failed on {pair.a.claim.id} and {pair.b.claim.id}: {error!r}")
        )
        return Verdict("not_comparable", "rule-failed")
    if pair.via == "copy" and verdict.outcome == "agree" and _edited(pair):
        return Verdict("conflict", "edited-copy")
    if pair.a.incidental:  # a port is another one however near it is
        return Verdict("agree" if _number(pair.a) == _number(pair.b) else "conflict", "other-number")
    return verdict


def _number(row: Row) -> object:
    value = row.claim.value
    return (value.low, value.high) if isinstance(value, Interval) else value


def _edited(pair: Pair) -> bool:
    """Whether a copy has another figure of the same unit and bound: what a tolerance or a bound would
    explain between two authors is an edit between two copies, unless one is the other rounded."""
    one, two = pair.a.claim.value, pair.b.claim.value
    if not (isinstance(one, Interval) and isinstance(two, Interval)):
        return False
    if one.unit != two.unit or one.bound != two.bound or (one.low, one.high) == (two.low, two.high):
        return False
    if rounds(one, two):
        return False
    return pair.share >= CLOSE_COPY or one.bound in ("at_least", "at_most")


def _refuse(found: Findings, pair: Pair, reason: str, detail: str) -> None:
    found.reasons[reason] += 1
    found.refused.append(NotComparable(pair.a.claim, pair.b.claim, reason, detail))


def _groups(clashes: Sequence[Clash]) -> list[list[Clash]]:
    """Clashes that are one finding: of one rule and property, joined by common claims."""
    parent: dict[tuple[str, str], tuple[str, str]] = {}

    def root(key: tuple[str, str]) -> tuple[str, str]:
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for clash in clashes:
        a, b = ((clash.rule.id, row.claim.id) for row in (clash.pair.a, clash.pair.b))
        parent[root(a)] = root(b)
        if clash.pair.check:  # the same slip in two texts is one finding
            values = repr([(row.claim.subject, value_key(row.claim)) for row in _sides(clash)])
            parent[root(a)] = root((clash.rule.id, values))
            continue
        for row in (clash.pair.a, clash.pair.b):  # one value said twice in a text is one side
            same = (clash.rule.id, f"{row.document}:{row.attribute}:{row.group}:{value_key(row.claim)}")
            parent[root((clash.rule.id, row.claim.id))] = root(same)
    groups: dict[tuple[str, str], list[Clash]] = defaultdict(list)
    for clash in clashes:
        groups[root((clash.rule.id, clash.pair.a.claim.id))].append(clash)
    return list(groups.values())


def _sides(clash: Clash) -> Iterator[Row]:
    """The rows of a clash; of a check inside one text, the further claims of the second side as well."""
    yield clash.pair.a
    yield clash.pair.b
    if clash.pair.check:
        for claim in clash.pair.b.restated:
            yield replace(clash.pair.b, claim=claim, restated=())


def _severity(clash: Clash) -> Severity:
    """The rule's; a note where nothing contradicts, or a mere name differs in an edited copy."""
    edited = clash.pair.a.incidental and clash.pair.via == "copy"
    return "note" if clash.outcome != "conflict" or edited else clash.rule.severity


def _conflict(group: Sequence[Clash]) -> Conflict:
    """One conflict of a group of clashes; every text shows each of its values once, at its first place."""
    rows: dict[tuple[int, Any], Row] = {}
    for clash in group:
        for row in _sides(clash):
            key = row.document, row.claim.span if clash.pair.check else value_key(row.claim)
            if key not in rows or row.claim.span < rows[key].claim.span:
                rows[key] = row
    chosen = sorted(rows.values(), key=lambda row: (row.claim.span, row.claim.id))
    kind = of_group(
        [clash.pair for clash in group], [clash.outcome for clash in group], group[0].rule.growing
    )
    first = min(
        (clash for clash in group if clash.outcome == kind),
        key=lambda clash: (clash.pair.a.claim.span, clash.pair.b.claim.span),
    )
    claims = tuple(row.claim for row in chosen)
    subject = commonest(claim.subject for claim in claims)
    attribute = commonest(row.attribute or row.head for row in chosen) or first.pair.a.kind
    return Conflict(
        id=identity(first.rule.id, subject, attribute, claims),
        rule=first.rule.id,
        outcome=first.outcome,
        severity=_severity(first),
        subject=subject,
        attribute=attribute,
        claims=claims,
        explanation=explanation(first.pair, list(_sides(first))[1:], first.rule, first.verdict),
        slip=None if first.pair.check not in SAID_TWICE else slip(first.pair.a.claim, first.pair.b.claim),
        comparable=comparable(first.pair),
        settle=first.rule.settle,
    )
