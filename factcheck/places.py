"""Where the rules and the seeds that come with factcheck lie: in the wheel or in the checkout."""

from __future__ import annotations

from pathlib import Path

from factcheck.errors import FactcheckError, Problem


def rules_folder() -> Path:
    """The folder of the shipped rules."""
    return _shipped("rules")


def seeds_folder() -> Path:
    """The folder of the shipped example articles."""
    return _shipped("seeds")


def _shipped(name: str) -> Path:
    package = Path(__file__).parent
    # A wheel carries them in the package; a checkout and an editable install have them beside it.
    for folder in (package / "shipped" / name, package.parent / name):
        if folder.is_dir():
            return folder
    hint = "install factcheck-consistency again"
    raise FactcheckError(
        Problem("installation", f"the folder {name!r} is not installed", str(package), hint=hint)
    )
