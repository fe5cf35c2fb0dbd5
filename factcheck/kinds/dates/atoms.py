"""Which readers are tried at a token, by its word."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Final

from factcheck.kinds.dates import (
    absolute,
    dayparts,
    holidays,
    neighbours,
    nested,
    ordinals,
    relative,
    times,
    years,
)
from factcheck.kinds.dates.piece import Piece
from factcheck.kinds.dates.tables import (
    AHEAD,
    CLOSING,
    COUNTED,
    DAY_ENDS,
    DAYPARTS,
    DAYS,
    DECADES,
    EARLIER,
    ERAS,
    FISCAL,
    HALVES,
    HOLIDAYS,
    HYPHENS,
    INSTANTS,
    LAST,
    LAST_ONES,
    LATER,
    MIDWAY,
    MONTHS,
    NEXT,
    NOW_WORDS,
    OCLOCK,
    OPENING,
    ORDINAL_ENDINGS,
    PARTS,
    PAST,
    POSSESSIVES,
    PRESENTLY,
    REST,
    SAME_TIME,
    SEASONS,
    SMALL_HOURS,
    SO_FAR,
    THIS,
    TIME_ZONES,
    TO_DATE,
    TONIGHT,
    UNIT_ENDS,
    UNITS,
    WEEK_NUMBERS,
    WEEKDAYS,
    WORKING,
)  # fmt: skip
from factcheck.text.numberwords import STARTERS
from factcheck.text.tokens import Tokens

Reader = Callable[[Tokens, int], Piece | None]

PART_WORDS: Final = frozenset((*PARTS, *EARLIER, *LATER, *OPENING, *CLOSING, *LAST_ONES, *MIDWAY))
AMOUNT_WORDS: Final = frozenset((*COUNTED, *STARTERS, "half"))
FIGURES: Final[tuple[Reader, ...]] = (
    times.time_at, times.instant_at, absolute.day_first, years.year_at, years.decade_at,
    ordinals.ordinal_unit,
    ordinals.quarter_at, relative.offset_at, neighbours.neighbour, absolute.bare_day,
)  # fmt: skip
LONE_FIGURE: Final[tuple[Reader, ...]] = (years.year_at, absolute.bare_day)
NUMBERED: Final[tuple[Reader, ...]] = (
    times.time_at, absolute.day_first, years.year_at, years.decade_at, ordinals.ordinal_unit,
    relative.offset_at, neighbours.neighbour,
    absolute.bare_day,
)  # fmt: skip


def _followed() -> dict[str, tuple[Reader, ...]]:
    """The readers that a number in figures can belong to, by the token behind it."""
    table: dict[str, list[Reader]] = {}
    clock = (":", "past", "to", "in", "at", "hours", "hrs", "h", "minutes", "after", "before", "ish")
    pairs: list[tuple[tuple[Reader, ...], tuple[str, ...]]] = [
        ((times.time_at,), (*clock, *HALVES, *OCLOCK, *TIME_ZONES)),
        ((times.instant_at,), tuple(INSTANTS)),
        ((absolute.day_first,), ("of", ".", *HYPHENS, *MONTHS)),
        ((years.decade_at,), ("s", "'s")),
        ((absolute.day_first, ordinals.ordinal_unit), tuple(ORDINAL_ENDINGS)),
        ((ordinals.quarter_at,), ("q", "h")),
        ((relative.offset_at,), (*UNITS, *WORKING, *HYPHENS, "to", "or", "and", "/", "½", "¼", "¾", "more")),
        ((neighbours.neighbour,), (*PAST, *AHEAD)),
        ((years.era_at,), tuple(ERAS)),
    ]
    for readers, words in pairs:
        for word in words:
            table.setdefault(word, []).extend(readers)
    return {
        word: (*dict.fromkeys(readers), years.year_at, absolute.bare_day) for word, readers in table.items()
    }


FOLLOWED: Final = _followed()


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
    add(years.era_at, *ERAS)
    add(years.fiscal_at, *FISCAL)
    add(ordinals.quarter_at, "q", "h")
    add(ordinals.week_number, *WEEK_NUMBERS)
    add(ordinals.ordinal_unit, *LAST_ONES, *OPENING, *CLOSING)
    add(relative.day_word, *DAYS)
    add(relative.weekday_beside, *WEEKDAYS)
    add(relative.same_time, *SAME_TIME)
    add(relative.now_at, *NOW_WORDS, *PRESENTLY)
    add(neighbours.neighbour, *THIS, *LAST, *NEXT, *PAST)
    add(relative.offset_at, "a", "an", "few", "several", "couple", "half")
    add(relative.within, "in", "within")
    add(relative.rest_of, *REST)
    add(dayparts.daypart_at, *DAYPARTS, *TONIGHT, "in", "at", "during", "by", "early", "mid", "late", "after")
    add(dayparts.daypart_at, "before")
    add(dayparts.small_hours, *SMALL_HOURS)
    add(times.instant_at, *INSTANTS, "mid")
    add(times.time_at, "half", "quarter", "a")
    add(dayparts.end_of_day, *DAY_ENDS)
    add(nested.end_of_unit, *UNIT_ENDS)
    add(times.at_hour, "at")
    add(neighbours.the_weekend, "weekend")
    add(relative.to_date, *UNITS, *TO_DATE, *SO_FAR)
    add(nested.unit_end, *UNITS)
    for word in POSSESSIVES:
        table[word] = [neighbours.neighbour, neighbours.the_weekend]
    return {word: tuple(dict.fromkeys(readers)) for word, readers in table.items()}


def _behind_the() -> dict[str, tuple[Reader, ...]]:
    """The readers at "the", by the word behind it, "0" for any figure; some only open a larger expression."""
    numbered = (
        ordinals.ordinal_unit, neighbours.neighbour, absolute.day_first, absolute.bare_day, years.decade_at,
        years.year_at,
    )  # fmt: skip
    table: dict[str, list[Reader]] = {word: list(numbered) for word in STARTERS if word.isalpha()}
    pairs: list[tuple[Reader, Collection[str]]] = [
        (ordinals.ordinal_unit, (*LAST_ONES, *OPENING, *CLOSING)),
        (neighbours.neighbour, (*THIS, *LAST, *NEXT, *PAST)),
        (neighbours.the_weekend, ("weekend",)),
        (years.decade_at, (*DECADES, "'", "’", "‘", "two")),
        (holidays.season_at, SEASONS),
        (years.fiscal_at, FISCAL),
        (relative.rest_of, REST),
        (years.year_at, ("year", "'", "’")),
        (nested.unit_end, UNITS),
        (relative.to_date, UNITS),
        (relative.same_time, ("same",)),
        (dayparts.end_of_day, DAY_ENDS),
        (dayparts.small_hours, SMALL_HOURS),
    ]
    for reader, words in pairs:
        for word in words:
            table.setdefault(word, []).append(reader)
    table["0"] = list(numbered)
    for word in (*PARTS, *EARLIER, *LATER, *WEEKDAYS, *MIDWAY):
        table.setdefault(word, [])
    return {word: tuple(dict.fromkeys(readers)) for word, readers in table.items()}


ATOMS: Final = _table()
THE: Final = _behind_the()
