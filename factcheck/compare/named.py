"""Texts on one thing, as the names in them show: a tunnel, a theatre, a flute and who dug it up.

What a text names first is what it is on. Two texts of which either names what the other one names first are
on one thing when they share some figures or years besides, or names enough.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from functools import cache
from itertools import combinations, product

from factcheck.claims.places import country_keys
from factcheck.claims.profile import Profile
from factcheck.compare.events import APART, dated_apart, days_apart

CROWD = 40  # texts that share a name, beyond which it joins none
FIGURES = 2  # figures or years that two texts share …
SHARE = 8  # … and of so many figures, or names, that the text with fewer has, one
PART = 4  # letters of a word that may stand for a name
NAMES = 2  # names in common of texts of near days …
NAMES_ALONE = 4  # … and of any days
MOST = 0.5  # of the names of the text with fewer, that is most of what it names

Pairs = set[tuple[int, int]]


def on_one(
    profiles: Sequence[Profile],
    figures: Counter[tuple[int, int]],
    rare: Counter[tuple[int, int]],
    sizes: Counter[int],
) -> Pairs:
    """The pairs of texts on one thing, at any time. `figures`: how many figures and years two texts share,
    `rare`: how many of them hardly by chance; `sizes`: how many each text has."""
    names = _Words(profiles)
    found = {
        (a, b)
        for (a, b), count in figures.items()
        if count >= max(FIGURES, min(sizes[a], sizes[b]) / SHARE) and names.meet(a, b)
    }
    for pair in names.both_first():
        one, two = (profiles[each] for each in pair)
        if _share_some(one, two) or (pair in rare and _share_few(one, two) and not _befell_twice(one, two)):
            found.add(pair)
    for pair in names.crossed():
        one, two = (profiles[each] for each in pair)
        if names.share_most(*pair) and not _befell_twice(one, two):
            found.add(pair)
    return found


class _Words:
    """The words that may stand for what texts name ("the KR-9 Karsk", "the Karsk"); `first`: of what each
    names first."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.first = [_parts(each.first_names) for each in profiles]
        self.every = cache(lambda number: _parts(profiles[number].names))
        self._own = cache(lambda number: profiles[number].names - country_keys())
        self._names = [each.names for each in profiles]
        self._by_word = cache(lambda number: _by_word(profiles[number].names))
        self._count = len(profiles)

    def share_most(self, a: int, b: int) -> bool:
        """Whether most of what one of two texts names is in both, in full or in short."""
        needed = max(NAMES, MOST * min(len(self._own(a)), len(self._own(b))))
        return all(
            sum(self._is_named(name, other) for name in self._own(one)) >= needed
            for one, other in ((a, b), (b, a))
        )

    def _is_named(self, name: str, number: int) -> bool:
        """Whether a text has a name, or the same in short ("the Zelin cave", "Zelin")."""
        if name in self._names[number]:
            return True
        words, known = set(name.split()), self._by_word(number)
        return any(words <= each or each <= words for word in words for each in known.get(word, ()))

    def meet(self, a: int, b: int) -> bool:
        """Whether one of two texts names what the other one names first."""
        return bool(self.first[a] & self.every(b) or self.first[b] & self.every(a))

    def both_first(self) -> Pairs:
        """The pairs of texts that name one thing first."""
        found: Pairs = set()
        for numbers in self._where(self.first).values():
            if len(numbers) <= CROWD:
                found.update(combinations(numbers, 2))
        return found

    def crossed(self) -> Pairs:
        """The pairs of texts either of which names what the other one names first."""
        first, every = self._where(self.first), self._where(list(map(self.every, range(self._count))))
        met = {
            (one, other)
            for word, numbers in first.items()
            if len(every[word]) <= CROWD
            for one, other in product(numbers, every[word])
        }
        return {(a, b) for a, b in met if a < b and (b, a) in met}

    @staticmethod
    def _where(texts: Sequence[set[str]]) -> dict[str, list[int]]:
        where: dict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(texts):
            for word in words:
                where[word].append(number)
        return where


def _by_word(names: Set[str]) -> dict[str, list[set[str]]]:
    """The words of each name, by each of them."""
    found: dict[str, list[set[str]]] = defaultdict(list)
    for name in names:
        words = set(name.split())
        for word in words:
            found[word].append(words)
    return found


def _parts(names: Set[str]) -> set[str]:
    return {part for name in names - country_keys() for part in name.split() if len(part) >= PART}


def _share_some(a: Profile, b: Profile) -> bool:
    """Whether two texts that name one thing first share more names."""
    apart = days_apart(a.published, b.published)
    enough = NAMES if apart is not None and apart <= APART else NAMES_ALONE
    return len(a.names & b.names) >= max(enough, min(len(a.names), len(b.names)) / SHARE)


def share_any(mine: Set[str], other: Set[str]) -> bool:
    """Whether any name of one text is in the other one, or as two words of a longer one: "Great Halm", "the
    Great Halm Glacier"; Port Amaro is not all of Amaro."""
    if not mine.isdisjoint(other):
        return True
    one, two = ([set(name.split()) for name in names if " " in name] for names in (mine, other))
    return any(a <= b or b <= a for a in one for b in two)


def _befell_twice(a: Profile, b: Profile) -> bool:
    """Whether two texts tell of what happened on two days, and no full name is in both: two crashes on one
    road."""
    if not (a.lead_days and b.lead_days and dated_apart(a, b)):
        return False
    leads = (*a.lead_days, *b.lead_days)
    full = any(" " in name for name in a.names & b.names)
    return not full and all((days_apart(*stretch) or 0) <= APART for stretch in leads)


def _share_few(a: Profile, b: Profile) -> bool:
    """Whether half of what one of two texts names is in both as it is written."""
    one, two = (each.names - country_keys() for each in (a, b))
    return len(one & two) >= MOST * min(len(one), len(two))
