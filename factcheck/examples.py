"""Runs the examples inside rule files: for `factcheck test` and for pytest, the same way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from factcheck.model import Conflict, Document, Report
from factcheck.rulebook import Rulebook
from factcheck.rulebook.rule import LISTS, Example, Rule

Check = Callable[[Sequence[Document]], Report]
LOUD = ("error", "warning")


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """One example that was run: `expected` is the list it stands in, `number` counts from 1.

    `message` says what happened instead, "" when the example passed.
    """

    rule: str
    expected: str
    number: int
    message: str

    @property
    def passed(self) -> bool:
        """Whether the example came out as it is listed."""
        return not self.message

    @property
    def id(self) -> str:
        """`measures/range:conflict:1`"""
        return f"{self.rule}:{self.expected}:{self.number}"


def listed(rulebook: Rulebook, ids: Iterable[str] = ()) -> Iterator[tuple[Rule, str, int, Example]]:
    """Every example of the rules `ids` (all without ids): rule, list, number from 1, example."""
    wanted = set(ids)
    for rule in rulebook.rules:
        if not wanted or rule.id in wanted:
            for name in LISTS:
                for number, example in enumerate(rule.examples.named(name), 1):
                    yield rule, name, number, example


def run_examples(rulebook: Rulebook, check: Check, ids: Iterable[str] = ()) -> list[ExampleResult]:
    """The outcome of every example; `check` is the `check` of a Checker with the same rules.

    An example is judged by the whole rulebook, so that an example of one rule also shows what the
    others make of it.
    """
    return [
        ExampleResult(rule.id, name, number, verdict(rule, name, example, check(documents(example))))
        for rule, name, number, example in listed(rulebook, ids)
    ]


def documents(example: Example) -> list[Document]:
    """The texts of an example as documents a.txt, b.txt …"""
    dates = example.published or ("",) * len(example.texts)
    return [
        Document(source=f"{letter}.txt", text=text, published=date or None)
        for letter, text, date in zip(ascii_lowercase, example.texts, dates, strict=False)
    ]


def verdict(rule: Rule, expected: str, example: Example, report: Report) -> str:
    """What differs from what was expected, "" for nothing."""
    if expected in ("conflict", "revised", "spread"):
        if any(_is(rule, expected, found) for found in report.conflicts):
            return ""
        return f"expected {expected}, got {_told(report)}"
    loud = [found for found in report.conflicts if found.severity in LOUD]
    if loud:
        return f"expected silence, got {_told(report)}"
    if expected == "agree" and not report.coverage.agreements:
        return f"expected an agreement, got {_told(report)}"
    if example.reason and example.reason not in report.coverage.not_comparable:
        return f"expected not comparable: {example.reason}, got {_told(report)}"
    return ""


def _is(rule: Rule, expected: str, found: Conflict) -> bool:
    sides = {claim.span.document for claim in found.claims}
    return found.rule == rule.id and found.outcome == expected and (rule.within == "inside" or len(sides) > 1)


def _told(report: Report) -> str:
    """One line: what was found, else how far the comparison went."""
    if report.conflicts:
        return "; ".join(
            f"{found.outcome} by {found.rule} ({' | '.join(claim.text for claim in found.claims)})"
            for found in report.conflicts
        )
    covered = report.coverage
    if covered.agreements:
        return f"{covered.agreements} agreement(s)"
    if covered.not_comparable:
        return "not comparable: " + ", ".join(
            f"{reason} {count}" for reason, count in covered.not_comparable.items()
        )
    claims = [claim for claim in report.claims if "incidental" not in claim.flags]
    read = ", ".join(
        f"{claim.kind} “{claim.text}” of {claim.subject or '?'}/{claim.attribute or '?'}" for claim in claims
    )
    return f"no comparison between {read}" if read else "no claim"
