"""One name under two spellings in two texts: "Ines Halvorsen" here, "Ines Halvorson" there.

Names that differ are mostly two names. Two of them are one when a word of one nearly is a word of the
other, all other words are the same, either text knows one of them only, and the texts show that they speak
of the same: they tell one story or one event, or say the same beside the two names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import product
from typing import NamedTuple

from factcheck.claims.people import is_first_name
from factcheck.claims.profile import Named
from factcheck.compare.joins.names._row import row
from factcheck.compare.joins.names.letters import REMEMBERED_ALIKE, Slip, alike, is_word, near, nearly
from factcheck.compare.joins.names.told import Told, tie
from factcheck.compare.pair import Pair
from factcheck.compare.verbs.spelling import plain
from factcheck.text.namelists import name_lists
from factcheck.text.words import forms

LONGEST = 6  # words of a name
FULL = 2  # … of a first and a last name
MOST = 8  # names of one text with a word in common: a family, a list
SHARED = 3  # words that two sentences share, besides the value, where that is a common one
LONG = 7  # letters of a name, from which one with another letter is hardly another name
TEXTS = 100  # with a word that nearly is another one
RARE = 2  # texts with a slip: two names that more texts have each are two …
OFTEN = 10  # … unless the other one is so many times as common
LIST = 200  # names in a text, from which names are listed in it and no story …
LISTED = 100  # … and from which two of them may begin alike
STORY = "both texts tell one story, and each knows one of the two names"


class Called(NamedTuple):
    """A name and its words as letters."""

    name: Named
    letters: list[str]

    def written(self, letters: str) -> str:
        """How the word with these letters is written."""
        return self.name.text.split()[self.letters.index(letters)]


class Names:
    """The names of a text. Few of them come to be compared, so that letters are asked for late."""

    def __init__(self, listed: Iterable[Named]) -> None:
        self._all = [(named, named.text.split()) for named in listed]
        self._kept = [each for each in self._all if len(each[1]) <= LONGEST and each[1][-1][0].isupper()]

    @property
    def size(self) -> int:
        """How many names there are."""
        return len(self._all)

    def capitals(self) -> set[str]:
        """The words with a capital, as written."""
        return {word for _, words in self._kept for word in words if word[0].isupper()}

    def of_two(self) -> Iterator[Called]:
        """The names of two words with capitals."""
        for named, words in self._kept:
            if len(words) == 2 and words[0][0].isupper():
                yield Called(named, list(map(plain, words)))

    @cached_property
    def words(self) -> set[str]:
        """The letters of each word of each name."""
        return {plain(word) for _, words in self._all for word in words}

    @cached_property
    def by_word(self) -> dict[str, list[Called]]:
        """The names by the letters of each word with a capital."""
        found: dict[str, list[Called]] = defaultdict(list)
        for named, words in self._kept:
            called = Called(named, list(map(plain, words)))
            for each in {each for each, word in zip(called.letters, words, strict=True) if word[0].isupper()}:
                found[each].append(called)
        return found


class Match(NamedTuple):
    """Two names that nearly are one: `full` when other words of theirs are the same."""

    a: Named
    b: Named
    full: bool


def pairs(names: Sequence[Names], told: Told, refused: Counter[str]) -> Iterator[Pair]:
    """Pairs of names that nearly are one name, in texts that speak of the same. `names` of each text."""
    seen: set[tuple[int, int, str, str]] = set()
    for a, b, match, why in (*_of_stories(names, told), *_slipped(names, told, refused)):
        key = a, b, match.a.text, match.b.text
        if key not in seen:
            seen.add(key)
            one, other = told.documents[a].id, told.documents[b].id
            yield Pair(row(match.a, a, one), row(match.b, b, other), "name", why)


def _of_stories(names: Sequence[Names], told: Told) -> Iterator[tuple[int, int, Match, str]]:
    """Full names of texts on one story, up to two letters apart, or alike where they are of two words."""
    related = set(told.related)
    for first, second in told.likely:
        a, b = names[first], names[second]
        if max(a.size, b.size) > LISTED:
            continue
        for word in sorted(a.by_word.keys() & b.by_word.keys()):
            mine, theirs = a.by_word[word], b.by_word[word]
            if len(mine) > MOST or len(theirs) > MOST:
                continue
            for one, other in product(mine, theirs):
                x, y = _apart(one, other)
                if not x or x in b.words or y in a.words:
                    continue
                sides = (first, one.name), (second, other.name)
                if _may_be_one(one, other, x, y, (first, second) in related) or (
                    len(mine) == len(theirs) == 1 and _is_misremembered(one, other, x, y, told, sides)
                ):
                    yield first, second, Match(one.name, other.name, True), STORY


def _may_be_one(one: Called, other: Called, x: str, y: str, told: bool) -> bool:
    """Whether two names that differ in the words `x` and `y` may be one: by slips of the pen, or a person's,
    misheard. `told`: the figures of the texts say that they are on one story."""
    near = nearly(x, y)
    if not (near or alike(x, y)) or not (is_word(one.written(x)) and is_word(other.written(y))):
        return False
    if told and near:
        return True
    return len(one.letters) == FULL and _is_of_person(one) and _is_of_person(other)


def _is_misremembered(
    one: Called, other: Called, x: str, y: str, told: Told, sides: tuple[tuple[int, Named], tuple[int, Named]]
) -> bool:
    """Whether two names of persons that begin alike, in no two of a family, are one's: of both the texts tell
    the same in some word; or both hold one office."""
    if len(one.letters) != FULL or not (is_word(one.written(x)) and is_word(other.written(y))):
        return False
    if not (_is_of_person(one) and _is_of_person(other)):
        return False
    (a, mine), (b, theirs) = sides
    if told.titles(a, mine) & told.titles(b, theirs):
        return True
    return alike(x, y, REMEMBERED_ALIKE) and any(
        here.content & there.content for here, there in product(told.places(a, mine), told.places(b, theirs))
    )


def _is_of_person(called: Called) -> bool:
    """Whether no word of a name is one of the dictionary, but for a first name that is one."""
    first, last = called.letters
    known = {first, last} & name_lists().adjectives or {last} & name_lists().places
    return not known and last not in forms() and (first not in forms() or is_first_name(first.capitalize()))


def _apart(one: Called, other: Called) -> tuple[str, str]:
    """The only word in which two names differ, "" for none or several."""
    apart = [(x, y) for x, y in zip(one.letters, other.letters, strict=False) if x != y]
    return apart[0] if len(one.letters) == len(other.letters) and len(apart) == 1 else ("", "")


def _slipped(
    names: Sequence[Names], told: Told, refused: Counter[str]
) -> Iterator[tuple[int, int, Match, str]]:
    """Names of any texts with a word that is a slip away from a word of the other one."""
    where = _where(names)
    for x, y, kind in near(where):
        one = [number for number in where[x] if y not in names[number].words]
        other = [number for number in where[y] if x not in names[number].words]
        if min(len(one), len(other)) > max(RARE, max(len(one), len(other)) // OFTEN):
            refused["crowd"] += len(one) * len(other)
            continue
        refused["crowd"] += len(one) * len(other) - len(one[:TEXTS]) * len(other[:TEXTS])
        for a, b in product(one[:TEXTS], other[:TEXTS]):
            match = _match(names[a].by_word[x], x, names[b].by_word[y], y)
            why = "" if match is None else _why(told, a, b, match, kind)
            if match is None or not why or told.knows(b, match.a.text) or told.knows(a, match.b.text):
                continue
            if a < b:
                yield a, b, match, why
            else:
                yield b, a, Match(match.b, match.a, match.full), why


def _where(names: Sequence[Names]) -> dict[str, list[int]]:
    """The texts that have a word of a name, by its letters."""
    written: dict[str, list[int]] = defaultdict(list)
    for number, known in enumerate(names):
        for word in known.capitals():
            written[word].append(number)
    found: dict[str, list[int]] = {}
    for word, numbers in written.items():
        if is_word(word):
            letters = plain(word)
            found[letters] = sorted({*found[letters], *numbers}) if letters in found else numbers
    return found


def _match(one: Sequence[Called], x: str, other: Sequence[Called], y: str) -> Match | None:
    """The two names, longest first, that differ by the words `x` and `y` alone, or of which one is no more
    than that word. Two longer names with other words beside it are two: "Mark Walker", "Paul Walter"."""
    full = [(a, b) for a, b in product(one[:MOST], other[:MOST]) if _apart(a, b) == (x, y)]
    if full:
        a, b = max(full, key=lambda pair: (len(pair[0].letters), -pair[0].name.start))
        return Match(a.name, b.name, len(a.letters) > 1)
    longer, longer_other = ([each for each in side if len(each.letters) > 1] for side in (one, other))
    if longer and longer_other:
        return None
    a, b = (longer or one)[0], (longer_other or other)[0]
    ends = all(word in (each.letters[0], each.letters[-1]) for word, each in ((x, a), (y, b)))
    return Match(a.name, b.name, False) if ends else None


def _why(told: Told, a: int, b: int, match: Match, kind: Slip) -> str:
    """What shows that the names are one thing's, "" for nothing. Two names of one word that differ in one
    letter are often two, so that more is asked of them, and a word of the dictionary is mostly no slip."""
    loose = match.full or kind == "swapped"
    if kind == "sound" or (not loose and told.apart(a, b)):
        return ""
    for one, other in product(told.places(a, match.a), told.places(b, match.b)):
        found = tie(one, other)
        if found is not None and (loose or found.shared >= (1 if found.telling else SHARED)):
            return found.words
    if len(told.profiles[a].named) > LIST or len(told.profiles[b].named) > LIST:
        return ""
    if not match.full and any(each.text.lower() in forms() for each in (match.a, match.b)):
        return ""
    if told.one_story(a, b):
        return STORY
    long = min(len(match.a.text), len(match.b.text)) >= LONG
    event = told.one_event(a, b) if loose or long else ""
    return f"both texts tell of {event}" if event else ""
