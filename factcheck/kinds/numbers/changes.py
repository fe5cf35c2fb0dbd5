"""Changes: "rose by nearly 5 %", "up 300 jobs", "closed 2 % lower", "gained 65 cents to $71"."""

from __future__ import annotations

from typing import Final

from factcheck.data import load
from factcheck.kinds.numbers.figure import Figure
from factcheck.text.numberwords import magnitude
from factcheck.text.tokens import Tokens
from factcheck.text.words import VERBAL, grammar, readings
from factcheck.units import PER, Units

_data: Final = load("hedges")
_TRAILING: Final[dict[str, str]] = {
    word: way for way, words in _data["trailing"].items() for word in words.split()
}
_NOUNS: Final[dict[str, str]] = {word: way for way, words in _data["nouns"].items() for word in words.split()}
_VERBS: Final = _data["change"].items()
_ANY: Final[dict[str, str]] = {word: way for way, verbs in _VERBS for word in verbs["any"].split()}
_SHARES: Final[dict[str, str]] = {word: way for way, verbs in _VERBS for word in verbs["shares"].split()}
_MOVING: Final = frozenset(_data["moving"].split())
_LEVELS: Final = frozenset(_data["levels"].split())
_TELLING: Final = frozenset(_data["telling"].split())
_PLACED: Final = frozenset(_data["placed"].split())
_LIFT: Final = frozenset(_data["lift"])
_LED: Final = frozenset((*_ANY, *_SHARES, *_data["led"].split()))
_STOPS: Final = frozenset(",;:()")
_DETERMINED: Final = frozenset(("the", "this", "these", "his", "her", "its", "their", "our", "my"))
_ARTICLED: Final = _DETERMINED | {"a", "an", "any", "no", "of", "in"}
_BY: Final = frozenset(("by", "up", "down"))
_POINTS: Final = frozenset(("point", "points"))
_GROWN: Final = frozenset(("volume", "mass", "currency"))  # "grew 3 tonnes of wheat" is a harvest
SHARES: Final = frozenset(("percent", "percentage_point", "basis_point", "ratio"))
FARTHEST_VERB: Final = 6


def change(tokens: Tokens, figure: Figure, floor: int, units: Units) -> None:
    """Marks a figure that is how much something changed; tokens before `floor` belong to others."""
    measured = (figure.unit or "").partition(PER)[0] in SHARES or _is_points(tokens, figure)
    if figure.unit == "ratio":
        measured = tokens.lower[figure.first - 1] in _BY  # "lost a third of its staff" tells of a part
    dimension = units.dimension(figure.unit) if figure.unit is not None else ""
    by_sum = dimension.startswith("currency") and _quoted_behind(tokens, figure)
    way = _way_before(tokens, figure, floor, measured or by_sum or _apart(tokens, figure), dimension)
    if way:
        figure.change = way
        if not figure.is_range:
            figure.bound = "up" if way == "up" else "down"
        return
    i = figure.end
    if not measured or i >= tokens.size:
        return
    word = tokens.lower[i]
    if word in _TRAILING and not (
        i + 1 < tokens.size and tokens.lower[i + 1] in ("to", "from") and word == "up"
    ):
        figure.change = _TRAILING[word]
        figure.bound = "up" if figure.change == "up" else "down"
        if figure.unit is not None:
            figure.last = i + 1
        return
    figure.change = _NOUNS.get(word, "") or _noun_before(tokens, figure, floor)


def is_change(tokens: Tokens, figure: Figure, following: Figure) -> bool:
    """Whether a word of change stands directly in front of the number ("rose $2 to $50"), and the number
    is no range with `following` ("rose by 2 to 3 metres")."""
    i = figure.first - 1
    shared = figure.unit is None and following.unit is not None
    if i >= 0 and tokens.lower[i] == "by":
        if shared and figure.low <= following.low and not _of_other_scale(tokens, figure, following):
            return False
        i -= 1
    if shared and following.unit in SHARES and figure.low < following.low:
        return False  # "fell 3 to 4 percent"
    return i >= 0 and (tokens.lower[i] in _ANY or tokens.lower[i] in _SHARES)


def is_led(tokens: Tokens, i: int) -> bool:
    """Whether the "from" at token `i` tells what something was before it changed: "rose FROM 12 to 15"."""
    for at in range(i - 1, max(-1, i - 1 - FARTHEST_VERB), -1):
        word = tokens.lower[at]
        if word in _LED:
            return True
        if word in _STOPS or VERBAL.intersection(readings(word)[:1]):
            return False
    return False


def _of_other_scale(tokens: Tokens, figure: Figure, following: Figure) -> bool:
    """ "by 900 million to 8.6 billion francs": each number has a magnitude of its own."""
    one, two = (
        next(filter(None, map(magnitude, tokens.lower[each.first + 1 : each.last])), 0)
        for each in (figure, following)
    )
    return bool(one and two) and one != two


def goes_on(tokens: Tokens, figure: Figure, way: str) -> bool:
    """ "were down 2.3 %, Burlington by 2.6 %": the change `way` is said again of another figure."""
    return bool(way) and figure.unit in SHARES and figure.first > 0 and tokens.lower[figure.first - 1] == "by"


def share(tokens: Tokens, left: Figure, right: Figure) -> None:
    """ "lost 85 points, or 1.4 %": one change in two measures."""
    between = tokens.lower[left.end : right.first]
    if (
        left.bound in ("up", "down")
        and not right.is_range
        and between in (["or"], [",", "or"], ["("])
        and (left.unit in SHARES or right.unit in SHARES)
    ):
        right.change, right.bound = left.change, left.bound


def _is_points(tokens: Tokens, figure: Figure) -> bool:
    noun = figure.noun
    return noun is not None and noun[1] - noun[0] == 1 and tokens.lower[noun[0]] in _POINTS


def _apart(tokens: Tokens, figure: Figure) -> bool:
    """ ", up 30 cents", "was down 68 points": no particle of a verb ("put up $5 million")."""
    i = figure.first - 1
    if i < 1 or tokens.lower[i] not in ("up", "down"):
        return False
    return not tokens.lower[i - 1][0].isalnum() or tokens.lower[i - 1] in grammar().be


def _quoted_behind(tokens: Tokens, figure: Figure) -> bool:
    """ "gained 65 cents to $71": the price that the sum led to follows."""
    i = figure.last
    return i + 1 < tokens.size and tokens.lower[i] in ("to", "at")


def _way_before(tokens: Tokens, figure: Figure, floor: int, measured: bool, dimension: str) -> str:
    lower = tokens.lower
    i = figure.first - 1
    lifted = False
    if lower[figure.first] in _TELLING or lower[figure.first] in _LEVELS:
        return ""  # "rises averaged 3 %", "plunged below $30,000"
    while i >= floor and (lower[i] in _LIFT or (readings(lower[i])[:1] == "r" and lower[i] not in _SHARES)):
        lifted = lifted or lower[i] == "by"
        i -= 1
        if figure.first - i > 4:
            break
    if i < floor:
        return ""
    if (
        i > 0
        and (lower[i - 1] in _ARTICLED or readings(lower[i - 1])[:1] == "a")
        and lower[i] in _NOUNS
        and lower[i] not in ("up", "down")
    ):
        return ""
    if lower[i] in _ANY or (measured and lower[i] in _SHARES):
        moved = not lifted and _moves(tokens, figure, i, dimension)
        return "" if moved else _ANY.get(lower[i]) or _SHARES[lower[i]]
    if lifted:
        for at in range(i, max(floor, i - FARTHEST_VERB) - 1, -1):
            if lower[at] in (",", ";", ":", "(", ")"):
                break
            way = _ANY.get(lower[at]) or (_SHARES.get(lower[at]) if measured else None)
            if way:
                return way
    return ""


def _moves(tokens: Tokens, figure: Figure, verb: int, dimension: str) -> bool:
    """ "the road climbs 300 m", "the tower rises 96 m above the square", "grew 3 tonnes of wheat"."""
    following = tokens.lower[figure.last] if figure.last < tokens.size else ""
    if dimension == "length" and figure.unit is not None and PER not in figure.unit:
        return tokens.lower[verb] in _MOVING or following in _PLACED
    return dimension in _GROWN and following == "of" and _ANY.get(tokens.lower[verb]) == "up"


def _noun_before(tokens: Tokens, figure: Figure, floor: int) -> str:
    """ "an increase of 5 %"."""
    i = figure.first - 1
    return (
        _NOUNS.get(tokens.lower[i - 1], "")
        if i - 1 >= floor and tokens.lower[i] in ("of", "in", "by")
        else ""
    )
