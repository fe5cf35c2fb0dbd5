"""Names as claims, for what compares how something is called."""

from __future__ import annotations

from factcheck.claims.profile import Named
from factcheck.claims.row import Row
from factcheck.model import Claim, Span, Wording

NAME = "name"  # kind


def row(
    named: Named, number: int, document: str, *, subject: str = "", attribute: str = NAME, noun: str = ""
) -> Row:
    """A name in document `number` as a claim on how `subject`, else what bears the name, is called.

    `noun`: what is named so, by which a rule is chosen.
    """
    claim = Claim(
        id=f"{document}:{named.start}-{named.end}:{NAME}",
        kind=NAME,
        subject=subject or named.text,
        attribute=attribute,
        value=Wording(named.text),
        canonical=Wording(named.text),
        span=Span(document, named.start, named.end),
        sentence=Span(document, *named.sentence),
        text=named.text,
    )
    return Row(claim, -1, NAME, NAME, attribute, head=noun, subject=claim.subject, document=number)


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """About the sentence around a stretch of a text: from the last point or line to the next."""
    line = text.rfind("\n", 0, start) + 1
    point = text.rfind(". ", line, start)
    stops = (at + 1 for mark in (". ", "\n") if (at := text.find(mark, end)) >= 0)
    return (line if point < 0 else point + 2), min(stops, default=len(text))
