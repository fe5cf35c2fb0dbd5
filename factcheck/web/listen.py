"""The socket that the page is served on: of this machine only."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError, Problem

if TYPE_CHECKING:
    from starlette.applications import Starlette

ADDRESS = "127.0.0.1"  # nothing but this machine
PORT = 8733  # the same in every run where it is free, so that a browser keeps its settings and links


def bound(port: int | None) -> socket.socket:
    """A socket that listens on this machine only: on `port`, or without one on PORT or any that is free."""
    # Named as TCP, or asyncio leaves Nagle's algorithm on and every answer waits 40 ms.
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    for choice in (port,) if port is not None else (PORT, 0):
        try:
            made.bind((ADDRESS, choice))
            made.listen()
        except OSError as error:
            reason = error.strerror
        else:
            return made
    made.close()
    raise FactcheckError(Problem("usage", f"cannot listen on port {port}: {reason}"))


def serve(app: Starlette, listener: socket.socket) -> None:
    """Answers until it is interrupted."""
    import uvicorn

    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=1
    )
    uvicorn.Server(config).run(sockets=[listener])
