"""JSON lines: one article a line, `{"id", "text", "source", "title", "published", "url"}`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from factcheck.errors import Problem
from factcheck.inputs._dates import bad_date, iso
from factcheck.inputs._decode import decode
from factcheck.model import Document

SUFFIXES = (".jsonl", ".ndjson")
LEFT_OUT = "this line was left out"
FIELDS = ("id", "text", "source", "title", "published", "url", "language")


def read(raw: bytes, source: str) -> Iterator[Document | Problem]:
    """A document for each line; a bad line is a problem with its number, and the rest is read.

    Only `text` is required. A document without `source` is shown as "file.jsonl#id", without `id`
    too as "file.jsonl#line". Other keys with a text value go into `meta`.
    """
    for number, line in enumerate(decode(raw, source).split("\n"), 1):
        if line.strip():
            yield from _document(line, source, number)


def _document(line: str, source: str, number: int) -> Iterator[Document | Problem]:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        yield Problem("json", f"not valid JSON: {error.msg}", source, number, error.colno, LEFT_OUT)
        return
    except (RecursionError, ValueError):
        yield Problem("json", "JSON too deep or number too long", source, number, 1, LEFT_OUT)
        return
    wrong = _wrong(record)
    if wrong:
        yield Problem("json", wrong, source, number, 1, LEFT_OUT)
        return
    published = iso(record["published"]) if record.get("published") else None
    if record.get("published") and not published:
        yield bad_date(record["published"], source, number, 1)
    name = record.get("source") or f"{source}#{record.get('id') or number}"
    others = {key: value for key, value in sorted(record.items()) if key not in FIELDS}
    yield Document(
        source=name,
        text=record["text"],
        id=record.get("id") or "",
        title=record.get("title"),
        published=published,
        url=record.get("url"),
        language=record.get("language") or "en",
        meta={key: value for key, value in others.items() if isinstance(value, str)},
    )


def _wrong(record: Any) -> str:
    """What is wrong with the shape of a record, "" for nothing."""
    if not isinstance(record, dict):
        return "a line must be an object such as {“text”: “…”}"
    if not isinstance(record.get("text"), str):
        return "“text” is missing or is no text"
    for key in FIELDS:
        value = record.get(key)
        if value is not None and not isinstance(value, str):
            return f"“{key}” must be text or null"
        if value and any("\ud800" <= letter <= "\udfff" for letter in value if letter > "\ud7ff"):
            return f"“{key}” holds half of a character (a lone surrogate)"
    return ""
