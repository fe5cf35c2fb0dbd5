"""Comments to factcheck in a file: `<!-- factcheck: … -->`. What they say: `config/suppressions.py`."""

from __future__ import annotations

import re

from factcheck.model import Comment

# A bound keeps the search linear in a file full of comments that never end.
COMMENT = re.compile(r"<!--\s{0,20}factcheck:\s{0,20}(.{0,2000}?)\s{0,20}-->", re.DOTALL)


def comments(text: str, start: int = 0, end: int | None = None, shift: int = 0) -> list[Comment]:
    """The comments between two offsets of `text`, which begins at offset `shift` of the original."""
    if text.find("factcheck:", start, end) < 0:
        return []
    found = COMMENT.finditer(text, start, len(text) if end is None else end)
    return [Comment(match.start() + shift, match[1]) for match in found]
