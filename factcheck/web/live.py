"""Follows the documents and the log while the page is open: what is saved is read again."""

from __future__ import annotations

import os
import threading
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.checker import Checker
from factcheck.decisions import Decision, apply, on, reopened
from factcheck.inputs import gather, suffixes
from factcheck.inputs._find import STDIN, find
from factcheck.model import Conflict, Document, Report
from factcheck.web.log import DecisionLog, Wish
from factcheck.web.view import View

if TYPE_CHECKING:
    from factcheck.claims.reading import Reading
    from factcheck.errors import Problem

EVERY = 0.5  # seconds between looks at the files
Signs = Mapping[str, tuple[int, int, int]]


class Reader(Checker):
    """A checker that reads a document only once and tells how far it is."""

    def __init__(self, rules: str | None, published: str | None) -> None:
        super().__init__(rules, published=published)
        self._known: dict[tuple[str, ...], Reading] = {}
        self._now: dict[tuple[str, ...], Reading] = {}
        self.done = self.total = 0

    def report(self, paths: tuple[str, ...]) -> Report:
        """The report on the paths, as `factcheck report` makes it."""
        documents, problems = gather(paths)
        self.done, self.total, self._now = 0, len(documents), {}
        report = self.check(documents, problems)
        self._known = self._now
        return report

    def read(self, document: Document) -> Reading:
        """The reading of a document, kept while the document stays the same."""
        key = (document.id, document.source, document.published or "", document.title or "", document.text)
        reading = self._known.get(key)
        if reading is None or reading.document.origin != document.origin:
            reading = super().read(document)
        self._now[key] = reading
        self.done += 1
        return reading


class Live:
    """The view of the moment and the log; a thread keeps them up to date until `stop`."""

    def __init__(self, paths: tuple[str, ...], reader: Reader, log: DecisionLog) -> None:
        self._paths = paths
        self._reader = reader
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._follow, name="factcheck-files", daemon=True)
        self._conflicts: dict[str, Conflict] = {}
        self.log = log
        self.view: View | None = None
        self.failure = ""

    def start(self) -> None:
        """Begins to read; `view` is None until the first report is made."""
        self._thread.start()

    def stop(self) -> None:
        """Ends the thread; returns when it has ended, or at once while a report is being made."""
        self._stopped.set()
        self._thread.join(timeout=2)

    @property
    def progress(self) -> tuple[int, int]:
        """Documents read so far, and how many there are."""
        return self._reader.done, self._reader.total

    @property
    def version(self) -> tuple[int, int, int, int, str]:
        """Changes with everything that a page shows: report, log, progress, failure."""
        view = self.view
        done = self._reader.done if view is None else 0
        return (view.revision if view else 0, *self.log.version, done, self.failure)

    def problems(self) -> tuple[Problem, ...]:
        """What could not be read: of the inputs and of the log."""
        return (*(self.view.report.problems if self.view else ()), *self.log.problems)

    def reopened(self) -> dict[str, Decision]:
        """For findings without a decision the one that held before a value changed."""
        if self.view is None:
            return {}
        return reopened(apply(self.view.report, self.log.held.values()))

    def decision(self, finding: str, verdict: str, **given: str) -> Decision:
        """A decision on a finding of the present report; KeyError when it has none of that id."""
        assert self.view is not None
        return on(self._conflicts[finding], self.view.report, verdict, **given)

    def decide(self, wishes: list[Wish]) -> dict[str, Decision | None]:
        """`DecisionLog.write`."""
        return self.log.write(wishes)

    def _follow(self) -> None:
        seen: Signs | None = None
        while not self._stopped.is_set():
            signs = self._signs()
            if signs != seen:
                seen = signs
                self._guarded(self._read)
            self._guarded(self.log.refresh)
            self._stopped.wait(EVERY)

    def _read(self) -> None:
        report = self._reader.report(self._paths)
        revision = self.view.revision + 1 if self.view else 1
        view = View(report, revision)
        self._conflicts = {conflict.id: conflict for conflict in report.conflicts}
        self.view, self.failure = view, ""

    def _guarded(self, work: Callable[[], None]) -> None:
        """A failure is shown on the page and the thread goes on: a file may be half written."""
        try:
            work()
        except Exception as error:
            self.failure = f"{type(error).__name__}: {error}"
            traceback.print_exc()

    def _signs(self) -> Signs:
        """What tells whether a file was written, came or went."""
        unused: list[Problem] = []
        found: dict[str, tuple[int, int, int]] = {}
        for file in find(self._paths, suffixes(), unused):
            if file.path == STDIN:
                continue
            try:
                stat = os.stat(file.path)
            except OSError:
                continue
            found[file.path] = stat.st_ino, stat.st_size, stat.st_mtime_ns
        return found


def live(paths: tuple[str, ...], rules: str | None, published: str | None, log: str) -> Live:
    """The inputs and the log, ready to be started; FactcheckError when no rule can be loaded."""
    return Live(paths, Reader(rules, published), DecisionLog(Path(log)))
