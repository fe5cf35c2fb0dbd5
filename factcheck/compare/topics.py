"""What two texts are both on: names they share, or the product of the folder that both stand in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import chain

from factcheck.claims.aliases import canonical_key
from factcheck.claims.phrasing import heading
from factcheck.claims.places import place_key
from factcheck.claims.profile import Profile
from factcheck.text.words import content_lemma

LONG = 4  # letters of a word that may be a product's name
FEW = 8  # texts with a name that may be two pages on one thing
MARKS = ".,:;!?()`*"
SET = 3  # pages of a folder that make it a manual


class Topics:
    """What two texts are both on, asked once for each two."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._profiles = profiles
        self._known: dict[tuple[int, int], frozenset[str]] = {}
        self._known_led: dict[tuple[int, int], frozenset[str]] = {}
        self._known_products: dict[tuple[int, int], frozenset[str]] = {}
        self._known_begun: dict[tuple[int, int], frozenset[str]] = {}
        self._known_leads: dict[int, tuple[frozenset[str], frozenset[str]]] = {}
        self._known_names: dict[int, tuple[frozenset[str], frozenset[str]]] = {}
        self._products: dict[str, frozenset[str]] | None = None

    @cached_property
    def _pages(self) -> Counter[str]:
        """How many texts have each name."""
        return Counter(chain.from_iterable(profile.names for profile in self._profiles))

    def of(self, first: int, second: int) -> frozenset[str]:
        """The names that two texts share, those of places left out."""
        found = self._known.get((first, second))
        if found is None:
            a, b = self._profiles[first], self._profiles[second]
            where = a.places & b.places
            found = frozenset(
                name for name in a.names & b.names if len(name) > 1 and place_key(name) not in where
            )
            self._known[first, second] = found
        return found

    def product(self, first: int, second: int) -> frozenset[str]:
        """The same for two pages of one manual: a page may shorten the product's name or leave it out, where
        most pages of its folder have it."""
        found = self._known_products.get((first, second))
        if found is None:
            (names, longer), (others, longer_others) = self._names_of(first), self._names_of(second)
            found = self.led(first, second) | (names & longer_others) | (others & longer)
            if self._profiles[first].title and self._profiles[second].title:  # "the Nodus", "the Nodus Max"
                found |= self.begun(first, second)
            folder = self._profiles[first].folder
            if folder == self._profiles[second].folder:
                found |= self._of_folder(folder)
            self._known_products[first, second] = found
        return found

    def led(self, first: int, second: int) -> frozenset[str]:
        """The names that two texts share; of a large manual those alone that one of the two begins with, or
        its folder is on: pages on many things mention each other's."""
        found = self.of(first, second)
        if not found or len(self._profiles) <= FEW:
            return found
        if (first, second) not in self._known_led:
            either = self._lead_of(first)[0] | self._lead_of(second)[0]
            folder = self._profiles[first].folder
            common = self._of_folder(folder) if folder == self._profiles[second].folder else frozenset()
            led = frozenset(name for name in found if name in common or _begins(name, either))
            self._known_led[first, second] = led
        return self._known_led[first, second]

    def title(self, first: int, second: int) -> frozenset[str]:
        """The names that both texts begin with; else those that one of them or their folder does, if few
        texts have them: in a large manual each page is on a thing of its own."""
        if found := self.begun(first, second):
            return found
        mine, other = self._profiles[first], self._profiles[second]
        either = self._lead_of(first)[0] | self._lead_of(second)[0]
        of_folder = self._of_folder(mine.folder) if mine.folder == other.folder else frozenset()
        return frozenset(
            name
            for name in self.product(first, second)
            if (name in of_folder or _begins(name, either)) and self._pages[name] <= FEW
        )

    def begun(self, first: int, second: int) -> frozenset[str]:
        """The names that both texts begin with, and what the title of one is all of, and the other's has."""
        key = first, second
        if key not in self._known_begun:
            mine, other = self._profiles[first], self._profiles[second]
            (words, names), (others, longer) = self._lead_of(first), self._lead_of(second)
            both = words & others
            named = (names | longer) - mine.places - other.places
            found = frozenset(name for name in named if _begins(name, both))
            titled = _titled(mine.title, other.title)
            self._known_begun[key] = found | {name for name in titled if _begins(name, both)}
        return self._known_begun[key]

    def _lead_of(self, number: int) -> tuple[frozenset[str], frozenset[str]]:
        """The words that a text begins with, and its names that are made of them."""
        if number not in self._known_leads:
            profile = self._profiles[number]
            words = _leading(profile)
            names = frozenset(name for name in profile.names if len(name) >= LONG and _begins(name, words))
            self._known_leads[number] = words, names
        return self._known_leads[number]

    def _names_of(self, number: int) -> tuple[frozenset[str], frozenset[str]]:
        """A text's names that may be a product's, and what longer ones begin with: "Norvell H4"."""
        if number not in self._known_names:
            profile = self._profiles[number]
            names = frozenset(name for name in profile.names - profile.places if len(name) >= LONG)
            begun = (name.rsplit(" ", cut)[0] for name in names for cut in range(1, name.count(" ") + 1))
            self._known_names[number] = names, frozenset(each for each in begun if len(each) >= LONG)
        return self._known_names[number]

    def _of_folder(self, folder: str) -> frozenset[str]:
        """The names of which more than half of the pages of a folder have one."""
        if self._products is None:
            pages: dict[str, list[int]] = defaultdict(list)
            for number, profile in enumerate(self._profiles):
                pages[profile.folder].append(number)
            self._products = {each: self._named(found) for each, found in pages.items()}
        return self._products[folder]

    def _named(self, pages: Sequence[int]) -> frozenset[str]:
        if len(pages) < SET:
            return frozenset()
        named = frozenset().union(*(_openings(self._profiles[page]) for page in pages))
        counts = Counter(
            name
            for page in pages
            for name in named & (_openings(self._profiles[page]) | _leading(self._profiles[page]))
        )
        where = frozenset().union(*(self._profiles[page].places for page in pages))
        return frozenset(
            name for name, count in counts.items() if count * 2 > len(pages) and place_key(name) not in where
        )


def _leading(profile: Profile) -> frozenset[str]:
    """The words that a text begins with, where capitals may say nothing (a title, a sentence's first)."""
    return frozenset(map(canonical_key, profile.lead_words))


def _begins(name: str, leading: frozenset[str]) -> bool:
    """Whether a text begins with the words of a name, which there are lemmas: "Tidewater ROWING Club"; a
    letter or two say nothing by themselves ("grid-js")."""
    parts = [part for part in name.split() if len(part) >= LONG] or name.split()
    return all(part in leading or canonical_key(content_lemma(part)) in leading for part in parts)


def _titled(one: str, other: str) -> frozenset[str]:
    """The one word that says what two pages are on: "Tarnish", "Tarnish manual: configuration"."""
    mine, theirs = ([word.strip(MARKS) for word in title.split()] for title in (one, other))
    said, heard = heading(mine), heading(theirs)
    shorter = mine if len(said) <= len(heard) else theirs
    if len(said & heard) != 1 or len(heading(shorter)) != 1:
        return frozenset()
    return frozenset(canonical_key(word) for word in shorter if len(word) >= LONG and heading([word]))


def _openings(profile: Profile) -> frozenset[str]:
    """The first words of a text's names, by which a product is known where it has more of them."""
    first = (name.partition(" ")[0] for name in profile.names - profile.places)
    return frozenset(word for word in first if len(word) >= LONG)
