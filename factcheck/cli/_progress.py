"""A bar on a terminal for what takes longer than a second; nothing anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

PATIENCE = 1.0  # seconds


@contextmanager
def bar(quiet: bool = False) -> Iterator[Callable[[int, int], None] | None]:
    """What a `Checker` tells its progress to; None where nobody would see it."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = TextColumn("reading"), BarColumn(), MofNCompleteColumn()
    shown = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
    task = shown.add_task("reading", total=None)
    begun, drawn = monotonic(), 0.0

    def tell(done: int, total: int) -> None:
        nonlocal drawn
        now = monotonic()
        if now - begun < PATIENCE or now - drawn < 0.1:
            return
        if not drawn:
            shown.start()
        drawn = now
        shown.update(task, completed=done, total=total, refresh=True)

    try:
        yield tell
    finally:
        if drawn:
            shown.stop()
