"""The unit that a label, a column, an option or a name in code gives to a bare number."""

from __future__ import annotations

from decimal import Decimal

import pytest

import factcheck
from factcheck.model import Document, Interval


def figures(text: str) -> list[tuple[str, str | None, Decimal]]:
    """Kind, unit and figure of every number that a text states."""
    found = factcheck.extract(Document(source="page.txt", text=text))
    return [
        (claim.kind, claim.value.unit, claim.value.figure)
        for claim in found
        if isinstance(claim.value, Interval)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| | 2023 |\n|---|---|\n| Turnover (€ million) | 12.5 |", ("money", "EUR", 12_500_000)),
        ("| Name | Pause (s) |\n|---|---|\n| `retry_pause` | 45 |", ("duration", "second", 45)),
        ("--linger MINUTES: how long a worker is kept (default: 15).", ("duration", "minute", 15)),
        ("queue.lifetime_hours: 6", ("duration", "hour", 6)),
        ("thumbnail.max_kb = 300", ("quantity", "kilobyte", 300)),
        ("- `--wait=<seconds>`: a pause. Default: 8\n- `--dry`: no writing", ("duration", "second", 8)),
    ],
)  # fmt: skip
def test_a_bare_number_takes_the_unit_of_its_label(text: str, expected: tuple[str, str, int]) -> None:
    assert (expected[0], expected[1], Decimal(expected[2])) in figures(text)


@pytest.mark.parametrize(
    "text",
    [
        "pool.size_min = 4",  # the least, no minute
        "calendar.first_day = 2",
        "| Name | Value (optional) |\n|---|---|\n| Rows | 40 |",
        "`poll_seconds` was added by 3 of us.",
        "--jobs N: parallel workers (default 6).",
    ],
)
def test_what_is_no_unit_leaves_a_number_bare(text: str) -> None:
    assert all(kind not in ("duration", "quantity", "money") for kind, _, _ in figures(text))


def test_a_figure_keeps_its_place() -> None:
    text = "session.lifetime_minutes: 20"
    (claim,) = factcheck.extract(Document(source="page.txt", text=text))
    assert text[claim.span.start : claim.span.end] == "20"


def conflicts(a: str, b: str) -> set[frozenset[str]]:
    report = factcheck.check([Document(source="a.txt", text=a), Document(source="b.txt", text=b)])
    return {frozenset(claim.text for claim in found.claims) for found in report.conflicts}


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        (
            "# Hopvine settings\n\n| Setting | Default |\n|---|---|\n| `session_minutes` | 20 |",
            "# Hopvine: good to know\n\nA session ends after 35 minutes.",
            {"20", "35 minutes"},
        ),
        (
            "# Osier Rowing Club: rules\n\nA locker costs 15 euros.",
            "# Osier Rowing Club: welcome\n\nLockers cost 25 euros.",
            {"15 euros", "25 euros"},
        ),
        (
            "# Wending Trail Society: huts\n\nBunks are held until dusk. Sledges are lent for six days.",
            "# Wending Trail Society: winter\n\nWe lend sledges for nine days.",
            {"six days", "nine days"},
        ),
    ],
)
def test_pages_on_one_product_clash(a: str, b: str, found: set[str]) -> None:
    assert frozenset(found) in conflicts(a, b)


def test_pages_on_two_products_do_not_clash() -> None:
    a = "# Osier Rowing Club: rules\n\nA locker costs 15 euros."
    b = "# Farrow Swimming Club: welcome\n\nLockers cost 25 euros."
    assert conflicts(a, b) == set()
