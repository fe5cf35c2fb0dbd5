"""Puts a document's text together from pieces of a file, and remembers where each came from."""

from __future__ import annotations

from factcheck.model import SourceMap, Zone


class Builder:
    """Text in blocks, with the map back to the original and the zones of the blocks."""

    def __init__(self, original: str) -> None:
        self.original = original
        self.zones: list[Zone] = []
        self._parts: list[str] = []
        self._points: list[tuple[int, int]] = []
        self._length = 0
        self._block = 0

    def add(self, piece: str, at: int) -> None:
        """A piece of text that begins at offset `at` of the original."""
        if not piece:
            return
        if not self._points or self._points[-1][1] + (self._length - self._points[-1][0]) != at:
            self._points.append((self._length, min(at, len(self.original))))
        self._parts.append(piece)
        self._length += len(piece)

    def open_block(self) -> None:
        """Begins a block: a blank line stands before it unless it is the first."""
        if self._length:
            self._parts.append("\n\n")
            self._length += 2
        self._block = self._length

    def close_block(self, kind: str = "", level: int = 0) -> None:
        """Ends a block; `kind` is its zone, "" for prose, `level` that of a heading."""
        if kind and self._length > self._block:
            self.zones.append(Zone(self._block, self._length, kind, level))

    @property
    def text(self) -> str:
        """Everything so far."""
        return "".join(self._parts)

    @property
    def origin(self) -> SourceMap:
        """The map from `text` back to the original."""
        return SourceMap.of_lines(self.original, tuple(self._points) or ((0, 0),))
