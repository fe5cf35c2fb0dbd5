"""The decision log as the page follows it: what others append shows up, nothing is overwritten."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from factcheck.decisions import Decision, append, latest, parse, timed
from factcheck.errors import Problem

EMPTY: Mapping[str, Sequence[Decision]] = {}


class Wish(NamedTuple):
    """A decision that an editor wants to write, and the one that the editor saw on the finding.

    `seen` is the stamp of that one, "" for none.
    """

    decision: Decision
    seen: str


class Tail(NamedTuple):
    """Lines of the log from some place on; `epoch` changes when the file was not only appended to."""

    epoch: int
    next: int
    lines: tuple[Decision, ...]


def stamp(decision: Decision | None) -> str:
    """What tells a decision on a finding from every other one on it."""
    return "" if decision is None else f"{decision.when} {decision.who} {decision.verdict}"


class DecisionLog:
    """The file at `path`, read again from where it has grown; safe in threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._raw = b""
        self._signs: tuple[int, int, int] | None = None
        self._epoch = 0
        self._lines: list[Decision] = []
        self._problems: list[Problem] = []
        self._held: dict[str, Decision] = {}
        self._on: dict[str, list[Decision]] = {}  # finding → all lines on it
        self.refresh()

    @property
    def version(self) -> tuple[int, int]:
        """Changes with every line: epoch and number of lines."""
        return self._epoch, len(self._lines)

    @property
    def lines(self) -> Sequence[Decision]:
        """All lines, as they stand there."""
        with self._lock:
            return tuple(self._lines)

    @property
    def held(self) -> Mapping[str, Decision]:
        """The decision that holds for each finding."""
        return self._held

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Lines that are no decisions."""
        return tuple(self._problems)

    def since(self, epoch: int, start: int) -> Tail:
        """The lines from number `start` on, all of them when the log is another one than in `epoch`."""
        with self._lock:
            first = start if epoch == self._epoch else 0
            return Tail(self._epoch, len(self._lines), tuple(self._lines[first:]))

    def on(self, finding: str) -> tuple[Decision, ...]:
        """All lines on a finding."""
        return tuple(self._on.get(finding, ()))

    def refresh(self) -> None:
        """Reads what was written since, whoever wrote it."""
        with self._lock:
            signs = self._stat()
            if signs == self._signs and signs is not None:
                return
            raw = self.path.read_bytes() if signs else b""
            whole = raw[: raw.rfind(b"\n") + 1]  # a line that is being written is read when it is whole
            if not whole.startswith(self._raw):
                self._epoch += 1
                self._raw, self._lines, self._problems, self._on, self._held = b"", [], [], {}, {}
            if len(whole) > len(self._raw):
                first = self._raw.count(b"\n") + 1
                found = parse(whole[len(self._raw) :], self.path, first)
                self._add(found.decisions)
                self._problems += found.problems
            self._raw, self._signs = whole, signs

    def write(
        self, wishes: Sequence[Wish], beside: Mapping[str, Sequence[Decision]] = EMPTY
    ) -> dict[str, Decision | None]:
        """Appends all decisions, or none when another one was made on a finding that the editor did not see.

        Those are given back with what now holds for their findings. `beside` has the lines on findings
        that stand elsewhere and hold as well. FactcheckError when the log cannot be written.
        """
        with self._lock:
            self.refresh()
            lines = {
                finding: [*beside.get(finding, ()), *self.on(finding)]
                for finding in (wish.decision.conflict for wish in wishes)
            }
            before = {finding: latest(made).get(finding) for finding, made in lines.items()}
            clashes = {
                wish.decision.conflict: before[wish.decision.conflict]
                for wish in wishes
                if stamp(before[wish.decision.conflict]) != wish.seen
            }
            if not clashes:
                now = datetime.now(UTC)
                append(self.path, [timed(wish, now, lines[wish.conflict]) for wish, _ in wishes])
                self.refresh()
            return clashes

    def _add(self, fresh: Sequence[Decision]) -> None:
        """Takes in new lines; only the findings that they are on are settled anew."""
        self._lines += fresh
        held = dict(self._held)  # readers in other threads keep the one they have
        for decision in fresh:
            self._on.setdefault(decision.conflict, []).append(decision)
        for finding in dict.fromkeys(decision.conflict for decision in fresh):
            held.pop(finding, None)
            held.update(latest(self._on[finding]))
        self._held = held

    def _stat(self) -> tuple[int, int, int] | None:
        try:
            stat = self.path.stat()
        except OSError:
            return None
        return stat.st_ino, stat.st_size, stat.st_mtime_ns
