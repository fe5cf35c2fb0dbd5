"""Follows the documents and the log while the page is open: what is saved is read again."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.decisions import SUPPRESSED, Decision, apply, latest, on, reopened
from factcheck.errors import FactcheckError, Problem
from factcheck.inputs import suffixes
from factcheck.inputs._find import STDIN, find
from factcheck.model import Conflict
from factcheck.web.log import DecisionLog, Wish
from factcheck.web.view import View

if TYPE_CHECKING:
    from factcheck.checker import Checker

EVERY = 0.5  # seconds between looks at the files
BACK = "gone"  # what the log says of a finding that went away; one that is here all the same has come back
Progress = Callable[[int, int], None]
Signs = Mapping[str, tuple[int, int, int]]


class Live:
    """The view of the moment and the log; a thread keeps them up to date until `stop`.

    `checker` makes the checker, given what is to be told how far the reading is. `others` are logs and
    baselines that hold as well and are not written to, `known` are decisions besides. All lines count
    alike, as in a report: for each finding the latest holds, whatever file it stands in. `settings`
    names the files that the checker was made of; when one changes, it is made anew.
    """

    def __init__(
        self,
        paths: tuple[str, ...],
        checker: Callable[[Progress], Checker],
        log: DecisionLog,
        others: tuple[DecisionLog, ...] = (),
        known: Sequence[Decision] = (),
        settings: Callable[[], Iterable[str]] = tuple,
    ) -> None:
        self.log = log
        self.view: View | None = None
        self.revision = 0  # changes with the view and with the lines that are not in the log
        self.failure = ""
        self.progress = (0, 0)  # documents read so far, and how many there are
        self._paths = paths
        self._make = checker
        self._checker = checker(self._advance)
        self._settings = settings
        self._others = others
        self._known = tuple(known)
        self._base: dict[str, tuple[Decision, ...]] = {}
        self._conflicts: dict[str, Conflict] = {}
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._follow, name="factcheck-files", daemon=True)

    def start(self) -> None:
        """Begins to read; `view` is None until the first report is made."""
        self._thread.start()

    def stop(self) -> None:
        """Ends the thread; does not wait for a report that is being made."""
        self._stopped.set()
        self._thread.join(timeout=2)

    @property
    def version(self) -> tuple[int, int, int, int, str]:
        """Changes with everything that a page shows: report, log, progress, failure."""
        done = self.progress[0] if self.view is None else 0
        return (self.revision, *self.log.version, done, self.failure)

    @property
    def base(self) -> Mapping[str, Sequence[Decision]]:
        """The lines on findings that are not in the log: of suppressions, other logs and baselines."""
        return self._base

    def held(self) -> dict[str, Decision]:
        """The decision that holds for each finding."""
        return {key: made for key, made in self._latest().items() if made.verdict != BACK}

    def reopened(self) -> dict[str, Decision]:
        """For findings without a decision the one that held before a value changed or they went away."""
        if self.view is None:
            return {}
        found = self._latest()
        back = {key: made for key, made in found.items() if made.verdict == BACK}
        held = {key: made for key, made in found.items() if key not in back}
        return {**reopened(apply(self.view.report, held.values())), **back}

    def problems(self) -> tuple[Problem, ...]:
        """What could not be read: of the inputs and of the logs."""
        logs = (problem for log in (self.log, *self._others) for problem in log.problems)
        return (*(self.view.report.problems if self.view else ()), *logs)

    def decision(self, finding: str, verdict: str, **given: str) -> Decision:
        """A decision on a finding of the present report; KeyError when it has none of that id."""
        assert self.view is not None
        return on(self._conflicts[finding], self.view.report, verdict, **given)

    def decide(self, wishes: list[Wish]) -> dict[str, Decision | None]:
        """`DecisionLog.write`."""
        return self.log.write(wishes, self._base)

    def read(self) -> None:
        """Makes the report anew."""
        view = View(self._checker.compare(self._paths))
        self._conflicts = {conflict.id: conflict for conflict in view.report.conflicts}
        self.view, self.failure = view, ""
        self._gather()

    def _gather(self) -> None:
        """Takes in the lines that are not in the log."""
        assert self.view is not None
        own = [decision for decision in self.view.report.decisions if decision.verdict == SUPPRESSED]
        others = (made for log in self._others for made in log.lines)
        found: dict[str, list[Decision]] = {}
        for decision in (*own, *self._known, *others):
            found.setdefault(decision.conflict, []).append(decision)
        self._base = {key: tuple(lines) for key, lines in found.items()}
        self.revision += 1

    def _latest(self) -> dict[str, Decision]:
        """For each finding the line that holds, as `decisions.latest` finds it."""
        found = dict(self.log.held)
        for key, lines in self._base.items():
            found.pop(key, None)
            found.update(latest([*lines, *self.log.on(key)]))
        return found

    def _follow(self) -> None:
        texts: object = None
        others: object = None
        settings = _signs(self._settings())
        while not self._stopped.is_set():
            self._guarded(self._refresh)
            made_of, signs = _signs(self._settings()), self._signs()
            versions = tuple(log.version for log in self._others)
            if made_of != settings:
                settings = made_of
                texts = None if self._guarded(self._renew) else texts
            if signs != texts:
                texts, others = signs, versions
                self._guarded(self.read)
            elif versions != others and self.view is not None:
                others = versions
                self._guarded(self._gather)
            self._stopped.wait(EVERY)

    def _renew(self) -> None:
        self._checker = self._make(self._advance)

    def _refresh(self) -> None:
        for log in (self.log, *self._others):
            log.refresh()

    def _advance(self, done: int, total: int) -> None:
        self.progress = (done, total)

    def _guarded(self, work: Callable[[], None]) -> bool:
        """Whether it went well. A failure is shown on the page and the thread goes on: a file may be half
        written."""
        try:
            work()
        except FactcheckError as error:
            self.failure = str(error)
        except Exception as error:
            self.failure = f"{type(error).__name__}: {error}"
            traceback.print_exc()
        else:
            return True
        return False

    def _signs(self) -> Signs:
        unused: list[Problem] = []
        return _signs(file.path for file in find(self._paths, suffixes(), unused) if file.path != STDIN)


def _signs(files: Iterable[str]) -> Signs:
    """What tells whether a file was written, came or went."""
    found: dict[str, tuple[int, int, int]] = {}
    for file in files:
        try:
            stat = Path(file).stat()
        except OSError:
            continue
        found[file] = stat.st_ino, stat.st_size, stat.st_mtime_ns
    return found
