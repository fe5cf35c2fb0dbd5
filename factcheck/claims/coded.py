"""Identifiers in a text: `max_upload_size`, `--timeout`, PORT=8080, `maxSize`."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from factcheck.claims.phrasing import idle

TRIGGER: Final = re.compile(r"[_`=]|--|[a-z][A-Z]|default|\bset ")  # without one of these there is none
# "--max-size"; "max_size", "pool.max_size", "maxSize", but no call ("max_size()") nor a part of a path;
# "MAX="; what stands between back quotes; a word that "defaults to" something or that one is to "set to 3".
CODE: Final = re.compile(
    r"(?<![\w-])--([A-Za-z][\w-]*\w)"
    r"|(?<![\w./:@$-])((?:[A-Za-z]\w*\.)*[A-Za-z][A-Za-z0-9]*_\w+|[a-z]{2,}(?:[A-Z][a-z0-9]+)+)(?![\w(./]*[\w(/])"
    r"|(?<![\w./:@$-])([A-Z][A-Z0-9]{2,})(?==)"
    r"|`([A-Za-z][\w.-]*)`"
    r"|\b([a-z]\w*)(?= defaults to | \(default\b)"
    r"|\bset ([a-z]\w*)(?= to \d)"
)
WORDS: Final = 5  # the group of the first of those that are marked by nothing but the words around
LABEL: Final = re.compile(r"[-*+• `'\"]*([a-z][\w-]*|[A-Z][A-Z0-9]{2,})[`'\"\s]*")
CUT: Final = re.compile(r"[-_.]|(?<=[a-z0-9])(?=[A-Z])")


class Coded(NamedTuple):
    """An identifier in a text, at `start`..`end` of it."""

    name: str
    parts: int
    start: int
    end: int


def coded(text: str) -> list[Coded]:
    """The identifiers of a text; `max_size`, `--max-size` and `maxSize` are one."""
    if not TRIGGER.search(text):
        return []
    found = list(CODE.finditer(text))
    marked = [match for match in found if match.lastindex is not None and match.lastindex < WORDS]
    return [_of(match) for match in marked or found if match[match.lastindex or 0] not in idle()]


def only(text: str) -> Coded | None:
    """The one identifier of a heading or a label; None for several."""
    found = coded(text)
    return found[0] if len({each.name for each in found}) == 1 else None


def labelling(text: str) -> Coded | None:
    """The same of a label or a row's first cell, which may be a word in one case: "retries: 3"."""
    if (found := only(text)) is not None:
        return found
    match = LABEL.fullmatch(text)
    return _of(match) if match else None


def _of(match: re.Match[str]) -> Coded:
    number = match.lastindex or 0
    parts = [part for part in CUT.split(match[number]) if part]
    return Coded("".join(parts).casefold(), len(parts), match.start(number), match.end(number))
