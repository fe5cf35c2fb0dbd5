"""The installed command, run as its users run it, and a scratch repository to run it in."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

COMMAND = Path(sys.executable).parent / "factcheck"


def run(folder: Path, *arguments: str, timeout: int = 60) -> subprocess.CompletedProcess[str]:
    """What the command says and how it ends; never with a traceback."""
    done = subprocess.run(
        [COMMAND, *arguments], check=False, cwd=folder, capture_output=True, encoding="utf-8", timeout=timeout
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


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
