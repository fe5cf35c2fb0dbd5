"""Pages and parts of pages that are of different versions of a product."""

from __future__ import annotations

import pytest

import factcheck
from factcheck.claims.editions import of_heading, of_path
from factcheck.inputs import markdown
from factcheck.text.tokens import tokenise

TWO = "Drafts are kept for 30 days.", "Drafts are kept for 60 days."


def check(*pages: tuple[str, str]) -> factcheck.Report:
    """The report on pages, each a path and its text."""
    documents = [next(markdown.read(text.encode(), path)) for path, text in pages]
    return factcheck.check([each for each in documents if isinstance(each, factcheck.Document)])


@pytest.mark.parametrize(
    ("heading", "version"),
    [
        ("Version 2.4", "2.4"),
        ("5.12.0 (2025-05-02)", "5.12.0"),
        ("[5.12.0] - 2025-05-02", "5.12.0"),
        ("v5.12.0", "5.12.0"),
        ("4.5.0 (March 2, 2022)", "4.5.0"),
        ("What is new in Kelda 5.6", "5.6"),
        ("5.6 release notes", "5.6"),
        ("Kelda 5.12.8: setup", "5.12.8"),
        ("Kelda 4.x", "4.x"),
        ("Version 2", "2"),
        ("2.4 Installation", ""),
        ("Chapter 2.4", ""),
        ("Step 3", ""),
        ("From 2.4 to 3.0", ""),
        ("2025.01.02", ""),
        ("Installation", ""),
    ],
)
def test_a_heading_names_a_version(heading: str, version: str) -> None:
    assert of_heading(tokenise(heading)) == version


@pytest.mark.parametrize(
    ("path", "version"),
    [
        ("docs/changelog-4.1.md", "4.1"),
        ("docs/changes_4_1.md", "4.1"),
        ("whatsnew/5.6.rst", "5.6"),
        ("docs/v2/quotas.md", "2"),
        ("docs/2.3/quotas.md", "2.3"),
        ("kelda-5.12.8/docs/guide.md", "5.12.8"),
        ("docs/2.3/changelog-2.4.md", "2.4"),
        ("book/2.4.md", ""),
        ("book/2.4-installation.md", ""),
        ("news/2025.01.02.txt", ""),
        ("news/story-2025.01.02.txt", ""),
        ("docs/ipv6.md", ""),
        ("man/crontab.5", ""),
        ("guide.md", ""),
        ("a", ""),
        ("", ""),
    ],
)
def test_a_path_names_a_version(path: str, version: str) -> None:
    assert of_path(path) == version


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("a.md", "# Kelda 4.1.0 release notes\n\n{}"), ("b.md", "# Kelda 4.2.0 release notes\n\n{}")),
        (("a.md", "# Kelda\n\n## 4.1.0 (2025-05-02)\n\n{}"), ("b.md", "# Kelda\n\n## 4.2.0\n\n{}")),
        (("changelog-4.1.md", "Kelda has news.\n\n{}"), ("changelog-4.2.md", "Kelda has news.\n\n{}")),
        (("v1/drafts.md", "# Kelda\n\n{}"), ("v2/drafts.md", "# Kelda\n\n{}")),
        (("a.md", "# Kelda 4.1\n\n{}"), ("changelog-4.2.md", "# Kelda\n\n{}")),
    ],
)
def test_versions_are_not_set_against_each_other(first: tuple[str, str], second: tuple[str, str]) -> None:
    pages = [(path, text.format(said)) for (path, text), said in zip((first, second), TWO, strict=True)]
    report = check(*pages)
    assert not report.conflicts
    assert report.coverage.not_comparable["different-version"] >= 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("v2/a.md", "# Kelda\n\n{}"), ("v2/b.md", "# Kelda\n\n{}")),
        (("kelda-5.6/a.md", "# Kelda 5.6\n\n{}"), ("kelda-5.6/b.md", "# Kelda\n\n{}")),
        (("kelda-5.6/a.md", "# Kelda 4.1\n\n{}"), ("kelda-5.6/b.md", "# Kelda\n\n{}")),
        (("docs/2.x/a.md", "# Kelda\n\n{}"), ("docs/2.4/b.md", "# Kelda\n\n{}")),
        (("a.md", "# Kelda 5.12\n\n{}"), ("b.md", "# Kelda 5.12.8 guide\n\n{}")),
        (("5.6-a.md", "# Kelda\n\n{}"), ("5.7-b.md", "# Kelda\n\n{}")),
    ],
)
def test_pages_of_one_version_are_compared(first: tuple[str, str], second: tuple[str, str]) -> None:
    pages = [(path, text.format(said)) for (path, text), said in zip((first, second), TWO, strict=True)]
    assert len(check(*pages).conflicts) == 1
