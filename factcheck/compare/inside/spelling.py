"""Names spelled in two ways in one text: "Michael Brennan", and once "Micheal Brennan"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise

from factcheck.compare.inside._names import row, runs
from factcheck.compare.inside._text import Text, pair
from factcheck.compare.pair import Pair
from factcheck.compare.verbs.spelling import plain, romanised
from factcheck.data import load
from factcheck.text.words import forms

SHORTEST = 5  # letters; shorter names differ by a letter without being one
APART = 80  # code points between two spellings; nearer ones are meant
MOST = 12  # words that stand beside one other word; more are a list
VOWELS = frozenset("aeiouy")
ALIKE = tuple(map(frozenset, ("dt", "ck", "sz", "mn", "vw", "fv", "bp", "gk", "sc", "lr")))  # in sound
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
Places = dict[str, list[tuple[int, int]]]


def find(text: Text) -> Iterator[Pair]:
    """Two names of two words that share one of them and differ in a letter of the other."""
    beside: dict[tuple[str, str], Places] = defaultdict(lambda: defaultdict(list))
    for start, words in runs(text):
        at = start
        for first, second in pairwise(words):
            one, two = _owner(first), _owner(second)
            place = at, at + len(first) + 1 + len(two)
            beside["before", two][one].append(place)
            beside["after", one][two].append(place)
            at += len(first) + 1
    seen: set[frozenset[str]] = set()
    for (_, other), places in beside.items():
        if not 2 <= len(places) <= MOST or len(other) < 3:
            continue
        for one, two in combinations(places, 2):
            differ = frozenset((one, two))
            if differ in seen or not _slipped(one, two) or _known(one, two):
                continue
            if _rare(places[one], places[two]):
                seen.add(differ)
                yield from _pair(text, places[one][0], places[two][0])


def _pair(text: Text, one: tuple[int, int], two: tuple[int, int]) -> Iterator[Pair]:
    first, second = sorted((one, two))
    if second[0] - first[1] < APART:
        return
    subject = text.document.text[slice(*first)]
    sides = row(text, *first, subject, "name"), row(text, *second, subject, "name")
    yield pair("spelling", sides[0], (sides[1],), "two names of one text differ in a letter")


def _rare(one: list[tuple[int, int]], two: list[tuple[int, int]]) -> bool:
    """Whether one spelling stands there but once; two that are both used often are two names."""
    return min(len(one), len(two)) == 1


def _owner(word: str) -> str:
    """ "Farm's" as "Farm" """
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _known(one: str, two: str) -> bool:
    """Whether both words are names or words of their own: "Erik" and "Eric", "Western" and "Eastern"."""
    given = _given()
    low = one.lower(), two.lower()
    return all(word in given for word in low) or all(word in forms() for word in low)


def _given() -> frozenset[str]:
    names = load("honorifics")["first_names"].values()
    return frozenset(word for line in names for word in line.split())


def _slipped(one: str, two: str) -> bool:
    """Whether two words are a letter apart, have two letters exchanged, or are one name in two scripts."""
    a, b = sorted((plain(one), plain(two)), key=len)
    if len(a) < SHORTEST or len(b) - len(a) > 1 or a[0] != b[0]:
        return False
    if romanised(a) == romanised(b):  # the verb tells that they are one
        return True
    at = next((i for i in range(len(a)) if a[i] != b[i]), len(a))
    if len(a) < len(b):  # a letter more; at the end it makes another name: "Ivanov", "Ivanova"
        return at < len(a) and a[at:] == b[at + 1 :]
    if a[at + 1 :] == b[at + 1 :]:
        letters = {a[at], b[at]}
        inner = at < len(a) - 1 and (letters <= VOWELS or _neighbours(a[at], b[at]))
        return inner or any(letters <= sound for sound in ALIKE)
    return a[at] == b[at + 1 : at + 2] and b[at] == a[at + 1 : at + 2] and a[at + 2 :] == b[at + 2 :]


def _neighbours(a: str, b: str) -> bool:
    """Whether two letters lie side by side on a keyboard."""
    return any(abs(row.find(a) - row.find(b)) == 1 for row in KEYS if a in row and b in row)
