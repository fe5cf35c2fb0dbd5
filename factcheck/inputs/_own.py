"""Files that factcheck itself wrote, which lie in the folders that it reads: logs, reports, pages."""

from __future__ import annotations

import json

GENERATOR = b'<meta name="generator" content="factcheck">'  # of every page, among its first lines
HEAD = 1000  # bytes of a page that hold it
# Keys that only a line of ours has: of a log of decisions, of `report --format jsonl`, of `extract`.
KEYS = ({"conflict", "verdict", "values"}, {"rule", "outcome", "claims"}, {"kind", "canonical", "modality"})


def is_own(form: str, raw: bytes) -> bool:
    """Whether the bytes of a file of the format `form` are a log, a report or a page of factcheck's."""
    if form == "html":
        return GENERATOR in raw[:HEAD]
    return form == "jsonl" and any(keys <= _keys(raw.partition(b"\n")[0]) for keys in KEYS)


def _keys(line: bytes) -> set[str]:
    """The keys of a line of JSON, none for anything else."""
    if not line.startswith(b"{"):
        return set()
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return set()
    return set(record)
