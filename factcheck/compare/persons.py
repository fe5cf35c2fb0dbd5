"""One person under two spellings in two texts: "Ines Halvorsen" here, "Ines Halvorson" there.

Names that differ are mostly two persons. Two full names with one word in common are one person's when
the other word is nearly the same, either text knows one of them only, and the texts tell one story.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from factcheck.claims.profile import Named, Profile
from factcheck.claims.row import Row
from factcheck.compare.pair import Pair
from factcheck.compare.stories import Stories
from factcheck.compare.verbs.spelling import plain
from factcheck.model import Claim, Span, Wording

NAME = "name"  # kind
SHORTEST = 4  # letters of a word that is nearly another one
ONE_SLIP = 6  # letters below which two words differ in one letter at most …
SLIPS = 2  # … and above, in so many
LONGEST = 4  # words of a name
MOST = 8  # names of one text with a word in common: a family, a list


def by_person(rows: Sequence[Row], profiles: Sequence[Profile], stories: Stories) -> Iterator[Pair]:
    """Pairs of names in texts on one story that nearly are one name."""
    ids = {row.document: row.claim.span.document for row in rows}
    related = stories.related()
    known = {number: _Names(profiles[number]) for number in {each for pair in related for each in pair}}
    near: dict[tuple[str, str], bool] = {}  # pairs of words that were looked at
    for first, second in related:
        for one, other in _nearly_alike(known[first], known[second], near):
            sides = _row(one, first, ids[first]), _row(other, second, ids[second])
            yield Pair(*sides, "name")


class _Names:
    """The full names of a text by each word of them, and all words of its names, as letters."""

    def __init__(self, profile: Profile) -> None:
        self.by_word: dict[str, list[tuple[Named, list[str]]]] = defaultdict(list)
        self.words: set[str] = set()
        for named in profile.named:
            words = named.text.split()
            letters = list(map(plain, words))
            self.words.update(letters)
            if 2 <= len(words) <= LONGEST and all(word[0].isupper() for word in words):
                for word in set(letters):
                    self.by_word[word].append((named, letters))


def _nearly_alike(a: _Names, b: _Names, near: dict[tuple[str, str], bool]) -> Iterator[tuple[Named, Named]]:
    for word in sorted(a.by_word.keys() & b.by_word.keys()):
        mine, theirs = a.by_word[word], b.by_word[word]
        if len(mine) > MOST or len(theirs) > MOST:
            continue
        for (one, letters), (other, others) in product(mine, theirs):
            apart = [(x, y) for x, y in zip(letters, others, strict=False) if x != y]
            if len(letters) != len(others) or len(apart) != 1:
                continue
            x, y = apart[0]
            if x in b.words or y in a.words:
                continue
            if (x, y) not in near:
                near[x, y] = _is_near(x, y)
            if near[x, y]:
                yield one, other


def _is_near(a: str, b: str) -> bool:
    """Whether two words nearly are one, and neither is the other with an ending ("Ivanov", "Ivanova")."""
    short, long = sorted((a, b), key=len)
    slips = SLIPS if len(short) >= ONE_SLIP else 1
    if len(short) < SHORTEST or len(long) > len(short) + slips or long.startswith(short):
        return False
    from rapidfuzz.distance import OSA  # letters to exchange, add, leave out or swap (Damerau 1964)

    return OSA.distance(short, long, score_cutoff=slips) <= slips


def _row(named: Named, number: int, document: str) -> Row:
    """A name as a claim on how somebody is called."""
    claim = Claim(
        id=f"{document}:{named.start}-{named.end}:{NAME}",
        kind=NAME,
        subject=named.text,
        attribute=NAME,
        value=Wording(named.text),
        canonical=Wording(named.text),
        span=Span(document, named.start, named.end),
        sentence=Span(document, *named.sentence),
        text=named.text,
    )
    return Row(claim, -1, NAME, NAME, NAME, subject=named.text, document=number)
