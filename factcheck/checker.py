"""`Checker`: texts in, a report out. The stages in order, each from values to values."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, fields, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.errors import FactcheckError, Problem
from factcheck.model import Claim, Conflict, Coverage, Document, Report, RuleNote

if TYPE_CHECKING:
    from factcheck.cache import Cache, Memory
    from factcheck.claims.ledger import Facts
    from factcheck.claims.reading import Reading
    from factcheck.compare.judge import Findings
    from factcheck.config.effective import Config
    from factcheck.decisions import Decision
    from factcheck.rulebook import Rulebook

Input = str | Path | Document
LEDGER = "ledger/deviation"  # compare.ledger.RULE, whose import a run without a ledger does not need


class Comparison(NamedTuple):
    """Everything between texts and a report: `origins` groups the ids of texts that are copies of one.

    `decisions` are those of suppressions in the texts; `zoned` counts claims left out by their zone,
    `excluded` files left out by the configuration. `rules` are those of the conflicts.
    """

    readings: list[Reading]
    found: Findings
    origins: tuple[tuple[str, ...], ...]
    ledger: Facts | None
    problems: tuple[Problem, ...]
    decisions: tuple[Decision, ...] = ()
    zoned: Mapping[str, int] = {}
    excluded: int = 0
    rules: tuple[RuleNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Basis:
    """All that a report rests on besides its texts; a checker asks nothing else.

    `today` is told by what it makes of the suppressions, so that a report can outlast a day.
    """

    rulebook: Rulebook
    config: Config
    ledger: Facts | None = None
    published: str | None = None
    today: str | None = field(default=None, metadata={"told": False})
    units: str = ""

    def told(self) -> tuple[str, ...]:
        """Each part in words that differ when it does."""
        return tuple(
            repr(getattr(self, each.name)) for each in fields(self) if each.metadata.get("told", True)
        )


class Checker:
    """Rules and vocabularies, loaded once; after that it changes nothing and serves any thread.

    `rules`: a folder or file of rules instead of the shipped ones. `published`: ISO date for texts
    that have none. `ledger`: a YAML file of facts that every text is measured by. `units`: a YAML file or
    mapping of units of your own (docs/config.md), for this checker alone. `config`: a file
    (docs/config.md) or what `config.file.load` made of one; the other arguments go before it. `cache`:
    a folder that keeps what was read, True for the user's own; None as the configuration says, which
    without a word means none. `keep`: what was read stays in memory for the next call on the same texts.
    `today`: ISO day that the ends of suppressions are judged by. `progress` is called with the number of
    documents read and of all. `jobs`: processes that read many texts at once, 0 for one a processor; more
    than one needs a main module that can be imported (see `multiprocessing`). FactcheckError when no rule
    can be loaded, or a file named here cannot be read.
    """

    def __init__(
        self,
        rules: str | Path | None = None,
        *,
        published: str | None = None,
        ledger: str | Path | None = None,
        units: str | Path | Mapping[str, Any] | None = None,
        config: str | Path | Config | None = None,
        cache: str | Path | bool | None = None,
        keep: bool = False,
        today: str | None = None,
        progress: Callable[[int, int], None] | None = None,
        jobs: int = 1,
    ) -> None:
        from factcheck.config.effective import Config
        from factcheck.inputs import require_dates
        from factcheck.rulebook import load_rules
        from factcheck.text.attachers import attacher
        from factcheck.units import own, with_own

        require_dates(published=published, today=today)
        if isinstance(config, str | Path):
            from factcheck.config.file import load

            config = load(config)
        config = config or Config()
        settings = config.settings
        rules, ledger = rules or settings.rules, ledger or settings.ledger
        rulebook = load_rules(None if rules is None else Path(rules), examples=False)
        if not rulebook.rules:
            raise FactcheckError(*rulebook.problems)
        mine = own(units or settings.units)
        facts: Facts | None = None
        if ledger is not None:
            from factcheck.claims.ledger import read_facts

            facts = read_facts(ledger, with_own(mine))
        self._basis = Basis(rulebook, config, facts, published, today, mine)
        unknown = config.unknown_rules(self.rule_ids())
        if unknown:
            raise FactcheckError(*unknown)
        self._attach = attacher(settings.attach)
        self._jobs = jobs
        self._progress = progress or (lambda done, all: None)
        if cache is None and "cache" in settings.model_fields_set:
            cache = settings.cache
        self._cache: Cache | Memory | None = None
        self._kept: Cache | None = None  # of whole reports
        if cache or keep:
            from factcheck.cache import Memory, made

            self._kept = made(cache, settings.attach, mine) if cache else None
            self._cache = Memory(self._kept) if keep else self._kept

    @property
    def rulebook(self) -> Rulebook:
        """The rules in use, with the problems met while loading them."""
        return self._basis.rulebook

    def check(
        self, inputs: Iterable[Input], problems: Sequence[Problem] = (), *, listed: bool = True
    ) -> Report:
        """The report on all inputs together: paths, folders or documents, in any order.

        `problems` are those that the caller met before; they are listed with the report's own. Without
        `listed` the report has no claims but those of findings, no agreements and no pairs that are not
        comparable, which are counted all the same.
        """
        from factcheck.inputs import as_list

        given = as_list(inputs)
        documents, met, excluded = self.documents(given)
        every = (*problems, *met)

        def anew() -> Report:
            made = report_of(self._compared(documents, every, self._basis.ledger, excluded))
            return made if listed else replace(made, claims=(), not_comparable=(), agreements=())

        if self._kept is None:
            return anew()
        name = repr((sorted(str(one) for one in given if not isinstance(one, Document)), listed))
        ledger = self._basis.ledger
        texts = [*documents, *([ledger.document] if ledger else ())]
        told = *self._basis.told(), *map(repr, (*self._placed(texts), every, excluded))
        return self._kept.report(name, texts, *told, make=anew)

    def _placed(self, documents: Sequence[Document]) -> tuple[object, ...]:
        """What a report rests on because of where documents lie, and on which day it is made."""
        from factcheck.config.policy import Silence

        config, today = self._basis.config, self._basis.today
        silence = Silence(documents, self.rule_ids(), today)
        paths = [os.path.realpath(each.source) for each in documents] if config.file or config.inner else []
        return paths, silence.all, silence.problems, [each.expired(today) for each in silence.all]

    def compare(
        self, inputs: Iterable[Input], problems: Sequence[Problem] = (), ledger: Facts | None = None
    ) -> Comparison:
        """What `check` makes its report of: the texts as they were read, and every pair of claims compared.

        `ledger` stands in for the checker's own.
        """
        documents, met, excluded = self.documents(inputs)
        return self._compared(documents, (*problems, *met), ledger or self._basis.ledger, excluded)

    def _compared(
        self,
        documents: Sequence[Document],
        problems: Sequence[Problem],
        ledger: Facts | None,
        excluded: int,
    ) -> Comparison:
        from factcheck.compare import origins
        from factcheck.compare.identity import told_apart
        from factcheck.config.policy import Silence, weighed
        from factcheck.config.zones import compared, without

        readings, failed = self._read(documents)
        readings, zoned = compared(readings, self._basis.config)
        texts = [reading.document for reading in readings]
        groups = origins.groups(texts)
        origin_of = {name: number for number, ids in enumerate(groups) for name in ids}
        by_id = {text.id: text for text in (*texts, *([ledger.document] if ledger else ()))}
        texts_by_id = {key: document.text for key, document in by_id.items()}

        def judged(readings: Sequence[Reading]) -> Findings:
            found = self._judged(readings, ledger)
            told = (origins.told(conflict, origin_of) for conflict in found.conflicts)
            found.conflicts = told_apart(weighed(told, self._basis.config, by_id), texts_by_id)
            return found

        found = judged(readings)
        silence = Silence(tuple(by_id.values()), self.rule_ids(), self._basis.today)
        found.conflicts, decisions, wrong = silence.settle(
            found.conflicts,
            lambda ids: judged([without(reading, ids) for reading in readings]).conflicts,
        )
        told = *self._basis.rulebook.problems, *(ledger.problems if ledger else ()), *failed, *found.problems
        everything = (*problems, *told, *wrong)
        rules = tuple(map(self._basis.rulebook.note, sorted({conflict.rule for conflict in found.conflicts})))
        return Comparison(
            readings, found, groups, ledger, everything, tuple(decisions), zoned, excluded, rules
        )

    def _judged(self, readings: Sequence[Reading], ledger: Facts | None) -> Findings:
        """Every comparison: of the texts with each other, within each, and with the ledger."""
        from factcheck.compare import inside
        from factcheck.compare.judge import judge

        rows = [row for reading in readings for row in reading.rows]
        profiles = [reading.profile for reading in readings]
        crowded: Counter[str] = Counter()
        documents = [reading.document for reading in readings]
        found = judge(rows, profiles, documents, self._basis.rulebook, inside.pairs(readings, crowded))
        found.reasons.update(crowded)
        if ledger is not None:
            from factcheck.compare.ledger import measure

            measure(rows, profiles, ledger, self._basis.rulebook, found)
        return found

    def rule_ids(self) -> tuple[str, ...]:
        """All names that a finding's rule can have."""
        return (*(rule.id for rule in self._basis.rulebook.rules), LEDGER)

    def extract(self, document: Document) -> tuple[Claim, ...]:
        """The claims of one document in the order of the text."""
        return self.read(document, rows=False).claims

    def read(self, document: Document, *, rows: bool = True) -> Reading:
        """The claims of one document with all that comparing and explaining want to know.

        Without `rows` the claims may come alone, which costs less.
        """
        dated = self._dated(document)
        if rows or self._cache is not None:
            return self._reading(dated)
        return self._read_anew(dated, rows=False)

    def _dated(self, document: Document) -> Document:
        """A document with the day of publication that options and configuration give it."""
        if document.published is not None:
            return document
        published = self._basis.published or self._basis.config.published(document.source)
        return replace(document, published=published) if published else document

    def _reading(self, document: Document, ahead: Cache | None = None) -> Reading:
        """The reading of a dated document, from the cache, or from what was read `ahead`."""
        anew = partial(self._read_anew, document)
        found = anew if ahead is None else partial(ahead.reading, document, anew)
        return found() if self._cache is None else self._cache.reading(document, found)

    def _read_anew(self, document: Document, *, rows: bool = True) -> Reading:
        from factcheck.claims.extract import read
        from factcheck.units import with_own

        return read(document, units=with_own(self._basis.units), attach=self._attach, rows=rows)

    def _ahead(self, documents: Sequence[Document]) -> AbstractContextManager[Cache | None]:
        """A cache of what several processes have read, None where the checker's own has it or reads it."""
        if self._jobs == 1:
            return nullcontext()
        from factcheck.ahead import cores, read_ahead

        new = [each for each in documents if self._cache is None or not self._cache.knows(each)]
        attach = self._basis.config.settings.attach
        return read_ahead(new, attach, self._jobs or cores(), self._kept, self._progress, self._basis.units)

    def documents(self, inputs: Iterable[Input]) -> tuple[list[Document], list[Problem], int]:
        """All documents of the inputs, in the order of their ids, what could not be read, and how many files
        the configuration leaves out; TypeError where they are no list."""
        from factcheck.inputs import as_list, gather, well_dated

        given = as_list(inputs)
        excluded = 0
        problems: list[Problem] = []
        documents = [well_dated(entry, problems) for entry in given if isinstance(entry, Document)]
        paths = [os.fsdecode(entry) for entry in given if not isinstance(entry, Document)]
        if paths:
            keep = self._cache.documents if self._cache else None
            gathered = gather(paths, keep=keep, exclude=self._basis.config.excluded)
            excluded = gathered.excluded
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
        return list(kept.values()), problems, excluded

    def _read(self, documents: Sequence[Document]) -> tuple[list[Reading], list[Problem]]:
        """All readings; a document that cannot be read to its end is a problem, not the end of the run."""
        readings: list[Reading] = []
        problems: list[Problem] = []
        dated = list(map(self._dated, documents))
        with self._ahead(dated) as ahead:
            for done, document in enumerate(dated):
                self._progress(done, len(dated))
                try:
                    reading = self._reading(document, ahead)
                except FactcheckError:  # a setting that nothing can be read with
                    raise
                except Exception as error:  # a mistake of ours, or nesting beyond measure: the rest is read
                    problems.append(unread(document, error))
                    continue
                for row in reading.rows:
                    row.document = len(readings)
                readings.append(reading)
                problems += reading.problems
        return readings, problems


def unread(document: Document, error: Exception) -> Problem:
    """What is told of a text whose reading ended in an error."""
    told = f"the text could not be analysed: {error!r}"
    return Problem("unreadable", told, document.source, hint="please report the sentence that does it")


def report_of(comparison: Comparison) -> Report:
    """What a comparison found, in order."""
    from factcheck.compare.agreed import groups

    readings, found, origins, ledger, problems, decisions, zoned, excluded, rules = comparison
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
        not_comparable={reason: number for reason, number in sorted(found.reasons.items()) if number},
        incidental=sum("incidental" in claim.flags for claim in claims),
        zoned=dict(sorted(zoned.items())),
        excluded=excluded,
    )
    refused = sorted(found.refused, key=lambda pair: (pair.reason, pair.first.span, pair.second.span))
    return Report(
        documents=(*(reading.document for reading in readings), *([ledger.document] if ledger else ())),
        claims=claims,
        conflicts=tuple(conflicts),
        coverage=coverage,
        problems=tuple(sorted(problems, key=lambda p: (p.source, p.line, p.column, p.code, p.message))),
        not_comparable=tuple(refused),
        decisions=decisions,
        origins=tuple(ids for ids in origins if len(ids) > 1),
        agreements=groups(found.agreed),
        rules=rules,
    )


def _place(conflict: Conflict) -> tuple[str, int]:
    return conflict.claims[0].span.document, conflict.claims[0].span.start


def check(inputs: Iterable[Input], **options: Any) -> Report:
    """The report on paths or documents: `Checker(**options).check(inputs)`."""
    return Checker(**options).check(inputs)


def extract(document: Document, **options: Any) -> tuple[Claim, ...]:
    """The claims of one document: `Checker(**options).extract(document)`."""
    return Checker(**options).extract(document)
