"""Which readers are tried at a token, by its word."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.kinds.dates import absolute, holidays, nested, ordinals, relative, times, years
from factcheck.kinds.dates.piece import Piece
from factcheck.kinds.dates.tables import (
    AHEAD,
    COUNTED,
    DAYPARTS,
    DAYS,
    DECADES,
    EARLIER,
    FISCAL,
    HALVES,
    HOLIDAYS,
    HYPHENS,
    INSTANTS,
    LAST,
    LATER,
    MONTHS,
    NEXT,
    NOW_WORDS,
    OCLOCK,
    ORDINAL_ENDINGS,
    PARTS,
    PAST,
    POSSESSIVES,
    PRESENTLY,
    REST,
    SEASONS,
    THIS,
    TONIGHT,
    UNITS,
    WEEKDAYS,
    WORKING,
)  # fmt: skip
from factcheck.text.numberwords import STARTERS
from factcheck.text.tokens import Tokens

Reader = Callable[[Tokens, int], Piece | None]

AFTER_THE = frozenset((
    *UNITS, *THIS, *LAST, *NEXT, *PAST, *PARTS, *REST, *SEASONS, *DECADES, *FISCAL, *EARLIER, *LATER,
    "year", "'", "’", "final", "latter", "half",
))  # fmt: skip
PART_WORDS = frozenset((*PARTS, *EARLIER, *LATER))
AMOUNT_WORDS = frozenset((*COUNTED, *STARTERS, "half"))
FIGURES: tuple[Reader, ...] = (
    times.time_at, times.instant_at, absolute.day_first, years.year_at, years.decade_at,
    ordinals.ordinal_unit,
    ordinals.quarter_at, relative.offset_at, relative.neighbour, absolute.bare_day,
)  # fmt: skip
LONE_FIGURE: tuple[Reader, ...] = (years.year_at, absolute.bare_day)
NUMBERED: tuple[Reader, ...] = (
    times.time_at, absolute.day_first, years.year_at, years.decade_at, ordinals.ordinal_unit,
    relative.offset_at, relative.neighbour,
    absolute.bare_day,
)  # fmt: skip


def _followed() -> dict[str, tuple[Reader, ...]]:
    """The readers that a number in figures can belong to, by the token behind it."""
    table: dict[str, list[Reader]] = {}
    clock = (":", "past", "to", "in", "at", "hours", "hrs", "minutes", "after", "before", *HALVES, *OCLOCK)
    pairs: list[tuple[tuple[Reader, ...], tuple[str, ...]]] = [
        ((times.time_at,), clock),
        ((times.instant_at,), tuple(INSTANTS)),
        ((absolute.day_first,), ("of", *HYPHENS, *MONTHS)),
        ((years.decade_at,), ("s", "'s")),
        ((absolute.day_first, ordinals.ordinal_unit), tuple(ORDINAL_ENDINGS)),
        ((ordinals.quarter_at,), ("q", "h")),
        ((relative.offset_at,), (*UNITS, *WORKING, *HYPHENS, "and", "/", "½", "¼", "¾", "more")),
        ((relative.neighbour,), (*PAST, *AHEAD)),
    ]
    for readers, words in pairs:
        for word in words:
            table.setdefault(word, []).extend(readers)
    return {
        word: (*dict.fromkeys(readers), years.year_at, absolute.bare_day) for word, readers in table.items()
    }


FOLLOWED = _followed()


def _table() -> dict[str, tuple[Reader, ...]]:
    table: dict[str, list[Reader]] = {}

    def add(reader: Reader, *words: str) -> None:
        for word in words:
            table.setdefault(word, []).append(reader)

    for word in STARTERS:
        if word.isalpha():
            table[word] = list(NUMBERED)
    add(absolute.month_first, *MONTHS)
    add(absolute.weekday_at, *WEEKDAYS)
    add(holidays.holiday_at, *HOLIDAYS)
    add(holidays.season_at, *SEASONS)
    add(years.decade_at, *DECADES, "'", "’", "‘", "two")
    add(years.year_at, "year", "'", "’")
    add(years.fiscal_at, *FISCAL)
    add(ordinals.quarter_at, "q", "h")
    add(ordinals.week_number, "week", "w")
    add(ordinals.ordinal_unit, "last", "final", "latter", "first")
    add(relative.day_word, *DAYS)
    add(relative.now_at, *NOW_WORDS, *PRESENTLY)
    add(relative.neighbour, *THIS, *LAST, *NEXT, *PAST)
    add(relative.offset_at, "a", "an", "few", "several", "couple", "half")
    add(relative.within, "in", "within")
    add(relative.rest_of, *REST)
    add(times.daypart_at, *DAYPARTS, *TONIGHT, "in", "at", "during", "by", "early", "late", "after", "before")
    add(times.instant_at, *INSTANTS)
    add(times.time_at, "half", "quarter", "a")
    add(times.end_of_day, "end", "close")
    add(times.at_hour, "at")
    add(relative.the_weekend, "weekend")
    add(relative.to_date, *UNITS)
    add(nested.unit_end, *UNITS)
    for word in ("the", *POSSESSIVES):
        table[word] = [relative.neighbour, relative.the_weekend]
    table["the"] = [
        ordinals.ordinal_unit, *table["the"], absolute.day_first, absolute.bare_day,
        years.decade_at, holidays.season_at, years.fiscal_at,
        relative.rest_of, years.year_at, nested.unit_end,
    ]  # fmt: skip
    return {word: tuple(dict.fromkeys(readers)) for word, readers in table.items()}


ATOMS = _table()
