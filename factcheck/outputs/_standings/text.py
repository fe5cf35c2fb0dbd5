"""A claim a line with its status, what it rests on below it."""

from __future__ import annotations

from factcheck.outputs._standings._words import about, evidence, headline, origin_lines, place, summary
from factcheck.outputs._words import UNSAFE, clean
from factcheck.standing import AgainstReport


def render(report: AgainstReport) -> str:
    """All claims in the order of the texts, then copies, problems and the counts."""
    lines: list[str] = []
    for standing in report.standings:
        claim = standing.claim
        lines.append(f"{place(claim, report)}  {headline(standing)}  {about(claim)}: [[{clean(claim.text)}]]")
        lines += [f"    {label}: {words}" for label, words in evidence(standing, report)]
    lines += ["", *origin_lines(report)] if report.origins else []
    for problem in report.problems:
        lines += ["", *(f"problem  {UNSAFE.sub('�', line)}" for line in str(problem).split("\n"))]
    return "\n".join([*lines, "", summary(report)]) + "\n"
