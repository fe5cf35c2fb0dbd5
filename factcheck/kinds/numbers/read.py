"""From the tokens of a sentence to its mentions of numbers: each number once, in order.

Steps: every number with its unit and currency (`scan`); numbers that belong together (`combine`);
counted nouns; what a number shares with its neighbour; bounds, changes and ages; why a number is
no claim; the mentions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from factcheck.data import load
from factcheck.kinds.mention import Mention
from factcheck.kinds.numbers import (
    ages,
    bounds,
    changes,
    clocked,
    glued,
    incidental,
    measures,
    money,
    nouns,
    parts,
    quakes,
    ranges,
    restating,
    sharing,
    vague,
    worded,
)
from factcheck.kinds.numbers.changes import SHARES
from factcheck.kinds.numbers.figure import Figure, over_hyphen
from factcheck.model import Interval
from factcheck.text.numberwords import TRIGGERS
from factcheck.text.numerals import numeral_at
from factcheck.text.tokens import Tokens
from factcheck.units import PER, Units

TAKEN: Final = 1  # a token of an expression of time
UNPLACED: Final = 2  # … of one that has no place in the calendar
STARTING: Final = frozenset((*TRIGGERS, *vague.STARTERS, *parts.FOLDS, *worded.STARTERS, *ages.DECADES))
ARTICLES: Final = frozenset(("a", "an"))
VOTES: Final[str] = load("incidental")["votes"]
FIGURE: Final = re.compile(r"[\d½¼¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚]")  # \d is a decimal digit of any script
FIGURES: Final = frozenset("0123456789½¼¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚")
POSSESSIVES: Final = frozenset(("the", "a", "an", "his", "her", "its", "their", "our"))
SECONDS: Final = frozenset(("a", "last", "split", "final", "every", "each", "this", "next", "any", "few"))


def read(tokens: Tokens, taken: Sequence[int] | set[int], units: Units) -> list[Mention]:
    """The mentions of one sentence. `taken` are token indices (a set), or flags by token (bytes),
    of what the reader of dates has used: numbers that are TAKEN are left alone, of UNPLACED ones
    lengths of time are read ("every 3 days", "in 90 minutes" of an undated text)."""
    if not _may_count(tokens):
        return []
    flags = _flags(tokens, taken)
    figures = scan(tokens, flags, units)
    if not figures:
        return []
    figures = combine(tokens, figures, units)
    for figure in figures:
        if figure.unit is None and figure.noun is None and not figure.incidental:
            figure.noun = nouns.counted(tokens, figure, flags)
            if figure.noun is not None and not figure.ordinal:
                measures.rate_of_count(tokens, figure, units)
    sharing.bases(tokens, figures)
    sharing.lists(tokens, figures, units)
    _qualify(tokens, figures, units)
    quakes.strengths(tokens, figures)
    _dismiss(tokens, figures)
    sharing.nouns(tokens, figures, units)
    sharing.pace(tokens, figures, units)
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
        if i < behind:
            continue
        if flags and flags[i]:
            if flags[i] == UNPLACED and (lasting := _lasting(tokens, i, flags, units)) is not None:
                figures.append(lasting)
                behind = lasting.last
            continue
        figure = parts.and_part(tokens, i, figures[-1] if figures else None, units) or _figure_at(
            tokens, i, behind, flags, units
        )
        if figure is not None:
            _ranked(tokens, figure, figures)
            if not figures or figure is not figures[-1]:
                figures.append(figure)
            behind = figure.last
    return figures


def _other_figures(word: str) -> bool:
    """ ".5", and the digits of other scripts."""
    return (word[0] == "." and len(word) > 1) or (word[0] > "\x7f" and word[0].isdecimal())


def _figure_at(tokens: Tokens, i: int, floor: int, flags: bytes | bytearray, units: Units) -> Figure | None:
    if (told := _told(tokens, i)) is not None:
        return told
    article = i > floor and tokens.lower[i - 1] in ARTICLES
    numeral = (numeral_at(tokens, i - 1) if article else None) or numeral_at(tokens, i)
    if numeral is None:
        figure = vague.vague_at(tokens, i) or parts.part_at(tokens, i, units)
        if figure is None:
            return None
    else:
        figure = Figure.of(numeral)
    if incidental.saying(tokens, figure):
        return figure
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
        of = tokens.lower[figure.last : figure.last + 1] == ["of"] and _points(tokens, figure.last + 2)
        at = figure.last + of
        thing = at + 1 if tokens.lower[at : at + 1] in (["a"], ["an"]) else 0
        figure.noun = nouns.noun_phrase(tokens, thing, figure, flags) if 0 < thing < tokens.size else None
        figure.unit = "ratio" if figure.noun is None and not _points(tokens, figure.last) else None
    return figure


def _told(tokens: Tokens, i: int) -> Figure | None:
    """What is no numeral: "a trio of climbers", "in her fifties", the length of a race."""
    word = tokens.lower[i]
    if word in worded.STARTERS:
        return worded.worded_at(tokens, i)
    if word in ages.DECADES:
        return ages.decade_at(tokens, i)
    return clocked.clocked_at(tokens, i) if tokens.words[i + 1 : i + 2] == [":"] else None


def _points(tokens: Tokens, i: int) -> bool:
    """ "a quarter point"."""
    return i < tokens.size and tokens.lower[i] in ("point", "points")


def _lasting(tokens: Tokens, i: int, flags: bytes | bytearray, units: Units) -> Figure | None:
    """A length of time inside an expression of time that nobody can place; it is no plain duration,
    so "every two years" and a warranty of two years are kept apart by what they are per."""
    numeral = numeral_at(tokens, i)
    if numeral is None or numeral.ordinal or numeral.last >= tokens.size or not flags[numeral.last]:
        return None
    figure = Figure.of(numeral)
    found = units.find(tokens, over_hyphen(tokens, figure.last), figures=figure.form != "words")
    if found is None or units.dimension(found[0]) != "time":
        return None
    figure.unit, figure.last = found
    figure.per = "recurrence" if i and tokens.lower[i - 1] in ("every", "each") else "moment"
    return figure


def _ranked(tokens: Tokens, figure: Figure, figures: list[Figure]) -> None:
    """ "two of the gunmen were killed and a third was caught": no share but the next one."""
    if figure.unit != "ratio" or not figures or tokens.lower[figure.first] != "a":
        return
    rank = (1 / figure.low).to_integral_value()
    counted = any(left.low == rank - 1 and left.unit is None for left in figures)
    if counted and tokens.lower[figure.last : figure.last + 1] != ["of"]:
        figure.low = figure.high = rank
        figure.unit, figure.ordinal = None, True


def _look_behind(tokens: Tokens, figure: Figure, units: Units) -> None:
    """The hedge and the unit behind a number, or what is glued to it."""
    figure.incidental = glued.in_front(tokens, figure)
    bounds.bound_behind(tokens, figure)
    measures.unit_behind(tokens, figure, units)
    if figure.unit is None:
        figure.incidental = figure.incidental or glued.at_end(tokens, figure)
    if not figure.incidental and incidental.named(tokens, figure):
        figure.incidental = "name"


def _ordinal(tokens: Tokens, figure: Figure) -> Figure | None:
    """An ordinal; "second" behind a number or "per" is a unit of time, "first" in "first ten" no rank."""
    i = figure.first
    following = numeral_at(tokens, figure.last) if figure.last < tokens.size else None
    if following is not None and not following.ordinal and tokens.lower[figure.last] not in ARTICLES:
        figure.incidental = "order"
    if tokens.lower[i] == "second" and figure.last == i + 1:
        before = tokens.lower[i - 1] if i else ""
        if before in ("per", "split", "/") or before[:1].isdecimal():
            return None
    return figure


# ---------------------------------------------------------------- numbers that belong together


def combine(tokens: Tokens, figures: list[Figure], units: Units) -> list[Figure]:
    """The figures with ranges, tolerances, ratios and composites made one."""
    glued.chained(tokens, figures)
    whole = [figures[0]]
    for figure in figures[1:]:
        if parts.joins(tokens, whole[-1], figure):
            parts.join(whole[-1], figure, units)
        else:
            whole.append(figure)
    made = [whole[0]]
    for figure in whole[1:]:
        left = made[-1]
        if not ranges.merge(tokens, left, figure, units):
            made.append(figure)
        elif left.unit is None:
            measures.unit_behind(tokens, left, units)
    incidental.scores(tokens, made)
    return made


def _qualify(tokens: Tokens, figures: list[Figure], units: Units) -> None:
    """Bounds, changes and ages, from left to right."""
    floor = 0
    changed = ""
    share: str | None = None
    for figure in figures:
        if not figure.ordinal:
            _bound(tokens, figure, floor)
            if not figure.age and not figure.incidental:
                changes.change(tokens, figure, floor, units)
                if not figure.change and changes.goes_on(tokens, figure, changed):
                    figure.change = changed
                    figure.bound = "up" if changed == "up" else "down"
                if figure.change and figure.unit is None and figure.noun is None and share:
                    figure.unit = share
                share = figure.unit if figure.change and figure.unit in SHARES else share
                changed = figure.change or changed
        floor = figure.last
    ages.listed(tokens, figures)


def _bound(tokens: Tokens, figure: Figure, floor: int) -> None:
    """The hedges on both sides of a figure, and whether it is an age."""
    ages.read_age(tokens, figure)
    bounds.bound_before(tokens, figure, floor)
    if not figure.age and figure.first > 0:
        ages.read_age(tokens, figure)
        bounds.bound_before(tokens, figure, floor)
    bounds.bound_behind(tokens, figure)
    ages.older(tokens, figure)
    if figure.first < figure.at:
        ages.of_persons(tokens, figure)


def _dismiss(tokens: Tokens, figures: list[Figure]) -> None:
    """Says why a number is no claim."""
    for figure in figures:
        figure.ordinal = figure.ordinal or nouns.is_rank(tokens, figure)
        if figure.ordinal:
            if figure.incidental:
                continue
            if figure.noun is None and not _is_rank(tokens, figure):
                figure.incidental = "adverb"
            elif incidental.ranked(tokens, figure):
                figure.incidental = "name"
            elif nouns.is_compound(tokens, figure):
                figure.incidental = "compound"
        elif figure.unit is None and not figure.age and not figure.incidental:
            figure.incidental = incidental.reason(tokens, figure)


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
        if k and not figure.incidental and restating.restate(tokens, figures[k - 1], figure, units):
            restating.rate_behind(tokens, figure, units)
        elif k and figures[k - 1].change and not figure.change:
            changes.share(tokens, figures[k - 1], figure)
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


def _mention(tokens: Tokens, figure: Figure, units: Units, flags: bytes | bytearray) -> Mention:
    last = figure.last
    noun = ""
    if figure.unit is None and figure.noun is not None:
        noun = tokens.surface(*figure.noun)
        last = figure.end
    elif figure.unit is not None and not figure.age:
        found = nouns.counted(tokens, figure, flags)
        noun = tokens.surface(*found) if found is not None else ""
    if figure.voted:
        noun = noun or VOTES
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
