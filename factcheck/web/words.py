"""Small words of the page: letters for sides, short numbers, short names of sources."""

from __future__ import annotations

from collections.abc import Iterable
from string import ascii_uppercase

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
