"""Comparable or not: the gates that two claims pass before their values are looked at.

Each gate returns the first thing that differs as (reason, detail), or None to let the pair pass.
The order is the order in which a reader would object.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple, TypeVar

from factcheck.claims.attributes import traits
from factcheck.claims.causes import lasting
from factcheck.claims.nouns import same_group
from factcheck.claims.profile import Profile
from factcheck.claims.row import Days, Row, Spoken
from factcheck.compare.events import claims_apart, dated_apart, spoken_apart
from factcheck.compare.others import (
    PERSONAL,
    Reason,
    other_act,
    other_occasion,
    other_part,
    other_series,
    other_share,
    other_stretch,
    other_thing,
    related,
    series,
)
from factcheck.model import Interval, Period
from factcheck.text.words import lists

DENIED = frozenset(("denied", "planned"))
HUNDRED = Decimal(100)
FLOWS = frozenset(("money", "count", "percent"))  # kinds of figure that a quarter has, and a year
QUARTER = 3  # months
EXACT = ("per", "change")  # parts of a scope that both claims must have, or neither
KNOWN = ("of", "for", "as")  # … and those that differ only where both say one
MEASURED = frozenset(("quantity", "money", "percent"))
T = TypeVar("T", Days, Spoken)
SHARED_WORDS = 3  # content words that two sentences share where no subject joins them …
SHARE_WORDS = 1 / 3  # … and their share of the shorter sentence's
UNREAL = frozenset(("denied", "hypothetical"))  # no count of what happened


class Pair(NamedTuple):
    """Two rows that some column brought together; `via` says which: event, property, subject, noun,
    occasion, words, copy, quote, inside. `share`: of the words of two copies. `check`: the check inside
    one text, a verb's name."""

    a: Row
    b: Row
    via: str
    evidence: tuple[str, ...] = ()
    share: float = 0.0
    check: str = ""


def objection(pair: Pair, profiles: list[Profile]) -> Reason | None:
    """The first reason why the two claims are not comparable, or None."""
    a, b = pair.a, pair.b
    if pair.via == "inside":  # the check has seen that they belong together
        return None
    if (found := _kind(a, b)) is not None:
        return found
    if pair.via == "event":
        return event_objection(a, b, profiles)
    if pair.via == "copy":  # near-identical wording makes claims comparable, whatever their subject
        return _copy(a, b, profiles)
    if pair.via == "quote":
        return None
    return _unresolved(a, b) or _modality(a, b) or _property(a, b, profiles, pair.via)


def _kind(a: Row, b: Row) -> Reason | None:
    if a.kind != b.kind:
        return "different-kind", f"{a.kind} and {b.kind}"
    if a.dimension != b.dimension:
        return "different-dimension", f"{a.dimension} and {b.dimension}"
    if a.kind == "percent" and _complement(a, b):
        return "complement", f"{a.claim.text} and {b.claim.text} make a hundred"
    if a.vague or b.vague:
        return "vague", f"{(a if a.vague else b).claim.text} has no figure"
    return None


def _unreal(a: Row, b: Row) -> Reason | None:
    """What is planned or denied in one copy is not what is in the other."""
    said = {a.claim.modality, b.claim.modality}
    if said == {"planned", "asserted"} and a.attribute == b.attribute and traits(a.attribute).settled:
        return None
    return ("different-modality", " and ".join(sorted(said))) if len(said) == 2 and said & DENIED else None


def _are_settled(a: Row, b: Row) -> bool:
    """Whether both are of a property that is fixed before it begins: seats won, and to be held."""
    said = {a.claim.modality, b.claim.modality}
    return said == {"planned", "asserted"} and a.attribute == b.attribute and traits(a.attribute).settled


def _complement(a: Row, b: Row) -> bool:
    """Whether two shares make up the whole: 84 percent have it, 16 percent have not."""
    one, two = a.claim.canonical, b.claim.canonical
    return isinstance(one, Interval) and isinstance(two, Interval) and one.figure + two.figure == HUNDRED


def _modality(a: Row, b: Row) -> Reason | None:
    """What is planned, possible or denied is not set against what is."""
    said_a, said_b = a.claim.modality, b.claim.modality
    if a.kind == "ordinal" and not {said_a, said_b} & {"denied", "hypothetical"}:
        return None  # "it will be their fourth meeting" counts like "it was"
    if (
        {said_a, said_b} == {"planned", "asserted"}
        and a.attribute == b.attribute
        and traits(a.attribute).settled
    ):
        return None
    return ("different-modality", f"{said_a} and {said_b}") if said_a != said_b else None


def _group(a: Row, b: Row) -> Reason | None:
    if a.part != b.part:
        return "part-of-whole", "one counts a part of the other"
    if not same_group(a.group, b.group):
        return "different-group", f"{a.group or a.head or 'people'} and {b.group or b.head or 'people'}"
    return None


def _copy(a: Row, b: Row, profiles: list[Profile]) -> Reason | None:
    """Whether a sentence that stands nearly so in both texts is said of the same thing in both."""
    if _other_extent(a, b) or (a.kind not in ("count", "ordinal") and _other_head(a, b)):
        return "different-subject", f"{a.subject_head} and {b.subject_head}"
    mine, other = profiles[a.document], profiles[b.document]
    if a.subject != b.subject and _known(a, other) and _known(b, mine):
        return "different-subject", f"{a.claim.subject} and {b.claim.subject}"
    if (other_one := related(a, b) or related(b, a)) is not None:
        return other_one
    if a.claim.modality != b.claim.modality and (acts := other_act(a, b) or other_act(b, a)) is not None:
        return acts
    if (unreal := _unreal(a, b)) is not None:
        return unreal
    if (a.family or not a.subject) and dated_apart(mine, other):
        return "different-time", f"{mine.published} and {other.published}"
    if a.family and a.aside != b.aside:
        return "background", "one figure is outside the event"
    if len(a.words & b.words) < SHARED_WORDS and mine.names and other.names and not mine.names & other.names:
        return "different-event", "the texts have no name in common"
    measured_apart = a.kind in MEASURED and a.verb != b.verb
    named = _named_alike(a, b) if measured_apart or (a.named and b.named) else _same_noun(a, b)
    if traits(a.attribute).origin and traits(b.attribute).origin:
        named = None  # "built about 1900", "founded about 1200", in one wording
    found = named or _group(a, b)
    return found or _scope(a, b, (*EXACT, *KNOWN)) or (None if a.kind == "date" else _time(a, b, profiles))


def _known(row: Row, other: Profile) -> bool:
    """Whether a claim surely has a subject of its own text, whom the other text never names."""
    return bool(row.subject) and row.subject not in other.names and row.subject_head not in PERSONAL


def _other_extent(a: Row, b: Row) -> bool:
    """Whether one name stands for two places: the city of X, the province of X."""
    one, two = a.subject_head, b.subject_head
    return bool(a.subject) and one != two and one in lists().place and two in lists().place


def _other_head(a: Row, b: Row) -> bool:
    """Whether the subjects are other common nouns: "the city has …", "the region has …"."""
    one, two = a.subject_head, b.subject_head
    return (
        one != two
        and one.isalpha()
        and two.isalpha()
        and one not in b.words
        and two not in a.words
        and not (a.subject or b.subject)
    )


def _named_alike(a: Row, b: Row) -> Reason | None:
    """Whether property and counted noun have the same names."""
    if a.attribute and b.attribute and a.attribute != b.attribute:
        return "different-attribute", f"{a.attribute} and {b.attribute}"
    return _same_noun(a, b)


def _same_noun(a: Row, b: Row) -> Reason | None:
    counted = a.kind in ("count", "ordinal") and not (a.family and b.family)
    if counted and a.head != b.head and not {a.head, b.head} <= {"", *lists().ratio}:
        return "different-noun", f"{a.head or 'nothing'} and {b.head or 'nothing'}"
    return None


def _scope(a: Row, b: Row, keys: tuple[str, ...] = (*EXACT, "since", *KNOWN)) -> Reason | None:
    """What the phrases themselves say: per day, in one country, of one kind, for one use."""
    mine, other = a.claim.scope, b.claim.scope
    for key in keys:
        if mine.get(key, "") != other.get(key, "") and (key not in KNOWN or (key in mine and key in other)):
            return (
                f"different-{ {'change': 'attribute', 'since': 'time'}.get(key, key) }",
                f"{mine.get(key) or 'none'} and {other.get(key) or 'none'}",
            )
    return None


def _unresolved(a: Row, b: Row) -> Reason | None:
    for row in (a, b):
        if isinstance(row.claim.value, Period) and row.claim.value.unresolved:
            return "unresolved", f"{row.claim.text}: {row.claim.value.unresolved}"
    return None


def event_objection(a: Row, b: Row, profiles: list[Profile]) -> Reason | None:
    """Why two counts of one frame, in texts of one event, are not of one thing."""
    if a.attribute != b.attribute:
        return "different-attribute", f"{a.attribute} and {b.attribute}"
    if a.aside or b.aside:
        return "background", "one figure is outside the event"
    if a.stale or b.stale:
        return "overtaken", "one figure is told as overtaken"
    if a.claim.modality != b.claim.modality and (a.claim.modality in UNREAL or b.claim.modality in UNREAL):
        return _modality(a, b)
    whole = (*EXACT, *KNOWN) if a.causes & b.causes & lasting() else (*EXACT, "since", *KNOWN)
    return (
        _group(a, b) or _scope(a, b, whole) or claims_apart(a, b, profiles[a.document], profiles[b.document])
    )


def _property(a: Row, b: Row, profiles: list[Profile], via: str) -> Reason | None:
    if a.subject and b.subject and a.subject != b.subject:
        return "different-subject", f"{a.claim.subject} and {b.claim.subject}"
    if _other_extent(a, b):
        return "different-subject", f"{a.subject_head} and {b.subject_head} of one name"
    if (beside := related(a, b) or related(b, a)) is not None:
        return beside
    if (named := _named_alike(a, b)) is not None:
        return named
    for other_one in (other_act, other_part, other_share, other_stretch):
        if (found := other_one(a, b) or other_one(b, a)) is not None:
            return found
    if (found := other_series(a, b) or other_occasion(a, b, profiles)) is not None:
        return found
    if a.kind == "date" and (a.verb != b.verb or not a.attribute):
        return "different-attribute", f"{a.verb} and {b.verb}"
    spans = a.kind == "ordinal" and a.running and b.running  # "since January", "this year": one stretch
    scope = _scope(a, b, (*EXACT, *KNOWN)) if spans else _scope(a, b)
    found = _group(a, b) or scope or _time(a, b, profiles) or _place(a, b, profiles)
    if found:
        return found
    if a.partners and b.partners:
        if not a.partners & b.partners:
            return "different-subject", f"{min(a.partners)} and {min(b.partners)}"
        if a.running and b.running:
            return None
    if via == "occasion":
        return other_thing(a, b)
    if via == "property":
        return None
    if via == "subject" and a.kind != "ordinal" and (a.attribute or b.attribute or _alike(a, b)):
        return None
    if via in ("subject", "noun") and a.subject and series(a) & series(b):  # "the fourth cup title for X"
        return None
    return None if _alike(a, b) else ("different-statement", "too few words in common")


def _time(a: Row, b: Row, profiles: list[Profile]) -> Reason | None:
    """Whether two statements are of different times; figures of a period are of the text's own period."""
    mine, other = profiles[a.document], profiles[b.document]
    one, two = a.days or _reported(a, mine.period), b.days or _reported(b, other.period)
    if one and two and not any(x[0] <= y[1] and y[0] <= x[1] for x in one for y in two):
        return "different-time", f"{one[0][0]} and {two[0][0]}"
    if spoken_apart(
        a.spoken or _reported(a, mine.spoken_period), b.spoken or _reported(b, other.spoken_period)
    ):
        return "different-time", "another day, season or quarter"
    if a.kind in FLOWS and not a.family and one and two and _other_length(one, two):
        return "different-time", f"{_until(one)} and {_until(two)}"
    if a.back != b.back and not (one and two):
        return "different-time", "one looks back to an earlier time"
    if _news_and_history(a, b, mine) or _news_and_history(b, a, other):
        return "different-time", "news and an earlier year"
    return None


def _other_length(a: tuple[Days, ...], b: tuple[Days, ...]) -> bool:
    """Whether two statements are of calendar periods of other lengths: a quarter, a half-year, a year."""
    one, two = ({length for x in days if (length := _months(x))} for days in (a, b))
    return bool(one and two) and not one & two


def _months(days: Days) -> int:
    """The length of a stretch of whole months, from a quarter on; 0 for any other one."""
    first, last = days
    if first[8:10] != "01" or len(last) < 10 or last[8:10] not in ("28", "29", "30", "31"):
        return 0
    months = (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7]) - int(first[5:7]) + 1
    return months if months >= QUARTER else 0


def _until(days: tuple[Days, ...]) -> str:
    return f"{days[0][0]} to {days[0][1]}"


def _news_and_history(a: Row, b: Row, mine: Profile) -> bool:
    """Whether an undated text tells the first claim of a weekday, and the second one is of a whole year."""
    return (
        not mine.published and bool(a.spoken) and not a.days and bool(b.days) and all(map(_is_year, b.days))
    )


def _reported(row: Row, period: tuple[T, ...]) -> tuple[T, ...]:
    """The period that a text reports on, for the kinds of figure that are of a period."""
    if row.kind == "date":  # "at the end of June" is of the quarter; a year reported on dates nothing
        return tuple(stretch for stretch in period if not _is_year(stretch))
    return period if row.kind in ("money", "percent", "count") else ()


def _is_year(stretch: Days | Spoken) -> bool:
    """Whether a stretch of days runs to the end of the year that it begins."""
    first, last = stretch[-2:]
    return first[4:10] == "-01-01" and last[4:10] == "-12-31"


def _place(a: Row, b: Row, profiles: list[Profile]) -> Reason | None:
    if a.subject and a.attribute == b.attribute and traits(a.attribute).once:
        return None  # "born in Lund", "born in Malmö": nobody is born twice
    if (
        a.places
        and b.places
        and not a.places & profiles[b.document].places
        and not b.places & profiles[a.document].places
    ):
        return "different-place", f"{min(a.places)} and {min(b.places)}"
    return None


def _alike(a: Row, b: Row) -> bool:
    """Whether two sentences share enough content words to be about one statement."""
    shared = len(a.words & b.words)
    return shared >= SHARED_WORDS and shared >= SHARE_WORDS * min(len(a.words), len(b.words))
