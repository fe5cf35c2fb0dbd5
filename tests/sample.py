"""A report made by hand: every outcome and severity, three sources, and text that hurts formats."""

from __future__ import annotations

from decimal import Decimal

from factcheck.errors import Problem
from factcheck.model import (
    Agreement,
    Claim,
    Conflict,
    Coverage,
    Document,
    Interval,
    NotComparable,
    Report,
    RuleNote,
    Span,
    Value,
    Wording,
)

NEWS = Document(
    source="news/harbour.txt",
    title="Kestrel <drone> & co.",
    published="2025-08-15",
    text=(
        'The Kestrel drone flies 900 km, says <script>alert("1")</script> its maker.\n\n'
        "The storm left\nat least 12 people\ndead, the mayor told reporters. | a, b; %0A ::error::\n\n"
        "“We have made great strides here,” Ann Example said.\n"
    ),
)
SHEET = Document(
    source="docs/data sheet.md",
    text="Kestrel: range 560 km (900 miles).\n\nThe storm killed 31 people.\n",
)
WIRE = Document(
    source="https://example.org/wire?a=1&b=2",
    url="https://example.org/wire?a=1&b=2",
    published="2025-08-17T09:00:00+02:00",
    text=(
        "The Kestrel reaches about 560 miles.\n\nRescuers count 9 dead.\n\n"
        "“We made very great strides here,” said Example.\n"
    ),
)


def claim(
    document: Document, words: str, kind: str, value: Value, sentence: str = "", **more: object
) -> Claim:
    start = document.text.index(words)
    whole = sentence or words
    begin = document.text.index(whole)
    span = Span(document.id, start, start + len(words))
    fields = {"subject": "", "attribute": "", **more}
    return Claim(
        id=f"{document.source}:{start}",
        kind=kind,
        value=value,
        span=span,
        sentence=Span(document.id, begin, begin + len(whole)),
        **fields,  # type: ignore[arg-type]
    )


def km(value: str, unit: str = "kilometer", bound: str = "exact") -> Interval:
    return Interval(Decimal(value), Decimal(value), unit, bound, digits=2)  # type: ignore[arg-type]


def report() -> Report:
    news, sheet, wire = NEWS, SHEET, WIRE
    kestrel = {"subject": "Kestrel", "attribute": "range"}
    first = news.text.split("\n")[0]
    range_news = claim(news, "900 km", "quantity", km("900"), first, canonical=km("900"), **kestrel)
    range_sheet = claim(
        sheet, "560 km", "quantity", km("560"), sheet.text.split("\n")[0], canonical=km("560"), **kestrel
    )
    range_wire = claim(
        wire,
        "about 560 miles",
        "quantity",
        km("560", "mile", "approx"),
        wire.text.split("\n")[0],
        canonical=km("901.23264"),
        **kestrel,
    )
    miles_sheet = claim(
        sheet,
        "900 miles",
        "quantity",
        km("900", "mile"),
        sheet.text.split("\n")[0],
        canonical=km("1448.4096"),
        **kestrel,
    )
    storm = {"subject": "storm", "attribute": "killed"}
    toll = Interval(Decimal(12), None, "person", "at_least")
    toll_news = claim(
        news,
        "at least 12 people",
        "count",
        toll,
        "The storm left\nat least 12 people\ndead, the mayor told reporters.",
        speaker="mayor",
        **storm,
    )
    toll_sheet = claim(
        sheet, "31 people", "count", km("31", "person"), "The storm killed 31 people.", **storm
    )
    toll_wire = claim(
        wire, "9 dead", "count", km("9", "person"), "Rescuers count 9 dead.", speaker="rescuers", **storm
    )
    said = {"subject": "Ann Example", "attribute": "quotation", "speaker": "Ann Example"}
    quote_news = claim(
        news, "We have made great strides here", "quote", Wording("We have made great strides here"), **said
    )
    quote_wire = claim(
        wire, "We made very great strides here", "quote", Wording("We made very great strides here"), **said
    )
    conflicts = (
        Conflict(
            "c0ffee01",
            "vehicles/range",
            "conflict",
            "error",
            "Kestrel",
            "range",
            (range_news, range_sheet, range_wire),
            "range of Kestrel: 900 km against 560 km",
            slip="kilometres for miles",
            comparable=("same subject: Kestrel", "same attribute: range"),
            settle="the maker's data sheet",
        ),
        Conflict(
            "c0ffee02",
            "people/killed",
            "revised",
            "warning",
            "storm",
            "killed",
            (toll_news, toll_sheet),
            "12 killed, later 31",
        ),
        Conflict(
            "c0ffee03",
            "people/killed",
            "spread",
            "note",
            "storm",
            "killed",
            (toll_news, toll_wire),
            "",
        ),
        Conflict(
            "c0ffee04",
            "quotes/wording",
            "conflict",
            "warning",
            "Ann Example",
            "quotation",
            (quote_news, quote_wire),
            "one quotation in two wordings",
            settle="a recording",
        ),
        Conflict(
            "c0ffee05",
            "units/dual",
            "conflict",
            "note",
            "Kestrel",
            "range",
            (range_sheet, miles_sheet),
            "560 km is not 900 miles",
        ),
    )
    return Report(
        documents=(sheet, wire, news),
        claims=(
            range_news,
            toll_news,
            quote_news,
            range_sheet,
            miles_sheet,
            toll_sheet,
            range_wire,
            toll_wire,
            quote_wire,
        ),
        conflicts=conflicts,
        coverage=Coverage(3, 7, 9, 6, 1, 5, {"different-subject": 2, "different-time": 1}, 4, 2),
        problems=(
            Problem("empty", "there is no text in it", "news/empty.txt"),
            Problem(
                "json",
                "not valid JSON: Expecting value",
                "feed.jsonl",
                3,
                14,
                "this line was left out",
                '{"text": "a", }',
            ),
            Problem("suppression", "unused: it settles no finding of units/dual", "news/harbour.txt", 2, 1),
        ),
        not_comparable=(NotComparable(toll_sheet, toll_wire, "different-time", "2025-08-15 and 2025-08-17"),),
        agreements=(
            Agreement("people/killed", "storm", "killed", (toll_sheet, toll_wire)),
            Agreement("vehicles/range", "Kestrel", "range", (miles_sheet, range_wire)),
        ),
        rules=(RuleNote("vehicles/range", "Range of a vehicle", "A vehicle has one range."),),
    )
