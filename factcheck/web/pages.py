"""Pages out of values: jinja2 templates that escape everything, and the addresses in them."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from factcheck.decisions import Decision
from factcheck.web.live import Live
from factcheck.web.log import DecisionLog
from factcheck.web.view import View
from factcheck.web.words import day

STATIC = ("style.css", "icon.svg", "state.js", "filters.js", "dom.js", "place.js", "backend.js", "keys.js",
          "facets.js", "list.js", "finding.js", "decide.js", "live.js", "main.js", "stale.js")  # fmt: skip
TYPES = {"css": "text/css", "svg": "image/svg+xml", "js": "text/javascript"}


class Links:
    """Addresses of pages: paths on a server, places behind a "#" in one file."""

    def __init__(self, offline: bool = False) -> None:
        self.offline = offline
        self._base = "#/" if offline else "/"

    def findings(self, **facets: str) -> str:
        """The list with filters."""
        return f"{self._base}findings" + (f"?{urlencode(facets)}" if facets else "")

    def finding(self, key: str) -> str:
        """A finding."""
        return f"{self._base}finding/{quote(key, safe='')}"

    def overview(self) -> str:
        """The overview."""
        return f"{self._base}overview"

    def ledger(self, key: str = "", **facets: str) -> str:
        """The ledger of all texts, or of one."""
        if self.offline:
            return f"{self._base}ledger" + (f"/{quote(key)}" if key else "")
        asked = ({"id": key} if key else {}) | facets
        return f"{self._base}ledger" + (f"?{urlencode(asked)}" if asked else "")

    def rule(self, key: str) -> str:
        """A rule."""
        return f"{self._base}rule/{quote(key)}"

    def document(self, key: str) -> str:
        """A whole text."""
        return f"{self._base}document/{quote(key)}" if self.offline else f"/document?{urlencode({'id': key})}"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("factcheck.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["json"] = embedded
    environment.filters["day"] = _day
    return environment


def _day(iso: str) -> Markup:
    """A date with its ISO form for programs."""
    return Markup('<time datetime="{}">{}</time>').format(iso[:10], day(iso)) if iso else Markup("")


def page(template: str, links: Links, **values: Any) -> str:
    """The template filled in. `here` names the page; one with a `revision` tells when it is old."""
    given = {"here": "", "revision": 0, **values}
    return _environment().get_template(template).render(links=links, offline=links.offline, **given)


def rows(view: View, links: Links) -> Markup:
    """The rows of the list, in the report's order."""
    return Markup(page("rows.html", links, rows=view.rows))  # written by our template


def index(live: Live, view: View, revision: int) -> dict[str, Any]:
    """What the list's script knows of the findings."""
    from factcheck import __version__

    return {
        "rows": view.rows,
        "base": {key: [line(each) for each in lines] for key, lines in live.base.items()},
        "reopened": {key: line(decision) for key, decision in live.reopened().items()},
        "tool": f"factcheck {__version__}",
        "revision": revision,
    }


def tail(log: DecisionLog, epoch: int = -1, start: int = 0) -> dict[str, Any]:
    """The lines of the log from some place on, as the script takes them."""
    found = log.since(epoch, start)
    return {"epoch": found.epoch, "next": found.next, "lines": [line(decision) for decision in found.lines]}


def line(decision: Decision | None) -> dict[str, str] | None:
    """A decision as the page shows it."""
    if decision is None:
        return None
    names = ("conflict", "verdict", "reason", "note", "who", "when", "subject")
    return {name: getattr(decision, name) for name in names}


def embedded(value: Any) -> Markup:
    """JSON inside a page: no character in it can end the element that it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for mark in "<>&\u2028\u2029":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return Markup(text)


@cache
def static(name: str) -> str:
    """A file of the page itself, one of STATIC; KeyError for any other name."""
    if name not in STATIC:
        raise KeyError(name)
    return (files("factcheck.web") / "static" / name).read_text("utf-8")
