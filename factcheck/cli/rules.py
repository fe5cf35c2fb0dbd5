"""`factcheck rules`: which rules there are, what one of them says, and what became of its findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli import _options as options

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.decisions import Decision
    from factcheck.rulebook import Rulebook
    from factcheck.rulebook.rule import Rule

STATS = "stats"


@click.command("rules")
@click.argument("rule_id", required=False, metavar="[ID|stats]")
@click.argument("texts", nargs=-1, metavar="[PATH]…")
@options.RULES
@options.DECISIONS
def command(
    rule_id: str | None, texts: tuple[str, ...], rules: str | None, decisions: tuple[str, ...]
) -> int:
    """List all rules, or show the rule called ID with its examples.

    `stats` counts for each rule how many findings were shown, and what was decided on them in
    --decisions FILE or the logs of the configuration. With PATH… the findings of a report on them are
    counted as well.
    """
    from pathlib import Path

    from factcheck.cli._exit import Outcome
    from factcheck.cli._write import tell_problems, write_stdout
    from factcheck.errors import Exit
    from factcheck.outputs._words import count
    from factcheck.rulebook import load_rules

    if rule_id == STATS:
        return _stats(texts, rules, decisions)
    if decisions or texts:
        raise click.UsageError("--decisions and PATH go with `factcheck rules stats`")
    rulebook = load_rules(Path(rules) if rules else None, examples=rule_id is not None)
    write_stdout(_list(rulebook) if rule_id is None else _page(_rule(rulebook, rule_id)))
    tell_problems(rulebook.problems)
    if rulebook.problems:
        return Outcome(Exit.USAGE, f"{count(len(rulebook.problems), 'problem')} with the rules").tell()
    return 0


def _stats(texts: tuple[str, ...], rules: str | None, files: tuple[str, ...]) -> int:
    """A table of what became of the findings of each rule."""
    from pathlib import Path

    from factcheck.cli._exit import Outcome
    from factcheck.cli._run import check
    from factcheck.cli._setup import Setup
    from factcheck.cli._write import tell_problems, write_stdout
    from factcheck.cli.decide import LOG
    from factcheck.decisions import MADE, latest, read
    from factcheck.errors import Exit
    from factcheck.outputs._words import count

    setup = Setup(rules=rules)
    named = files or setup.settings(texts or (".",)).settings.decisions or (LOG,)
    logs = [read(Path(file)) for file in named]
    tell_problems(problem for log in logs for problem in log.problems)
    held = latest(each for log in logs for each in log.decisions if each.verdict in MADE).values()
    found = check(texts, setup, (), "").conflicts if texts else ()
    shown = {(each.rule, each.conflict) for each in held} | {(each.rule, each.id) for each in found}
    write_stdout("".join(f"{line}\n" for line in _table(shown, held)))
    return Outcome(Exit.CLEAN, f"{count(len(held), 'finding')} decided on").tell()


def _table(shown: Iterable[tuple[str, str]], held: Iterable[Decision]) -> list[str]:
    """A line for each rule: findings shown, each verdict on them, the share that was no false alarm."""
    from collections import Counter

    from factcheck.decisions import JUDGED

    findings = Counter(rule for rule, _ in shown)
    counts = Counter((each.rule, each.verdict) for each in held)
    reasons = Counter((each.rule, each.reason) for each in held if each.reason)
    width = max(len("rule"), *map(len, findings)) if findings else len("rule")
    lines = [f"{'rule':{width}}  shown  {'  '.join(JUDGED)}  right"]
    for rule, number in sorted(findings.items()):
        cells = "  ".join(f"{counts[rule, verdict]:{len(verdict)}}" for verdict in JUDGED)
        true = counts[rule, "confirmed"] + counts[rule, "corrected"]
        told = true + counts[rule, "not-a-conflict"]
        right = f"{100 * true // told}%" if told else "–"
        why = ", ".join(f"{times} {reason}" for (of, reason), times in sorted(reasons.items()) if of == rule)
        lines.append(f"{rule:{width}}  {number:5}  {cells}  {right:>5}{f'  ({why})' if why else ''}")
    return lines


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
    from factcheck.rulebook.rule import LISTS

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
