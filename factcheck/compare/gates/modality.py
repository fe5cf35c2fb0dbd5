"""Is one claim said to be so, and the other one planned, possible or denied?"""

from __future__ import annotations

from factcheck.claims.attributes import traits
from factcheck.claims.row import Row
from factcheck.compare.pair import Reason
from factcheck.compare.slips import slip
from factcheck.model import Period

DENIED = frozenset(("denied", "planned"))  # what sets two copies of a sentence apart
SAID = {"asserted", "believed"}  # "are believed to be at a depth of 460 m" says where they are, with a hedge
AHEAD = {"planned", "forecast"}  # "will close in June", "is expected to close in May"
DONE = SAID | {"planned"}  # what one reporter calls a plan another may tell as done
PROPOSED = AHEAD | {"hypothetical"}
RULED = frozenset(("asserted", "possible", "believed"))  # "may hold up to 64", "must have 12", "is required"
SUPPOSED = RULED | {"hypothetical"}  # … "if a query takes longer than 5 s, it is cancelled"
UNREAL = frozenset(("denied", "hypothetical"))  # no count of what happened


def apart(a: Row, b: Row) -> Reason | None:
    """What is planned, possible or denied is not set against what is."""
    said_a, said_b = a.claim.modality, b.claim.modality
    if said_a == said_b or {said_a, said_b} in (AHEAD, SAID) or _are_settled(a, b):
        return None
    if a.kind == "ordinal" and said_a not in UNREAL and said_b not in UNREAL:
        return None  # "it will be their fourth meeting" counts like "it was"
    return "different-modality", f"{said_a} and {said_b}"


def of_telling(a: Row, b: Row) -> Reason | None:
    """The same where they tell it in one set of words: what happens if is so as well, and what will, if both
    tell what is so at any time ("you will find the reports of 90 days")."""
    settled = SUPPOSED | AHEAD if a.told and b.told else SUPPOSED
    return None if {a.claim.modality, b.claim.modality} <= settled else apart(a, b)


def of_copies(a: Row, b: Row) -> Reason | None:
    """What is planned or denied in one copy of a sentence is not what is in the other."""
    said = {a.claim.modality, b.claim.modality}
    if len(said) == 1 or not said & DENIED or _are_settled(a, b):
        return None
    return "different-modality", " and ".join(sorted(said))


def of_manual(a: Row, b: Row) -> Reason | None:
    """The same for what is so at any time, where leave and duty are said like possibility and belief."""
    return None if {a.claim.modality, b.claim.modality} <= RULED else apart(a, b)


def of_story(a: Row, b: Row) -> Reason | None:
    """The same where a story ties two claims: a plan of one reporter may be told as a fact by another, a
    forecast is of another year."""
    forecast = (a.claim.modality == "forecast") != (b.claim.modality == "forecast")
    return apart(a, b) if forecast else of_event(a, b)


def may_be_so(a: Row, b: Row) -> bool:
    """Whether both are told as so, or as what may or must be."""
    return {a.claim.modality, b.claim.modality} <= RULED


def of_counterpart(a: Row, b: Row, gap: int | None) -> Reason | None:
    """The same where the words around two figures tie them: a slip between the two says that they are one,
    and what would be is planned ("it would cost 1.9 million", "it is to cost 2.4 million"); what is planned
    may have come otherwise only where `gap` days lie between the texts."""
    if {a.claim.modality, b.claim.modality} <= PROPOSED:
        return None
    if a.kind == "date" and all(_is_since(row) for row in (a, b)):
        return None  # "for the first time since 1989", "had not won it since 1998"
    forecast = (a.claim.modality == "forecast") != (b.claim.modality == "forecast")
    if not gap and {a.claim.modality, b.claim.modality} <= DONE:
        return None
    of_another_year = forecast and a.kind == "percent"  # a rate
    return of_event(a, b) if slip(a.claim, b.claim) and not of_another_year else apart(a, b)


def _is_since(row: Row) -> bool:
    """Whether a date is the last on which something was so, or of what is so from then on."""
    return isinstance(row.claim.value, Period) and row.claim.value.bound == "at_least"


def of_event(a: Row, b: Row) -> Reason | None:
    """What is denied or merely supposed is not set against what is counted."""
    unreal = a.claim.modality in UNREAL or b.claim.modality in UNREAL
    return apart(a, b) if unreal else None


def _are_settled(a: Row, b: Row) -> bool:
    """Whether both are of a property that is fixed before it begins: seats won, and to be held; one of them
    need not name it ("was jailed for 18 years", "will spend 15 years there")."""
    said, named = {a.claim.modality, b.claim.modality}, {a.attribute, b.attribute} - {""}
    return said == {"planned", "asserted"} and len(named) == 1 and traits(*named).settled
