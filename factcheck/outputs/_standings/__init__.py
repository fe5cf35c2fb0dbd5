"""What `factcheck against` and `factcheck ledger` print; one file per format, the folder is the registry.

A format is a module of this folder with `render(report: AgainstReport) -> str`.
"""

from __future__ import annotations

from factcheck.registry import get, names
from factcheck.standing import AgainstReport


def formats() -> tuple[str, ...]:
    """The names of all formats, sorted."""
    return names(__name__)


def render(report: AgainstReport, name: str) -> str:
    """The report in format `name`, ending with a line feed; LookupError for an unknown name."""
    text: str = get(__name__, name).render(report)
    return text if text.endswith("\n") or not text else text + "\n"
