"""`Profile`: what a whole text says of its event: when, where, of what cause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from factcheck.claims.row import Days, Spoken
from factcheck.claims.shape import Shape


class Named(NamedTuple):
    """A name at its first place in a text, with the sentence around it."""

    text: str
    start: int
    end: int
    sentence: tuple[int, int]


@dataclass(slots=True)
class Profile:
    """`published`: ISO date, from metadata or a dateline, `written`: the day of a dateline that has no year
    ("Aug. 15", "Thursday"); `places`: keys of all local places;
    `names`: keys of all that it names, `first_names`: of its first sentence with names, `spelt`: all of them
    spelt as keys of places;
    `lead_days`, `lead_spoken`, `causes`: of the first sentences; `period`, `spoken_period`: the quarter,
    season or year that the lead reports on; `updated`: it calls its figures updated; `lead_words`:
    content words of the lead; `lead_from`: the sentence that tells the lead's day; `shapes`: sentences
    with values, for finding edited copies; `named`: the names as first written; `claim_ids[i]`: id of
    the claim of row i; `folder`: where the text lies; `title`, `headings`: in small letters;
    `edition`: the version that the names of file and folders tell.
    """

    published: str | None = None
    written: Spoken | None = None
    places: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    first_names: frozenset[str] = frozenset()
    spelt: frozenset[str] = frozenset()
    lead_days: tuple[Days, ...] = ()
    lead_spoken: tuple[Spoken, ...] = ()
    period: tuple[Days, ...] = ()
    spoken_period: tuple[Spoken, ...] = ()
    causes: frozenset[str] = frozenset()
    updated: bool = False
    lead_words: frozenset[str] = frozenset()
    lead_from: int = 0
    shapes: tuple[Shape, ...] = ()
    named: tuple[Named, ...] = ()
    claim_ids: tuple[str, ...] = ()
    folder: str = ""
    title: str = ""
    headings: frozenset[str] = frozenset()
    edition: str = ""
