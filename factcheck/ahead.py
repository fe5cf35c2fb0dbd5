"""Reads many texts at once, in processes of their own, into a cache from which the run then takes them."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from factcheck.cache import Cache, made

if TYPE_CHECKING:
    from factcheck.model import Document
    from factcheck.text.attachers import Attach
    from factcheck.units import Units

ENOUGH = 1_000_000  # characters for which it pays to start processes: some three seconds of reading
CHUNK = 8  # texts handed over at a time
MOST = 60  # processes: Windows can wait for hardly more

_worker: tuple[Cache, Attach, Units] | None = None  # set in the processes alone


def cores() -> int:
    """The processors that this process may use."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1


@contextmanager
def read_ahead(
    documents: Sequence[Document],
    attach: str,
    jobs: int,
    cache: Cache | None = None,
    progress: Callable[[int, int], None] = lambda done, all: None,
    units: str = "",
) -> Iterator[Cache | None]:
    """Puts the readings of `documents` into `cache`, or gives a cache with them that lasts while it is open.

    `attach` is the setting of that name, `jobs` the number of processes, `units` what `units.own` gave. None
    where the caller's own cache has the readings, one process is asked for, or there is too little to do for
    more. What goes wrong in a process only costs time: a text without an entry is read when its turn comes,
    and its problems are told then.
    """
    if jobs < 2 or len(documents) < 2 or sum(len(document.text) for document in documents) < ENOUGH:
        yield None
    elif cache is not None:
        _fill(cache, documents, (attach, units), jobs, progress)
        yield None
    else:
        with ExitStack() as stack:
            own: Cache | None = None
            with suppress(OSError):  # a system without a folder for passing files: the run reads all itself
                own = made(stack.enter_context(TemporaryDirectory(prefix="factcheck-")), attach, units)
                _fill(own, documents, (attach, units), jobs, progress)
            yield own


def _fill(
    cache: Cache,
    documents: Sequence[Document],
    how: tuple[str, str],
    jobs: int,
    progress: Callable[[int, int], None],
) -> None:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    count = min(jobs, len(documents), MOST)
    # No fork: threads of whoever calls may hold locks.
    pool = ProcessPoolExecutor(count, get_context("spawn"), _begin, (str(cache.folder), *how))
    try:
        # A process that is killed for its memory ends them all: the run reads the rest itself.
        with suppress(BrokenProcessPool, OSError):
            for done, _ in enumerate(pool.map(_read, documents, chunksize=CHUNK)):
                progress(done, len(documents))
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(folder: str, attach: str, units: str) -> None:
    """What a process needs for all its texts. An interrupt is for the run, which ends it."""
    from factcheck.text.attachers import attacher
    from factcheck.units import with_own

    global _worker  # noqa: PLW0603 - the one way to hand something to a process once
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker = made(folder, attach, units), attacher(attach), with_own(units)


def _read(document: Document) -> None:
    from factcheck.claims.extract import read

    assert _worker is not None
    cache, attach, units = _worker
    with suppress(Exception):  # the run meets it again and tells of it
        cache.reading(document, lambda: read(document, units, attach))
