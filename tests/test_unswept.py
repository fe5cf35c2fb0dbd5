"""The collector is off while comparing, on again behind it, and has nothing to find."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator

import pytest

import factcheck
from factcheck.compare import inside
from factcheck.compare.judge import judge
from factcheck.model import Document
from factcheck.unswept import unswept

TEXT = (
    "PORT ELLIS, 5 May 2025 – {0} people were killed in the fire in Port Ellis on Sunday, said Ann Berg. "
    "“The hall was never safe for so many of us on a Sunday,” said Ann Berg.\n\nThe Halden Bridge is "
    "{0}00 metres long. Of the 40 seats, 30 went to the League and {0} to the Union."
)


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    before = gc.isenabled()
    yield
    (gc.enable if before else gc.disable)()


def test_the_collector_is_on_again_behind_the_work_and_behind_a_failure() -> None:
    gc.enable()
    with unswept():
        assert not gc.isenabled()
        with unswept():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError), unswept():
        1 / 0  # noqa: B018
    assert gc.isenabled()


def test_a_collector_that_is_off_stays_off() -> None:
    gc.disable()
    with unswept():
        pass
    assert not gc.isenabled()


def test_comparing_leaves_no_garbage_behind() -> None:
    checker = factcheck.Checker()
    readings = [
        checker.read(Document(source=f"{number}.txt", text=TEXT.format(number))) for number in range(12, 20)
    ]
    rows = [row for reading in readings for row in reading.rows]
    for document, reading in enumerate(readings):
        for row in reading.rows:
            row.document = document
    profiles = [reading.profile for reading in readings]
    documents = [reading.document for reading in readings]

    def conflicts() -> int:
        found = judge(rows, profiles, documents, checker.rulebook, inside.pairs(readings, Counter()))
        return len(found.conflicts)

    assert conflicts() > 1  # vocabularies are loaded by the first comparison
    gc.collect()
    with unswept():
        assert conflicts() > 1
        assert gc.collect() == 0
