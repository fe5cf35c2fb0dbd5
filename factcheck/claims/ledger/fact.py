"""`Fact`: one entry of a ledger, ready to be compared."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.claims.row import Row

EVENT = "casualty"  # family of counts that belong to an event, not to a thing


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: its row, and what it is found by.

    `keys`: of the subject as a name; `subject`, `attribute`: their words as lemmas; `causes`: those of
    an event that is the subject; `as_of`: ISO date or ""; `authority`: whether a text that deviates
    is in error, or only another source says otherwise; `sort`: the noun behind a name ("dam" of "Osk dam").
    """

    row: Row
    keys: frozenset[str]
    subject: frozenset[str]
    attribute: frozenset[str]
    causes: frozenset[str] = frozenset()
    as_of: str = ""
    source: str = ""
    url: str = ""
    authority: bool = True
    named: bool = True
    sort: str = ""
