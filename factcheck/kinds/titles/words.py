"""The words of titles: `data/titles.yaml` as look-ups, and one wording for what has several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from factcheck.data import load


@dataclass(frozen=True, slots=True)
class Titles:
    """`data/titles.yaml` as look-ups; `heads` is keyed by the last word of a title, longest first."""

    heads: dict[str, tuple[tuple[str, ...], ...]]
    synonyms: dict[str, str]
    short: dict[str, str]
    prefixes: dict[str, str]
    portfolios: frozenset[str]
    becoming: dict[str, str]
    giving: dict[str, str]
    becoming_as: dict[str, str]
    adverbs: frozenset[str]


class Title(NamedTuple):
    """Tokens `first`..`last` hold a title; `words` is its canonical wording, `of` whose it is."""

    first: int
    last: int
    words: str
    of: str
    flags: tuple[str, ...]


@cache
def titles() -> Titles:
    """The words of titles, read once."""
    data = load("titles")
    heads: dict[str, list[tuple[str, ...]]] = {}
    phrases = dict.fromkeys([*data["heads"], *data["synonyms"], *data["short"]])
    for phrase in phrases:
        words = tuple(phrase.replace("-", " - ").split())
        heads.setdefault(words[-1], []).append(words)
    return Titles(
        {last: tuple(sorted(found, key=lambda words: (-len(words), words))) for last, found in heads.items()},
        dict(data["synonyms"]), dict(data["short"]), dict(data["prefixes"]),
        frozenset(data["portfolios"].split()), dict(data["becoming"]), dict(data["giving"]),
        dict(data["becoming_as"]), frozenset(data["adverbs"].split()),
    )  # fmt: skip


@cache
def triggers() -> frozenset[str]:
    """The last words of all titles: a sentence without one holds no title."""
    return frozenset(titles().heads)


def canonical(lower: Sequence[str], first: int, start: int, end: int) -> str:
    """The wording in lower case with one name for what has several; modifiers stand before `start`."""
    data = titles()
    if lower[end - 1] == ".":
        end -= 1
    head = " ".join(data.short.get(word, word) for word in lower[start:end]).replace(" - ", "-")
    modifiers = [
        (data.prefixes.get(word, "") and data.prefixes[word]) or ("" if word in data.prefixes else word)
        for word in lower[first:start]
    ]
    kept = [word for word in modifiers if word not in ("", "-")]
    for size in range(len(kept), -1, -1):
        whole = " ".join([*kept[len(kept) - size :], head])
        if whole in data.synonyms:
            return " ".join([*kept[: len(kept) - size], data.synonyms[whole]])
    return " ".join([*kept, head])
