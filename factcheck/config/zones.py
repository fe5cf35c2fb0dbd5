"""Parts of a document that do not speak of how things are now: history, changelog, plan, quotation.

A zone begins at a heading that the vocabulary (data/zones.yaml, `[zones]` of the configuration) knows
and ends before the next heading of the same or a higher level. Only headings whose level is known
open one, as those of Markdown and HTML.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from factcheck.claims.reading import Reading
from factcheck.config.effective import Config
from factcheck.model import Document, Zone

NUMBER = re.compile(r"[\d.]+\s+")  # "3.1 History"


def compared(readings: Sequence[Reading], config: Config) -> tuple[list[Reading], Counter[str]]:
    """The readings without what no comparison takes, and how many claims of which zone that is.

    Claims stay listed; only the rows that are compared go, and the sentences that copies are found by.
    """
    words: dict[str, tuple[dict[str, str], set[str]]] = {}
    found: list[Reading] = []
    counts: Counter[str] = Counter()
    for reading in readings:
        document = reading.document
        nearest = config.at(document.source)
        if nearest.file not in words:
            words[nearest.file] = _vocabulary(nearest)
        headings, left_out = words[nearest.file]
        parts = [part for part in stretches(document, headings) if part.kind in left_out]
        whole = config.zone(document.source)
        if whole is not None:
            parts = [Zone(0, len(document.text), whole)] if whole in left_out else []
        found.append(_without(reading, parts, counts) if parts else reading)
    return found, counts


def _vocabulary(config: Config) -> tuple[dict[str, str], set[str]]:
    """The zone that each heading opens, and the zones that no comparison takes."""
    zones = config.zones()
    headings = {words.casefold(): name for name, zone in zones.items() for words in zone.headings}
    return headings, {name for name, zone in zones.items() if not zone.compare}


def stretches(document: Document, headings: Mapping[str, str]) -> Iterator[Zone]:
    """The zones that the headings of a document open, in its order; one inside another is part of it."""
    levelled = [zone for zone in document.zones if zone.level]
    behind = 0
    for number, zone in enumerate(levelled):
        words = document.text[zone.start : zone.end]
        name = headings.get(_plain(words))
        if name is None or zone.start < behind:
            continue
        later = levelled[number + 1 :]
        behind = next((other.start for other in later if other.level <= zone.level), len(document.text))
        yield Zone(zone.start, behind, name, zone.level)


def without(reading: Reading, left_out: set[str]) -> Reading:
    """A reading without the rows of these claims (ids), nor the sentences that hold them."""
    dropped = {row.sentence for row in reading.rows if row.claim.id in left_out}
    if not dropped:
        return reading
    shapes = tuple(shape for shape in reading.profile.shapes if shape.sentence not in dropped)
    rows = tuple(row for row in reading.rows if row.claim.id not in left_out)
    return replace(reading, rows=rows, profile=replace(reading.profile, shapes=shapes))


def _without(reading: Reading, parts: Sequence[Zone], counts: Counter[str]) -> Reading:
    ids: set[str] = set()
    for row in reading.rows:
        for part in parts:
            if part.start <= row.claim.span.start < part.end:
                ids.add(row.claim.id)
                counts[part.kind] += not row.incidental
    return without(reading, ids)


def _plain(heading: str) -> str:
    """A heading as the vocabulary writes it: without its number and closing mark, in one case."""
    return NUMBER.sub("", heading.strip(), count=1).rstrip(" :.").casefold()
