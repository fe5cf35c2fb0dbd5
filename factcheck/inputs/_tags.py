"""Markup → its bare text with a map back: tags off, entities read, in one linear pass."""

from __future__ import annotations

import html

import regex

# Comments and elements whose content no reader sees; then any tag; then a character reference.
MARKUP = regex.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<hidden>script|style|head|template|noscript|textarea|pre)\b[^<>]*+>.*?(?:</(?P=hidden)\s*>|\Z)"
    r"|<(?P<name>/?[a-z][a-z0-9]*|[!?])[^<>]*+>?"
    r"|&(?:\#[0-9]{1,7}|\#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});?",
    regex.IGNORECASE | regex.DOTALL,
)
INLINE = frozenset(
    (
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "font", "i", "kbd", "mark",
        "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    )
)  # fmt: skip


def pieces(markup: str, start: int = 0, end: int | None = None) -> list[tuple[str, int]]:
    """(text, offset in `markup`) of what a reader sees; a tag that breaks the line is "\\n"."""
    found: list[tuple[str, int]] = []
    at = start
    stop = len(markup) if end is None else end
    for match in MARKUP.finditer(markup, start, stop):
        if match.start() > at:
            found.append((markup[at : match.start()], at))
        at = match.end()
        if match["name"] or match["hidden"]:
            if (match["name"] or match["hidden"]).lstrip("/").lower() not in INLINE:
                found.append(("\n", match.start()))
        elif match.group().startswith("&"):
            found.append((html.unescape(match.group()), match.start()))
    if stop > at:
        found.append((markup[at:stop], at))
    return found
