"""Short forms explained in two ways in one text: "the Grid Office (GO) … the Gas Organisation (GO)"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import regex

from factcheck.compare.inside._names import row
from factcheck.compare.inside._text import Text, pair
from factcheck.compare.pair import Pair
from factcheck.compare.verbs.acronym import SMALL, key
from factcheck.text.tokens import tokenise

SHORT = regex.compile(r"\((?P<short>\p{Lu}[\p{Lu}&]{1,7})s?\)")
WINDOW = 120  # code points before the bracket in which the long form stands
Places = dict[str, list[tuple[int, int]]]


def find(text: Text) -> Iterator[Pair]:
    """Two long forms in front of one short form in brackets, or one of them in two places; a text with
    more lists what a short form may stand for."""
    found: dict[str, Places] = defaultdict(lambda: defaultdict(list))
    document = text.document.text
    for match in SHORT.finditer(document) if "(" in document else ():
        span = _long(document, match.start(), match["short"])
        if span is not None:
            found[match["short"]][key(document[slice(*span)])].append(span)
    for short, forms in found.items():
        places = [spans[0] for spans in forms.values()] if len(forms) > 1 else next(iter(forms.values()))[:2]
        if len(places) == 2:
            one, two = (row(text, *span, short, "long form") for span in sorted(places))
            yield pair("acronym", one, (two,), f"both stand before ({short})")


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
    named = any(word[0].isupper() for word in tokens.words[at:])
    return (tokens.starts[at], tokens.ends[-1]) if named else None
