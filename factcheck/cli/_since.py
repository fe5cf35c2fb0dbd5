"""`--since REF`: the findings that the texts had at a commit, as a baseline made on the spot.

The whole corpus is compared at both ends, since the other side of a conflict mostly lies in a file
that did not change. A finding is known by its values, so reflowed or moved text is not new.
"""

from __future__ import annotations

import os
import subprocess
import tarfile
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from factcheck.cli._setup import Setup
from factcheck.config import Config
from factcheck.configfile import moved
from factcheck.decisions import Decision, on
from factcheck.errors import FactcheckError, Problem
from factcheck.inputs import suffixes
from factcheck.inputs._find import STDIN

SHALLOW = "in a shallow clone fetch it first: git fetch --unshallow, or actions/checkout with fetch-depth: 0"


def known_since(ref: str, paths: tuple[str, ...], setup: Setup, config: Config) -> list[Decision]:
    """A decision "known" for each finding of the texts at the commit where `ref` and HEAD part.

    What a suppression settled then is not known: it shall be seen when the suppression goes or ends.
    """
    top = Path(_git(Path.cwd(), "rev-parse", "--show-toplevel"))
    commit = _commit(top, ref)
    with TemporaryDirectory() as folder:
        _unpack(top, commit, Path(folder), {_inside(path, top) for path in paths})
        then = tuple(os.path.join(folder, _inside(path, top)) for path in paths if path != STDIN)
        past = moved(config, folder, str(top))
        report = setup.checker(paths, past, cache=False, today=None).check(then)
        settled = {decision.conflict for decision in report.decisions}
        return [
            replace(on(conflict, report, "known"), note=f"already at {commit[:12]}")
            for conflict in report.conflicts
            if conflict.id not in settled
        ]


def _commit(top: Path, ref: str) -> str:
    """Where `ref` and HEAD part; `ref` itself when their common past is not here."""
    found = _git(
        top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}", fallback=""
    )
    if not found:
        raise FactcheckError(Problem("usage", f"--since: there is no commit {ref!r} here", hint=SHALLOW))
    return _git(top, "merge-base", found, "HEAD", fallback=found)


def _inside(path: str, top: Path) -> str:
    return os.path.relpath(os.path.realpath(path), top)


def _unpack(top: Path, commit: str, folder: Path, named: set[str]) -> None:
    """Writes the files of the commit that could be read: by their suffix, or named themselves."""
    command = ["git", "archive", "--format=tar", commit]
    with (
        subprocess.Popen(command, cwd=top, stdout=subprocess.PIPE) as git,
        tarfile.open(fileobj=git.stdout, mode="r|") as archive,
    ):
        for member in archive:
            known = os.path.splitext(member.name)[1].lower() in suffixes()
            if member.isfile() and (known or member.name in named):
                archive.extract(member, folder, filter="data")


def _git(folder: Path, *arguments: str, fallback: str | None = None) -> str:
    """What git answers; `fallback` when it fails, without one a FactcheckError."""
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
    except OSError as error:
        raise FactcheckError(Problem("usage", f"--since needs git: {error.strerror}")) from None
    if done.returncode:
        if fallback is not None:
            return fallback
        told = done.stderr.decode("utf-8", "replace").strip()
        raise FactcheckError(Problem("usage", f"--since needs a git repository: {told}"))
    return os.fsdecode(done.stdout).strip()
