"""Plain text, taken as it is."""

from __future__ import annotations

from factcheck.inputs._comments import COMMENT, comments
from factcheck.inputs._decode import decode
from factcheck.model import Document, Zone

SUFFIXES = (".txt", ".text")


def read(raw: bytes, source: str) -> list[Document]:
    """One document; its comments to factcheck stay in the text, as furniture that states nothing."""
    text = decode(raw, source)
    found = tuple(comments(text))
    zones = tuple(Zone(*match.span(), "furniture") for match in COMMENT.finditer(text)) if found else ()
    return [Document(source=source, text=text, comments=found, zones=zones)]
