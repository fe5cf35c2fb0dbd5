"""A draft against its sources, and the ledger of a folder: statuses, exit codes, formats."""

# ruff: noqa: E501  the articles
from __future__ import annotations

import csv
import io
import json
from itertools import permutations
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Checker, Document, FactcheckError
from factcheck.against import against, ledger
from factcheck.cli.against import command as against_command
from factcheck.cli.ledger import command as ledger_command
from factcheck.outputs._standings import formats, render
from factcheck.standing import STATUSES, AgainstReport, Standing

CHECKER = Checker()
DRAFT = (
    "Harbour bridge to reopen\n\n"
    "The Calder Bridge in Port Salis has a length of 840 metres. It was opened in 1964. The repair of the Calder "
    "Bridge cost 46 million euros, the port authority said. The Calder Bridge has a height of 61 metres. Engineer "
    "Mara Lind, 52, led the work, which took 14 months.\n"
)
WIRE = (
    "Port Salis, 3 May 2025 (Coast Wire) - The Calder Bridge in Port Salis will open to traffic again this month. "
    "The Calder Bridge, which has a length of 840 metres, was opened in 1964 and closed in March last year after "
    "cracks were found in two of its piers. The repair of the Calder Bridge cost 52 million euros, the port "
    "authority said on Friday. Mara Lind, 52, the engineer who led the work, called it the hardest job of her "
    "career.\n"
)
PAPER = "Calder Bridge ready at last\n\n" + WIRE[: WIRE.index("Mara Lind")]
DAILY = (
    "When the Calder Bridge was opened in 1965, nobody thought that lorries would one day weigh so much. On Monday "
    "the longest crossing in the region gets its traffic back. The Calder Bridge has a length of 840 metres, and "
    "inspectors walked every one of them.\n"
)
FACTS = """\
- {subject: Calder Bridge, attribute: length, value: 840 m, source: Register of works}
- {subject: Calder Bridge, attribute: height, value: 58 m}
"""


def document(name: str, text: str) -> Document:
    return Document(source=name, text=text, published="2025-05-04")


SOURCES = [document("wire.txt", WIRE), document("paper.txt", PAPER), document("daily.txt", DAILY)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in (("draft.txt", DRAFT), ("wire.txt", WIRE), ("paper.txt", PAPER), ("daily.txt", DAILY)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "facts.yaml").write_text(FACTS, encoding="utf-8")
    return tmp_path


def standing(report: AgainstReport, words: str, text: str = "draft.txt") -> Standing:
    """The standing of the claim with these words."""
    (found,) = [
        one for one in report.standings if one.claim.text == words and one.claim.span.document == text
    ]
    return found


def by(found: Standing) -> list[str]:
    return [claim.span.document for claim in found.supported_by]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(against_command, arguments, standalone_mode=False)


# ---------------------------------------------------------------- the statuses


def test_two_outlets_and_a_copy_are_two_origins() -> None:
    report = against(document("draft.txt", DRAFT), SOURCES, CHECKER)
    length = standing(report, "840 metres")
    assert (length.status, length.origins) == ("supported", 2)
    assert by(length) == ["daily.txt", "paper.txt", "wire.txt"]
    assert report.origins == (("paper.txt", "wire.txt"),)


def test_copies_of_one_report_are_a_single_source() -> None:
    report = against(document("draft.txt", DRAFT), SOURCES[:2], CHECKER)
    length = standing(report, "840 metres")
    assert (length.status, length.origins, by(length)) == ("single-source", 1, ["paper.txt", "wire.txt"])


def test_a_contradiction_names_the_rule_and_who_says_so() -> None:
    cost = standing(against(document("draft.txt", DRAFT), SOURCES, CHECKER), "46 million euros")
    assert cost.status == "contradicted"
    assert {(one.claim.text, one.conflict.rule) for one in cost.contradicted_by} == {
        ("52 million euros", "money/cost")
    }


def test_what_nothing_speaks_of_is_unchecked() -> None:
    report = against(document("draft.txt", DRAFT), SOURCES, CHECKER)
    assert standing(report, "14 months").status == "unchecked"
    assert standing(report, "61 metres").supported_by == ()


def test_sources_behind_a_figure_may_disagree() -> None:
    draft = document("draft.txt", "The Calder Bridge was opened in 1964.")
    opened = standing(against(draft, SOURCES, CHECKER), "1964")
    assert opened.status == "contradicted"
    pairs = {(one.first.text, one.second.text, one.second.span.document) for one in opened.disagreements}
    assert pairs == {("1964", "1965", "daily.txt")}
    agreed = standing(against(draft, SOURCES[:2], CHECKER), "1964")
    assert (agreed.status, agreed.disagreements) == ("single-source", ())


def test_a_later_toll_differs_and_contradicts_nothing() -> None:
    text = "Odmar (Nordpress) - At least {} people were killed when a dam burst above Odmar in Vellin on Monday, police said."
    draft = Document(source="draft.txt", text=text.format(12), published="2025-08-05")
    source = Document(source="later.txt", text=text.format(31) + " Rescuers dug on.", published="2025-08-07")
    report = against(draft, [source], CHECKER)
    toll = standing(report, "At least 12 people")
    assert (toll.status, [one.outcome for one in toll.contradicted_by]) == ("differs", ["revised"])


def test_a_draft_can_contradict_itself() -> None:
    draft = document("draft.txt", "The Calder Bridge is 840 metres (3,500 feet) long.")
    found = against(draft, SOURCES, CHECKER).standings
    assert [one.status for one in found] == ["contradicted", "contradicted"]
    assert all(one.claim.id not in {other.claim.id for other in one.contradicted_by} for one in found)


def test_a_value_given_again_in_another_unit_stands_with_it() -> None:
    draft = document("draft.txt", "The Calder Bridge has a length of 840 metres (2,756 feet).")
    report = against(draft, SOURCES, CHECKER)
    assert [one.status for one in report.standings] == ["supported", "supported"]


# ---------------------------------------------------------------- the ledger among the sources


def test_the_ledger_alone_supports_and_contradicts(folder: Path) -> None:
    report = against(document("draft.txt", DRAFT), [], CHECKER, ledger=folder / "facts.yaml")
    assert standing(report, "840 metres").status == "supported"
    height = standing(report, "61 metres")
    assert (height.status, height.contradicted_by[0].conflict.rule) == ("contradicted", "ledger/deviation")
    assert [source.source for source in report.sources] == [str(folder / "facts.yaml")]


def test_the_ledger_has_the_last_word(folder: Path) -> None:
    wrong = [
        document(f"{name}.txt", f"The Calder Bridge has a height of 61 metres, {name} says.")
        for name in ("ann", "bo")
    ]
    draft = document("draft.txt", "The Calder Bridge has a height of 61 metres.")
    assert standing(against(draft, wrong, CHECKER), "61 metres").status == "supported"
    report = against(draft, wrong, CHECKER, ledger=folder / "facts.yaml")
    assert standing(report, "61 metres").status == "contradicted"
    right = document("draft.txt", "The Calder Bridge has a height of 58 metres.")
    found = standing(against(right, wrong, CHECKER, ledger=folder / "facts.yaml"), "58 metres")
    assert found.status == "supported"
    assert {one.claim.text for one in found.contradicted_by} == {"61 metres"}


def test_what_a_text_suppresses_counts_for_nothing(tmp_path: Path) -> None:
    comment = '<!-- factcheck: ignore money/cost reason="the first estimate" -->\n'
    draft, source = tmp_path / "draft.md", tmp_path / "wire.md"
    source.write_text(WIRE, encoding="utf-8")
    for first, status in (("", "contradicted"), (comment, "unchecked")):
        draft.write_text(f"{first}The repair of the Calder Bridge cost 46 million euros.\n", encoding="utf-8")
        done = run(str(draft), "--sources", str(source), "--format", "json")
        assert [claim["status"] for claim in json.loads(done.stdout)["claims"]] == [status]


# ---------------------------------------------------------------- laws


def test_the_order_of_sources_changes_nothing(folder: Path) -> None:
    made = {
        json.dumps(
            against(document("draft.txt", DRAFT), list(order), CHECKER, folder / "facts.yaml").to_dict()
        )
        for order in permutations(SOURCES)
    }
    assert len(made) == 1


SENTENCES = [
    "The Calder Bridge has a length of 840 metres.", "The Calder Bridge has a length of 910 metres.",
    "It was opened in 1964.", "The Calder Bridge was opened in 1965.", "The repair cost 52 million euros.",
    "Mara Lind, 52, led the work.", "The Calder Bridge has a height of 61 metres (200 feet).", "Nobody was hurt.",
]  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5).map(" ".join), min_size=2, max_size=4
    )
)
def test_every_claim_has_one_status_that_follows_from_its_evidence(texts: list[str]) -> None:
    documents = [document(f"{number}.txt", text) for number, text in enumerate(texts)]
    report = against(documents[0], documents[1:], CHECKER)
    again = against(documents[0], documents[:0:-1], CHECKER)
    assert report.to_dict() == again.to_dict()
    checkable = [claim for claim in CHECKER.extract(documents[0]) if "incidental" not in claim.flags]
    assert [one.claim for one in report.standings] == checkable
    for one in report.standings:
        assert one.status in STATUSES
        assert (one.status == "unchecked") == (not one.supported_by and not one.contradicted_by)
        if one.status == "contradicted":
            assert any(other.outcome == "conflict" for other in one.contradicted_by)
        if one.status in ("supported", "single-source"):
            assert one.origins == (1 if one.status == "single-source" else max(2, one.origins))
            assert all(claim.span.document != "0.txt" for claim in one.supported_by)


# ---------------------------------------------------------------- a whole folder


def test_a_ledger_tells_every_text_against_the_others() -> None:
    report = ledger(SOURCES, CHECKER)
    assert [document.source for document in report.documents] == ["daily.txt", "paper.txt", "wire.txt"]
    assert standing(report, "1965", "daily.txt").status == "contradicted"
    length = standing(report, "840 metres", "wire.txt")
    assert (length.status, by(length)) == ("single-source", ["daily.txt", "paper.txt"])


def test_a_text_s_own_copies_are_no_witnesses_for_it() -> None:
    length = standing(ledger(SOURCES[:2], CHECKER), "840 metres", "wire.txt")
    assert (length.status, length.origins) == ("single-source", 0)


# ---------------------------------------------------------------- formats


HOSTILE = document(
    "<b>draft</b>.txt",
    "The Calder Bridge has a length of 840 metres <script>alert(1)</script> & “at 61 metres it is\thigh”, said Ann Berg.\n\n"
    "=HYPERLINK | a \x07 `b` *c* The Calder Bridge was opened in 1964.",
)


def test_the_page_holds_the_whole_text_and_no_markup_of_it() -> None:
    import html
    import re

    page = render(against(HOSTILE, SOURCES, CHECKER), "html")
    assert "<script" not in page and "<b>" not in page
    assert "default-src 'none'" in page
    (text,) = re.findall(r'<div class="text">(.*?)</div>', page, re.DOTALL)
    plain = html.unescape(re.sub(r"<sup>.*?</sup>|<[^>]+>", "", text))
    assert plain == HOSTILE.text.replace("\x07", "�")
    for link in re.findall(r'href="#(c\d+)"', page):
        assert f'id="{link}"' in page


def test_overlapping_claims_are_each_marked() -> None:
    draft = document("draft.txt", "“The Calder Bridge is 840 metres long,” Mara Lind said.")
    report = against(draft, SOURCES, CHECKER)
    page = render(report, "html")
    assert len(report.standings) == 2
    assert page.count("<sup>") == 2


def test_csv_has_a_row_a_claim_and_no_formula() -> None:
    report = against(HOSTILE, SOURCES, CHECKER)
    rows = list(csv.DictReader(io.StringIO(render(report, "csv"))))
    assert [row["status"] for row in rows] == [one.status for one in report.standings]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_markdown_has_a_row_a_claim() -> None:
    report = against(HOSTILE, SOURCES, CHECKER)
    made = render(report, "markdown")
    rows = [line for line in made.splitlines() if line.startswith("| ")][2:]
    assert len(rows) == len(report.standings)
    assert all(line.replace("\\|", "").count("|") == 6 for line in rows)
    assert "<b>" not in made


@pytest.mark.parametrize("name", formats())
def test_every_format_takes_an_empty_report(name: str) -> None:
    assert render(AgainstReport(documents=(document("draft.txt", "Nothing."),)), name).endswith("\n")


# ---------------------------------------------------------------- the command


def test_the_command_fails_by_what_is_contradicted(folder: Path) -> None:
    done = run("draft.txt", "--sources", "wire.txt", "paper.txt", "daily.txt", "--format", "json")
    assert done.return_value == 1
    assert done.stderr.splitlines()[-1].startswith(
        "exit 1: 2 claims contradicted at or above error (time/founded, "
    )
    report = json.loads(done.stdout)
    assert report["counts"]["contradicted"] == 2
    assert [source["source"] for source in report["sources"]] == ["daily.txt", "paper.txt", "wire.txt"]
    assert run("draft.txt", "--sources", "wire.txt", "--fail-on", "never").return_value == 0


def test_a_folder_of_sources_may_hold_the_draft(folder: Path) -> None:
    done = run("draft.txt", "--sources", ".", "--format", "json", "--quiet")
    assert [source["source"] for source in json.loads(done.stdout)["sources"]] == [
        "daily.txt",
        "paper.txt",
        "wire.txt",
    ]


def test_several_formats_each_into_its_file(folder: Path) -> None:
    run(
        "draft.txt",
        "--sources",
        "wire.txt",
        "--format",
        "html=out.html",
        "--format",
        "csv=out.csv",
        "--format=markdown",
    )
    assert (folder / "out.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert (folder / "out.csv").read_text(encoding="utf-8").startswith("source,line,column")


def test_a_missing_source_is_told_and_the_rest_is_checked(folder: Path) -> None:
    done = run("draft.txt", "--sources", "wire.txt", "gone.txt")
    assert done.return_value == 3
    assert "gone.txt" in done.stderr.splitlines()[-1]
    assert "single-source" in done.stdout


def test_a_missing_draft_cannot_be_read(folder: Path) -> None:
    done = run("gone.txt", "--sources", "wire.txt")
    assert isinstance(done.exception, FactcheckError)
    assert done.exception.exit_code == 3


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("draft.txt",), "give the texts to check against"),
        ((".", "--sources", "wire.txt"), "the draft is one text"),
        (("draft.txt", "--sources", "wire.txt", "--format", "htlm"), "did you mean 'html'?"),
        (("--sources", "wire.txt", "draft.txt"), "Missing argument 'DRAFT'"),
    ],
)
def test_wrong_usage_is_told(folder: Path, arguments: tuple[str, ...], told: str) -> None:
    done = run(*arguments)
    assert done.exception is not None
    assert told in done.exception.format_message()  # type: ignore[attr-defined]


def test_a_wrong_unit_in_the_ledger_ends_with_2_and_the_rest_is_used(folder: Path) -> None:
    wrong = "- {subject: Calder Bridge, attribute: width, value: 12 kg}\n"
    (folder / "facts.yaml").write_text(FACTS + wrong, encoding="utf-8")
    done = run("draft.txt", "--sources", "wire.txt", "--ledger", "facts.yaml")
    assert done.return_value == 2
    assert "facts.yaml:3:53" in done.stdout
    assert "ledger/deviation" in done.stderr.splitlines()[-1]


def test_nothing_to_compare_is_not_clean(folder: Path) -> None:
    (folder / "other.txt").write_text("The library bought 300 books.", encoding="utf-8")
    assert run("draft.txt", "--sources", "other.txt").return_value == 4
    assert run("draft.txt", "--sources", "other.txt", "--allow-empty").return_value == 0


def test_two_documents_with_one_id() -> None:
    same = document("wire.txt", "The Calder Bridge has a length of 910 metres.")
    report = against(document("draft.txt", DRAFT), [*SOURCES, same, document("draft.txt", DAILY)], CHECKER)
    assert [problem.code for problem in report.problems] == ["duplicate-id", "duplicate-id"]
    assert [source.id for source in report.sources] == ["daily.txt", "paper.txt", "wire.txt"]
    assert report.documents[0].text == DRAFT


def test_the_ledger_command_tells_and_does_not_fail(folder: Path) -> None:
    done = CliRunner().invoke(ledger_command, [".", "--format", "csv"], standalone_mode=False)
    assert done.return_value == 0
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert {row["source"] for row in rows} == {"daily.txt", "draft.txt", "paper.txt", "wire.txt"}
