"""Numbers whose glued neighbours tell that they are no claims: parts of names, codes, versions, addresses."""

from __future__ import annotations

from typing import Final

from factcheck.data import load
from factcheck.kinds.numbers import locators
from factcheck.kinds.numbers.figure import DASHES, Figure, touching
from factcheck.text.tokens import Tokens

_data: Final = load("incidental")
_PREFIXES: Final = frozenset(_data["prefixes"].split())
_CLOCK: Final = frozenset(_data["clock"])
LONGEST: Final = 9  # figures of a number that is compared


def in_front(tokens: Tokens, figure: Figure) -> str:
    """Why a number that touches what stands in front is part of a name or a code; "" when it is not."""
    first, words = figure.at, tokens.words
    if touching(tokens, first) and not figure.prefixed:
        before = words[first - 1]
        if locators.in_address(tokens, figure):
            return locators.LOCATOR
        if before[-1].isalpha():
            return "version" if before.lower() == "v" else "name"
        if before in "#№":
            return locators.LOCATOR if tokens.lower[first - 2] in locators.WORDS else "label"
        if before == "+" and tokens.lower[first - 2] == "u":
            return "code"  # "U+005F"
        if before in "@_&=":
            return "code"
        path = before == "/" and touching(tokens, first - 1) and words[first - 2][-1].isalpha()
        if path and (first < 3 or not words[first - 3][0].isdecimal()):
            return "code"  # "refs/pull/42", not "2 km/1.2 miles"
        if before == "(" and touching(tokens, first - 1) and words[first - 2][-1].isalpha():
            return "code" if words[figure.last : figure.last + 1] == [")"] else ""  # "kill(2)"
        if before in DASHES and tokens.lower[first - 2] == "non":
            return "idiom"  # "a non-zero value"
        if (
            before in DASHES
            and touching(tokens, first - 1)
            and words[first - 2][-1].isalpha()
            and (figure.form == "digits" or words[first][0].isupper())
            and not (tokens.lower[first - 2] == "in" and words[max(0, first - 4)].isdecimal())  # "1-in-3"
        ):
            return (
                "name" if tokens.lower[first - 2] not in _PREFIXES and not _measured(tokens, figure) else ""
            )
        if before in DASHES and first > 2 and words[first - 2].isdecimal() and _glued(tokens, first - 3):
            return "name"  # "A350-900"
        if (
            before in DASHES
            and touching(tokens, first - 1)
            and words[first][0].isupper()
            and words[first - 2].isdecimal()
        ):
            return "name"
        if (
            before in ".:/"
            and touching(tokens, first - 1)
            and (words[first - 2][-1].isdecimal() or words[first - 2].isupper())
            and not (before == "/" and _said_twice(tokens, figure))
        ):
            return "code"
    return ""


def _glued(tokens: Tokens, i: int) -> bool:
    """Letters at `i` with the next two tokens directly behind them."""
    return tokens.words[i][-1].isalpha() and all(tokens.glued(at) for at in (i, i + 1, i + 2))


def _said_twice(tokens: Tokens, figure: Figure) -> bool:
    """The "400" of "200C/400F": one measure in two units."""
    first, behind = figure.at, figure.behind
    if first < 3 or behind >= tokens.size or not tokens.words[behind][0].isalpha():
        return False
    return (
        tokens.words[first - 3][-1].isdecimal() and touching(tokens, first - 2) and touching(tokens, behind)
    )


def _measured(tokens: Tokens, figure: Figure) -> bool:
    """The "7" of "5kg-7kg": the same unit stands behind both numbers."""
    first, behind = figure.at, figure.behind
    same = behind < tokens.size and tokens.words[first - 2] == tokens.words[behind]
    return same and first > 2 and tokens.words[first - 3][-1].isdecimal()


def at_end(tokens: Tokens, figure: Figure) -> str:
    """The same for what stands behind a number without a unit."""
    last, words, size = figure.last, tokens.words, tokens.size
    if last < size and touching(tokens, last) and figure.form != "words":
        after = words[last]
        if locators.in_address(tokens, figure):
            return locators.LOCATOR
        if after[0].isalpha() and after[0] != "x":
            return "decade" if after == "s" else "time" if after.lower() in _CLOCK else "code"
        if last + 1 < size and touching(tokens, last + 1):
            following = words[last + 1]
            if after == ":" and following[0].isdecimal():
                return "time"
            if (
                after == "/"
                and following.isdecimal()
                and figure.whole
                and figure.high > int(following[:LONGEST])
            ):
                return "code"  # "a blood pressure of 140/90"
            if after == "." and following[0].isdecimal():
                return "version"
            if after in DASHES and following[0].isupper() and figure.whole:
                return "name"
            if after in DASHES and following == "for" and figure.form == "digits":
                return "score"  # "went 3-for-4"
    return ""


def chained(tokens: Tokens, figures: list[Figure]) -> None:
    """Three and more numbers glued by dashes, points or strokes are a phone number or a code; so are two
    with blanks between, where one begins with a nought: "020 7946 0018"."""
    if len(figures) > 1 and any(tokens.words[figure.at][0] == "0" for figure in figures):
        _dialled(tokens, figures)
    start = 0
    for k in range(1, len(figures) + 1):
        if k < len(figures) and _linked(tokens, figures[k - 1], figures[k]):
            continue
        if k - start > 2:
            for figure in figures[start:k]:
                figure.incidental = "code"
        start = k


def _dialled(tokens: Tokens, figures: list[Figure]) -> None:
    start = 0
    for k in range(1, len(figures) + 1):
        if k < len(figures) and _beside(tokens, figures[k - 1], figures[k]):
            continue
        group = figures[start:k]
        start = k
        if len(group) > 1 and any(tokens.words[figure.at][0] == "0" for figure in group):
            for figure in group:
                figure.incidental = "code"


def _beside(tokens: Tokens, left: Figure, right: Figure) -> bool:
    """Two groups of figures that may be dialled: "0800 555", "555-0142"."""
    apart = tokens.words[left.behind : right.at]
    if apart not in ([], ["-"]) or left.unit is not None or (right.unit is not None and not apart):
        return False
    written = tokens.words[left.at], tokens.words[right.at]
    return all(word.isdecimal() and len(word) > 2 for word in written) and left.behind == left.at + 1


def _linked(tokens: Tokens, left: Figure, right: Figure) -> bool:
    i = left.last
    return (
        right.first == i + 1
        and left.form == right.form == "digits"
        and left.unit is None
        and tokens.words[i] in ("-", "/", ":", "–")
        and touching(tokens, i)
        and touching(tokens, i + 1)
    )
