"""The entry point: every date, time, period and special duration of a sentence as mentions."""

from __future__ import annotations

from bisect import bisect_left
from datetime import datetime
from typing import Final

from factcheck.kinds.dates import tables
from factcheck.kinds.dates.bounds import expression
from factcheck.kinds.dates.calendar import CLOCK
from factcheck.kinds.dates.evidence import NUMBERED_DAY, ends, looks_back, names_something, stands
from factcheck.kinds.dates.lengths import special_at
from factcheck.kinds.dates.phrases import Grammar
from factcheck.kinds.dates.piece import Piece
from factcheck.kinds.dates.ranges import DAY_NUMBERS, LISTING, beside, shared
from factcheck.kinds.dates.resolve import resolve, speaks_of_past, tells_ability
from factcheck.kinds.dates.tables import word_at
from factcheck.kinds.dates.triggers import AFTER_NUMBER, LONE, NEAR, SIGNS, STARTS, TRIGGERS, WORDS
from factcheck.kinds.mention import Mention
from factcheck.model import Period, Value
from factcheck.text.numberwords import STARTERS
from factcheck.text.numerals import starts_numeral
from factcheck.text.tokens import Tokens

REACH: Final = 7  # an expression shows one of its trigger words within so many tokens
JOINERS: Final = ("and", "or", ",", "-", "to", "not")
PAST_THE_HOUR: Final = ("half", "quarter", "minutes", "minute", "mins")
AROUND_NOW: Final = (
    "of",
    "from",
    "between",
    "right",
    "to",
    "until",
    "till",
    "through",
    "and",
    *tables.HYPHENS,
)
THEN: Final = ("later", "afterwards", "earlier")  # behind an amount: seen from the date told before it
SHORT: Final = ("second", "minute")
# Some year told before: nobody can place it.
OF_ANOTHER: Final = (("of", "that", "year"), ("of", "the", "year"))
NEAR_REACH: Final = 4  # a common small word begins an expression only so close to its trigger
ANCHOR: Final = datetime(2001, 2, 7, 12)


def read(
    tokens: Tokens, reference: datetime | None, day_first: bool | None = None, *, news: bool = False
) -> list[Mention]:
    """The mentions of one sentence, in order, none over another.

    `reference` is the moment that relative and incomplete dates are seen from, normally the
    publication date; without it they stay unresolved. `day_first` says whether 6/4 is 6 April; it is
    only asked where both readings are possible, and None means month first, but for dots. `news` takes
    days and months for those nearest to the reference instead of going by the tense of the clause.
    """
    lower = tokens.lower
    if TRIGGERS.isdisjoint(lower):
        return []
    triggers = [
        k for k, word in enumerate(lower) if word in TRIGGERS and (word not in SIGNS or _tells(tokens, k))
    ]
    if not triggers:
        return []
    grammar = Grammar(tokens, day_first)
    found: list[Mention] = []
    before: Piece | None = None
    i, size, previous = 0, len(lower), -REACH
    while i < size:
        upcoming = bisect_left(triggers, i)
        apart = i - previous > 1 and not _listed(lower, previous, i)
        if upcoming == len(triggers):
            if apart:
                break
        elif triggers[upcoming] - i > REACH:
            i = triggers[upcoming] - REACH
        if apart and (behind := _behind_strangers(lower, i, triggers[upcoming])) > i:
            i = behind
        word = lower[i]
        if word in NEAR and (upcoming == len(triggers) or triggers[upcoming] - i > NEAR_REACH):
            i += 1
            continue
        mention = None
        if (word[0] in tables.DIGITS or word in STARTERS) and apart and not _leads(lower, i):
            i += 1
            continue
        if word in STARTS or word[0].isdecimal() or word[0] in "½¼¾":
            piece, mention = _mention_at(
                grammar,
                i,
                reference,
                found[-1].value if found else None,
                before if _listed(lower, previous, i) else None,
                i - previous,
                news,
            )
        if mention is None:
            i += 1
        else:
            found.append(mention)
            before = piece
            i = previous = mention.last
    return found


def _listed(lower: list[str], previous: int, i: int) -> bool:
    """Whether no more than "and" or a comma, or both, stands between two dates."""
    if i - previous == 1:
        return lower[previous] in LISTING
    return i - previous == 2 and lower[previous] == "," and lower[i - 1] in ("and", "or")


def _behind_strangers(lower: list[str], i: int, trigger: int) -> int:
    """The token behind the last word before `trigger` that stands in no date, `i` where there is none."""
    for k in range(trigger - 1, i - 1, -1):
        word = lower[k]
        if word not in WORDS and word.isalpha() and len(word) > 1:
            return k + 1
    return i


def _leads(lower: list[str], i: int) -> bool:
    """Whether a number at token `i` can begin a date, by the token behind it."""
    if i + 1 == len(lower):
        return lower[i] in TRIGGERS or i > 0
    after = lower[i + 1]
    if after == "," and i + 2 < len(lower) and lower[i + 2][0] in tables.DIGITS:  # "5, 6 and 7 May"
        return True
    return lower[i] in LONE or after in AFTER_NUMBER or after[0] in tables.DIGITS or after in STARTERS


def _tells(tokens: Tokens, k: int) -> bool:
    """Whether a sign or a number word at token `k` stands as it does in dates: beside figures."""
    word, before, after = tokens.lower[k], word_at(tokens, k - 1), word_at(tokens, k + 1)
    if word in (":", "/", "-"):
        return before[-1:].isdecimal() and (after[:1].isdecimal() or after in tables.MONTHS)
    if word in tables.ORDINAL_ENDINGS:
        return before.isdecimal()
    if word.isdecimal():
        return after in ("s", "'s") or (before == "the" and word_at(tokens, k - 2) in NUMBERED_DAY)
    if word == "thousand":
        return before == "two"
    if word in ("hundreds", "thousands"):  # "the nineteen hundreds"
        return bool(before) and (before in tables.HYPHENS or starts_numeral(before))
    if word == "past":
        return before in PAST_THE_HOUR or (bool(before) and starts_numeral(before))
    if word == "now":
        return before in AROUND_NOW or after in AROUND_NOW
    if word in ("h", "d", "y", "w"):
        return before[-1:].isdecimal() or after[:1].isdecimal() or after == "/"
    if word in ("'", "’"):
        return after[:1].isdecimal()
    return (bool(after) and (after in tables.HYPHENS or after == "oh" or starts_numeral(after))) or (
        bool(before) and starts_numeral(before)
    )


def _mention_at(
    grammar: Grammar,
    i: int,
    reference: datetime | None,
    told: Value | None,
    listed: Piece | None,
    distance: int,
    news: bool,
) -> tuple[Piece | None, Mention | None]:
    """What token `i` begins; `told` is the last value before it, `listed` that date where the two stand in
    a list, `distance` how far it ended."""
    tokens = grammar.tokens
    piece = expression(grammar, i)
    duration = special_at(tokens, i, max(i - distance, 0))
    if piece is None or (duration is not None and duration.last >= piece.last):
        return None, duration
    if names_something(tokens, piece):
        return None, None
    later = word_at(tokens, piece.last - 1) in THEN
    if news and later and piece.grain in SHORT and speaks_of_past(tokens, piece):
        return None, duration  # "came in 41 seconds later" tells how much, and no calendar when
    piece = shared(grammar, piece) or piece
    if (
        listed is not None
        and piece.weak in DAY_NUMBERS
        and listed.grain == "day"
        and not (
            listed.ranged or (listed.cycle == "week" and piece.weak == "number")
        )  # "30 on Monday, 12 on …"
        and ends(tokens, piece.last)
    ):
        piece = beside(piece, listed, 1)
    joined = distance == 0 or (distance == 1 and word_at(tokens, i - 1) in JOINERS)
    if piece.weak and not _allowed(tokens, piece, joined):
        return None, duration
    if piece.cycle == "year" and tuple(tokens.lower[piece.last : piece.last + 3]) in OF_ANOTHER:
        reference, piece = None, piece.but(last=piece.last + 3)
    if isinstance(told, Period) and told.low and later:
        reference = _moment(told)
    period = resolve(piece, reference, speaks_of_past(tokens, piece), news)
    if period is None:
        return None, duration
    return piece, Mention(
        "date", period, tokens.starts[piece.first], tokens.ends[piece.last - 1], piece.first, piece.last
    )


def _moment(told: Period) -> datetime | None:
    """The day that a date names, None for a longer time: a year after "June 2021" is no day."""
    assert told.low is not None
    if told.granularity != "day" or told.low != told.high or told.low.startswith("T"):
        return None
    return datetime.fromisoformat(told.low).replace(hour=ANCHOR.hour)


def _allowed(tokens: Tokens, piece: Piece, joined: bool) -> bool:
    if piece.weak == "in":
        if piece.grain in CLOCK and tells_ability(tokens, piece):
            return False  # "climbs to the top in 15 minutes", "can be charged in half an hour"
        return not (speaks_of_past(tokens, piece) or looks_back(tokens, piece))
    return stands(tokens, piece, joined)
