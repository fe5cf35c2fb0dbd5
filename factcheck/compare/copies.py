"""Edited copies: one sentence in two texts, nearly word for word, with a value changed.

Two sentences are copies when they share at least `SHARED` of all their words (the Jaccard measure;
containment would take a short sentence for a copy of every long one), or `SHARED_LEAST` when they
share `SHARED_CONTENT` of those that are no grammar. Candidates come from prefix filtering (Bayardo,
Ma and Srikant 2007: two sets that similar must share one of their rarest words), so that no pair is
looked at without a rare word in common. Values are then aligned as
slots between equal words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import chain, compress, count, starmap
from math import ceil
from operator import ne
from typing import NamedTuple

from factcheck.claims.linking import linking
from factcheck.claims.row import Row
from factcheck.claims.shape import SLOT, Shape
from factcheck.claims.things import things
from factcheck.model import Period
from factcheck.text.words import REMEMBERED, grammar, small_words

SHARED = 0.55
SHARED_LEAST = 0.45
SHARED_CONTENT = 0.7
CROWD = 100  # sentences with one word among their rarest
OWNER = 5  # words before a value among which its owner's name is looked for
FORM = 3  # other values that make two texts one form
Values = Sequence[tuple[Row, Row]]


class Copy(NamedTuple):
    """Two sentences that are one: `pairs` are the aligned values (indices of rows), `share` of words.

    `renamed`: words of names, or numbers of other kinds, that stand against each other.
    """

    first: Shape
    second: Shape
    share: float
    pairs: tuple[tuple[int, int], ...]
    renamed: tuple[str, ...]


def copies(shapes: Sequence[Shape], refused: Counter[str]) -> Iterator[Copy]:
    """Every pair of sentences of different documents that are copies, in their order. Sentences that only
    words of a crowd join are no candidates; `refused` counts them under `crowd`, once for each such word."""
    sets = _sets(shapes)
    for first, second in _candidates(shapes, sets, refused):
        one, two = shapes[first], shapes[second]
        if sets[first] is sets[second] and one.slots == two.slots:  # one set for the same words
            yield Copy(one, two, 1.0, tuple(zip(one.rows, two.rows, strict=True)), ())
            continue
        share = _jaccard(sets[first], sets[second])
        if share >= SHARED or (
            share >= SHARED_LEAST
            and _jaccard(sets[first] - small_words(), sets[second] - small_words()) >= SHARED_CONTENT
        ):
            yield _align(one, two, share)


def _sets(shapes: Iterable[Shape]) -> list[frozenset[str]]:
    """The words of each sentence, one set for the same ones."""
    known: dict[tuple[str, ...], frozenset[str]] = {}
    sets: list[frozenset[str]] = []
    for shape in shapes:
        words = known.get(shape.words)
        if words is None:
            plain = [word for word in shape.words if word[0].isalnum()]  # which `SLOT` is not
            words = known[shape.words] = frozenset(plain)
        sets.append(words)
    return sets


def _jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    common = len(a & b)
    return common / (len(a) + len(b) - common) if common else 0.0


def pairs_across(sizes: Iterable[int]) -> int:
    """How many pairs there are of things that stand in different documents; `sizes`: how many in each."""
    sizes = list(sizes)
    return (sum(sizes) ** 2 - sum(size**2 for size in sizes)) // 2


def is_form(sentences: Sequence[Values]) -> bool:
    """Whether two texts are one form filled in twice (two products, two quarters): several sentences
    are copies and most of them have other values. A text that was copied and edited differs in few."""
    pairs = [pair for values in sentences for pair in values]
    if len(pairs) < FORM:
        return False
    other = sum(starmap(_changed, pairs))
    return other >= FORM and other > len(pairs) / 2


def other_statement(copy: Copy, found: Values) -> str | None:
    """Why two sentences of one wording are two statements, and no edited copy: the wording is filled
    with another name, another model, another time. None when they are one statement.
    """
    if copy.renamed:
        return "different-subject"
    relational = linking().relational
    for row, _ in found:
        if row.words and row.words <= relational:
            return "different-subject"  # "Default: 5", "for example 80"
    changed = [a for a, b in found if _changed(a, b)] if len(found) > 1 else ()
    if len(changed) < 2:
        return None
    if any(row.incidental for row in changed):
        return "different-subject"
    return "different-time" if any(row.kind == "date" for row in changed) else None


def _changed(a: Row, b: Row) -> bool:
    """Whether an aligned value is another one; "as of 2011" and "since 2011" tell one time."""
    mine, other = a.claim, b.claim
    if mine.text == other.text or mine.text.lower() == other.text.lower():
        return False
    one, two = mine.canonical, other.canonical
    if isinstance(one, Period) and isinstance(two, Period):
        if one.low == two.low and one.low:
            return False
        if one.unresolved and two.unresolved:  # "Tuesday", "Wednesday" of an unknown week
            return True
    return one != two


def _candidates(
    shapes: Sequence[Shape], sets: Sequence[frozenset[str]], refused: Counter[str]
) -> list[tuple[int, int]]:
    counts = Counter(chain.from_iterable(sets))
    rank = {word: place for place, word in enumerate(sorted(sorted(counts), key=counts.__getitem__))}
    sizes, texts = list(map(len, sets)), [shape.document for shape in shapes]
    index: dict[str, list[int]] = defaultdict(list)
    rarest: dict[frozenset[str], list[str]] = {}  # of each set those that one as similar shares one of
    crowds: dict[str, list[int]] = {}  # the documents of all sentences with a word of a crowd
    found: list[tuple[int, int]] = []
    for number in sorted(range(len(shapes)), key=sizes.__getitem__):
        size, document = sizes[number], texts[number]
        least = ceil(SHARED_LEAST * size)
        words = sets[number]
        if words not in rarest:
            rarest[words] = sorted(words, key=rank.__getitem__)[: size - least + 1]
        near: list[int] = []
        for word in rarest[words]:
            alike = index[word]
            if len(alike) > CROWD:  # as common as this, the rarest word is one of a form
                if word not in crowds:
                    crowds[word] = [texts[other] for other in alike]
                crowds[word].append(document)
                continue
            near += alike
            alike.append(number)
        found += [
            (other, number) if other < number else (number, other)
            for other in set(near)
            if texts[other] != document and sizes[other] >= least
        ]
    for word, crowd in crowds.items():
        taken = Counter(texts[number] for number in index[word])
        refused["crowd"] += pairs_across(Counter(crowd).values()) - pairs_across(taken.values())
    return sorted(found)


def _align(first: Shape, second: Shape, share: float) -> Copy:
    changed = _replaced(first, second)
    if changed is not None:
        pairs = tuple(zip(first.rows, second.rows, strict=True))
        return Copy(first, second, share, pairs, _renamed(first, second, changed))
    rows_first = dict(zip(first.slots, first.rows, strict=True))
    rows_second = dict(zip(second.slots, second.rows, strict=True))
    found: list[tuple[int, int]] = []
    renamed: list[str] = []
    matcher = SequenceMatcher(None, first.words, second.words, autojunk=False)
    for tag, a, a_end, b, b_end in matcher.get_opcodes():
        if tag == "equal":
            found += [
                (rows_first[i], rows_second[i - a + b])
                for i in range(a, a_end)
                if i in rows_first and i - a + b in rows_second
                if not _other_owner(first, i, second, i - a + b)
            ]
            continue
        slots_a = [rows_first[i] for i in range(a, a_end) if i in rows_first]
        slots_b = [rows_second[i] for i in range(b, b_end) if i in rows_second]
        if len(slots_a) == 1 and len(slots_b) == 1 and not _other_owner(first, a, second, b):
            found.append((slots_a[0], slots_b[0]))
        if tag == "insert":
            renamed += _tail(second, b, b_end)
        if tag == "delete":
            renamed += _tail(first, a, a_end)
        if tag == "replace":
            renamed += _renamed(first, second, [(a, a_end, b, b_end)])
    return Copy(first, second, share, tuple(found), tuple(renamed))


def _replaced(first: Shape, second: Shape) -> list[tuple[int, int, int, int]] | None:
    """The stretches of words that differ, where nothing moved: as many words, each other one new to the
    sentence and no value. None for all others, which need a search."""
    if len(first.words) != len(second.words) or first.slots != second.slots:
        return None
    runs: list[tuple[int, int, int, int]] = []
    for place in compress(count(), map(ne, first.words, second.words)):
        if place in first.slots or first.words[place] in second.words or second.words[place] in first.words:
            return None
        start = runs.pop()[0] if runs and runs[-1][1] == place else place
        runs.append((start, place + 1, start, place + 1))
    return runs


def _renamed(first: Shape, second: Shape, stretches: Iterable[tuple[int, int, int, int]]) -> tuple[str, ...]:
    """The words of names that stand against each other in stretches of two sentences."""
    renamed: list[str] = []
    for a, a_end, b, b_end in stretches:
        old = _named(first, a, a_end)
        new = _named(second, b, b_end) if old else old
        if new:
            old -= _all_bare(second.words)
            new -= _all_bare(first.words)
            if old and new:
                renamed += sorted(old | new)
    return tuple(renamed)


def _other_owner(first: Shape, a: int, second: Shape, b: int) -> bool:
    """Whether other names of both sentences stand right before two places: a list told in another order."""
    one, two = _name_before(first, a), _name_before(second, b)
    swapped = one in second.words or two in first.words
    return bool(one and two) and one != two and swapped


def _name_before(shape: Shape, at: int) -> str:
    """The last word of a name within the value's clause."""
    for word in reversed(shape.words[max(0, at - OWNER) : at]):
        if word in shape.names:
            return _bare(word)
        if word in (",", ";") or word[0] == SLOT:
            return ""
    return ""


def _named(shape: Shape, start: int, end: int) -> set[str]:
    """The words of names in a stretch; none in a relative clause behind the last value, which says
    nothing of any value ("three sons, of whom the youngest was …")."""
    named = {_bare(word) for word in shape.words[start:end] if word in shape.names}
    if named and shape.slots:
        last = max(shape.slots)
        if last < start and not grammar().relatives.isdisjoint(shape.words[last:start]):
            return set()
    return named


def _tail(shape: Shape, start: int, end: int) -> list[str]:
    """The words that lengthen a name behind its end ("the Nodus MAX board"): the name of another thing."""
    words = shape.words
    if (
        not start
        or words[start - 1] not in shape.names
        or words[end : end + 1] in [(w,) for w in shape.names]
    ):
        return []
    added = words[start:end]
    return [*added] if all(w in shape.names and w not in things().suffixes for w in added) else []


@lru_cache(REMEMBERED)
def _all_bare(words: tuple[str, ...]) -> frozenset[str]:
    """The words of a sentence, which is set against many others."""
    return frozenset(map(_bare, words))


def _bare(words: str) -> str:
    """Words without the points of abbreviations: "u.s." is "us"."""
    return words.replace(".", "")
