"""Tokens of one sentence, as parallel lists: the form that every reader of values works on."""

from __future__ import annotations

import re
from typing import Final

import regex

# A number keeps its grouping and decimals ("2,500", "1’000.5", "3.14"); letters glued to it are a
# token of their own ("5kW" is "5", "kW"). Words keep inner apostrophes ("don't") but for the
# possessive ("Ann", "'s"), abbreviations their points ("U.S.", "p.m."). Everything else is one
# character a token.
# Most tokens are words, so these come first, but for those that a point may belong to.
GRAMMAR: Final = r"""
      LETTERS(?:QUOTE(?!s\b)MORE)*+(?!\.)
    | \d{1,3}(?:[GROUPING]\d{3})++(?!\d)(?:\.\d++)?
    | \d++(?:\.\d++)?
    | (?<![\w.])\.\d++
    | (?:LETTER\.){2,}+(?!\w)(?=.?)
    | LETTERS(?:QUOTE(?!s\b)MORE)*+
    | (?<=\w)QUOTEs\b
    | MARK
    """


def _grammar(**classes: str) -> str:
    """The grammar over the given classes of characters, the longer names first."""
    found = GRAMMAR
    for name in sorted(classes, key=len, reverse=True):
        found = found.replace(name, classes[name])
    return found


TOKEN: Final = regex.compile(
    _grammar(
        LETTERS=r"\p{L}[\p{L}\p{M}]*+", MORE=r"\p{L}++", LETTER=r"\p{L}", QUOTE="['’]",
        GROUPING=",'’\u00a0\u2009\u202f", MARK=r"\S",
    ),
    regex.VERBOSE | regex.V1,
)  # fmt: skip
# The same for text in ASCII, as most sentences are: `re` finds it in half the time, but knows no \p{L}
# and takes control characters for blanks.
PLAIN: Final = re.compile(
    _grammar(
        LETTERS="[A-Za-z]++", MORE="[A-Za-z]++", LETTER="[A-Za-z]", QUOTE="'", GROUPING=",'",
        MARK=r"[^\ \t\n\x0b\x0c\r]",
    ),
    re.VERBOSE,
)  # fmt: skip


class Tokens:
    """`words[i]` is `text[starts[i]:ends[i]]`; `lower[i]` the same in lower case, ’ as '; `size` of each."""

    # Slots, since these fields are what all readers look at most: a named tuple's cost three times as much.
    __slots__ = ("ends", "lower", "size", "starts", "text", "words")

    def __init__(
        self, text: str, words: list[str], lower: list[str], starts: list[int], ends: list[int]
    ) -> None:
        self.text = text
        self.words = words
        self.lower = lower
        self.starts = starts
        self.ends = ends
        self.size = len(words)

    def cut(self, first: int, last: int) -> Tokens:
        """The tokens `first`..`last` alone; their offsets stay those of the whole text."""
        part = slice(first, last)
        return Tokens(self.text, self.words[part], self.lower[part], self.starts[part], self.ends[part])

    def glued(self, i: int) -> bool:
        """Nothing stands between token `i` and the next one."""
        return i + 1 < len(self.starts) and self.ends[i] == self.starts[i + 1]

    def surface(self, first: int, last: int) -> str:
        """The text from token `first` up to, not with, token `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""


def tokenise(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """The tokens of `text[start:end]`; their offsets count from the start of `text`."""
    if end is None:
        end = len(text)
    plain = text.isascii() or text[start:end].isascii()
    words: list[str] = (PLAIN if plain else TOKEN).findall(text, start, end)
    starts: list[int] = []
    ends: list[int] = []
    find, at = text.find, start
    for word in words:  # only blanks stand between tokens, so the next place of a word is its own
        first = find(word, at)
        at = first + len(word)
        starts.append(first)
        ends.append(at)
    lower = list(map(str.lower, words))
    if not plain and text.find("’", start, end) >= 0:
        lower = [word.replace("’", "'") for word in lower]
    return Tokens(text, words, lower, starts, ends)
