"""Publication dates and places from datelines and date lines: only where a text says them clearly."""

import pytest

from factcheck.claims.dateline import dateline
from factcheck.model import Document
from factcheck.text.sentences import sentences

BODY = "\n\nThe council met for two hours. Nobody was hurt.\n"


def find(text: str) -> tuple[str | None, str | None, str | None]:
    document = Document(source="a.txt", text=text)
    day, place, span, _ = dateline(document, sentences(document))
    return day, place, text[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("text", "day", "place"),
    [
        ("OSLO, Aug. 15, 2017 (Wire) — A ferry sank.", "2017-08-15", "OSLO"),
        ("OSLO, August 15, 2017 – A ferry sank.", "2017-08-15", "OSLO"),
        ("Bergen, Norway, 15 August 2017 (Wire) - A ferry sank.", "2017-08-15", "Bergen, Norway"),
        ("OSLO/BERGEN, 15 August 2017 (Wire) — A ferry sank.", "2017-08-15", "OSLO/BERGEN"),
        ("OSLO, Aug. 15 (Wire) — A ferry sank.", None, "OSLO"),
        ("OSLO (Wire) — A ferry sank.", None, "OSLO"),
        ("Jun 182016 A ferry sank off Bergen on Friday.", "2016-06-18", None),
        ("Last updated at Jun 182016 BERGEN A ferry sank on Friday with all hands.", "2016-06-18", None),
        ("Jun 992016 A ferry sank off Bergen on Friday.", None, None),
        ("Oslo, 18-07-2016" + BODY, "2016-07-18", "Oslo"),
        ("Ferry sinks off the coast\n\n15 April 2017" + BODY, "2017-04-15", None),
        ("Saturday, April 15, 2017" + BODY, "2017-04-15", None),
        ("2017-04-15" + BODY, "2017-04-15", None),
        ("Published: 15 April 2017, 10:30 GMT" + BODY, "2017-04-15", None),
        ("Posted on April 15, 2017 by admin" + BODY, "2017-04-15", None),
        ("Updated: 16 April 2017\nPublished: 15 April 2017" + BODY, "2017-04-15", None),
        ("Last updated 16 April 2017 at 10:30" + BODY, "2017-04-16", None),
        ("By Ann Lee, 15 April 2017" + BODY, "2017-04-15", None),
        ("A ferry sank off the coast." + BODY * 4 + "\nOslo, 15 April 2017", "2017-04-15", "Oslo"),
    ],
)
def test_found(text: str, day: str | None, place: str | None) -> None:
    assert find(text)[:2] == (day, place)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry was built on 15 April 2017. It was red.",
        "03/04/2016" + BODY,  # 3 April or 4 March
        "Oslo: the minister said on 4 May 2019 that he would go.",
        "On 4 May 2019, a ferry sank — nobody was hurt.",
        "Ferry of 4 May 2019 was late again, says the minister of transport in a long letter" + BODY,
        "",
    ],
)
def test_silent_when_unsure(text: str) -> None:
    assert find(text) == (None, None, None)


def test_the_span_covers_what_was_read() -> None:
    assert find("OSLO, Aug. 15, 2017 (Wire) — A ferry sank.")[2] == "OSLO, Aug. 15, 2017"
    assert find("Published: 15 April 2017" + BODY)[2] == "15 April 2017"
