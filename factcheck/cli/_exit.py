"""Which exit code a run comes to, and why; the one place that knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

import click

from factcheck.errors import SETUP, Exit
from factcheck.inputs import UNREAD
from factcheck.jsontypes import ConflictRecord, CoverageRecord, ProblemRecord, ReportRecord
from factcheck.outputs._words import SEVERITIES, count, open_findings

if TYPE_CHECKING:
    from factcheck.standing import AgainstReport

NEVER = "never"
NAMED = 5  # rules in the last line


class Outcome(NamedTuple):
    """An exit code and the reason for it in words."""

    code: Exit
    why: str

    def tell(self, quiet: bool = False) -> int:
        """Writes the last line of standard error; `quiet` only when the code is not 0."""
        if self.code or not quiet:
            click.echo(f"exit {int(self.code)}: {self.why}", err=True)
        return int(self.code)


def judge(
    report: ReportRecord,
    fail_on: str = "error",
    allow_empty: bool = False,
    fail_if: Mapping[str, int] | None = None,
) -> Outcome:
    """The outcome of a report; what makes its findings doubtful goes before the findings.

    Only findings whose outcome is "conflict" count: "revised" and "spread" never fail a run. `fail_if`
    is the number of conflicts from which a rule counts. A suppression that settles nothing, has no
    reason or is past its end counts as a warning.
    """
    failing = [
        conflict
        for conflict in report["conflicts"]
        if conflict["outcome"] == "conflict"
        and conflict["state"] != "settled"
        and conflict["severity"] in _at_or_above(fail_on)
    ]
    failing, allowed = _allowed(failing, fail_if or {})
    ids = list(dict.fromkeys(conflict["rule"] for conflict in failing))
    rules = ", ".join(ids[:NAMED]) + (
        f" and {count(len(ids) - NAMED, 'more rule')}" if len(ids) > NAMED else ""
    )
    found = f"{count(len(failing), 'conflict')} at or above {fail_on} ({rules})" if failing else ""
    if "warning" in _at_or_above(fail_on):
        idle = sum(problem["code"] == "suppression" for problem in report["problems"])
        suppressions = f"{count(idle, 'suppression')} unused, expired or without effect" if idle else ""
        found = "; ".join(filter(None, (found, suppressions)))
    unsound = problems_outcome(report["problems"])
    if unsound:
        return Outcome(unsound.code, "; ".join(filter(None, (unsound.why, found))))
    if found:
        return Outcome(Exit.CONFLICTS, found)
    empty = _nothing_checked(report["coverage"])
    if empty and not report["conflicts"] and not allow_empty:
        return Outcome(Exit.NOTHING_CHECKED, f"nothing was checked: {empty} (--allow-empty accepts this)")
    level = "fails by --fail-on never" if fail_on == NEVER else f"at or above {fail_on}"
    total = count(len(open_findings(report)), "finding")
    return Outcome(Exit.CLEAN, "; ".join(filter(None, (f"nothing {level}", total, allowed))))


def judge_standings(report: AgainstReport, fail_on: str = "error", allow_empty: bool = False) -> Outcome:
    """The outcome of a draft, or of several texts: each contradicted claim counts by its worst conflict."""
    from factcheck.record import problem_record

    rules = [
        [
            one.conflict.rule
            for one in standing.contradicted_by
            if one.outcome == "conflict" and one.conflict.severity in _at_or_above(fail_on)
        ]
        for standing in report.standings
        if standing.status == "contradicted"
    ]
    failing = [found for found in rules if found]
    ids = list(dict.fromkeys(rule for found in failing for rule in found))
    named = ", ".join(ids[:NAMED]) + (", …" if len(ids) > NAMED else "")
    claims = f"{count(len(failing), 'claim')} contradicted at or above {fail_on} ({named})" if failing else ""
    unsound = problems_outcome([problem_record(problem) for problem in report.problems])
    if unsound:
        return Outcome(unsound.code, "; ".join(filter(None, (unsound.why, claims))))
    if claims:
        return Outcome(Exit.CONFLICTS, claims)
    told = ", ".join(f"{number:,} {status}" for status, number in report.counts().items() if number)
    if not any(standing.status != "unchecked" for standing in report.standings) and not allow_empty:
        claims = count(len(report.standings), "claim")
        why = f"none of {claims} could be compared" if told else "no claim found"
        return Outcome(Exit.NOTHING_CHECKED, f"nothing was checked: {why} (--allow-empty accepts this)")
    return Outcome(Exit.CLEAN, told or "no claim found")


def _allowed(failing: list[ConflictRecord], fail_if: Mapping[str, int]) -> tuple[list[ConflictRecord], str]:
    """The conflicts of rules that have as many as `fail_if` says, and words on the others."""
    counts = Counter(conflict["rule"] for conflict in failing)
    spared = [rule for rule in sorted(counts) if counts[rule] < fail_if.get(rule, 1)]
    told = [f"{rule} has {counts[rule]} and fails from {fail_if[rule]}" for rule in spared]
    return [conflict for conflict in failing if conflict["rule"] not in spared], ", ".join(told)


def problems_outcome(problems: list[ProblemRecord]) -> Outcome | None:
    """The outcome that problems alone come to: 2, 3 or none."""
    for code, codes, what in (
        (Exit.USAGE, SETUP, "problem with rules or config"),
        (Exit.UNREADABLE, UNREAD, "input that could not be read"),
    ):
        told = [problem for problem in problems if problem["code"] in codes]
        if told:
            first = ": ".join(filter(None, (told[0]["source"], told[0]["message"])))
            return Outcome(code, f"{_some(len(told), what)} ({first}{', …' if len(told) > 1 else ''})")
    return None


def _at_or_above(fail_on: str) -> tuple[str, ...]:
    return () if fail_on == NEVER else SEVERITIES[: SEVERITIES.index(fail_on) + 1]


def _nothing_checked(coverage: CoverageRecord) -> str:
    """Why silence would mean nothing, "" when it does mean something."""
    if not coverage["documents"]:
        return "no document was read"
    if not coverage["claims"]:
        return f"no claim found in {count(coverage['documents'], 'document')}"
    if not coverage["comparable"]:
        return f"none of {count(coverage['claims'], 'claim')} could be compared with another"
    return ""


def _some(number: int, what: str) -> str:
    head, _, tail = what.partition(" ")
    return f"{count(number, head)} {tail}"
