"""The texts are hostile, and so is every other page in the browser."""

from __future__ import annotations

import http.client
import json
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from web_page import (
    Server,
    chromium,
    clashing,
    opened,
    page,
    serve,
    until,
)

from factcheck.web.security import LARGEST

__all__ = ["chromium", "page", "serve"]  # fixtures
Serve = Callable[..., Server]
PAGES = (
    "/findings",
    "/overview",
    "/overview.json",
    "/ledger",
    "/ledger.csv",
    "/findings.json",
    "/log.json",
    "/static/main.js",
    "/events",
)
HOSTILE = (
    "The town of Barad <script>window.hacked = 1</script> has a population of {figure}. "
    "<img src=x onerror='window.hacked=1'> </script></template></title><svg onload=window.hacked=1> "
    "{{{{ 7 * 7 }}}} {{% raw %}} \u202eright to left\u202c &lt;b&gt; ]]> --> \u2028 \ufeff"
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("review")
    (folder / "secret.txt").write_text("The town of Keladan has a population of 4. Secret.")
    made = Server(clashing(folder / "texts", 3), log=folder / "decisions.jsonl").ready()
    yield made
    made.kill()


def finding(server: Server) -> str:
    with server.client() as client:
        found: str = client.get("/findings.json").json()["findings"][0]["id"]
        return found


def decision(key: str, **more: str) -> dict[str, Any]:
    return {
        "decisions": [{"conflict": key, "verdict": "confirmed", "reason": "", "note": "", "seen": "", **more}]
    }


def test_it_listens_on_this_machine_only(server: Server) -> None:
    local = {
        line.split()[1]
        for line in Path("/proc/net/tcp").read_text().splitlines()[1:]
        if line.split()[3] == "0A"
    }
    ours = {address for address in local if address.endswith(f":{server.port:04X}")}
    assert ours == {f"0100007F:{server.port:04X}"}
    with socket.socket(socket.AF_INET6) as other:
        assert other.connect_ex(("::1", server.port)) != 0


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_served_without_the_key(server: Server, path: str) -> None:
    assert httpx.get(server.base + path).status_code == 403
    assert httpx.get(server.base + path, headers={"authorization": "Bearer guess"}).status_code == 403
    assert httpx.get(server.base + path, cookies={f"factcheck_{server.port}": "guess"}).status_code == 403
    assert httpx.get(f"{server.base}{path}?token=guess").status_code == 403


def test_the_key_is_traded_for_a_cookie_that_no_script_can_read(server: Server) -> None:
    answer = httpx.get(server.url)
    assert answer.status_code == 303
    assert "token" not in answer.headers["location"]
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie and "samesite=strict" in cookie.lower()
    assert len(server.token) >= 43
    inside = httpx.get(f"{server.base}/findings?q=%22x&token={server.token}")
    assert inside.headers["location"] == "/findings?q=%22x"
    assert (
        httpx.get(f"{server.base}//evil.example/?token={server.token}").headers["location"]
        == "/evil.example/"
    )


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1.evil.example:{port}", "", "127.0.0.1"]
)
def test_a_rebound_name_is_refused(server: Server, host: str) -> None:
    with server.client(host=host.format(port=server.port)) as client:
        for path in ("/findings", "/findings.json"):
            answer = client.get(path)
            assert answer.status_code == 421
            assert "population" not in answer.text


@pytest.mark.parametrize(
    "origin", [None, "null", "http://evil.example", "https://127.0.0.1:{port}", "http://127.0.0.1"]
)
def test_writes_from_other_sites_are_refused(server: Server, origin: str | None) -> None:
    headers = {} if origin is None else {"origin": origin.format(port=server.port)}
    with server.client(**headers) as client:
        assert client.post("/decide", json=decision(finding(server))).status_code == 403
    assert server.decided() == []


def test_forms_and_other_methods_are_refused(server: Server) -> None:
    with server.client(origin=server.base) as client:
        body = json.dumps(decision(finding(server)))
        for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
            assert client.post("/decide", content=body, headers={"content-type": kind}).status_code == 415
        assert client.put("/decide", content=body).status_code == 405
        assert client.get("/decide").status_code == 405
    assert server.decided() == []


def test_a_request_is_bounded_whether_it_says_so_or_not(server: Server) -> None:
    with server.client(origin=server.base, **{"content-type": "application/json"}) as client:
        assert client.post("/decide", content=b"x" * (LARGEST + 1)).status_code == 413
        stream = (b"x" * 100_000 for _ in range(LARGEST // 100_000 + 2))
        assert client.post("/decide", content=stream).status_code == 413
        assert client.get("/findings", params={"q": "x" * 20_000}).status_code in (400, 414)


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"[]", b"null", b"{}", b'{"decisions": 7}', b'{"decisions": []}', b'{"decisions": [7]}',
        b'{"decisions": [{"conflict": ["x"]}]}', b"[" * 100_000, b"\xff\xfe",
    ],
)  # fmt: skip
def test_nonsense_is_refused_and_writes_nothing(server: Server, body: bytes) -> None:
    with server.client(origin=server.base, **{"content-type": "application/json"}) as client:
        assert client.post("/decide", content=body).status_code == 400
    assert server.decided() == []


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"verdict": "known"}, 400),
        ({"verdict": "suppressed"}, 400),
        ({"verdict": "not-a-conflict"}, 400),
        ({"verdict": "not-a-conflict", "reason": "mood"}, 400),
        ({"reason": "rounding"}, 400),
        ({"conflict": "0" * 16}, 410),
        ({"seen": "2020 somebody confirmed"}, 409),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(
    server: Server, wrong: dict[str, str], status: int
) -> None:
    with server.client(origin=server.base) as client:
        assert client.post("/decide", json=decision(finding(server), **wrong)).status_code == status
    assert server.decided() == []


@pytest.mark.parametrize(
    "path",
    [
        "/static/../server.py", "/static/..%2fserver.py", "/static/%2e%2e/%2e%2e/__init__.py",
        "/static//etc/passwd", "/../../../../etc/passwd", "/document?id=../secret.txt",
        "/document?id=/etc/passwd", "/document.json?id=secret.txt", "/part/document?id=..%2fsecret.txt",
        "/rule/../../../etc/passwd", "/rule/%2e%2e%2fREADME", "/finding/..%2f..%2fsecret.txt.json",
    ],
)  # fmt: skip
def test_no_path_leads_out_of_the_inputs(server: Server, path: str) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.port)  # sends a path as it stands
    connection.request("GET", path, headers={"Authorization": f"Bearer {server.token}"})
    answer = connection.getresponse()
    text = answer.read().decode()
    assert answer.status == 404
    assert "Secret" not in text and "root:" not in text and "import" not in text


def test_every_answer_carries_the_policy(server: Server) -> None:
    with server.client() as client:
        for path in (*PAGES[:-1], "/nowhere", "/finding/none"):
            headers = client.get(path).headers
            policy = headers["content-security-policy"]
            assert "default-src 'none'" in policy and "unsafe" not in policy
            assert "frame-ancestors 'none'" in policy
            assert headers["x-content-type-options"] == "nosniff"
            assert headers["referrer-policy"] == "no-referrer"
            assert headers["cross-origin-resource-policy"] == "same-origin"
            assert headers["cache-control"] == "no-store"


def hostile(folder: Path) -> Path:
    folder.mkdir()
    for name, figure in (("a<b>'\".txt", "21,000"), ("c&d.txt", "42,000")):
        (folder / name).write_text(
            "Title\n\n" + HOSTILE.format(figure=figure) + "\n\n" + "word " * 20_000 + "\n"
        )
    return folder


def test_hostile_texts_are_shown_and_never_run(page: Any, serve: Serve, tmp_path: Path) -> None:
    server = serve(hostile(tmp_path / "texts"))
    opened(page, server.url)
    assert "<script>window.hacked = 1</script>" in page.locator("#finding").inner_text()
    assert "7 * 7" in page.locator("#finding").inner_text()
    page.keyboard.press("o")
    page.wait_for_selector(".whole mark")
    key = page.locator("#finding article").get_attribute("data-id")
    document = page.locator("details[data-document]").first.get_attribute("data-document")
    paths = [
        f"/part/finding/{key}",
        "/overview",
        "/findings",
        "/ledger",
        f"/ledger?{urlencode({'id': document})}",
    ]
    with server.client() as client:
        assert client.get("/document", params={"id": document}).status_code == 200
        for path in paths:
            text = client.get(path).text
            assert "<img src=x" not in text and "<script>window" not in text and "\u202e" not in text
    for path in (*paths[-2:], "/overview", f"/finding/{key}?q=%3Cscript%3Ewindow.hacked=1%3C/script%3E"):
        page.goto(server.base + path)
        page.wait_for_timeout(150)
        assert page.evaluate("() => window.hacked") is None
        assert page.locator("img").count() == 0
    page.goto(server.base + "/findings")
    page.wait_for_selector("#finding article")
    page.keyboard.press("t")
    page.keyboard.type("<img src=x onerror=window.hacked=1>")
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    until(lambda: len(server.decided()) == 1)
    assert page.evaluate("() => window.hacked") is None
    assert page.locator("img").count() == 0
    assert page.wrong == []


def test_the_offline_file_runs_nothing_of_the_texts(page: Any, tmp_path: Path) -> None:
    from factcheck.checker import Checker
    from factcheck.web.live import Live
    from factcheck.web.log import DecisionLog
    from factcheck.web.offline import one_file

    folder = hostile(tmp_path / "texts")
    live = Live((str(folder),), lambda progress: Checker(), DecisionLog(tmp_path / "log"))
    live.read()
    file = tmp_path / "page.html"
    file.write_text(one_file(live, "ann", ()))
    page.goto(file.as_uri())
    page.wait_for_selector(".row")
    page.keyboard.press("j")
    page.wait_for_selector("#finding mark")
    assert "<script>window.hacked = 1</script>" in page.locator("#finding").inner_text()
    assert page.evaluate("() => window.hacked") is None
    assert page.locator("img").count() == 0
    assert page.wrong == []
