"""Comparable or not: the gates that two claims pass before their values are looked at.

Each gate returns the first thing that differs as (reason, detail), or None to let the pair pass. What a
gate asks tells its module; the order, in which a reader would object, stands here, once for each way
that two claims come together: one sentence in two texts, counts of one event, all others.

    kind        are the two values of one kind, and figures at all?
    modality    is one said to be so, and the other one planned or denied?
    subject     are they about one person or thing?
    section     do they stand where they can be of one thing, and under one condition?
    attribute   are they of one property, or of one noun that is counted?
    series      do two ordinals count in one series?
    scope       are they of one group, per one thing, in one stated respect?
    time        are they of one time?
    place       are they of one place?
    wording     do their sentences share enough words?
"""

from __future__ import annotations

from factcheck.claims.attributes import traits
from factcheck.claims.causes import lasting
from factcheck.claims.profile import Profile
from factcheck.claims.row import Row
from factcheck.compare.events import claims_apart, dated_apart, days_apart
from factcheck.compare.gates import (
    attribute,
    kind,
    modality,
    place,
    scope,
    section,
    series,
    subject,
    time,
    wording,
)
from factcheck.compare.items import bare, is_left_out
from factcheck.compare.named import share_any
from factcheck.compare.pair import SURE, Pair, Reason
from factcheck.compare.slips import is_exchanged, is_surely_exchanged

MEANT = {
    "story": modality.of_story,
    "general": modality.of_manual,
    "telling": modality.of_telling,
}
SETTING = 3  # words of an identifier that names one setting of a product by itself
MEASURED = frozenset(("quantity", "money", "percent"))
TITLE = 1  # the last sentence of a text's head, which says of when the text is: "First quarter 2025"


def objection(pair: Pair, profiles: list[Profile]) -> Reason | None:
    """The first reason why the two claims are not comparable, or None."""
    a, b = pair.a, pair.b
    if pair.via == "inside":  # the check has seen that they belong together
        return None
    if pair.via == "counterpart" and is_left_out(a, b):
        a, b = bare(a), bare(b)
    if (found := kind.apart(a, b)) is not None:
        return found
    if pair.via == "event":
        return of_event(a, b, profiles)
    if pair.via == "copy":  # near-identical wording makes claims comparable, whatever their subject
        return wording.bare(pair) or _of_copies(a, b, profiles)
    if pair.via == "key":
        return _of_keys(a, b, profiles[a.document], profiles[b.document])
    if pair.via in ("quote", "name", "post"):
        return None
    if pair.via == "counterpart":
        return (
            kind.undated(a, b)
            or _meant(pair, profiles)
            or _of_statements(a, b, profiles, pair.via, pair.odds >= SURE)
        )
    meant = MEANT.get(pair.via, modality.apart)
    return kind.unresolved(a, b) or meant(a, b) or _of_statements(a, b, profiles, pair.via, sure=False)


def _meant(pair: Pair, profiles: list[Profile]) -> Reason | None:
    """Whether of two figures that the words around them tie one is said to be so, and the other one not."""
    a, b = pair.a, pair.b
    if pair.odds >= SURE and modality.may_be_so(a, b):
        return None
    if a.told and b.told:
        return modality.of_manual(a, b)
    gap = days_apart(profiles[a.document].published, profiles[b.document].published)
    return modality.of_counterpart(a, b, gap)


def _of_copies(a: Row, b: Row, profiles: list[Profile]) -> Reason | None:
    """Whether a sentence that stands nearly so in both texts is said of the same thing in both."""
    mine, other = profiles[a.document], profiles[b.document]
    whom = (
        subject.of_copies(a, b, mine, other)
        or series.in_list(a)
        or section.versions(a, b, mine, other)
        or section.labels(a, b)
        or section.siblings(a, b, mine, other)
        or section.conditions(a, b)
        or (None if a.modifiers == b.modifiers else scope.typical(a, b))
    )
    if whom is not None:
        return whom
    if a.claim.modality != b.claim.modality:
        said = attribute.act(a, b) or attribute.act(b, a) or modality.of_copies(a, b)
        if said is not None:
            return said
    if a.kind == "date" and (dated := _dated(a, b)) is not None:
        return dated
    timed = a.family or not (a.subject or _at_any_time(a, b, mine, other))
    if timed and dated_apart(mine, other) and not is_surely_exchanged(a.claim, b.claim):
        return "different-time", f"{mine.published} and {other.published}"
    if a.family and a.aside != b.aside:
        return "background", "one figure is outside the event"
    if mine.names and other.names and not wording.shared(a, b) and not share_any(mine.names, other.names):
        return "different-event", "the texts have no name in common"
    measured_apart = a.kind in MEASURED and a.verb != b.verb
    named = attribute.named(a, b) if measured_apart or (a.named and b.named) else attribute.noun(a, b)
    if named and traits(a.attribute).origin and traits(b.attribute).origin:
        named = None  # "built about 1900", "founded about 1200", in one wording
    found = named or scope.group(a, b) or scope.stated(a, b, scope.TIMELESS)
    return found or (None if a.kind == "date" else time.apart(a, b, mine, other))


def _at_any_time(a: Row, b: Row, mine: Profile, other: Profile) -> bool:
    """Whether a copied sentence tells what is generally so, in texts with a name in common."""
    return a.general and b.general and not mine.names.isdisjoint(other.names)


def _dated(a: Row, b: Row) -> Reason | None:
    """Whether the dates of a copied sentence are of two verbs, or those of the texts themselves."""
    if not a.verb and not b.verb and max(a.sentence, b.sentence) <= TITLE:
        return "different-time", "the days of two texts"
    return attribute.dated_once(a, b) or attribute.dated_once(b, a)


def of_event(a: Row, b: Row, profiles: list[Profile]) -> Reason | None:
    """Why two counts of one frame, in texts of one event, are not of one thing."""
    if a.attribute != b.attribute:
        return "different-attribute", f"{a.attribute} and {b.attribute}"
    if a.aside or b.aside or a.back != b.back:
        return "background", "one figure is outside the event"
    if a.stale or b.stale:
        return "overtaken", "one figure is told as overtaken"
    if (unreal := modality.of_event(a, b)) is not None:
        return unreal
    keys = scope.TIMELESS if a.causes & b.causes & lasting() else scope.KEYS
    found = scope.group(a, b) or scope.stated(a, b, keys)
    return found or claims_apart(a, b, profiles[a.document], profiles[b.document])


def _of_keys(a: Row, b: Row, mine: Profile, other: Profile) -> Reason | None:
    """Whether two values of one setting are of two versions, pages of one form, parts or conditions."""
    return (
        modality.of_telling(a, b)
        or section.versions(a, b, mine, other)
        or (None if a.key.parts >= SETTING else section.placed(a, b) or section.chapters(mine, other))
        or section.siblings(a, b, mine, other)
        or section.conditions(a, b)
        or scope.stated(a, b, scope.KEYS)
    )


def _of_statements(a: Row, b: Row, profiles: list[Profile], via: str, sure: bool) -> Reason | None:
    """Whether two claims that a name, a noun or a property joins are of one thing; `sure`: what their
    sentences say makes it almost certain."""
    mine, other = profiles[a.document], profiles[b.document]
    if via == "telling":  # its words are the property, where no noun names it
        what = attribute.of_telling(a, b)
    elif via == "counterpart":
        what = attribute.of_counterpart(a, b)
    else:
        what = attribute.apart(a, b)
    where = section.versions(a, b, mine, other) or section.apart(a, b) or section.siblings(a, b, mine, other)
    mistyped = via == "counterpart" and is_exchanged(a.claim, b.claim)
    found = None if mistyped else subject.apart(a, b) or series.apart(a, b, mine, other)
    found = found or where or (None if sure else what)
    if found:
        return found
    if mistyped and (a.kind in MEASURED or is_surely_exchanged(a.claim, b.claim)):
        return None  # no two figures are so by chance, whatever else their sentences say
    running = a.kind == "ordinal" and a.running and b.running  # "since January", "this year": one stretch
    keys = scope.TIMELESS if running else scope.KEYS
    lasting = via == "counterpart" and a.kind == "duration"
    found = (
        scope.group(a, b)
        or scope.stated(a, b, keys, lasting)
        or scope.without(a, b)
        or scope.aggregate(a, b)
        or scope.typical(a, b)
        or time.apart(a, b, mine, other, sure)
        or (None if via == "counterpart" else place.apart(a, b, mine, other))
        or subject.partners(a, b)
    )
    if found or (a.partners and b.partners and a.running and b.running):
        return found
    if via == "occasion":
        return subject.thing(a, b)
    if via == "property" and (found := section.limits(a, b) or section.case(a, b) or section.case(b, a)):
        return found
    nameless = via == "property" and not (a.subject or b.subject) and a.general and b.general
    if (via == "story" or nameless) and (narrower := section.narrower(a, b)) is not None:
        return narrower
    return None if _is_tied(a, b, via) else wording.apart(a, b)


def _is_tied(a: Row, b: Row, via: str) -> bool:
    """Whether two claims are one statement by what joined them, whatever words stand around."""
    if via in ("property", "story", "counterpart", "general", "telling"):
        return True
    if via == "subject" and a.kind != "ordinal" and (a.attribute or b.attribute):
        return True
    return via in ("subject", "noun") and bool(
        a.subject and series.of(a) & series.of(b)
    )  # "fourth cup title"
