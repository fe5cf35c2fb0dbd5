"""A command line that is warm: it forks for each run, so that nothing is imported or loaded a second time.

Run as a script, it reads the names of folders from its standard input. In each lies one run as command.py
wrote it: `run.json` with the arguments, the folder and the environment, and what stands on standard input.
A child of its own does the run, as the installed command would; its exit code is the answer.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import signal
import sys
from pathlib import Path

from factcheck import cli

PATIENCE = 60  # seconds; a run that takes longer ends by a signal


def warm() -> None:
    """Loads what a run needs: a report of shipped texts."""
    with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())):
        cli.factcheck.main(["demo", "missile-range"], standalone_mode=False)


def become(box: Path) -> None:
    """Makes this process the command that `box` asks for."""
    asked = json.loads((box / "run.json").read_text(encoding="utf-8"))
    os.environ.clear()
    os.environ.update(asked["environment"])
    os.chdir(asked["folder"])
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        file = (box / name).open(mode, encoding="utf-8")
        os.dup2(file.fileno(), number)
        setattr(sys, name, file)
    sys.argv = ["factcheck", *asked["arguments"]]


def child(box: Path) -> int:
    """The exit code of the run in `box`."""
    signal.alarm(PATIENCE)
    try:
        become(box)
        cli.main()
    except SystemExit as done:
        sys.stdout.flush()
        sys.stderr.flush()
        return int(done.code or 0)
    return 1


def serve() -> None:
    """Answers until nobody asks any more."""
    warm()
    while folder := sys.stdin.readline().strip():
        process = os.fork()
        if not process:
            os._exit(child(Path(folder)))
        _, status = os.waitpid(process, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    serve()
