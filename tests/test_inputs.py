"""Files, folders, globs and standard input become documents whose offsets lead back to the file."""

from __future__ import annotations

import io
import json
import os
import re
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import decisions
from factcheck.checker import check
from factcheck.inputs import UNREAD, gather
from factcheck.inputs._dates import iso
from factcheck.inputs._find import File
from factcheck.model import Document
from factcheck.outputs import render
from factcheck.record import claim_record, report_record
from factcheck.registry import get


def one(path: Path) -> Document:
    documents, problems, _ = gather([path])
    assert not problems, problems
    (document,) = documents
    return document


def codes(*paths: object) -> list[str]:
    return [problem.code for problem in gather([str(path) for path in paths]).problems]


def assert_words_lead_back(document: Document, raw: str, exempt: tuple[str, ...] = ()) -> None:
    """Every word of the text stands at its line and column of the file."""
    lines = raw.split("\n")
    wrong = []
    for match in re.finditer(r"\w+", document.text):
        line, column = document.line_column(match.start())
        if lines[line - 1][column - 1 :][: len(match[0])] != match[0]:
            wrong.append((match[0], line, column))
    assert [word for word, _, _ in wrong] == list(exempt), wrong


# ---- paths


def test_folder_glob_and_file_give_each_file_once_sorted(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.md", "sub/c.txt", ".hidden.txt", "picture.png"):
        (tmp_path / name).write_text("Some words.", encoding="utf-8")
    paths = [f"{tmp_path}/*.txt", str(tmp_path), f"{tmp_path}/b.txt", f"{tmp_path}/sub/../b.txt"]
    found = [document.source for document in gather(paths).documents]
    assert found == [f"{tmp_path}/a.md", f"{tmp_path}/b.txt", f"{tmp_path}/sub/c.txt"]
    assert gather(reversed(paths)) == gather(paths)
    assert codes(*paths) == []


def test_a_path_is_shown_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Some words.", encoding="utf-8")
    assert [document.source for document in gather(["./a.txt"]).documents] == ["./a.txt"]
    assert [document.source for document in gather(["."]).documents] == ["a.txt"]


def test_what_factcheck_wrote_is_left_out_of_folders(tmp_path: Path) -> None:
    texts = ["The tower is 50 m high.", "The tower is 60 m high."]
    report = check([Document(source=f"{number}.txt", text=text) for number, text in enumerate(texts)])
    assert report.conflicts
    known = [decisions.on(conflict, report, "known") for conflict in report.conflicts]
    decisions.append(tmp_path / "known.jsonl", known)
    for form, name in (("jsonl", "report.jsonl"), ("html", "report.html")):
        (tmp_path / name).write_text(render(report_record(report), form), encoding="utf-8")
    claim = claim_record(report.claims[0], report.documents[0])
    (tmp_path / "claims.jsonl").write_text(json.dumps(claim), encoding="utf-8")
    (tmp_path / "a.jsonl").write_text('{"text": "Some words.", "verdict": "x"}', encoding="utf-8")
    gathered = gather([str(tmp_path)])
    assert [document.source for document in gathered.documents] == [f"{tmp_path}/a.jsonl#1"]
    assert (gathered.problems, gathered.excluded) == ((), 4)
    assert codes(str(tmp_path / "known.jsonl")) == ["json"]  # named itself, it is read


def test_a_name_of_undecodable_bytes_can_be_printed(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(name)).write_text("Some words.", encoding="utf-8")
    (document,) = gather([tmp_path]).documents
    assert document.source.endswith("caf\\xe9.txt")
    document.source.encode("utf-8")


@pytest.mark.parametrize(
    ("content", "format_", "text"),
    [
        (b"Plain words.", "txt", "Plain words."),
        (b'{"text": "Words of a feed."}\n', "jsonl", "Words of a feed."),
        (b"<!DOCTYPE html><html><body><p>Words of a page.</p></body></html>", "html", "Words of a page."),
    ],
)
def test_standard_input_is_told_by_how_it_begins(
    content: bytes, format_: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    (document,) = gather(["-"]).documents
    assert document.text == text
    assert document.source == ("<stdin>#1" if format_ == "jsonl" else "<stdin>")


# ---- bad input


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.md", b" \n\t\n", "empty"),
        ("only-code.md", b"```\nx = 1\n```\n", "empty"),
        ("binary.txt", b"\x7fELF\0\0\1", "binary"),
        ("utf16-without-mark.txt", "Words".encode("utf-16-le"), "binary"),
        ("latin.txt", "A café".encode("latin-1"), "encoding"),
        ("cut.txt", "\ufeffWords".encode("utf-16-le") + b"\x00", "encoding"),
        ("lines.jsonl", b"", "empty"),
        ("lines2.jsonl", b"[" * 100_000, "json"),
        ("page.html", b"<html><body></body></html>", "no-text"),
        ("page2.html", b'<meta charset="klingon"><p>Words</p>', "encoding"),
    ],
)
def test_bad_files_are_problems_and_the_others_are_read(
    name: str, content: bytes, code: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text("Good words.", encoding="utf-8")
    documents, problems, _ = gather([tmp_path])
    assert [document.text for document in documents] == ["Good words."]
    (problem,) = problems
    assert problem.code == code
    assert code in UNREAD
    assert problem.source == str(tmp_path / name)


def test_missing_folder_and_pattern(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert codes(tmp_path / "nope.txt", tmp_path / "empty", tmp_path / "*.txt", "") == [
        "missing",
        "missing",
        "no-files",
        "missing",
    ]


def test_wrong_bytes_are_told_with_their_place(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"first line\r\nthe caf\xe9 here")
    (problem,) = gather([tmp_path]).problems
    assert (problem.line, problem.column) == (2, 8)
    assert "byte 19" in problem.message


def test_a_file_above_the_limit_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_bytes(b"word " * 1000)
    assert [problem.code for problem in gather([tmp_path], limit=4999).problems] == ["too-large"]
    assert not gather([tmp_path], limit=5000).problems


def test_a_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Words.", encoding="utf-8")

    def refuse(self: File, size: int) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(File, "read", refuse)
    (problem,) = gather([tmp_path]).problems
    assert (problem.code, problem.message) == ("unreadable", "cannot be read: Permission denied")


def test_an_unknown_suffix_is_text_with_a_note_only_when_named(tmp_path: Path) -> None:
    (tmp_path / "notes.org").write_text("Some words.", encoding="utf-8")
    documents, problems, _ = gather([tmp_path / "notes.org"])
    assert [document.text for document in documents] == ["Some words."]
    assert [problem.code for problem in problems] == ["format"]
    assert "format" not in UNREAD
    assert codes(tmp_path) == ["no-files"]


def test_a_missing_extra_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html").write_text("<p>Words</p>", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Words", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    documents, (problem,), _ = gather([tmp_path])
    assert len(documents) == 1
    assert problem.code == "extra"
    assert "[html]" in problem.hint


@given(st.binary(max_size=300), st.sampled_from(["txt", "markdown", "html", "jsonl"]))
def test_no_bytes_make_a_reader_raise(raw: bytes, name: str) -> None:
    from factcheck.errors import FactcheckError

    try:
        list(get("factcheck.inputs", name).read(raw, "x"))
    except FactcheckError as error:
        assert {problem.code for problem in error.problems} <= UNREAD


# ---- text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_kept_to_the_letter(encoding: str, tmp_path: Path) -> None:
    text = "Fir\u00adst line\u00a0here\r\n\r\n\tsecond  line\u2028still\rold"
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    document = one(tmp_path / "a.txt")
    assert document.text == text
    assert document.line_column(text.index("second")) == (3, 2)


# ---- JSON lines


def test_json_lines_give_fields_and_places_of_bad_lines(tmp_path: Path) -> None:
    lines = [
        json.dumps(
            {"id": "x1", "text": "Words one.", "source": "Wire", "published": "2025-08-15", "desk": "sport"}
        ),
        "{broken",
        "",
        json.dumps(["text"]),
        json.dumps({"id": "x2"}),
        json.dumps({"text": "Words two.", "published": "yesterday"}),
        json.dumps({"id": 7, "text": "Words three."}),
        '{"text": "half \\ud83d"}',
        json.dumps(
            {
                "id": "x9",
                "text": "Words\nfour.",
                "title": "T",
                "url": "https://example.org/4",
                "language": "en",
            }
        ),
    ]
    file = tmp_path / "feed.jsonl"
    file.write_text("\r\n".join(lines), encoding="utf-8")
    documents, problems, _ = gather([file])
    assert {document.text: document.source for document in documents} == {
        "Words one.": "Wire",
        "Words two.": f"{file}#6",
        "Words\nfour.": f"{file}#x9",
    }
    wire = next(document for document in documents if document.source == "Wire")
    assert (wire.id, wire.published, dict(wire.meta)) == ("x1", "2025-08-15", {"desk": "sport"})
    assert [(problem.line, problem.code) for problem in problems] == [
        (2, "json"),
        (4, "json"),
        (5, "json"),
        (6, "date"),
        (7, "json"),
        (8, "json"),
    ]


def test_equal_ids_are_told_apart(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.jsonl").write_text(
            json.dumps({"id": "1", "text": f"From {name}."}), encoding="utf-8"
        )
    assert [document.id for document in gather([tmp_path]).documents] == ["1", "1~2"]


# ---- dates


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2025-08-15", "2025-08-15"),
        ("2025-08-15T14:30:00Z", "2025-08-15T14:30:00+00:00"),
        ("2025-08-15 14:30:00 +0200", "2025-08-15T14:30:00+02:00"),
        ("Fri, 15 Aug 2025 14:30:00 +0200", "2025-08-15T14:30:00+02:00"),
        ("15/08/2025", None),
        ("2025-13-40", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates_are_iso_or_nothing(written: str, expected: str | None) -> None:
    assert iso(written) == expected


# ---- Markdown

PAGE = """\
---
title: "The bridge: a data sheet"
date: 2025-08-15
source: Example Works
tags: [bridges, steel]
---
# Bridge **data** sheet

The span is 1,100 metres
long and *costs* 5 euros\\*. See [the page](http://example.org/1100 "1,100 metres") for 30 more,
and `timeout = 30` too.[^1] ![a plan of 77 m](plan.png) Then 8 &amp; 9 lanes, [ref][r].

- First item: 12 km
  goes on
- Second

  with a paragraph

| Part | Length |
|------|-------:|
| Main \\| deck | 1,100 m |
| Side | **200** m |

```python
width = 1500
```

    height = 1600

<div align="center">A raw <b>block</b> of 7 km<!-- 66 --></div>

Setext
======

[^1]: A note of 9 km.

> Quoted words here,
> 40 years.

[r]: http://example.org/99
"""


def test_markdown_is_text_with_zones(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(PAGE, encoding="utf-8")
    document = one(tmp_path / "page.md")
    assert document.title == "The bridge: a data sheet"
    assert document.published == "2025-08-15"
    assert dict(document.meta) == {"site": "Example Works"}
    assert [(zone.kind, document.text[zone.start : zone.end]) for zone in document.zones] == [
        ("heading", "Bridge data sheet"),
        ("list", "First item: 12 km goes on"),
        ("list", "Second"),
        ("list", "with a paragraph"),
        ("table-head", "Part | Length"),
        ("table", "Main | deck | 1,100 m"),
        ("table", "Side | 200 m"),
        ("heading", "Setext"),
    ]
    assert (
        "The span is 1,100 metres long and costs 5 euros*. See the page for 30 more, and timeout = 30 too."
        "  Then 8 & 9 lanes, ref.\n" in document.text
    )
    for left_out in ("1500", "1600", "77", "99", "66", "example.org", "^1"):
        assert left_out not in document.text
    assert_words_lead_back(document, PAGE)


def test_markdown_places_hold_with_crlf(tmp_path: Path) -> None:
    raw = PAGE.replace("\n", "\r\n")
    (tmp_path / "page.md").write_bytes(raw.encode())
    assert_words_lead_back(one(tmp_path / "page.md"), raw)


def test_broken_front_matter_is_told_with_its_line_and_the_body_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: x\ntitle: y\n---\nThe body.\n", encoding="utf-8")
    (document,), (problem,), _ = gather([tmp_path])
    assert (problem.code, problem.line) == ("front-matter", 3)
    assert document.text == "The body."


def test_a_wrong_date_in_front_matter_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: x\ndate: soon\n---\nThe body.\n", encoding="utf-8")
    (document,), (problem,), _ = gather([tmp_path])
    assert (problem.code, problem.line, document.published) == ("date", 3, None)


def test_the_first_heading_is_the_title(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Words.\n\n# A *big* title\n\n# Another\n", encoding="utf-8")
    assert one(tmp_path / "a.md").title == "A big title"


BLOCKS = [
    "\n",
    "\n\n",
    "\r\n",
    "\n|--|--|\n",
    "#",
    "# ",
    "- ",
    "> ",
    "---\n",
    "    ",
    "\t",
    "<!--",
    "-->",
    "|",
]
WORDS = [
    "a",
    "b1",
    "é",
    " ",
    "*",
    "**",
    "_",
    "`",
    "[",
    "](",
    ")",
    "](u)",
    "\\",
    "&amp;",
    "<b>",
    "<br>",
    "![",
    "[^1]",
]


@given(st.lists(st.sampled_from(BLOCKS + WORDS), max_size=40))
def test_places_stay_in_the_file_and_in_order_whatever_the_markup(parts: list[str]) -> None:
    raw = "".join(parts)
    for item in get("factcheck.inputs", "markdown").read(raw.encode(), "x.md"):
        if isinstance(item, Document):
            assert item.origin is not None
            points = item.origin.points
            assert all(a[0] <= b[0] for a, b in pairwise(points))
            assert all(0 <= at <= len(raw) for _, at in points)


# ---- HTML

NEWS = """\
<!DOCTYPE html><html lang="en-GB"><head><title>Bridge opens &amp; closes | Daily Example</title>
<meta property="og:site_name" content="Daily Example">
<meta property="article:published_time" content="2025-08-15T10:00:00+02:00">
<meta property="og:title" content="Bridge opens"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/n">News for 12 regions</a></li></ul></nav>
<article><h1>Bridge opens</h1>
<p>The new bridge is <b>2</b>,500 metres long&nbsp;&mdash; the longest in the country, officials
said on Friday. It took seven years to build, and it cost 1.2 billion euros in all.</p>
<p>&ldquo;A great day,&rdquo; said mayor Ann Example.<br>The old bridge carried 30,000 cars a day.</p>
<h2>Figures</h2>
<table><tr><th>Part</th><th>Length</th></tr><tr><td>Main span</td><td>1,100 m</td></tr></table>
<ul><li>Toll: 5 euros</li><li>Lanes: 6, of which <i>two</i> for buses</li></ul>
<blockquote>We waited 40 years for this bridge, and now it is here for all of us to use.</blockquote>
</article>
<aside><h3>Recent Posts</h3><ul><li><a href="/a">Airport to close for 3 weeks</a></li></ul></aside>
<footer>© 2018 Daily Example</footer></body></html>
"""


def test_html_is_the_article_with_its_metadata(tmp_path: Path) -> None:
    (tmp_path / "news.html").write_text(NEWS, encoding="utf-8")
    document = one(tmp_path / "news.html")
    assert (document.title, document.published, document.language) == ("Bridge opens", "2025-08-15", "en")
    assert dict(document.meta) == {"site": "Daily Example"}
    assert "is 2,500 metres long — the longest" in document.text
    for furniture in ("Airport", "Recent", "Home", "regions", "2018"):
        assert furniture not in document.text
    zones = {(zone.kind, document.text[zone.start : zone.end]) for zone in document.zones}
    assert {
        ("heading", "Figures"),
        ("table-head", "Part | Length"),
        ("table", "Main span | 1,100 m"),
    } <= zones
    assert ("list", "Lanes: 6, of which two for buses") in zones
    assert_words_lead_back(document, NEWS)


def test_a_page_without_a_date_has_none(tmp_path: Path) -> None:
    undated = re.sub(r"<meta property=\"article.*?>", "", NEWS)
    (tmp_path / "news.html").write_text(undated, encoding="utf-8")
    assert one(tmp_path / "news.html").published is None


def test_html_in_its_declared_encoding(tmp_path: Path) -> None:
    page = '<html><head><meta charset="windows-1252"></head><body><p>A café of 12 seats.</p></body></html>'
    (tmp_path / "a.htm").write_bytes(page.encode("cp1252"))
    assert one(tmp_path / "a.htm").text == "A café of 12 seats."
