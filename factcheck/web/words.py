"""Small words of the page: letters for sides, short numbers, short names of sources."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from string import ascii_uppercase

from factcheck.data import load
from factcheck.outputs._words import clean

SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def letter(at: int) -> str:
    """The name of side `at`, from 0: A, B … Z, A2 …"""
    round_, place = divmod(at, len(ascii_uppercase))
    return ascii_uppercase[place] + (str(round_ + 1) if round_ else "")


def compact(value: float) -> str:
    """A number for an axis: "1,600", "2.5 million", "0.004"."""
    for size, name in SCALES:
        if abs(value) >= size:
            return f"{value / size:,.4g} {name}"
    if abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:.6g}"


def rounded(value: Decimal, digits: int) -> str:
    """A number to so many significant digits, grouped: "50.2", "1,600"."""
    if not value:
        return "0"
    exact = value.quantize(Decimal(1).scaleb(value.adjusted() - digits + 1))
    whole = exact == exact.to_integral_value()
    return f"{exact.quantize(Decimal(1)) if whole else exact.normalize():,f}"


def day(iso: str) -> str:
    """An ISO date as people write it: "15 Aug 2025"; anything else as it stands."""
    try:
        date = datetime.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{date.day} {date:%b} {date.year}"


def is_date(words: str) -> bool:
    """Whether a line is no more than a date, with or without its weekday."""
    calendar = load("calendar")
    known = {name for part in ("months", "weekdays") for names in calendar[part].values() for name in names}
    said = [word.strip(".,").lower() for word in words.split()]
    return bool(said) and all(word in known or word.rstrip("stndrh").isdecimal() for word in said)


def short_names(sources: Iterable[str]) -> dict[str, str]:
    """Each source without the folders that all files share; plain names stay as they are."""
    known = sorted(set(sources))
    folders = [source.split("/")[:-1] for source in known if "/" in source]
    shared = 0
    while folders and all(len(each) > shared and each[shared] == folders[0][shared] for each in folders):
        shared += 1
    return {
        source: clean("/".join(source.split("/")[shared:]) if "/" in source else source) for source in known
    }
