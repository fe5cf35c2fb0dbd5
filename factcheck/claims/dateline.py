"""When and where a text says that it was written: its dateline, or a line that is nothing but a date.

"WASHINGTON, Aug. 15 (Wire) — …", "Paris, 18-07-2016", "Published: 15 April 2017", a date alone at
the head or the foot. Only such strong positions count; anything doubtful is None, since a wrong
publication date moves every "yesterday" of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from factcheck.claims.row import Spoken
from factcheck.claims.spoken import spoken_of
from factcheck.data import load
from factcheck.kinds import dates
from factcheck.kinds.dates.absolute import DAY_YEAR
from factcheck.kinds.dates.read import ANCHOR
from factcheck.kinds.dates.tables import MONTHS
from factcheck.kinds.dates.triggers import WORDS
from factcheck.kinds.mention import Mention
from factcheck.model import Document, Period
from factcheck.text.sentences import Sentence
from factcheck.text.tokens import Tokens
from factcheck.text.words import grammar

HEAD: Final = 6  # sentences looked at from the beginning
FOOT: Final = 3  # … and from the end
LONGEST_LINE: Final = 30  # tokens of a line that is nothing but a date and what belongs to it
LONGEST_HEAD: Final = 60  # tokens in which a headline that runs into its sentence gives the date
LONGEST_DATE: Final = 12  # tokens
LONGEST_PLACE: Final = 5  # tokens before the date of a dateline
LONGEST_SIGNED: Final = 14  # tokens of a line that ends with its date
DASHES: Final = frozenset("—–-―")
SIGNING: Final = frozenset((",", "|", "·", "•"))
Place = str | None


class Dateline(NamedTuple):
    """What a dateline says: the ISO `date`, the `place`, the span that says them, and the day as `spoken`
    where its year is missing ("Aug. 15", "Thursday"); each None where the text does not say it clearly."""

    date: str | None = None
    place: Place = None
    span: tuple[int, int] | None = None
    spoken: Spoken | None = None


class _Line(NamedTuple):
    """A reading of one line: the ISO date (None without a year), the place, where, how strong (0 best), and
    the day without its year."""

    date: str | None
    place: Place
    span: tuple[int, int]
    rank: int
    spoken: Spoken | None = None


@cache
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words that label a publication, an update, and words that may stand beside."""
    data = load("dateline")
    beside = frozenset(data["beside"])
    published, updated = (
        frozenset(word for phrase in data[name] for word in phrase.split()) - beside
        for name in ("published", "updated")
    )
    return published, updated, beside


def dateline(document: Document, sentences: Sequence[Sentence]) -> Dateline:
    """The day and place of a text. A published date goes before an updated one, the head before the foot."""
    best: _Line | None = None
    for line in _lines(sentences):
        if best is None or (line.date is not None, -line.rank) > (best.date is not None, -best.rank):
            place = line.place or (best.place if best else None)
            best = line._replace(place=place)
        elif best.place is None and line.place:
            best = best._replace(place=line.place)
    if best is None:
        return Dateline()
    return Dateline(best.date, best.place, best.span, None if best.date else best.spoken)


def _lines(sentences: Sequence[Sentence]) -> Iterator[_Line]:
    head = min(HEAD, len(sentences))
    for sentence in sentences[:head]:
        found = (
            _opening(sentence.tokens)
            or _alone(sentence.tokens, 2)
            or _signed(sentence.tokens)
            or (_running(sentence.tokens) if sentence.index == 0 else None)
        )
        if found is not None:
            yield found
    for sentence in sentences[max(head, len(sentences) - FOOT) :]:
        found = _alone(sentence.tokens, 4)
        if found is not None:
            yield found


def _opening(tokens: Tokens) -> _Line | None:
    """ "WASHINGTON, Aug. 15, 2017 (Wire) — …", "KYIV (Wire) — …": a dateline in front of a sentence."""
    if DASHES.isdisjoint(tokens.words):
        return None
    size = tokens.size
    mention = None
    i = 0
    while i < size:
        if tokens.words[i] == "," and (mention := _date_from(tokens, i + 1)) is not None:
            break
        capital = tokens.words[i][0].isupper() or tokens.words[i] in (",", ".", "/", "-")
        if i == LONGEST_PLACE + 2 or not capital:
            break
        i += 1
    behind = _over_brackets(tokens, mention.last if mention else i)
    place = _place(tokens, 0, i)
    if place is None or behind >= size or tokens.words[behind] not in DASHES or _glued(tokens, behind):
        return None
    if mention is None and not (place.isupper() and behind + 1 < size):
        return None
    end = mention.end if mention else tokens.ends[i - 1]
    day = _day(tokens, mention) if mention else None
    spoken = _without_year(tokens, mention) if mention and not day else None
    return _Line(day, place, (tokens.starts[0], end), 0, spoken)


def _without_year(tokens: Tokens, mention: Mention) -> Spoken | None:
    """The day of a dateline that hangs on an unknown year or week, as of the anchor."""
    found = dates.read(tokens.cut(mention.first, mention.last), ANCHOR)
    return spoken_of(found[0], tokens.lower[mention.first : mention.last]) if found else None


def _running(tokens: Tokens) -> _Line | None:
    """A full date run into the first sentence with the headline: "… Agency Tuesday 21 May 2019 A bridge
    fell". It stands where no sentence puts one: at the very front or behind a capital, without a
    preposition, an article or a comma, and a capital or the end follows."""
    head = tokens.cut(0, LONGEST_HEAD)
    if not any(map(_has_year, head.words)):
        return None
    for mention in dates.read(head, None):
        day = _day(head, mention) if mention.kind == "date" else None
        if day is None or not any(map(_has_year, head.words[mention.first : mention.last])):
            continue
        before = head.words[mention.first - 1] if mention.first else ""
        behind = head.words[mention.last] if mention.last < head.size else ""
        labelled = _is_labelled(head, mention.first)
        if mention.first and not before[0].isupper() and not labelled:
            continue
        if (before.lower() in grammar().prepositions | grammar().determiners and not labelled) or not (
            behind == "" or behind[0].isupper() or behind[0].isdecimal() or behind in ".("
        ):
            continue
        return _Line(day, None, (mention.start, mention.end), 4)
    return None


def _is_labelled(tokens: Tokens, first: int) -> bool:
    """Whether a date stands behind the word that labels it: "Published May 5", "updated at Jun 182016"."""
    at = first - 1 - (tokens.lower[first - 1 : first] in (["at"], ["on"]))
    published, updated, _ = _words()
    return at >= 0 and tokens.lower[at] in published | updated | {"publication", "posted"}


def _has_year(word: str) -> bool:
    """Whether a word of a date is a year, or a day and a year run together ("Jun 182016")."""
    return len(word) in (4, DAY_YEAR) and word.isdecimal()


def _glued(tokens: Tokens, i: int) -> bool:
    """A hyphen inside a word, no dash."""
    return tokens.words[i] == "-" and i > 0 and tokens.ends[i - 1] == tokens.starts[i] and tokens.glued(i)


def _date_from(tokens: Tokens, i: int) -> Mention | None:
    """The date that begins at token `i`, with or without its year."""
    rest = tokens.cut(i, i + LONGEST_DATE)
    found = dates.read(rest, None)
    if (
        not found
        or found[0].first != 0
        or not isinstance(found[0].value, Period)
        or found[0].value.granularity != "day"
    ):
        return None
    found[0].first, found[0].last = i, i + found[0].last
    return found[0]


def _over_brackets(tokens: Tokens, i: int) -> int:
    """The token behind "(Wire)" at token `i`, and behind a point."""
    if i < tokens.size and tokens.words[i] in ("(", "["):
        for j in range(i + 1, min(i + 8, tokens.size)):
            if tokens.words[j] in (")", "]"):
                return j + 1
    return i


def _alone(tokens: Tokens, rank: int) -> _Line | None:
    """A line that is a date and no more than a label, a place and a time beside it."""
    if not 1 <= tokens.size <= LONGEST_LINE or _tells(tokens):
        return None
    found = [mention for mention in dates.read(tokens, None) if mention.kind == "date"]
    first, day = next(((mention, day) for mention in found if (day := _day(tokens, mention))), (None, None))
    if first is None:
        return None
    published, updated, beside = _words()
    label = set(tokens.lower[: first.first])
    strength = 0 if label & published else 1 if label & updated else 2
    place = (
        _place(tokens, 0, first.first - 1)
        if strength == 2 and first.first > 1 and tokens.words[first.first - 1] == ","
        else None
    )
    covered = {k for mention in found for k in range(mention.first, mention.last)}
    if place or tokens.lower[0] == "by":
        covered |= set(range(first.first))
    known = published | updated | beside
    others = [
        k
        for k in range(tokens.size)
        if k not in covered and tokens.words[k][0].isalnum() and tokens.lower[k] not in known
    ]
    if others and (strength == 2 or len(others) > 6 or min(others) < first.first):
        return None
    return _Line(day, place, (first.start, first.end), rank - 1 + strength)


def _signed(tokens: Tokens) -> _Line | None:
    """A line that ends with its date behind who wrote it: "Statement of Acme, 3 September 2025"."""
    lower, size = tokens.lower, tokens.size
    if not 4 <= size <= LONGEST_SIGNED or not lower[-1].isdecimal() or not tokens.words[0][0].isupper():
        return None
    if any(word in grammar().auxiliaries for word in lower):
        return None
    for at in range(size - 2, max(0, size - LONGEST_DATE), -1):
        if tokens.words[at] in SIGNING:
            mention = _date_from(tokens, at + 1)
            if mention is not None and mention.last == size and (day := _day(tokens, mention)):
                return _Line(day, None, (mention.start, mention.end), 3)
    return None


def _tells(tokens: Tokens) -> bool:
    """Whether a line without a label has a word that stands neither in a date nor beside one: a quick no."""
    published, updated, beside = _words()
    lower = tokens.lower
    if lower[0] == "by" or not (published.isdisjoint(lower) and updated.isdisjoint(lower)):
        return False
    return any(
        word not in WORDS and word not in beside and word.isalpha() and word.islower() and len(word) > 1
        for word in tokens.words
    )


def _day(tokens: Tokens, mention: Mention) -> str | None:
    """The ISO day of a full date; None where its year is missing or day and month could be exchanged."""
    value = mention.value
    if (
        not isinstance(value, Period)
        or value.low is None
        or value.low != value.high
        or value.low[0] == "T"
        or value.bound != "exact"
    ):
        return None
    if not MONTHS.keys().isdisjoint(tokens.lower[mention.first : mention.last]):
        return value.low[:10]
    other = dates.read(tokens.cut(mention.first, mention.last), None, day_first=True)
    same = other and isinstance(other[0].value, Period) and other[0].value.low == value.low
    return value.low[:10] if same else None


def _place(tokens: Tokens, first: int, last: int) -> Place:
    """The capitalised words of `first`..`last` as a place; None when anything else stands there."""
    words = tokens.words[first:last]
    if not 1 <= len(words) <= LONGEST_PLACE + 2 or not words[0][0].isupper() or words[0].lower() == "by":
        return None
    if not all(word[0].isupper() or word in (",", ".", "-", "/") for word in words) or {
        word.lower() for word in words
    } & (_words()[0] | _words()[1]):
        return None
    while last > first and tokens.words[last - 1] in (",", ".", "-", "/"):
        last -= 1
    return tokens.surface(first, last) or None
