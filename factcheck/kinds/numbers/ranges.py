"""Two numbers that make one value: ranges, tolerances, ratios, two bounds."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final

from factcheck.data import load
from factcheck.kinds.numbers.changes import is_change
from factcheck.kinds.numbers.figure import DASHES, Figure, touching
from factcheck.kinds.numbers.nouns import noun_phrase
from factcheck.text.numberwords import glued_magnitude, magnitude, to_decimal
from factcheck.text.tokens import Tokens
from factcheck.text.words import is_plural
from factcheck.units import PER, Units

_SCORE: Final = frozenset(load("incidental")["score"].split())
_TO: Final = frozenset(("to", "through", "till", "until"))
_LEANING: Final = frozenset(
    ("about", "around", "almost", "nearly", "roughly", "approximately", "some", "perhaps", "over", "up")
)
_LISTING: Final = frozenset(("or", "and", "x", "×", "/", "by"))
_OWNING: Final = frozenset(("the", "its", "his", "her", "their", "our", "those", "these", "all"))
_MINUS: Final = frozenset("-−")
_TOLERANCES: Final = (
    ("±",),
    ("+", "/", "-"),
    ("+", "/", "−"),
    ("+", "-"),
    ("plus", "or", "minus"),
    ("give", "or", "take"),
)
_VOTING: Final = frozenset(load("incidental")["voting"].split())
_WINNING: Final = _SCORE - _VOTING
VOTED: Final = 12  # tokens before a pair of numbers in which a word says that it is of a vote …
NEAR: Final = 3  # … and in which one says that it is a score
LONGEST_NOUN: Final = 7  # tokens between a number and its tolerance
LARGEST_SCORE: Final = 300
HUNDRED: Final = 100
RATIO_BASES: Final = (10, 20, 25, 50, 100, 1000, 10000, 100000, 1000000)
_BETWEEN: Final = frozenset((*_TO, "and"))


def merge(tokens: Tokens, left: Figure, right: Figure, units: Units) -> bool:
    """Makes `left` hold both numbers where they are one value; marks the two sides of a score."""
    between = tokens.lower[left.last : right.first]
    if left.prefixed and right.unit != left.unit:
        _money_letters(tokens, left, right, between, units)
    if 3 < len(between) <= LONGEST_NOUN and between[-2] == "or" and not left.is_range:
        return _tolerance_of(left, right, between)
    if (
        left.incidental
        or right.incidental
        or left.ordinal
        or right.ordinal
        or len(between) > 3
        or right.first < left.last
    ):
        return False
    if left.is_range or right.is_range:
        return False
    if tuple(between) in _TOLERANCES:
        return _tolerance(left, right)
    if _is_ratio(left, right, between):
        return _ratio(left, right)
    negative = not between and right.low < 0 and tokens.words[right.first] in _MINUS and left.unit is None
    if negative:
        right.low, right.high = -right.low, -right.high
        between = ["-"]
    kind = _separator(tokens, left, right, between)
    if kind in ("dash", "to") and _is_vote(tokens, left, right):
        left.voted = right.voted = True
        return False  # "adopted by 64 to 51", "voted 5-4"
    if not kind or not _alike(tokens, left, right, kind, units):
        if negative:
            right.low, right.high = -right.low, -right.high
        return False
    if kind == "dash" and _is_score(tokens, left, right):
        left.incidental = right.incidental = "score"
        return False
    carry_scale(tokens, left, right)
    if left.low >= right.low and (
        kind == "dash" or (kind == "to" and left.unit == right.unit in (None, "percent"))
    ):
        if left.unit is None and right.unit is None:
            left.incidental = right.incidental = "score"
        return False
    _join(left, right)
    return True


def _is_vote(tokens: Tokens, left: Figure, right: Figure) -> bool:
    """Whether two numbers are the votes for and against, by a word of voting around."""
    if not (left.whole and right.whole) or left.unit or right.unit or left.low < right.low:
        return False
    if left.low + right.low == HUNDRED:
        return False  # shares of the votes
    near = tokens.lower[max(0, left.first - VOTED) : left.first]
    if left.bound != "exact" or not _WINNING.isdisjoint(near[-NEAR:]):
        return False  # "won 34 to 29 after a vote"
    return not _VOTING.isdisjoint((*near, *tokens.lower[right.last : right.last + 1]))


def _money_letters(tokens: Tokens, left: Figure, right: Figure, between: list[str], units: Units) -> None:
    """ "$1.2-1.4m": behind money the letter is a magnitude, not a metre."""
    i = right.behind
    if len(between) != 1 or left.unit not in units.currencies or right.prefixed or not touching(tokens, i):
        return
    times = glued_magnitude(tokens.words[i])
    if times and (right.unit is None or right.unit == "meter"):
        right.scale(Decimal(times))
        right.unit, right.incidental, right.form = None, "", "mixed"
        right.last = right.behind = i + 1


def _separator(tokens: Tokens, left: Figure, right: Figure, between: list[str]) -> str:
    """How two numbers are joined: "dash", "to", "between … and", or "" for not at all."""
    before = tokens.lower[left.first - 1] if left.first > 0 else ""
    if len(between) == 1 and between[0] in DASHES:
        gap = (
            tokens.starts[left.last] - tokens.ends[left.last - 1],
            tokens.starts[right.first] - tokens.ends[left.last],
        )
        return "dash" if gap[0] == gap[1] or between[0] in "–—" or gap[0] == 1 else ""
    if between == ["~"] and touching(tokens, left.last) and touching(tokens, right.first):
        return "dash"  # "10~20"
    while len(between) > 1 and between[-1] in _LEANING and between[0] in _BETWEEN:
        between = between[:-1]
    core = [word for word in between if word not in DASHES]
    core = core[1:] if core == ["up", "to"] and before == "from" else core
    if len(core) != 1:
        return ""
    if core[0] in ("and", "&") and (before == "between" or _between_ages(tokens, left)):
        left.first -= before == "between"
        return "between"
    if core[0] in _TO:
        if before == "from":
            left.first -= 1
            return "from"
        return "" if is_change(tokens, left, right) else "to"
    return ""


def _between_ages(tokens: Tokens, left: Figure) -> bool:
    return tokens.lower[max(0, left.first - 4) : left.first] == ["between", "the", "ages", "of"]


def _alike(tokens: Tokens, left: Figure, right: Figure, kind: str, units: Units) -> bool:
    if left.unit is not None and right.unit is not None:
        if left.unit == right.unit or right.unit.startswith(f"{left.unit}{PER}"):
            return True
        over = right.unit.partition(PER)[0]
        if kind not in ("between", "from") or units.dimension(left.unit) != units.dimension(over):
            return False
        left.low = left.high = units.convert(left.low, left.unit, over)  # "between 80 cents and $2.50"
        left.unit = over
        return True
    if left.unit is not None and kind in ("to", "from"):
        if left.unit == "percent":
            return kind == "from"
        noun = noun_phrase(tokens, right.last, right)
        return noun is None or not is_plural(tokens.lower[noun[1] - 1])
    return True


def _is_score(tokens: Tokens, left: Figure, right: Figure) -> bool:
    if (
        left.unit
        or right.unit
        or left.form != "digits"
        or right.form != "digits"
        or not (left.whole and right.whole)
    ):
        return False
    if max(left.low, right.low) > LARGEST_SCORE:
        return False
    near = tokens.lower[max(0, left.first - 3) : left.first] + tokens.lower[right.last : right.last + 3]
    return any(word in _SCORE for word in near)


def carry_scale(tokens: Tokens, left: Figure, right: Figure) -> None:
    """ "3 to 5 billion", "1 to 2 thousand", "$3-5m": the magnitude of the right end is the left one's too."""
    word = tokens.lower[right.behind - 1]
    times = magnitude(word) if right.form != "digits" else 0
    if not times and right.form == left.form == "digits" and left.unit is None and left.low < 1000:
        if right.low % 1000 == 0 and left.low * 10000 >= right.low > left.low * 1000:
            left.scale(Decimal(1000))  # "25-30,000"
        return
    times = times or (glued_magnitude(tokens.words[right.behind - 1]) if right.form == "mixed" else 0)
    if not times or right.behind - right.at < 2:
        return
    own = tokens.lower[left.behind - 1]
    has_own = left.behind - left.at > 1 and (
        magnitude(own) or (left.form == "mixed" and glued_magnitude(own))
    )
    if not has_own and left.low * times < right.low:
        left.scale(Decimal(times))


def _join(left: Figure, right: Figure) -> None:
    low, high = sorted((left.low, right.low))
    left.low, left.high = low, high
    left.unit = right.unit if right.per else left.unit or right.unit
    left.per = right.per or left.per
    left.prefixed = left.prefixed or right.prefixed
    left.last, left.behind = right.last, right.behind
    if left.bound == "exact" and not right.approximate:
        left.bound = right.bound if right.bound != "exact" else "between"
    else:
        left.bound = "approx" if left.approximate or right.approximate else left.bound
    left.approximate = left.approximate or right.approximate
    left.digits = max(filter(None, (left.digits, right.digits)), default=None)


def _tolerance_of(left: Figure, right: Figure, between: list[str]) -> bool:
    """ "2,113 birds, give or take 50", "45 million, plus or minus 3 million"."""
    apart = between[:-3]
    if tuple(between[-3:]) not in _TOLERANCES or any(not word[0].isalpha() and word != "," for word in apart):
        return False
    if (left.unit and apart != [","]) or right.unit not in (None, left.unit, "percent"):
        return False
    last = left.last
    if not _tolerance(left, right):
        return False
    left.last = last if len(apart) > 1 else left.last
    return True


def _tolerance(left: Figure, right: Figure) -> bool:
    """ "5 ± 0.2 mm" lies between 4.8 and 5.2; "100 g ± 5 %" is worked out."""
    spread = left.low * right.low / 100 if right.unit == "percent" and left.unit != "percent" else right.low
    if right.unit not in (None, left.unit, "percent") and left.unit is not None:
        return False
    if right.unit != "percent":
        left.unit = left.unit or right.unit
    left.low, left.high = left.low - abs(spread), left.high + abs(spread)
    left.bound, left.last, left.behind = "between", right.last, right.behind
    return True


def _is_ratio(left: Figure, right: Figure, between: list[str]) -> bool:
    """ "one in five", "3 out of 4", "9 of 10" is none."""
    if left.unit or right.unit or not (left.whole and right.whole) or not 0 < left.low < right.low:
        return False
    if between == ["out", "of"]:
        return True
    between = [word for word in between if word not in DASHES]  # "a 1-in-3 chance"
    if between == ["in", "every"] and left.low == 1:
        return True  # "one in every 200"
    if between != ["in"]:
        return False
    if left.low == 1:
        return right.form != "mixed"
    return left.low < 10 and right.form != "mixed" and (right.low <= 10 or right.low in RATIO_BASES)


def _ratio(left: Figure, right: Figure) -> bool:
    left.low = left.high = to_decimal(Fraction(left.low) / Fraction(right.low))
    left.unit, left.digits = "ratio", None
    left.bound, left.approximate = (
        right.bound if left.bound == "exact" else left.bound,
        left.approximate or right.approximate,
    )
    left.last, left.behind = right.last, right.behind
    return True


def both_ends(tokens: Tokens, left: Figure, right: Figure) -> bool:
    """ "more than 10 and less than 40": two bounds of one value."""
    if (
        left.is_range
        or right.is_range
        or {left.bound, right.bound} != {"at_least", "at_most"}
        or left.unit != right.unit
    ):
        return False
    between = tokens.lower[left.last : right.first]
    if len(between) > 2 or not between or between[-1] not in ("and", "but"):
        return False
    low, high = (left, right) if left.bound == "at_least" else (right, left)
    if low.low >= high.low:
        return False
    left.low_open, left.high_open, left.low, left.high = low.low_open, high.high_open, low.low, high.low
    left.bound, left.last = "between", right.last
    left.noun = left.noun or right.noun
    return True
