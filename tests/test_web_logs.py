"""Several logs, a baseline and a configuration: the page holds what the next `factcheck report` holds."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from web_page import COMMAND, Server, chromium, clashing, moved, opened, page, press, serve, shown, until

from factcheck.checker import Checker
from factcheck.decisions import MADE, Decision, append, latest

__all__ = ["chromium", "page", "serve"]  # fixtures
Serve = Callable[..., Server]

DECISIONS = st.builds(
    Decision,
    st.just("x"),
    st.sampled_from((*MADE, "withdrawn", "gone")),
    note=st.sampled_from(("", "a", "a b")),
    who=st.sampled_from(("ann", "ben")),
    when=st.sampled_from(("2026-01-01", "2026-01-02T00:30:00+02:00", "2026-01-01T23:00:00", "2999")),
)


def standing(texts: Path, *options: str | Path) -> dict[str, str]:
    """For each finding the verdict that `factcheck report` holds, "" for none."""
    command = [str(COMMAND), "report", str(texts), "--format", "json", *map(str, options)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    return {
        one["id"]: (one["decision"] or {}).get("verdict", "") for one in json.loads(made.stdout)["conflicts"]
    }


def on_page(page: Any) -> dict[str, str]:
    found: dict[str, str] = page.evaluate(
        "() => Object.fromEntries([...document.querySelectorAll('#rows .row')]"
        ".map(row => [row.dataset.id, row.dataset.verdict]))"
    )
    return found


def test_contradicting_logs_hold_as_in_a_report(page: Any, serve: Serve, tmp_path: Path) -> None:
    texts = clashing(tmp_path / "texts", 8)
    ids = sorted(standing(texts))
    mine, others, base = (tmp_path / name for name in ("ann.jsonl", "ben.jsonl", "base.jsonl"))
    day = "2026-01-0{}T00:00:00+00:00".format
    append(mine, [
        Decision(ids[0], "confirmed", who="ann", when=day(1)),
        Decision(ids[1], "confirmed", who="ann", when=day(2)),
        Decision(ids[2], "withdrawn", who="ann", when=day(3)),
        Decision(ids[3], "withdrawn", who="ann", when=day(3)),
        Decision(ids[4], "confirmed", who="ann", when=day(1)),
    ])  # fmt: skip
    append(others, [
        Decision(ids[0], "not-a-conflict", "rounding", who="ben", when=day(2)),  # later than ann
        Decision(ids[1], "not-a-conflict", "rounding", who="ben", when=day(1)),  # earlier
        Decision(ids[2], "needs-source", who="ben", when=day(1)),  # taken back by ann
        Decision(ids[4], "needs-source", who="ben", when=day(1)),  # at the same moment
    ])  # fmt: skip
    append(base, [Decision(ids[3], "known", when=day(9)), Decision(ids[5], "known", when=day(1))])
    options = ("--decisions", others, "--baseline", base)
    server = serve(texts, log=mine, options=options)
    opened(page, server.url)
    page.goto(f"{server.base}/findings")
    page.wait_for_selector("#finding article")
    wanted = standing(texts, "--decisions", mine, *options)
    assert sorted(set(wanted.values())) == ["", "confirmed", "known", "needs-source", "not-a-conflict"]
    assert on_page(page) == wanted
    # Deciding over what another log says: the new line is later, so it holds for both.
    page.locator(f".row[data-id='{ids[0]}'] a").click()
    until(lambda: shown(page) == ids[0])
    assert "ben" in page.locator("#standing").inner_text()
    press(page, "c")
    moved(page, ids[0])
    until(lambda: len(server.decided()) == 6)
    assert standing(texts, "--decisions", mine, *options)[ids[0]] == "confirmed"
    # A line that another process writes into a log that is only read shows up as well.
    append(others, [Decision(ids[6], "assigned", note="cay", who="ben", when=day(4))])
    until(lambda: on_page(page)[ids[6]] == "assigned")
    assert on_page(page) == standing(texts, "--decisions", mine, *options)
    assert page.wrong == []


@given(st.lists(DECISIONS, max_size=6))
def test_the_script_settles_lines_as_the_library_does(chromium: Any, lines: list[Decision]) -> None:
    """Whatever the lines and their order, in the log or beside it."""
    wanted = latest(lines).get("x")
    half = len(lines) // 2
    names = ("conflict", "verdict", "reason", "note", "who", "when")
    plain = [{name: getattr(made, name) for name in names} for made in lines]
    for beside, logged in ((plain[:half], plain[half:]), (plain[half:], plain[:half])):
        found = settled(chromium).evaluate("([base, lines]) => settled(base, lines)", [beside, logged])
        assert found == (None if wanted is None else {name: getattr(wanted, name) for name in names})


_PAGES: list[Any] = []


def settled(chromium: Any) -> Any:
    """A page with nothing but the script that settles lines."""
    if not _PAGES:
        from factcheck.web import pages

        made = chromium.new_context().new_page()
        script = pages.static("state.js").replace("export ", "")
        made.add_script_tag(
            content=script + "globalThis.settled = (base, lines) => { state.epoch = 0; "
            "setFindings({ rows: [], reopened: {}, base: { x: base }, tool: '' }); "
            "addLines({ epoch: 1, next: lines.length, lines }); "
            "return state.logged.get('x') ?? null; }"
        )
        _PAGES.append(made)
    return _PAGES[0]


def test_configuration_and_rules_are_those_of_a_report_and_followed(
    page: Any, serve: Serve, tmp_path: Path
) -> None:
    texts = clashing(tmp_path / "texts", 4)
    rule = Checker().check([texts]).conflicts[0].rule
    config = tmp_path / "factcheck.toml"
    config.write_text(f'[rule."{rule}"]\nseverity = "note"\n')
    server = serve(texts, log=tmp_path / "team.jsonl", cwd=tmp_path)
    opened(page, server.url)
    assert "note" in page.locator("#finding .kicker").inner_text()
    config.write_text(f'[rule."{rule}"]\nseverity = "warning"\n')
    until(lambda: "warning" in page.locator("#finding .kicker").inner_text())
    config.write_text("[rule\n")
    until(lambda: page.locator("#failure").is_visible())
    assert "factcheck.toml" in page.locator("#failure").inner_text()
    config.write_text(f'[rule."{rule}"]\nseverity = "error"\n')
    until(lambda: page.locator("#failure").is_hidden())
    until(lambda: "error" in page.locator("#finding .kicker").inner_text())
    assert page.wrong == []
