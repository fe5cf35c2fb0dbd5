"""Manuals of several pages: one statement in other words, in prose, list and table, under its headings."""

from __future__ import annotations

import pytest

import factcheck
from factcheck.claims.phrasing import counted, terms
from factcheck.inputs import html, markdown


def page(text: str, at: int = 0) -> factcheck.Document:
    """A page of the manual of Kelda, in Markdown."""
    (document,) = markdown.read(text.encode(), f"kelda/{at}.md")
    assert isinstance(document, factcheck.Document)
    return document


def found(*pages: str) -> list[tuple[str, ...]]:
    """The values that stand against each other, finding by finding, in pages that all name Kelda."""
    documents = [page(f"Kelda sorts your letters.\n\n{text}", at) for at, text in enumerate(pages)]
    return [tuple(claim.text for claim in each.claims) for each in factcheck.check(documents).conflicts]


def table(head: str, *rows: str) -> str:
    return "\n".join([head, "| --- | --- |", *rows])


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        ("Drafts are kept for 30 days.", "Draft retention is 14 days.", ("30 days", "14 days")),
        ("Drafts are deleted after 30 days.", "Kelda keeps a draft for 14 days.", ("30 days", "14 days")),
        ("Letters can be recalled within 20 hours.", "Recalling a letter is possible for 30 hours.", None),
        ("You need at least 8 GB of memory.", "- RAM: 4 GB or more", ("at least 8 GB", "4 GB or more")),
        ("It needs 8 GB of memory and 20 GB of disk space.", "- Disk space: 40 GB", ("20 GB", "40 GB")),
        ("The outbox listens on port 7100.", table("| Part | Port |", "| Outbox | 7200 |"), ("7100", "7200")),
        (
            "Up to 40 clerks can be connected.",
            table("| Item | Limit |", "| Connected clerks | 60 |"),
            ("Up to 40 clerks", "60"),
        ),
        (
            "- `kept`: number of copies of a letter. Default: 3.",
            "By default 5 copies of a letter are kept.",
            None,
        ),
        ("## Sorting\n\n- `batch`: Default: 512.", "## Sorting\n\n- `batch`: Default: 256.", ("512", "256")),
        ("Letters expire after 60 days.", "Letters expire after 90 days unless a clerk says no.", None),
        ("A folder may hold up to 50 letters.", "A folder holds at most 80 letters.", None),
        ("A password must have at least 10 characters.", "Passwords are at least 12 characters long.", None),
        ("The Scale plan costs €199.", table("| Plan | Price |", "| Scale | €249 |"), ("€199", "€249")),
    ],
)  # fmt: skip
def test_one_statement_in_other_words_clashes(
    first: str, second: str, values: tuple[str, ...] | None
) -> None:
    clashes = found(first, second)
    assert len(clashes) == 1
    assert values is None or clashes == [values]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Drafts are kept for 30 days.", "Draft retention is 30 days."),
        ("Drafts are kept for 30 days.", "In trial mode drafts are kept for 7 days."),
        ("Drafts are kept for 30 days.", "Old drafts of a team are kept for 90 days."),
        ("## Sorting\n\n- `batch`: Default: 512.", "## Printing\n\n- `batch`: Default: 64."),
        ("- `batch`: Default: 512.", "- `batch`: Maximum: 4096."),
        ("## Version 2.3\n\nDrafts are kept for 30 days.", "## Version 2.4\n\nDrafts are kept for 60 days."),
        ("## Version 2.3\n\nDrafts are kept for 30 days.", "Draft retention is 60 days."),
        ("See Listing 3-5 for the code of the sorter.", "See Listing 4-12 for the code of the sorter."),
        ("The sorter is shown in Chapter 3.", "The sorter is shown in Chapter 12."),
        ("The sorter, see RFC 5321, is strict.", "The sorter, see RFC 6409, is strict."),
        ("The code of the sorter prints 50.", "The code of the sorter prints 12."),
        ("The sorter takes two parameters.", "## Printing\n\nThe printer takes one parameter."),
        (table("| Service | Port |", "| Outbox | 7100 |"), table("| Service | Port |", "| Inbox | 7200 |")),
        ("The top speed of the belt is 3 m/s.", "The mean speed of the belt is 1 m/s."),
        (table("| Item | Value |", "| Charging time 0–100% | 4.5 h |"), "Charging to 80% takes 2.5 hours."),
        ("A round with 4 kg takes 45 minutes.", "With 9 kg a round takes 70 minutes."),
        (
            "The sorter is 85 cm high and 58 deep.",
            "Leave 5 cm behind the sorter and plan with a depth of 63 cm.",
        ),
        ("A belt lasts for 9,000 letters.", "The belt in the box is good for 2,000 letters."),
        ("The energy consumption of Kelda is 148 kWh.", "In our test office Kelda used 171 kWh in a year."),
        ("Kelda carries 84 passengers.", "On the busiest trip 79 passengers were counted on Kelda."),
        (
            "Kelda Camp costs 420 €.",
            "# Kelda Camp: sailing week\n\nThe sailing week at Kelda Camp costs 510 €.",
        ),
        ("The tail of a letter is 6 cm long.", "A kite flies in the wind. In all, its tail measures 9 cm."),
    ],
)
def test_statements_of_other_things_do_not(first: str, second: str) -> None:
    assert not found(first, second)


def test_a_page_that_names_no_product_is_of_its_folder() -> None:
    told = [f"# Kelda {topic}\n\nKelda sorts your letters." for topic in ("overview", "setup", "billing")]
    pages = [*told, "Drafts are kept for 30 days.", "Draft retention is 14 days."]
    documents = [page(text, at) for at, text in enumerate(pages)]
    assert len(factcheck.check(documents).conflicts) == 1
    apart = [*documents[:4], factcheck.Document(source="moss/0.md", text=pages[4])]
    assert not factcheck.check(apart).conflicts


def test_what_is_left_out_is_counted() -> None:
    pages = [
        f"## {name}\n\n- `batch`: how many letters. Default: {size}."
        for name, size in (("Sorting", 512), ("Printing", 64))
    ]
    documents = [page(f"Kelda sorts your letters.\n\n{text}", at) for at, text in enumerate(pages)]
    assert factcheck.check(documents).coverage.not_comparable["different-section"] == 1


def test_a_paragraph_of_html_is_one_whatever_its_lines() -> None:
    text = "<h1>Kelda</h1><p>Drafts are\nkept for 30\ndays in all.</p>"
    (document,) = html.read(f"<html><body><article>{text}</article></body></html>".encode(), "kelda.html")
    assert isinstance(document, factcheck.Document)
    assert "Drafts are kept for 30 days in all." in document.text


def test_a_short_form_in_capitals_holds_no_title() -> None:
    document = factcheck.Document(source="a.txt", text="These methods belong to the general API of Kelda.")
    assert not [claim for claim in factcheck.extract(document) if claim.kind == "title"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("retained", "kept"), ("connection", "connect"), ("delivery", "delivered"), ("photos", "picture")],
)
def test_a_verb_its_noun_and_synonyms_are_one(one: str, other: str) -> None:
    assert terms([one]) == terms([other]) != frozenset() or terms([one]) == terms([other]) == frozenset()


@pytest.mark.parametrize(
    ("label", "noun"),
    [("number of letters to sort", "letters"), ("connected clerks", "clerks"), ("limit", ""), ("batch", "")],
)
def test_a_label_says_what_is_counted(label: str, noun: str) -> None:
    assert counted(label.split()) == noun


@pytest.mark.parametrize(
    ("entry", "attribute"),
    [
        ("Range: 900 km", "range"),
        ("**Service speed:** 19 knots", "speed"),
        ("| | |\n|---|---|\n| Weight with 1 box | 43 kg |", "weight"),
        ("Remarks: 43 kg", "remark"),  # the vocabulary has no such property
    ],
)
def test_a_label_names_the_property_of_a_measure(entry: str, attribute: str) -> None:
    document = factcheck.Document(source="sheet.txt", text=f"# Sheet\n\n{entry}\n")
    assert [claim.attribute for claim in factcheck.extract(document) if claim.kind == "quantity"] == [
        attribute
    ]
