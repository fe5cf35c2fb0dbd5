"""`factcheck test`: the examples inside rule files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli import _options as options

if TYPE_CHECKING:
    from factcheck.checker import Checker
    from factcheck.rulebook import Rulebook


@click.command("test")
@click.argument("rule_ids", nargs=-1, metavar="[RULE]…")
@options.RULES
@click.option(
    "--mutate", is_flag=True, help="Make slips in agreeing examples; list those that nothing flags."
)
@options.QUIET
def command(rule_ids: tuple[str, ...], rules: str | None, mutate: bool, quiet: bool) -> int:
    """Run the examples of all rules, or of each RULE."""
    from pathlib import Path

    from factcheck.checker import Checker
    from factcheck.cli._exit import Outcome
    from factcheck.cli._write import tell_problems
    from factcheck.errors import Exit
    from factcheck.examples import run_examples
    from factcheck.outputs._words import count
    from factcheck.rulebook import load_rules

    rulebook = load_rules(Path(rules) if rules else None)
    checker = Checker(rules)
    known = tuple(rule.id for rule in rulebook.rules)
    for rule_id in rule_ids:
        if rule_id not in known:
            raise click.UsageError(
                f"no rule {rule_id!r}{options.near(rule_id, known)}; see `factcheck rules`"
            )
    tell_problems(rulebook.problems)
    results = run_examples(rulebook, checker.check, rule_ids)
    failed = [result for result in results if not result.passed]
    for result in failed:
        click.echo(f"failed  {result.id}  {result.message}")
    if mutate:
        _mutate(rulebook, checker, rule_ids)
    if rulebook.problems or failed:
        problems = f"{count(len(rulebook.problems), 'problem')} with the rules, " if rulebook.problems else ""
        return Outcome(
            Exit.USAGE, f"{problems}{len(failed)} of {count(len(results), 'example')} failed"
        ).tell()
    return Outcome(Exit.CLEAN, f"{count(len(results), 'example')} passed").tell(quiet)


def _mutate(rulebook: Rulebook, checker: Checker, rule_ids: tuple[str, ...]) -> None:
    from factcheck.mutate import mutate
    from factcheck.outputs._words import count

    made = mutate(rulebook, checker.check, checker.extract, rule_ids)
    missed = [slip for slip in made if not slip.flagged]
    for slip in missed:
        click.echo(f"missed  {slip.rule}:agree:{slip.number}  {slip.kind}: {slip.before} → {slip.after}")
    for kind in sorted({slip.kind for slip in made}):
        of_kind = [slip for slip in made if slip.kind == kind]
        click.echo(
            f"{kind}: {sum(slip.flagged for slip in of_kind)} of {count(len(of_kind), 'slip')} flagged"
        )
    click.echo(f"{len(made) - len(missed)} of {count(len(made), 'slip')} flagged")
