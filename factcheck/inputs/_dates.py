"""Publication dates as they stand in metadata → ISO 8601, or None: never guessed, never the clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from factcheck.errors import FactcheckError, Problem
from factcheck.model import Document

HINT = "write it as 2025-08-15 or 2025-08-15T14:30:00+02:00"


def iso(written: str) -> str | None:
    """An ISO date or date-time, or an RFC 2822 date, as ISO; None for anything else."""
    words = written.strip()
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError:
        pass
    for read in (datetime.fromisoformat, _spaced, parsedate_to_datetime):
        try:
            return read(words).isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def bad_date(written: str, source: str, line: int = 0, column: int = 0) -> Problem:
    """The problem of a date that `iso` could not read."""
    return Problem("date", f"not a date: {written[:60]!r}", source, line, column, HINT)


def require_dates(**given: str | None) -> None:
    """FactcheckError for an argument that is neither a date nor None."""
    wrong = [(name, day) for name, day in given.items() if day is not None and iso(day) is None]
    if wrong:
        raise FactcheckError(
            *(Problem("date", f"{name}: not a date: {day!r}", hint=HINT) for name, day in wrong)
        )


def well_dated(document: Document, problems: list[Problem]) -> Document:
    """A document that a caller made; a date of publication that is none becomes a problem."""
    if document.published is None or iso(document.published) is not None:
        return document
    problems.append(bad_date(document.published, document.source))
    return replace(document, published=None)


def _spaced(words: str) -> datetime:
    """ "2025-08-15 10:00:00 +0200", as site generators write it."""
    day, time, *zone = words.split()
    return datetime.fromisoformat(f"{day}T{time}{''.join(zone)}")
