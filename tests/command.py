"""The command, run as its users run it, and a scratch repository to run it in."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

COMMAND = Path(sys.executable).parent / "factcheck"
Done = subprocess.CompletedProcess[str]


def installed(folder: Path, *arguments: str, text: str = "", timeout: int = 60, **environment: str) -> Done:
    """What the installed command says and how it ends; never with a traceback."""
    done = subprocess.run(
        [COMMAND, *arguments],
        check=False,
        cwd=folder,
        input=text,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        timeout=timeout,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


def run(folder: Path, *arguments: str, text: str = "", **environment: str) -> Done:
    """The same from a process of its own that has everything loaded: a tenth of the time.

    Not for what is settled when Python starts: its hash seed, its encodings, its streams.
    """
    asked = {
        "arguments": [str(each) for each in arguments],
        "folder": str(folder),
        "environment": {**os.environ, **environment},
    }
    with TemporaryDirectory() as name:
        box = Path(name)
        (box / "run.json").write_text(json.dumps(asked), encoding="utf-8")
        (box / "stdin").write_text(text, encoding="utf-8")
        code = answer(name)
        said = [(box / name).read_bytes().decode() for name in ("stdout", "stderr")]
    assert "Traceback" not in said[1], said[1]
    return Done([COMMAND, *arguments], code, *said)


def answer(box: str) -> int:
    """The exit code of the run that is described in the folder `box`."""
    server = warm()
    assert server.stdin is not None and server.stdout is not None
    server.stdin.write(f"{box}\n")
    server.stdin.flush()
    return int(server.stdout.readline())


@cache
def warm() -> subprocess.Popen[str]:
    """The one warm process of this test process."""
    script = Path(__file__).parent / "warm.py"
    made = subprocess.Popen(
        [sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    atexit.register(made.communicate)  # nobody asks any more
    return made


class Repository:
    """A new git repository in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git("init")

    def git(self, *arguments: str) -> str:
        identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
        command = ["git", *identity, *arguments]
        return subprocess.run(command, cwd=self.folder, check=True, capture_output=True, text=True).stdout

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def commit(self, message: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-m", message)
