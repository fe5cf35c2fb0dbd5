"""The same page as one file: findings, texts and rules inside it, decisions kept by the browser."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from factcheck.rulebook.rule import Rule
from factcheck.web import ledger, pages
from factcheck.web.live import Live
from factcheck.web.overview import overview
from factcheck.web.view import View

# Modules are joined in this order, so that each stands behind those it imports.
MODULES = tuple(name for name in pages.STATIC if name.endswith(".js") and name != "stale.js")
IMPORT = re.compile(r"^import [^;]*;\n", re.MULTILINE)
EXPORT = re.compile(r"^export ", re.MULTILINE)


def one_file(live: Live, who: str, rules: Iterable[Rule]) -> str:
    """The page with everything in it. Nothing in it may run or load but what its hashes name."""
    view = live.view
    assert view is not None
    links = pages.Links(offline=True)
    found = {conflict["rule"] for conflict in view.record["conflicts"]}
    documents = sorted({side["document"] for each in view.record["conflicts"] for side in each["claims"]})
    others: list[tuple[str, str, dict[str, Any]]]
    others = [(f"finding-{key}", "finding.html", {"finding": view.finding(key)}) for key in view.conflicts]
    others += [(f"document-{key}", "document.html", {"document": view.document(key)}) for key in documents]
    others += [(f"rule-{rule.id}", "rule.html", {"rule": rule}) for rule in rules if rule.id in found]
    others += [("overview", "overview.html", overview(view))]
    others += _ledger(live, view)
    style, script = pages.static("style.css"), joined()
    return pages.page(
        "workspace.html",
        links,
        rows=pages.rows(view, links),
        index=pages.index(live, view, live.revision),
        log=pages.tail(live.log),
        problems=[str(problem) for problem in live.problems()],
        who=who,
        report=hashlib.sha256("".join(sorted(view.conflicts)).encode()).hexdigest()[:12],
        others=[(name, Markup(pages.page(made, links, **values))) for name, made, values in others],
        style=Markup(style),
        script=Markup(script),
        policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; "
        "form-action 'none'",
    )


def _ledger(live: Live, view: View) -> list[tuple[str, str, dict[str, Any]]]:
    """The index of the ledger and a page for each text."""
    report = view.standings(ledger.dismissed(live.held()))
    counts = ledger.counts(list(report.standings))
    first = {"lines": ledger.index(report, view.names), "counts": counts}
    each = [
        (
            f"ledger-{document.id}",
            "ledger_text.html",
            {"page": ledger.page(report, document.id, view.text(document.id), view.names), "only": ""},
        )
        for document in report.documents
    ]
    return [("ledger", "ledger.html", first), *each]


def joined() -> str:
    """All modules as one script; their top-level names differ, which a test checks."""
    return "".join(EXPORT.sub("", IMPORT.sub("", pages.static(name))) for name in MODULES)


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
