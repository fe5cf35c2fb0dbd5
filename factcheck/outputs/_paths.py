"""Sources as the paths and URIs that platforms accept: relative to the repository, never a web address."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import quote

from factcheck.jsontypes import ConflictRecord, SideRecord

UNNAMED = "unnamed"  # a text that a library user gave no source
SCHEME = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def path(source: str) -> str:
    """A source as a path below the current folder where possible; a web address without its scheme."""
    bare = SCHEME.sub("", source).replace(os.sep, "/")
    if bare == source and Path(source).is_absolute():
        inside = os.path.relpath(source).replace(os.sep, "/")
        bare = source if inside.startswith("..") else inside
    return bare.removeprefix("./") or UNNAMED


def uri(source: str) -> str:
    """The same as a URI reference: percent-encoded, `file://` when it lies outside the folder."""
    where = path(source)
    encoded = quote(where, safe="/~!$&'()*+,;=@-._")
    return f"file://{encoded}" if where.startswith("/") else encoded


def sides(conflict: ConflictRecord) -> list[SideRecord]:
    """The sides, the one to point at first: files before web addresses, otherwise in their order."""
    return sorted(conflict["claims"], key=lambda side: bool(SCHEME.match(side["source"])))
