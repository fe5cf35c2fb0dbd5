"""`factcheck explain`: the whole trace of a sentence, a rule or a conflict, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from factcheck.checker import Checker, Comparison
from factcheck.errors import FactcheckError, Problem
from factcheck.model import Claim, Conflict, Document, Interval, Period, Value, Wording
from factcheck.outputs._units import shown
from factcheck.outputs._words import CLOSE
from factcheck.rulebook.rule import Rule

MOST = 8  # pairs of a conflict, or pairs that were not compared, which are told one by one
UNRESOLVED = {
    "no-reference": "needs the day of publication: give --published DATE, or a date in the text",
    "repeated": "comes back again and again",
}


def explain(target: str, checker: Checker, sources: Sequence[str] = ()) -> str:
    """What the checker makes of a rule's id, a conflict's id in the report on `sources`, or a sentence.

    FactcheckError when it looks like an id and is none.
    """
    from factcheck.compare.ledger import rule as deviation

    rules = {rule.id: rule for rule in (*checker.rulebook.rules, deviation())}
    if target in rules:
        return _rule(rules[target])
    if sources:
        comparison = checker.compare(sources)
        conflict = next((one for one in comparison.found.conflicts if one.id.startswith(target)), None)
        if conflict is not None:
            return _conflict(conflict, comparison)
    if " " in target.strip():
        return _sentence(target, checker)
    near = get_close_matches(target, rules, 3, 0.6) or [
        name for name in rules if name.split("/")[-1] == target
    ]
    hint = f"did you mean {' or '.join(near)}?" if near else "`factcheck rules` lists the rules"
    if not near:
        hint += "; the id of a conflict needs the paths of its report: factcheck explain ID PATH…"
    told = f"“{target}” is no rule, no conflict of the given inputs and no sentence"
    raise FactcheckError(Problem("usage", told, hint=hint))


# ------------------------------------------------------------ a sentence


def _sentence(text: str, checker: Checker) -> str:
    """Every span of a text with what was read, what was left out and why, and what it is checked against
    within itself."""
    from factcheck.compare.trace import when

    document = Document(source="sentence", text=text)
    reading = checker.read(document)
    if not reading.claims:
        return "nothing to check: no number, date, quotation or title was found"
    rows = {row.claim.id: row for row in reading.rows}
    parts: list[str] = []
    for claim in reading.claims:
        row = rows.get(claim.id)
        lines = [f"{claim.span.start}-{claim.span.end}  {claim.kind}  “{claim.text}”"]
        if "incidental" in claim.flags:
            why = next((flag.partition(":")[2] for flag in claim.flags if flag.startswith("because:")), "")
            parts.append("\n".join([*lines, f"  left out   {why or 'no claim'}"]))
            continue
        lines += _facts(claim)
        if row is not None:
            told = when(row)
            lines += [f"  as of      {told}"] if told else []
            rule = checker.rulebook.select(
                row.kind, dimension=row.dimension, attribute=row.attribute, noun=row.head
            )
            lines.append(f"  judged by  {rule.id if rule else 'no rule'}")
            lines += [f"  but        {why}" for why in _reservations(claim)]
        parts.append("\n".join(lines))
    return "\n\n".join([*parts, *_inside(document, checker)])


def _reservations(claim: Claim) -> Iterator[str]:
    """Why a claim may be compared with few others or none."""
    if isinstance(claim.value, Period) and claim.value.unresolved:
        yield UNRESOLVED.get(claim.value.unresolved, claim.value.unresolved)
    if claim.modality != "asserted":
        yield f"{claim.modality}: compared only with what is {claim.modality} too"
    if claim.scope.get("part"):
        yield "a part of another number: compared only with parts"
    if not claim.subject and not claim.attribute and claim.kind not in ("date", "quote"):
        yield "neither subject nor property is known: compared only in a near-identical sentence"


def _inside(document: Document, checker: Checker) -> Iterator[str]:
    """What the values of a text say of each other."""
    comparison = checker.compare([document])
    for a, b, rule in comparison.found.agreed:
        yield f"within the text: “{a.text}” fits “{b.text}” ({rule})"
    for conflict in comparison.found.conflicts:
        yield f"within the text: {conflict.explanation} ({conflict.rule}, {conflict.id})"


def _facts(claim: Claim) -> list[str]:
    value = claim.value
    facts = {
        "value": show(value),
        "bound": value.bound if isinstance(value, Interval | Period) else "",
        "unit": (value.unit or "") if isinstance(value, Interval) else "",
        "canonical": show(claim.canonical) if claim.canonical not in (None, value) else "",
        "noun": claim.noun,
        "attribute": claim.attribute or "unknown",
        "subject": claim.subject or "unknown",
        "verb": claim.verb,
        "scope": ", ".join(f"{key} {value}" for key, value in claim.scope.items()),
        "speaker": claim.speaker or "the author",
        "modality": claim.modality,
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


def _conflict(conflict: Conflict, comparison: Comparison) -> str:
    """The way from the texts to the verdict: what each says, each gate with its evidence, what not."""
    documents = {reading.document.id: reading.document for reading in comparison.readings}
    if comparison.ledger is not None:
        documents[comparison.ledger.document.id] = comparison.ledger.document
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
        published = [f"  {'published':<10} {document.published}"] if document.published else []
        lines += [f"  {'words':<10} “{claim.text}”", *_facts(claim), *published, ""]
    lines += _pairs(conflict, comparison)
    lines += [f"comparable: {reason}" for reason in conflict.comparable]
    if conflict.slip:
        lines.append(f"likely slip: {conflict.slip}")
    lines.append(f"to settle it: {conflict.settle}")
    return "\n".join([*lines, *_refused(conflict, comparison)])


def _pairs(conflict: Conflict, comparison: Comparison) -> Iterator[str]:
    """Each pair that clashes, gate by gate."""
    from factcheck.compare.trace import gates

    clashes = [clash for clash, made in comparison.found.clashed if made.id == conflict.id]
    for clash in clashes[:MOST]:
        yield f"“{clash.pair.a.claim.text}” against “{clash.pair.b.claim.text}”"
        yield from (f"  {name:<10} {seen}" for name, seen in gates(clash.pair))
        detail = f", {clash.verdict.detail}" if clash.verdict.detail else ""
        yield f"  {'values':<10} {clash.verdict.reason}{detail} ({clash.rule.compare} of {clash.rule.id})"
        yield f"  {'outcome':<10} {clash.outcome}"
        yield ""
    if len(clashes) > MOST:
        yield f"… and {len(clashes) - MOST} more pairs like these\n"


def _refused(conflict: Conflict, comparison: Comparison) -> Iterator[str]:
    """What the same claims were not compared with, and why."""
    ids = {claim.id for claim in conflict.claims}
    pairs = [pair for pair in comparison.found.refused if ids & {pair.first.id, pair.second.id}]
    pairs.sort(key=lambda pair: (pair.reason, pair.first.span, pair.second.span))
    for pair in pairs[:MOST]:
        detail = f": {pair.detail}" if pair.detail else ""
        yield f"not compared: “{pair.first.text}” with “{pair.second.text}”, {pair.reason}{detail}"
    if len(pairs) > MOST:
        yield f"… and {len(pairs) - MOST} more pairs that were not compared"
