"""The cache: equal reports with it and without, whatever happens to its files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace
from decimal import Decimal
from inspect import signature
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck.cache import Cache, program
from factcheck.checker import Basis
from factcheck.claims.reading import Reading
from factcheck.codec import codec
from factcheck.config.effective import Config
from factcheck.config.settings import Settings
from factcheck.inputs import gather
from factcheck.model import Claim, Interval, Period, Span, Value, Wording
from factcheck.rulebook import load_rules

ROOT = Path(__file__).parent.parent
COMMAND = Path(sys.executable).parent / "factcheck"
SEEDS = sorted(str(file) for file in (ROOT / "seeds").rglob("*") if file.suffix in (".txt", ".md", ".html"))


def entries(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file() and file.name != "CACHEDIR.TAG")


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(30):
        size = 1200 + 100 * (number % 2)
        text = f"# Note {number}\n\nThe Halden Bridge is {size} metres long, Ann Example said.\n"
        (folder / f"{number:02}.md").write_text(text, encoding="utf-8")
    return folder


def report(texts: Path, cache: Path | None) -> tuple[str, int]:
    """The report as JSON, and how many documents were read anew."""
    import factcheck.claims.extract as extract

    read: list[str] = []
    original = extract.read

    def watched(document: factcheck.Document, **options: object) -> Reading:
        read.append(document.id)
        return original(document, **options)  # type: ignore[arg-type]

    try:
        extract.read = watched
        made = factcheck.Checker(cache=cache).check([texts])
    finally:
        extract.read = original
    return json.dumps(made.to_dict()), len(read)


def test_a_warm_run_reads_nothing_and_reports_the_same(texts: Path, tmp_path: Path) -> None:
    plain, _ = report(texts, None)
    assert report(texts, tmp_path / "c") == (plain, 30)
    assert report(texts, tmp_path / "c") == (plain, 0)
    (texts / "00.md").write_text(
        "The Halden Bridge is 1,450 metres long, Ann Example said.\n", encoding="utf-8"
    )
    changed, read = report(texts, tmp_path / "c")
    assert (changed == plain, read) == (False, 1)
    assert changed == report(texts, None)[0]
    assert len(entries(tmp_path / "c")) == 61  # a changed document replaces its entries


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"1200", b"1300"),
        lambda data: data.partition(b"\n")[0] + b"\n[[],0,[],[]]",
        lambda data: b"\x80\x04\x95.",
        lambda data: data[:-1] + b"\xff",
    ],
)
def test_a_harmed_entry_is_made_anew(harm: object, texts: Path, tmp_path: Path) -> None:
    plain, _ = report(texts, tmp_path / "c")
    for file in entries(tmp_path / "c"):
        file.write_bytes(harm(file.read_bytes()))  # type: ignore[operator]
    made, read = report(texts, tmp_path / "c")
    assert made == plain
    assert read > 0
    assert report(texts, tmp_path / "c") == (plain, 0)


def test_entries_that_stand_under_another_name_are_not_taken(texts: Path, tmp_path: Path) -> None:
    plain, _ = report(texts, tmp_path / "c")
    files = entries(tmp_path / "c")
    contents = [file.read_bytes() for file in files]
    for file, content in zip(files, [*contents[1:], contents[0]], strict=True):
        file.write_bytes(content)
    assert report(texts, tmp_path / "c") == (plain, 30)


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="needs another user's files")
def test_entries_of_another_user_are_not_taken(texts: Path, tmp_path: Path) -> None:
    plain, _ = report(texts, tmp_path / "c")
    for file in entries(tmp_path / "c"):
        os.chown(file, 12345, 12345)
    assert report(texts, tmp_path / "c") == (plain, 30)


def test_another_program_or_another_option_reads_anew(texts: Path, tmp_path: Path) -> None:
    (document, *_), *_ = gather([texts])
    made: list[str] = []

    def read(name: str) -> Reading:
        made.append(name)
        return Reading(document)

    Cache(tmp_path / "c", "tables").reading(document, lambda: read("first"))
    Cache(tmp_path / "c", "tables").reading(document, lambda: read("again"))
    Cache(tmp_path / "c", "spacy:x").reading(document, lambda: read("other option"))
    assert made == ["first", "other option"]
    assert program() == program()
    assert len(program()) == 64


def test_a_folder_that_cannot_be_written_costs_only_time(texts: Path, tmp_path: Path) -> None:
    (tmp_path / "c").write_text("a file", encoding="utf-8")
    assert report(texts, tmp_path / "c") == (report(texts, None)[0], 30)


def test_two_runs_at_once_give_one_report(texts: Path, tmp_path: Path) -> None:
    def run(_: int) -> str:
        environment = {**os.environ, "FACTCHECK_CACHE": str(tmp_path / "c")}
        command = [COMMAND, "report", texts, "--format", "json", "--fail-on", "never"]
        return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout

    with ThreadPoolExecutor(2) as pool:
        assert len(set(pool.map(run, range(4)))) == 1
    assert not [file for file in entries(tmp_path / "c") if file.name.startswith("new-")]


@pytest.mark.parametrize(("options", "kept"), [([], True), (["--no-cache"], False)])
def test_the_command_keeps_readings_unless_told_not_to(
    options: list[str], kept: bool, texts: Path, tmp_path: Path
) -> None:
    environment = {**os.environ, "FACTCHECK_CACHE": str(tmp_path / "c")}
    command = [COMMAND, "report", texts, "--fail-on", "never", *options]
    subprocess.run(command, check=True, capture_output=True, env=environment)
    assert bool(entries(tmp_path / "c")) is kept
    (texts / "factcheck.toml").write_text(f'cache = "{tmp_path.as_posix()}/d"\n', encoding="utf-8")
    subprocess.run(command, check=True, capture_output=True, env=environment)
    assert bool(entries(tmp_path / "d")) is kept
    (texts / "factcheck.toml").write_text("cache = false\n", encoding="utf-8")
    before = entries(tmp_path / "c")
    (texts / "00.md").write_text("Other words.\n", encoding="utf-8")
    subprocess.run(command, check=True, capture_output=True, env=environment)
    assert entries(tmp_path / "c") == before


# ---- whole comparisons


def test_an_unchanged_comparison_is_not_made_again(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = factcheck.Checker().check([texts])
    assert plain.conflicts
    assert plain.claims
    assert factcheck.Checker(cache=tmp_path / "c").check([texts]) == plain
    monkeypatch.setattr("factcheck.compare.judge.judge", lambda *given: pytest.fail("compared again"))
    assert factcheck.Checker(cache=tmp_path / "c").check([texts]) == plain
    claims = {id(claim) for claim in plain.claims}
    assert all(id(claim) in claims for conflict in plain.conflicts for claim in conflict.claims)


def test_an_unlisted_report_has_the_same_findings_and_counts(texts: Path, tmp_path: Path) -> None:
    (texts / "30.md").write_text("The Halden Bridge will be 1,900 metres wide.\n", encoding="utf-8")
    plain = factcheck.Checker().check([texts])
    for _ in range(2):
        lean = factcheck.Checker(cache=tmp_path / "c").check([texts], listed=False)
        assert (lean.claims, lean.not_comparable) == ((), ())
        assert (lean.conflicts, lean.coverage) == (plain.conflicts, plain.coverage)
    assert factcheck.Checker(cache=tmp_path / "c").check([texts]) == plain


SUPPRESSION = 'ignore measures/length reason="two towers" until=2030-01-01\n'


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "new.md").write_text("The Halden Bridge is 3,000 metres long.\n"),
        lambda folder: (folder / "00.md").unlink(),
        lambda folder: (folder / "00.md").rename(folder / "000.md"),
        lambda folder: (folder / "00.md.factcheck").write_text(SUPPRESSION),
        lambda folder: (folder / "bad.md").write_bytes(b"\xff\xfe\xff"),
        lambda folder: {"today": "2031-01-01"},
        lambda folder: {"published": "2025-01-01"},
        lambda folder: {"rules": _rules(folder)},
        lambda folder: {
            "config": _written(folder / "other.toml", '[rule."measures/*"]\nseverity = "note"\n')
        },
        lambda folder: {"ledger": _written(folder / "facts.yaml", LEDGER)},
    ],
)
def test_whatever_a_report_depends_on_makes_it_anew(change: Any, texts: Path, tmp_path: Path) -> None:
    (texts / "01.md.factcheck").write_text(SUPPRESSION)
    given: dict[str, Any] = {"today": "2029-01-01"}
    before = factcheck.Checker(cache=tmp_path / "c", **given).check([texts])
    changed = change(texts)
    given |= changed if isinstance(changed, dict) else {}
    made = factcheck.Checker(cache=tmp_path / "c", **given).check([texts])
    assert made == factcheck.Checker(**given).check([texts])
    assert made != before


LEDGER = """facts:
  - subject: Halden Bridge
    attribute: length
    value: 2,000 metres
    source: the register
"""


def _written(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8")
    return file


def _rules(folder: Path) -> Path:
    shipped = (ROOT / "rules" / "measures" / "length.yaml").read_text(encoding="utf-8")
    return _written(folder / "length.yaml", shipped.replace("severity: error", "severity: warning"))


SAYS = {  # for each key of a configuration something that is not its default
    "extends": ("base.toml",),
    "paths": ("docs",),
    "exclude": ("/old/**",),
    "fail_on": "warning",
    "published": "2025-01-01",
    "rules": "own",
    "ledger": "facts.yaml",
    "units": "units.yaml",
    "attach": "tree",
    "decisions": ("decisions.jsonl",),
    "baseline": "known.jsonl",
    "cache": False,
    "sources": "sources.yml",
    "rule": {"measures/*": {"severity": "note"}},
    "zones": {"history": {"compare": True}},
    "overrides": ({"paths": ("/docs",), "zone": "plan"},),
    "authority": ({"paths": ("/docs",)},),
}
NO_PART = {"cache", "keep", "progress", "jobs"}  # of a checker's arguments: how it works, not what it finds


@pytest.mark.parametrize("key", Settings.model_fields)
def test_every_setting_makes_a_report_anew(key: str) -> None:
    rules = load_rules(examples=False)
    plain = Basis(rules, Config())
    said = Settings.model_validate({key: SAYS[key]})
    assert getattr(said, key) != getattr(Settings(), key)
    assert Basis(rules, Config(said)).told() != plain.told()
    assert Basis(rules, Config(inner={"/docs": Config(said)})).told() != plain.told()


def test_every_argument_of_a_checker_is_part_of_what_a_report_rests_on() -> None:
    given = signature(factcheck.Checker).parameters
    basis = {each.name: each for each in fields(Basis)}
    names = {"rulebook" if name == "rules" else name for name in given if name not in NO_PART}
    assert names == set(basis)
    assert [name for name, each in basis.items() if not each.metadata.get("told", True)] == ["today"]
    shown = {name for name in basis if name != "today"}
    plain = Basis(load_rules(examples=False), Config())
    for name in shown:
        assert replace(plain, **{name: "another"}).told() != plain.told()
    assert {each.name for each in fields(Config)} - {"root"} == {"settings", "file", "inner", "moved"}
    for change in ({"file": "x"}, {"inner": {"x": Config()}}, {"moved": ("a", "b")}):
        assert replace(plain, config=replace(Config(), **change)).told() != plain.told()


# ---- the JSON of values


def test_every_seed_comes_back_as_it_was(tmp_path: Path) -> None:
    checker = factcheck.Checker()
    documents, *_ = gather(SEEDS)
    cache = Cache(tmp_path / "c")
    assert len(documents) > 40
    for document in documents:
        made = cache.reading(document, lambda document=document: checker.read(document))  # type: ignore[misc]
        again = cache.reading(document, lambda: pytest.fail("read anew"))
        assert again == made
        ids = {id(claim) for claim in again.claims}
        assert all(id(row.claim) in ids for row in again.rows)


numbers = st.decimals(allow_nan=False, allow_infinity=False)
values: st.SearchStrategy[Value] = st.one_of(
    st.builds(Interval, st.none() | numbers, st.none() | numbers, st.none() | st.text()),
    st.builds(Period, st.none() | st.text(), st.none() | st.text(), st.text()),
    st.builds(Wording, st.text()),
)
spans = st.builds(Span, st.text(), st.integers(), st.integers())
claims = st.builds(
    Claim,
    *(st.text(), st.text(), st.text(), st.text(), values, spans, spans),
    scope=st.dictionaries(st.text(), st.text()),
    speaker=st.none() | st.text(),
    flags=st.lists(st.text()).map(tuple),
    canonical=st.none() | values,
)


@given(claims)
def test_a_claim_comes_back_from_its_json(claim: Claim) -> None:
    pack, unpack = codec(Claim)
    assert pack is not None
    assert unpack is not None
    again = unpack(json.loads(json.dumps(pack(claim))))
    assert again == claim
    assert dict(again.scope) == dict(claim.scope)
    if isinstance(claim.value, Interval) and claim.value.low is not None:
        assert str(again.value.low) == str(claim.value.low)  # exact, with its trailing zeros
    assert codec(Decimal).pack is str


def test_a_type_without_a_codec_is_an_error() -> None:
    with pytest.raises(TypeError, match="no codec for"):
        codec(complex)
