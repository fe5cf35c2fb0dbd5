"""`Checker`: texts in, a report out. The stages in order, each from values to values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcheck.errors import FactcheckError, Problem
from factcheck.model import Claim, Conflict, Coverage, Document, Report

if TYPE_CHECKING:
    from factcheck.claims.facts import Facts
    from factcheck.claims.reading import Reading
    from factcheck.compare.judge import Findings
    from factcheck.rulebook import Rulebook

Input = str | Path | Document


class Comparison(NamedTuple):
    """Everything between texts and a report: `origins` groups the ids of texts that are copies of one."""

    readings: list[Reading]
    found: Findings
    origins: tuple[tuple[str, ...], ...]
    ledger: Facts | None
    problems: tuple[Problem, ...]


class Checker:
    """Rules and vocabularies, loaded once; after that it changes nothing and serves any thread.

    `rules`: a folder or file of rules instead of the shipped ones. `published`: ISO date for texts
    that have none. `ledger`: a YAML file of facts that every text is measured by. FactcheckError when
    no rule can be loaded, or the ledger cannot be read.
    """

    def __init__(
        self,
        rules: str | Path | None = None,
        *,
        published: str | None = None,
        ledger: str | Path | None = None,
    ) -> None:
        from factcheck.rulebook import load_rules

        self._rulebook = load_rules(None if rules is None else Path(rules), examples=False)
        if not self._rulebook.rules:
            raise FactcheckError(*self._rulebook.problems)
        self._published = published
        self._ledger: Facts | None = None
        if ledger is not None:
            from factcheck.claims.facts import read_facts

            self._ledger = read_facts(ledger)

    @property
    def rulebook(self) -> Rulebook:
        """The rules in use, with the problems met while loading them."""
        return self._rulebook

    def check(self, inputs: Iterable[Input], problems: Sequence[Problem] = ()) -> Report:
        """The report on all inputs together: paths, folders or documents, in any order.

        `problems` are those that the caller met before; they are listed with the report's own.
        """
        return _report(self.compare(inputs, problems))

    def compare(
        self, inputs: Iterable[Input], problems: Sequence[Problem] = (), ledger: Facts | None = None
    ) -> Comparison:
        """What `check` makes its report of: the texts as they were read and every pair that was compared.

        `ledger` stands in for the checker's own.
        """
        from factcheck.compare import facts, inside, origins
        from factcheck.compare.judge import judge

        documents, met = self.documents(inputs)
        readings, failed = self._read(documents)
        rows = [row for reading in readings for row in reading.rows]
        profiles = [reading.profile for reading in readings]
        found = judge(rows, profiles, self._rulebook, inside.pairs(readings))
        ledger = ledger or self._ledger
        if ledger is not None:
            facts.measure(rows, profiles, ledger, self._rulebook, found)
        groups = origins.groups([reading.document for reading in readings])
        found.conflicts = [origins.told(conflict, groups) for conflict in found.conflicts]
        told = (*self._rulebook.problems, *(ledger.problems if ledger else ()), *met, *failed, *found.problems)
        return Comparison(readings, found, groups, ledger, (*problems, *told))

    def extract(self, document: Document) -> tuple[Claim, ...]:
        """The claims of one document in the order of the text."""
        return self.read(document).claims

    def read(self, document: Document) -> Reading:
        """The claims of one document with all that comparing and explaining want to know."""
        from factcheck.claims.extract import read

        if document.published is None and self._published:
            document = replace(document, published=self._published)
        return read(document)

    def documents(self, inputs: Iterable[Input]) -> tuple[list[Document], list[Problem]]:
        """All documents that the inputs lead to, in the order of their ids, and what could not be read."""
        given = list(inputs)
        documents = [entry for entry in given if isinstance(entry, Document)]
        problems: list[Problem] = []
        paths = [str(entry) for entry in given if not isinstance(entry, Document)]
        if paths:
            from factcheck.inputs import gather

            gathered = gather(paths)
            documents += gathered.documents
            problems += gathered.problems
        documents.sort(key=lambda document: (document.id, document.source, document.text))
        kept: dict[str, Document] = {}
        for document in documents:
            if document.id in kept:
                if kept[document.id].text != document.text:
                    problems.append(
                        Problem(
                            "duplicate-id",
                            f"two documents have the id “{document.id}”; the second is left out",
                            document.source,
                            hint="give each document an id of its own",
                        )
                    )
                continue
            kept[document.id] = document
        return list(kept.values()), problems

    def _read(self, documents: Sequence[Document]) -> tuple[list[Reading], list[Problem]]:
        """All readings; a document that cannot be read to its end is a problem, not the end of the run."""
        readings: list[Reading] = []
        problems: list[Problem] = []
        for document in documents:
            try:
                reading = self.read(document)
            except RecursionError as error:  # the only way that a text is known to end a reading
                problems.append(
                    Problem("unreadable", f"the text could not be analysed: {error!r}", document.source)
                )
                continue
            for row in reading.rows:
                row.document = len(readings)
            readings.append(reading)
            problems += reading.problems
        return readings, problems


def _report(comparison: Comparison) -> Report:
    readings, found, origins, ledger, problems = comparison
    severities = {"error": 0, "warning": 1, "note": 2}
    conflicts = sorted(found.conflicts, key=lambda c: (severities[c.severity], _place(c), c.rule, c.id))
    claims = tuple(claim for reading in readings for claim in reading.claims)
    coverage = Coverage(
        documents=len(readings),
        origins=len(origins),
        sentences=sum(reading.sentence_count for reading in readings),
        claims=sum("incidental" not in claim.flags for claim in claims),
        comparable=found.comparable,
        agreements=found.agreements,
        conflicts=len(conflicts),
        not_comparable=dict(sorted(found.reasons.items())),
        incidental=sum("incidental" in claim.flags for claim in claims),
    )
    refused = sorted(found.refused, key=lambda pair: (pair.reason, pair.first.span, pair.second.span))
    return Report(
        documents=(*(reading.document for reading in readings), *([ledger.document] if ledger else ())),
        claims=claims,
        conflicts=tuple(conflicts),
        coverage=coverage,
        problems=tuple(sorted(problems, key=lambda p: (p.source, p.line, p.column, p.code, p.message))),
        not_comparable=tuple(refused),
        origins=tuple(ids for ids in origins if len(ids) > 1),
    )


def _place(conflict: Conflict) -> tuple[str, int]:
    return conflict.claims[0].span.document, conflict.claims[0].span.start


def check(inputs: Iterable[Input], **options: str | Path | None) -> Report:
    """The report on paths or documents: `Checker(**options).check(inputs)`."""
    return Checker(**options).check(inputs)


def extract(document: Document, **options: str | Path | None) -> tuple[Claim, ...]:
    """The claims of one document: `Checker(**options).extract(document)`."""
    return Checker(**options).extract(document)
