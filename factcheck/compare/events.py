"""Can two texts, and two claims in them, be about one event? Day, place and cause decide.

Articles of one folder tell many events in the same words; a shared "killed" proves nothing. Two
texts may tell one event when their dates are close and they share names of places; two claims of
them when what each says of day, cause and place does not clash.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from factcheck.claims.causes import clash, lasting
from factcheck.claims.places import country_keys, place_key
from factcheck.claims.profile import Profile
from factcheck.claims.row import Days, Row, Spoken

APART_LASTING = 90  # … an event that goes on for weeks
DAYS_OF_YEAR = 365
APART = 3  # days between two texts' dates that still tell one event
NEAR = 1  # days between two statements of when something happened: time zones, nights
PLACES = 2  # names of places that two texts on one event share
PLACES_UNDATED = 3  # where one of them does not say when, and the leads are not alike
NAMES = 2  # names of any kind that two texts of near days share …
NAMES_CLASHING = 3  # … where they seem to tell of two causes …
NAMES_SHARE = 0.6  # … of those in the text that names fewer
LEADS_SHARE = 0.3  # of the shorter lead's content words


class Relation(NamedTuple):
    """Whether two texts may tell one event; `reason` says what differs, or what they share."""

    same: bool
    reason: str
    detail: str


def relation(a: Profile, b: Profile) -> Relation:
    """Whether two texts may tell one event."""
    same_day = _same_day_told(a, b)
    if dated_apart(a, b):
        return Relation(False, "different-time", f"{a.published} and {b.published}")
    if clash(a.causes, b.causes) and not named_alike(a, b, NAMES_CLASHING):
        return Relation(
            False, "different-event", f"{'/'.join(sorted(a.causes))} and {'/'.join(sorted(b.causes))}"
        )
    shared = sorted(a.places & (b.places | b.spelt) | b.places & a.spelt)
    alike = _leads_alike(a, b)
    close = (same_day or _is_lasting(a, b)) and (a.causes & b.causes or not a.causes or not b.causes)
    if (
        not shared and (close or alike) and not (a.places and b.places)
    ):  # one names no place: any name will do
        shared = sorted(a.names & b.names)
    dated = bool(_told(a) and _told(b))
    enough = 1 if close else PLACES if dated or alike else PLACES_UNDATED
    if a.causes & b.causes and _are_of_one_week(a, b):
        enough = min(enough, PLACES)
    if alike and not dated:  # a text of one sentence names one place, and shares what it has
        enough = min(enough, max(1, min(len(a.names), len(b.names))))
    if len(shared) < enough and a.published and b.published and (names := named_alike(a, b)):
        return Relation(True, "same-event", ", ".join(as_written(names[:3], a, b)))
    if len(shared) < enough:
        return Relation(False, "different-place", f"only {', '.join(shared) or 'no place'} in common")
    return Relation(True, "same-event", ", ".join(as_written(shared[:3], a, b)))


def _are_of_one_week(a: Profile, b: Profile) -> bool:
    """Whether the datelines of two texts, of whatever year, are days apart."""
    apart = written_from(a.written, b.written)
    return apart is not None and abs(apart) <= APART


def named_alike(a: Profile, b: Profile, least: int = NAMES) -> list[str]:
    """The names that two texts share, in order, if they are most of what one of them names: a place with
    persons, bodies or other places, no countries; [] if they are not."""
    shared = (a.names & b.names) - country_keys()
    if len(shared) < least or not any(" " in name for name in shared):
        return []
    places = a.places | b.places
    if not any(place_key(name) in places for name in shared):
        return []
    fewer = min(len(each.names - country_keys()) for each in (a, b))
    return sorted(shared) if len(shared) >= NAMES_SHARE * fewer else []


def as_written(keys: Sequence[str], *profiles: Profile) -> list[str]:
    """Keys of places as the texts write them; the key of one that neither names."""
    names = {
        place_key(each.text): each.text for profile in reversed(profiles) for each in profile.named[::-1]
    }
    return [names.get(key, key) for key in keys]


def near(profiles: Sequence[Profile], numbers: Sequence[int], most: int) -> Iterator[tuple[int, int]]:
    """Pairs of the numbered texts that days join: those of each text's publication, and those that it tells
    of. Each text is paired with the `most` next ones of either kind at most, undated ones with none."""
    published = [(day, day, number) for number in numbers if (day := _ordinal(profiles[number].published))]
    told = [
        (_ordinal(first), _ordinal(last), number)
        for number in numbers
        for first, last in profiles[number].lead_days
    ]
    for stretches, slack in ((sorted(published), APART), (sorted(told), NEAR)):
        for place, (_, last, number) in enumerate(stretches):
            for first, _, other in stretches[place + 1 : place + 1 + most]:
                if first > last + slack:
                    break
                if other != number:
                    yield min(number, other), max(number, other)


def _leads_alike(a: Profile, b: Profile) -> bool:
    """Whether two leads use the same words: what an undated text tells must show otherwise."""
    fewer = min(len(a.lead_words), len(b.lead_words))
    return bool(fewer) and len(a.lead_words & b.lead_words) >= LEADS_SHARE * fewer


def dated_apart(a: Profile, b: Profile) -> bool:
    """Whether two texts are of days too far apart for one event, and tell of no common day."""
    apart = days_apart(a.published, b.published)
    if apart is None:
        apart = _written_apart(a.written, b.written)
    if apart is None or apart <= APART:
        return False
    return not (apart <= APART_LASTING and _is_lasting(a, b)) and not _same_day_told(a, b)


def _written_apart(a: Spoken | None, b: Spoken | None) -> int | None:
    """The days between two datelines without a year."""
    apart = written_from(a, b)
    return None if apart is None else abs(apart)


def written_from(first: Spoken | None, second: Spoken | None) -> int | None:
    """The days from one dateline without a year to another, at whichever end of the year they meet; less than
    0 where the second one is the earlier. None where one is not of a day."""
    if first is None or second is None or first.form != second.form or first.form != "day":
        return None
    apart = days_from(first.first, second.first) % DAYS_OF_YEAR
    return apart if apart <= DAYS_OF_YEAR // 2 else apart - DAYS_OF_YEAR


def _is_lasting(a: Profile, b: Profile) -> bool:
    """Whether two texts tell of something that goes on for weeks, an epidemic."""
    return bool(a.causes & b.causes & lasting())


def one_day(a: Row, b: Row, profile_a: Profile, profile_b: Profile) -> bool:
    """Whether two statements name one and the same day for what befell one place of one cause: enough
    for one event even where the texts are of other weeks."""
    return (
        any(x == y and x[0] == x[1] for x in a.days for y in b.days)
        and bool(a.causes & b.causes)
        and bool(profile_a.places & profile_b.places)
    )


def claims_apart(a: Row, b: Row, profile_a: Profile, profile_b: Profile) -> tuple[str, str] | None:
    """The first thing that puts two claims into different events: (reason, detail), or None."""
    when_a, when_b = a.days, b.days
    if not _is_lasting(profile_a, profile_b):
        when_a, when_b = when_a or _inherited(a, profile_a), when_b or _inherited(b, profile_b)
    if when_a and when_b:
        if not any(_near(x, y, 0) for x in when_a for y in when_b):
            return "different-time", f"{when_a[0][0]} and {when_b[0][0]}"
    elif spoken_apart(a.spoken or profile_a.lead_spoken, b.spoken or profile_b.lead_spoken):
        return "different-time", "another day of the week or year"
    if clash(a.causes, b.causes):
        return "different-event", f"{'/'.join(sorted(a.causes))} and {'/'.join(sorted(b.causes))}"
    if a.places and b.places and not a.places & profile_b.places and not b.places & profile_a.places:
        first, second = as_written([min(a.places), min(b.places)], profile_a, profile_b)
        return "different-place", f"{first} and {second}"
    return None


def _inherited(row: Row, profile: Profile) -> tuple[Days, ...]:
    """The day of a bare statement: the lead's, once the lead has told it; before that, the text's own."""
    if row.sentence >= profile.lead_from:
        return profile.lead_days
    own = (profile.published or "")[:10]
    return ((own, own),) if own else ()


def spoken_apart(a: tuple[Spoken, ...], b: tuple[Spoken, ...]) -> bool:
    """Whether two statements without a year name other weekdays, other days or other quarters; a
    weekday says nothing of a date."""
    pairs = [(x, y) for x in a for y in b if x.form == y.form]
    return bool(pairs) and not any(x.first <= y.last and y.first <= x.last for x, y in pairs)


def _same_day_told(a: Profile, b: Profile) -> bool:
    return any(_near(x, y, NEAR) for x in _told(a) for y in _told(b))


def _told(profile: Profile) -> tuple[Days, ...]:
    """The days that a text tells of: those of its lead, else its own."""
    own = (profile.published or "")[:10]
    return profile.lead_days or (((own, own),) if own else ())


def _near(a: Days, b: Days, slack: int) -> bool:
    """Whether two stretches of days meet or are at most `slack` days apart."""
    first, second = (a, b) if a <= b else (b, a)
    gap = days_apart(first[1], second[0])
    return first[1] >= second[0] or (gap is not None and gap <= slack)


def days_apart(a: str | None, b: str | None) -> int | None:
    """The days between two ISO dates; None where one is not known."""
    return abs(days_from(a, b)) if a and b else None


def days_from(first: str, second: str) -> int:
    """The days from one ISO date to another, less than 0 where the second one is the earlier."""
    return _ordinal(second) - _ordinal(first)


@lru_cache(4096)
def _ordinal(day: str | None) -> int:
    """The number of an ISO day, 0 for none."""
    return date.fromisoformat(day[:10]).toordinal() if day else 0
