"""Short forms explained in two ways in one text: "the Grid Office (GO) … the Gas Organisation (GO)"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import regex

from factcheck.compare.gates import Pair
from factcheck.compare.inside._names import row
from factcheck.compare.inside._text import Text, pair
from factcheck.text.tokens import Tokens, tokenise

SHORT = regex.compile(r"\((?P<short>\p{Lu}[\p{Lu}&]{1,7})s?\)")
SMALL = frozenset(("of", "the", "for", "and", "in", "on", "to", "de", "du", "la", "a", "an", "&", "-", "at", "by"))
WINDOW = 120  # code points before the bracket in which the long form stands
MOST = 2  # long forms; a text with more lists what a short form may stand for


def find(text: Text) -> Iterator[Pair]:
    """The first and another long form in front of one bracket."""
    found: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    document = text.document.text
    for match in SHORT.finditer(document) if "(" in document else ():
        span = _long(document, match.start(), match["short"])
        if span is not None:
            found[match["short"]].setdefault(key(document[slice(*span)]), span)
    for short, forms in found.items():
        if len(forms) == MOST:
            one, two = (row(text, *span, short, "long form") for span in forms.values())
            yield pair("acronym", one, (two,), f"both stand before ({short})")


def key(words: str) -> str:
    """A long form without what a writer varies: capitals, plural, hyphens and small words."""
    said = regex.findall(r"\p{L}+", words.lower().replace("is", "iz").replace("centre", "center"))
    return " ".join(word.rstrip("s") for word in said if word not in SMALL)


def _long(text: str, end: int, short: str) -> tuple[int, int] | None:
    """Where the words begin whose initials are the short form, small words left out or not."""
    line = text.rfind("\n", 0, end) + 1
    tokens = tokenise(text, max(line, end - WINDOW), end)
    at = tokens.size
    for letter in reversed(short.replace("&", "").lower()):
        at -= 1
        while at >= 0 and tokens.lower[at][0] != letter and tokens.lower[at] in SMALL:
            at -= 1
        if at < 0 or tokens.lower[at][0] != letter:
            return None
    return _whole(tokens, at)


def _whole(tokens: Tokens, at: int) -> tuple[int, int] | None:
    if not any(word[0].isupper() for word in tokens.words[at:]):
        return None
    return tokens.starts[at], tokens.ends[-1]
