"""From the tokens of a sentence to its mentions of numbers: each number once, in order.

Steps: every number with its unit and currency (`scan`); numbers that belong together (`combine`);
counted nouns; what a number shares with its neighbour; bounds, changes and ages; why a number is
no claim; the mentions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.kinds.mention import Mention
from factcheck.kinds.numbers import ages, bounds, incidental, measures, money, nouns, ranges, vague
from factcheck.kinds.numbers.figure import Figure
from factcheck.model import Interval
from factcheck.text.numerals import TRIGGERS, numeral_at
from factcheck.text.tokens import Tokens
from factcheck.text.words import verb_lemma
from factcheck.units import PER, Units

STARTING = TRIGGERS | vague.STARTERS
ARTICLES = frozenset(("a", "an"))
FIGURE = re.compile(r"[\d½¼¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚]")  # \d is a decimal digit of any script
FIGURES = frozenset("0123456789½¼¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚")
POSSESSIVES = frozenset(("the", "a", "an", "his", "her", "its", "their", "our"))
SECONDS = frozenset(("a", "last", "split", "final", "every", "each", "this", "next", "any", "few"))
SHARES = frozenset(("percent", "percentage_point", "basis_point", "ratio"))
CARRYING = frozenset(("and", "but", "to", "with", "than", "versus", "vs", "against", "from", "another"))


def read(tokens: Tokens, taken: Sequence[int] | set[int], units: Units) -> list[Mention]:
    """The mentions of one sentence. `taken` are token indices (a set), or flags by token (bytes),
    of what the reader of dates has used; numbers there are left alone."""
    if not _may_count(tokens):
        return []
    flags = _flags(tokens, taken)
    figures = scan(tokens, flags, units)
    if not figures:
        return []
    figures = combine(tokens, figures, units)
    for figure in figures:
        if figure.unit is None and not figure.incidental:
            figure.noun = nouns.counted(tokens, figure, flags)
            if figure.noun is not None and not figure.ordinal:
                measures.rate_of_count(tokens, figure, units)
    _bases(tokens, figures)
    _share(tokens, figures, units)
    _qualify(tokens, figures)
    _dismiss(tokens, figures, flags)
    return _mentions(tokens, figures, units, flags)


def _may_count(tokens: Tokens) -> bool:
    """Whether a sentence has a figure or a word of number at all: the quick no for most of them."""
    if not STARTING.isdisjoint(tokens.lower):
        return True
    return bool(tokens.words) and FIGURE.search(tokens.text, tokens.starts[0], tokens.ends[-1]) is not None


def _flags(tokens: Tokens, taken: Sequence[int] | set[int]) -> bytes | bytearray:
    if isinstance(taken, (bytes, bytearray)):
        return taken
    flags = bytearray(tokens.size)
    for i in taken:
        flags[i] = 1
    return flags


# ---------------------------------------------------------------- every number, with its unit


def scan(tokens: Tokens, flags: bytes | bytearray, units: Units) -> list[Figure]:
    """The numbers outside of dates, each with currency, unit and a hedge that stands between."""
    figures: list[Figure] = []
    behind = 0
    for i, word in enumerate(tokens.lower):
        first = word[0]
        if first.isalpha():
            if word not in STARTING:
                continue
        elif not (first in FIGURES or word in STARTING or _other_figures(word)):
            continue
        if i < behind or (flags and flags[i]):
            continue
        figure = _figure_at(tokens, i, behind, flags, units)
        if figure is not None:
            figures.append(figure)
            behind = figure.last
    return figures


def _other_figures(word: str) -> bool:
    """ ".5", and the digits of other scripts."""
    return (word[0] == "." and len(word) > 1) or (word[0] > "\x7f" and word[0].isdecimal())


def _figure_at(tokens: Tokens, i: int, floor: int, flags: bytes | bytearray, units: Units) -> Figure | None:
    article = i > floor and tokens.lower[i - 1] in ARTICLES
    numeral = (numeral_at(tokens, i - 1) if article else None) or numeral_at(tokens, i)
    if numeral is None:
        figure = vague.vague_at(tokens, i) or measures.half_at(tokens, i, units)
        if figure is None:
            return None
    else:
        figure = Figure.of(numeral)
    if figure.ordinal:
        return _ordinal(tokens, figure)
    if incidental.idiom(tokens, figure):
        return figure
    if flags and any(flags[at] for at in range(figure.first, figure.last)):
        return None
    if not money.currency_before(tokens, figure, units, floor):
        measures.unit_before(tokens, figure, units)
    if figure.unit is None:
        _look_behind(tokens, figure, units)
    if figure.unit is None and figure.form == "words" and figure.digits is None and 0 < figure.low < 1:
        figure.unit = "ratio"
    return figure


def _look_behind(tokens: Tokens, figure: Figure, units: Units) -> None:
    """The hedge and the unit behind a number, or what is glued to it."""
    figure.incidental = incidental.glued_before(tokens, figure)
    bounds.bound_behind(tokens, figure)
    measures.unit_behind(tokens, figure, units)
    if figure.unit is None:
        figure.incidental = figure.incidental or incidental.glued_behind(tokens, figure)
    elif incidental.named(tokens, figure):
        figure.incidental = "name"


def _ordinal(tokens: Tokens, figure: Figure) -> Figure | None:
    """An ordinal; "second" behind a number or "per" is a unit of time."""
    i = figure.first
    if tokens.lower[i] == "second" and figure.last == i + 1:
        before = tokens.lower[i - 1] if i else ""
        if before in ("per", "split", "/") or before[:1].isdecimal():
            return None
    return figure


# ---------------------------------------------------------------- numbers that belong together


def combine(tokens: Tokens, figures: list[Figure], units: Units) -> list[Figure]:
    """The figures with ranges, tolerances, ratios and composites made one."""
    incidental.chained(tokens, figures)
    made = [figures[0]]
    for figure in figures[1:]:
        left = made[-1]
        if measures.joins(tokens, left, figure):
            measures.join(left, figure, units)
        elif not ranges.merge(tokens, left, figure, units):
            made.append(figure)
        elif left.unit is None:
            measures.unit_behind(tokens, left, units)
    return made


def _share(tokens: Tokens, figures: list[Figure], units: Units) -> None:
    """Units and nouns said once for several numbers, and the same value in another unit."""
    carried = False
    for k in range(len(figures) - 2, -1, -1):
        carried = ranges.carry_left(tokens, figures[k], figures[k + 1], carried)


def _qualify(tokens: Tokens, figures: list[Figure]) -> None:
    """Bounds, changes and ages, from left to right."""
    floor = 0
    changed = ""
    share: str | None = None
    for figure in figures:
        if not figure.ordinal:
            ages.read_age(tokens, figure)
            bounds.bound_before(tokens, figure, floor)
            if not figure.age and figure.first > 0:
                ages.read_age(tokens, figure)
                bounds.bound_before(tokens, figure, floor)
            bounds.bound_behind(tokens, figure)
            ages.older(tokens, figure)
            if not figure.age and not figure.incidental:
                bounds.change(tokens, figure, floor)
                if (
                    not figure.change
                    and changed
                    and figure.unit in SHARES
                    and tokens.lower[figure.first - 1] == "by"
                ):
                    figure.change = changed
                    figure.bound = "up" if changed == "up" else "down"
                if figure.change and figure.unit is None and figure.noun is None and share:
                    figure.unit = share
                share = figure.unit if figure.change and figure.unit in SHARES else share
                changed = figure.change or changed
        floor = figure.last


def _dismiss(tokens: Tokens, figures: list[Figure], flags: bytes | bytearray) -> None:
    """Says why a number is no claim, and gives "187" in "320 plots … and 140" its noun."""
    counted: Figure | None = None
    for k, figure in enumerate(figures):
        if figure.ordinal:
            if figure.noun is None and not _is_rank(tokens, figure):
                figure.incidental = figure.incidental or "adverb"
            elif nouns.is_compound(tokens, figure):
                figure.incidental = "compound"
            continue
        if figure.unit is None and not figure.age and not figure.incidental:
            figure.incidental = incidental.reason(tokens, figure)
        if figure.incidental or figure.unit is not None:
            continue
        if k and tokens.lower[figure.first - 1] == "to" and _started(tokens, figures[k - 1]):
            figure.unit, figure.noun = figures[k - 1].unit, None
        elif counted is not None and counted.noun is not None and _inside(figure, counted.noun):
            figure.incidental = "name"
        elif figure.noun is not None or nouns.postposed(tokens, figure):
            counted = figure
        elif counted is not None and _continues(tokens, figure.first):
            figure.noun = counted.noun


def _continues(tokens: Tokens, i: int) -> bool:
    """ "… and 140", "compared with 75": the number at `i` counts what was counted before."""
    if i == 0 or tokens.lower[i - 1] not in CARRYING:
        return False
    before = tokens.lower[i - 2] if i > 1 else ""
    if before.startswith("compar"):
        return True
    if tokens.lower[i - 1] == "to" and verb_lemma(before) is not None:
        return False  # "the toll in the two towns has risen to 12": its subject says what is counted
    return tokens.lower[i - 1] != "with"


def _started(tokens: Tokens, figure: Figure) -> bool:
    """ "from 14 kW at first to 19": the figure behind "from" has the unit of both."""
    i = figure.first - 1
    return figure.unit is not None and figure.unit not in SHARES and i >= 0 and tokens.lower[i] == "from"


def _inside(figure: Figure, noun: tuple[int, int]) -> bool:
    """Whether the figure is part of a counted noun: "three old Type 42 ships"."""
    return noun[0] <= figure.at and figure.behind <= noun[1]


def _bases(tokens: Tokens, figures: list[Figure]) -> None:
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
        if k and not figures[k - 1].per and _end(figures[k - 1]) == i:
            figures[k - 1].per = tokens.surface(figure.first, max(figure.last, _end(figure)))


def _is_rank(tokens: Tokens, figure: Figure) -> bool:
    """ "the third", "finished 21st": an ordinal without a noun that still ranks something."""
    before = tokens.lower[figure.first - 1] if figure.first else ""
    if tokens.lower[figure.first] == "second" and before in SECONDS:
        return False
    return before in POSSESSIVES or tokens.lower[figure.first] != "first"


# ---------------------------------------------------------------- mentions


def _mentions(tokens: Tokens, figures: list[Figure], units: Units, flags: bytes | bytearray) -> list[Mention]:
    made: dict[int, Mention] = {}
    for k, figure in enumerate(figures):
        if k and not figure.incidental and ranges.restate(tokens, figures[k - 1], figure, units):
            ranges.rate_behind(tokens, figure, units)
        elif k and figures[k - 1].change and not figure.change:
            _share_change(tokens, figures[k - 1], figure)
    dropped: set[int] = set()
    for k in range(len(figures) - 1):
        if k not in dropped and ranges.both_ends(tokens, figures[k], figures[k + 1]):
            dropped.add(k + 1)
    for k, figure in enumerate(figures):
        if k not in dropped:
            made[id(figure)] = _mention(tokens, figure, units, flags)
    for figure in figures:
        if figure.restates is not None and id(figure) in made:
            made[id(figure)].restates = made.get(id(figure.restates))
    return list(made.values())


def _share_change(tokens: Tokens, left: Figure, right: Figure) -> None:
    """ "lost 85 points, or 1.4 %"."""
    between = tokens.lower[_end(left) : right.first]
    if (
        left.bound in ("up", "down")
        and between in (["or"], [",", "or"], ["("])
        and (left.unit in SHARES or right.unit in SHARES)
    ):
        right.change, right.bound = left.change, left.bound


def _end(figure: Figure) -> int:
    return (
        max(figure.last, figure.noun[1])
        if figure.noun is not None and figure.noun[0] >= figure.first
        else figure.last
    )


def _mention(tokens: Tokens, figure: Figure, units: Units, flags: bytes | bytearray) -> Mention:
    last = figure.last
    noun = ""
    if figure.unit is None and figure.noun is not None:
        noun = tokens.surface(*figure.noun)
        last = _end(figure)
    elif figure.unit is not None and not figure.age:
        found = nouns.counted(tokens, figure, flags)
        noun = tokens.surface(*found) if found is not None else ""
    unit = figure.unit if figure.unit is not None else noun or None
    scope = {key: value for key, value in (("per", figure.per), ("change", figure.change)) if value}
    return Mention(
        kind=_kind(figure, units),
        value=_interval(figure, unit),
        start=tokens.starts[figure.first],
        end=tokens.ends[last - 1],
        first=figure.first,
        last=last,
        noun=noun,
        incidental=figure.incidental,
        scope=scope or None,
    )


def _interval(figure: Figure, unit: str | None) -> Interval:
    low, high = figure.low, figure.high
    single = low == high
    return Interval(
        None if figure.bound == "at_most" and single else low,
        None if figure.bound == "at_least" and single else high,
        None if figure.ordinal else unit,
        figure.bound,
        figure.low_open,
        figure.high_open,
        figure.approximate,
        figure.digits,
    )


def _kind(figure: Figure, units: Units) -> str:
    if figure.ordinal:
        return "ordinal"
    if figure.age:
        return "age"
    if figure.unit is None:
        return "count"
    if figure.unit.partition(PER)[0] in SHARES:
        return "percent"
    dimension = units.dimension(figure.unit)
    return "money" if dimension.startswith("currency") else "duration" if dimension == "time" else "quantity"
