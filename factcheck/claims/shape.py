"""`Shape`: a sentence with its values as slots, for finding edited copies."""

from __future__ import annotations

from typing import Final, NamedTuple

SLOT: Final = "#"  # opens the token that stands for a value; no word of a text does


class Shape(NamedTuple):
    """A sentence as words in lower case, each value as one token `#kind`.

    `document` and `sentence` say where; `slots[i]` is the place in `words` of value `rows[i]`;
    `names` are the words that belong to names.
    """

    document: int
    sentence: int
    words: tuple[str, ...]
    slots: tuple[int, ...]
    rows: tuple[int, ...]
    names: frozenset[str]
