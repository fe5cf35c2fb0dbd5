"""Claims that share plain columns: a property, a subject, a counted noun, words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from factcheck.claims.row import Row
from factcheck.compare.crowds import combine, several
from factcheck.compare.gates import wording
from factcheck.compare.pair import New, Pair

IT = "it"


def by_property(rows: Sequence[Row], refused: Counter[str], new: New) -> Iterator[Pair]:
    """Claims of one named property whose subject is the same, or stands in the other's sentence."""
    blocks: dict[tuple[str, str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.attribute and not row.family and row.kind not in ("quote", "title", "age"):
            for name in row.names | {row.subject} if row.subject else row.names:
                blocks[row.kind, row.dimension, row.attribute, name].append(row)
    for key, block in several(blocks):
        for a, b in combine(block, refused):
            if _tied(a, b) and new(a, b):
                yield Pair(a, b, "property", key[3])


def _tied(a: Row, b: Row) -> bool:
    """Whether two claims that share a name are about one thing as far as the sentences say."""
    if a.kind == "date" and not (a.subject and a.subject == b.subject) and _only_verb(a, b):
        return False
    if bool(a.subject) != bool(b.subject):
        it, other = (a, b) if a.subject else (b, a)
        return _names_its_subject(a, b) and not _is_other_than(other, it)
    return a.subject == b.subject if a.subject else a.subject_head == b.subject_head


def _only_verb(a: Row, b: Row) -> bool:
    """Whether of two dates nothing but what happened then is told alike: "begins in September"."""
    return (a.company - {a.verb, b.verb, *a.attribute.split()}).isdisjoint(b.company)


def _is_other_than(row: Row, it: Row) -> bool:
    """Whether a claim is of a thing of which a claim on "it", whose name is a guess, says nothing: "tickets
    are valid for a day", "apply for the card; it is valid for a year"."""
    noun = "" if row.head else row.subject_head  # who grants a warranty has none
    name = it.subject.split()
    named = not row.modifiers.isdisjoint(name)  # "the KUOR crane weighs 35 tonnes"
    return it.subject_head == IT and not named and noun not in ("", IT, *it.words, *name)


def _names_its_subject(a: Row, b: Row) -> bool:
    """Whether a sentence without a subject names that of the other one: nine seats of the Greens are none of
    the 74 that "the party of the former judge" has won."""
    if bool(a.subject) == bool(b.subject):
        return True
    return (a.subject or b.subject) in (b.names if a.subject else a.names)


def by_subject(rows: Sequence[Row], refused: Counter[str], new: New) -> Iterator[Pair]:
    """Claims of one kind and dimension about one entity."""
    blocks: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.subject and row.kind != "quote" and not row.family:
            blocks[row.kind, row.dimension, row.subject].append(row)
    for _, block in several(blocks):
        for a, b in combine(block, refused):
            if new(a, b):
                yield Pair(a, b, "subject")


def by_noun(rows: Sequence[Row], refused: Counter[str], new: New) -> Iterator[Pair]:
    """Counts, ordinals and measures of one noun whose sentences share a name."""
    blocks: dict[tuple[str, str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.family or row.kind in ("quote", "title", "age", "date"):
            continue
        if row.kind in ("count", "ordinal") and not row.head:
            continue
        for name in row.names:
            if len(name) > 1:  # "type T" is nobody's name
                blocks[row.kind, row.dimension, row.head, name].append(row)
    for key, block in several(blocks):
        for a, b in combine(block, refused):
            if (a.kind == "ordinal" or _names_its_subject(a, b)) and new(a, b):
                yield Pair(a, b, "noun", key[3])


def by_words(rows: Sequence[Row], refused: Counter[str], new: New) -> Iterator[Pair]:
    """Claims of one named property in texts that name nobody ("the poll on the pension law")."""
    blocks: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.named and row.attribute and not row.names and not row.subject and row.family != "casualty":
            blocks[row.kind, row.dimension, row.attribute].append(row)
    for _, block in several(blocks):
        for a, b in combine(block, refused):
            if wording.shared(a, b) and new(a, b):
                yield Pair(a, b, "words")
