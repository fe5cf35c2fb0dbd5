"""The page is for everybody: axe-core finds nothing, at any width; the pictures of docs/ are taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from web_page import (
    AXE,
    ROOT,
    Server,
    chromium,
    clashing,
    opened,
    serve,
    watched,
)

__all__ = ["chromium", "serve"]  # fixtures
Pages = Callable[..., Any]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (360, 640, 960, 1280, 2560)
BEYOND = """() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(
    () => drawn(document.documentElement.scrollWidth - document.documentElement.clientWidth))))"""
PICTURES = ROOT / "docs"
DRAWN = ("quantity", "date", "quote")  # an axis, a time line, a word diff: all that findings differ in


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, chromium: Any) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("axe")
    made = Server(*cases(), log=folder / "decisions.jsonl", cwd=ROOT).ready()
    yield made
    made.kill()


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, chromium: Any, server: Server) -> Iterator[Any]:
    context = chromium.new_context(
        viewport={"width": 1440, "height": 900}, color_scheme=request.param, reduced_motion="reduce"
    )
    made = watched(context.new_page())
    made.scheme = request.param
    opened(made, server.url)
    yield made
    context.close()


def cases() -> list[Path]:
    """The seed cases that clash, as paths from the project's folder."""
    return sorted(file.parent.relative_to(ROOT) for file in (ROOT / "seeds").glob("*/expected.yaml"))


def kinds(server: Server) -> dict[str, str]:
    """For each kind of value a finding with two sides, in two units where there is one."""
    with server.client() as client:
        found = client.get("/findings.json").json()["findings"]
    found.sort(key=lambda finding: -len({side["value"].get("unit") for side in finding["claims"]}))
    first: dict[str, str] = {}
    for finding in found:
        if len(finding["claims"]) == 2:
            first.setdefault(finding["claims"][0]["kind"], finding["id"])
    return first


def check(page: Any, what: str, inside: str = "html") -> None:
    """Nothing that axe-core knows is wrong; `inside` is the part of the page that is looked at."""
    if not AXE.exists():
        pytest.skip("not run: axe-core is not installed")
    page.evaluate(AXE.read_text())
    options = {"runOnly": TAGS, "resultTypes": ["violations"]}  # what is right is not described
    found = page.evaluate("([inside, options]) => axe.run(inside, options)", [inside, options])
    wrong = [
        f"{what}: {each['id']}: {each['help']}: {node['html'][:160]} {node['failureSummary'][:300]}"
        for each in found["violations"]
        for node in each["nodes"][:3]
    ]
    assert wrong == []


def test_list_findings_and_dialogs(page: Any, server: Server) -> None:
    check(page, "list")
    known = kinds(server)
    for kind, key in ((kind, known[kind]) for kind in DRAWN):
        page.goto(f"{server.base}/finding/{key}")
        page.wait_for_selector("#finding article")
        check(page, kind)
    page.keyboard.press("o")
    page.wait_for_selector(".whole mark.ours")
    page.keyboard.press("n")
    page.wait_for_selector("#recent:not([hidden])")
    check(page, "texts open, one decided")
    for key, dialog in (("d", "reasons"), ("e", "correct"), ("a", "assign"), ("b", "bulk"), ("?", "keys")):
        page.keyboard.press(key)
        page.wait_for_selector(f"#{dialog}[open]")
        check(page, dialog, inside=f"#{dialog}")
        page.keyboard.press("Escape")
    page.keyboard.press("u")
    page.goto(f"{server.base}/findings?q=nothing+at+all")
    page.wait_for_selector("#nothing:not([hidden])")
    check(page, "empty list")
    assert page.wrong == []


def test_other_pages(page: Any, server: Server) -> None:
    with server.client() as client:
        finding = client.get("/findings.json").json()["findings"][0]
    document = finding["claims"][0]["document"]
    ledger = f"/ledger?id={document}"
    paths = ["/overview", f"/rule/{finding['rule']}", f"/document?id={document}", "/ledger", ledger]
    for path in (*paths, f"{ledger}&status=contradicted", "/nowhere", "/rule/no/such"):
        page.goto(server.base + path)
        assert page.locator("h1").count() == 1
        check(page, path)
    assert page.wrong == []


def test_nothing_is_cut_off_at_any_width(chromium: Any, server: Server) -> None:
    context = chromium.new_context(viewport={"width": WIDTHS[0], "height": 800}, reduced_motion="reduce")
    page = watched(context.new_page())
    page.goto(server.url)
    page.wait_for_selector(".row")
    with server.client() as client:
        document = client.get("/findings.json").json()["findings"][0]["claims"][0]["document"]
    known = kinds(server)
    paths = ["/findings", "/overview", "/ledger", f"/ledger?id={document}", f"/document?id={document}"]
    findings = {kind: f"/finding/{key}" for kind, key in known.items()}
    for path in (*paths, *findings.values()):
        page.set_viewport_size({"width": WIDTHS[0], "height": 800})
        page.goto(server.base + path)
        page.wait_for_selector("#finding article" if "finding/" in path else "main")
        if path in (*paths, findings["quote"]):
            check(page, path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(BEYOND) <= 0, (path, width)
    assert page.wrong == []
    context.close()


def test_focus_is_seen_and_returned(page: Any, server: Server) -> None:
    page.keyboard.press("j")
    page.wait_for_timeout(100)
    before = page.evaluate("() => document.activeElement.closest('.row')?.dataset.id")
    assert before is not None
    outline = page.evaluate("() => getComputedStyle(document.activeElement).outlineWidth")
    assert outline == "3px"
    page.keyboard.press("d")
    assert page.evaluate("() => document.activeElement.closest('dialog')?.id") == "reasons"
    page.keyboard.press("Escape")
    assert page.evaluate("() => document.activeElement.closest('.row')?.dataset.id") == before


def test_single_keys_and_decisions_are_told(page: Any, server: Server) -> None:
    page.keyboard.press("n")
    page.wait_for_function("() => document.querySelector('#said').textContent.startsWith('Needs source: ')")
    page.keyboard.press("u")
    page.wait_for_function("() => document.querySelector('#said').textContent.startsWith('Undone: ')")


def test_pictures_for_the_guide(chromium: Any, serve: Callable[..., Server], tmp_path: Path) -> None:
    """Written into docs/ where they are missing, so that a run leaves a clean tree as it was."""
    server = serve(*cases(), cwd=ROOT)
    context = chromium.new_context(viewport={"width": 1440, "height": 1300}, reduced_motion="reduce")
    page = watched(context.new_page())
    opened(page, server.url)
    page.locator("#who").fill("editor")
    page.locator("#finding").focus()
    with server.client() as client:
        first = client.get("/findings.json").json()["findings"][0]["claims"][0]["document"]
    pictures = {"review-list": "/findings", "review-overview": "/overview"}
    pictures |= {"review-ledger": f"/ledger?id={first}"}
    pictures |= {f"review-{kind}": f"/finding/{key}" for kind, key in kinds(server).items()}
    for name, path in sorted(pictures.items()):
        page.goto(server.base + path)
        page.wait_for_selector("#finding article" if "finding" in path else "main")
        page.wait_for_timeout(150)
        file = PICTURES / f"{name}.png"
        picture = page.screenshot(path=file if not file.exists() else tmp_path / file.name)
        assert len(picture) > 20_000
    context.close()


def test_a_long_first_reading_shows_how_far_it_is(
    page: Any, serve: Callable[..., Server], tmp_path: Path
) -> None:
    texts = clashing(tmp_path / "texts", 1500)
    slow = Server(texts, log=tmp_path / "decisions.jsonl", options=["--no-cache"])
    try:
        page.goto(slow.url)
        page.wait_for_selector("#reading")
        check(page, "reading")
        page.wait_for_function("() => document.querySelector('#reading')?.value > 10")
        assert re.fullmatch(r"\d+ of 300 texts", page.locator("#read").inner_text())
        page.wait_for_selector("#finding article")
    finally:
        slow.kill()
