"""Reading and checking, as several subcommands need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.unswept import unswept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcheck.checker import Checker
    from factcheck.claims.reading import Reading
    from factcheck.cli._setup import Setup
    from factcheck.decisions import Decision
    from factcheck.errors import Problem
    from factcheck.jsontypes import ClaimRecord
    from factcheck.model import Document, Report


def check(
    paths: tuple[str, ...],
    setup: Setup,
    logs: tuple[str, ...] | None = None,
    baseline: str | None = None,
    since: str | None = None,
    quiet: bool = False,
    listed: bool = False,
) -> Report:
    """The report on all that `paths` lead to, with what was decided in `logs` and the baseline.

    Its problems include lines of those files that could not be read, and entries of the baseline
    whose finding is gone. Without `logs` and `baseline` those of the configuration count; ("",) and ""
    stand for none. `since` is a commit: what it had already is known. Unless `quiet`, a terminal is
    shown how far the reading is. `listed` as in `Checker.check`.
    """
    from factcheck.cli._progress import bar

    config = setup.settings(paths)
    with bar(quiet) as progress, unswept():
        report = setup.checker(paths, config, progress=progress).check(paths, listed=listed or bool(since))
    known: tuple[Decision, ...] = ()
    if since:
        from dataclasses import replace

        from factcheck.cli._since import changed_first, past

        before = past(since, paths, setup, config, report)
        report, known = changed_first(report, before), before.known
        report = replace(report, problems=(*report.problems, *before.problems))
    logs = config.settings.decisions if logs is None else logs
    baseline = config.settings.baseline if baseline is None else baseline
    files = tuple(file for file in (*logs, baseline) if file)
    return _decided(report, files, baseline, known) if files or known else report


def _decided(
    report: Report, files: tuple[str, ...], baseline: str | None, known: tuple[Decision, ...]
) -> Report:
    """The report with what was decided in the files and what is `known` besides."""
    from dataclasses import replace
    from pathlib import Path

    from factcheck.decisions import apply, read, stale
    from factcheck.errors import Problem

    read_logs = {file: read(Path(file)) for file in files}
    problems = [problem for log in read_logs.values() for problem in log.problems]
    if baseline:
        hint = f"factcheck baseline prune --file {baseline} PATH…"
        for gone in stale(report, read_logs[baseline].decisions):
            message = f"finding {gone.conflict} ({gone.rule}: {', '.join(gone.values)}) is gone"
            problems.append(Problem("stale", message, baseline, hint=hint))
    decided = apply(report, [*known, *(made for log in read_logs.values() for made in log.decisions)])
    return replace(decided, problems=(*report.problems, *problems))


def extract(
    paths: tuple[str, ...], setup: Setup, incidental: bool
) -> tuple[list[ClaimRecord], list[Problem]]:
    """The claims of all documents in order, and the problems met on the way."""
    from factcheck.cli._progress import bar
    from factcheck.record import claim_record

    checker = setup.checker(paths)
    documents, problems, _ = checker.documents(paths)
    with bar() as progress:
        readings = list(_each(checker, documents, progress))
    claims: list[ClaimRecord] = []
    found = list(problems)
    for reading in readings:
        found += reading.problems
        claims += [
            claim_record(claim, reading.document)
            for claim in reading.claims
            if incidental or "incidental" not in claim.flags
        ]
    return claims, found


def _each(
    checker: Checker, documents: list[Document], progress: Callable[[int, int], None] | None
) -> Iterator[Reading]:
    from factcheck.checker import unread
    from factcheck.claims.reading import Reading
    from factcheck.errors import FactcheckError

    for done, document in enumerate(documents):
        if progress is not None:
            progress(done, len(documents))
        try:
            yield checker.read(document, rows=False)
        except FactcheckError:  # a setting that nothing can be read with
            raise
        except Exception as error:  # as in a report, the rest is read
            yield Reading(document, problems=(unread(document, error),))
