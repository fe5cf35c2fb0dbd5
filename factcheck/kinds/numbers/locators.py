"""Numbers that only say where to look: "Listing 3-5", "see RFC 8482", "ch18-02-overview.html", a web address.

What stands there is told by the words around, so that two of them are never two figures of one thing.
"""

from __future__ import annotations

from typing import Final

from factcheck.data import load
from factcheck.kinds.numbers.figure import Figure, touching
from factcheck.text.tokens import Tokens

LOCATOR: Final = "locator"
WORDS: Final = frozenset(load("incidental")["locators"].split())
_ENDINGS: Final = frozenset(load("incidental")["file_endings"].split())
ADDRESS: Final = 40  # tokens of a web address or a file's name


def in_address(tokens: Tokens, figure: Figure) -> bool:
    """Whether a number stands in a web address, by the "://" in the glued tokens before it, in the name of a
    file, by the ending behind it, or in an entry of a list, by the list's name ("CVE-2020-1234")."""
    words, first, last = tokens.words, figure.at, figure.last
    for _ in range(ADDRESS):
        if not touching(tokens, first):
            break
        first -= 1
        if words[first] == "/" and words[first - 2 : first] == [":", "/"]:
            return True
        if tokens.lower[first] in WORDS:  # "CVE-2020-1234"
            return True
    for _ in range(ADDRESS):
        if last >= tokens.size or not touching(tokens, last):
            break
        if words[last] == "." and words[last + 1 : last + 2] and tokens.lower[last + 1] in _ENDINGS:
            return touching(tokens, last + 1)
        last += 1
    return False
