"""Where configuration files lie: upwards from the texts of a run, and below."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

FILE, PROJECT = "factcheck.toml", "pyproject.toml"


def find(paths: Iterable[str | Path]) -> str | None:
    """The nearest configuration file at or above the folder that all `paths` have in common."""
    folders = [os.path.realpath(_folder(os.fspath(path))) for path in paths] or [str(Path.cwd())]
    try:
        folder = Path(os.path.commonpath(folders))
    except ValueError:  # several drives
        folder = Path.cwd()
    return next((file for place in (folder, *folder.parents) if (file := _file_in(place))), None)


def below(paths: Iterable[str], top: Path | None) -> list[str]:
    """The configuration files below the folder `top` that are nearest to some document at `paths`."""
    folders: set[Path] = set()
    for path in paths:
        start = Path(os.path.realpath(_folder(path)))
        folders.update((start, *start.parents))
        if Path(path).is_dir() or not Path(path).exists():  # a folder or a pattern
            for folder, inside, files in os.walk(start):
                inside[:] = [name for name in inside if not name.startswith(".")]
                if FILE in files or PROJECT in files:
                    folders.add(Path(folder))
    inner = [folder for folder in sorted(folders) if top is None or top in folder.parents]
    return [file for folder in inner if (file := _file_in(folder))]


def _file_in(folder: Path) -> str | None:
    """The configuration file of a folder."""
    if (folder / FILE).is_file():
        return str(folder / FILE)
    return str(folder / PROJECT) if _has_table(folder / PROJECT) else None


def _folder(path: str) -> Path:
    """The folder that a path of the command line leads to, or stands in."""
    from factcheck.inputs._find import STDIN

    folder = Path("." if path == STDIN else path)
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    return folder


def _has_table(file: Path) -> bool:
    """Whether a pyproject.toml has our table; one that cannot be read is somebody else's problem."""
    try:
        text = file.read_text(encoding="utf-8")
        if "factcheck" not in text:
            return False
        import tomllib

        return "factcheck" in tomllib.loads(text).get("tool", {})
    except (OSError, ValueError):
        return False
