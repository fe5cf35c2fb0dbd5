"""What the rules would miss: slips made in the agreeing examples, and which of them nothing flags."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

import regex

from factcheck.data import load
from factcheck.examples import Check, documents, listed
from factcheck.model import Claim, Document
from factcheck.rulebook import Rulebook

WORD = regex.compile(r"[^\W\d_]+(?:/[^\W\d_]+)?|°[CF]")
NUMBER = regex.compile(r"\d")
NAME = regex.compile(r"\p{Lu}\p{Ll}{3,}")


@dataclass(frozen=True, slots=True)
class Mutation:
    """A slip in the last text of an agreeing example: `before` became `after`.

    `kind` is number, unit, date or name.
    """

    rule: str
    number: int
    kind: str
    before: str
    after: str
    flagged: bool


def mutate(
    rulebook: Rulebook,
    check: Check,
    extract: Callable[[Document], tuple[Claim, ...]],
    ids: Iterable[str] = (),
) -> list[Mutation]:
    """Every slip in every agreeing example between texts, and whether a finding touches the changed text."""
    found = []
    for rule, name, number, example in listed(rulebook, ids):
        if name != "agree" or rule.within == "inside":
            continue
        *others, last = documents(example)
        for claim in extract(last):
            if "incidental" in claim.flags:
                continue
            for kind, start, end, word in slips(last.text, claim):
                changed = replace(last, text=last.text[:start] + word + last.text[end:], origin=None)
                report = check([*others, changed])
                flagged = any(
                    side.span.document == last.id and side.sentence.start <= start < side.sentence.end
                    for conflict in report.conflicts
                    for side in conflict.claims
                )
                found.append(Mutation(rule.id, number, kind, last.text[start:end], word, flagged))
    return found


def slips(text: str, claim: Claim) -> Iterator[tuple[str, int, int, str]]:
    """(kind, start, end, new word) for every slip that can be made in a claim: at most one of each kind.

    A digit or else a number word is another one, a unit or a date's word is exchanged, the subject's name
    has two letters swapped.
    """
    start, end = claim.span.start, claim.span.end
    kind = "date" if claim.kind == "date" else "number"
    if claim.kind != "quote" and (digit := NUMBER.search(text, start, end)):
        at = digit.end() - 1 if kind == "number" else _last_digit(text, digit.start(), end)
        yield kind, at, at + 1, str((int(text[at]) + 4) % 9 + 1)
    swaps = _swaps()
    made: set[str] = set()
    for word in WORD.finditer(text, start, end):
        kind, other = swaps.get(word.group()) or swaps.get(word.group().lower(), ("", ""))
        if kind and kind not in made and not (kind == "number" and NUMBER.search(text, start, end)):
            made.add(kind)
            yield kind, word.start(), word.end(), _cased(other, word.group())
    if claim.subject:
        sentence = claim.sentence
        for name in NAME.finditer(text, sentence.start, sentence.end):
            at = _swappable(name.group())
            if at and name.group() == claim.subject.split()[-1]:
                start = name.start() + at
                yield "name", start, start + 2, text[start + 1] + text[start]
                break


def _swappable(name: str) -> int:
    """The first of two different letters side by side behind the second one of a name; 0 for none."""
    return next((at for at in range(2, len(name) - 1) if name[at] != name[at + 1]), 0)


def _cased(word: str, like: str) -> str:
    """A word with the capital that the one it replaces has: "Three" becomes "Nine"."""
    return word.capitalize() if like.istitle() and word.islower() else word


def _last_digit(text: str, start: int, end: int) -> int:
    """The last digit of the number that begins at `start`: a date's slips are small."""
    at = start
    while at + 1 < end and text[at + 1].isdigit():
        at += 1
    return at


def _swaps() -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    for kind, pairs in load("mutations").items():
        for one, other in pairs:
            table.setdefault(one, (kind, other))
            table.setdefault(other, (kind, one))
    return table
