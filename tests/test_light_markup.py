"""reStructuredText and AsciiDoc: text without marks, headings, items and rows, and places in the file."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck.inputs import gather
from factcheck.model import Document
from factcheck.registry import get

RST = """\
=====
Varo
=====

:Version: 2.1

Varo keeps ``notes`` for *30 days*, see `the guide <https://x.example>`_ or :ref:`Limits <limits>` [1]_.
A path is C\\:.

.. _limits:

Limits
------

.. note:: A token is valid for 12 hours.
   It ends then.

.. code-block:: python

   x = 77

.. a remark with 88 words

.. option:: --timeout SECONDS

   Default: 30 seconds.

Run it::

   varo 66 apples

* first item with
  a second line
* second item

max_size
    The size of a note.

-q, --quiet  Says nothing.

========  =======  ==========
Setting   Default  Meaning
========  =======  ==========
``port``  8080     where it
                   listens
max_idle  30 days  idle
========  =======  ==========

+--------+-------+
| Plan   | Files |
+========+=======+
| Team   | 500   |
|        | each  |
+--------+-------+
| School | 300   |
+--------+-------+

.. list-table::
   :header-rows: 1

   * - Name
     - Value
   * - Keys
     - 5
"""

ADOC = """\
= Varo
Ann Berg <ann@varo.example>
:toc:

Varo keeps `notes` for *30 days*, see link:x.html[the guide] or <<limits,Limits>>.
The rest is _plain_.

[[limits]]
== Limits

NOTE: A token is valid for 12 hours.

[source,python]
----
x = 77
----

* first item with
a second line
** nested item

max_size:: The size of a note.
timeout::
+
Default: 30 seconds.

[cols="1,1,2",options="header"]
|===
|Setting |Default |Meaning

|`port`
|8080
|where it listens

|max_idle |30 days |idle
|===

// a remark with 88 words
====
An example of 4 files.
====
"""


def one(path: Path, text: str) -> Document:
    path.write_bytes(text.encode())
    (document,) = gather([path]).documents
    return document


def zones(document: Document) -> list[tuple[str, int, str]]:
    return [(zone.kind, zone.level, document.text[zone.start : zone.end]) for zone in document.zones]


def leads_back(document: Document, raw: str) -> bool:
    """Whether every letter stands at its place of the file."""
    assert document.origin is not None
    return all(
        raw[document.origin.original(at)] == letter
        for at, letter in enumerate(document.text)
        if letter.isalnum()
    )


def test_restructured_text_is_text_with_zones(tmp_path: Path) -> None:
    document = one(tmp_path / "a.rst", RST)
    assert document.title == "Varo"
    assert zones(document) == [
        ("heading", 1, "Varo"),
        ("list", 0, "Version: 2.1"),
        ("heading", 2, "Limits"),
        ("heading", 3, "--timeout SECONDS"),
        ("list", 0, "first item with a second line"),
        ("list", 0, "second item"),
        ("list", 0, "max_size: The size of a note."),
        ("list", 0, "-q, --quiet: Says nothing."),
        ("table-head", 0, "Setting | Default | Meaning"),
        ("table", 0, "port | 8080 | where it listens"),
        ("table", 0, "max_idle | 30 days | idle"),
        ("table-head", 0, "Plan | Files"),
        ("table", 0, "Team | 500 each"),
        ("table", 0, "School | 300"),
        ("table-head", 0, "Name | Value"),
        ("table", 0, "Keys | 5"),
    ]
    assert "Varo keeps notes for 30 days, see the guide or Limits. A path is C:." in document.text
    assert "A token is valid for 12 hours. It ends then." in document.text
    assert not any(left_out in document.text for left_out in ("77", "88", "66", "example"))
    assert leads_back(document, RST)


def test_asciidoc_is_text_with_zones(tmp_path: Path) -> None:
    document = one(tmp_path / "a.adoc", ADOC)
    assert document.title == "Varo"
    assert zones(document) == [
        ("heading", 1, "Varo"),
        ("furniture", 0, "Ann Berg <ann@varo.example>"),
        ("heading", 2, "Limits"),
        ("list", 0, "first item with a second line"),
        ("list", 0, "nested item"),
        ("list", 0, "max_size: The size of a note."),
        ("list", 0, "timeout: Default: 30 seconds."),
        ("table-head", 0, "Setting | Default | Meaning"),
        ("table", 0, "port | 8080 | where it listens"),
        ("table", 0, "max_idle | 30 days | idle"),
    ]
    assert "Varo keeps notes for 30 days, see the guide or Limits. The rest is plain." in document.text
    assert "An example of 4 files." in document.text
    assert not any(left_out in document.text for left_out in ("77", "88", "toc"))
    assert leads_back(document, ADOC)


@pytest.mark.parametrize(("name", "raw"), [("a.rst", RST), ("a.adoc", ADOC)])
def test_places_hold_with_other_ends_of_lines(tmp_path: Path, name: str, raw: str) -> None:
    raw = raw.replace("\n", "\r\n")
    assert leads_back(one(tmp_path / name, raw), raw)


def test_pages_of_three_formats_meet_in_one_folder(tmp_path: Path) -> None:
    said = "# Varo\n\nThe Varo server stops a request that takes longer than {} seconds and logs it.\n"
    one(tmp_path / "a.md", said.format(30))
    one(tmp_path / "b.rst", said.format(30).replace("# Varo", "Varo\n===="))
    one(tmp_path / "c.adoc", said.format(45).replace("#", "="))
    (conflict,) = factcheck.check([tmp_path]).conflicts
    assert {Path(claim.span.document).name for claim in conflict.claims} >= {"c.adoc"}


MARKS = "== -- .. :: * - | + ` `` ** _ [ ] :term: .. note:: .. option:: --x |=== ---- ==== .. csv-table::"
TABLE = ".. list-table::\n\n   * - a\n     - b\n"
PIECE = st.sampled_from(
    ["a", "Varo", "5 MB", "\t", *MARKS.split(), "\n", "\n\n", "\n   ", "+--+--+\n", "==== ===\n", TABLE]
)


@given(st.lists(PIECE, max_size=60).map(" ".join), st.sampled_from(("rst", "asciidoc")))
def test_any_text_is_read_and_leads_back(raw: str, form: str) -> None:
    (document,) = get("factcheck.inputs", form).read(raw.encode(), "x")
    assert leads_back(document, raw)
    ends = [0, *(end for zone in document.zones for end in (zone.start, zone.end)), len(document.text)]
    assert ends == sorted(ends)


@pytest.mark.parametrize("form", ["rst", "asciidoc"])
@pytest.mark.parametrize("piece", ["-a", "`a", "*a ", "[[a", ":a:", "|a ", "_a ", "a::b ", "=- "])
def test_reading_takes_linear_time(form: str, piece: str) -> None:
    began = time.process_time()
    list(get("factcheck.inputs", form).read((piece * 20_000).encode(), "x"))
    assert time.process_time() - began < 5
