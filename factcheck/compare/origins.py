"""Syndicated copies: texts that are one text for the most part count as one origin.

Three outlets that print one agency's report are one witness, not three. Two texts are of one origin
when at least `SHARED` of the shorter one's runs of four words (shingles, Broder 1997) stand in the
other: a copy that was cut, got a new headline or had some words edited keeps most of them, while two
reporters on one event share hardly more than its names and quotations.

Shingles are compared in full, as sets of hashes. MinHash (the library `datasketch` brings numpy and
scipy) would save nothing: candidates come from counting, for each shingle, only the text before it that has
it too, so that time and memory grow with the texts' total length, however many copies there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import regex

from factcheck.model import Conflict, Document

WORD = regex.compile(r"\w+")
SHARED = 0.5  # of the shorter text's shingles
CANDIDATE = 0.1  # of them that a text and the one before it with the same shingle share
FEWEST = 20  # shingles; below it only equal texts are one: a sentence is soon said twice

Shingle = int  # hash of four words: no order is taken from it, so a salted hash does


def origins(texts: Sequence[str]) -> list[int]:
    """For each text the number of the first text that is of its origin (its own, when it is the first)."""
    sets = [_shingles(text) for text in texts]
    parent = list(range(len(texts)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for (first, second), common in sorted(_candidates(sets).items()):
        shorter = min(len(sets[first]), len(sets[second]))
        if common >= CANDIDATE * shorter and _one(sets[first], sets[second]):
            one, two = sorted((root(first), root(second)))
            parent[two] = one
    return [root(number) for number in range(len(texts))]


def groups(documents: Sequence[Document]) -> tuple[tuple[str, ...], ...]:
    """Ids of the documents of each origin, in the order of the documents."""
    found: dict[int, list[str]] = {}
    for document, origin in zip(documents, origins([document.text for document in documents]), strict=True):
        found.setdefault(origin, []).append(document.id)
    return tuple(tuple(ids) for ids in found.values())


def told(conflict: Conflict, origin_of: Mapping[str, int]) -> Conflict:
    """The conflict with a line on copies among its texts, as it was when there are none.

    `origin_of` is the number of its group for each id.
    """
    among: dict[int, list[str]] = {}
    texts = sorted({claim.span.document for claim in conflict.claims})
    for text in texts:
        among.setdefault(origin_of.get(text, -1), []).append(text)
    copies = [" and ".join(among[origin]) for origin in sorted(among) if len(among[origin]) > 1]
    if not copies:
        return conflict
    counted = f"{len(texts)} texts, {len(among)} origin{'s' if len(among) > 1 else ''}"
    line = f"{counted}: copies of one text are {'; '.join(copies)}"
    return replace(conflict, comparable=(*conflict.comparable, line))


def _shingles(text: str) -> frozenset[Shingle]:
    words = WORD.findall(text.lower())
    if len(words) < FEWEST:
        return frozenset((hash(tuple(words)),)) if words else frozenset()
    return frozenset(map(hash, zip(words, words[1:], words[2:], words[3:], strict=False)))


def _candidates(sets: Sequence[frozenset[Shingle]]) -> Counter[tuple[int, int]]:
    """Pairs of texts with the number of shingles in which one is the last before the other to have it."""
    last: dict[Shingle, int] = {}
    found: Counter[tuple[int, int]] = Counter()
    for number, shingles in enumerate(sets):
        before = [last[shingle] for shingle in shingles if shingle in last]
        for other, common in Counter(before).items():
            found[other, number] = common
        last.update(dict.fromkeys(shingles, number))
    return found


def _one(a: frozenset[Shingle], b: frozenset[Shingle]) -> bool:
    return len(a & b) >= SHARED * min(len(a), len(b))
