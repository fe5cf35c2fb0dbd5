"""The texts with every claim marked by its status; one offline file without script.

Each mark has a symbol, so that nothing is told by colour alone, and the number of the row in the
table below the text that tells what its status rests on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.model import Document
from factcheck.outputs._standings._words import about, evidence, headline, origin_lines, summary
from factcheck.outputs._words import UNSAFE, clean, problem_line
from factcheck.outputs.html import POLICY, safe
from factcheck.record import problem_record
from factcheck.standing import STATUSES, AgainstReport, Standing, Status

SYMBOLS: dict[Status, str] = {
    "contradicted": "✗", "differs": "≠", "single-source": "○", "supported": "✓", "unchecked": "?",
}  # fmt: skip
STYLE = """
:root { color-scheme: light dark; --line: #8888; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.35rem; } h2 { font-size: 1.15rem; margin-top: 3rem; overflow-wrap: anywhere; }
.text {
  white-space: pre-line; overflow-wrap: anywhere; font: 1.0625rem/1.7 Charter, Georgia, "Noto Serif", serif;
  border-left: .25rem solid var(--line); padding-left: 1rem; max-width: 44rem;
}
mark { color: inherit; background: none; border-bottom: .15em solid; }
.contradicted { border-color: #c9352b; border-bottom-style: double; border-bottom-width: .3em; }
.differs { border-color: #b07a00; } .single-source { border-color: #2f79e0; }
.supported { border-color: #2c944b; }
.unchecked { border-color: #888; border-bottom: .1em dotted; }
sup { line-height: 0; font: .7em system-ui, sans-serif; }
sup a { text-decoration: none; padding: 0 .15em; color: inherit; }
.table { overflow-x: auto; margin-top: 1rem; }
table { border-collapse: collapse; font-size: .875rem; width: 100%; }
td, th { border-bottom: 1px solid var(--line); padding: .3rem .75rem .3rem 0; }
td, th { text-align: left; vertical-align: top; }
td:first-child { font-variant-numeric: tabular-nums; }
tr:target { background: #ffd54a44; }
td ul { margin: 0; padding-left: 1.1rem; }
@media print { body { max-width: none; margin: 0; } tr { break-inside: avoid; } }
"""


def render(report: AgainstReport) -> str:
    """The page."""
    told = summary(report)
    key = ", ".join(f"{SYMBOLS[status]} {status}" for status in STATUSES)
    listed = origin_lines(report) + [problem_line(problem_record(problem)) for problem in report.problems]
    notes = "".join(f"<li>{safe(line)}</li>\n" for line in listed)
    sections: list[str] = []
    before = 0
    for document, own in report.by_document():
        sections.append(_section(document, own, before, report))
        before += len(own)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="generator" content="factcheck">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>factcheck: {safe(told)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>factcheck: {safe(told)}</h1>\n<p>{safe(key)}</p>\n"
        + "".join(sections)
        + (f"<h2>Notes</h2>\n<ul>\n{notes}</ul>\n" if notes else "")
        + "</main>\n</body>\n</html>\n"
    )


def _section(document: Document, own: Sequence[Standing], before: int, report: AgainstReport) -> str:
    rows = "".join(_row(number, standing, report) for number, standing in enumerate(own, before + 1))
    heads = "".join(f"<th>{name}</th>" for name in ("No.", "Claim", "About", "Status", "Evidence"))
    table = (
        '<div class="table" tabindex="0" role="region" aria-label="Claims"><table>\n'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table></div>\n"
    )
    return (
        f"<section>\n<h2>{safe(clean(document.source))}</h2>\n"
        f'<div class="text">{"".join(_marked(document.text, own, before))}</div>\n'
        f"{table if own else ''}</section>\n"
    )


def _marked(text: str, own: Sequence[Standing], before: int) -> Iterator[str]:
    """The text with its claims marked. Where claims overlap (a figure in a quotation), each stretch
    shows the status of the claim that began last; the numbers stand where each claim ends."""
    starting: dict[int, list[int]] = {}
    ending: dict[int, list[int]] = {}
    for number, standing in enumerate(own):
        starting.setdefault(standing.claim.span.start, []).append(number)
        ending.setdefault(standing.claim.span.end, []).append(number)
    open_now: list[int] = []
    at = 0
    for cut in sorted({*starting, *ending, len(text)}):
        if cut > at:
            piece = safe(UNSAFE.sub("�", text[at:cut]))
            yield f'<mark class="{own[open_now[-1]].status}">{piece}</mark>' if open_now else piece
        for number in ending.get(cut, ()):
            open_now.remove(number)
            status = own[number].status
            row = number + before + 1
            yield f'<sup><a href="#c{row}" title="{status}">{SYMBOLS[status]}{row}</a></sup>'
        longest_first = sorted(starting.get(cut, ()), key=lambda number: -own[number].claim.span.end)
        open_now += longest_first
        at = cut


def _row(number: int, standing: Standing, report: AgainstReport) -> str:
    told = Counter(f"{label}: {words}" for label, words in evidence(standing, report))
    items = "".join(f"<li>{safe(line)}</li>" for line in told)
    status = standing.status
    return (
        f'<tr id="c{number}"><td>{number}</td><td>{safe(clean(standing.claim.text))}</td>'
        f"<td>{safe(about(standing.claim))}</td>"
        f'<td><mark class="{status}">{SYMBOLS[status]} {safe(headline(standing))}</mark></td>'
        f"<td>{f'<ul>{items}</ul>' if items else ''}</td></tr>\n"
    )
