"""Rule files: what is read from them, what is told about broken ones, and which rule judges a claim."""

from __future__ import annotations

from decimal import Decimal
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.rulebook import Rulebook, load_rules
from factcheck.rulebook.check import read_rule
from factcheck.rulebook.rule import LISTS, Rule

ROOT = Path(__file__).parent.parent
GOOD = """\
title: Weight of a parcel
kind: quantity
attribute: weight
dimension: mass
compare: interval
agree_within: 2.5%
message: "{subject}: {a} in {a_source} but {b} in {b_source}"
why: A parcel is weighed once.
settle: the scales
examples:
  conflict:
    - ["The parcel weighs 2 kg.", "The parcel weighs 5 kg."]
    - ["The crate weighs 2 kg.", "The crate weighs 9 kg."]
  agree:
    - ["The parcel weighs 2 kg.", "The parcel weighs 2 kg."]
    - texts: ["The crate weighs 2 kg.", "The crate weighs 2,000 g."]
      published: ["2031-01-02", "2031-01-03"]
  not_comparable:
    - ["The parcel weighs 2 kg.", "The parcel is 5 cm long."]
    - texts: ["The parcel weighs 2 kg.", "The crate weighs 5 kg."]
      reason: different-subject
"""


def write(folder: Path, rule_id: str, text: str) -> Path:
    path = folder / f"{rule_id}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def told(text: str) -> list[str]:
    _, problems = read_rule(text, "x.yaml", "x")
    return [str(problem) for problem in problems]


def test_a_rule_is_read() -> None:
    rule, problems = read_rule(GOOD, "parcels/weight.yaml", "parcels/weight")
    assert problems == []
    assert rule is not None
    assert (rule.id, rule.source, rule.kind, rule.attribute) == (
        "parcels/weight",
        "parcels/weight.yaml",
        ("quantity",),
        ("weight",),
    )
    assert rule.agree_within == Decimal("0.025")
    assert (rule.within, rule.bounds, rule.growing, rule.severity, rule.status) == (
        "between",
        "interval",
        False,
        "error",
        "stable",
    )
    assert rule.examples.conflict[0].texts == ("The parcel weighs 2 kg.", "The parcel weighs 5 kg.")
    assert rule.examples.agree[1].published == ("2031-01-02", "2031-01-03")
    assert rule.examples.not_comparable[1].reason == "different-subject"


def test_a_rule_never_changes() -> None:
    rule, _ = read_rule(GOOD, "x.yaml", "x")
    assert rule is not None
    with pytest.raises(ValueError, match="frozen"):
        rule.severity = "note"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "agree_within: 2.5%",
            "agre_within: 2.5%",
            "x.yaml:6:1: unknown key “agre_within”\n  6 | agre_within: 2.5%\n    | ^\n  did you",
        ),
        ("kind: quantity", "kind: quantiti", "x.yaml:2:7: “quantiti” is none of quantity, count, ordinal,"),
        ("compare: interval", "compare: intervall", "x.yaml:5:10: unknown way to compare “intervall”"),
        ("attribute: weight", "attribute: wieght", "x.yaml:3:12: unknown attribute “wieght”"),
        ("attribute: weight", "attribute: [weight, pirce]", "x.yaml:3:21: unknown attribute “pirce”"),
        (
            "attribute: weight",
            "attribute: revenue",
            "x.yaml:3:12: this never matches: “revenue” takes money only",
        ),
        ("dimension: mass", "dimension: mas", "x.yaml:4:12: unknown dimension “mas”"),
        (
            "kind: quantity\nattribute: weight",
            "kind: money\nattribute: revenue",
            "x.yaml:4:12: this never matches: only a quantity has a dimension",
        ),
        ("attribute: weight", "noun: Visit", "x.yaml:3:7: this never matches: nouns are in lower case"),
        ("{subject}:", "{subjet}:", "x.yaml:7:10: unknown placeholder “{subjet}”"),
        ("{subject}:", "{subject:", "x.yaml:7:10: "),
        ("2.5%", "2.5", "x.yaml:6:15: agree_within: “2.5” is no percentage from 0% to 99%"),
        ("2.5%", "two%", "x.yaml:6:15: agree_within: “two%” is no percentage from 0% to 99%"),
        ("2.5%", "250%", "x.yaml:6:15: agree_within: “250%” is no percentage from 0% to 99%"),
        ("settle: the scales\n", "", "x.yaml:1:1: the key “settle” is missing"),
        ("why: A parcel is weighed once.", "why: ''", "x.yaml:8:6: why: "),
        (
            "settle: the scales",
            "settle: the scales\nseverity: eror",
            "x.yaml:10:11: “eror” is none of error,",
        ),
        ("settle: the scales", "settle: the scales\ngrowing: perhaps", "x.yaml:10:10: growing: "),
        ("title:", "id: other\ntitle:", "x.yaml:1:1: “id” is set by the path of the file"),
        ("  agree:", "  agre:", "x.yaml:14:3: unknown key “agre”"),
        ("reason:", "raeson:", "x.yaml:21:7: unknown key “raeson”"),
        ("why: A parcel", "why: : A parcel", "x.yaml:8:6: not valid YAML"),
        ("why: A parcel is weighed once.", "title: again", "x.yaml:8:1: the key “title” stands here twice"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(old: str, new: str, message: str) -> None:
    assert old in GOOD
    rule, problems = read_rule(GOOD.replace(old, new), "x.yaml", "x")
    assert rule is None
    assert any(str(problem).startswith(message) for problem in problems), [str(p) for p in problems]


def test_all_problems_of_a_file_are_told_in_order() -> None:
    broken = (
        GOOD.replace("kind: quantity", "kind: quantiti")
        .replace("weight\n", "wieght\n")
        .replace("{b}", "{bb}")
    )
    assert [message.split(" ")[0] for message in told(broken)] == [
        "x.yaml:2:7:",
        "x.yaml:3:12:",
        "x.yaml:7:10:",
    ]
    assert "did you mean “weight”?" in told(broken)[1]


@pytest.mark.parametrize("text", ["", "just words\n", "- a\n- b\n", "title: [a\n", "a: 1\n\tb: 2\n"])
def test_a_file_that_is_no_rule_is_one_problem(text: str) -> None:
    rule, problems = read_rule(text, "x.yaml", "x")
    assert rule is None
    assert len(problems) == 1


@given(
    st.dictionaries(
        st.sampled_from([*Rule.model_fields, "x", "1"]),
        st.recursive(
            st.text("ab{}%: 1", max_size=6),
            lambda inner: (
                st.lists(inner, max_size=2)
                | st.dictionaries(st.sampled_from(["conflict", "texts", "z"]), inner, max_size=2)
            ),
            max_leaves=6,
        ),
    )
)
def test_no_shape_of_a_file_raises(content: dict[str, object]) -> None:
    import json

    rule, problems = read_rule(json.dumps(content), "x.yaml", "x")
    assert (rule is None) == bool(problems)
    assert all(problem.line >= 1 for problem in problems)


def test_a_broken_rule_leaves_the_others(tmp_path: Path) -> None:
    write(tmp_path, "parcels/weight", GOOD)
    write(tmp_path, "parcels/other", GOOD.replace("quantity", "quantiti"))
    (tmp_path / "binary.yaml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "notes.txt").write_text("no rule", encoding="utf-8")
    rulebook = load_rules(tmp_path)
    assert [rule.id for rule in rulebook.rules] == ["parcels/weight"]
    assert [Path(problem.source).name for problem in rulebook.problems] == ["binary.yaml", "other.yaml"]
    assert "not UTF-8" in rulebook.problems[0].message


def test_an_empty_or_missing_folder_is_told(tmp_path: Path) -> None:
    assert [p.message for p in load_rules(tmp_path).problems] == ["no rule file (*.yaml) here"]
    missing = load_rules(tmp_path / "none")
    assert missing.rules == ()
    assert "cannot be read" in missing.problems[0].message


def test_one_file_is_a_rulebook(tmp_path: Path) -> None:
    assert [rule.id for rule in load_rules(write(tmp_path, "weight", GOOD)).rules] == ["weight"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  agree:\n", "  revised:\n", "a stable rule needs 2 examples under “agree”, here are 0"),
        (
            '    - ["The crate weighs 2 kg.", "The crate weighs 9 kg."]\n',
            "",
            "2 examples under “conflict”, here are 1",
        ),
        (
            '["The parcel weighs 2 kg.", "The parcel is 5 cm long."]',
            "The parcel weighs 2 kg.",
            "needs two texts",
        ),
        ('"2031-01-02", ', "", "not as many dates as texts"),
        (
            'published: ["2031-01-02", "2031-01-03"]',
            "reason: rounding",
            "only a not comparable example has a reason",
        ),
    ],
)
def test_examples_are_checked(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in GOOD
    write(tmp_path, "weight", GOOD.replace(old, new))
    rulebook = load_rules(tmp_path)
    assert any(message in problem.message for problem in rulebook.problems), rulebook.problems
    assert all(problem.line > 1 for problem in rulebook.problems)


def test_a_trial_rule_needs_no_examples(tmp_path: Path) -> None:
    write(tmp_path, "weight", GOOD[: GOOD.index("examples:")] + "status: trial\n")
    assert load_rules(tmp_path).problems == ()


def test_without_examples_the_rest_is_the_same(tmp_path: Path) -> None:
    write(tmp_path, "weight", GOOD + "severity: note\n")
    full, quick = (load_rules(tmp_path, examples=examples).rules[0] for examples in (True, False))
    assert quick.examples.conflict == ()
    assert quick.model_dump(exclude={"examples"}) == full.model_dump(exclude={"examples"})
    shipped = load_rules(examples=False).rules
    assert [r.model_dump(exclude={"examples"}) for r in shipped] == [
        r.model_dump(exclude={"examples"}) for r in load_rules().rules
    ]


def test_places_are_true_when_examples_are_skipped(tmp_path: Path) -> None:
    write(tmp_path, "weight", GOOD + "severity: eror\n")
    for examples in (True, False):
        (problem,) = load_rules(tmp_path, examples=examples).problems
        assert (problem.line, problem.column) == (22, 11)


def test_rules_that_claim_the_same_are_told(tmp_path: Path) -> None:
    write(tmp_path, "a", GOOD)
    write(
        tmp_path, "b", GOOD.replace("attribute: weight", "attribute: [payload, weight]").replace("2.5%", "9%")
    )
    write(tmp_path, "c", GOOD)
    rulebook = load_rules(tmp_path)
    assert [rule.id for rule in rulebook.rules] == ["a"]
    assert [problem.message for problem in rulebook.problems] == [
        "“b” and “a” both judge quantity attribute weight mass between texts, and in different ways",
        "“c” and “a” both judge quantity attribute weight mass between texts",
    ]


def rule(rule_id: str, **keys: object) -> Rule:
    base = {
        "title": "t",
        "kind": "quantity",
        "compare": "interval",
        "message": "m",
        "why": "w",
        "settle": "s",
    }
    return Rule.model_validate({**base, "id": rule_id, **keys})


def test_the_most_specific_rule_judges() -> None:
    rulebook = Rulebook(
        (
            rule("any"),
            rule("length", dimension="length"),
            rule("height", attribute="height"),
            rule("height-in-length", attribute=["height", "depth"], dimension="length"),
            rule("count", kind="count"),
            rule("visits", kind=["count", "ordinal"], noun=["trip", "game"]),
            rule("killed", kind="count", attribute="killed"),
            rule("dual", within="inside"),
        )
    )

    def judged_by(kind: str, **claim: str) -> str | None:
        found = rulebook.select(kind, **claim)  # type: ignore[arg-type]
        return found.id if found else None

    assert judged_by("quantity") == "any"
    assert judged_by("quantity", dimension="mass", attribute="weight") == "any"
    assert judged_by("quantity", dimension="length", attribute="range") == "length"
    assert judged_by("quantity", dimension="length", attribute="height") == "height-in-length"
    assert judged_by("quantity", attribute="height") == "height"
    assert judged_by("count", noun="dog") == "count"
    assert judged_by("count", attribute="killed", noun="match") == "killed"
    assert (
        judged_by("count", noun="match") == judged_by("ordinal", noun="match") == "visits"
    )  # a synonym of game
    assert judged_by("quantity", within="inside interval", dimension="length") == "dual"
    assert judged_by("money") is None


def test_shipped_rules_are_sound() -> None:
    rulebook = load_rules()
    assert rulebook.problems == ()
    assert len(rulebook.rules) >= 80
    assert [rule.id for rule in rulebook.rules] == sorted(rule.id for rule in rulebook.rules)
    for kind in (
        "quantity",
        "count",
        "percent",
        "money",
        "duration",
        "date",
        "ordinal",
        "age",
        "quote",
        "title",
    ):
        assert rulebook.select(kind), f"nothing judges a {kind}"


def test_shipped_examples_are_varied() -> None:
    texts = [
        text
        for rule in load_rules().rules
        for name in LISTS
        for e in rule.examples.named(name)
        for text in e.texts
    ]
    assert len(set(texts)) > len(texts) / 2
    assert all(text.rstrip().endswith((".", "”", '."', "!", ")")) for text in texts)


def test_a_rule_is_found_by_its_id() -> None:
    rulebook = load_rules(examples=False)
    assert rulebook["measures/range"].dimension == ("length",)
    with pytest.raises(KeyError):
        rulebook["measures/none"]


def generator() -> ModuleType:
    spec = spec_from_file_location("rule_pages", ROOT / "tools" / "rule_pages.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_rule_pages_are_up_to_date() -> None:
    folder = ROOT / "docs" / "rules"
    written = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    assert written == generator().pages(), "run python tools/rule_pages.py"


def test_the_guide_names_every_key_and_topic() -> None:
    guide = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    for key in set(Rule.model_fields) - {"id", "source"}:
        assert f"| `{key}` |" in guide
    for topic in {rule.id.split("/")[0] for rule in load_rules(examples=False).rules}:
        assert f"(rules/{topic}.md)" in guide
