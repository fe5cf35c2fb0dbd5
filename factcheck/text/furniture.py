"""Tells the furniture of a page (teasers, share buttons, copyright lines) from its prose."""

from __future__ import annotations

from functools import cache
from typing import Final

import regex

from factcheck.data import load

PROSE: Final = 240  # a block this long with sentence ends is prose again, even below "Recent posts"
Block = tuple[int, int]


@cache
def _patterns() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    data = load("furniture")
    headings = "|".join(regex.escape(words) for words in data["sections"])
    lines = "|".join(f"(?:{pattern})" for pattern in data["lines"])
    return (
        regex.compile(rf"\W*(?:{headings})\W*", regex.IGNORECASE),
        regex.compile(rf"\W*(?:{lines})\W*", regex.IGNORECASE),
    )


def mark(text: str, lines: list[Block]) -> list[tuple[int, int, str]]:
    """Each block with its zone: prose, heading or furniture.

    A section heading such as "Recent posts" makes furniture of everything below it, up to two
    long paragraphs of prose in a row; a single line such as "© 2025 …" only of itself.
    """
    section, line = _patterns()
    found: list[tuple[int, int, str]] = []
    inside = False
    for number, (start, end) in enumerate(lines):
        block = text[start:end]
        if end - start <= 60 and section.fullmatch(block):
            inside = True
        elif (
            inside
            and all(_is_prose(text, other) for other in lines[number : number + 2])
            and number + 1 < len(lines)
        ):
            inside = False
        if inside or (end - start <= 200 and line.fullmatch(block)):
            zone = "furniture"
        elif _is_heading(block):
            zone = "heading"
        else:
            zone = "prose"
        found.append((start, end, zone))
    return found


def _is_prose(text: str, block: Block) -> bool:
    start, end = block
    return end - start >= PROSE and not text[start:end].endswith("…")


def _is_heading(block: str) -> bool:
    return (
        len(block) <= 120
        and block[-1:] not in tuple(".!?:;,…”\"')")
        and block[:1].isalnum()
        and len(block.split()) >= 2
    )
