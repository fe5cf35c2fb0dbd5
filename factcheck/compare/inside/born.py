"""Ages: "born on 3 May 1960 … died in 2021, aged 61", "Berg, 61" in a text of known date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from factcheck.claims.row import Days, Row
from factcheck.compare.inside._parts import words
from factcheck.compare.inside._text import Passage, Text, exact, pair
from factcheck.compare.pair import Pair
from factcheck.model import Interval, Period

BIRTH, DEATH = "born", "died"
REACH = 2  # sentences between a birth and an age that the text's own day is held against
CLAUSE = 10  # words between an age and the date at which it was reached
OVER = frozenset((";", "and", "but"))
LIFE = "life dates"
THEN = "age then"  # at what the sentence tells, on a day that it need not tell


def find(text: Text) -> Iterator[Pair]:
    """An age and the birth of the same person, with the day on which the age was reached."""
    births = _births(text)
    for passage in text.passages if births else ():
        for age in passage.rows:
            birth = births.get(age.subject) if _is_age(passage, age) else None
            if birth is None:
                continue
            then = _then(text, passage, age, birth)
            if then is not None:
                told = f"both are about {age.claim.subject}"
                yield pair("born", replace(age, kind="age"), (replace(birth, days=(then,)),), told)


def _births(text: Text) -> dict[str, Row]:
    """The birth of each person of whom the text tells one birth, and whose it is: "(1902–1981)" too."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in text.rows:
        if row.kind != "date" or not row.subject or not isinstance(row.claim.value, Period):
            continue
        if row.attribute == BIRTH and row.claim.value.bound == "exact" and _closed(row):
            found[row.subject].append(row)
        elif _is_life(text.by_sentence[row.sentence], row):
            low, high = row.claim.value.low or "", row.claim.value.high or ""
            size = 10 if row.claim.value.granularity == "day" else 4
            birth = Period(low, low if size == 10 else f"{low[:4]}-12-31", row.claim.value.granularity)
            death = (high[:10], high[:10]) if size == 10 else (f"{high[:4]}-01-01", high[:10])
            claim = replace(row.claim, value=birth, canonical=birth)
            found[row.subject].append(replace(row, claim=claim, days=(death,), attribute=LIFE))
    return {
        subject: rows[0]
        for subject, rows in found.items()
        if len({row.claim.value.low for row in rows if isinstance(row.claim.value, Period)}) == 1
    }


def _is_life(passage: Passage, row: Row) -> bool:
    """ "Hedda Lind (1875–1951) was …": a bracket behind a name with nothing but two dates in it."""
    value = row.claim.value
    return (
        isinstance(value, Period)
        and value.bound == "between"
        and value.granularity in ("day", "year")
        and _closed(row)
        and passage.before(row)[-1:] == ("(",)
        and passage.after(row)[:1] == (")",)
        and not words("kin") & set(passage.before(row))
        and 15 <= int((value.high or "0")[:4]) - int((value.low or "0")[:4]) <= 110
    )


def _closed(row: Row) -> bool:
    value = row.claim.value
    return (
        isinstance(value, Period)
        and bool(value.low and value.high)
        and not value.approximate
        and not value.unresolved
        and not (value.low or "").startswith("T")
    )


def _is_age(passage: Passage, row: Row) -> bool:
    """Whether a row is somebody's age: "aged 61", "was 41 when"."""
    if not row.subject or not exact(row) or not isinstance(row.claim.value, Interval):
        return False
    if row.kind == "age":
        return row.attribute != THEN
    bare = row.kind == "count" and row.claim.text.isdecimal()
    return bare and passage.before(row)[-1:] == ("was",) and passage.after(row)[:1] in (("when",), (",",))


def _then(text: Text, passage: Passage, age: Row, birth: Row) -> Days | None:
    """First and last day of the time at which the person was so old: that of the death, of what the
    sentence dates, or of the publication."""
    others = [row for row in passage.rows if row.kind == "date" and row.claim.span != birth.claim.span]
    dead = bool(words("dying") & set(passage.words))
    if not others and dead and birth.attribute == LIFE and not _present(passage, age):
        return birth.days[0]
    if others:
        deaths = [row for row in others if row.attribute == DEATH and row.subject == age.subject]
        if dead and len(deaths) == 1 and len(others) == 1:
            return _ends(deaths[0])
        beside = [row for row in others if _beside(passage, age, row)]
        return _ends(beside[0]) if len(others) == 1 and beside and not _present(passage, age) else None
    near = abs(birth.sentence - age.sentence) <= REACH
    if not text.published or not near or birth.attribute == LIFE or not _present(passage, age):
        return None
    try:
        date.fromisoformat(text.published)
    except ValueError:
        return None
    return text.published, text.published


def _beside(passage: Passage, age: Row, row: Row) -> bool:
    """Whether a date is that of the clause that gives the age."""
    first, second = sorted((age, row), key=lambda one: one.claim.span)
    gap = passage.between(first, second)
    return len(gap) <= CLAUSE and not OVER & set(gap)


def _ends(row: Row) -> Days | None:
    value = row.claim.value
    if not _closed(row) or not isinstance(value, Period) or value.bound != "exact":
        return None
    return (value.low or "")[:10], (value.high or "")[:10]


def _present(passage: Passage, age: Row) -> bool:
    """Whether the age is that of today: "Berg, 61, said", "is 61 years old"; not "at the age of 61"."""
    said = age.claim.text.lower()
    if said.startswith(("at", "the age", "age of")):
        return False
    before = passage.before(age)
    if before[-1:] == ("was",):
        return False
    return before[-1:] == (",",) if said.isdecimal() else before[-1:] == ("is",)
