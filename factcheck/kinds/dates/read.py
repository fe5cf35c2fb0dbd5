"""The entry point: every date, time, period and special duration of a sentence as mentions."""

from __future__ import annotations

from bisect import bisect_left
from datetime import datetime

from factcheck.kinds.dates import tables
from factcheck.kinds.dates.atoms import ATOMS
from factcheck.kinds.dates.bounds import READERS, expression
from factcheck.kinds.dates.durations import special_at
from factcheck.kinds.dates.evidence import ends, stands
from factcheck.kinds.dates.phrases import Grammar
from factcheck.kinds.dates.piece import Piece
from factcheck.kinds.dates.ranges import DAY_NUMBERS, LISTING, beside, shared
from factcheck.kinds.dates.resolve import resolve, speaks_of_past
from factcheck.kinds.dates.tables import word_at
from factcheck.kinds.mention import Mention
from factcheck.text.numberwords import STARTERS
from factcheck.text.numerals import starts_numeral
from factcheck.text.tokens import Tokens
from factcheck.text.words import small_words

REACH = 7  # an expression shows one of its trigger words within so many tokens
JOINERS = ("and", "or", ",", "-", "to", "not")
TRIGGERS = frozenset((
    *tables.MONTHS, *tables.WEEKDAYS, *tables.SEASONS, *tables.UNITS, *tables.DAYPARTS, *tables.INSTANTS,
    *tables.OCLOCK, *tables.DAYS, *tables.TONIGHT, *tables.REPEATED, *tables.DECADES, *tables.FISCAL,
    *(words[-1] for entries in tables.HOLIDAYS.values() for words, _ in entries if words[-1] not in
    ("'s", "'")),
    *(words[-2] for entries in tables.HOLIDAYS.values() for words, _ in entries if words[-1] in ("'s", "'")),
    *(words[-1] for entries in tables.PRESENTLY.values() for words, _ in entries),
    *(str(year) for year in tables.YEARS), *(word for word in tables.HALVES if len(word) > 1),
    "pm", "m", ":", "/", "-", "st", "nd", "rd", "th", "q", "half", "past", "'", "’", "w",
    "20", "30", "40", "50", "60", "70", "80", "90", "thirty", "nineteen", "twenty", "thousand",
))  # fmt: skip
SIGNS = frozenset((
    ":", "/", "-", "st", "nd", "rd", "th", "'", "’", "20", "30", "40", "50", "60", "70", "80", "90",
    "thirty", "nineteen", "twenty", "thousand",
))  # fmt: skip
NEAR = frozenset(("the", "a", "an", "in", "at", "for", "and", "to", "one", *tables.POSSESSIVES))
NEAR_REACH = 4  # a common small word begins an expression only so close to its trigger
LONE = frozenset((*(str(year) for year in tables.YEARS), "a", "an", "half", "first"))
AFTER_NUMBER = frozenset((
    *tables.MONTHS, *tables.UNITS, *tables.WEEKDAYS, *tables.HALVES, *tables.OCLOCK, *tables.DECADES,
    *tables.HYPHENS,
    *tables.ORDINAL_ENDINGS, *tables.PAST, *tables.AHEAD, *tables.WORKING, *tables.INSTANTS, ":", "/",
    ".", "s", "'s", "of",
    "to", "and", "past", "q", "h", "in", "at", "through", "until", "½", "¼", "¾", "hundred", "thousand",
    "more", "oh", "on", "times",
    "till", "til", "thru", "from", "before", "after", *tables.THIS, *tables.NEXT, *tables.LAST,
    *tables.DAYPARTS, *tables.DAYS,
    *tables.TONIGHT,
))  # fmt: skip
STARTS = frozenset((
    *ATOMS, *READERS, *tables.PARTS, *tables.EARLIER, *tables.LATER,
    *tables.WHOLE, "another", *tables.UNITS,
))  # fmt: skip
# No other word of two letters and more stands in a date.
WORDS = tables.WORDS | STARTERS | TRIGGERS | STARTS | AFTER_NUMBER | small_words()
ANCHOR = datetime(2001, 2, 7, 12)


def read(tokens: Tokens, reference: datetime | None, day_first: bool | None = None) -> list[Mention]:
    """The mentions of one sentence, in order, none over another.

    `reference` is the moment that relative and incomplete dates are seen from, normally the
    publication date; without it they stay unresolved. `day_first` says whether 6/4 is 6 April; it is
    only asked where both readings are possible, and None means month first, but for dots.
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
    i, size, previous = 0, len(lower), -2
    while i < size:
        upcoming = bisect_left(triggers, i)
        if upcoming == len(triggers):
            if i - previous > 1:
                break
        elif triggers[upcoming] - i > REACH:
            i = triggers[upcoming] - REACH
        if i - previous > 1 and (behind := _behind_strangers(lower, i, triggers[upcoming])) > i:
            i = behind
        word = lower[i]
        if word in NEAR and (upcoming == len(triggers) or triggers[upcoming] - i > NEAR_REACH):
            i += 1
            continue
        mention = None
        if (word[0] in tables.DIGITS or word in STARTERS) and i - previous > 1 and not _leads(lower, i):
            i += 1
            continue
        if word in STARTS or word[0].isdecimal() or word[0] in "½¼¾":
            piece, mention = _mention_at(
                grammar,
                i,
                reference,
                before if i - previous == 1 and lower[i - 1] in LISTING else None,
                i - previous,
            )
        if mention is None:
            i += 1
        else:
            found.append(mention)
            before = piece
            i = previous = mention.last
    return found


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
    return lower[i] in LONE or after in AFTER_NUMBER or after[0] in tables.DIGITS or after in STARTERS


def _tells(tokens: Tokens, k: int) -> bool:
    """Whether a sign or a number word at token `k` stands as it does in dates: beside figures."""
    word, before, after = tokens.lower[k], word_at(tokens, k - 1), word_at(tokens, k + 1)
    if word in (":", "/", "-"):
        return before[-1:].isdecimal() and (after[:1].isdecimal() or after in tables.MONTHS)
    if word in tables.ORDINAL_ENDINGS:
        return before.isdecimal()
    if word.isdecimal():
        return after in ("s", "'s")
    if word == "thousand":
        return before == "two"
    if word in ("'", "’"):
        return after[:1].isdecimal()
    return (bool(after) and (after in tables.HYPHENS or after == "oh" or starts_numeral(after))) or (
        bool(before) and starts_numeral(before)
    )


def _mention_at(
    grammar: Grammar, i: int, reference: datetime | None, listed: Piece | None, distance: int
) -> tuple[Piece | None, Mention | None]:
    """What token `i` begins; `listed` is the date before it in a list, `distance` how far that ended."""
    tokens = grammar.tokens
    piece = expression(grammar, i)
    duration = special_at(tokens, i)
    if piece is None or (duration is not None and duration.last >= piece.last):
        return None, duration
    piece = shared(grammar, piece) or piece
    if (
        listed is not None
        and piece.weak in DAY_NUMBERS
        and listed.grain == "day"
        and not listed.ranged
        and ends(tokens, piece.last)
    ):
        piece = beside(piece, listed, 1)
    joined = distance == 0 or (distance == 1 and word_at(tokens, i - 1) in JOINERS)
    if piece.weak and not _allowed(tokens, piece, joined):
        return None, duration
    period = resolve(piece, reference, speaks_of_past(tokens, piece))
    if period is None:
        return None, duration
    return piece, Mention(
        "date", period, tokens.starts[piece.first], tokens.ends[piece.last - 1], piece.first, piece.last
    )


def _allowed(tokens: Tokens, piece: Piece, joined: bool) -> bool:
    if piece.weak == "in":
        return not speaks_of_past(tokens, piece)
    return stands(tokens, piece, joined)
