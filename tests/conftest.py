"""Fixtures that several tests share; one browser serves all tests of a process."""

from web_page import chromium, page, serve

__all__ = ["chromium", "page", "serve"]
