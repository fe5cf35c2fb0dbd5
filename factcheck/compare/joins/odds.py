"""How likely two figures of texts on one story are of one thing: the log-odds of what speaks for it.

Each piece of evidence adds its weight, as in the linking of records (Fellegi and Sunter, 1969). The first
weights are those of a logistic regression on 757 pairs of figures that differ, 193 of them of one thing. What
the kinds of figures tell (`kindred`) was weighed on 1,168 pairs of `benchmarks/cases`, 115 of them of one
thing, by a second regression with the first odds as one of its pieces, and rounded; BIAS, LEAST and the
weights of dates and exchanged digits were then set by hand on those cases.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from math import log10
from typing import Final, NamedTuple

from factcheck.claims.row import Row
from factcheck.compare.slips import NEXT_YEAR, SWAPPED, TURNED, is_typo, slip
from factcheck.model import Interval

BIAS: Final = -5.1
LEAST: Final = 0.4  # log-odds from which two figures are taken for one …
EVEN: Final = 0.0  # … and from which those that something else has joined are no two
WORDS: Final = (0.55, 6)  # of each word that the sentences share, up to so many
NEAR: Final = (0.75, 4.0)  # of what the words next to the figures tell …
AHEAD: Final = (0.7, 2.0)  # … and of how much more that is than with any other figure of the unit
ALONE: Final = 1.81  # no other figure of the unit is left in either text …
ALONE_HERE: Final = 0.7  # … or in one of them
NOUN: Final = 1.27  # both count one thing, but ANYBODY: every story has some
DURATION: Final = 1.13
APART: Final = (-1.75, 1.0)  # of each power of ten between two figures …
SLIP: Final = 1.86  # … that no slip explains
TYPO: Final = 2.03  # one digit is another one, or left out …
TYPO_DATE: Final = 1.2  # … in a date
EXCHANGED: Final = 2.0  # two digits
SUBJECT: Final = 0.9  # both are said of one thing, which has many dates …
OTHER: Final = -1.6  # … or of two
DATE: Final = 2.0
CLOSE: Final = (1.1, 0.2)  # within so many powers of ten
DIGITS: Final = 0.6  # both are told with as many digits
CLOCK: Final = 1.0  # durations told in hours, minutes, seconds
MOST: Final = SLIP + TYPO + EXCHANGED  # that any slip can tell
NO_SLIP: Final = ("", NEXT_YEAR)  # years next to each other are many
CLOCKS: Final = ("hour", "minute", "second")
ANYBODY: Final = frozenset(("people", "men", "women", "children"))
TYPOS: Final = (SWAPPED, TURNED)


class Around(NamedTuple):
    """What stands around two figures: what the words next to them tell (`near`), the powers of ten between
    them (`apart`), in how many of the texts no other figures of the unit are left (`alone`)."""

    near: float
    apart: float
    alone: int


def of_one(a: Row, b: Row, around: Around, rival: Callable[[], float]) -> float | None:
    """The log-odds that two figures are of one thing, None where they are too low to say so; `rival` is asked
    for the most that the words next to one of them and to any other figure tell, where that decides."""
    near = min(around.near, NEAR[1])
    odds = BIAS + NEAR[0] * near + AHEAD[0] * min(near, AHEAD[1]) + words(a, b)
    odds += counted(a, b)
    if a.kind == "date":  # of which most texts have few
        odds += DATE + ALONE_HERE * bool(around.alone)
    else:
        odds += kindred(a, b, around.apart) + (0.0, ALONE_HERE, ALONE)[around.alone]
    if odds + MOST < LEAST:
        return None
    odds += figures(a, b, around.apart)
    if odds < LEAST:
        return None
    ahead = max(-AHEAD[1], min(around.near - rival(), AHEAD[1]))
    odds += AHEAD[0] * (ahead - min(near, AHEAD[1]))
    return odds if odds >= LEAST else None


def kindred(a: Row, b: Row, apart: float) -> float:
    """What the kinds of two figures tell, how they are written, and of what they are said."""
    one, two = a.claim.value, b.claim.value
    if not (isinstance(one, Interval) and isinstance(two, Interval)):
        return 0.0
    told = CLOSE[0] * (apart < CLOSE[1]) + DIGITS * (one.digits == two.digits)
    if a.kind == "duration":
        told += DURATION + CLOCK * (one.unit in CLOCKS)
    if a.subject and b.subject:
        told += SUBJECT if a.subject == b.subject else OTHER
    return told


def size(figure: Decimal) -> float:
    """The power of ten of a figure of any length, which no float need hold."""
    power = figure.adjusted() if figure else 0
    return power + log10(abs(figure.scaleb(-power)) or 1)


def counted(a: Row, b: Row) -> float:
    """What it tells that both count one thing."""
    return NOUN if a.head == b.head != "" and a.group not in ANYBODY else 0.0


def words(a: Row, b: Row) -> float:
    """What the words that their sentences share tell."""
    return WORDS[0] * min(len(a.words & b.words), WORDS[1])


def are_told_alike(a: Row, b: Row, apart: float, known: float = 0.0) -> bool:
    """Whether their words and the figures themselves are enough to take two figures for one; `known`: what
    else tells so."""
    told = known + words(a, b)
    return told + APART[0] * APART[1] >= EVEN or told + figures(a, b, apart) >= EVEN


def figures(a: Row, b: Row, apart: float) -> float:
    """What the figures themselves tell: that one is the other with a slip, or how far apart they are."""
    found = slip(a.claim, b.claim) or ""
    typo = (TYPO_DATE if a.kind == "date" else TYPO) * (found in TYPOS or is_typo(a.claim, b.claim))
    if found in NO_SLIP:
        return typo + APART[0] * min(apart, APART[1])
    return typo + SLIP + EXCHANGED * (found == SWAPPED)
