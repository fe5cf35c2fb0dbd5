"""Pairs of quotation marks in one block of text: what stands between them, never what it means.

One pass over the marks with a small stack, so time is linear in the length of the text however the
marks are nested or left open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import regex

MARK: Final = regex.compile(r"``|''|[“”„\"«»‘’‚‹›`']")
DEEPEST: Final = 6  # quotations inside quotations; deeper marks are passed over
# A straight or curly single mark opens nothing before these: '90s, 'em, 'n', 'til.
ELISION: Final = regex.compile(
    r"['’‘](?:\d\ds?\b|(?:em|n|til|tis|twas|cause|bout|round|neath)\b)", regex.IGNORECASE
)
CLOSES: Final = {
    "“": '”"“',
    "„": "“”",
    "«": "»",
    "»": "«",
    "‘": "’'",
    "‚": "‘’",
    "‹": "›",
    '"': '"”',
    "``": "''\"",
    "'": "'’",
    "`": "'’",
}
SINGLE: Final = frozenset("‘‚'`‹")


@dataclass(slots=True)
class Quoted:
    """`text[start:end]` inside two marks, the marks themselves left out.

    `opened` and `closed` are the outer ends with the marks. `depth` is 0 for one that stands in no
    other; `whole` is False where the closing mark is missing and the block's end closed it.
    """

    start: int
    end: int
    opened: int
    closed: int
    depth: int
    whole: bool = True


@dataclass(slots=True)
class _Open:
    mark: str
    at: int
    inside: int


def quoted(text: str, start: int, end: int) -> list[Quoted]:
    """The quotations of the block `text[start:end]`, in order of their opening marks."""
    marks = [m for m in MARK.finditer(text, start, end) if not _is_apostrophe(text, m, start, end)]
    found: list[Quoted] = []
    stack: list[_Open] = []
    for number, match in enumerate(marks):
        mark, at = match.group(), match.start()
        level = _closing_level(stack, mark)
        if (
            level >= 0
            and _can_close(text, match, start, end)
            and not _is_possessive(text, match, marks, number, end)
        ):
            _close(text, stack, level, at, match.end(), found)
        elif mark in CLOSES and _can_open(text, match, start, end):
            if stack and stack[-1].mark == mark == '"':
                _close(text, stack, len(stack) - 1, at, at, found, whole=False)
            if len(stack) < DEEPEST:
                stack.append(_Open(mark, at, match.end()))
    while stack and stack[0].mark in SINGLE:
        del stack[0]
    if stack:
        _close(text, stack, 0, end, end, found, whole=False)
    return sorted(found, key=lambda quote: quote.opened)


def _close(
    text: str, stack: list[_Open], level: int, at: int, closed: int, found: list[Quoted], whole: bool = True
) -> None:
    """Take the quotation at `level` off the stack, and what was left open inside it with it."""
    opened = stack[level]
    del stack[level:]
    first, last = opened.inside, at
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    if last > first and text[last - 1] == ",":
        last -= 1
    if last > first:
        found.append(Quoted(first, last, opened.at, closed, level, whole))


def _closing_level(stack: list[_Open], mark: str) -> int:
    """Which open quotation a mark can close; -1 for none."""
    for level in range(len(stack) - 1, -1, -1):
        if (mark in CLOSES[stack[level].mark] and mark != stack[level].mark) or (
            mark == stack[level].mark and mark in "\"'"
        ):
            return level
    return -1


def _can_close(text: str, match: regex.Match[str], start: int, end: int) -> bool:
    """Not glued to a word behind it, and not an opening mark by its blanks (` "so`)."""
    at, stop = match.span()
    before = text[at - 1] if at > start else " "
    after = text[stop] if stop < end else " "
    if match.group() in "\"'“":
        return not (after.isalnum() or (before.isspace() and not after.isspace() and after not in ".,;:!?)"))
    return True


def _can_open(text: str, match: regex.Match[str], start: int, end: int) -> bool:
    """Behind a blank or an opening sign and right before something written."""
    at, stop = match.span()
    before = text[at - 1] if at > start else " "
    after = text[stop] if stop < end else " "
    if match.group() in SINGLE:
        return (
            (before.isspace() or before in '([{“"—–-:/«…')
            and (after.isalnum() or after in "[(…$£€#@")
            and not ELISION.match(text, at)
        )
    if match.group() == '"':
        return not before.isalnum() and not (after.isspace() and not before.isspace())
    return not (after.isspace() and stop >= end)


def _is_apostrophe(text: str, match: regex.Match[str], start: int, end: int) -> bool:
    """Between two letters, in feet and inches, or in an elision ("’90s")."""
    mark, (at, stop) = match.group(), match.span()
    if mark == "''":
        return False
    before = text[at - 1] if at > start else " "
    after = text[stop] if stop < end else " "
    if mark in "'’`":
        if before.isalnum() and (after.isalnum() or before.isdigit()):
            return True
        return bool(not before.isalnum() and ELISION.match(text, at, end))
    return (
        mark == '"'
        and before.isdigit()
        and (after in "-x×" or (after.isspace() and text[at - 2 : at - 1] in "'’ -x"))
    )


def _is_possessive(
    text: str, match: regex.Match[str], marks: list[regex.Match[str]], number: int, end: int
) -> bool:
    """The mark of "the workers’ rights" inside single marks: a later mark closes them."""
    at, stop = match.span()
    if match.group() not in "'’" or text[at - 1] not in "sS" or not text[stop : stop + 1].isspace():
        return False
    if not text[stop + 1 : stop + 2].islower() or number + 1 == len(marks):
        return False
    later = marks[number + 1]
    return later.group() in "'’" and not text[later.start() - 1].isspace()
