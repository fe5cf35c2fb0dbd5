"""One HTML file that needs nothing else: no script, no network, readable in print and by readers."""

from __future__ import annotations

from html import escape

from factcheck.jsontypes import ConflictRecord, ReportRecord, SideRecord
from factcheck.outputs._words import (
    as_read,
    clean,
    coverage_line,
    headline,
    open_findings,
    parts,
    place,
    problem_line,
    tally,
    topic,
)

STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
article { border-left: .3rem solid; padding: .1rem 0 .1rem 1rem; margin: 2rem 0; break-inside: avoid; }
.error { border-color: #b3261e; } .warning { border-color: #9a6700; } .note { border-color: #1f6feb; }
blockquote { margin: .2rem 0 1rem; }
mark { background: #ffe08a; color: #000; padding: 0 .15em; }
.place, dl { font-size: .9rem; }
.place { margin-bottom: 0; }
dt { font-weight: bold; }
dd { margin: 0 0 .3rem; }
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def render(report: ReportRecord) -> str:
    """The page."""
    found = tally(open_findings(report)) or "no conflict found"
    problems = "".join(f"<li>{safe(problem_line(problem))}</li>\n" for problem in report["problems"])
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="generator" content="factcheck">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>factcheck: {found}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>factcheck: {found}</h1>\n<p>{safe(coverage_line(report['coverage']))}</p>\n"
        + "".join(_article(conflict) for conflict in open_findings(report))
        + (f"<h2>Problems</h2>\n<ul>\n{problems}</ul>\n" if problems else "")
        + "</main>\n</body>\n</html>\n"
    )


def _article(conflict: ConflictRecord) -> str:
    outcome = "" if conflict["outcome"] == "conflict" else f", {conflict['outcome']}"
    facts = [("Comparable", "; ".join(conflict["comparable"])), ("Likely slip", conflict["slip"])]
    facts += [("To settle it", conflict["settle"]), ("Rule", conflict["rule"]), ("Id", conflict["id"])]
    listed = "".join(f"<dt>{name}</dt><dd>{safe(clean(words))}</dd>\n" for name, words in facts if words)
    return (
        f'<article class="{conflict["severity"]}" id="{safe(conflict["id"])}">\n'
        f"<h2>{conflict['severity']}{outcome}: {safe(topic(conflict))}</h2>\n"
        f"<p>{safe(headline(conflict))}</p>\n"
        + "".join(map(_side, conflict["claims"], as_read(conflict["claims"])))
        + f"<dl>\n{listed}</dl>\n</article>\n"
    )


def _side(side: SideRecord, read: str) -> str:
    before, value, after = (safe(part) for part in parts(side))
    known = " · ".join(
        safe(clean(word)) for word in (side["title"], side["published"], side["speaker"]) if word
    )
    base = f" <small>= {safe(read)}</small>" if read else ""
    return (
        f'<p class="place"><strong>{safe(place(side))}</strong>{f" {known}" if known else ""}</p>\n'
        f"<blockquote>{before}<mark>{value}</mark>{after}{base}</blockquote>\n"
    )


def safe(text: str) -> str:
    """Text as text, in elements and in attributes."""
    return escape(text, quote=True)
