"""The report an editor reads: both sentences with the values marked, and what would settle it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.errors import Problem
from factcheck.jsontypes import ConflictRecord, ReportRecord, SideRecord
from factcheck.outputs._words import (
    UNSAFE,
    as_read,
    clean,
    count,
    coverage_line,
    decided,
    headline,
    open_findings,
    parts,
    place,
    tally,
    topic,
)

if TYPE_CHECKING:
    from rich.console import Console

ROOM = 300  # code points of a sentence that are shown before and after the value
# A line is its indentation and its pieces, each with a style: a severity, "mark", "dim", "strong" or "".
Piece = tuple[str, str]
Line = tuple[int, list[Piece]]
BLANK: Line = (0, [])
STYLES = {
    "error": "bold red",
    "warning": "bold yellow",
    "note": "bold cyan",
    "mark": "bold underline",
    "dim": "dim",
    "strong": "bold",
}


def render(report: ReportRecord) -> str:
    """Plain text; values stand in [[…]], lines are as long as they are."""
    return "".join(f"{' ' * indent}{''.join(map(_plain, pieces))}\n" for indent, pieces in lines(report))


def show(report: ReportRecord, console: Console) -> None:
    """The same on a terminal: wrapped, values underlined where there are colours."""
    from rich.padding import Padding
    from rich.text import Text

    coloured = not console.no_color and console.color_system is not None
    for indent, pieces in lines(report):
        text = Text()
        for piece in pieces:
            words, style = piece
            text.append(words if coloured else _plain(piece), STYLES.get(style, ""))
        console.print(
            Padding(text, (0, 0, 0, indent), expand=False), soft_wrap=False, highlight=False, markup=False
        )


def lines(report: ReportRecord) -> Iterator[Line]:
    """All lines of the report."""
    for conflict in open_findings(report):
        yield from _conflict(conflict)
        yield BLANK
    for group in report["agreements"]:
        yield 0, [("in agreement", "strong"), (f"  {group['rule']}", "dim")]
        for side in group["claims"]:
            yield 2, [(place(side), "dim"), ("  ", ""), *_sentence(side)]
    if report["agreements"]:
        yield BLANK
    for pair in report["not_comparable"]:
        first, second = pair["claims"]
        detail = f" ({clean(pair['detail'])})" if pair["detail"] else ""
        yield 0, [("not comparable", "strong"), (f"  {pair['reason']}{detail}", "")]
        for side in (first, second):
            yield 2, [(place(side), "dim"), ("  ", ""), *_sentence(side)]
    if report["not_comparable"]:
        yield from _unlisted(report)
        yield BLANK
    for problem in report["problems"]:
        for number, words in enumerate(str(Problem(**problem)).split("\n")):
            yield 0, [("         " if number else "problem  ", "warning"), (UNSAFE.sub("\ufffd", words), "")]
    if report["problems"]:
        yield BLANK
    yield 0, [(tally(open_findings(report)) or "No conflict found", "strong")]
    settled = len(report["conflicts"]) - len(open_findings(report))
    if settled:
        yield 0, [(f"settled by decisions: {count(settled, 'finding')}", "")]
    yield 0, [(f"checked: {coverage_line(report['coverage'])}", "")]


def _unlisted(report: ReportRecord) -> Iterator[Line]:
    """What was counted as not comparable without being looked at pair by pair."""
    left = Counter(report["coverage"]["not_comparable"])
    left.subtract(pair["reason"] for pair in report["not_comparable"])
    told = ", ".join(f"{number:,} {reason}" for reason, number in left.items() if number > 0)
    if told:
        yield 0, [("counted without a list  ", "strong"), (told, "")]


def _conflict(conflict: ConflictRecord) -> Iterator[Line]:
    severity = conflict["severity"]
    yield 0, [(severity, severity), (f"  {topic(conflict)}", "strong"), (f"  {_label(conflict)}", "dim")]
    yield 2, [(headline(conflict), "")]
    for side, value in zip(conflict["claims"], as_read(conflict["claims"]), strict=True):
        known = [clean(word) for word in (side["title"], side["published"]) if word]
        speaker = [f"says {clean(side['speaker'])}"] if side["speaker"] else []
        yield BLANK
        yield 2, [(place(side), "strong"), ("".join(f"  {word}" for word in known + speaker), "dim")]
        yield 4, _sentence(side)
        if value:
            yield 4, [(f"= {value}", "dim")]
    yield BLANK
    if conflict["comparable"]:
        yield 2, [("comparable: ", "dim"), ("; ".join(clean(why) for why in conflict["comparable"]), "")]
    if conflict["slip"]:
        yield 2, [("likely slip: ", "dim"), (clean(conflict["slip"]), "")]
    if conflict["settle"]:
        yield 2, [("to settle it: ", "dim"), (clean(conflict["settle"]), "")]
    if conflict["decision"]:
        past = "was, for other values: " if conflict["state"] == "reopened" else ""
        yield 2, [("decision: ", "dim"), (past + decided(conflict), "")]
    yield 2, [("id: ", "dim"), (conflict["id"], "")]


def _label(conflict: ConflictRecord) -> str:
    outcome = conflict["outcome"]
    return conflict["rule"] if outcome == "conflict" else f"{conflict['rule']}, {outcome}"


def _sentence(side: SideRecord) -> list[Piece]:
    before, value, after = parts(side, ROOM)
    return [(before, ""), (value, "mark"), (after, "")]


def _plain(piece: Piece) -> str:
    words, style = piece
    return f"[[{words}]]" if style == "mark" else words
