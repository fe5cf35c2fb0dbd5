"""The ledger's pages: every checkable claim with its status, linked to the findings, to take along."""

from __future__ import annotations

import csv
import io
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from web_page import COMMAND, ROOT, Server, chromium, page, press, serve, shown, until

__all__ = ["chromium", "page", "serve"]  # fixtures
Serve = Callable[..., Server]
TEXTS = {
    "gazette.txt": "The Kestrel bridge is 410 metres long. It was opened on 4 May 1931, the mayor said.",
    "herald.txt": "The Kestrel bridge is 440 metres long. It was opened on 4 May 1931. It has 12 lamps.",
    "courier.txt": "The Kestrel bridge was opened on 4 May 1931.",
}


@pytest.fixture
def texts(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text + "\n")
    yield folder


def document(server: Server, name: str) -> str:
    with server.client() as client:
        found = client.get("/ledger.json").json()["documents"]
    key: str = next(each["id"] for each in found if each["source"].endswith(name))
    return key


def test_every_claim_stands_in_the_margin_with_its_status(page: Any, serve: Serve, texts: Path) -> None:
    server = serve(texts)
    page.goto(server.url)
    page.locator("nav >> text=Ledger").click()
    page.wait_for_selector(".ledger")
    assert page.locator(".ledger tbody tr").count() == 3
    page.locator(".ledger a >> text=gazette.txt").click()
    page.wait_for_selector(".margins")
    with server.client() as client:
        record = client.get("/ledger.json", params={"id": document(server, "gazette.txt")}).json()
    listed = page.locator(".margin > li").all_inner_texts()
    assert len(listed) == len(record["claims"]) > 1
    for words, claim in zip(listed, record["claims"], strict=True):
        assert claim["text"] in words and claim["status"] in words
    assert {claim["status"] for claim in record["claims"]} >= {"contradicted"}
    # A mark leads to its line in the margin, and that line to the finding.
    page.locator("sup a.contradicted").first.click()
    assert "#c" in page.url
    link = page.locator(".margin .contradicted a").first
    assert "herald.txt:1" in link.inner_text()
    link.click()
    page.wait_for_selector("#finding article")
    assert shown(page) in page.url
    assert page.wrong == []


def test_a_dismissed_conflict_contradicts_nothing(page: Any, serve: Serve, texts: Path) -> None:
    server = serve(texts)
    address = f"{server.base}/ledger?id={document(server, 'gazette.txt')}"
    page.goto(server.url)
    page.wait_for_selector("#finding article")
    until(lambda: page.locator("#rows .row").count() >= 1)
    for _ in range(page.locator("#rows .row").count()):
        press(page, "d", "1")
        page.wait_for_timeout(150)
    page.goto(address)
    page.wait_for_selector(".margins")
    assert page.locator(".margin > li.contradicted").count() == 0
    assert page.locator(".margin > li").count() > 1


def test_one_status_can_be_picked_out(page: Any, serve: Serve, texts: Path) -> None:
    server = serve(texts)
    page.goto(server.url)
    page.goto(f"{server.base}/ledger?id={document(server, 'gazette.txt')}")
    page.locator(".key a.contradicted").click()
    page.wait_for_selector(".key a[aria-current]")
    assert "status=contradicted" in page.url
    assert page.locator(".margin > li").count() == page.locator(".margin > li.contradicted").count() > 0
    page.locator(".key a[aria-current]").click()
    page.wait_for_function("() => document.querySelectorAll('.margin > li').length > 1")


def test_it_is_what_the_command_prints(serve: Serve, texts: Path) -> None:
    server = serve(texts)
    with server.client() as client:
        for form in ("csv", "markdown", "html", "json"):
            command = [COMMAND, "ledger", texts, "--format", form]
            printed = subprocess.run(command, capture_output=True, text=True, check=False).stdout
            assert client.get(f"/ledger.{form}").text == printed, form
        one = client.get("/ledger.csv", params={"id": document(server, "herald.txt")}).text
        assert {row["source"].rpartition("/")[2] for row in csv.DictReader(io.StringIO(one))} == {
            "herald.txt"
        }
        assert client.get("/ledger.exe").status_code == 404
        assert client.get("/ledger.csv", params={"id": "../secret"}).status_code == 404
        assert client.get("/ledger", params={"id": "../secret"}).status_code == 404


def test_a_page_that_is_read_says_when_the_texts_have_changed(page: Any, serve: Serve, texts: Path) -> None:
    server = serve(texts)
    page.goto(server.url)
    page.goto(f"{server.base}/ledger")
    page.wait_for_timeout(300)
    assert page.locator("#stale").is_hidden()
    (texts / "gazette.txt").write_text(TEXTS["gazette.txt"].replace("410", "440") + "\n")
    until(lambda: page.locator("#stale").is_visible())
    page.locator("#stale a").click()
    page.wait_for_function("() => !document.querySelector('.ledger rect.contradicted[width^=\"1\"]')")
    assert page.locator("#stale").is_hidden()
    assert page.wrong == []


def test_the_offline_file_has_it_too(page: Any, texts: Path, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    command = [COMMAND, "review", texts, "--static", file, "--who", "ann"]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode == 0
    page.goto(file.as_uri() + "#/ledger")
    page.wait_for_selector("#other .ledger")
    page.locator("#other .ledger a >> text=gazette.txt").click()
    page.wait_for_selector("#other .margins")
    page.locator("sup a.contradicted").first.click()
    assert "#/ledger/" in page.url
    page.locator(".margin .contradicted a").first.click()
    page.wait_for_selector("#finding article")
    assert page.wrong == []
