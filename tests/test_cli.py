"""The command: exit codes with their last line, streams, formats, terminals, bad input."""

from __future__ import annotations

import itertools
import json
import os
import pty
import subprocess
import sys
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from command import COMMAND, Repository, installed, run
from sample import report as sample_report

from factcheck.cache import program
from factcheck.cli._exit import judge
from factcheck.errors import Exit, Problem
from factcheck.model import Coverage
from factcheck.record import report_record

FILES = {
    "long.txt": "The Kestrel missile has a range of 900 km, its maker said.\n",
    "short.txt": "The Kestrel missile has a range of 500 km, its maker said.\n",
    "same.txt": "The Kestrel missile has a range of 900 km, its maker said.\n",
    "silent.txt": "Nothing here can be checked, and nobody minds.\n",
    "page.md": "# Kestrel\n\nThe Kestrel missile has a range of\n**500 km**, its maker said.\n",
    "latin.txt": b"A caf\xe9 of 12 seats.",
    "binary.txt": b"\x7fELF\0\0",
    "empty.txt": "",
    "rules/broken.yaml": "title: Range\nkind: [quantity\n",
    "unknown/key.yaml": "title: Range\nkindd: quantity\n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("texts")
    for name, content in FILES.items():
        (made / name).parent.mkdir(exist_ok=True)
        (made / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    (made / "nothing").mkdir()
    (made / "big.txt").write_bytes(b"word " * 10_000_000)
    return made


# ---- exit codes: frozen, they are what pipelines rely on

CODES = [
    ("report long.txt short.txt", 1, "1 conflict at or above error (measures/range)"),
    ("report long.txt page.md", 1, "1 conflict at or above error (measures/range)"),
    ("report long.txt short.txt --fail-on note", 1, "1 conflict at or above note (measures/range)"),
    ("report long.txt short.txt --fail-on never", 0, "nothing fails by --fail-on never; 1 finding"),
    ("report long.txt same.txt", 0, "nothing at or above error; 0 findings"),
    (
        "report long.txt short.txt gone.txt",
        3,
        "1 input that could not be read (gone.txt: no such file or folder)",
    ),
    (
        "report long.txt same.txt empty.txt",
        3,
        "1 input that could not be read (empty.txt: there is no text in it)",
    ),
    ("report long.txt same.txt latin.txt binary.txt", 3, "2 inputs that could not be read (binary.txt: "),
    ("report long.txt same.txt big.txt", 3, "1 input that could not be read (big.txt: larger than 20 MB"),
    ("report nothing", 3, "1 input that could not be read (nothing: no file in this folder can be read)"),
    ("report silent.txt", 4, "nothing was checked: no claim found in 1 document"),
    ("report silent.txt --allow-empty", 0, "nothing at or above error"),
    ("report long.txt", 4, "nothing was checked: none of "),
    ("", 2, "usage: no command given"),
    ("baseline", 2, "usage: no command given"),
    ("report", 2, "usage: Missing argument"),
    ("report long.txt --formt json", 2, "usage: No such option"),
    (
        "report long.txt --format jsn",
        2,
        "usage: Invalid value for '--format': no format 'jsn' (did you mean 'json'?)",
    ),
    (
        "report long.txt --format text --format json",
        2,
        "usage: Invalid value for '--format': only one format can go",
    ),
    ("report long.txt --format json=no/x.json", 2, "usage: Invalid value for '--format': no folder 'no'"),
    ("report long.txt --format json=nothing", 2, "cannot be written: Is a directory"),
    ("report long.txt --fail-on fatal", 2, "usage: Invalid value for '--fail-on'"),
    (
        "report long.txt --published yesterday",
        2,
        "usage: Invalid value for '--published': 'yesterday' is not a date",
    ),
    ("report long.txt --rules rules", 2, "not valid YAML"),
    ("report long.txt --rules unknown", 2, ""),
    ("report long.txt --rules gone", 2, "the rule file cannot be read: No such file or directory"),
    ("extract long.txt", 0, ""),
    ("extract silent.txt", 4, "no claim found"),
    ("extract silent.txt --allow-empty", 0, "0 claims"),
    ("extract long.txt gone.txt", 3, "1 input that could not be read (gone.txt: "),
    ("extract long.txt --format xml", 2, "usage: Invalid value for '--format'"),
    ("rules measures/rang", 2, "usage: no rule 'measures/rang' (did you mean 'measures/range'?)"),
    ("schema reprt", 2, "usage: no schema 'reprt' (did you mean 'report'?)"),
    ("demo nowhere", 2, "usage: no case 'nowhere'"),
    ("test nowhere", 2, "usage: no rule 'nowhere'"),
    ("convert long.txt", 2, "not JSON: "),
    ("nonsense", 2, "usage: No such command 'nonsense'"),
]


@pytest.mark.parametrize(("arguments", "code", "why"), CODES, ids=[case[0] for case in CODES])
def test_exit_codes(arguments: str, code: int, why: str, folder: Path) -> None:
    done = run(folder, *arguments.split())
    assert done.returncode == code, done.stderr
    assert done.stderr.splitlines()[-1].startswith(f"exit {code}: {why}"), done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        "report long.txt same.txt --format json",
        "report long.txt short.txt --verbose",
        "report long.txt --formt json",
        "report long.txt gone.txt",
        "report silent.txt",
        "extract long.txt page.md",
    ],
)
def test_the_tests_run_what_is_installed(arguments: str, folder: Path) -> None:
    here, there = run(folder, *arguments.split()), installed(folder, *arguments.split())
    assert (here.returncode, here.stdout, here.stderr) == (there.returncode, there.stdout, there.stderr)


def test_the_codes_mean_what_they_always_meant() -> None:
    assert {code.name: int(code) for code in Exit} == {
        "CLEAN": 0,
        "CONFLICTS": 1,
        "USAGE": 2,
        "UNREADABLE": 3,
        "NOTHING_CHECKED": 4,
    }


@pytest.mark.parametrize(
    ("keep", "fail_on", "code"),
    [
        ("1", "error", 1),
        ("4", "error", 0),
        ("4", "warning", 1),
        ("5", "warning", 0),
        ("5", "note", 1),
        ("2", "note", 0),  # revised
        ("3", "note", 0),  # spread
        ("12345", "never", 0),
        ("", "note", 4),
    ],
)
def test_thresholds_count_conflicts_only(keep: str, fail_on: str, code: int) -> None:
    made = sample_report()
    conflicts = tuple(conflict for conflict in made.conflicts if conflict.id[-1] in keep)
    coverage = Coverage(documents=3, claims=9)
    record = report_record(replace(made, conflicts=conflicts, coverage=coverage, problems=()))
    assert judge(record, fail_on).code == code


@pytest.mark.parametrize(
    ("codes", "code"), [(("rule", "missing"), 2), (("missing", "format"), 3), (("format", "date"), 1)]
)
def test_what_makes_findings_doubtful_goes_before_them(codes: tuple[str, ...], code: int) -> None:
    problems = tuple(Problem(name, "message", "x") for name in codes)
    assert judge(report_record(replace(sample_report(), problems=problems))).code == code


# ---- the others are still checked


def test_bad_inputs_do_not_stop_the_good_ones(folder: Path) -> None:
    bad = ["gone.txt", "latin.txt", "binary.txt", "empty.txt", "big.txt", "nothing"]
    done = run(folder, "report", "--format", "json", "long.txt", *bad, "short.txt")
    record = json.loads(done.stdout)
    assert len(record["conflicts"]) == 1
    assert [problem["source"] for problem in record["problems"]] == sorted(bad)
    assert done.returncode == 3
    assert "1 conflict at or above error" in done.stderr.splitlines()[-1]
    assert "latin.txt:1:6: not valid UTF-8 at byte 5" in done.stderr


def test_a_broken_rule_is_told_with_its_place(folder: Path) -> None:
    done = run(folder, "report", "long.txt", "--rules", "unknown")
    assert "unknown/key.yaml:2:1" in done.stderr
    assert "kindd: quantity" in done.stderr and "did you mean" in done.stderr


# ---- the same bytes whatever the order


def test_output_is_the_same_in_any_order_and_for_any_hash_seed(folder: Path) -> None:
    names = ["long.txt", "short.txt", "page.md", "same.txt"]
    made = {
        installed(
            folder, "report", *order, "--format", form, "--show-not-comparable", PYTHONHASHSEED=str(seed)
        ).stdout
        for seed, order in enumerate(itertools.islice(itertools.permutations(names), 0, 24, 5))
        for form in ("json",)
    }
    assert len(made) == 1
    assert len(json.loads(made.pop())["documents"]) == 4


def test_claims_are_the_same_for_any_hash_seed(folder: Path) -> None:
    made = {installed(folder, "extract", ".", PYTHONHASHSEED=str(seed)).stdout for seed in (0, 1, 2)}
    assert len(made) == 1
    assert made.pop()


# ---- streams and files


def test_several_formats_from_one_run(folder: Path, tmp_path: Path) -> None:
    sarif, junit = tmp_path / "out.sarif", tmp_path / "junit.xml"
    options = [f"--format=sarif={sarif}", f"--format=junit={junit}", "--format=concise"]
    done = run(folder, "report", "long.txt", "short.txt", *options)
    assert done.stdout.startswith("long.txt:1:36: error [measures/range]")
    assert json.loads(sarif.read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert junit.read_text(encoding="utf-8").startswith("<?xml")


def test_a_file_only_leaves_standard_output_empty(folder: Path, tmp_path: Path) -> None:
    done = run(folder, "report", "long.txt", "short.txt", f"--format=json={tmp_path}/o.json")
    assert done.stdout == ""


def test_findings_can_be_rendered_again(folder: Path, tmp_path: Path) -> None:
    findings = tmp_path / "findings.json"
    direct = run(folder, "report", "long.txt", "page.md", f"--format=json={findings}", "--format=text")
    again = run(folder, "convert", str(findings), "--format", "text")
    assert (again.returncode, again.stdout) == (0, direct.stdout)
    piped = run(folder, "convert", "-", text=findings.read_text(encoding="utf-8"))
    assert piped.stdout == direct.stdout


def test_standard_input_is_a_document(folder: Path) -> None:
    done = run(folder, "report", "long.txt", "-", "--format", "concise", text=FILES["short.txt"])  # type: ignore[arg-type]
    assert done.returncode == 1
    assert "<stdin>:1:36" in done.stdout


def test_markdown_places_are_those_of_the_file(folder: Path) -> None:
    done = run(folder, "report", "long.txt", "page.md", "--format", "concise")
    assert "page.md:4:3" in done.stdout


def test_output_is_utf8_in_any_locale(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "münze.txt").write_text(
        "Die Münze: the coin weighs 12 grams, “they” said.\n", encoding="utf-8"
    )
    done = installed(tmp_path, "extract", ".", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[0])["source"] == "münze.txt"


def test_a_reader_that_goes_away_is_no_error(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "many.txt").write_text("The bridge is 12 km long. " * 5000, encoding="utf-8")
    command = f"'{COMMAND}' extract '{tmp_path}/many.txt' | head -c 10"
    done = subprocess.run(command, check=False, shell=True, capture_output=True, text=True)
    assert "Traceback" not in done.stderr and "Broken" not in done.stderr
    assert len(done.stdout) == 10


def test_quiet_says_nothing_when_all_is_well(folder: Path) -> None:
    assert run(folder, "report", "long.txt", "same.txt", "--quiet", "--format", "concise").stderr == ""
    assert run(folder, "report", "long.txt", "short.txt", "--quiet").stderr.startswith("exit 1")


def test_verbose_lists_what_was_read(folder: Path) -> None:
    done = run(folder, "report", "long.txt", "same.txt", "--verbose", "--published", "2025-08-15")
    assert "read long.txt (2025-08-15)" in done.stderr


@pytest.mark.parametrize(("option", "pairs"), [([], 0), (["--show-not-comparable"], 1)])
def test_what_was_not_comparable_is_listed_on_request(
    option: list[str], pairs: int, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    from factcheck.cli import _run
    from factcheck.cli.report import command

    monkeypatch.setattr(_run, "check", lambda *arguments: sample_report())
    command.main(["x", "--format", "json", *option], standalone_mode=False)
    record = json.loads(capfdbinary.readouterr().out)
    assert len(record["not_comparable"]) == pairs
    assert record["coverage"]["not_comparable"] == {"different-subject": 2, "different-time": 1}


# ---- claims


def test_claims_as_text_json_and_lines(folder: Path) -> None:
    lines = [json.loads(line) for line in run(folder, "extract", "long.txt", "page.md").stdout.splitlines()]
    assert lines == json.loads(run(folder, "extract", "page.md", "long.txt", "--format", "json").stdout)
    ranges = [claim for claim in lines if claim["attribute"] == "range"]
    assert [(claim["source"], claim["text"], claim["value"]["low"]) for claim in ranges] == [
        ("long.txt", "900 km", "900"),
        ("page.md", "500 km", "500"),
    ]
    text = run(folder, "extract", "long.txt", "--format", "text").stdout
    assert "long.txt:1:36: quantity: Kestrel · range" in text


def test_every_claim_follows_the_schema(folder: Path) -> None:
    import jsonschema

    validator = jsonschema.Draft202012Validator(json.loads(run(folder, "schema", "claim").stdout))
    for line in run(folder, "extract", "long.txt", "page.md", "--show-incidental").stdout.splitlines():
        validator.validate(json.loads(line))


# ---- terminals


def on_a_terminal(folder: Path, *arguments: str, **environment: str) -> str:
    """What the command writes when its standard output is a terminal."""
    reader, writer = pty.openpty()
    env = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "60", **environment}
    env.pop("NO_COLOR", None) if "NO_COLOR" not in environment else None
    with subprocess.Popen(
        [COMMAND, *arguments], cwd=folder, stdout=writer, stderr=subprocess.DEVNULL, env=env
    ):
        os.close(writer)
        shown = b""
        while True:
            try:
                piece = os.read(reader, 65536)
            except OSError:  # the terminal closes with its last writer
                break
            if not piece:
                break
            shown += piece
    os.close(reader)
    return shown.decode()


def test_colours_only_on_a_terminal_that_wants_them(folder: Path) -> None:
    coloured = on_a_terminal(folder, "report", "long.txt", "short.txt")
    assert "\x1b[" in coloured and "[[900 km]]" not in coloured
    plain = on_a_terminal(folder, "report", "long.txt", "short.txt", NO_COLOR="1")
    assert "[[900 km]]" in plain
    assert "\x1b[" not in run(folder, "report", "long.txt", "short.txt").stdout


# ---- the smaller commands


def test_help_lists_all_commands(folder: Path) -> None:
    done = run(folder, "--help")
    names = {file.stem for file in (Path(__file__).parent.parent / "factcheck" / "cli").glob("[a-z]*.py")}
    for name in names:
        assert f"\n  {name} " in done.stdout
    for name in names:
        assert run(folder, name, "--help").returncode == 0


def test_version(folder: Path) -> None:
    import factcheck

    assert run(folder, "--version").stdout == f"factcheck {factcheck.__version__}\n"


def test_rules_are_listed_and_shown(folder: Path) -> None:
    listed = run(folder, "rules").stdout.splitlines()
    assert any(line.startswith("measures/range ") for line in listed)
    page = run(folder, "rules", "measures/range").stdout
    assert page.startswith("measures/range: ") and "conflict:" in page


def test_doctor_is_content(folder: Path) -> None:
    done = run(folder, "doctor")
    assert done.returncode == 0, done.stdout
    assert "ok       trafilatura" in done.stdout
    assert "starlette" in done.stdout


def test_doctor_tells_of_the_cache_and_the_configuration(tmp_path: Path) -> None:
    done = run(tmp_path, "doctor", FACTCHECK_CACHE=str(tmp_path / "c"))
    assert "configuration of this folder: none" in done.stdout
    assert (
        f"ok       cache: {tmp_path / 'c'}, where entries are those of version {program()[:12]}"
        in done.stdout
    )
    assert not (tmp_path / "c").exists()
    (tmp_path / "c").write_text("no folder")
    done = run(tmp_path, "doctor", FACTCHECK_CACHE=str(tmp_path / "c"))
    assert (done.returncode, "missing  cache: " in done.stdout) == (0, True)
    (tmp_path / "factcheck.toml").write_text("cache = false\n")
    assert "cache: none, as the configuration says" in run(tmp_path, "doctor").stdout
    (tmp_path / "factcheck.toml").write_text("cash = false\n")
    done = run(tmp_path, "doctor")
    assert (done.returncode, "broken   factcheck.toml:1:1: " in done.stdout) == (2, True)


def test_doctor_tells_how_git_merges_the_log(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    assert "git merges" not in run(tmp_path, "doctor").stdout
    repository.write("decisions.jsonl", "")
    told = run(tmp_path, "doctor").stdout
    assert "missing  git merges decisions.jsonl line by line; write `decisions.jsonl merge=union`" in told
    repository.write(".gitattributes", "decisions.jsonl merge=union\n")
    assert "ok       git merges decisions.jsonl line by line\n" in run(tmp_path, "doctor").stdout
    repository.write("factcheck.toml", 'decisions = ["log/ours.jsonl"]\n')
    repository.write("log/ours.jsonl", "")
    assert "missing  git merges log/ours.jsonl line by line" in run(tmp_path, "doctor").stdout


# ---- progress


class Screen(StringIO):
    def __init__(self, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.mark.parametrize(
    ("terminal", "quiet", "patience", "shown"),
    [
        (True, False, -1.0, True),
        (True, False, 60.0, False),
        (True, True, -1.0, False),
        (False, False, -1.0, False),
    ],
)
def test_a_bar_is_for_long_readings_on_a_terminal(
    terminal: bool, quiet: bool, patience: float, shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factcheck.cli import _progress

    screen = Screen(terminal)
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(_progress, "PATIENCE", patience)
    with _progress.bar(quiet) as progress:
        if progress is not None:
            progress(3, 40)
    assert ("3/40" in screen.getvalue()) is shown
