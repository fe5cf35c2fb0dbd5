"""A report as text for people or for a platform; one file per format, the folder is the registry.

A format is a module of this folder with `render(report: ReportRecord) -> str`. It sees nothing but
the JSON form of a report, so that `factcheck convert` can render an old run again.
"""

from __future__ import annotations

from factcheck.jsontypes import ReportRecord
from factcheck.registry import get, names


def formats() -> tuple[str, ...]:
    """The names of all formats, sorted."""
    return names(__name__)


def render(report: ReportRecord, name: str) -> str:
    """The report in format `name`, ending with a line feed; LookupError for an unknown name."""
    text: str = get(__name__, name).render(report)
    return text if text.endswith("\n") or not text else text + "\n"
