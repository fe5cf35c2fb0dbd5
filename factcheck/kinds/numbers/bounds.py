"""Hedges and changes: "about", "more than", "or so", "rose by nearly 5 %", "2 % lower"."""

from __future__ import annotations

from factcheck.data import load
from factcheck.kinds.numbers.figure import Figure, touching
from factcheck.kinds.numbers.phrases import backward, forward, tree
from factcheck.text.tokens import Tokens
from factcheck.text.words import readings

_data = load("hedges")
_BEFORE = tree(_data["before"], backwards=True)
_FILLERS = tree({"filler": _data["fillers"]}, backwards=True)
_AFTER = tree(_data["after"])
_TRAILING: dict[str, str] = {word: way for way, words in _data["trailing"].items() for word in words.split()}
_NOUNS: dict[str, str] = {word: way for way, words in _data["nouns"].items() for word in words.split()}
_VERBS = _data["change"].items()
_ANY: dict[str, str] = {word: way for way, verbs in _VERBS for word in verbs["any"].split()}
_SHARES: dict[str, str] = {word: way for way, verbs in _VERBS for word in verbs["shares"].split()}
_DETERMINED = frozenset(("the", "this", "these", "his", "her", "its", "their", "our", "my"))
_ARTICLED = _DETERMINED | {"a", "an", "any", "no", "of", "in"}
_CHANGING_UNITS = frozenset(("percent", "percentage_point", "basis_point"))
_POINTS = frozenset(("point", "points"))
_LIFT = frozenset(_data["lift"])
FARTHEST_VERB = 6


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


def _hedges(tokens: Tokens, start: int, i: int) -> bool:
    """ "the past 3 years", "the minimum 5": no hedge behind a determiner."""
    word = tokens.lower[start]
    if word in ("about", "around") and start > 0 and tokens.lower[start - 1] in ("how", "what"):
        return False
    if i - start == 1 and start > 0 and tokens.lower[start - 1] in _DETERMINED:
        return word not in ("past", "near", "over", "minimum", "maximum", "exact", "average")
    return not (word in ("-", "+", "±") and start > 0 and touching(tokens, start))


def bound_behind(tokens: Tokens, figure: Figure) -> bool:
    """Takes in "or more", "+", "or so", "-odd" at the figure's end."""
    i = figure.last
    if i >= tokens.size or tokens.lower[i] not in _AFTER:
        return False
    found = forward(_AFTER, tokens.lower, i)
    if found is None:
        return False
    meaning, behind = found
    last = tokens.lower[behind - 1]
    following = tokens.lower[behind] if behind < tokens.size else ""
    if (
        (last == "+" and not touching(tokens, i))
        or following == "than"
        or (last == "plus" and following == "or")
    ):
        return False
    if last in ("+", "plus") and following and following[0].isdecimal():
        return False
    if (
        last in ("minimum", "maximum", "max", "odd", "some")
        and following[:1].isalpha()
        and readings(following)[:1] in ("n", "s")
        and last not in ("odd", "some")
    ):
        return False
    _apply(figure, meaning, first=figure.bound == "exact")
    figure.last = behind
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


# ---------------------------------------------------------------- change


def is_change(tokens: Tokens, figure: Figure) -> bool:
    """Whether a word of change stands directly in front of the number ("rose $2 to $50")."""
    i = figure.first - 1
    if i >= 0 and tokens.lower[i] == "by":
        i -= 1
    return i >= 0 and (tokens.lower[i] in _ANY or tokens.lower[i] in _SHARES)


def change(tokens: Tokens, figure: Figure, floor: int) -> None:
    """Marks "rose 5 %", "up nearly 48 %", "grew by 900 jobs", "closed 2 % lower", "a 3 % drop"."""
    measured = figure.unit in _CHANGING_UNITS or (
        figure.noun is not None
        and tokens.lower[figure.noun[1] - 1] in _POINTS
        and figure.noun[1] - figure.noun[0] == 1
    )
    way = _way_before(tokens, figure, floor, measured)
    if way and not measured and tokens.lower[figure.last : figure.last + 1] == ["above"]:
        return  # "the tower rises 300 metres above the river"
    if way:
        figure.change = way
        if not figure.is_range:
            figure.bound = "up" if way == "up" else "down"
        return
    i = figure.last
    if not measured or i >= tokens.size:
        return
    word = tokens.lower[i]
    if word in _TRAILING and not (
        i + 1 < tokens.size and tokens.lower[i + 1] in ("to", "from") and word == "up"
    ):
        figure.change = _TRAILING[word]
        figure.bound = "up" if figure.change == "up" else "down"
        figure.last = i + 1
        return
    figure.change = _NOUNS.get(word, "") or _noun_before(tokens, figure, floor)


def _way_before(tokens: Tokens, figure: Figure, floor: int, measured: bool) -> str:
    lower = tokens.lower
    i = figure.first - 1
    lifted = False
    while i >= floor and (lower[i] in _LIFT or (readings(lower[i])[:1] == "r" and lower[i] not in _SHARES)):
        lifted = lifted or lower[i] == "by"
        i -= 1
        if figure.first - i > 4:
            break
    if i < floor:
        return ""
    if (
        i > 0
        and (lower[i - 1] in _ARTICLED or readings(lower[i - 1])[:1] == "a" or lower[i + 1] == "of")
        and lower[i] in _NOUNS
        and lower[i] not in ("up", "down")
    ):
        return ""
    if lower[i] in _ANY or (measured and lower[i] in _SHARES):
        return _ANY.get(lower[i]) or _SHARES[lower[i]]
    if lifted:
        for at in range(i, max(floor, i - FARTHEST_VERB) - 1, -1):
            if lower[at] in (",", ";", ":", "(", ")"):
                break
            way = _ANY.get(lower[at]) or (_SHARES.get(lower[at]) if measured else None)
            if way:
                return way
    return ""


def _noun_before(tokens: Tokens, figure: Figure, floor: int) -> str:
    """ "an increase of 5 %"."""
    i = figure.first - 1
    return (
        _NOUNS.get(tokens.lower[i - 1], "")
        if i - 1 >= floor and tokens.lower[i] in ("of", "in", "by")
        else ""
    )
