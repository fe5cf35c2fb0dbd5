"""One person under two spellings in two texts: "Ines Halvorsen" here, "Ines Halvorson" there.

Names that differ are mostly two persons. Two full names with one word in common are one person's when
the other word is nearly the same, either text knows one of them only, and the texts tell one story.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

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
    for first, second in stories.related():
        for one, other in _nearly_alike(profiles[first], profiles[second]):
            sides = _row(one, first, ids[first]), _row(other, second, ids[second])
            yield Pair(*sides, "name")


def _nearly_alike(a: Profile, b: Profile) -> Iterator[tuple[Named, Named]]:
    theirs = _by_word(b)
    known_a, known_b = _words(a), _words(b)
    for word, mine in _by_word(a).items():
        if len(mine) > MOST or len(theirs.get(word, ())) > MOST:
            continue
        for one in mine:
            for other in theirs.get(word, ()):
                differ = _differing(one.text, other.text)
                if differ is not None and differ[0] not in known_b and differ[1] not in known_a:
                    yield one, other


def _by_word(profile: Profile) -> dict[str, list[Named]]:
    """The full names of a text by each word of them."""
    found: dict[str, list[Named]] = defaultdict(list)
    for named in profile.named:
        words = named.text.split()
        if 2 <= len(words) <= LONGEST and all(word[0].isupper() for word in words):
            for word in sorted(set(map(plain, words))):
                found[word].append(named)
    return found


def _words(profile: Profile) -> set[str]:
    """The words of all names in a text, as letters."""
    return {plain(word) for named in profile.named for word in named.text.split()}


def _differing(one: str, other: str) -> tuple[str, str] | None:
    """The words in which two names differ when it is one word, and nearly the same; else None."""
    mine, theirs = [plain(word) for word in one.split()], [plain(word) for word in other.split()]
    apart = [(a, b) for a, b in zip(mine, theirs, strict=False) if a != b]
    if len(mine) != len(theirs) or len(apart) != 1:
        return None
    short, long = sorted(apart[0], key=len)
    if len(short) < SHORTEST or long.startswith(short):  # "Ivanov", "Ivanova": two persons
        return None
    return apart[0] if _distance(short, long) <= (SLIPS if len(short) >= ONE_SLIP else 1) else None


def _distance(a: str, b: str) -> int:
    """How many letters to exchange, add, leave out, or swap with their neighbour (Damerau 1964)."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        before, last, row = row, before, [i]
        for j, other in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]


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
