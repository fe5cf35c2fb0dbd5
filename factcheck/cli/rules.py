"""`factcheck rules`: which rules there are, and what one of them says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli import _options as options

if TYPE_CHECKING:
    from factcheck.rule import Rule
    from factcheck.rulebook import Rulebook


@click.command("rules")
@click.argument("rule_id", required=False, metavar="[ID|stats]")
@options.RULES
@options.DECISIONS
def command(rule_id: str | None, rules: str | None, decisions: tuple[str, ...]) -> int:
    """List all rules, or show the rule called ID with its examples.

    `stats` counts for each rule what --decisions FILE say of its findings.
    """
    from pathlib import Path

    from factcheck.cli._exit import Outcome
    from factcheck.cli._write import tell_problems, write_stdout
    from factcheck.errors import Exit
    from factcheck.outputs._words import count
    from factcheck.rulebook import load_rules

    if rule_id == "stats":
        return _stats(decisions)
    if decisions:
        raise click.UsageError("--decisions goes with `factcheck rules stats`")
    rulebook = load_rules(Path(rules) if rules else None, examples=rule_id is not None)
    write_stdout(_list(rulebook) if rule_id is None else _page(_rule(rulebook, rule_id)))
    tell_problems(rulebook.problems)
    if rulebook.problems:
        return Outcome(Exit.USAGE, f"{count(len(rulebook.problems), 'problem')} with the rules").tell()
    return 0


def _stats(files: tuple[str, ...]) -> int:
    """A table of what became of the findings of each rule."""
    from collections import Counter
    from pathlib import Path

    from factcheck.cli._exit import Outcome
    from factcheck.cli._write import tell_problems, write_stdout
    from factcheck.cli.decide import LOG
    from factcheck.decisions import MADE, latest, read
    from factcheck.errors import Exit
    from factcheck.outputs._words import count

    logs = [read(Path(file)) for file in files or (LOG,)]
    tell_problems(problem for log in logs for problem in log.problems)
    made = [each for log in logs for each in log.decisions if each.verdict in (*MADE, "withdrawn")]
    held = latest(made).values()
    counts = Counter((each.rule, each.verdict) for each in held)
    reasons = Counter((each.rule, each.reason) for each in held if each.reason)
    rules = sorted({each.rule for each in held})
    width = max(len("rule"), *(len(rule) for rule in rules)) if rules else len("rule")
    lines = [f"{'rule':{width}}  shown  {'  '.join(MADE)}"]
    for rule in rules:
        cells = "  ".join(f"{counts[rule, verdict]:{len(verdict)}}" for verdict in MADE)
        why = ", ".join(
            f"{number} {reason}" for (of, reason), number in sorted(reasons.items()) if of == rule
        )
        shown = sum(counts[rule, verdict] for verdict in MADE)
        lines.append(f"{rule:{width}}  {shown:5}  {cells}{f'  ({why})' if why else ''}")
    write_stdout("\n".join(lines) + "\n")
    return Outcome(Exit.CLEAN, f"{count(len(held), 'finding')} decided on").tell()


def _rule(rulebook: Rulebook, rule_id: str) -> Rule:
    from factcheck.compare.ledger import RULE, rule

    ids = (*(rule.id for rule in rulebook.rules), RULE)
    if rule_id == RULE:
        return rule()
    if rule_id not in ids:
        raise click.UsageError(f"no rule {rule_id!r}{options.near(rule_id, ids)}; see `factcheck rules`")
    return rulebook[rule_id]


def _list(rulebook: Rulebook) -> str:
    from factcheck.compare.ledger import rule as deviation

    rules = sorted((*rulebook.rules, deviation()), key=lambda rule: rule.id)
    width = max(len(rule.id) for rule in rules)
    return "".join(
        f"{rule.id:{width}}  {rule.severity:7}  {rule.title}{' (trial)' if rule.status == 'trial' else ''}\n"
        for rule in rules
    )


def _page(rule: Rule) -> str:
    from factcheck.rule import LISTS

    judges = {"kind": rule.kind, "attribute": rule.attribute, "dimension": rule.dimension, "noun": rule.noun}
    lines = [
        f"{rule.id}: {rule.title}",
        "",
        rule.why,
        "",
        f"severity:  {rule.severity}{' (trial)' if rule.status == 'trial' else ''}",
        *(f"{name + ':':10} {', '.join(words)}" for name, words in judges.items() if words),
        f"compare:   {rule.compare}, {rule.within} documents",
        f"settle:    {rule.settle}",
        *(f"blind to:  {words}" for words in rule.blind_spots),
        *([f"file:      {rule.source}"] if rule.source else ()),
    ]
    for name in LISTS:
        for example in rule.examples.named(name):
            lines += ["", f"{name.replace('_', ' ')}:", *(f"  – {text}" for text in example.texts)]
    return "\n".join(lines) + "\n"
