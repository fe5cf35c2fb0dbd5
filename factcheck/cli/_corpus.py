"""Which part of the corpus, the `paths` of the configuration, a run does not read."""

from __future__ import annotations

from collections.abc import Iterable
from os.path import realpath
from typing import TYPE_CHECKING

from factcheck.cli._exit import Outcome
from factcheck.errors import Exit

if TYPE_CHECKING:
    from factcheck.config.effective import Config
    from factcheck.errors import Problem


def partly(outcome: Outcome, paths: tuple[str, ...], config: Config) -> Outcome:
    """The outcome, but never “clean” when files of the corpus were not read: their sides are missing."""
    corpus = config.settings.paths
    if outcome.code != Exit.CLEAN or not corpus:
        return outcome
    unread = sorted(_files(corpus, config) - _files(paths, config))
    if not unread:
        return outcome
    from factcheck.outputs._words import count

    files = f"{count(len(unread), 'file')} of the corpus not read ({config.place('paths')})"
    return Outcome(Exit.USAGE, f"{outcome.why}, but {files} (--partial accepts this)")


def _files(paths: Iterable[str], config: Config) -> set[str]:
    from factcheck.inputs import suffixes
    from factcheck.inputs._find import find

    unused: list[Problem] = []
    found = find(paths, suffixes(), unused)
    return {realpath(file.path) for file in found if file.named or not config.excluded(file.path)}
