"""Plain text, taken as it is."""

from __future__ import annotations

from factcheck.inputs._decode import decode
from factcheck.model import Document

SUFFIXES = (".txt", ".text")


def read(raw: bytes, source: str) -> list[Document]:
    """One document."""
    return [Document(source=source, text=decode(raw, source))]
