"""Hedges: "about", "more than", "no fewer than", "or so", "or more"."""

from __future__ import annotations

from typing import Final

from factcheck.data import load
from factcheck.kinds.numbers.figure import HYPHENS, Figure, touching
from factcheck.kinds.numbers.phrases import backward, forward, tree
from factcheck.text.tokens import Tokens
from factcheck.text.words import readings

_data: Final = load("hedges")
_BEFORE: Final = tree(_data["before"], backwards=True)
_FILLERS: Final = tree({"filler": _data["fillers"]}, backwards=True)
_AFTER: Final = tree(_data["after"])
_DETERMINED: Final = frozenset(("the", "this", "these", "his", "her", "its", "their", "our", "my"))
_PARTICLES: Final = {word: frozenset(verbs.split()) for word, verbs in _data["particles"].items()}
_DENIED: Final = {"over": "at_most", "under": "at_least"}
_CLOSING: Final = frozenset('.,;:)!?\u201d"')
_BEHIND_COMMA: Final = frozenset(("give", "at", "tops", "or", "max"))


def bound_before(tokens: Tokens, figure: Figure, floor: int) -> None:
    """Takes in the hedges in front of the figure, the nearest first; tokens before `floor` are others'."""
    lower = tokens.lower
    for _ in range(3):
        i = figure.first
        hedge = backward(_BEFORE, lower, i)
        if hedge is None:
            filler = backward(_FILLERS, lower, i)
            hedge = backward(_BEFORE, lower, filler[1]) if filler is not None else None
        if hedge is None or hedge[1] < floor or not _hedges(tokens, hedge[1], i):
            break
        hedge = _denied(lower, *hedge, floor)
        _apply(
            figure,
            hedge[0],
            first=figure.bound == "exact" or (figure.bound == "between" and not figure.vague),
        )
        figure.first = hedge[1]
    if figure.first < figure.at:
        while (
            (filler := backward(_FILLERS, lower, figure.first)) is not None
            and filler[1] >= floor
            and filler[1] < figure.first
        ):
            if figure.bound == "exact":
                break
            figure.first = filler[1]


def _denied(lower: list[str], meaning: str, start: int, floor: int) -> tuple[str, int]:
    """ "no larger than 30" is at most 30, "not lower than 30" at least: a comparison and its "no"."""
    if start <= floor or meaning not in _DENIED or lower[start - 1] not in ("no", "not", "never"):
        return meaning, start
    return (_DENIED[meaning], start - 1) if "than" in lower[start : start + 2] else (meaning, start)


def _hedges(tokens: Tokens, start: int, i: int) -> bool:
    """ "the past 3 years", "the minimum 5": no hedge behind a determiner; "hand over 30" no hedge at all."""
    word = tokens.lower[start]
    if start > 0 and tokens.lower[start - 1] in _PARTICLES.get(word, ()):
        return False
    if word in ("about", "around") and start > 0 and tokens.lower[start - 1] in ("how", "what"):
        return False
    if i - start == 1 and start > 0 and tokens.lower[start - 1] in _DETERMINED:
        return word not in ("past", "near", "over", "minimum", "maximum", "exact", "average")
    return not (word in ("-", "+", "±") and start > 0 and touching(tokens, start))


def bound_behind(tokens: Tokens, figure: Figure) -> bool:
    """Takes in "or more", "+", "or so", "-odd", ", give or take" at the figure's end."""
    i = _over_contents(tokens, figure)
    if i >= tokens.size:
        return False
    apart = tokens.lower[i] == "," and i + 1 < tokens.size and tokens.lower[i + 1] in _BEHIND_COMMA
    i += apart
    if tokens.lower[i] not in _AFTER:
        return False
    found = forward(_AFTER, tokens.lower, i)
    if found is None or not _bounds(tokens, figure, i, found[1]):
        return False
    meaning, behind = found
    if apart and behind < tokens.size and tokens.lower[behind] not in _CLOSING:
        return False
    _apply(figure, meaning, first=figure.bound == "exact")
    figure.last = behind
    return True


def _over_contents(tokens: Tokens, figure: Figure) -> int:
    """The token behind the figure, or behind what it is of: "64 GB of RAM or more"."""
    i = figure.last
    if (
        figure.noun is not None
        and figure.noun[0] == i
        and tokens.lower[figure.noun[1] :][:1] in (["at"], ["or"])
    ):
        return figure.noun[1]  # "50 people at most"
    if figure.unit is not None and tokens.lower[i : i + 1] == ["of"] and i + 2 < tokens.size:
        for at in range(i + 2, min(i + 4, tokens.size)):
            if tokens.lower[at] == "or":
                return at
    return i


def _bounds(tokens: Tokens, figure: Figure, i: int, behind: int) -> bool:
    """Whether the words `i`..`behind` are meant as a bound: "5 max", not "5 maximum values"."""
    last = tokens.lower[behind - 1]
    following = tokens.lower[behind] if behind < tokens.size else ""
    if last in ("over", "under") and following in HYPHENS:
        return False  # "over-65s and under-21s"
    if following == "than" or following[:1].isdecimal():
        return False  # "below -10 or above 45"
    if last == "plus" and figure.unit is not None and following[:1].isalpha():
        return False  # "$5 plus tax"
    if last in ("+", "plus"):
        return (last != "+" or touching(tokens, i)) and following != "or"
    if last in ("minimum", "maximum", "max"):
        name = tokens.words[behind - 1].isupper()  # "the 737 MAX"
        return not name and not (following[:1].isalpha() and readings(following)[:1] in ("n", "s"))
    return True


def _apply(figure: Figure, meaning: str, first: bool) -> None:
    """The hedge nearest to the number sets the bound; a farther "at least" goes before "about"."""
    if meaning == "approx":
        figure.approximate = True
        if first:
            figure.bound = "approx"
    elif meaning != "exact" and not figure.is_range and figure.bound in ("exact", "approx"):
        figure.bound = "at_least" if meaning in ("at_least", "over") else "at_most"
        figure.low_open, figure.high_open = meaning == "over", meaning == "under"
