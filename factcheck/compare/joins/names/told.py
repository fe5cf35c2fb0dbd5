"""What two texts tell in the sentences that hold a name: enough that both speak of the same thing, or not.

A name that differs is mostly another name. That both texts give one value of one property beside it, or
say the same words around it, is what shows that one thing is meant.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import product
from typing import NamedTuple

from factcheck.claims.profile import Named, Profile
from factcheck.claims.row import Row
from factcheck.compare.agreement import agree
from factcheck.compare.events import dated_apart, relation
from factcheck.compare.stories import COUNTED_OUT, DIGITS, Stories
from factcheck.compare.verbs.date import meet
from factcheck.compare.wordings import align, utterance
from factcheck.model import Document, Interval, Period, Wording
from factcheck.text.tokens import tokenise
from factcheck.text.words import content_lemma, grammar

MOST = 6  # places of a name that are looked at in a text
SHARED = 0.6  # of the words around two names, which makes their sentences one …
FEWEST = 4  # … with so many words that carry it
FEWEST_QUOTED = 4  # words of a quotation that two texts have in common


class Tie(NamedTuple):
    """Why two names may be one thing's: `words` for people, how many words else the two sentences share, and
    whether the value that they share is `telling`, one that two stories hardly have in common by chance."""

    words: str
    shared: int
    telling: bool


class Place:
    """A name in a sentence of `text`, with the claims of that sentence."""

    def __init__(self, named: Named, text: str, rows: Sequence[Row]) -> None:
        self.named = named
        self.rows = rows
        self._text = text

    @cached_property
    def content(self) -> frozenset[str]:
        """The words, but for the name, that say what the sentence is about, as lemmas."""
        said = map(content_lemma, tokenise(self._text, *self.named.sentence).lower)
        own = map(content_lemma, self.named.text.lower().split())
        return frozenset(said).difference(own, ("",), grammar().numbers)

    @cached_property
    def kinds(self) -> frozenset[tuple[str, str]]:
        """The kinds of value in the sentence."""
        return frozenset((row.kind, row.dimension) for row in self.rows)


class Told:
    """The texts with what is claimed in them; `related` are pairs of them on one story, as their figures say,
    `likely` those and pairs that are likely on one."""

    def __init__(
        self,
        rows: Sequence[Row],
        profiles: Sequence[Profile],
        stories: Stories,
        documents: Sequence[Document],
    ) -> None:
        self.profiles = profiles
        self.documents = documents
        self._all = rows
        self.related = stories.related()
        self.likely = sorted({*self.related, *stories.likely()})
        self._stories = frozenset(self.related)
        self._places: dict[tuple[int, str], list[Place]] = {}

    @cached_property
    def _rows(self) -> dict[int, list[Row]]:
        """The claims of each text in its order."""
        found: dict[int, list[Row]] = defaultdict(list)
        for row in self._all:
            if not row.incidental and not row.vague:
                found[row.document].append(row)
        for rows in found.values():
            rows.sort(key=lambda row: (row.claim.sentence, row.claim.span))
        return found

    def one_story(self, a: int, b: int) -> bool:
        """Whether the figures of two texts say that they tell one story."""
        return (min(a, b), max(a, b)) in self._stories

    def one_event(self, a: int, b: int) -> str:
        """What two texts tell of, when day, place and cause say that it is one event; else ""."""
        one, other = self.profiles[a], self.profiles[b]
        if not (_of_an_event(one) and _of_an_event(other)):
            return ""
        told = relation(one, other)
        return told.detail if told.same else ""

    def apart(self, a: int, b: int) -> bool:
        """Whether two texts are of days too far apart for one event."""
        return dated_apart(self.profiles[a], self.profiles[b])

    def knows(self, document: int, name: str) -> bool:
        """Whether a text has a name anywhere."""
        text = self.documents[document].text
        return _find(text, name, 0, len(text)) >= 0

    def titles(self, document: int, name: Named) -> frozenset[str]:
        """The offices that a text gives whom a name stands for."""
        return frozenset(
            row.claim.value.words
            for row in self._rows.get(document, ())
            if row.kind == "title" and row.claim.subject == name.text and isinstance(row.claim.value, Wording)
        )

    def places(self, document: int, name: Named) -> list[Place]:
        """The sentences with a name as far as they are known: its first place's and those with values."""
        key = document, name.text
        if key not in self._places:
            self._places[key] = [self.place(document, each) for each in self._look_up(document, name)]
        return self._places[key]

    def _look_up(self, document: int, name: Named) -> Iterator[Named]:
        yield name
        text, rows = self.documents[document].text, self._rows.get(document, [])
        at = name.end
        for _ in range(MOST):
            at = _find(text, name.text, at, len(text))
            if at < 0:
                return
            place = bisect_right(rows, at, key=_start) - 1
            sentence = rows[place].claim.sentence if place >= 0 else None
            if sentence is not None and at < sentence.end:
                yield Named(name.text, at, at + len(name.text), (sentence.start, sentence.end))
                at = sentence.end
            at += 1

    def place(self, document: int, named: Named) -> Place:
        """A name in its sentence, with the claims of it."""
        rows = self._rows.get(document, [])
        first, behind = (bisect_left(rows, end, key=_start) for end in named.sentence)
        return Place(named, self.documents[document].text, rows[first:behind])


def _of_an_event(profile: Profile) -> bool:
    """Whether a text says when something happened, or of what cause; a manual does not."""
    return bool(profile.published or profile.lead_days or profile.lead_spoken or profile.causes)


def tie(a: Place, b: Place) -> Tie | None:
    """What shows that the sentences of two names tell the same: a value of one property, or the words."""
    for x, y in product(a.rows, b.rows) if a.kinds & b.kinds else ():
        if x.kind == y.kind and _one_value(x, y):
            said = {x.head, y.head, *x.attribute.split(), *y.attribute.split()}
            shared = len(a.content & b.content - said)
            return Tie(f"both sentences say “{x.claim.text}”", shared, _is_telling(x))
    if a.kinds & b.kinds:  # one form, filled in for two things
        return None
    common = len(a.content & b.content)
    if common >= FEWEST and common >= SHARED * (len(a.content) + len(b.content) - common):
        return Tie("both sentences say the same in nearly the same words", common, False)
    return None


def _is_telling(row: Row) -> bool:
    """Whether a value is a quotation or a figure of some digits."""
    value = row.claim.canonical
    if not isinstance(value, Interval):
        return row.kind == "quote"
    figure = abs(value.figure).normalize() if value.figure else Decimal(0)
    return (row.kind != "count" or figure > COUNTED_OUT) and len(figure.as_tuple().digits) >= DIGITS


def _start(row: Row) -> int:
    return row.claim.sentence.start


def _find(text: str, word: str, start: int, end: int) -> int:
    """Where a word stands by itself in a stretch of a text, -1 for nowhere."""
    at = text.find(word, start, end)
    while at >= 0:
        behind = text[at + len(word) : at + len(word) + 1]
        if not behind.isalpha() and not text[at - 1 : at].isalpha():
            return at
        at = text.find(word, at + 1, end)
    return -1


def _one_value(a: Row, b: Row) -> bool:
    """Whether two claims give one value of one property, or of one noun, or of what one verb tells."""
    if a.kind != b.kind or a.dimension != b.dimension or a.group != b.group:
        return False
    one, two = a.claim.canonical or a.claim.value, b.claim.canonical or b.claim.value
    if isinstance(one, Wording) and isinstance(two, Wording):
        return _one_wording(a.kind, one.words, two.words)
    if not any(x and x == y for x, y in ((a.attribute, b.attribute), (a.head, b.head), (a.verb, b.verb))):
        return False
    if isinstance(one, Period) and isinstance(two, Period):
        return not one.unresolved and not two.unresolved and meet(one, two)
    x, y = a.claim.value, b.claim.value
    if not (isinstance(one, Interval) and isinstance(two, Interval)):
        return False
    assert isinstance(x, Interval) and isinstance(y, Interval)
    return agree(x, y, one, two, counted=a.kind == "count", bounds="figure")


def _one_wording(kind: str, a: str, b: str) -> bool:
    """Whether two quotations are one, or two titles."""
    if kind != "quote":
        return a.lower() == b.lower()
    one, two = utterance(a), utterance(b)
    if min(len(one.words), len(two.words)) < FEWEST_QUOTED:
        return False
    return align(one, two, same_speaker=False).relation in ("same", "part")
