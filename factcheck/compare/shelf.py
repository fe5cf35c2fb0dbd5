"""What stands on so many pages of a large manual that it ties none of them: its product's name, "default",
"argument".

In a few pages a shared word says what both are on. In a manual of a hundred each page is on a thing of its
own, and what it says without a name is said of that: "The default is 180 seconds." of two programs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import chain
from typing import Final

from factcheck.claims.profile import Profile
from factcheck.claims.row import Row
from factcheck.compare.pair import Pair, Reason

FEW: Final = 8  # pages that may have a word by which two of them are known …
SHARE: Final = 4  # … and one of so many of all
TIED: Final = frozenset(("inside", "event", "quote", "name", "key"))  # joined by more than words


class Shelf:
    """The words around the figures of all pages, counted when they are first asked for."""

    def __init__(self, rows: Sequence[Row], profiles: Sequence[Profile]) -> None:
        self._rows, self._profiles = rows, profiles

    def apart(self, pair: Pair) -> Reason | None:
        """Whether what two undated statements have in common stands on too many pages to tie them."""
        a, b = pair.a, pair.b
        if len(self._profiles) <= FEW or pair.via in TIED or not _is_standing(a, b):
            return None
        if _are_of_one(a, b):
            return None
        if any(self._profiles[row.document].published for row in (a, b)):
            return None
        most = max(FEW, len(self._profiles) / SHARE)
        if pair.via == "noun" and 2 * self._named[pair.tie] > len(self._profiles):
            return "different-section", "most pages name it"
        names = (a.names | {a.subject}) & (b.names | {b.subject})
        if any(0 < self._named[name] <= most for name in names):
            return None
        if any(self._pages[word] <= most for word in _said(a) & _said(b)):
            return None
        return "different-section", "too many pages have these words"

    @cached_property
    def _named(self) -> Counter[str]:
        """How many pages have each name."""
        return Counter(chain.from_iterable(profile.names for profile in self._profiles))

    @cached_property
    def _pages(self) -> Counter[str]:
        """On how many pages each word stands around a figure."""
        by_page: dict[int, set[str]] = defaultdict(set)
        for row in self._rows:
            page = by_page[row.document]
            page.update(row.words, row.told, row.names)
            if row.subject:
                page.add(row.subject)
        return Counter(chain.from_iterable(by_page.values()))


def _are_of_one(a: Row, b: Row) -> bool:
    """Whether two statements have one subject, or tell one property of what both name, or one does that the
    other is said of ("the ALOR pump weighs", "it weighs")."""
    if a.subject and a.subject == b.subject:
        return True
    if not a.attribute or a.attribute != b.attribute:
        return False
    return any(
        b.words.issuperset(name.split()) and (name == a.subject or a.words.issuperset(name.split()))
        for a, b in ((a, b), (b, a))
        for name in b.names & (a.names | {a.subject})
    )


def _is_standing(a: Row, b: Row) -> bool:
    """Whether two statements may be a manual's: one tells what is so at any time, or neither has words."""
    return any(row.general or row.told for row in (a, b)) or not _said(a) & _said(b)


def _said(row: Row) -> frozenset[str]:
    """The words and names that tell what a figure is of."""
    said = row.words | row.told | row.names
    return said | {row.subject} if row.subject else said
