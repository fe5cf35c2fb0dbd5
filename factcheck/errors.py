"""What can go wrong, told so that a person can mend it: `Problem`, `FactcheckError`, `Exit`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of the command; their meaning never changes."""

    CLEAN = 0
    CONFLICTS = 1
    USAGE = 2
    UNREADABLE = 3
    NOTHING_CHECKED = 4


# Codes of problems with what was set up, not with what was read: a run means little until they are mended.
SETUP = frozenset({"rule", "config", "yaml", "installation", "ledger"})


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was not read, cut off or not run; the rest of the work went on.

    `source` is a path or URL ("" for none); `line` and `column` count from 1, 0 where there is
    no place. `code` is a short stable word ("unreadable", "empty", "rule", "config", "limit", …).
    `hint` says what to do. `excerpt` may hold the offending line.
    """

    code: str
    message: str
    source: str = ""
    line: int = 0
    column: int = 0
    hint: str = ""
    excerpt: str = ""

    def place(self) -> str:
        """`source:line:column`, as far as they are known."""
        parts = [self.source] if self.source else []
        if self.line:
            parts += [str(self.line), str(self.column or 1)]
        return ":".join(parts)

    def __str__(self) -> str:
        lines = [": ".join(part for part in (self.place(), self.message) if part)]
        if self.excerpt:
            number = str(self.line)
            lines.append(f"  {number} | {self.excerpt}")
            if self.column:
                lines.append(f"  {' ' * len(number)} | {' ' * (self.column - 1)}^")
        if self.hint:
            lines.append(f"  {self.hint}")
        return "\n".join(lines)


class FactcheckError(Exception):
    """Work that cannot go on: carries every problem found and the exit code it means."""

    def __init__(self, *problems: Problem, exit_code: Exit = Exit.USAGE) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
        self.exit_code = exit_code
