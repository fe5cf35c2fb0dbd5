"""Paths, folders, globs and standard input become documents; one file per format.

A format is a module of this folder with `SUFFIXES` and `read(raw, source)`, which gives documents
and problems in the order of the file. What cannot be read is a problem, and the rest is still read.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from factcheck.errors import FactcheckError, Problem
from factcheck.inputs._dates import require_dates, well_dated
from factcheck.inputs._find import STDIN, File, find
from factcheck.inputs._own import is_own
from factcheck.model import Document
from factcheck.registry import get, names

Input = TypeVar("Input")
Read = Callable[[], Iterable[Document | Problem]]
Keep = Callable[[str, bytes, str, Read], Iterable[Document | Problem]]
LIMIT = 20_000_000  # bytes of one file
# A problem with one of these codes means that an input, or a part of it, was not read: exit code 3.
UNREAD = frozenset(
    {
        "missing", "unreadable", "encoding", "binary", "empty",
        "too-large", "extra", "json", "no-text", "no-files",
    }
)  # fmt: skip


class Gathered(NamedTuple):
    """What was read, sorted by source, what was not, and how many files were to be left out."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    excluded: int = 0


def as_list(inputs: Iterable[Input]) -> list[Input]:
    """All inputs; TypeError for a single one, whose letters or fields nobody means."""
    if isinstance(inputs, str | Path | Document):
        raise TypeError(f"inputs are a list of paths and Documents, not one {type(inputs).__name__}")
    return list(inputs)


def gather(
    paths: Iterable[str | Path],
    limit: int = LIMIT,
    keep: Keep | None = None,
    exclude: Callable[[str], bool] = lambda path: False,
) -> Gathered:
    """Everything that `paths` lead to: files, folders (all files of a known format), globs, "-".

    A file that is reached twice is read once. Files of more than `limit` bytes are left out, with
    a problem. `keep(format, bytes, source, read)` may stand in for `read()`, to keep what it gives.
    `exclude(path)` says what is left out of folders and globs, and so is what factcheck itself wrote; a
    file that is named itself is read.
    """
    documents: list[Document] = []
    problems: list[Problem] = []
    excluded = 0
    for file in find((os.fspath(path) for path in paths), suffixes(), problems):
        if not file.named and exclude(file.path):
            excluded += 1
            continue
        for item in _read(file, limit, keep or _anew):
            if item is None:
                excluded += 1
            elif isinstance(item, Problem):
                problems.append(item)
            else:
                documents.append(item)
    return Gathered(_told_apart(documents), tuple(sorted(problems, key=_place)), excluded)


@cache
def suffixes() -> dict[str, str]:
    """The name of the format for each suffix: ".htm" → "html"."""
    return {suffix: name for name in names(__name__) for suffix in get(__name__, name).SUFFIXES}


def _read(file: File, limit: int, keep: Keep) -> Iterator[Document | Problem | None]:
    """The documents of one file, and whatever is wrong with it; None for a file that is to be left out."""
    source = file.shown
    try:
        raw = file.read(limit + 1)
    except OSError as error:
        yield Problem("unreadable", f"cannot be read: {error.strerror or error}", source)
        return
    if len(raw) > limit:
        hint = "split it, or give it as JSON lines with one article a line"
        yield Problem("too-large", f"larger than {limit / 1e6:g} MB: left out", source, hint=hint)
        return
    name = _guess(raw) if file.path == STDIN else suffixes().get(file.suffix, "")
    if not file.named and is_own(name, raw):
        yield None
        return
    if not name:
        yield Problem("format", f"unknown suffix {file.suffix or '(none)'}: read as plain text", source)
    try:
        reader = get(__name__, name or "txt")
        read = keep(name or "txt", raw, source, lambda: reader.read(raw, source))
        yield from _with_text(read, source)
    except FactcheckError as error:
        yield from error.problems


def _anew(form: str, raw: bytes, source: str, read: Read) -> Iterable[Document | Problem]:
    return read()


def _with_text(items: Iterable[Document | Problem], source: str) -> Iterator[Document | Problem]:
    """Documents without any text become problems; so does a file that gives nothing."""
    silent = True
    for item in items:
        silent = False
        if isinstance(item, Document) and not item.text.strip():
            yield Problem("empty", "there is no text in it", item.source)
        else:
            yield item
    if silent:
        yield Problem("empty", "there is no text in it", source)


def _guess(raw: bytes) -> str:
    """The format of standard input, which has no suffix: by how it begins."""
    start = raw[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "html"
    return "jsonl" if start.startswith(b'{"') else "txt"


def _told_apart(documents: list[Document]) -> tuple[Document, ...]:
    """Sorted by source; a second document with the same id gets "~2" behind it, and so on."""
    ordered = sorted(documents, key=lambda document: (document.source, document.id, document.text))
    seen: dict[str, int] = {}
    for index, document in enumerate(ordered):
        count = seen[document.id] = seen.get(document.id, 0) + 1
        if count > 1:
            ordered[index] = replace(document, id=f"{document.id}~{count}")
    return tuple(ordered)


def _place(problem: Problem) -> tuple[str, int, int, str, str]:
    return problem.source, problem.line, problem.column, problem.code, problem.message


__all__ = ["LIMIT", "UNREAD", "Gathered", "as_list", "gather", "require_dates", "suffixes", "well_dated"]
