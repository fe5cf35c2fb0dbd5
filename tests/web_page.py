"""What the tests of the review page share: texts that clash, the server as a process, Chromium."""

from __future__ import annotations

import atexit
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import islice, product
from pathlib import Path
from typing import Any

import httpx
import pytest

COMMAND = Path(sys.executable).parent / "factcheck"
ROOT = Path(__file__).parent.parent
AXE = ROOT / ".venv" / "npm" / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = shutil.which("chromium") or ""
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
PATIENCE = 20.0  # seconds; the machine may be busy


def towns(number: int) -> list[str]:
    """Names of towns that do not exist, all different."""
    first = "Bar Dor Kel Mor Ral Sel Tor Vel Har Lin Gar Pel Ner Dun Fal Hol".split()
    last = (
        "dan mir nok pra ron sk th vik zel gor bur lam mak tin wen xar yon quil fen jor cas del hem oss und "
        "ack ebb iff ogg ump"
    ).split()
    return ["".join(parts) for parts in islice(product(first, "aeiou", last), number)]


def clashing(folder: Path, number: int, each: int = 10) -> Path:
    """Pairs of texts in `folder` with about `number` findings: two papers on the population of towns."""
    folder.mkdir(parents=True, exist_ok=True)
    names = towns(number)
    for at in range(0, number, each):
        for paper, factor in (("gazette", 1), ("herald", 2)):
            lines = [
                f"The town of {name} has a population of {(20_000 + 37 * (at + place)) * factor + 1:,}."
                for place, name in enumerate(names[at : at + each])
            ]
            (folder / f"{paper}-{at:04}.txt").write_text("\n\n".join(lines) + "\n")
    return folder


def _heed_interrupts() -> None:
    """A job that a shell runs in the background has them ignored, and hands that on to its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Server:
    """`factcheck review` as a process; `url` carries the key, `base` does not."""

    def __init__(
        self,
        *paths: Path,
        log: Path,
        who: str = "ann",
        cwd: Path | None = None,
        options: Sequence[str | Path] = (),
    ) -> None:
        command = [
            str(COMMAND),
            "review",
            *map(str, paths),
            "--decisions",
            str(log),
            "--who",
            who,
            "--no-open",
            *map(str, options),
        ]
        self.log = log
        self.process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=cwd or log.parent,
            preexec_fn=_heed_interrupts,  # noqa: PLW1509 - it only sets a signal
        )
        assert self.process.stdout is not None
        first = self.process.stdout.readline()
        assert "http" in first, self.process.communicate()
        self.url = first.split()[-1]
        self.base, self.token = self.url.split("/?token=")
        self.port = int(self.base.rpartition(":")[2])

    def client(self, **headers: str) -> httpx.Client:
        """A client that knows the token."""
        known = {"authorization": f"Bearer {self.token}", **headers}
        return httpx.Client(base_url=self.base, headers=known, timeout=PATIENCE)

    def ready(self) -> Server:
        """Waits until the texts are read."""
        with self.client() as client:
            until(lambda: client.get("/findings.json").status_code == 200)
        return self

    def decided(self) -> list[dict[str, Any]]:
        """The lines of the log."""
        return [json.loads(line) for line in self.log.read_text().splitlines()] if self.log.exists() else []

    def kill(self) -> None:
        """As a power failure does it."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> int:
        """As Ctrl+C does it; gives the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Starts servers that end with the test."""
    started: list[Server] = []

    def start(*paths: Path, log: Path | None = None, **options: Any) -> Server:
        server = Server(*paths, log=log or tmp_path / "decisions.jsonl", **options)
        started.append(server)
        return server.ready()

    yield start
    for server in started:
        server.kill()


@pytest.fixture(scope="session")
def chromium() -> Any:
    """A real browser; without one the test is reported as not run."""
    if not CHROMIUM:
        pytest.skip("not run: chromium is not installed")
    pytest.importorskip("playwright.sync_api", reason="not run: playwright is not installed")
    return browser()


@cache
def browser() -> Any:
    """The one browser of this process."""
    from playwright.sync_api import sync_playwright

    driver = sync_playwright().start()
    made = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
    atexit.register(driver.stop)
    atexit.register(made.close)
    return made


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    """A page of a fresh editor; an error in its scripts or a breach of its policy fails the test."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    yield watched(context.new_page())
    context.close()


def watched(page: Any) -> Any:
    """The page, failing at the first error in its console."""
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if unexpected(said) else None)
    page.wrong = wrong
    return page


def unexpected(said: Any) -> bool:
    """Whether a line of the console tells of a fault of the page, not of a server that was stopped."""
    return said.type == "error" and not re.search(r"ERR_|status of (404|409)", said.text)


def opened(page: Any, url: str) -> Any:
    """The page at `url` once its list is there."""
    page.goto(url)
    page.wait_for_selector("#finding article")
    return page


def shown(page: Any) -> str:
    """The id of the finding that is shown."""
    found: str = page.locator("#finding article").get_attribute("data-id")
    return found


def press(page: Any, *keys: str) -> None:
    """Keys, one after the other."""
    for key in keys:
        page.keyboard.press(key)


def moved(page: Any, before: str) -> str:
    """The id of the next finding, once the page shows it."""
    page.wait_for_function(
        "before => document.querySelector('#finding article')?.dataset.id !== before", arg=before
    )
    return shown(page)


def until(true: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Waits for something to become true."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return
        time.sleep(0.03)
    raise AssertionError("it did not happen in time")


def report(*arguments: str | Path, cwd: Path) -> int:
    """The exit code of `factcheck report`."""
    command = [str(COMMAND), "report", *map(str, arguments), "--fail-on", "warning"]
    environment = {**os.environ, "NO_COLOR": "1"}
    return subprocess.run(command, capture_output=True, cwd=cwd, env=environment, check=False).returncode
