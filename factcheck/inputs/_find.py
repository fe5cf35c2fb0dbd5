"""From what stands on a command line to files: folders, globs, "-", each file once.

Paths stay the strings that were given (a `Path` would turn "./a.txt" into "a.txt"), since people
must find in the report what they typed.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factcheck.errors import Problem

STDIN = "-"
HERE = os.path.join(os.curdir, "")


class File(NamedTuple):
    """A file to read; `named` when it was given itself, not found in a folder."""

    path: str
    named: bool

    @property
    def suffix(self) -> str:
        """Its suffix in lower case, with the point."""
        return os.path.splitext(self.path)[1].lower()

    @property
    def shown(self) -> str:
        """The path as it can be printed, whatever bytes its name is made of."""
        return "<stdin>" if self.path == STDIN else printable(self.path)

    def read(self, size: int) -> bytes:
        """Up to `size` bytes; OSError when it cannot be read."""
        if self.path == STDIN:
            import sys

            return sys.stdin.buffer.read(size)
        with open(self.path, "rb") as file:
            return file.read(size)


def find(paths: Iterable[str], suffixes: Iterable[str], problems: list[Problem]) -> list[File]:
    """The files that `paths` lead to, sorted; what leads nowhere goes into `problems`."""
    known = frozenset(suffixes)
    found: dict[str, File] = {}
    for path in sorted(set(paths)):
        for file in _expand(path, known, problems):
            key = file.path if file.path == STDIN else os.path.realpath(file.path)
            if key not in found or (file.named and not found[key].named):
                found[key] = file
    return sorted(found.values())


def printable(path: str) -> str:
    """A path with undecodable bytes written as escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _expand(path: str, known: frozenset[str], problems: list[Problem]) -> Iterator[File]:
    if os.path.isdir(path):
        files = [File(file, False) for file in _folder(path, known)]
        if not files:
            hint = f"known formats: {', '.join(sorted(known))}"
            problems.append(
                Problem("no-files", "no file in this folder can be read", printable(path), hint=hint)
            )
        yield from files
    elif path == STDIN or os.path.exists(path):
        yield File(path, True)
    elif glob.has_magic(path):
        matches = sorted(glob.glob(path, recursive=True))
        if not matches:
            problems.append(Problem("missing", "no file matches this pattern", printable(path)))
        for match in matches:
            for file in _expand(match, known, problems):
                yield File(file.path, False)
    else:
        hint = "check the spelling; paths are taken from the current folder"
        problems.append(Problem("missing", "no such file or folder", printable(path), hint=hint))


def _folder(path: str, known: frozenset[str]) -> Iterator[str]:
    """Files of known formats under a folder, sorted, those of "." without it; hidden ones are left out."""
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and os.path.splitext(name)[1].lower() in known:
                file = os.path.join(folder, name)
                yield file.removeprefix(HERE) if path == os.curdir else file
