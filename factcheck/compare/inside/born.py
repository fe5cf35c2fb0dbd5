"""Ages: "born on 3 May 1960 … died in 2021, aged 61", "Berg, 61" in a text of known date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from factcheck.claims.row import Row
from factcheck.compare.gates import Pair
from factcheck.compare.inside._text import Passage, Text, exact, pair
from factcheck.model import Period

BIRTH, DEATH = "born", "died"
REACH = 2  # sentences between a birth and an age


def find(text: Text) -> Iterator[Pair]:
    """An age and the birth of the same person, with the day on which the age was reached."""
    for passage in text.passages:
        for age in passage.rows if "age" in passage.kinds else ():
            if age.kind != "age" or not age.subject or not exact(age):
                continue
            births = [row for row in text.near(passage, REACH, REACH) if _is(row, BIRTH, age.subject)]
            if len(births) == 1 and (then := _then(text, passage, age, births[0])) is not None:
                birth = replace(births[0], days=(then,))
                yield pair("born", age, (birth,), f"both are about {age.claim.subject}")


def _is(row: Row, attribute: str, subject: str) -> bool:
    """Whether a row is the known date of what befell a person."""
    value = row.claim.value
    return (
        row.attribute == attribute
        and row.subject == subject
        and isinstance(value, Period)
        and bool(value.low and value.high)
        and value.bound == "exact"
        and not value.approximate
        and not value.unresolved
    )


def _then(text: Text, passage: Passage, age: Row, birth: Row) -> tuple[str, str] | None:
    """First and last day of the time at which the person was so old: the death, or the publication."""
    others = [row for row in passage.rows if row.kind == "date" and row is not birth]
    if others:
        return _ends([row for row in others if _is(row, DEATH, age.subject)]) if len(others) == 1 else None
    if not text.published or not _present(passage, age):
        return None
    try:
        date.fromisoformat(text.published)
    except ValueError:
        return None
    return text.published, text.published


def _ends(rows: Sequence[Row]) -> tuple[str, str] | None:
    for row in rows:
        if isinstance(row.claim.value, Period) and row.claim.value.low and row.claim.value.high:
            return row.claim.value.low[:10], row.claim.value.high[:10]
    return None


def _present(passage: Passage, age: Row) -> bool:
    """Whether the age is that of today: "Berg, 61, said", "is 61 years old"; not "at the age of 61"."""
    text = age.claim.text.lower()
    if text.startswith(("at", "the age", "age of")):
        return False
    before = passage.before(age)
    return before[-1:] == (",",) if text.isdecimal() else before[-1:] == ("is",)
