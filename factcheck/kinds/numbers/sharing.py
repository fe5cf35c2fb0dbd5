"""What a number has from a neighbour: its unit, its noun, what it is counted on, how often it happens."""

from __future__ import annotations

from typing import Final

from factcheck.data import load
from factcheck.kinds.numbers.changes import SHARES
from factcheck.kinds.numbers.figure import DASHES, Figure
from factcheck.kinds.numbers.nouns import counted, noun_phrase, postposed
from factcheck.kinds.numbers.ranges import carry_scale
from factcheck.text.tokens import Tokens
from factcheck.text.words import grammar, is_plural, verb_lemma
from factcheck.units import Units

_data: Final = load("measures")
_LISTING: Final = frozenset(("or", "and", "x", "×", "/", "by"))
_DIMENSIONS: Final = frozenset(("by", "x", "×"))
_OWNING: Final = frozenset(
    ("the", "its", "his", "her", "their", "our", "my", "your", "those", "these", "all", "'s")
)
_CARRYING: Final = frozenset(
    ("and", "but", "to", "with", "than", "versus", "vs", "against", "from", "another")
)
_FORMER: Final = ("from", "against", "versus", "vs", "after")
_LARGE: Final = 10**6  # a number of nothing from here on, told behind a sum of money, is one
_NEWER: Final = frozenset(("later", "newer", "earlier"))
_COMPARED: Final = frozenset(("more", "fewer", "less", "others"))
_LENGTHWISE: Final = frozenset(_data["lengthwise"])
_EVERY: Final = frozenset(("every", "each", "per"))
_OFTEN: Final[dict[str, str]] = _data["often"]
_grammar: Final = grammar()
_CLOSED: Final = _grammar.pronouns | _grammar.prepositions | _grammar.conjunctions | _grammar.auxiliaries
CLAUSE: Final = frozenset(",;:.()–—")
FARTHEST: Final = 5  # tokens between "12 of" and "15"


# ---------------------------------------------------------------- from right to left
_RELATIVE: Final = frozenset((*SHARES, "times"))


def lists(tokens: Tokens, figures: list[Figure], units: Units) -> None:
    """Units and nouns said once for several numbers: "7- or 8-inch", "12 of the 15 judges"."""
    carried = False
    right = figures[-1]
    for left in reversed(figures[:-1]):
        carried = _carry(tokens, left, right, carried, units)
        if left.incidental != "order":
            right = left


def _carry(tokens: Tokens, left: Figure, right: Figure, carried: bool, units: Units) -> bool:
    """ "5, 10 and 15 km", "8 or $9", "12 or 13 people": `left` takes what `right` has."""
    if (
        left.unit
        or left.noun
        or left.incidental
        or left.ordinal
        or right.incidental
        or right.ordinal
        or right.vague
        or right.unit == "ratio"
    ):
        return False
    if tokens.lower[left.last - 1] in _NEWER:
        return False  # "needs Python 3.9 or later and 4 GB"
    between = [word for word in tokens.lower[left.last : right.first] if word not in DASHES]
    if between and between[0] == "of" and _owned(between[1:]):
        left.unit, left.per, left.noun = right.unit, right.per, right.noun
        return True
    if not between and left.last == right.first and _sized(tokens, left, right):
        return False
    if not between or len(between) > 2 or (len(between) == 2 and between[0] != ","):
        return False
    if between[-1] not in _LISTING and not (between == [","] and carried):
        return False
    if between[-1] in _DIMENSIONS and (right.unit is None or units.dimension(right.unit) != "length"):
        return False  # "2 x 500 mg"
    carry_scale(tokens, left, right)
    left.unit, left.per, left.noun = right.unit, right.per, right.noun
    return True


def _sized(tokens: Tokens, left: Figure, right: Figure) -> bool:
    """ "four 6-ounce steaks", "two 12-inch pizzas": `left` counts what `right` is a measure of."""
    if right.unit is None or right.is_range or left.form == "mixed" or not left.whole:
        return False
    noun = counted(tokens, right, b"")
    if noun is None or not is_plural(tokens.lower[noun[1] - 1]):
        return False
    left.noun = right.first, noun[1]
    return True


def _owned(words: list[str]) -> bool:
    """Whether nothing but owners and adjectives stand behind "of": "of Kenya's 47", "of the planned 90"."""
    if len(words) > FARTHEST or (len(words) > 1 and _OWNING.isdisjoint(words)):
        return False
    return all(word in _OWNING or (word[0].isalpha() and word not in _CLOSED) for word in words)


# ---------------------------------------------------------------- from left to right


def nouns(tokens: Tokens, figures: list[Figure], units: Units) -> None:
    """Gives "187" in "320 plots … and 187", "12" in "20 died and another 12" what was counted before."""
    last: Figure | None = None
    for k, figure in enumerate(figures):
        if figure.ordinal or figure.incidental or figure.voted or figure.unit is not None:
            continue
        before = figures[k - 1] if k else None
        if before is not None and _takes_unit(tokens, before, figure, units):
            figure.unit, figure.noun = before.unit, None
        elif before is not None and before.age and figure.noun is None and _joined(tokens, before, figure):
            figure.age, figure.unit, figure.noun = True, "year", None
        elif last is not None and last.noun is not None and _inside(figure, last.noun):
            figure.incidental = "name"
        elif figure.noun is not None or postposed(tokens, figure):
            last = figure
        elif last is not None and _of_them(tokens, figure.last):
            figure.noun = noun_phrase(tokens, figure.last + 2, figure) or last.noun
        elif before is not None and before.unit is not None and _compared(tokens, figure):
            figure.unit = before.unit if before.unit not in SHARES else None
        elif before is not None and _is_like(tokens, before, figure, units):
            figure.unit = before.unit
        elif last is not None and (_continues(tokens, last, figure.first) or _compared(tokens, figure)):
            figure.noun = last.noun


def _takes_unit(tokens: Tokens, left: Figure, right: Figure, units: Units) -> bool:
    """ "from 14 kW to 19", "9 metres wide and 4 deep": the unit said in front is that of both."""
    upto = tokens.lower[right.first - 1] == "to" and _started(tokens, left)
    return upto or _lengthwise(tokens, left, right, units)


def _lengthwise(tokens: Tokens, left: Figure, right: Figure, units: Units) -> bool:
    told = all(_LENGTHWISE & set(tokens.lower[each.last : each.last + 1]) for each in (left, right))
    return told and left.unit is not None and units.dimension(left.unit) == "length"


def _of_them(tokens: Tokens, i: int) -> bool:
    """ "23 bodies, six of them children"."""
    return tokens.lower[i : i + 1] == ["of"] and tokens.lower[i + 1 : i + 2] in (
        ["them"],
        ["whom"],
        ["which"],
    )


def _continues(tokens: Tokens, counted: Figure, i: int) -> bool:
    """ "… and 140", "compared with 75": the number at `i` counts what was counted before."""
    if i == 0 or tokens.lower[i - 1] not in _CARRYING:
        return False
    before = tokens.lower[i - 2] if i > 1 else ""
    if before.startswith("compar") or counted.end == i - 1:
        return True
    if tokens.lower[i - 1] == "to" and verb_lemma(before) is not None:
        return False  # "the toll in the two towns has risen to 12": its subject says what is counted
    return tokens.lower[i - 1] != "with"


def _compared(tokens: Tokens, figure: Figure) -> bool:
    """ "90 kilos, 15 more than last year": more of the same."""
    i = figure.last
    if i >= tokens.size or tokens.lower[i] not in _COMPARED or tokens.lower[figure.first - 1] not in ",–—-":
        return False
    return i + 1 >= tokens.size or tokens.lower[i + 1] in ("than", ".", ",", ";")


def _is_like(tokens: Tokens, left: Figure, right: Figure, units: Units) -> bool:
    """Whether a number of nothing is of the unit of the one before it."""
    return _was(tokens, left, right, units) or _is_sum(tokens, left, right, units)


def _was(tokens: Tokens, left: Figure, right: Figure, units: Units) -> bool:
    """ "20 million euros from 12 million", "to 37 degrees, after 41": the value before has the same unit."""
    between = tokens.lower[left.last : right.first]
    if left.unit is None or left.change or not between or len(between) > FARTHEST:
        return False
    if between[-1] == "after" and (between[-2:-1] != [","] or units.dimension(left.unit) == "time"):
        return False  # "12 km after 9", "40 minutes, after 9"
    if between[-1] not in _FORMER and between[-2:] != ["compared", "with"]:
        return False
    said = between[:-1] if between[-1] == "after" else between[:-2]
    if not CLAUSE.isdisjoint(said[:-1]) or any(verb_lemma(word) for word in between[:-2]):
        return False
    following = tokens.lower[right.last] if right.last < tokens.size else ""
    if following[:1].isalpha() and following not in _CLOSED | _grammar.determiners:
        return False
    return left.low <= right.low * 20 and right.low <= left.low * 20


def _is_sum(tokens: Tokens, left: Figure, right: Figure, units: Units) -> bool:
    """ "comes to 9.4 billion rupees, of which the satellite accounts for 6.1 billion"; "seen by 4 million" is
    none."""
    if (
        left.unit is None
        or tokens.lower[right.first - 1] == "by"
        or "mixed" not in (left.form, right.form)
        or right.low < _LARGE
    ):
        return False
    return units.dimension(left.unit).startswith("currency") and left.low >= _LARGE


def _joined(tokens: Tokens, left: Figure, right: Figure) -> bool:
    """ "aged 6 and 9"."""
    return tokens.lower[left.last : right.first] in (["and"], ["or"], [","], [",", "and"])


def _started(tokens: Tokens, figure: Figure) -> bool:
    """ "from 14 kW at first to 19": the figure behind "from" has the unit of both."""
    i = figure.first - 1
    return figure.unit is not None and figure.unit not in SHARES and i >= 0 and tokens.lower[i] == "from"


def _inside(figure: Figure, noun: tuple[int, int]) -> bool:
    """Whether the figure is part of a counted noun: "three old Type 42 ships"."""
    return noun[0] <= figure.at and figure.behind <= noun[1]


# ---------------------------------------------------------------- what it is counted on


def bases(tokens: Tokens, figures: list[Figure]) -> None:
    """ "12 deaths per 100,000 people": the second number only says what the first is counted on."""
    for k, figure in enumerate(figures):
        i = figure.first - 1
        if (
            i < 0
            or tokens.lower[i] not in ("per", "every")
            or figure.unit is not None
            or figure.low < 10
            or figure.ordinal
        ):
            continue
        figure.incidental = "rate-base"
        if k and not figures[k - 1].per and figures[k - 1].end == i:
            figures[k - 1].per = tokens.surface(figure.first, max(figure.last, figure.end))


def pace(tokens: Tokens, figures: list[Figure], units: Units) -> None:
    """ "sells 300 litres of milk to shops every month", "Every year 300 people drown": the pace of the
    only figure of its clause."""
    for at, word in enumerate(tokens.lower):
        if word not in _EVERY and word not in _OFTEN:
            continue
        unit, behind = _OFTEN.get(word), at + 1
        if unit is None:
            found = units.find(tokens, at + 1, figures=False)
            if found is None or units.dimension(found[0]) != "time":
                continue
            unit, behind = found
        figure = _alone(tokens, figures, at, behind)
        if figure is not None:
            figure.per = unit


def _alone(tokens: Tokens, figures: list[Figure], at: int, behind: int) -> Figure | None:
    """The only figure of the clause that the words `at`..`behind` begin or end."""
    size, words = tokens.size, tokens.words
    if behind >= size or words[behind] in CLAUSE:
        start = at
        while start > 0 and words[start - 1] not in CLAUSE:
            start -= 1
        within = (start, at)
    elif at == 0 or words[at - 1] in CLAUSE:
        stop = behind + (words[behind] == ",")
        while stop < size and words[stop] not in CLAUSE:
            stop += 1
        within = (behind, stop)
    else:
        return None
    found = [figure for figure in figures if within[0] <= figure.first < within[1]]
    if len(found) != 1 or found[0].per or found[0].ordinal or found[0].age or found[0].incidental:
        return None
    figure = found[0]
    return None if figure.unit in _RELATIVE or figure.change or figure.is_range else figure
