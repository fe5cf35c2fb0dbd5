"""Who may ask: only this machine's browser that was given the token, and only our own pages.

The texts are hostile and so is every other page open in the browser. A request must name this server
in `Host` (no DNS rebinding), carry the token (in a cookie that no script can read, or as a bearer), and
a request that writes must come from our own page (`Origin`). Nothing that a page shows may run.
"""

from __future__ import annotations

import secrets
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST = 2_000_000  # bytes of a request: 2,000 decisions at once with room for notes
LONGEST_ADDRESS = 16_000
READING = ("GET", "HEAD")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}


class TooLarge(Exception):
    """A request of more than LARGEST bytes."""


def new_token() -> str:
    """256 bits that nobody can guess."""
    return secrets.token_urlsafe(32)


class Guard:
    """Middleware: answers what is refused, and adds the headers to everything else."""

    def __init__(self, app: ASGIApp, token: str, port: int) -> None:
        self._app = app
        self._token = token
        self._cookie = f"factcheck_{port}"  # cookies know no ports, and two servers may run
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Checks one request before it is answered."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        refused = self._refused(scope)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await (refused or self._app)(scope, receive, guarded)

    def _refused(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        query = scope["query_string"].decode("latin-1")
        if host not in self._hosts:
            return _no(421, "this server answers only to its own name")
        if len(scope["raw_path"]) + len(query) > LONGEST_ADDRESS:
            return _no(414, "the address is too long")
        if scope["method"] not in (*READING, "POST"):
            return _no(405, "only GET, HEAD and POST")
        if scope["method"] in READING and "token=" in query:
            return self._let_in(scope, query)
        if not self._knows(headers):
            return _no(403, "open the address that `factcheck review` printed: it carries the key")
        if scope["method"] not in READING:
            if headers.get("origin") != f"http://{host}":
                return _no(403, "only the page itself may write")
            if headers.get("content-type", "").partition(";")[0] != "application/json":
                return _no(415, "decisions are sent as application/json")
            length = headers.get("content-length", "0")
            if not length.isdecimal() or int(length) > LARGEST:
                return _no(413, f"a request holds at most {LARGEST:,} bytes")
        return None

    def _let_in(self, scope: Scope, query: str) -> Response:
        """Trades the token in an address for a cookie, so that it stays in no history."""
        given = parse_qsl(query)
        if not any(name == "token" and self._right(value) for name, value in given):
            return _no(403, "this key is not the one of this run; open the address printed last")
        rest = urlencode([(name, value) for name, value in given if name != "token"])
        path = "/" + scope["raw_path"].decode("latin-1").lstrip("/")
        answer = RedirectResponse(path + (f"?{rest}" if rest else ""), 303)
        answer.set_cookie(self._cookie, self._token, httponly=True, samesite="strict", path="/")
        return answer

    def _knows(self, headers: Headers) -> bool:
        kind, _, bearer = headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer" and self._right(bearer.strip()):
            return True
        try:
            cookie = SimpleCookie(headers.get("cookie", "")).get(self._cookie)
        except CookieError:
            return False
        return cookie is not None and self._right(cookie.value)

    def _right(self, given: str) -> bool:
        return secrets.compare_digest(given.encode(), self._token.encode())


async def body(request: Request) -> bytes:
    """The body of a request; TooLarge when it is longer than it may be, whatever it said before."""
    parts = bytearray()
    async for part in request.stream():
        parts += part
        if len(parts) > LARGEST:
            raise TooLarge
    return bytes(parts)


def _no(status: int, why: str) -> Response:
    return PlainTextResponse(f"refused: {why}\n", status)
