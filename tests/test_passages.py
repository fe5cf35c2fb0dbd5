"""Passages with one error each, and look-alikes (tests/passages): what the checks inside one text reach."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from quality import occurrences

from factcheck import Checker
from factcheck.model import Conflict, Document
from factcheck.yamlfile import plain

FOLDER = Path(__file__).parent / "passages"
FOUND = {"worked": 41, "kept": 38}  # of the slips; what is reached today and may only grow
WRITTEN = {"worked": 45, "kept": 49}


@cache
def checker() -> Checker:
    return Checker()


@cache
def passages(name: str) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = plain(
        (FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), name
    )
    return found


def findings(passage: dict[str, Any], folder: Path) -> tuple[Document, tuple[Conflict, ...]]:
    """The document made of a passage, Markdown where it has lines, and what is found in it."""
    text = passage["text"]
    inputs: list[Any] = [Document(source="a.txt", text=text, published=passage.get("published"))]
    if "\n" in text.strip():
        inputs = [folder / "a.md"]
        inputs[0].write_text(text, encoding="utf-8")
    report = checker().check(inputs)
    return report.documents[0], report.conflicts


@pytest.mark.parametrize("name", FOUND)
def test_the_slips_are_found_and_nothing_beside_them(name: str, tmp_path: Path) -> None:
    found = 0
    for passage in passages(name)["slips"]:
        document, conflicts = findings(passage, tmp_path)
        for conflict in conflicts:
            touched = all(_touches(document, conflict, words) for words in passage["touches"])
            assert touched, f"{conflict.explanation}: {passage['text']}"
        found += bool(conflicts)
    assert len(passages(name)["slips"]) == WRITTEN[name]
    assert found >= FOUND[name]


def _touches(document: Document, conflict: Conflict, words: str) -> bool:
    return any(
        claim.span.start < at + len(words) and at < claim.span.end
        for at in occurrences(document.text, words)
        for claim in conflict.claims
    )


@pytest.mark.parametrize("name", FOUND)
def test_look_alikes_stay_silent(name: str, tmp_path: Path) -> None:
    for passage in passages(name)["clean"]:
        _, conflicts = findings(passage, tmp_path)
        assert not conflicts, f"{conflicts[0].explanation}: {passage['text']}"
