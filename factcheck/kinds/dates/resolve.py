"""From a piece to a period: the year or week that it lacks, by tense and reference, and ISO 8601 text.

A news text is written on its day and looks around from there: "on Wednesday" of a Wednesday is that
day, and "the attack of August 21" told in September is the one nearest, whatever the tense around it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from factcheck.kinds.dates import tables
from factcheck.kinds.dates.calendar import CLOCK, DAY, Stretch, midnight, unit
from factcheck.kinds.dates.piece import FIXED, NOW, Piece
from factcheck.model import Bound, Period
from factcheck.text.tokens import Tokens
from factcheck.text.words import (
    ADJECTIVE,
    BASE,
    NOMINAL,
    PARTICIPLE,
    PAST,
    PRESENT,
    grammar,
    is_plural,
    readings,
)

CLAUSE: Final = 12  # tokens to either side that tell the tense
FINITE: Final = (PAST, PARTICIPLE)
ABLE: Final = ("can", "could", "may", "might")
NEAREST: Final = (*CLOCK, "day", "weekend", "week", "month")  # in the news, of the nearest year
PASSIVE: Final = (
    "is",
    "are",
    "be",
    "being",
    "to",
    "the",
    "a",
    "an",
)  # "is scheduled" and "the held vote" say nothing of the past


def resolve(piece: Piece, reference: datetime | None, past: bool | None, news: bool = False) -> Period | None:
    """The calendar value of a piece, by the tense of its clause or as news; None when the date cannot be
    ("31 June 2020")."""
    try:
        found = _placed(piece, reference, past, news)
    except (ValueError, OverflowError):
        found = None
    if found is None:
        if reference is None and piece.cycle not in (FIXED, "day"):
            return Period(None, None, piece.grain, unresolved="no-reference", approximate=piece.approximate)
        return None
    low: str | None
    high: str | None
    low, high = _written(found, piece)
    bound: Bound = "exact"
    if piece.bound in ("since", "after"):
        low, high, bound = (low if piece.bound == "since" else _after(found, piece)), None, "at_least"
    elif piece.bound:
        low, high, bound = None, (high if piece.bound == "until" else _before(found, piece)), "at_most"
    elif piece.approximate:
        bound = "approx"
    elif piece.ranged:
        bound = "between"
    return Period(low, high, piece.grain, bound, piece.approximate, "repeated" if piece.repeated else "")


def _placed(piece: Piece, reference: datetime | None, past: bool | None, news: bool) -> Stretch | None:
    if piece.cycle in (FIXED, "day"):
        return piece.place(unit(datetime(2000, 1, 1), "day"))
    if reference is None:
        return None
    if piece.cycle == NOW:
        place = piece.news if news and piece.news else piece.place
        return place(Stretch(reference, reference))
    news = news and piece.bound not in ("since", "after")  # what goes on since then has begun
    if past is None or (news and piece.cycle == "year" and piece.grain in NEAREST):
        return _closest(piece, reference)
    if news and piece.cycle == "week":
        today = piece.place(unit(reference, "week"))
        if today is not None and midnight(today.low) == midnight(reference):
            return today
    step = -1 if past else 1
    for offset in (0, step):
        found = piece.place(unit(reference, piece.cycle, offset))
        if found is not None and _on_side(found, reference, past):
            return found
    for offset in (0, -step, *(step * k for k in range(2, 9))):  # 29 February; "Friday, 13 May"
        found = piece.place(unit(reference, piece.cycle, offset))
        if found is not None:
            return found
    return None


def _closest(piece: Piece, reference: datetime) -> Stretch | None:
    """Without a tense to go by, the one that lies nearest; of two as near the past one."""
    for years in ((0, -1, 1), (-2, 2, -3, 3, -4, 4)):  # 29 February; "Friday, 13 May"
        near = [found for k in years if (found := piece.place(unit(reference, piece.cycle, k)))]
        if near:
            return min(near, key=lambda found: max(found.low - reference, reference - found.high))
    return None


def _on_side(found: Stretch, reference: datetime, past: bool) -> bool:
    return found.low <= reference if past else found.high > midnight(reference)


def _written(found: Stretch, piece: Piece) -> tuple[str, str]:
    """The two ends, both inside, as ISO 8601 text: times of day, date-times or dates."""
    low, high = found
    clock = any(moment != midnight(moment) for moment in found) or piece.grain in CLOCK or low == high
    if not clock:
        return low.date().isoformat(), (high - DAY).date().isoformat()
    if high > low and high == midnight(high):
        high -= timedelta(seconds=1)
    if piece.cycle == "day":
        return f"T{low.time().isoformat('seconds')}", f"T{high.time().isoformat('seconds')}"
    return low.isoformat(timespec="seconds"), high.isoformat(timespec="seconds")


def _after(found: Stretch, piece: Piece) -> str:
    """The first moment behind."""
    return (
        _written(Stretch(found.high, found.high + DAY), piece)[0]
        if piece.grain not in CLOCK
        else _written(found, piece)[1]
    )


def _before(found: Stretch, piece: Piece) -> str:
    """The last moment before."""
    return (
        _written(Stretch(found.low - DAY, found.low), piece)[1]
        if piece.grain not in CLOCK
        else _written(found, piece)[0]
    )


def speaks_of_past(tokens: Tokens, piece: Piece) -> bool | None:
    """Whether the clause speaks of the past, by the nearest finite verb to the left, else to the right.

    None where there is none to tell.
    """
    lower = tokens.lower
    at = piece.first - 1
    if at > 0 and lower[at] in ("at", "on") and lower[at - 1] in ("is", "are"):
        return False  # "the vote is on Sunday"
    for steps in (
        range(piece.first - 1, max(-1, piece.first - CLAUSE), -1),
        range(piece.last, min(tokens.size, piece.last + CLAUSE)),
    ):
        either = False  # "set" and "cut" are past or not; what stands further off may tell
        for k in steps:
            word = lower[k]
            if word in (";", ".", "—"):
                break
            if word in tables.PAST_WORDS:
                return True
            if word in tables.FUTURE_WORDS and (word != "may" or tokens.words[k].islower()):
                return False
            found = readings(word)
            if found[:1] == ADJECTIVE and PAST in found and _tells(lower, k):
                return True
            if found[:1] in FINITE and k > 0 and lower[k - 1] not in PASSIVE:
                if BASE not in found or k > piece.first:
                    return True
                either = True
        if either:
            return True
    return True if piece.bound == "since" else None


def tells_ability(tokens: Tokens, piece: Piece) -> bool:
    """Whether the nearest verb before an expression tells what something does or can do, and announces
    nothing: "takes", "can be charged", but not "will leave", "is due", "the film starts"."""
    lower = tokens.lower
    for k in range(piece.first - 1, max(0, piece.first - CLAUSE), -1):
        word, before = lower[k], lower[k - 1]
        if word in (";", ".", "—"):
            return False
        if word in grammar().modals:
            return word in ABLE
        if before in ABLE:
            return True
        if word in tables.FUTURE_WORDS or word in ("is", "are"):
            return False
        if PRESENT in (found := readings(word)) and before not in grammar().determiners:
            return True
        if BASE in found and is_plural(before):
            return True
    return False


def _tells(lower: list[str], k: int) -> bool:
    """Whether a past form that is mostly an adjective is the verb: "it travelled", not "bearded men"."""
    if k == 0 or k + 1 == len(lower):
        return False
    subject = readings(lower[k - 1])[:1] in NOMINAL or lower[k - 1] in grammar().pronouns
    return subject and readings(lower[k + 1])[:1] not in NOMINAL
