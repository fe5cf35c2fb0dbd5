"""`Rulebook`: all rules of a folder, and which of them judges a claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

import regex

from factcheck import data
from factcheck.claims.nouns import head
from factcheck.errors import Problem
from factcheck.model import RuleNote
from factcheck.rulebook.check import check_examples, read_rule
from factcheck.rulebook.rule import Rule

__all__ = ["Rule", "Rulebook", "load_rules"]

SUFFIX = ".yaml"
# The examples are most of a file and no claim is judged by them, so a run skips them unread.
EXAMPLES = regex.compile(r"^examples:.*\n(?:(?:[ \t#-].*)?\n)*", regex.MULTILINE)

# ("between" or "inside" and the check, kind, what the name is a name of, name, dimension); "" where a
# rule takes anything
_Cell = tuple[str, str, str, str, str]


@dataclass(frozen=True)
class Rulebook:
    """Sound rules by id, ascending, and every problem met while reading them."""

    rules: tuple[Rule, ...]
    problems: tuple[Problem, ...] = ()
    _sized: dict[tuple[str, ...], dict[str, Rule]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )  # cells without their dimension -> dimension -> rule

    def __post_init__(self) -> None:
        for rule in self.rules:
            for cell in _cells(rule):
                self._sized.setdefault(cell[:-1], {}).setdefault(cell[-1], rule)

    def __getitem__(self, rule_id: str) -> Rule:
        """The rule called `rule_id`; KeyError when there is none."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise KeyError(rule_id)

    def note(self, rule_id: str) -> RuleNote:
        """What a rule is about, that of the ledger as well; KeyError when there is none of this id."""
        ledger = data.load("ledger")
        if rule_id == ledger["id"]:
            return RuleNote(rule_id, ledger["title"], ledger["why"])
        rule = self[rule_id]
        return RuleNote(rule.id, rule.title, rule.why)

    def select(
        self, kind: str, *, dimension: str = "", attribute: str = "", noun: str = "", within: str = "between"
    ) -> Rule | None:
        """The most specific rule for a claim: one that names its attribute goes before one that
        names its noun, that before one that names its dimension, that before one for its kind.

        `noun` is the lemma that `claims.nouns.head` gives, the same for synonyms. `within`: "between",
        or "inside" with the name of the check ("inside sum"), which is that of the rule's verb.
        """
        for what, name in (("attribute", attribute), ("noun", noun), ("", "")):
            sized = self._sized.get((within, kind, what, name)) if name or not what else None
            if sized and (rule := sized.get(dimension) or sized.get("")) is not None:
                return rule
        return None


def load_rules(path: Path | None = None, *, examples: bool = True) -> Rulebook:
    """The rules under `path`, a folder or one file; without it the rules that are shipped.

    A file that is no sound rule is a problem and not a rule; the others are still loaded. Without
    `examples` they are neither read nor checked, which is several times as fast.
    """
    if path is None:
        from factcheck.places import rules_folder

        path = rules_folder()
    rules: list[Rule] = []
    problems: list[Problem] = []
    for file, rule_id in _files(path):
        rule, found = _load(file, rule_id, examples)
        problems += found
        if rule is not None:
            rules.append(rule)
    if not rules and not problems:
        problems.append(
            Problem(
                "rule", f"no rule file (*{SUFFIX}) here", str(path), hint="give a folder or a file of rules"
            )
        )
    return _without_doubles(rules, problems)


def _files(path: Path) -> list[tuple[Path, str]]:
    if not path.is_dir():
        return [(path, path.stem)]
    found = [(file, file.relative_to(path).with_suffix("").as_posix()) for file in path.rglob(f"*{SUFFIX}")]
    return sorted(found, key=lambda pair: pair[1])


def _load(file: Path, rule_id: str, examples: bool) -> tuple[Rule | None, list[Problem]]:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        return None, [Problem("rule", f"the rule file cannot be read: {reason}", str(file))]
    read = text if examples else EXAMPLES.sub(_blank, text + "\n")
    rule, problems = read_rule(read, str(file), rule_id)
    if rule is not None and examples:
        problems += check_examples(rule, text)
    return rule, problems


def _blank(cut: regex.Match[str]) -> str:
    """As many empty lines as were cut, so that places stay true."""
    return "\n" * cut.group().count("\n")


def _without_doubles(rules: list[Rule], problems: list[Problem]) -> Rulebook:
    """The rules without those that claim what an earlier one judges already: which of the two
    would be meant cannot be told."""
    owner: dict[_Cell, Rule] = {}
    kept = []
    for rule in rules:
        clash = next((cell for cell in _cells(rule) if cell in owner), None)
        if clash is not None:
            first = owner[clash]
            what = " ".join(part for part in clash[1:] if part)
            same = _judgement(rule) == _judgement(first)
            problems.append(
                Problem(
                    "rule",
                    f"“{rule.id}” and “{first.id}” both judge {what} {clash[0]} texts"
                    + ("" if same else ", and in different ways"),
                    rule.source,
                    1,
                    1,
                    f"“{first.id}” is used; narrow one of them by attribute, noun or dimension, or remove it",
                )
            )
            continue
        owner.update(dict.fromkeys(_cells(rule), rule))
        kept.append(rule)
    return Rulebook(tuple(kept), tuple(problems))


def _judgement(rule: Rule) -> tuple[object, ...]:
    return (rule.compare, rule.agree_within, rule.bounds, rule.growing, rule.severity, rule.status)


def _cells(rule: Rule) -> Iterator[_Cell]:
    """What a rule claims: by each attribute and by each noun, or by kind alone where it names neither."""
    names = [("attribute", name) for name in rule.attribute] + [
        ("noun", head(name.split())) for name in rule.noun
    ]
    where = "between" if rule.within == "between" else f"inside {rule.compare}"
    for kind, (what, name), dimension in product(rule.kind, names or [("", "")], rule.dimension or ("",)):
        yield where, kind, what, name, dimension
