"""An editor works through findings in a real browser, mostly without a mouse."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from web_page import (
    COMMAND,
    ROOT,
    Server,
    chromium,
    clashing,
    moved,
    opened,
    page,
    press,
    report,
    serve,
    shown,
    until,
    watched,
)

from factcheck.decisions import Decision, append

__all__ = ["chromium", "page", "serve"]  # fixtures
Serve = Callable[..., Server]


def test_thirty_findings_are_decided_without_a_mouse(page: Any, serve: Serve, tmp_path: Path) -> None:
    texts = clashing(tmp_path / "texts", 30)
    server = serve(texts)
    opened(page, server.url)
    total = int(page.locator("#tally").inner_text().split()[0])
    assert total == 30
    assert report(texts, "--decisions", touched(server.log), cwd=tmp_path) == 1
    wanted: list[tuple[str, str, str]] = []
    for at in range(total):
        here = shown(page)
        match at % 5:
            case 0:
                press(page, "c")
                wanted.append((here, "confirmed", ""))
            case 1:
                press(page, "d", "5")
                wanted.append((here, "not-a-conflict", "rounding"))
            case 2:
                press(page, "n")
                wanted.append((here, "needs-source", ""))
            case 3:
                press(page, "a")
                page.keyboard.type("ben")
                press(page, "Enter")
                wanted.append((here, "assigned", ""))
            case _:
                press(page, "e")
                page.keyboard.type("20,001")
                press(page, "Tab")
                page.keyboard.type("census")
                press(page, "Enter")
                wanted.append((here, "corrected", ""))
        if at < total - 1:
            moved(page, here)
    until(lambda: len(server.decided()) == total)
    lines = server.decided()
    assert [(line["conflict"], line["verdict"], line["reason"]) for line in lines] == wanted
    assert {line["who"] for line in lines} == {"ann"}
    assert {line["note"] for line in lines} == {"", "ben", "correct: 20,001; source: census"}
    until(lambda: page.locator("#nothing").inner_text() == "All findings are decided.")
    # Confirmed conflicts still fail the run; when they are corrected as well, nothing does.
    assert report(texts, "--decisions", server.log, cwd=tmp_path) == 1
    page.goto(f"{server.base}/findings?verdict=confirmed")
    page.wait_for_selector("#finding article")
    for left in range(6, 0, -1):
        assert page.locator("#rows .row").count() == left
        here = shown(page)
        press(page, "n")
        until(lambda left=left: page.locator("#rows .row").count() == left - 1)
    assert report(texts, "--decisions", server.log, cwd=tmp_path) == 0
    assert page.wrong == []


def touched(path: Path) -> Path:
    path.touch()
    return path


def test_undo_takes_back_one_stroke_also_after_a_reload(page: Any, serve: Serve, tmp_path: Path) -> None:
    server = serve(clashing(tmp_path / "texts", 5))
    opened(page, server.url)
    first = shown(page)
    press(page, "c")
    second = moved(page, first)
    press(page, "d", "1")
    moved(page, second)
    until(lambda: len(server.decided()) == 2)
    press(page, "u")
    until(lambda: shown(page) == second)
    page.reload()
    page.wait_for_selector("#finding article")
    assert page.locator("#tally").inner_text() == "4 open, 1 decided"
    press(page, "u")
    until(lambda: page.locator("#tally").inner_text() == "5 open, 0 decided")
    assert [line["verdict"] for line in server.decided()] == [
        "confirmed", "not-a-conflict", "withdrawn", "withdrawn",
    ]  # fmt: skip
    press(page, "u")
    until(lambda: page.locator("#said").inner_text() == "Nothing to undo")
    assert page.wrong == []


def test_undo_brings_back_the_decision_before(page: Any, serve: Serve, tmp_path: Path) -> None:
    server = serve(clashing(tmp_path / "texts", 2))
    opened(page, f"{server.url}")
    page.goto(f"{server.base}/findings")
    page.wait_for_selector("#finding article")
    here = shown(page)
    press(page, "t")
    page.keyboard.type("called the town hall: d and u are only letters here")
    press(page, "Escape", "c")
    moved(page, here)
    press(page, "k")
    until(lambda: shown(page) == here)
    press(page, "n")
    until(lambda: len(server.decided()) == 2)
    press(page, "u")
    until(lambda: len(server.decided()) == 3)
    last = server.decided()[-1]
    assert (last["conflict"], last["verdict"]) == (here, "confirmed")
    assert last["note"] == "called the town hall: d and u are only letters here"


def test_filters_search_and_sort_are_in_the_address(page: Any, serve: Serve, tmp_path: Path) -> None:
    server = serve(ROOT / "seeds")
    opened(page, server.url)
    page.goto(f"{server.base}/findings")
    page.wait_for_selector("#finding article")
    with server.client() as client:
        everything = client.get("/findings.json").json()["findings"]
        assert rows(page) == [finding["id"] for finding in everything]
        press(page, "f")
        page.locator("#facets input[name=severity][value=warning]").focus()
        press(page, "Space")
        until(lambda: "severity=warning" in address(page))
        assert rows(page) == [finding["id"] for finding in everything if finding["severity"] == "warning"]
        page.locator("#sort").select_option("subject")
        press(page, "Escape", "/")
        page.keyboard.type("seeds")
        until(lambda: "q=seeds" in address(page))
        query = address(page).partition("?")[2]
        twin = client.get(f"/findings.json?{query}").json()
        assert rows(page) == [finding["id"] for finding in twin["findings"]]
        assert twin["count"] > 3
        kept = rows(page)
        page.reload()
        page.wait_for_selector("#rows .row")
        assert rows(page) == kept
        for query in ("kind=quote&kind=date", "sort=date&outcome=conflict", "q=no+such+words", "sort=rule"):
            page.goto(f"{server.base}/findings?{query}")
            page.wait_for_function("() => document.querySelector('#shown').textContent")
            found = client.get(f"/findings.json?{query}").json()["findings"]
            assert rows(page) == [finding["id"] for finding in found], query
    assert page.wrong == []


def address(page: Any) -> str:
    found: str = page.evaluate("() => location.href")
    return found


def rows(page: Any) -> list[str]:
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('#rows .row')].map(row => row.dataset.id)"
    )
    return found


def test_the_values_of_a_facet_can_be_searched(page: Any, serve: Serve, tmp_path: Path) -> None:
    server = serve(clashing(tmp_path / "texts", 40))
    opened(page, server.url)
    page.goto(f"{server.base}/findings")
    page.wait_for_selector("#finding article")
    facet = page.locator("[data-facet=subject]")
    facet.locator("summary").press("Enter")
    assert facet.locator("li").count() == 8
    box = facet.locator("input[type=search]")
    box.press_sequentially("bara")
    until(lambda: 0 < facet.locator("li").count() < 40)
    assert all("bara" in name.lower() for name in facet.locator(".value").all_inner_texts())
    assert page.evaluate("() => document.activeElement.dataset.seek") == "subject"
    page.keyboard.type("xyz")
    until(lambda: "No value is called so." in facet.inner_text())
    for _ in "xyz":
        page.keyboard.press("Backspace")
    chosen = facet.locator(".value").first.inner_text()
    press(page, "Tab", "Space")
    until(lambda: f"subject={chosen}" in address(page))
    assert len(rows(page)) == 1
    # A decision changes the numbers and moves nothing.
    page.goto(f"{server.base}/findings?status=open")
    page.wait_for_selector("#finding article")
    page.locator("[data-facet=subject] summary").press("Enter")
    entries = page.locator("[data-facet=subject] li")
    before = [entry.split("\n") for entry in entries.all_inner_texts()]
    assert {number for _, number in before} == {"1"}
    town = before[2][0]
    page.locator(f".row:has-text('{town}') a").first.click()
    until(lambda: town in page.locator("#finding h2").inner_text())
    press(page, "c")
    until(lambda: entries.all_inner_texts()[2].split("\n") == [town, "0"])
    assert [entry.split("\n")[0] for entry in entries.all_inner_texts()] == [name for name, _ in before]
    assert page.wrong == []


def test_a_whole_filter_is_dismissed_and_undone_at_once(page: Any, serve: Serve, tmp_path: Path) -> None:
    server = serve(clashing(tmp_path / "texts", 30))
    opened(page, server.url)
    page.goto(f"{server.base}/findings?status=open&q=bara")
    page.wait_for_selector("#finding article")
    wanted = set(rows(page))
    assert len(wanted) > 5
    press(page, "b")
    assert f"This decides {len(wanted)} findings" in page.locator("#bulk-count").inner_text()
    page.locator("#bulk-reason").select_option("history")
    press(page, "Tab", "Tab")
    page.locator("#bulk-go").press("Enter")
    until(lambda: len(server.decided()) == len(wanted))
    assert {line["conflict"] for line in server.decided()} == wanted
    assert {(line["verdict"], line["reason"]) for line in server.decided()} == {("not-a-conflict", "history")}
    press(page, "u")
    until(lambda: len(server.decided()) == 2 * len(wanted))
    assert {line["verdict"] for line in server.decided()[len(wanted) :]} == {"withdrawn"}
    until(lambda: set(rows(page)) == wanted)
    assert page.wrong == []


def test_a_saved_text_is_read_again_and_the_place_is_kept(page: Any, serve: Serve, tmp_path: Path) -> None:
    texts = clashing(tmp_path / "texts", 10)
    server = serve(texts)
    opened(page, server.url)
    press(page, "j", "j")
    until(lambda: shown(page) == rows(page)[2] and shown(page) in address(page))
    here, mine = shown(page), page.locator("#finding h2").inner_text()
    text = (texts / "gazette-0000.txt").read_text()
    lines = text.split("\n\n")
    other = next(at for at, line in enumerate(lines) if mine.split()[0] not in line)
    lines[other] = "The town square is empty at noon."
    (texts / "gazette-0000.txt").write_text("A line more on top.\n\n" + "\n\n".join(lines))
    until(lambda: len(rows(page)) == 9)
    assert shown(page) == here
    assert ".txt:" in page.locator("#finding .where").first.inner_text()
    press(page, "c")
    until(lambda: [line["conflict"] for line in server.decided()] == [here])
    # The value of the decided finding changes: it is open again, and says what had been decided.
    text = (texts / "gazette-0000.txt").read_text()
    subject = mine.split()[0]
    line = next(line for line in text.split("\n\n") if subject in line)
    (texts / "gazette-0000.txt").write_text(
        text.replace(line, f"The town of {subject} has a population of 91,250.")
    )
    until(lambda: page.locator(".row[data-status=reopened]").count() == 1)
    assert page.wrong == []


def test_two_editors_see_each_other_and_overwrite_nothing(
    page: Any, chromium: Any, serve: Serve, tmp_path: Path
) -> None:
    server = serve(clashing(tmp_path / "texts", 6))
    other = chromium.new_context(viewport={"width": 1440, "height": 900})
    second = watched(other.new_page())
    for editor, name in ((page, "ann"), (second, "ben")):
        opened(editor, server.url)
        editor.goto(f"{server.base}/findings")
        editor.wait_for_selector("#finding article")
        editor.locator("#who").fill(name)
        editor.locator("#who").press("Tab")
        editor.keyboard.press("Escape")
        editor.locator("#finding").focus()
    here = shown(page)
    assert shown(second) == here
    press(page, "c")
    row = f".row[data-id='{here}'] .state"
    until(lambda: second.locator(row).inner_text() == "confirmed")
    assert "ann" in second.locator("#standing").inner_text()
    # Both decide before either knows of the other: the second one is asked.
    target = moved(page, here)
    press(second, "j")
    moved(second, here)
    line = Decision(target, "needs-source", who="cay", when="2999-01-01T00:00:00+00:00")
    second.route("**/log.json*", lambda route: route.abort())  # news are late
    append(server.log, [line])
    press(second, "d", "2")
    second.wait_for_selector("#clash[open]")
    assert "cay" in second.locator("#clash ul").inner_text()
    assert "Yours: not a conflict: different times" in second.locator("#clash-mine").inner_text()
    second.locator("#clash-replace").press("Enter")
    until(lambda: len(server.decided()) == 3)
    with server.client() as client:
        found = client.get(f"/finding/{target}.json").json()
    assert found["decision"]["verdict"] == "not-a-conflict"
    assert found["decision"]["who"] == "ben"
    assert [line["who"] for line in found["log"]] == ["cay", "ben"]
    other.close()


def test_lines_of_another_process_show_up(page: Any, serve: Serve, tmp_path: Path) -> None:
    server = serve(clashing(tmp_path / "texts", 4))
    opened(page, server.url)
    page.goto(f"{server.base}/findings")
    page.wait_for_selector("#finding article")
    ids = rows(page)
    append(server.log, [Decision(ids[1], "assigned", note="dee", who="ci", when="2026-01-01T00:00:00+00:00")])
    until(lambda: page.locator("#tally").inner_text() == "3 open, 1 decided")
    assert "assigned" in page.locator(f".row[data-id='{ids[1]}']").inner_text()
    server.log.write_text("")  # as when another branch is checked out
    until(lambda: page.locator("#tally").inner_text() == "4 open, 0 decided")
    assert page.wrong == []


def test_a_killed_server_loses_no_decided_line(page: Any, serve: Serve, tmp_path: Path) -> None:
    texts = clashing(tmp_path / "texts", 12)
    server = serve(texts)
    opened(page, server.url)
    made = []
    for _ in range(6):
        here = shown(page)
        made.append(here)
        with page.expect_response("**/decide"):
            press(page, "c")
        moved(page, here)  # before that, a stroke is the same decision struck twice
    server.kill()
    press(page, "c")  # into the void: the page must say so
    page.wait_for_selector("#trouble:not([hidden])")
    assert "Not saved" in page.locator("#trouble").inner_text()
    again = serve(texts, log=server.log)
    opened(page, again.url)
    assert [line["conflict"] for line in again.decided()] == made
    assert page.locator("#tally").inner_text() == "6 open, 6 decided"


def test_an_interrupt_ends_the_server_with_a_page_open(page: Any, serve: Serve, tmp_path: Path) -> None:
    server = serve(clashing(tmp_path / "texts", 2))
    opened(page, server.url)
    assert server.stop() == 130
    page.wait_for_selector("#away:not([hidden])")
    assert not server.log.exists()


def test_a_key_that_is_held_or_struck_twice_decides_once(page: Any, serve: Serve, tmp_path: Path) -> None:
    server = serve(clashing(tmp_path / "texts", 6))
    opened(page, server.url)
    page.locator("#finding").focus()
    here = shown(page)
    page.keyboard.down("n")
    for _ in range(5):
        page.keyboard.down("n")  # repeats, as long as it is not up
    page.keyboard.up("n")
    moved(page, here)
    until(lambda: len(server.decided()) == 1)
    second = shown(page)
    page.evaluate(
        "() => ['c', 'c'].forEach(key => document.body.dispatchEvent("
        "new KeyboardEvent('keydown', { key, bubbles: true })))"
    )
    moved(page, second)
    page.wait_for_timeout(200)
    assert [line["conflict"] for line in server.decided()] == [here, second]
    assert page.wrong == []


def test_keys_can_be_changed_and_turned_off(page: Any, serve: Serve, tmp_path: Path) -> None:
    server = serve(clashing(tmp_path / "texts", 4))
    opened(page, server.url)
    press(page, "?")
    page.locator("#keys-list [data-action=confirm]").press("Enter")
    press(page, "y")
    press(page, "Escape")
    assert page.locator("#verdicts kbd[data-key=confirm]").inner_text() == "y"
    here = shown(page)
    press(page, "c")
    press(page, "y")
    moved(page, here)
    until(lambda: [line["verdict"] for line in server.decided()] == ["confirmed"])
    page.reload()
    page.wait_for_selector("#finding article")
    assert page.locator("#verdicts kbd[data-key=confirm]").inner_text() == "y"
    press(page, "?")
    page.locator("#keys-off").press("Space")
    press(page, "Escape", "y", "n")
    page.wait_for_timeout(200)
    assert len(server.decided()) == 1


def test_the_offline_file_exports_what_was_decided(page: Any, tmp_path: Path) -> None:
    texts = clashing(tmp_path / "texts", 6)
    file = tmp_path / "page.html"
    made = subprocess.run(
        [COMMAND, "review", texts, "--static", file, "--who", "ann"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    assert not re.search("https?://", file.read_text())
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(file.as_uri())
    page.wait_for_selector(".row")
    press(page, "j")
    page.wait_for_selector("#finding article")
    assert page.locator("#finding mark").count() == 2
    for _ in range(5):
        here = shown(page)
        press(page, "d", "5")
        moved(page, here)
    press(page, "u")
    until(lambda: page.locator("#tally").inner_text() == "2 open, 4 decided")
    page.reload()
    page.wait_for_selector(".row")
    assert page.locator("#tally").inner_text() == "2 open, 4 decided"
    page.goto(file.as_uri() + "#/overview")
    page.wait_for_selector("#other .matrix")
    page.go_back()
    press(page, "o")
    with page.expect_download() as download:
        page.locator("[data-run=export]").press("Enter")
    exported = tmp_path / "decisions.jsonl"
    download.value.save_as(exported)
    lines = [json.loads(line) for line in exported.read_text().splitlines()]
    assert [line["verdict"] for line in lines] == ["not-a-conflict"] * 5 + ["withdrawn"]
    assert report(texts, "--decisions", exported, cwd=tmp_path) == 1
    with exported.open("a") as log:
        for left in set(rows(page)) - {line["conflict"] for line in lines[:4]}:
            log.write(
                json.dumps({"conflict": left, "verdict": "needs-source", "when": "2999-01-01T00:00:00+00:00"})
                + "\n"
            )
    assert report(texts, "--decisions", exported, cwd=tmp_path) == 0
    assert [url for url in requests if not url.startswith(("file:", "blob:", "data:"))] == []
    assert page.wrong == []
