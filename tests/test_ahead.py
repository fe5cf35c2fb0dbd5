"""Texts read by several processes: the same report, and no text lost when a process dies."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import factcheck
from factcheck import ahead
from factcheck.cache import Cache

DOCUMENTS = [
    factcheck.Document(source=f"{at}.txt", text=f"The Halm Bridge is {200 + at // 5} metres long.")
    for at in range(10)
]


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """However little text is worth two processes here."""
    monkeypatch.setattr(ahead, "ENOUGH", 0)
    monkeypatch.setattr(ahead, "CHUNK", 2)


@pytest.mark.usefixtures("few")
def test_a_report_is_the_same_by_one_and_by_two_processes(tmp_path: Path) -> None:
    alone = factcheck.Checker().check(DOCUMENTS)
    kept = factcheck.Checker(jobs=2, cache=tmp_path)
    assert alone.conflicts
    assert factcheck.Checker(jobs=2).check(DOCUMENTS) == alone
    assert kept.check(DOCUMENTS) == alone
    assert all(Cache(tmp_path, "tables").knows(document) for document in DOCUMENTS)


@pytest.mark.usefixtures("few")
def test_what_no_process_has_read_the_run_reads_itself() -> None:
    """As when one of them is killed: here none can even begin."""
    with ahead.read_ahead(DOCUMENTS, "no way to attach", 2) as cache:
        assert cache is not None
        assert not any(map(cache.knows, DOCUMENTS))


@pytest.mark.usefixtures("few")
def test_a_folder_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    report = factcheck.Checker(jobs=2, cache=tmp_path / "file" / "cache").check(DOCUMENTS)
    assert report == factcheck.Checker().check(DOCUMENTS)


def test_few_texts_start_no_process() -> None:
    with ahead.read_ahead(DOCUMENTS, "tables", 2) as cache:
        assert cache is None


def test_an_entry_is_known_for_its_document_as_it_was(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "tables")
    factcheck.Checker(cache=tmp_path).check(DOCUMENTS[:1])
    assert cache.knows(DOCUMENTS[0])
    assert not cache.knows(replace(DOCUMENTS[0], text=DOCUMENTS[0].text + " It is old."))
    assert not Cache(tmp_path, "spacy:other").knows(DOCUMENTS[0])


@pytest.mark.usefixtures("few")
def test_a_cache_that_is_given_is_filled(tmp_path: Path) -> None:
    with ahead.read_ahead(DOCUMENTS, "tables", 2, Cache(tmp_path, "tables")) as other:
        assert other is None
    assert all(map(Cache(tmp_path, "tables").knows, DOCUMENTS))


@pytest.mark.usefixtures("few")
def test_without_a_folder_for_passing_files_the_run_reads_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(**_: str) -> None:
        raise FileNotFoundError("no usable temporary directory")

    monkeypatch.setattr(ahead, "TemporaryDirectory", none)
    with ahead.read_ahead(DOCUMENTS, "tables", 2) as cache:
        assert cache is None
