"""The review page on a folder of 2,000 findings in a real browser: first list, decisions, scrolling.

    python benchmarks/review.py

Needs Chromium and the extra `test`. Prints times as the browser sees them, in milliseconds; the
first list is timed once the texts are read, which is told apart.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from playwright.sync_api import sync_playwright
from web_page import CHROMIUM, FLAGS, Server, clashing

FINDINGS, DECISIONS = 2000, 100
LIST = (
    "() => document.querySelector('#finding article') && document.querySelectorAll('#rows .row').length > 20"
)
# From the key until the row shows the decision or leaves the list, which it does when the line is in the log.
DECIDE = """
async () => {
  const id = document.querySelector("#finding article").dataset.id;
  const row = document.querySelector(`.row[data-id="${id}"]`);
  const start = performance.now();
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "c", bubbles: true }));
  const waits = () => row.isConnected && row.dataset.verdict !== "confirmed";
  while (waits()) await new Promise((next) => requestAnimationFrame(next));
  const time = performance.now() - start;
  const shown = () => document.querySelector("#finding article").dataset.id;
  while (shown() === id) await new Promise((next) => requestAnimationFrame(next));
  return time;
}
"""
SCROLL = """
async () => {
  const list = document.querySelector("#list");
  const frames = [];
  let last = performance.now();
  for (let step = 0; step < 200; step++) {
    list.scrollTop += 400;
    await new Promise((next) => requestAnimationFrame(next));
    frames.push(performance.now() - last);
    last = performance.now();
  }
  return frames;
}
"""


def told(name: str, times: list[float]) -> None:
    ordered = sorted(times)
    worst = ordered[int(len(ordered) * 0.95)]
    print(f"{name:<34} median {statistics.median(times):7.1f} ms   95 % {worst:7.1f} ms")


def measure(page: Any, server: Server) -> None:
    firsts = []
    for _ in range(5):
        start = time.perf_counter()
        page.goto(f"{server.base}/findings")
        page.wait_for_function(LIST)
        firsts.append((time.perf_counter() - start) * 1000)
    told("list and first finding", firsts)
    print(f"{'findings':<34} {page.locator('#shown').inner_text()}")
    told("a decision, all findings listed", [page.evaluate(DECIDE) for _ in range(DECISIONS)])
    told("a frame while scrolling", page.evaluate(SCROLL))
    page.goto(f"{server.base}/findings?status=open")
    page.wait_for_function(LIST)
    told("a decision, only open ones listed", [page.evaluate(DECIDE) for _ in range(DECISIONS)])


def main() -> None:
    with tempfile.TemporaryDirectory() as name, sync_playwright() as driver:
        folder = Path(name)
        start = time.perf_counter()
        server = Server(clashing(folder / "texts", FINDINGS), log=folder / "decisions.jsonl").ready()
        print(f"{'start, reading and comparing':<34} {(time.perf_counter() - start) * 1000:14.1f} ms")
        try:
            browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(server.url)
            measure(page, server)
            browser.close()
        finally:
            server.kill()


if __name__ == "__main__":
    main()
