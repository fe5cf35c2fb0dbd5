"""From candidate pairs to clashes: gates, rules, co-stated values, outcome."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from factcheck import registry
from factcheck.claims.profile import Profile
from factcheck.claims.row import Row
from factcheck.compare.agreement import are_limits, are_ranges, rounds
from factcheck.compare.conflicts import Clash, conflicts
from factcheck.compare.crowds import Repeated
from factcheck.compare.doubt import doubt
from factcheck.compare.gates import objection, section
from factcheck.compare.items import bare, is_left_out
from factcheck.compare.joins import pairs
from factcheck.compare.led import as_of_now
from factcheck.compare.outcome import is_of_one_day, outcome
from factcheck.compare.pair import Pair
from factcheck.compare.shelf import Shelf
from factcheck.compare.slips import is_exchanged
from factcheck.compare.stated import Stated
from factcheck.compare.stories import same_value
from factcheck.compare.totals import Totals
from factcheck.errors import Problem
from factcheck.model import Claim, Conflict, Document, Interval, NotComparable, Verdict
from factcheck.rulebook import Rule, Rulebook
from factcheck.unswept import unswept

CLOSE_COPY = 0.75  # share of words from which a copy's other figure is an edit, not a rounding


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


def judge(
    rows: Sequence[Row],
    profiles: list[Profile],
    documents: Sequence[Document],
    rulebook: Rulebook,
    inside: Iterable[Pair] = (),
) -> Findings:
    """Compare what is comparable among all rows (by document), and the pairs `inside` one text each.
    `profiles[i]` and `documents[i]` are of the same text."""
    with unswept():
        return _judged(rows, profiles, documents, rulebook, inside)


def _judged(
    rows: Sequence[Row],
    profiles: list[Profile],
    documents: Sequence[Document],
    rulebook: Rulebook,
    inside: Iterable[Pair],
) -> Findings:
    found = Findings()
    rows = as_of_now(rows)
    stated, totals, shelf = Stated(rows, profiles), Totals(rows), Shelf(rows, profiles)
    clashes: list[Clash] = []
    repeated = Repeated(rows, profiles, found.reasons)
    echoes = repeated.echoes(clash.pair for clash in clashes)
    for pair in chain(inside, pairs(repeated, profiles, documents, found.reasons), echoes):
        reason = objection(pair, profiles)
        if reason is not None:
            _refuse(found, pair, *reason)
            continue
        rule = _rule(pair, rulebook)
        if rule is None:
            _refuse(found, pair, "no-rule", f"no rule for {pair.a.kind}")
            continue
        verdict = weigh(pair, rule, found)
        if verdict.outcome == "agree":
            found.agreed.append((pair.a.claim, pair.b.claim, rule.id))
        elif verdict.outcome == "not_comparable":
            _refuse(found, pair, verdict.reason, verdict.detail)
        elif (where := stated.elsewhere(pair, rule)) is not None:
            _refuse(found, pair, "co-stated", where)
        elif (rest := totals.made_up(pair)) is not None and outcome(pair, rule, profiles) != "revised":
            _refuse(found, pair, "co-stated", rest)
        elif (reason := doubt(pair)) is not None:
            _refuse(found, pair, *reason)
        elif (apart := shelf.apart(pair)) is not None:
            _refuse(found, pair, *apart)
        else:
            one_day = is_of_one_day(pair, profiles)
            kind = "revised" if stated.overtaken(pair, rule) else outcome(pair, rule, profiles)
            clashes.append(Clash(pair, rule, verdict, kind, one_day))
    found.agreements = len(found.agreed)
    found.comparable = found.agreements + len(clashes)
    for conflict, group in conflicts(clashes):
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
    if pair.a.incidental:  # a port is another one however near it is
        return Verdict("agree" if _number(pair.a) == _number(pair.b) else "conflict", "other-number")
    if pair.via == "post":  # the join has seen that nobody holds both
        return Verdict("conflict", "different-title")
    if pair.via == "counterpart" and is_left_out(pair.a, pair.b):
        pair = pair._replace(a=bare(pair.a), b=bare(pair.b))
    try:
        verdict: Verdict = registry.get("factcheck.compare.verbs", rule.compare).compare(pair.a, pair.b, rule)
    except (ArithmeticError, LookupError, TypeError, ValueError) as error:
        found.problems.append(
            Problem("rule", f"{rule.id} failed on {pair.a.claim.id} and {pair.b.claim.id}: {error!r}")
        )
        return Verdict("not_comparable", "rule-failed")
    if verdict.outcome != "agree":
        return verdict
    if pair.via not in ("copy", "inside"):
        if _same_limit(pair) and not same_value(pair.a, pair.b):
            return Verdict("conflict", "other-limit")
        if _other_range(pair):
            return Verdict("conflict", "other-range")
    if (pair.via == "copy" or _same_statement(pair)) and _edited(pair):
        return Verdict("conflict", "edited-copy")
    if pair.via == "counterpart" and is_exchanged(pair.a.claim, pair.b.claim):
        return Verdict("conflict", "digits-exchanged")  # near each other, and no rounding of one another
    return verdict


def _number(row: Row) -> object:
    """The numbers between the points of a name: "3.10" is not "3.1", and "4.0" is "4"."""
    value = row.claim.value
    if not isinstance(value, Interval):
        return value
    return [str(end).removesuffix(".0") for end in (value.low, value.high)]


def _same_statement(pair: Pair) -> bool:
    """Whether two manuals give a lowest or a highest value of one thing in the same words."""
    a, b = pair.a, pair.b
    names = {part for name in a.names | b.names for part in name.split()}
    return bool(a.degree) and a.degree == b.degree and section.contained(a, b, names)


def _same_limit(pair: Pair) -> bool:
    """Whether two texts tell the highest value of one thing, or two manuals the lowest: 20 is within
    "up to 50", and another limit."""
    a, b = pair.a, pair.b
    if pair.via == "counterpart":
        return are_limits(a.claim.value, b.claim.value)
    if pair.via not in ("general", "key", "telling") or not (a.degree or b.degree):
        return False
    if any(isinstance(row.claim.value, Interval) and _is_open(row.claim.value) for row in (a, b)):
        return False  # "less than half a watt" says how little it is, and sets no limit
    return a.degree == b.degree or a.labelled or b.labelled


def _other_range(pair: Pair) -> bool:
    """Whether two texts on a thing, no event, give it two ranges that begin or end alike."""
    if pair.a.causes or pair.b.causes:
        return False
    return are_ranges(pair.a.claim.value, pair.b.claim.value)


def _is_open(value: Interval) -> bool:
    return value.low_open or value.high_open


def _edited(pair: Pair) -> bool:
    """Whether a copy has another figure of the same unit and bound: what a tolerance or a bound would
    explain between two authors is an edit between two copies, unless one is the other rounded."""
    one, two = pair.a.claim.value, pair.b.claim.value
    if not (isinstance(one, Interval) and isinstance(two, Interval)):
        return False
    if one.low == two.low and one.high == two.high:
        return False
    if one.unit != two.unit or one.bound != two.bound or rounds(one, two):
        return False
    return pair.share >= CLOSE_COPY or one.bound in ("at_least", "at_most")


def _refuse(found: Findings, pair: Pair, reason: str, detail: str) -> None:
    found.reasons[reason] += 1
    found.refused.append(NotComparable(pair.a.claim, pair.b.claim, reason, detail))
