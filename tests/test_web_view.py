"""What the page shows of a report: drawings to scale, word diffs, order, filters, the log as it grows."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from web_page import clashing

from factcheck.checker import Checker
from factcheck.decisions import Decision, append, read
from factcheck.model import Document
from factcheck.record import report_record
from factcheck.web import pages
from factcheck.web.chart import axis, fitted, ticks
from factcheck.web.diff import differences
from factcheck.web.filters import select
from factcheck.web.live import Live
from factcheck.web.log import DecisionLog, Wish, stamp
from factcheck.web.offline import MODULES, joined
from factcheck.web.overview import overview
from factcheck.web.timeline import timeline
from factcheck.web.view import View
from factcheck.web.words import letter, short_names

FINITE = st.floats(-1e12, 1e12, allow_nan=False)


def side(text: str, **value: Any) -> Any:
    given = {"low": None, "high": None, "unit": "kilometer", "bound": "exact", "low_open": False,
             "high_open": False, "approximate": False, "digits": 2, **value}  # fmt: skip
    return {
        "kind": "quantity", "text": text, "value": given, "canonical": given, "source": text, "document": text
    }  # fmt: skip


def day(text: str, low: str | None, high: str | None) -> Any:
    value = {
        "low": low,
        "high": high,
        "granularity": "day",
        "bound": "exact",
        "approximate": False,
        "unresolved": "",
    }
    return {"text": text, "value": value, "canonical": value, "source": text, "document": text}


def words(text: str) -> Any:
    return {"text": text, "value": {"words": text}, "canonical": {"words": text}}


# ---- drawings


@given(st.lists(FINITE, min_size=2, max_size=6))
def test_places_keep_the_order_and_stay_on_the_axis(values: list[float]) -> None:
    scale = fitted(values)
    places = [scale.place(value) for value in sorted(values)]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)
    assert all(0 <= tick.x <= 100 for tick in ticks(scale))
    assert len(ticks(scale)) <= 14


@given(st.floats(1, 1e9), st.floats(1.01, 100))
def test_an_axis_is_to_scale(low: float, ratio: float) -> None:
    scale = fitted([low, low * ratio])
    first, last, middle = (scale.place(value) for value in (low, low * ratio, low * (1 + ratio) / 2))
    assert middle == pytest.approx((first + last) / 2, abs=0.02)


def test_values_in_two_units_stand_over_two_scales() -> None:
    metric = side("2,500 km", low="2500", high="2500")
    miles = side("about 995 miles", low="995", high="995", unit="mile", approximate=True, digits=3)
    miles["canonical"] = {**miles["value"], "low": "1601.29", "high": "1601.29", "unit": "kilometer"}
    drawn = axis([metric, miles])
    assert drawn is not None
    assert [unit for unit, _ in drawn.scales] == ["km", "miles"]
    first, second = drawn.marks
    assert first.letter == "A" and second.approximate
    assert (first.x - 3) / (second.x - 3) == pytest.approx(2500 / 1601.29, rel=0.01)


def test_open_ends_ranges_and_rounding_are_drawn() -> None:
    drawn = axis(
        [
            side("at least 48", low="48"),
            side("10 to 20", low="10", high="20"),
            side("90", low="90", high="90"),
        ]
    )
    assert drawn is not None
    least, between, single = drawn.marks
    assert least.open_high and not least.open_low
    assert between.x < between.end
    assert single.slack is not None and single.slack[0] < single.x < single.slack[1]


def test_what_cannot_be_drawn_is_left_out() -> None:
    assert axis([words("a"), words("b")]) is None
    assert axis([side("5", low="5", high="5"), words("b")]) is None
    assert axis([side("x", low="1e999", high="1e999"), side("y", low="1", high="1")]) is None
    assert timeline([day("a", None, None), day("b", "2020-01-01", "2020-01-01")]) is None
    assert timeline([day("a", "T14:30:00", "T14:30:00"), day("b", "2020-01-01", "2020-01-01")]) is None


@given(st.dates(), st.dates())
def test_a_time_line_keeps_the_order_of_days(first: Any, second: Any) -> None:
    drawn = timeline(
        [day("a", first.isoformat(), first.isoformat()), day("b", second.isoformat(), second.isoformat())]
    )
    assert drawn is not None
    assert (first <= second) == (drawn.marks[0].x <= drawn.marks[1].x) or first == second
    assert drawn.scales[0][1] or first == second
    assert all(0 <= tick.x <= 100 for tick in drawn.scales[0][1])


def test_a_time_line_names_days_years_and_hours() -> None:
    near = timeline([day("a", "2025-03-01", "2025-03-01"), day("b", "2025-03-04", "2025-03-04")])
    far = timeline([day("a", "1881-06-14", "1881-06-14"), day("b", "1987-06-14", "1987-06-14")])
    clock = timeline([day("a", "T09:30:00", "T09:30:00"), day("b", "T13:00:00", "T13:00:00")])
    assert near and far and clock
    assert "2 Mar 2025" in [tick.label for tick in near.scales[0][1]]
    assert "1900" in [tick.label for tick in far.scales[0][1]]
    assert clock.scales[0][0] == "hour" and "12:00" in [tick.label for tick in clock.scales[0][1]]


# ---- wordings


@given(st.lists(st.sampled_from("we will stay go now never here".split()), max_size=12),
       st.lists(st.sampled_from("we will stay go now never here".split()), max_size=12))  # fmt: skip
def test_a_word_diff_holds_both_wordings(first: list[str], second: list[str]) -> None:
    (made,) = differences([words(" ".join(first)), words(" ".join(second))])
    kept = [piece for piece in made.pieces if piece.kind != "new"]
    other = [piece for piece in made.pieces if piece.kind != "gone"]
    assert " ".join(piece.words for piece in kept) == " ".join(first)
    assert " ".join(piece.words for piece in other) == " ".join(second)


def test_marks_and_capitals_are_no_difference() -> None:
    (made,) = differences([words("We stay, here."), words("we stay here")])
    assert {piece.kind for piece in made.pieces} == {"same"}


# ---- names


def test_names_of_sides_and_sources() -> None:
    assert [letter(at) for at in (0, 25, 26)] == ["A", "Z", "A2"]
    names = short_names(["news/may/a.txt", "news/may/b.txt", "news/june/a.txt", "City Television"])
    assert names == {
        "news/may/a.txt": "may/a.txt", "news/may/b.txt": "may/b.txt", "news/june/a.txt": "june/a.txt",
        "City Television": "City Television",
    }  # fmt: skip


# ---- a whole report


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    folder = clashing(tmp_path_factory.mktemp("texts"), 8)
    return View(Checker().compare([folder]))


def test_a_finding_shows_both_sentences_with_the_value_marked(view: View) -> None:
    for key, conflict in view.conflicts.items():
        finding = view.finding(key)
        for shown, record in zip(finding.sides, conflict["claims"], strict=True):
            assert shown.passage.value == record["text"]
            assert shown.passage.opening + shown.passage.value + shown.passage.rest == record["sentence"]
            assert len(shown.passage.before) <= 2 and len(shown.passage.after) <= 2
        html = pages.page("finding.html", pages.Links(), finding=finding)
        assert html.count("<mark") == len(conflict["claims"])
        assert conflict["settle"] in html


def test_a_document_page_marks_every_value_and_holds_the_whole_text(view: View) -> None:
    for document in view.documents.values():
        made = view.document(document.id)
        pieces = [piece for paragraph in made["paragraphs"] for piece in paragraph.pieces]
        marked = {key for piece in pieces for key in piece.marks}
        assert marked == {
            key for key, conflict in view.conflicts.items()
            if any(side["document"] == document.id for side in conflict["claims"])
        }  # fmt: skip
        assert re.sub(r"\s", "", "".join(piece.words for piece in pieces)) == re.sub(r"\s", "", document.text)


def test_filters_narrow_and_widen(view: View) -> None:
    held = {view.rows[0]["id"]: Decision(view.rows[0]["id"], "assigned", note="ben")}

    def found(**asked: Any) -> list[str]:
        return [row["id"] for row in select(view.rows, held, {}, asked)]

    everything = found()
    assert sorted(everything) == sorted(view.conflicts)
    assert found(status=["decided"]) == found(assignee=["ben"]) == [view.rows[0]["id"]]
    assert set(found(status=["open"])) == set(everything) - {view.rows[0]["id"]}
    assert set(found(status=["open", "decided"])) == set(everything)
    assert found(rule=["no/such"]) == []
    town = view.rows[1]["subject"]
    assert [view.by_id[key]["subject"] for key in found(q=[f"{town} POPULATION"])] == [town]
    assert [view.by_id[key]["subject"] for key in found(sort=["subject"])] == sorted(
        r["subject"] for r in view.rows
    )


def test_priority_falls_and_names_its_factors(view: View) -> None:
    ordered = select(view.rows, {}, {}, {})
    values = [row["priority"] for row in ordered]
    assert values == sorted(values, reverse=True)
    assert all("independent source" in row["why_first"] for row in ordered)


def test_copies_of_one_text_are_one_source() -> None:
    from factcheck.web.priority import priority

    sides = [
        {**side(name, low=low, high=low), "start": 0, "document": name}
        for name, low in (("a", "1"), ("b", "2"))
    ]
    conflict: Any = {"claims": sides, "severity": "error", "outcome": "conflict"}
    assert priority(conflict, {}).sources == 2
    assert priority(conflict, {"a": "a", "b": "a"}).sources == 1
    assert priority(conflict, {}).value == 2 * 0.5 * 3 * 1.5


def test_the_overview_counts_every_finding_of_a_source(view: View) -> None:
    made = overview(view)
    for line in made["lines"]:
        assert line.total == sum(line.source in row["source"] for row in view.rows)
    assert len(made["strips"]) == len({row["subject"] for row in view.rows if row["kind"] == "count"})
    for strip in made["strips"]:
        assert len({point.shape for point in strip.points}) == len(strip.legend)


def test_json_in_a_page_cannot_end_its_element() -> None:
    made = str(pages.embedded({"a": "</script><!-- \u2028 &amp;"}))
    assert not set(made) & set("<>&\u2028")


def test_only_the_page_s_own_files_are_static() -> None:
    shipped = {file.name for file in (Path(pages.__file__).parent / "static").iterdir()}
    assert shipped == set(pages.STATIC)
    with pytest.raises(KeyError):
        pages.static("../server.py")


def test_modules_can_be_joined_into_one_script() -> None:
    names = re.findall(
        r"^(?:export )?(?:async )?(?:function|const|let) (\w+)", "".join(map(pages.static, MODULES)), re.M
    )
    assert len(names) == len(set(names))
    assert not re.search(r"^(import|export) ", joined(), re.M)
    for name in MODULES:
        assert "innerHTML" not in pages.static(name) or name == "dom.js"


# ---- the log


def line(
    finding: str, verdict: str = "confirmed", who: str = "ann", when: str = "2026-01-01T00:00:00+00:00"
) -> Decision:
    return Decision(finding, verdict, who=who, when=when)


def test_the_log_follows_what_others_write(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    log = DecisionLog(path)
    append(path, [line("x"), line("y")])
    log.refresh()
    append(path, [line("x", "withdrawn", when="2026-01-02")])
    log.refresh()
    assert set(log.held) == {"y"}
    assert [made.verdict for made in log.on("x")] == ["confirmed", "withdrawn"]
    assert len(log.since(0, 2).lines) == 1 and len(log.since(7, 2).lines) == 3
    path.write_text("no line\n")
    log.refresh()
    assert log.held == {} and len(log.problems) == 1 and log.version == (1, 0)


def test_half_a_line_is_read_when_it_is_whole(tmp_path: Path) -> None:
    from factcheck.decisions import line as written

    path = tmp_path / "log.jsonl"
    whole = written(line("x"))
    path.write_text(whole[:20])
    log = DecisionLog(path)
    assert log.held == {} and log.problems == ()
    path.write_text(whole)
    log.refresh()
    assert set(log.held) == {"x"}


def test_a_decision_that_was_not_seen_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    mine, others = DecisionLog(path), DecisionLog(path)
    assert others.write([Wish(line("x", who="ben"), "")]) == {}
    clashes = mine.write([Wish(line("x", "needs-source"), ""), Wish(line("y"), "")])
    assert [held.who for held in clashes.values() if held] == ["ben"]
    assert len(read(path).decisions) == 1  # all or none
    assert mine.write([Wish(line("x", "needs-source"), stamp(mine.held["x"]))]) == {}
    assert mine.held["x"].verdict == "needs-source"


def test_a_decision_holds_also_behind_a_clock_that_runs_ahead(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    append(path, [line("x", when="2999-12-31T23:59:59+00:00")])
    log = DecisionLog(path)
    assert log.write([Wish(line("x", "assigned"), stamp(log.held["x"]))]) == {}
    assert log.held["x"].verdict == "assigned"


def test_the_page_and_a_report_hold_the_same(tmp_path: Path) -> None:
    """Suppressions, a baseline and the log come to the same states as in `factcheck report`."""
    from factcheck.decisions import apply, on

    texts = [
        Document("a.txt", "The town of Barad has a population of 20,000."),
        Document("b.txt", "The town of Barad has a population of 41,000."),
    ]
    for document in texts:
        (tmp_path / document.source).write_text(document.text)
    base, path = tmp_path / "base.jsonl", tmp_path / "log.jsonl"
    live = Live(
        (str(tmp_path / "a.txt"), str(tmp_path / "b.txt")),
        lambda p: Checker(progress=p),
        DecisionLog(path),
        (DecisionLog(base),),
    )
    live.read()
    assert live.view is not None
    (conflict,) = live.view.report.conflicts
    append(base, [on(conflict, live.view.report, "known")])
    for verdict in ("confirmed", "not-a-conflict", "withdrawn", "gone"):
        append(
            path,
            [
                replace(
                    on(conflict, live.view.report, verdict), when=f"2026-01-0{len(read(path).decisions) + 1}"
                )
            ],
        )
        live._refresh()
        live.read()
        applied = apply(live.view.report, [*read(base).decisions, *read(path).decisions])
        wanted = report_record(applied)["conflicts"][0]["decision"]
        shown = live.held().get(conflict.id) or live.reopened()[conflict.id]
        assert wanted is not None and wanted["verdict"] == shown.verdict
        assert shown.verdict == ("known" if verdict == "withdrawn" else verdict)
        assert (conflict.id in live.held()) == (verdict != "gone")
