"""A folder of 2,000 findings: the first list, decisions and scrolling, as the browser sees them.

`benchmarks/review.py` prints the same times. A busy machine gets a second and a third try.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from web_page import ROOT, Server, chromium, clashing, page

sys.path.insert(0, str(ROOT / "benchmarks"))

from review import DECIDE, LIST, SCROLL

__all__ = ["chromium", "page"]  # fixtures
FINDINGS, DECISIONS, TRIES = 2000, 25, 3
FAR = 3  # times the limit, which no busy machine explains


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, chromium: Any) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("many")
    made = Server(clashing(folder / "texts", FINDINGS), log=folder / "decisions.jsonl").ready()
    yield made
    made.kill()


def best(measure: Callable[[], float], limit: float) -> float:
    """The shortest of some tries; the first one that keeps the limit ends them. Where more programs run than
    there are processors and none keeps it, the test counts as not run, unless it is far from the limit."""
    times: list[float] = []
    while len(times) < TRIES and (not times or times[-1] >= limit):
        times.append(measure())
    load = os.getloadavg()[0]
    busy = load > (os.cpu_count() or 1)
    if limit <= min(times) < FAR * limit and busy:
        pytest.skip(f"not run: the machine is busy, with {load:.0f} programs at once")
    return min(times)


def test_the_first_list_is_there_within_a_second(page: Any, server: Server) -> None:
    def first() -> float:
        start = time.perf_counter()
        page.goto(server.url)
        page.wait_for_function(LIST)
        return time.perf_counter() - start

    assert best(first, 1.0) < 1.0
    assert page.locator("#rows .row").count() > 100


@pytest.mark.parametrize("query", ["", "?status=open"])
def test_a_decision_takes_less_than_fifty_milliseconds(page: Any, server: Server, query: str) -> None:
    page.goto(server.url)
    page.goto(f"{server.base}/findings{query}")
    page.wait_for_function(LIST)
    before = len(server.decided())
    tries = 0

    def median() -> float:
        nonlocal tries
        tries += 1
        return statistics.median(page.evaluate(DECIDE) for _ in range(DECISIONS))

    assert best(median, 50.0) < 50.0
    assert len(server.decided()) == before + tries * DECISIONS
    assert page.wrong == []


def test_scrolling_keeps_up_with_the_screen(page: Any, server: Server) -> None:
    page.goto(server.url)
    page.goto(f"{server.base}/findings")
    page.wait_for_function(LIST)
    assert best(lambda: statistics.median(page.evaluate(SCROLL)), 25.0) < 25.0
    assert page.locator("#rows .row").count() > 500


def test_a_saved_text_does_not_stop_the_editor(page: Any, server: Server) -> None:
    """The list follows while she decides, and stays where she is."""
    page.goto(server.url)
    page.goto(f"{server.base}/findings?status=open")
    page.wait_for_function(LIST)
    texts = Path(server.log).parent / "texts"
    for _ in range(5):
        page.evaluate(DECIDE)
    here = page.locator("#finding article").get_attribute("data-id")
    file = sorted(texts.iterdir())[-1]
    file.write_text(file.read_text() + "\n\nThe market is on Sundays.\n")
    with page.expect_response("**/part/list", timeout=60_000):
        pass
    page.wait_for_timeout(300)
    assert page.locator("#finding article").get_attribute("data-id") == here
    assert page.locator(f".row[data-id='{here}'] a").get_attribute("aria-current") == "true"
    assert page.wrong == []
