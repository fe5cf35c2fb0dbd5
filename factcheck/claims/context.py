"""`Context`: what one sentence says around its values: names, words, places, days, causes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from functools import cache
from hashlib import blake2b
from typing import Final

from factcheck.claims.causes import causes, lasting
from factcheck.claims.coded import Coded, coded
from factcheck.claims.eventdays import (
    before,
    is_aside,
    is_later,
    is_later_than,
    is_of_count,
    is_of_record,
    is_of_saying,
    is_of_start,
    is_since_beginning,
    refers_back,
    singles_out,
)
from factcheck.claims.places import places
from factcheck.claims.row import Days, Spoken
from factcheck.claims.spoken import spoken_of, stretch
from factcheck.claims.subjects import Entities
from factcheck.claims.values import Values
from factcheck.data import load
from factcheck.kinds import dates
from factcheck.kinds.dates.read import ANCHOR
from factcheck.kinds.mention import Mention
from factcheck.model import Period
from factcheck.text.chunks import Chunk
from factcheck.text.clauses import Parse, parse
from factcheck.text.kept import kept
from factcheck.text.names import Name
from factcheck.text.sentences import Sentence
from factcheck.text.words import GERUND, content_lemma, grammar, noun_lemma, readings

COARSE: Final = frozenset(("month", "season", "quarter", "half", "year", "decade", "century"))
AS_OF: Final = ["as", "of"]
UP_TO: Final = frozenset(("by", "until", "till", "as"))
COMPARING: Final = frozenset(("than", "compared", "against", "versus"))
CLAUSE: Final = 12  # tokens between the beginning of a relative clause and a day in it
TURNS: Final = frozenset((";", "but", "while", "whereas", "though", "although"))


@cache
def _deictic() -> frozenset[str]:
    return frozenset(load("events")["deictic"])


@cache
def _phrases(key: str) -> tuple[str, ...]:
    return tuple(f" {phrase} " for phrase in load("events")[key])


@cache
def _telling(key: str) -> frozenset[str]:
    """The longest word of each phrase: where none of them stands, no phrase does."""
    return frozenset(max(phrase.split(), key=len) for phrase in _phrases(key))


def _is_period(mention: Mention) -> bool:
    return isinstance(mention.value, Period) and mention.value.granularity in (
        "quarter",
        "half",
        "season",
        "year",
    )


def _last(chunk: Chunk) -> int:
    return chunk.last


class Context(Values):
    """One sentence with its mentions; everything is computed when first asked for."""

    def __init__(self, sentence: Sentence, mentions: Sequence[Mention], entities: Entities) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.mentions = mentions
        self.entities = entities
        self._says: dict[str, bool] = {}

    @kept
    def print(self) -> str:
        """The fingerprint of the sentence's words, the same for the same words anywhere."""
        return blake2b(" ".join(self.tokens.lower).encode(), digest_size=8).hexdigest()

    @kept
    def parsed(self) -> Parse:
        """Phrases and clauses."""
        return parse(self.tokens)

    def chunk(self, token: int) -> Chunk | None:
        """The phrase that covers a token."""
        chunks = self.parsed.chunks
        place = bisect_right(chunks, token, key=_last)
        return chunks[place] if place < len(chunks) and chunks[place].first <= token else None

    @kept
    def names(self) -> Sequence[Name]:
        """The names in the sentence."""
        return self.entities.names(self.sentence.index)

    @kept
    def coded(self) -> list[Coded]:
        """The identifiers in the sentence."""
        return coded(self.sentence.surface)

    @kept
    def keys(self) -> frozenset[str]:
        """The canonical names of the entities in the sentence."""
        index = self.sentence.index
        found = (self.entities.at(index, name.first) for name in self.names)
        return frozenset(key for entity in found if entity is not None for key in entity.keys)

    @kept
    def places(self) -> frozenset[str]:
        """Keys of the local places in the sentence."""
        return frozenset(places(self.tokens, self.names))

    @kept
    def causes(self) -> frozenset[str]:
        """Causes of events that the sentence names."""
        return causes(self.tokens)

    @kept
    def words(self) -> frozenset[str]:
        """Lemmas of the content words outside values."""
        lower, at = self.tokens.lower, 0
        outside: list[str] = []
        for mention in self.mentions:
            outside += lower[at : mention.first]
            at = max(at, mention.last)
        return frozenset(map(content_lemma, outside + lower[at:])) - {""}

    @kept
    def days(self) -> tuple[Days, ...]:
        """The stretches of calendar days that the sentence tells an event of: the day of saying left out, and
        the days of what came after it."""
        return self._of_event(self._on_days, [is_later(day, self) for day in self._on_days])

    @kept
    def looks_back(self) -> bool:
        """Whether the sentence names the event that was told before it by its day: "Saturday's blast"."""
        return any(
            refers_back(day, self.tokens)
            for day in (*self._on_days, *self._said_on)
            if not is_later(day, self)
        )

    @kept
    def is_dated(self) -> bool:
        """Whether the sentence speaks of any day, of an event or not."""
        return bool(self._on_days or self.spoken or self._said_on)

    @kept
    def _on_days(self) -> tuple[Mention, ...]:
        return tuple(mention for mention in self.dated if self._on_calendar(mention))

    def days_of(
        self, mention: Mention, others: Collection[int] = (), event: bool = False
    ) -> tuple[Days, ...]:
        """The days that a value may be of: those of its own clause ("in 1994, when 118 people died"), else
        all but those of a relative clause and `others` (first tokens of dates that something else has).
        `event`: it is a figure of an event, and days of what came after that one are not its own."""
        for day in self.dated:
            behind = self.tokens.lower[day.last : day.last + 2]
            if "when" in behind[-2:] and day.last < mention.first and self._has_ends(day):
                first, last = stretch(day)
                return ((first, last or f"{first[:4]}-12-31"),)
        days = [
            day
            for day in self._on_days
            if day.first not in others and not self._elsewhere(day.first, mention.first)
        ]
        return self._of_event(days, [is_later_than(day, mention, self) for day in days] if event else ())

    def _of_event(self, days: Sequence[Mention], later: Sequence[bool]) -> tuple[Days, ...]:
        """Those of some days on which an event was, else the days before what came after it."""
        if not any(later):
            return tuple(stretch(day) for day in days)
        own = tuple(stretch(day) for day, is_after in zip(days, later, strict=True) if not is_after)
        if own or self.causes & lasting():  # an epidemic has no day that its toll is of
            return own
        return tuple(before(day) for day in days)

    def _elsewhere(self, day: int, value: int) -> bool:
        """Whether the day at a token is told in a relative clause between commas without the value."""
        lower = self.tokens.lower
        low, high = min(day, value), max(day, value)
        if value < day and COMPARING.intersection(lower[low:high]):
            return True  # "58 percent, two points more than in May"
        if value < day and singles_out(lower[low:high]):
            return True  # "17 titles, the earliest won in 2009"
        if "," not in lower[low:high]:
            return False
        at = day
        while at > 0 and day - at < CLAUSE and lower[at - 1] != ",":
            at -= 1
        return at > 0 and lower[at - 1] == "," and lower[at] in grammar().relatives

    @kept
    def coarse(self) -> bool:
        """Whether the sentence tells of months or years only: the background of an event, not its day."""
        sizes = {
            mention.value.granularity
            for mention in self.mentions
            if isinstance(mention.value, Period) and not is_of_record(mention, self.tokens)
        }
        return bool(sizes) and sizes <= COARSE

    @kept
    def from_the_beginning(self) -> bool:
        """Whether the sentence counts over a whole story ("since the war broke out")."""
        return is_since_beginning(self.tokens)

    @kept
    def running(self) -> bool:
        """Whether the sentence counts over a stretch of months or years ("since January", "this year")."""
        return any(
            isinstance(mention.value, Period)
            and (
                self.tokens.lower[mention.first] == "since"
                or "this" in self.tokens.lower[mention.first : mention.first + 2]
            )
            for mention in self.mentions
        )

    def since(self, value: int) -> str:
        """Since when the value at a token is counted ("since Saturday"), "" when nobody says."""
        lower = self.tokens.lower
        for mention in self._since:
            if not (self._elsewhere(mention.first, value) or is_aside(mention, value, self.tokens)):
                assert isinstance(mention.value, Period)
                return mention.value.low or " ".join(lower[mention.first : mention.last])
        at = lower.index("since") if "since" in lower else len(lower)
        if at + 1 < len(lower) and GERUND in readings(lower[at + 1]):  # "since taking office"
            return " ".join(lower[at : at + 3])
        return ""

    @kept
    def _since(self) -> tuple[Mention, ...]:
        """The dates from which on something is counted, none that a record is measured from."""
        return tuple(
            mention
            for mention in self.dated
            if self.tokens.lower[mention.first] == "since" and not is_of_record(mention, self.tokens)
        )

    @kept
    def often(self) -> str:
        """The stretch of time that the sentence repeats ("every month", "annually"), "" for none."""
        lower = self.tokens.lower
        for mention in self.dated:
            if lower[mention.first] in ("every", "each") and mention.last == mention.first + 2:
                return noun_lemma(lower[mention.first + 1])
            if mention.last == mention.first + 1 and lower[mention.first].endswith("ly"):  # "annually"
                assert isinstance(mention.value, Period)
                return mention.value.granularity
        return ""

    @kept
    def spoken(self) -> tuple[Spoken, ...]:
        """Days of an event that hang on an unknown date of publication ("on Monday", "in the third quarter"),
        as of the anchor; what is told from the day of writing ("yesterday") is left out."""
        return tuple(self._said(day) for day in self._said_on if not is_later(day, self))

    def spoken_of(
        self, mention: Mention, others: Collection[int] = (), event: bool = False
    ) -> tuple[Spoken, ...]:
        """Those that a value may be of, all but `others`; `event`: it is a figure of an event."""
        days = [day for day in self._said_on if day.first not in others]
        return tuple(self._said(day) for day in days if not (event and is_later_than(day, mention, self)))

    @kept
    def _said_on(self) -> tuple[Mention, ...]:
        unknown = any(
            isinstance(mention.value, Period) and mention.value.unresolved == "no-reference"
            for mention in self.mentions
        )
        return self._anchored if unknown else ()

    @kept
    def _from_anchor(self) -> tuple[Mention, ...]:
        """The dates of the sentence as of the anchor."""
        return tuple(dates.read(self.tokens, ANCHOR))

    @kept
    def _anchored(self) -> tuple[Mention, ...]:
        """Those on the calendar, but for those told from the day of writing."""
        return tuple(
            mention
            for mention in self._from_anchor
            if self._on_calendar(mention)
            and not _deictic().intersection(self.tokens.lower[mention.first : mention.last])
        )

    @kept
    def up_to(self) -> tuple[Spoken, ...]:
        """The days and hours up to which the sentence counts ("by Monday", "as of 16 July")."""
        lower = self.tokens.lower
        if not self.dated or UP_TO.isdisjoint(lower):
            return ()
        return tuple(
            self._said(mention)
            for mention in self._from_anchor
            if isinstance(mention.value, Period) and mention.value.high
            if mention.value.bound == "at_most" or lower[max(0, mention.first - 2) : mention.first] == AS_OF
        )

    @kept
    def as_of(self) -> tuple[Spoken, ...]:
        """The same, and else the days on which it was said ("said on 2 July")."""
        if self.up_to or not any(map(self._is_known_on, self.dated)):
            return self.up_to
        return tuple(
            self._said(mention)
            for mention in self._from_anchor
            if isinstance(mention.value, Period) and mention.value.low and mention.value.high
            if self._is_known_on(mention)
        )

    def _is_known_on(self, mention: Mention) -> bool:
        """Whether a figure was told or came to be known on a date."""
        return is_of_saying(mention, self.tokens) or is_of_count(mention, self)

    def _has_ends(self, mention: Mention) -> bool:
        value = mention.value
        return isinstance(value, Period) and bool(value.low) and value.low[:1] != "T"  # type: ignore[index]

    def _on_calendar(self, mention: Mention) -> bool:
        """Whether a mention is a stretch of days on which something was, not one of saying or comparing."""
        value = mention.value
        return (
            isinstance(value, Period) and bool(value.low and value.high) and value.low[:1] != "T"  # type: ignore[index]
            and not is_of_saying(mention, self.tokens) and not is_of_record(mention, self.tokens)
            and not is_of_start(mention, self.tokens)
        )  # fmt: skip

    @kept
    def period(self) -> tuple[Days, ...]:
        """A quarter, season or year that the sentence reports on."""
        return tuple(
            stretch(mention)
            for mention in self.mentions
            if _is_period(mention) and self._on_calendar(mention)
        )

    @kept
    def spoken_period(self) -> tuple[Spoken, ...]:
        """The same as of the anchor, where the year is not known."""
        return (
            tuple(self._said(mention) for mention in self._anchored if _is_period(mention))
            if self._said_on
            else ()
        )

    def _said(self, mention: Mention) -> Spoken:
        return spoken_of(mention, self.tokens.lower[mention.first : mention.last])

    @kept
    def lowered(self) -> str:
        """The sentence in lower case between blanks, for phrases of several words."""
        return " " + " ".join(self.tokens.lower) + " "

    def says(self, key: str) -> bool:
        """Whether the sentence has one of the phrases of a list in `data/events.yaml`."""
        if key not in self._says:
            self._says[key] = not _telling(key).isdisjoint(self.tokens.lower) and any(
                phrase in self.lowered for phrase in _phrases(key)
            )
        return self._says[key]

    def covers(self, key: str, mention: Mention) -> bool:
        """Whether a phrase of the list `key` is said of a value: it stands in the value's own clause, or,
        for a phrase of the list `key`_from ("a previous toll of …"), before it there."""
        return (self.says(key) and any(self._one_clause(at, mention) for at in self._at(key))) or (
            self.says(f"{key}_from")
            and any(at <= mention.first and self._one_clause(at, mention) for at in self._at(f"{key}_from"))
        )

    def _at(self, key: str) -> list[int]:
        """The tokens at which phrases of a list begin."""
        lower = self.tokens.lower
        split = [phrase.split() for phrase in _phrases(key) if phrase in self.lowered]
        return [at for at in range(len(lower)) for words in split if lower[at : at + len(words)] == words]

    def _one_clause(self, at: int, mention: Mention) -> bool:
        """Whether no turn of the sentence ("but", ";") stands between a phrase and a value."""
        between = self.tokens.lower[min(at, mention.first) : max(at, mention.last)]
        return TURNS.isdisjoint(between)
