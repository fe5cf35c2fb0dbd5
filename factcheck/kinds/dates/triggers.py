"""The words that show where a date can be, so that the grammar runs nowhere else."""

from __future__ import annotations

from typing import Final

from factcheck.kinds.dates import tables
from factcheck.kinds.dates.atoms import ATOMS, PART_WORDS
from factcheck.kinds.dates.bounds import READERS
from factcheck.text.numberwords import STARTERS
from factcheck.text.words import small_words

COMMON: Final = ("'s", "'", "time")  # ends of phrases that say nothing alone


def _closing(table: tables.Phrases) -> set[str]:
    """The last telling word of every phrase."""
    phrases = (words for entries in table.values() for words, _ in entries)
    return {words[-2] if words[-1] in COMMON else words[-1] for words in phrases}


# "15.08" of "15.08.25" and "2025.08" of "2025.08.15", as one token each
DOTTED: Final = frozenset((
    *(f"{day:02}.{month:02}" for day in range(1, 32) for month in range(1, 13)),
    *(f"{year}.{month:02}" for year in range(1950, 2100) for month in range(1, 13)),
))  # fmt: skip
MORNING: Final = frozenset(f"{hour:02}{minute:02}" for hour in range(10) for minute in range(60))  # "at 0730"
DAY_NUMBERS: Final = frozenset(str(day) for day in range(1, 32))  # "on the 27"
TRIGGERS: Final = frozenset((
    *tables.MONTHS, *tables.WEEKDAYS, *tables.SEASONS, *tables.UNITS, *tables.DAYPARTS, *tables.INSTANTS,
    *tables.OCLOCK, *tables.DAYS, *tables.TONIGHT, *tables.DECADES, *tables.TO_DATE, *tables.UNIT_ENDS,
    *tables.WEEK_NUMBERS, *tables.ERAS, *tables.TIME_ZONES, *tables.LONG, *DOTTED, *MORNING,
    *_closing(tables.REPEATED), *_closing(tables.FISCAL), *_closing(tables.HOLIDAYS),
    *_closing(tables.PRESENTLY), *_closing(tables.DAY_ENDS),
    *(str(year) for year in tables.YEARS), *(word for word in tables.HALVES if len(word) > 1),
    "weekday", "ish", "d", "y",
    "pm", "m", ":", "/", "-", "st", "nd", "rd", "th", "q", "h", "half", "past", "'", "’",
    "40", "50", "60", "70", "80", "90", "thirty", "nineteen", "twenty", "thousand", *DAY_NUMBERS,
))  # fmt: skip
SIGNS: Final = frozenset((
    ":", "/", "-", "st", "nd", "rd", "th", "'", "’", *DAY_NUMBERS, "40", "50", "60", "70", "80", "90",
    "thirty", "nineteen", "twenty", "thousand",
    "past", "now", "hundreds", "thousands", "h", "d", "y", "w",
))  # fmt: skip
NEAR: Final = frozenset(("the", "a", "an", "in", "at", "for", "and", "to", "one", *tables.POSSESSIVES))
LONE: Final = frozenset((*MORNING, *(str(year) for year in tables.YEARS), "a", "an", "half", "first"))
AFTER_NUMBER: Final = frozenset((
    *tables.MONTHS, *tables.UNITS, *tables.WEEKDAYS, *tables.HALVES, *tables.OCLOCK, *tables.DECADES,
    *tables.HYPHENS,
    *tables.ORDINAL_ENDINGS, *tables.PAST, *tables.AHEAD, *tables.WORKING, *tables.INSTANTS, ":", "/",
    ".", "s", "'s", "of",
    "to", "and", "or", "past", "q", "h", "in", "at", "through", "until", "½", "¼", "¾", "hundred", "thousand",
    "more", "oh", "on", "times",
    "till", "til", "thru", "from", "before", "after", *tables.THIS, *tables.NEXT, *tables.LAST,
    *tables.DAYPARTS, *tables.DAYS,
    *tables.TONIGHT, *tables.ERAS, *tables.TIME_ZONES, "ish", "h", "d", "y", "w",
))  # fmt: skip
STARTS: Final = frozenset((
    *ATOMS, *READERS, *PART_WORDS, "the",
    *tables.WHOLE, "another", *tables.UNITS, *tables.LONG,
))  # fmt: skip
# No other word of two letters and more stands in a date.
WORDS: Final = tables.WORDS | STARTERS | TRIGGERS | STARTS | AFTER_NUMBER | small_words()
