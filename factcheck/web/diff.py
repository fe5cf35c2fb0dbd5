"""Two wordings word by word: what only one of them has."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from factcheck.jsontypes import SideRecord
from factcheck.outputs._words import clean
from factcheck.web.words import letter

LONGEST = 600  # words; comparing takes time with the square of the length


class Piece(NamedTuple):
    """Words that both wordings have ("same"), or only the first ("gone") or the second ("new")."""

    kind: str
    words: str


class Difference(NamedTuple):
    """The wording of side `other` against that of side `first`."""

    first: str
    other: str
    pieces: tuple[Piece, ...]


def differences(sides: Sequence[SideRecord]) -> tuple[Difference, ...]:
    """Each later wording against the first one; none where a wording is too long or there is none."""
    wordings = [
        (letter(at), clean(side["value"]["words"]).split())
        for at, side in enumerate(sides)
        if "words" in side["value"]
    ]
    if len(wordings) < 2 or any(len(words) > LONGEST for _, words in wordings):
        return ()
    (first, base), *others = wordings
    return tuple(Difference(first, name, tuple(_pieces(base, words))) for name, words in others)


def likeness(first: str, second: str) -> float:
    """How much of two wordings is the same, from 0 to 1; long ones are judged by their beginning."""
    return SequenceMatcher(None, first.split()[:LONGEST], second.split()[:LONGEST], autojunk=False).ratio()


def _pieces(first: list[str], second: list[str]) -> list[Piece]:
    found: list[Piece] = []
    matcher = SequenceMatcher(None, [_plain(w) for w in first], [_plain(w) for w in second], autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind == "equal":
            found.append(Piece("same", " ".join(second[other_start:other_end])))
            continue
        if end > start:
            found.append(Piece("gone", " ".join(first[start:end])))
        if other_end > other_start:
            found.append(Piece("new", " ".join(second[other_start:other_end])))
    return found


def _plain(word: str) -> str:
    """A word as it is compared: without the marks around it and without capitals."""
    return word.strip("“”\"'‘’.,;:!?…()").casefold() or word
