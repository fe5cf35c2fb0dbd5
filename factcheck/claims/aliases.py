"""One thing under several names: the alias table, and the key under which names of all texts meet."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Final

import regex

from factcheck.data import load
from factcheck.errors import FactcheckError, Problem
from factcheck.text.words import remembered
from factcheck.yamlfile import Node, parse

KINDS: Final = ("country", "place", "body", "person", "thing")
# Letters that carry no accent to strip, and spellings that differ only by the romanisation used.
PLAIN: Final = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ð": "d",
        "þ": "th",
        "’": "'",
        "ʼ": "'",
    }
)
SPELLINGS: Final = tuple(
    pair.split(">") for pair in "kh>h gh>g dzh>j tch>ch ph>f q>k ck>k tz>ts ou>u oo>u ei>e ey>e".split()
)
FINAL: Final = regex.compile(r"(?:iyi|iy|yy|ij|ii|yi|ie|i)$")
DOUBLE: Final = regex.compile(r"(\p{L})\1")
WORD: Final = regex.compile(r"[^\W_]+(?:'(?!s\b)[^\W_]+)*")
SHOUTED: Final = 5  # letters from which a name in capitals is one in a headline, not an abbreviation
ARTICLES: Final = frozenset(("the", "al", "el", "ar", "as", "ash", "az", "an"))


class Aliases:
    """Names -> (canonical name, kind). `problems` are entries that could not be kept, with their places."""

    def __init__(self, files_: Iterable[tuple[str, str]] = ()) -> None:
        """`files_` are (source, YAML text) pairs of a user; a later one goes before an earlier one."""
        self._names: dict[str, tuple[str, str]] = {}
        self.longest: dict[str, int] = {}  # first word in lower case -> words of the longest name
        self.problems: list[Problem] = []
        shipped = (files("factcheck.data") / "aliases.yaml").read_text(encoding="utf-8")
        for source, text in (("aliases.yaml", shipped), *files_):
            try:
                self._add(parse(text, source))
            except FactcheckError as error:
                self.problems += error.problems

    def find(self, name: str) -> tuple[str, str] | None:
        """(canonical name, kind) of a name, None when the table does not know it."""
        found = self._names.get(name)
        if found is not None or (len(name) < SHOUTED and name.isupper()):
            return found
        return self._names.get(name.lower())

    def _add(self, root: Node) -> None:
        owners: dict[str, tuple[str, Node]] = {}
        added: dict[str, tuple[str, str]] = {}
        if not isinstance(root.value, dict):
            self.problems.append(
                root.problem(
                    "aliases are lists of names under country, place, body, person or thing", code="alias"
                )
            )
            return
        for kind, entries in root.value.items():
            if kind not in KINDS or not isinstance(entries.value, dict):
                self.problems.append(
                    entries.problem(
                        f"no kind of name is called “{kind}”", f"use one of {', '.join(KINDS)}", "alias", True
                    )
                )
                continue
            for canonical, names in entries.value.items():
                for written, node in _written(canonical, names):
                    owner = owners.setdefault(_spelling(written), (canonical, node))
                    if owner[0] != canonical:
                        self.problems.append(_clash(written, canonical, owner, entries, node))
                        continue
                    added[_spelling(written)] = (canonical, kind)
                    added.setdefault(written, (canonical, kind))
        self._rename(added)
        self._names.update(added)
        for name in added:
            words = name.lower().split()
            self.longest[words[0]] = max(self.longest.get(words[0], 0), len(words))

    def _rename(self, added: dict[str, tuple[str, str]]) -> None:
        """A file that takes over a canonical name takes all its other names with it."""
        taken = {
            self._names[name][0]: target
            for name, target in added.items()
            if name in self._names and _spelling(self._names[name][0]) == name
        }
        for name, (canonical, _) in list(self._names.items()):
            if canonical in taken:
                self._names[name] = taken[canonical]


def _written(canonical: str, names: Node) -> list[tuple[str, Node]]:
    listed = names.value if isinstance(names.value, list) else [names] if names.value else []
    return [
        (canonical, names.key or names),
        *((node.value, node) for node in listed if isinstance(node.value, str)),
    ]


def _spelling(name: str) -> str:
    """Names in capitals stay as they are; others match in any case."""
    return name if name.isupper() else name.lower()


def _clash(written: str, canonical: str, owner: tuple[str, Node], entries: Node, node: Node) -> Problem:
    other = owner[0]
    back = entries.value.get(other)
    names = [child.value for child in back.value] if back is not None and isinstance(back.value, list) else []
    if written == other and canonical in names:
        message = f"“{canonical}” and “{other}” are each an alias of the other"
    else:
        message = f"“{written}” stands for “{other}” (line {owner[1].line}) and for “{canonical}”"
    return node.problem(message, "a name may stand in one entry only", "alias")


@cache
def shipped() -> Aliases:
    """The table that comes with the package."""
    return Aliases()


@cache
def _dropped() -> frozenset[str]:
    return frozenset(load("honorifics")["honorifics"]) | ARTICLES


@remembered
def fold(name: str) -> str:
    """The key under which spellings of one name meet: no case, accents, honorifics or articles.

    "Zelenskyy", "Zelenskiy" and "Zelensky" give one key, so do "Khaled" and "Haled". It is for
    names only and never shown.
    """
    plain = "".join(
        c
        for c in unicodedata.normalize("NFKD", name.lower().translate(PLAIN))
        if not unicodedata.combining(c)
    )
    words = [word.replace("'", "") for word in WORD.findall(plain)]
    kept = [word for word in words if word not in _dropped()] or words
    return " ".join(_fold_word(word) for word in kept)


def _fold_word(word: str) -> str:
    if len(word) < 4 or not word.isalpha():
        return word
    for spelling, plain in SPELLINGS:
        if spelling in word:
            word = word.replace(spelling, plain)
    return FINAL.sub("y", DOUBLE.sub(r"\1", word))


def canonical_key(name: str, kind: str = "", aliases: Aliases | None = None) -> str:
    """The key of a name across documents; a plural meets its singular, persons' names excepted."""
    found = (aliases or shipped()).find(name)
    if found is not None:
        return fold(found[0])
    folded = fold(name)
    if (
        kind != "person"
        and " " not in folded
        and len(folded) > 4
        and folded[-1] == "s"
        and folded[-2] not in "siu"
    ):
        return folded[:-1]
    return folded
