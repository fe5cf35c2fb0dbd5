"""Two pages of one product in looser words: a label and a sentence, what it counts, what it needs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck.text.outline import outlined

GUIDE = "# Kelda guide\n\nKelda sorts your letters.\n\n"
SHEET = "# Kelda data sheet\n\nKelda at a glance.\n\n"


def found(first: str, second: str) -> list[tuple[str, ...]]:
    """The values that stand against each other in a data sheet and a guide, both as plain text."""
    texts = [factcheck.Document(source=name, text=text) for name, text in (("a", first), ("b", second))]
    return [tuple(claim.text for claim in each.claims) for each in factcheck.check(texts).conflicts]


@pytest.mark.parametrize(
    ("sheet", "guide", "values"),
    [
        (
            "- **Crew plan:** 40 letters per minute",
            "On the Crew plan a desk may send 90 letters per minute.",
            ("40 letters per minute", "90 letters per minute"),
        ),
        (
            "- Warranty: four years",
            "## Warranty\n\nYour sorter is covered for two years from the day of purchase.",
            ("four years", "two years"),
        ),
        (
            "Kelda reads addresses in 36 languages.",
            "Kelda now understands 52 languages.",
            ("36 languages", "52 languages"),
        ),
        (
            "Python 3.9 is now the oldest version supported.",
            "Requirements. Python 3.11 or newer.",
            ("3.9", "3.11"),
        ),
        ("- Trays per shelf: 60", "A shelf can have up to 600 trays.", ("60", "up to 600 trays")),
        ("- Battery life: 9 hours", "Kelda runs for up to 7 hours on a full battery.", None),
        ("A tray holds at most 80 letters.", "A tray has room for up to 120 letters.", None),
    ],
)
def test_one_thing_in_looser_words_clashes(sheet: str, guide: str, values: tuple[str, ...] | None) -> None:
    clashes = found(SHEET + sheet, GUIDE + guide)
    assert len(clashes) == 1
    assert values is None or clashes == [values]


@pytest.mark.parametrize(
    ("sheet", "guide"),
    [
        # one value, in other units
        ("- Warranty: two years", "## Warranty\n\nYour sorter is covered for 24 months."),
        # another plan
        ("On the Crew plan 10 people can edit a list.", "The Harbour plan lets 30 people edit a list."),
        # a second value that could be meant
        ("- Trays per shelf: 60", "A shelf can have up to 60 trays. The tall shelf can have 90 trays."),
        # another thing of one word
        ("- Battery life: 9 hours", "The battery is charged in 3 hours."),
        # with and without a part
        ("- Weight: 780 g without stand", "With its stand the sorter weighs 910 g."),
        # a small number of what any product has several of
        ("Kelda compares two lists.", "Kelda prints three lists."),
        # another version's section
        ("## Version 2.3\n\nDrafts are kept for 30 days.", "Draft retention is 60 days."),
    ],
)
def test_other_things_do_not(sheet: str, guide: str) -> None:
    assert found(SHEET + sheet, GUIDE + guide) == []


def test_plain_text_with_marks_has_headings_lists_and_tables() -> None:
    text = "# Kelda\n\n- Trays: 60\n- Doors: 2\n\n| Item | Value |\n|---|---|\n| Weight | 9 kg |\n"
    document = outlined(factcheck.Document(source="a", text=text))
    kinds = [(zone.kind, zone.level, text[zone.start : zone.end]) for zone in document.zones]
    assert kinds == [
        ("heading", 1, "Kelda"),
        ("list", 0, "- Trays: 60"),
        ("list", 0, "- Doors: 2"),
        ("table-head", 0, "Item | Value"),
        ("furniture", 0, "---|---|"),
        ("table", 0, "Weight | 9 kg"),
    ]


def test_a_line_of_speech_is_no_list() -> None:
    assert not outlined(factcheck.Document(source="a", text="He went on.\n- Yes, she said.\n")).zones


@given(
    st.lists(st.sampled_from(["# A b", "- c: 1", "| d | 2 |", "|---|---|", "| |", "Prose.", "", "*", "|"]))
)
def test_zones_stand_in_order_within_the_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    zones = outlined(factcheck.Document(source="a", text=text)).zones
    at = 0
    for zone in zones:
        assert at <= zone.start < zone.end <= len(text)
        assert "\n" not in text[zone.start : zone.end]
        at = zone.end
