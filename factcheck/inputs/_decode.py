"""Bytes → text, strictly: a text with replaced characters would not be the author's."""

from __future__ import annotations

import codecs

from factcheck.errors import Exit, FactcheckError, Problem

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(raw: bytes, source: str, declared: str | None = None) -> str:
    """The text of a file: by its byte order mark, else as `declared`, else as UTF-8.

    Line ends stay as they are; only the mark itself is taken off. FactcheckError when the bytes
    are no text ("binary") or not of that encoding ("encoding", with line and byte).
    """
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return _strict(raw[len(mark) :], encoding, source)
    if b"\0" in raw:
        hint = "give text, Markdown, HTML or JSON lines (UTF-16 needs its byte order mark)"
        raise _error(Problem("binary", "binary data, not text", source, hint=hint))
    return _strict(raw, declared or "utf-8", source)


def _strict(raw: bytes, encoding: str, source: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode(encoding, "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = f"not valid {encoding.upper()} at byte {error.start}: {error.reason}"
        hint = "save the file as UTF-8 (for example: iconv -f WINDOWS-1252 -t UTF-8)"
        raise _error(Problem("encoding", message, source, line, column, hint)) from None
    except LookupError:
        raise _error(Problem("encoding", f"unknown encoding {encoding!r}", source)) from None


def _error(problem: Problem) -> FactcheckError:
    return FactcheckError(problem, exit_code=Exit.UNREADABLE)
