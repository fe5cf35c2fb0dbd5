"""Markdown tables, one for each text, for a pull request or a wiki."""

from __future__ import annotations

from factcheck.outputs._standings._words import about, evidence, headline, origin_lines, summary
from factcheck.outputs._words import clean, problem_line
from factcheck.outputs.markdown import safe
from factcheck.record import problem_record
from factcheck.standing import AgainstReport, Standing

HEAD = "| line | claim | about | status | evidence |\n| ---: | --- | --- | --- | --- |\n"


def render(report: AgainstReport) -> str:
    """A headline with the counts, a table for each text, then copies and problems."""
    parts = [f"## factcheck: {summary(report)}\n"]
    for document, own in report.by_document():
        table = HEAD + "".join(_row(one, report) for one in own) if own else "No claim found.\n"
        parts.append(f"\n### {safe(clean(document.source))}\n\n{table}")
    told = origin_lines(report) + [problem_line(problem_record(problem)) for problem in report.problems]
    parts += ["\n", *(f"- {safe(line)}\n" for line in told)] if told else []
    return "".join(parts)


def _row(standing: Standing, report: AgainstReport) -> str:
    claim = standing.claim
    line = report.find(claim.span.document).line_column(claim.span.start)[0]
    told = "<br>".join(safe(f"{label} {words}") for label, words in evidence(standing, report))
    cells = (str(line), safe(clean(claim.text)), safe(about(claim)), safe(headline(standing)), told)
    return f"| {' | '.join(cells)} |\n"
