"""One body under two names: "Halden Shipping will close its yard" here, "Halden Freight will close …" there.

Names that share their first word are mostly those of two things, or of two members of a family. They are one
body's when the other word is one of the dictionary, either text knows one of the names only, and both tell
of one event and say the same of the name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from factcheck.claims.people import is_first_name
from factcheck.compare.joins.names._row import row
from factcheck.compare.joins.names.spelled import Called, Names
from factcheck.compare.joins.names.told import Told, tie
from factcheck.compare.pair import Pair
from factcheck.text.namelists import name_lists
from factcheck.text.words import forms, noun_lemma

TEXTS = 20  # with one name
FEW = 4  # names that begin with one word: beyond, it names no single body
SHARED = 2  # words that both texts say of the name, besides a value or in its place
SIDES = frozenset(("north", "south", "east", "west", "upper", "lower", "new", "old"))
Where = dict[str, list[tuple[int, Called]]]


def pairs(names: Sequence[Names], told: Told, refused: Counter[str]) -> Iterator[Pair]:
    """Names of two words that share the first one, in texts that tell the same of them."""
    by_first: dict[str, Where] = defaultdict(lambda: defaultdict(list))
    for number, known in enumerate(names):
        for called in known.of_two():
            if _is_body(called):
                first, last = called.letters
                by_first[first][last].append((number, called))
    for _, where in sorted(by_first.items()):
        for x, y in combinations(sorted(where), 2):
            one = [each for each in where[x] if y not in names[each[0]].words]
            other = [each for each in where[y] if x not in names[each[0]].words]
            taken = (one[:TEXTS], other[:TEXTS]) if len(where) <= FEW else ([], [])
            refused["crowd"] += len(one) * len(other) - len(taken[0]) * len(taken[1])
            if noun_lemma(x) == noun_lemma(y):
                continue
            for sides in product(*taken):
                (a, mine), (b, theirs) = sorted(sides, key=lambda side: side[0])
                why = _why(told, a, mine, b, theirs)
                if why:
                    ids = told.documents[a].id, told.documents[b].id
                    yield Pair(
                        row(mine.name, a, ids[0], noun="body"),
                        row(theirs.name, b, ids[1], noun="body"),
                        "name",
                        why,
                    )


def _is_body(called: Called) -> bool:
    """Whether two words are a name and what bears it: "Halden Shipping", no person and no place."""
    first, last = (word.lower() for word in called.name.text.split())
    lists = name_lists()
    if is_first_name(first) or first in lists.places or first in forms() or last in SIDES:
        return False
    return last not in lists.place and (last in lists.org or last in forms())


def _why(told: Told, a: int, one: Called, b: int, other: Called) -> str:
    """What shows that two names are one body's, "" for nothing."""
    if told.knows(b, one.name.text) or told.knows(a, other.name.text) or not told.one_event(a, b):
        return ""
    for mine, theirs in product(told.places(a, one.name), told.places(b, other.name)):
        found = tie(mine, theirs)
        if found is not None and found.shared >= SHARED:
            return found.words
    return ""
