"""Settings by their names in code, and the values that pages give them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

import factcheck
from factcheck.claims.coded import coded
from factcheck.inputs import markdown

TITLES = "configuration", "guide", "reference", "manual"
COMMANDS = "push", "pull"


def report(*pages: str, titles: Sequence[str] = TITLES) -> factcheck.Report:
    """The report on pages of the manual of Tarrow, in Markdown."""
    documents = []
    for at, text in enumerate(pages):
        (document,) = markdown.read(f"# Tarrow {titles[at]}\n\n{text}".encode(), f"tarrow/{at}.md")
        assert isinstance(document, factcheck.Document)
        documents.append(document)
    return factcheck.check(documents)


def table(head: str, *rows: str) -> str:
    return "\n".join([head, "| --- " * (head.count("|") - 1) + "|", *rows])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Raise max_spool_size or maxSpoolSize, or --max-spool-size.", ["maxspoolsize"] * 3),
        ("SPOOL=/var", ["spool"]),
        ("`spool` is", ["spool"]),
        ("It defaults to 5, spool defaults to 6.", ["spool"]),
        ("Call spool_size(4), or see /etc/spool_size/a.", []),
        ("An iPhone and an eBay parcel, YouTube and macOS", []),
        ("He came -- after all -- home.", []),
        ("Ann set sail to see 3 islands.", []),
    ],
)
def test_identifiers_of_a_text(text: str, names: list[str]) -> None:
    assert [each.name for each in coded(text)] == names


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        ("`max_spool` defaults to 50 MB.", table("| Setting | Default |", "| max_spool | 20 MB |"), None),
        ("- `--spool-jobs N` (default: 30)", "By default, `--spool-jobs` is 20.", ("30", "20")),
        ("SPOOL_PORT=8080", table("| Variable | Value |", "| SPOOL_PORT | 9090 |"), ("8080", "9090")),
        ("Set `spoolDepth` to 3 by default.", "## spoolDepth\n\nDefault: 5", ("3", "5")),
        ("The default value of `spool_depth` is 20.", "- `spoolDepth`: 40", ("20", "40")),
        ("Jobs are dropped after 60 seconds (`--drop`).", "- `--drop TIME` (default: 90 s)", None),
        ("`retry_count` is 5, and `retry_delay` defaults to 3.", "- `retry_count`: 3", ("5", "3")),
        ("`retries`: how often. retries defaults to 3.", "- `retries`: 5", ("3", "5")),
        ("Workers come from `SPOOL_JOBS`, 8 if you do not set it.", "`SPOOL_JOBS` is 4.", ("8", "4")),
        ("If `--spool-level` is missing, 3 is used.", "`--spool-level` defaults to 2.", ("3", "2")),
        ("`spool_rate` may be at most 200.", "- `spool_rate`: tells how fast. Maximum: 400.", None),
    ],
)  # fmt: skip
def test_two_values_of_one_setting_clash(first: str, second: str, values: tuple[str, ...] | None) -> None:
    clashes = report(first, second).conflicts
    assert len(clashes) == 1
    assert values is None or tuple(claim.text for claim in clashes[0].claims) == values


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ("`spool_depth` defaults to 20.", "Set `spool_depth` to 500 in production.", "different-modality"),
        ("`spool_depth` defaults to 20.", "spool_depth = 500", "different-scope"),
        ("`spool_depth` defaults to 20.", "For example, `spool_depth` is 500 there.", "different-modality"),
        ("`spool_depth` defaults to 20.", "`spool_depth` may be at most 500.", "different-scope"),
        (
            "`spool_depth` defaults to 20.",
            "- `spool_depth`: 30\n\nOn the new machines:\n\n- `spool_depth`: 40",
            "several-values",
        ),
        (
            "## Version 2.4\n\n`spool_depth` defaults to 20.",
            "## Version 2.5\n\n`spool_depth` defaults to 30.",
            "different-version",
        ),
    ],
)
def test_values_that_need_not_be_one_are_counted(first: str, second: str, reason: str) -> None:
    found = report(first, second)
    assert not found.conflicts
    assert found.coverage.not_comparable[reason] >= 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("`spool_depth` defaults to 20.", "- `spool_depth`: 20"),
        ("`spool_depth` defaults to 20.", "- `spool_width`: 30"),
        ("`spool_depth` defaults to 20.", "Fixed in `spool_depth` (1820)."),
        ("`spool_depth` defaults to 20.", table("| Setting | Since |", "| spool_depth | 30 |")),
    ],
)
def test_what_is_no_value_of_a_setting_is_silent(first: str, second: str) -> None:
    assert not report(first, second).conflicts


def test_pages_with_a_value_each_are_forms() -> None:
    pages = [f"`spool_depth` defaults to {value}." for value in (20, 30, 45, 60)]
    assert not report(*pages).conflicts


@pytest.mark.parametrize("said", ["- `--max-depth N` (default: {})", "`--depth` defaults to {}."])
def test_two_commands_have_options_of_one_name(said: str) -> None:
    pages = said.format(20), said.format(30)
    assert len(report(*pages).conflicts) == 1
    assert not report(*pages, titles=COMMANDS).conflicts
