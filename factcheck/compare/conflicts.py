"""From clashes to findings: one conflict for all pairs that are one difference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from factcheck.claims.row import Row
from factcheck.compare.evidence import comparable, explanation
from factcheck.compare.identity import commonest, identity, value_key
from factcheck.compare.outcome import of_group
from factcheck.compare.pair import Pair
from factcheck.compare.slips import slip
from factcheck.model import Conflict, Outcome, Severity, Verdict
from factcheck.rulebook import Rule

SAID_TWICE = ("", "dual", "twice")  # checks whose two sides should be one value: "" of two texts


@dataclass(slots=True)
class Clash:
    """A pair whose values cannot both be right, with the rule that says so; `one_day`: of texts published on
    one known day."""

    pair: Pair
    rule: Rule
    verdict: Verdict
    outcome: Outcome
    one_day: bool = False


def conflicts(clashes: Sequence[Clash]) -> Iterator[tuple[Conflict, list[Clash]]]:
    """Each finding with the pairs that it is made of, in the order of their first ones."""
    for group in _groups(clashes):
        yield _conflict(group), group


def _groups(clashes: Sequence[Clash]) -> list[list[Clash]]:
    """Clashes that are one finding: of one rule and property, joined by common claims."""
    parent: dict[tuple[str, str], tuple[str, str]] = {}
    joined: set[tuple[str, str]] = set()  # claims that their own values have been linked with

    def root(key: tuple[str, str]) -> tuple[str, str]:
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for clash in clashes:
        a, b = (clash.rule.id, clash.pair.a.claim.id), (clash.rule.id, clash.pair.b.claim.id)
        parent[root(a)] = root(b)
        if clash.pair.check:  # the same slip in two texts is one finding
            values = repr([(row.claim.subject, value_key(row.claim)) for row in _sides(clash)])
            parent[root(a)] = root((clash.rule.id, values))
            continue
        for row, key in ((clash.pair.a, a), (clash.pair.b, b)):
            if key not in joined:  # one value said twice in a text is one side
                joined.add(key)
                same = (clash.rule.id, f"{row.document}:{row.attribute}:{row.group}:{value_key(row.claim)}")
                parent[root(key)] = root(same)
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
    sides = {id(row): row for clash in group for row in _sides(clash)}
    for row in sides.values():
        key = row.document, row.claim.span if group[0].pair.check else value_key(row.claim)
        if key not in rows or row.claim.span < rows[key].claim.span:
            rows[key] = row
    chosen = sorted(rows.values(), key=lambda row: (row.claim.span, row.claim.id))
    kind = of_group(
        [clash.pair for clash in group],
        [clash.outcome for clash in group],
        group[0].rule.growing,
        any(clash.one_day and clash.outcome == "conflict" for clash in group),
    )
    spans = {key: row.claim.span for key, row in sides.items()}
    places = {key: (span.document, span.start, span.end) for key, span in spans.items()}
    first = min(
        (clash for clash in group if clash.outcome == kind),
        key=lambda clash: (places[id(clash.pair.a)], places[id(clash.pair.b)]),
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
