"""`<!-- factcheck: ignore RULE reason="…" until=2027-01-31 -->`: silence with a reason and an end.

The same words stand in comments of Markdown, HTML and text, under `factcheck:` in front matter, and,
one a line, in a file beside the text with “.factcheck” behind its name. A finding with a side in the
stretch of a suppression is settled by it: listed, with the reason, and out of the exit code. One that
settles nothing, has no reason or is past its end is a problem.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path

from factcheck.errors import Problem
from factcheck.invalid import meant
from factcheck.model import Claim, Comment, Document
from factcheck.text.sentences import Sentence, sentences

SIDECAR = ".factcheck"
CODE = "suppression"
EVERY = "all"
VERBS = ("ignore", "ignore-block", "ignore-start", "ignore-end", "ignore-file")
OPTIONS = ("reason", "until", "text")
WORD = re.compile(r"""(?:(?P<name>[\w-]+)\s*=\s*)?(?P<value>"[^"]*"|“[^”]*”|'[^']*'|[^\s,]+)""")
HINT = 'write <!-- factcheck: ignore RULE reason="why it is right" -->'


@dataclass(frozen=True, slots=True)
class Suppression:
    """Silence on `rules` (ids or patterns) from `start` to `end` of the text of one document.

    `source`, `line` and `column` say where it is written; `until` is the ISO day after which it no
    longer holds, "" for none.
    """

    document: str
    source: str
    line: int
    column: int
    rules: tuple[str, ...]
    reason: str
    until: str
    start: int
    end: int

    def covers(self, rule: str, claim: Claim) -> bool:
        """Whether it silences a rule on a claim."""
        span = claim.span
        return (
            span.document == self.document
            and self.start <= span.start < self.end
            and any(name == EVERY or fnmatchcase(rule, name) for name in self.rules)
        )

    def expired(self, today: str | None) -> bool:
        """Whether its last day is over; without a day to judge by it never is."""
        return bool(self.until and today and self.until < today)

    def problem(self, message: str, hint: str = "") -> Problem:
        """A problem at the place where it is written."""
        return Problem(CODE, message, self.source, self.line, self.column, hint)


@dataclass(frozen=True, slots=True)
class Words:
    """One comment taken apart: its place, its verb, its rules and its options."""

    source: str
    line: int
    column: int
    whole: bool
    at: int
    verb: str
    rules: tuple[str, ...]
    options: dict[str, str]

    def problem(self, message: str, hint: str = HINT) -> Problem:
        """A problem at its place."""
        return Problem(CODE, message, self.source, self.line, self.column, hint)


def collect(documents: Iterable[Document], rules: Sequence[str]) -> tuple[list[Suppression], list[Problem]]:
    """All suppressions of the documents and of the files beside them, and what is wrong with any."""
    found: list[Suppression] = []
    problems: list[Problem] = []
    read: dict[str, str] = {}
    for document in documents:
        beside = _beside(document, read, problems)
        if not document.comments and not beside:
            continue
        told = [_words(comment, document) for comment in document.comments]
        told += [_line_words(beside, number, line) for number, line in _lines(read.get(beside, ""))]
        sound: list[Words] = []
        for words in told:
            wrong = _wrong(words, rules)
            problems += [wrong] if wrong else []
            sound += [] if wrong else [words]
        found += _stretches(document, sound, problems)
    return found, sorted(set(problems), key=lambda each: (each.source, each.line, each.column))


def _stretches(document: Document, told: Sequence[Words], problems: list[Problem]) -> Iterator[Suppression]:
    """The stretch of the text that each of a document's comments is about."""
    parts = sentences(document)
    open_ones: list[tuple[Words, int]] = []
    for words in told:
        at = next((n for n, part in enumerate(parts) if _last(document, part) >= words.at), len(parts))
        if words.verb == "ignore-start":
            open_ones.append((words, _start(parts, at, document)))
            continue
        if words.verb == "ignore-end":
            fitting = [each for each in open_ones if not words.rules or each[0].rules == words.rules]
            if not fitting:
                problems.append(words.problem("nothing is open here that could end"))
                continue
            open_ones.remove(fitting[-1])
            yield _made(fitting[-1][0], document, fitting[-1][1], _start(parts, at, document))
        elif words.whole or words.verb == "ignore-file":
            yield from _in_file(words, document, parts)
        elif at == len(parts):
            problems.append(words.problem("no text follows that it could be about"))
        else:
            last = at
            while (
                words.verb == "ignore-block"
                and parts[last + 1 :]
                and parts[last + 1].block == parts[at].block
            ):
                last += 1
            yield _made(words, document, parts[at].start, parts[last].end)
    for words, start in open_ones:
        problems.append(
            words.problem("it is never ended, so it holds to the end of the text", "add ignore-end")
        )
        yield _made(words, document, start, len(document.text))


def _in_file(words: Words, document: Document, parts: Sequence[Sentence]) -> Iterator[Suppression]:
    """All of a document, or each of its sentences that holds the words of `text="…"`."""
    wanted = words.options.get("text")
    if not wanted:
        yield _made(words, document, 0, len(document.text))
        return
    for part in parts:
        if wanted in part.surface:
            yield _made(words, document, part.start, part.end)


def _made(words: Words, document: Document, start: int, end: int) -> Suppression:
    reason, until = words.options["reason"], words.options.get("until", "")
    return Suppression(
        document.id, words.source, words.line, words.column, words.rules, reason, until, start, end
    )


def _start(parts: Sequence[Sentence], at: int, document: Document) -> int:
    return parts[at].start if at < len(parts) else len(document.text)


def _last(document: Document, part: Sentence) -> int:
    """Where a sentence ends in the original; furniture, where a comment of a text stands, is passed over."""
    if part.zone == "furniture":
        return -1
    assert document.origin is not None
    return document.origin.original(part.end - 1)


def _wrong(words: Words, rules: Sequence[str]) -> Problem | None:
    """What keeps a comment from being a suppression."""
    if words.verb not in VERBS:
        return words.problem(f"“{words.verb}” is none of {', '.join(VERBS)}", meant(words.verb, VERBS))
    for name in words.options:
        if name not in OPTIONS:
            return words.problem(f"unknown option “{name}”", meant(name, OPTIONS))
    for rule in words.rules:
        if rule != EVERY and not any(fnmatchcase(known, rule) for known in rules):
            return words.problem(f"no rule “{rule}”", meant(rule, rules))
    if words.verb == "ignore-end":
        return None
    if not words.rules:
        return words.problem("it names no rule", f"{HINT}; “all” stands for every rule")
    if not any(letter.isalnum() for letter in words.options.get("reason", "")):
        return words.problem("it gives no reason")
    until = words.options.get("until")
    if until is not None and not _is_day(until):
        return words.problem(f"“{until}” is no day", "write until=2027-01-31")
    return None


def _is_day(words: str) -> bool:
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def _words(comment: Comment, document: Document) -> Words:
    """A comment of a document taken apart; its line and column are those of the original."""
    assert document.origin is not None
    line = bisect_right(document.origin.line_starts, comment.at)
    column = comment.at - document.origin.line_starts[line - 1] + 1
    verb, rules, options = _apart(comment.words)
    source = document.source
    return Words(source, line, column, comment.whole, comment.at, verb, rules, options)


def _line_words(source: str, number: int, line: str) -> Words:
    verb, rules, options = _apart(line)
    return Words(source, number, 1, True, 0, verb, rules, options)


def _apart(words: str) -> tuple[str, tuple[str, ...], dict[str, str]]:
    """Verb, rules and options of a comment."""
    plain: list[str] = []
    options: dict[str, str] = {}
    for match in WORD.finditer(words):
        value = match["value"]
        value = value[1:-1] if value[0] in "\"“'" and len(value) > 1 else value
        if match["name"]:
            options[match["name"]] = value.strip()
        else:
            plain.append(value)
    return (plain[0] if plain else ""), tuple(plain[1:]), options


def _beside(document: Document, read: dict[str, str], problems: list[Problem]) -> str:
    """The file of suppressions beside a document's file, read into `read`; "" when there is none."""
    file = document.source.partition("#")[0] + SIDECAR
    if file in read:
        return file
    path = Path(file)
    try:
        if "://" in file or not path.is_file():
            return ""
        read[file] = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        problems.append(Problem(CODE, f"cannot be read: {error}", file))
        return ""
    return file


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines that say something, with their numbers."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            yield number, line
