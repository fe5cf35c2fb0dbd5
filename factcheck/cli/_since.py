"""`--since REF`: the findings that the texts had at a commit, as a baseline made on the spot.

The whole corpus is compared at both ends, since the other side of a conflict mostly lies in a file
that did not change. A finding is known by its values, so reflowed or moved text is not new.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from factcheck.cli._setup import Setup
from factcheck.config.effective import Config
from factcheck.config.file import moved
from factcheck.config.suppressions import SIDECAR
from factcheck.decisions import Decision, on
from factcheck.errors import FactcheckError, Problem
from factcheck.inputs import suffixes
from factcheck.inputs._find import STDIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.model import Claim, Document, Report

SHALLOW = "in a shallow clone fetch it first: git fetch --unshallow, or actions/checkout with fetch-depth: 0"


class Past(NamedTuple):
    """A decision "known" for each finding of the texts at a commit, all their sentences, and what to tell."""

    known: tuple[Decision, ...]
    sentences: frozenset[str]
    problems: tuple[Problem, ...]


def past(ref: str, paths: tuple[str, ...], setup: Setup, config: Config, now: Report | None = None) -> Past:
    """What the texts were at the commit where `ref` and HEAD part; `now` is a report on what they are.

    What a suppression settled then is not known: it shall be seen when the suppression goes or ends.
    """
    top = Path(_git(_start(paths), "rev-parse", "--show-toplevel"))
    commit, problems = _commit(top, ref)
    with TemporaryDirectory() as folder:
        inside = {path: _inside(path, top) for path in paths if path != STDIN}
        _unpack(top, commit, Path(folder), {name for name in inside.values() if name})
        then = tuple(os.path.join(folder, name) if name else path for path, name in inside.items())
        checker = setup.checker(paths, moved(config, folder, str(top)), today=None)
        read, _, _ = checker.documents(then)
        report = checker.check(_as_now(read, now.documents if now else (), folder, str(top), commit))
        settled = {decision.conflict for decision in report.decisions}
        known = (
            replace(on(conflict, report, "known"), note=f"already at {commit[:12]}")
            for conflict in report.conflicts
            if conflict.id not in settled
        )
        return Past(tuple(known), frozenset(_sentences(report)), problems)


def changed_first(report: Report, before: Past) -> Report:
    """The report with the sides that the commit had not before the others: platforms show the first."""
    texts = {document.id: document.text for document in report.documents}

    def old(claim: Claim) -> bool:
        return _plain(texts[claim.span.document], claim) in before.sentences

    conflicts = (
        replace(conflict, claims=tuple(sorted(conflict.claims, key=old))) for conflict in report.conflicts
    )
    return replace(report, conflicts=tuple(conflicts))


def _as_now(
    documents: Iterable[Document], now: Iterable[Document], folder: str, top: str, commit: str
) -> Iterator[Document]:
    """Documents of the commit; those that are as they were are those of `now`, which are read already."""
    current = {(_file(document), document.text): document for document in now}
    for document in documents:
        file = _file(document).replace(os.path.realpath(folder), os.path.realpath(top), 1)
        same = current.get((file, document.text))
        was = _file(document)
        if same is not None and all(_bytes(file + end) == _bytes(was + end) for end in ("", SIDECAR)):
            yield same
        else:
            yield replace(document, id=f"{document.id.replace(folder, top, 1)}@{commit[:12]}")


def _file(document: Document) -> str:
    return os.path.realpath(document.source.partition("#")[0])


def _bytes(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except OSError:
        return b""


def _sentences(report: Report) -> set[str]:
    texts = {document.id: document.text for document in report.documents}
    return {_plain(texts[claim.span.document], claim) for claim in report.claims}


def _plain(text: str, claim: Claim) -> str:
    return " ".join(text[claim.sentence.start : claim.sentence.end].split())


def _start(paths: tuple[str, ...]) -> Path:
    """A folder of the repository: that of the first path, which need not be the current one."""
    here = Path.cwd()
    for path in paths:
        folder = Path(path).absolute()
        while path != STDIN and not folder.is_dir():
            folder = folder.parent
        return here if path == STDIN else folder
    return here


def _commit(top: Path, ref: str) -> tuple[str, tuple[Problem, ...]]:
    """Where `ref` and HEAD part; `ref` itself, with a word about it, when their common past is not here."""
    found = _git(
        top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}", fallback=""
    )
    if not found:
        raise FactcheckError(Problem("usage", f"--since: there is no commit {ref!r} here", hint=SHALLOW))
    common = _git(top, "merge-base", found, "HEAD", fallback="")
    if common:
        return common, ()
    message = f"--since: the commit where {ref!r} and HEAD part is not here; compared with {ref!r} as it is"
    return found, (Problem("since", message, hint=SHALLOW),)


def _inside(path: str, top: Path) -> str:
    """A path from the top of the repository; "" for one outside, which no commit knows: it is as it was."""
    relative = os.path.relpath(os.path.realpath(path), os.path.realpath(top))
    return "" if relative.split(os.sep)[0] == ".." else relative


def _unpack(top: Path, commit: str, folder: Path, named: set[str]) -> None:
    """Writes the files of the commit that could be read: by their suffix, or named themselves.

    By an index of its own, so that nothing of the repository changes; `git archive` would leave out
    what is marked `export-ignore`.
    """
    index = {"GIT_INDEX_FILE": str(folder / ".index")}
    _git(top, "read-tree", commit, environment=index)
    listed = _git(top, "ls-files", "-z", environment=index).split("\0")
    known = (*suffixes(), SIDECAR)
    wanted = [name for name in listed if name in named or os.path.splitext(name)[1].lower() in known]
    prefix = f"--prefix={folder}{os.sep}"
    given = "".join(f"{name}\0" for name in wanted)
    _git(top, "checkout-index", "-q", "-f", "-z", "--stdin", prefix, environment=index, given=given)


def _git(
    folder: Path,
    *arguments: str,
    fallback: str | None = None,
    environment: dict[str, str] | None = None,
    given: str = "",
) -> str:
    """What git answers; `fallback` when it fails, without one a FactcheckError."""
    try:
        done = subprocess.run(
            ["git", *arguments],
            cwd=folder,
            input=os.fsencode(given),
            env={**os.environ, **(environment or {})},
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise FactcheckError(Problem("usage", f"--since needs git: {error.strerror}")) from None
    if done.returncode:
        if fallback is not None:
            return fallback
        told = done.stderr.decode("utf-8", "replace").strip()
        what = "needs a git repository" if arguments[0] == "rev-parse" else f"git {arguments[0]} failed"
        raise FactcheckError(Problem("usage", f"--since {what}: {told}", hint=SHALLOW))
    return os.fsdecode(done.stdout).strip("\n")
