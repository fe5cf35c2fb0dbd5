"""Texts on one thing, as likely as their names, figures and leads make it: a tunnel, a theatre, a find.

What a text names first is what it is on, and a name that is no word and no known place or first name is
hardly in two texts by chance. Each piece of evidence adds its weight, as in the linking of records (Fellegi
and Sunter, 1969). The weights are those of a logistic regression on 320 pairs of texts on one story or thing
and 1,300 on two, 200 of those of one war.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import product
from math import inf
from typing import Final

from factcheck.claims.places import country_keys
from factcheck.claims.profile import Profile
from factcheck.compare.events import APART, dated_apart, days_apart
from factcheck.text.namelists import name_lists
from factcheck.text.words import forms

CROWD: Final = 40  # texts that share a name, beyond which it joins none
PART: Final = 4  # letters of a word that may stand for a name …
RARE_PART: Final = 3  # … and of one that is rare
BIAS: Final = -4.57
LEAST: Final = -1.5  # log-odds from which two texts may be on one thing: their figures must show it …
LEAST_SHORT: Final = 1.5  # … and from which one that gives few figures may be
FEW: Final = 4
NEVER: Final = -inf
SURE: Final = 3.0  # log-odds from which two texts that are not of other days or causes tell of one event
MOST: Final = (2, 0.5)  # names of the text with fewer, and their share, that are most of them
# Of the rare words of names that both have, as a share of all names of the text with fewer …
NAMES: Final = (2.91, 3)
LEADS: Final = (1.47, 6, 3)  # … of the words that both leads have, as a share of the shorter one …
FIGURES: Final = (0.74, 4)  # … of each figure or year that both give …
RARE: Final = (1.6, 3)  # … and more of one that two texts hardly share by chance
SHARE: Final = 8  # of so many figures that the text with fewer has, one, below which they are by chance
FIRST: Final = 1.13  # one names what the other one names first …
BOTH: Final = 2  # … either does
NEAR: Final = (1.81, 7)  # they are of days of one week
FAR: Final = -2.99  # of days too far apart for one event

Texts = tuple[int, int]


class Likely:
    """How likely texts are on one thing. `figures`: how many figures and years two texts share, `rare`: how
    many of them hardly by chance; `sizes`: how many each text gives."""

    def __init__(
        self,
        profiles: Sequence[Profile],
        figures: Counter[Texts],
        rare: Counter[Texts],
        sizes: Mapping[int, int],
    ) -> None:
        self._profiles = profiles
        self._sizes = sizes
        self._figures, self._rare = figures, rare
        self._first = [_parts(each.first_names) for each in profiles]
        self._every = [_parts(each.names) for each in profiles]
        self._unknown = cache(lambda number: _unknown(profiles[number].names))
        self._own = cache(lambda number: len(profiles[number].names - country_keys()))
        self._by_word = cache(lambda number: _by_word(profiles[number].names))

    def pairs(self) -> dict[Texts, float]:
        """The pairs of texts that may be on one thing, with the log-odds; at any time where most of what one
        of them names is in both."""
        odds = {pair: self._odds(*pair) for pair in {*self._figures, *self._crossed()}}
        return {
            pair: told
            for pair, told in odds.items()
            if told >= self._least(*pair) or (told > NEVER and self._share_most(*pair))
        }

    def _least(self, a: int, b: int) -> float:
        few = self._fewer_figures(a, b) < FEW
        return LEAST_SHORT if few or self._every[a].isdisjoint(self._every[b]) else LEAST

    def _fewer_figures(self, a: int, b: int) -> int:
        return min(self._sizes.get(a, 0), self._sizes.get(b, 0))

    def _odds(self, a: int, b: int) -> float:
        one, two = self._profiles[a], self._profiles[b]
        if _befell_twice(one, two):
            return NEVER
        told = BIAS + FIRST * self._firsts(a, b)
        if self._figures[a, b] * SHARE >= self._fewer_figures(a, b):
            told += FIGURES[0] * min(self._figures[a, b], FIGURES[1])
            told += RARE[0] * min(self._rare[a, b], RARE[1])
        if told + NAMES[0] + LEADS[0] + NEAR[0] < LEAST:
            return told
        shared = len(self._unknown(a) & self._unknown(b))
        told += NAMES[0] * min(1, shared / max(NAMES[1], min(self._own(a), self._own(b)))) if shared else 0
        if told + LEADS[0] + NEAR[0] < LEAST:
            return told
        shorter = max(LEADS[1], min(len(one.lead_words), len(two.lead_words)))
        told += LEADS[0] * min(1, LEADS[2] * len(one.lead_words & two.lead_words) / shorter)
        apart = days_apart(one.published, two.published)
        told += NEAR[0] if apart is not None and apart <= NEAR[1] else 0
        return told + (FAR if dated_apart(one, two) else 0)

    def _firsts(self, a: int, b: int) -> int:
        """How many of two texts name what the other one names first."""
        first, every = self._first, self._every
        return (not first[a].isdisjoint(every[b])) + (not first[b].isdisjoint(every[a]))

    def _share_most(self, a: int, b: int) -> bool:
        """Whether either of two texts names what the other one names first, and most of what one of them
        names is in both, in full or in short."""
        if self._firsts(a, b) < BOTH:
            return False
        own = {number: self._profiles[number].names - country_keys() for number in (a, b)}
        needed = max(MOST[0], MOST[1] * min(map(len, own.values())))
        return all(
            sum(self._is_named(name, other) for name in own[one]) >= needed for one, other in ((a, b), (b, a))
        )

    def _is_named(self, name: str, number: int) -> bool:
        """Whether a text has a name, or the same in short ("the Zelin cave", "Zelin")."""
        if name in self._profiles[number].names:
            return True
        words, known = set(name.split()), self._by_word(number)
        return any(words <= each or each <= words for word in words for each in known.get(word, ()))

    def _crossed(self) -> Iterator[Texts]:
        """The pairs of texts of which one names what the other one names first."""
        first = _where(self._first)
        known = set(first)
        every = _where([words & known for words in self._every])
        for word, numbers in first.items():
            if len(every[word]) <= CROWD:
                yield from (
                    (min(pair), max(pair)) for pair in product(numbers, every[word]) if pair[0] != pair[1]
                )


def _where(texts: Sequence[Set[str]]) -> Mapping[str, list[int]]:
    """The texts that have each word."""
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
    """The words that may stand for what a text names: "the Karsk" for "the KR-9 Karsk"."""
    return {part for name in names - country_keys() for part in name.split() if len(part) >= PART}


def _unknown(names: Set[str]) -> set[str]:
    """The words of names that are no words of English, no known places and no first names."""
    parts = {part for name in names - country_keys() for part in name.split() if len(part) >= RARE_PART}
    lists = name_lists()
    for known in (forms(), lists.places, lists.given, lists.adjectives):
        parts = parts.difference(known)  # one by one: they are large
    return parts


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
