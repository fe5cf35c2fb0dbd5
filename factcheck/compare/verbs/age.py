"""Ages: whole years of one person; that somebody gets older from text to text, the gate of time knows."""

from __future__ import annotations

from factcheck.claims.row import Row
from factcheck.compare.agreement import agree
from factcheck.model import Interval, Verdict
from factcheck.rulebook import Rule


def compare(a: Row, b: Row, rule: Rule) -> Verdict:
    """Agree when equal, or when one of them has just turned a year older."""
    first, second = a.claim, b.claim
    values = first.value, second.value, first.canonical, second.canonical
    if not all(isinstance(value, Interval) for value in values):
        return Verdict("not_comparable", "different-kind")
    if agree(*values, counted=True, bounds="interval", within=rule.agree_within):  # type: ignore[arg-type]
        return Verdict("agree", "equal")
    if _is_birthday(a, b) or _is_birthday(b, a):
        return Verdict("agree", "birthday")
    return Verdict("conflict", "different-value")


def _is_birthday(turned: Row, other: Row) -> bool:
    """Whether one text tells that somebody turned a year older than the other text says: "has turned 37 this
    month", "36"."""
    one, two = turned.claim.canonical, other.claim.canonical
    if turned.verb != "turn" or not (isinstance(one, Interval) and isinstance(two, Interval)):
        return False
    mine, theirs = turned.claim.value, other.claim.value
    return isinstance(mine, Interval) and isinstance(theirs, Interval) and mine.figure - theirs.figure == 1
