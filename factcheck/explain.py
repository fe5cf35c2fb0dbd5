"""`factcheck explain`: the whole trace of a sentence, a rule or a conflict, in words."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import data
from factcheck.checker import Checker
from factcheck.errors import FactcheckError, Problem
from factcheck.model import Claim, Conflict, Document, Interval, Period, Report, Value, Wording
from factcheck.outputs._units import shown
from factcheck.outputs._words import CLOSE
from factcheck.rule import Rule


def explain(target: str, checker: Checker, sources: Sequence[str] = ()) -> str:
    """What the checker makes of a rule's id, a conflict's id in the report on `sources`, or a sentence.

    FactcheckError when it looks like an id and is none.
    """
    rule = next((rule for rule in checker.rulebook.rules if rule.id == target), None)
    if rule is not None:
        return _rule(rule)
    if target == data.load("ledger")["id"]:
        return ledger_rule()
    if sources and " " not in target.strip():
        report = checker.check(sources)
        conflict = next((conflict for conflict in report.conflicts if conflict.id.startswith(target)), None)
        if conflict is not None:
            return _conflict(conflict, report)
    if " " not in target.strip():
        known = ", ".join(checker.rule_ids())
        hint = f"rules: {known}" if not sources else "no conflict of these inputs has this id"
        raise FactcheckError(
            Problem(
                "usage", f"“{target}” is no rule, no conflict of the given inputs and no sentence", hint=hint
            )
        )
    return _sentence(target, checker)


def _sentence(text: str, checker: Checker) -> str:
    """Every span of a text with what was read, and what was left out and why."""
    reading = checker.read(Document(source="sentence", text=text))
    if not reading.claims:
        return "nothing to check: no number, date, quotation or title was found"
    rows = {row.claim.id: row for row in reading.rows}
    parts: list[str] = []
    for claim in reading.claims:
        row = rows.get(claim.id)
        lines = [f"{claim.span.start}-{claim.span.end}  {claim.kind}  “{claim.text}”"]
        if "incidental" in claim.flags:
            why = next((flag.partition(":")[2] for flag in claim.flags if flag.startswith("because:")), "")
            lines.append(f"  left out   {why or 'no claim'}")
        else:
            lines += _facts(claim)
        if row is not None:
            rule = checker.rulebook.select(
                row.kind, dimension=row.dimension, attribute=row.attribute, noun=row.head
            )
            lines.append(f"  judged by  {rule.id if rule else 'no rule'}")
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _facts(claim: Claim) -> list[str]:
    facts = {
        "value": show(claim.value),
        "canonical": show(claim.canonical) if claim.canonical not in (None, claim.value) else "",
        "noun": claim.noun,
        "attribute": claim.attribute,
        "subject": claim.subject,
        "verb": claim.verb,
        "scope": ", ".join(f"{key} {value}" for key, value in claim.scope.items()),
        "speaker": claim.speaker or "",
        "modality": claim.modality if claim.modality != "asserted" else "",
        "flags": ", ".join(claim.flags),
    }
    return [f"  {name:<10} {words}" for name, words in facts.items() if words]


def show(value: Value | None) -> str:
    """A value in words: "≥ 48 people", "1601.30 kilometer", "2025-08-15"."""
    if isinstance(value, Interval):
        return _number(value)
    if isinstance(value, Period):
        if value.unresolved:
            return f"not resolved ({value.unresolved})"
        ends = (
            f"{value.low or '…'}" if value.low == value.high else f"{value.low or '…'} to {value.high or '…'}"
        )
        return f"{'about ' if value.approximate else ''}{ends} ({value.granularity})"
    return value.words if isinstance(value, Wording) else ""


def _number(value: Interval) -> str:
    unit = shown(value.unit)
    unit = unit if unit in CLOSE else f" {unit}".rstrip()
    if value.low is None or value.high is None:
        sign = {(True, True): ">", (True, False): "≥", (False, True): "<", (False, False): "≤"}[
            value.high is None, value.low_open if value.high is None else value.high_open
        ]
        return f"{sign} {value.figure:f}{unit}"
    if value.low != value.high:
        return f"{value.low:f} to {value.high:f}{unit}"
    hedge = {"approx": "about ", "up": "up ", "down": "down "}.get(value.bound, "")
    return f"{hedge}{value.low:f}{unit}"


def _rule(rule: Rule) -> str:
    judged = {"kind": rule.kind, "attribute": rule.attribute, "noun": rule.noun, "dimension": rule.dimension}
    lines = [f"{rule.id}  {rule.title}", "", rule.why, ""]
    lines += [f"  {name:<10} {', '.join(words)}" for name, words in judged.items() if words]
    lines += [
        f"  compare    {rule.compare}, bounds as {rule.bounds}, within {rule.agree_within:%}",
        f"  severity   {rule.severity} ({rule.status})",
        f"  settle     {rule.settle}",
    ]
    lines += [f"  blind spot {spot}" for spot in rule.blind_spots]
    return "\n".join(lines)


def ledger_rule() -> str:
    """The rule that no file of rules holds: a deviation from the ledger."""
    rule = data.load("ledger")
    lines = [f"{rule['id']}  {rule['title']}", "", rule["why"], ""]
    lines += [f"  {name:<10} {rule[name]}" for name in ("judges", "compare", "severity", "settle")]
    return "\n".join([*lines, *(f"  blind spot {spot}" for spot in rule["blind_spots"])])


def _conflict(conflict: Conflict, report: Report) -> str:
    """The way from the two texts to the verdict."""
    documents = {document.id: document for document in report.documents}
    lines = [
        f"{conflict.id}  {conflict.outcome}  {conflict.severity}  {conflict.rule}",
        conflict.explanation,
        "",
    ]
    for claim in conflict.claims:
        document = documents[claim.span.document]
        line, column = document.line_column(claim.span.start)
        lines.append(
            f"{document.source}:{line}:{column}  “{document.text[claim.sentence.start : claim.sentence.end]}”"
        )
        lines += [f"  {'words':<10} “{claim.text}”", *_facts(claim), ""]
    lines += [f"comparable: {reason}" for reason in conflict.comparable]
    if conflict.slip:
        lines.append(f"likely slip: {conflict.slip}")
    lines.append(f"to settle it: {conflict.settle}")
    return "\n".join(lines)
