"""Decisions hold until a value changes, and no line of the log is ever lost."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import pytest
from command import run
from hypothesis import given
from hypothesis import strategies as st
from sample import report as sample_report

from factcheck.cli._exit import judge
from factcheck.decisions import (
    REASONS,
    VERDICTS,
    Decision,
    append,
    apply,
    latest,
    line,
    on,
    read,
    replace_all,
    stale,
)
from factcheck.outputs import formats, render
from factcheck.record import report_record

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
DECISIONS = st.builds(
    Decision,
    conflict=TEXT,
    verdict=st.sampled_from(VERDICTS),
    reason=st.sampled_from(REASONS),
    note=TEXT,
    who=TEXT,
    when=TEXT,
    values=st.tuples(TEXT, TEXT),
)


def decision(conflict: str, verdict: str = "not-a-conflict", **more: str) -> Decision:
    return Decision(conflict, verdict, **more)  # type: ignore[arg-type]


# ---- the log


@given(st.lists(DECISIONS, max_size=5))
def test_what_is_written_is_read(made: list[Decision]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.jsonl"
        append(path, made[:2])
        append(path, made[2:])
        assert read(path) == (tuple(made), ())


@given(cut=st.integers(1, 400))
def test_a_torn_last_line_costs_no_other(cut: int) -> None:
    import tempfile

    made = [decision(f"c{number}", note="é" * 30, reason="history") for number in range(3)]
    whole = [line(each).encode() for each in made]
    torn = b"".join(whole)[: -min(cut, len(whole[-1]) - 1)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.jsonl"
        path.write_bytes(torn)
        log = read(path)
        if cut > 1:  # without its line feed alone the line is whole
            assert log.decisions == tuple(made[:2])
            assert [problem.line for problem in log.problems] == [3]
            assert "cut off" in log.problems[0].message
        append(path, [decision("c9")])
        assert [each.conflict for each in read(path).decisions][-1] == "c9"
        assert read(path).decisions[:2] == tuple(made[:2])


@pytest.mark.parametrize(
    "bad",
    [
        b"{}",
        b"[]",
        b"7",
        b"\xff\xfe",
        b'{"conflict": "x", "verdict": "perhaps"}',
        b'{"conflict": 1, "verdict": "known"}',
    ],
)
def test_a_bad_line_is_told_with_its_number(bad: bytes, tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_bytes(line(decision("a")).encode() + bad + b"\n" + line(decision("b")).encode())
    log = read(path)
    assert [each.conflict for each in log.decisions] == ["a", "b"]
    assert [(problem.code, problem.line) for problem in log.problems] == [("decisions", 2)]
    assert "cut off" not in log.problems[0].message


def test_fields_of_a_later_version_are_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_text('{"conflict": "x", "verdict": "known", "mood": "fine"}\n', encoding="utf-8")
    assert read(path) == ((Decision("x", "known"),), ())


def write_many(path: Path, name: str) -> None:
    for number in range(40):
        append(path, [decision(f"{name}-{number}", note="words " * 200)])


def test_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    context = get_context("spawn")
    writers = [context.Process(target=write_many, args=(path, name)) for name in "abc"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    log = read(path)
    assert log.problems == ()
    assert {each.conflict for each in log.decisions} == {
        f"{name}-{number}" for name in "abc" for number in range(40)
    }


def test_two_people_s_logs_merge_by_git(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        name = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *name, *arguments], cwd=tmp_path, check=True, capture_output=True)

    log = tmp_path / "decisions.jsonl"
    git("init", "-b", "main")
    (tmp_path / ".gitattributes").write_text("decisions.jsonl merge=union\n", encoding="utf-8")
    append(log, [decision("base", when="1")])
    git("add", ".")
    git("commit", "-m", "base")
    for branch in ("ann", "ben"):
        git("checkout", "-b", branch, "main")
        append(log, [decision(branch, when="2"), decision("base", note=branch, when=branch)])
        git("commit", "-am", branch)
    git("merge", "ann")
    merged = read(log)
    assert merged.problems == ()
    assert sorted(each.conflict for each in merged.decisions) == ["ann", "base", "base", "base", "ben"]
    assert latest(merged.decisions)["base"].note == "ben"


@given(st.lists(DECISIONS, max_size=8), st.randoms())
def test_the_order_of_lines_changes_nothing(made: list[Decision], random: object) -> None:
    shuffled = list(made)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert latest(made) == latest(shuffled)


def test_a_person_s_verdict_goes_before_the_baseline() -> None:
    assert (
        latest([decision("x", "known", when="9"), decision("x", "confirmed", when="1")])["x"].verdict
        == "confirmed"
    )


def test_a_withdrawn_verdict_leaves_what_was_before_any_person_decided() -> None:
    taken_back = [decision("x", "confirmed", when="1"), decision("x", "withdrawn", when="2")]
    assert latest(taken_back) == {}
    assert latest([decision("x", "known"), *taken_back])["x"].verdict == "known"
    assert latest([*taken_back, decision("x", "corrected", when="3")])["x"].verdict == "corrected"


def test_rewriting_is_all_or_nothing(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    append(path, [decision("a"), decision("b")])
    replace_all(path, [decision("b")])
    assert [each.conflict for each in read(path).decisions] == ["b"]
    assert [file.name for file in tmp_path.iterdir()] == ["log.jsonl"]


# ---- what they do to a report


def states(made: object, *decisions: Decision) -> dict[str, str]:
    record = report_record(apply(made, decisions))  # type: ignore[arg-type]
    return {conflict["id"]: conflict["state"] for conflict in record["conflicts"]}


@pytest.mark.parametrize("verdict", [verdict for verdict in VERDICTS if verdict not in ("withdrawn", "gone")])
def test_every_verdict_but_confirmed_settles(verdict: str) -> None:
    report = replace(sample_report(), problems=())
    made = on(report.conflicts[0], report, verdict)
    assert made.values == ("560 km", "900 km", "about 560 miles")
    record = report_record(apply(report, [made]))
    state = "open" if verdict == "confirmed" else "settled"
    assert record["conflicts"][0]["state"] == state
    assert record["conflicts"][0]["decision"]["verdict"] == verdict  # type: ignore[index]
    assert judge(record).code == (1 if verdict == "confirmed" else 0)


def test_a_changed_value_opens_exactly_that_finding_again() -> None:
    report = sample_report()
    decisions = [on(conflict, report, "known") for conflict in report.conflicts]
    assert set(states(report, *decisions).values()) == {"settled"}
    changed = replace(report.conflicts[0], id="c0ffee99")
    after = replace(report, conflicts=(changed, *report.conflicts[1:]))
    assert states(after, *decisions) == {
        "c0ffee99": "reopened",
        **{f"c0ffee0{number}": "settled" for number in (2, 3, 4, 5)},
    }
    assert [each.conflict for each in stale(after, decisions)] == ["c0ffee01"]


def test_another_finding_on_the_same_matter_reopens_nothing() -> None:
    report = sample_report()
    known = on(report.conflicts[0], report, "known")
    second = replace(report.conflicts[0], id="c0ffee99")
    assert states(replace(report, conflicts=(*report.conflicts, second)), known)["c0ffee99"] == "open"


@pytest.mark.parametrize(
    "name", [name for name in formats() if name not in ("json", "jsonl", "sarif", "csv")]
)
def test_settled_findings_are_not_shown(name: str) -> None:
    report = sample_report()
    made = render(report_record(apply(report, [on(report.conflicts[0], report, "known")])), name)
    assert "560 km is not 900 miles" in made
    assert "range of Kestrel: 900 km against 560 km" not in made


def test_sarif_tells_why_a_finding_is_suppressed() -> None:
    report = sample_report()
    made = on(
        report.conflicts[0],
        report,
        "not-a-conflict",
        reason="history",
        note="old [data]",
        who="Ann",
        when="2025",
    )
    results = json.loads(render(report_record(apply(report, [made])), "sarif"))["runs"][0]["results"]
    assert results[-1]["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "not-a-conflict (history) — old [data] — Ann, 2025",
        }
    ]
    assert all(result["suppressions"] == [] for result in results[:-1])


# ---- the commands, as a CI owner uses them

BRIDGE = "The Halden Bridge is 1,200 metres long, its engineers said.\n"
OTHER = "The Halden Bridge is 1,500 metres long, its engineers said.\n"
TOWER = "The Corvo Tower is 300 metres high, its architect said.\n"
LOWER = "The Corvo Tower is 250 metres high, its architect said.\n"


def findings(folder: Path, *options: str) -> tuple[int, dict[str, str]]:
    """The exit code and the state of each finding by its id."""
    done = run(folder, "report", "texts", "--format", "json", *options)
    return done.returncode, {each["id"]: each["state"] for each in json.loads(done.stdout)["conflicts"]}


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    for name, text in {"a.txt": BRIDGE + "\n" + TOWER, "b.txt": OTHER, "c.txt": LOWER}.items():
        (tmp_path / "texts" / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_baseline_lets_only_new_and_changed_findings_fail(texts: Path) -> None:
    code, found = findings(texts)
    assert (code, len(found), set(found.values())) == (1, 2, {"open"})
    assert "2 findings known in" in run(texts, "baseline", "create", "texts").stderr
    known = ("--baseline", "factcheck-baseline.jsonl")
    assert findings(texts, *known) == (0, dict.fromkeys(found, "settled"))
    assert len(run(texts, "baseline", "show").stdout.splitlines()) == 2

    # moved, reflowed, renamed: nothing is new
    moved = "A line above.\n\n" + TOWER.replace("high, ", "high,\n") + "\n" + BRIDGE
    (texts / "texts" / "a.txt").write_text(moved, encoding="utf-8")
    (texts / "texts" / "b.txt").rename(texts / "texts" / "z.txt")
    assert findings(texts, *known) == (0, dict.fromkeys(found, "settled"))

    # a value changed: exactly that finding opens again, and its old entry is stale
    (texts / "texts" / "z.txt").write_text(OTHER.replace("1,500", "1,600"), encoding="utf-8")
    code, changed = findings(texts, *known)
    assert (code, sorted(changed.values())) == (1, ["reopened", "settled"])
    done = run(texts, "report", "texts", *known, "--format", "concise")
    assert "is gone" in done.stdout and "1,600" in done.stdout and "Corvo" not in done.stdout

    # the value is put right: nothing is left of it but an entry to prune
    (texts / "texts" / "z.txt").write_text(BRIDGE, encoding="utf-8")
    assert findings(texts, *known)[0] == 0
    assert "1 finding taken out" in run(texts, "baseline", "prune", "texts").stderr
    assert len(run(texts, "baseline", "show").stdout.splitlines()) == 1


def test_pruning_takes_nothing_out_when_something_could_not_be_read(texts: Path) -> None:
    run(texts, "baseline", "create", "texts")
    (texts / "texts" / "b.txt").write_bytes(b"\xff\xff")
    assert run(texts, "baseline", "prune", "texts").returncode == 3
    assert len(run(texts, "baseline", "show").stdout.splitlines()) == 2


def test_a_dismissal_holds_in_the_next_run(texts: Path) -> None:
    _, found = findings(texts)
    first, second = sorted(found)
    done = run(
        texts, "decide", first[:8], "not-a-conflict", "texts", "--reason", "different-time", "--who", "Ann"
    )
    assert done.returncode == 0, done.stderr
    code, after = findings(texts, "--decisions", "decisions.jsonl")
    assert (code, after) == (1, {first: "settled", second: "open"})
    run(texts, "decide", second, "needs-source", "texts")
    assert findings(texts, "--decisions", "decisions.jsonl")[0] == 0
    text = run(texts, "report", "texts", "--decisions", "decisions.jsonl").stdout
    assert "settled by decisions: 2 findings" in text
    run(texts, "decide", first, "confirmed", "texts", "--note", "seen it")
    text = run(texts, "report", "texts", "--decisions", "decisions.jsonl").stdout
    assert "decision: confirmed — seen it" in text


@pytest.mark.parametrize(
    "arguments",
    [
        ["nothing", "confirmed", "texts"],
        ["", "confirmed", "texts"],
        ["{first}", "not-a-conflict", "texts"],
        ["{first}", "confirmed", "texts", "--reason", "history"],
        ["{first}", "perhaps", "texts"],
        ["{first}", "known", "texts"],
    ],
)
def test_a_decision_must_be_one(arguments: list[str], texts: Path) -> None:
    first = sorted(findings(texts)[1])[0]
    done = run(texts, "decide", *(word.format(first=first) for word in arguments))
    assert done.returncode == 2
    assert not (texts / "decisions.jsonl").exists()


# ---- several logs, and what takes a decision back


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2026-01-01T10:00:00+00:00", "2026-01-01T10:00:00.5+00:00"),
        ("2026-01-01T10:00:00+02:00", "2026-01-01T09:00:00+00:00"),
        ("2026-01-01", "2026-01-01T00:00:01Z"),
        ("no time", "1999-12-31"),
        ("", "1999-12-31"),
    ],
)
def test_the_later_one_holds_whatever_the_clocks_look_like(earlier: str, later: str) -> None:
    pair = [decision("x", "confirmed", when=later), decision("x", "not-a-conflict", when=earlier)]
    assert latest(pair)["x"].verdict == latest(pair[::-1])["x"].verdict == "confirmed"


def test_contradicting_logs_are_one_history(texts: Path) -> None:
    first, second = sorted(findings(texts)[1])
    for file, verdict, extra in (
        ("ann.jsonl", "confirmed", []),
        ("ben.jsonl", "not-a-conflict", ["--reason", "history"]),
        ("ann.jsonl", "withdrawn", []),
    ):
        assert run(texts, "decide", first, verdict, "texts", "--decisions", file, *extra).returncode == 0
    logs = ["--decisions", "ann.jsonl", "--decisions", "ben.jsonl"]
    assert findings(texts, *logs)[1] == {first: "open", second: "open"}
    assert findings(texts, *logs[2:], *logs[:2])[1] == {first: "open", second: "open"}
    run(texts, "decide", first, "needs-source", "texts", "--decisions", "ben.jsonl")
    assert findings(texts, *logs)[1] == {first: "settled", second: "open"}


def test_only_what_was_decided_can_be_withdrawn(texts: Path) -> None:
    first = min(findings(texts)[1])
    done = run(texts, "decide", first, "withdrawn", "texts")
    assert (done.returncode, (texts / "decisions.jsonl").exists()) == (2, False)
    run(texts, "decide", first, "assigned", "texts")
    assert run(texts, "decide", first, "withdrawn", "texts").returncode == 0
    assert findings(texts, "--decisions", "decisions.jsonl")[1][first] == "open"


def test_a_log_with_git_s_conflict_marks_still_counts(texts: Path) -> None:
    first, second = sorted(findings(texts)[1])
    run(texts, "decide", first, "assigned", "texts")
    run(texts, "decide", second, "needs-source", "texts")
    log = texts / "decisions.jsonl"
    ours, theirs = log.read_text(encoding="utf-8").splitlines(keepends=True)
    marked = f"<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> branch\n"
    log.write_text(marked, encoding="utf-8")
    done = run(texts, "report", "texts", "--decisions", "decisions.jsonl")
    assert done.returncode == 0
    assert [
        line for line in (1, 3, 5) if f"decisions.jsonl:{line}:1: this line is no decision" in done.stdout
    ] == [1, 3, 5]


def test_a_corrected_finding_that_comes_back_is_regressed(texts: Path) -> None:
    first, second = sorted(findings(texts)[1])
    bridge = next(key for key in (first, second) if "length" in run(texts, "explain", key, "texts").stdout)
    run(texts, "decide", bridge, "corrected", "texts")
    (texts / "texts" / "b.txt").write_text(BRIDGE, encoding="utf-8")
    assert "1 decided finding gone" in run(texts, "decisions", "close", "texts").stderr
    assert "0 decided findings gone" in run(texts, "decisions", "close", "texts").stderr
    (texts / "texts" / "b.txt").write_text(OTHER, encoding="utf-8")
    code, states = findings(texts, "--decisions", "decisions.jsonl")
    assert (code, states[bridge]) == (1, "regressed")


def test_a_finding_is_closed_even_where_its_decider_s_clock_ran_ahead(texts: Path) -> None:
    first, second = sorted(findings(texts)[1])
    bridge = next(key for key in (first, second) if "length" in run(texts, "explain", key, "texts").stdout)
    run(texts, "decide", bridge, "corrected", "texts")
    log = texts / "decisions.jsonl"
    entry = json.loads(log.read_text(encoding="utf-8"))
    log.write_text(json.dumps({**entry, "when": "2999-01-01T00:00:00+00:00"}) + "\n", encoding="utf-8")
    (texts / "texts" / "b.txt").write_text(BRIDGE, encoding="utf-8")
    assert "1 decided finding gone" in run(texts, "decisions", "close", "texts").stderr
    assert "0 decided findings gone" in run(texts, "decisions", "close", "texts").stderr


def test_the_statistics_of_rules_count_what_was_shown_and_decided(texts: Path) -> None:
    first, second = sorted(findings(texts)[1])
    run(texts, "decide", first, "not-a-conflict", "texts", "--reason", "rounding")
    run(texts, "decide", second, "confirmed", "texts")
    for extra in ([], ["texts"]):
        table = run(texts, "rules", "stats", *extra).stdout.splitlines()
        told = {line.split()[0]: line.split()[1:8] for line in table[1:]}
        assert sorted(told.values()) == [
            ["1", "0", "1", "0", "0", "0", "0%"],
            ["1", "1", "0", "0", "0", "0", "100%"],
        ]
    (texts / "factcheck.toml").write_text('decisions = "logs/none.jsonl"\n', encoding="utf-8")
    table = run(texts, "rules", "stats", "texts").stdout.splitlines()
    assert [line.split()[1:] for line in table[1:]] == [["1", "0", "0", "0", "0", "0", "–"]] * 2


# ---- identities


def test_findings_without_a_subject_have_ids_of_their_own(tmp_path: Path) -> None:
    for name, (what, number) in enumerate(
        [("tram runs", 80), ("tram runs", 90), ("lift climbs", 80), ("lift climbs", 90)]
    ):
        (tmp_path / f"{name}.txt").write_text(
            f"The {what} at {number} km/h, somebody of the {what[:4]} crew said.\n"
        )
    done = run(tmp_path, "report", ".", "--format", "gitlab", "--fail-on", "warning")
    assert "2 conflicts" in done.stderr
    record = json.loads(run(tmp_path, "report", ".", "--format", "json").stdout)
    assert len({each["id"] for each in record["conflicts"]}) == 2
    run(tmp_path, "decide", record["conflicts"][0]["id"], "assigned", ".")
    log = ("--decisions", "decisions.jsonl", "--format", "json")
    states = [each["state"] for each in json.loads(run(tmp_path, "report", ".", *log).stdout)["conflicts"]]
    assert sorted(states) == ["open", "settled"]


DAYS = st.lists(st.integers(1, 28), min_size=2, max_size=4, unique=True)


@given(DAYS, st.permutations(["a.txt", "m.txt", "x.txt", "z.txt"]))
def test_ids_hold_for_any_names_of_the_files(days: list[int], names: list[str]) -> None:
    from factcheck import Document
    from factcheck.checker import Checker

    texts = [
        f"The Corvo Tower opened on March {day}, its architect said. {'The tower' if day % 2 else 'It'} is "
        f"{200 + day} metres high."
        for day in days
    ]
    checker = Checker()
    ids = [
        sorted(
            conflict.id
            for conflict in checker.check(
                [Document(name, text) for name, text in zip(order, texts, strict=False)]
            ).conflicts
        )
        for order in (sorted(names), names)
    ]
    assert ids[0] == ids[1] and ids[0]


def test_decisions_of_one_second_count_in_their_order(texts: Path) -> None:
    first = min(findings(texts)[1])
    for verdict in ("needs-source", "confirmed", "assigned", "confirmed"):
        run(texts, "decide", first, verdict, "texts")
    log = read(texts / "decisions.jsonl").decisions
    assert [each.when for each in log] == sorted({each.when for each in log})
    assert latest(log)[first].verdict == log[-1].verdict == "confirmed"


def test_a_decision_counts_although_a_clock_ran_ahead_for_the_one_before(texts: Path) -> None:
    first = min(findings(texts)[1])
    ahead = decision(first, "confirmed", when="2999-01-01T00:00:00+00:00")
    append(texts / "ann.jsonl", [ahead])
    write = 'decisions = ["decisions.jsonl", "ann.jsonl"]\n'
    (texts / "factcheck.toml").write_text(write, encoding="utf-8")
    run(texts, "decide", first, "needs-source", "texts")
    (made,) = read(texts / "decisions.jsonl").decisions
    assert made.when == "2999-01-01T00:00:00.000001+00:00"
    assert latest([made, ahead])[first].verdict == "needs-source"
