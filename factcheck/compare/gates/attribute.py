"""Are the two claims of one property, or of one noun that is counted?"""

from __future__ import annotations

from factcheck.claims.linking import linking
from factcheck.claims.row import Row
from factcheck.claims.things import things
from factcheck.compare.pair import Reason
from factcheck.compare.slips import has_other_unit, is_exchanged, is_typo
from factcheck.text.related import nearness
from factcheck.text.words import lists

THEN = "age then"  # at what the sentence tells


def apart(a: Row, b: Row) -> Reason | None:
    """Whether the names of property and noun differ, or only one has a name and the other is of
    something else."""
    if (found := named(a, b)) is not None:
        return found
    if not (a.attribute and b.attribute):
        if _is_of_nothing(a, b) or _is_of_nothing(b, a):
            return "different-attribute", f"{a.attribute or 'nothing'} and {b.attribute or 'nothing'}"
        for other in (act, _part, _share, _stretch):
            if (found := other(a, b) or other(b, a)) is not None:
                return found
    if a.kind == "age":
        return _aged(a, b)
    return _dated(a, b) if a.kind == "date" else None


def _aged(a: Row, b: Row) -> Reason | None:
    """Whether two ages are of what somebody did at other times: "at 22 he won", "taught until 80"."""
    if a.attribute == THEN and not nearness(a.verb, b.verb):
        return "different-attribute", f"{a.verb} and {b.verb}"
    return None


def named(a: Row, b: Row) -> Reason | None:
    """Whether property or counted noun have other names."""
    if a.attribute and b.attribute and a.attribute != b.attribute:
        return "different-attribute", f"{a.attribute} and {b.attribute}"
    return noun(a, b)


def of_telling(a: Row, b: Row) -> Reason | None:
    """Whether the words of two statements name two properties: its height, its depth."""
    if a.named and b.named and a.attribute != b.attribute:
        return "different-attribute", f"{a.attribute} and {b.attribute}"
    return None


def of_counterpart(a: Row, b: Row) -> Reason | None:
    """The same where the words around two figures tie them: one that is the other mistyped need not be called
    alike, unless a sentence has the other one's name for something else ("cost 31, with 35 budgeted")."""
    if is_exchanged(a.claim, b.claim) or has_other_unit(a.claim, b.claim):
        return None
    told = a.attribute in b.words or b.attribute in a.words
    return named(a, b) if told or a.kind == "age" or not is_typo(a.claim, b.claim) else None


def noun(a: Row, b: Row) -> Reason | None:
    """Whether other things are counted."""
    if a.head == b.head or a.kind not in ("count", "ordinal") or (a.family and b.family):
        return None
    if a.kind == "ordinal" and (_is_time_of(a, b) or _is_time_of(b, a)):
        return None
    if not {a.head, b.head} <= {"", *lists().ratio}:
        return "different-noun", f"{a.head or 'nothing'} and {b.head or 'nothing'}"
    return None


def _is_time_of(a: Row, b: Row) -> bool:
    """Whether an ordinal counts how often its verb has happened, and the other one the same by its name: "won
    for the third time", "the fourth cup win", "visited for a second time", "the third visit"."""
    if a.head != "time" or not a.verb:
        return False
    return bool(nearness(a.verb, b.head)) or (a.verb == "win" and b.head in linking().victories)


def _is_of_nothing(a: Row, b: Row) -> bool:
    """Whether one number is of nothing that its sentence names, and the other one of a property: "210 until
    December" is no number of seats."""
    return a.kind == "count" and not (a.attribute or a.head or a.claim.noun) and bool(b.attribute)


def act(a: Row, b: Row) -> Reason | None:
    """Whether only a verb names the first claim's property, and the second claim has another such verb."""
    if a.named or not a.attribute or b.attribute or a.claim.noun != b.claim.noun or a.kind == "ordinal":
        return None
    if not b.verb or b.verb == a.verb or b.verb in linking().light | linking().reaching | lists().saying:
        return None
    return "different-attribute", f"{a.verb} and {b.verb}"


def _dated(a: Row, b: Row) -> Reason | None:
    """Whether two dates are of what other verbs tell, or of nothing that has a name."""
    if a.verb != b.verb or not a.attribute:
        return "different-attribute", f"{a.verb} and {b.verb}"
    return None


def dated_once(a: Row, b: Row) -> Reason | None:
    """Whether the first date of a copied sentence is of a property, and the second one of another verb in a
    sentence that has both: "who resigned on Friday, was questioned on Sunday"."""
    if not a.attribute or b.attribute or a.verb == b.verb or a.verb not in b.words:
        return None
    return "different-attribute", f"{a.verb} and {b.verb}"


def _part(a: Row, b: Row) -> Reason | None:
    """Whether the first value measures a part that no word calls a property ("a cable of 1.8 metres")."""
    if a.attribute or a.kind != "quantity" or a.head == b.head or things().wider.get(a.head) != "part":
        return None
    return "different-subject", f"a {a.head} and {b.attribute or b.head or b.claim.subject}"


def _share(a: Row, b: Row) -> Reason | None:
    """Whether one share is of a named property, the other one of some whole ("40 % of the reserve")."""
    if a.kind != "percent" or not a.attribute or not a.named or b.attribute or "of" not in b.claim.scope:
        return None
    return "different-attribute", f"{a.attribute} and a share of {b.claim.scope['of']}"


def _stretch(a: Row, b: Row) -> Reason | None:
    """Whether one duration is of a named property, and the other one of what its own verb tells."""
    if a.kind != "duration" or not a.attribute or b.attribute or b.verb in ("", "be", "have", "last", a.verb):
        return None
    return "different-attribute", f"{a.attribute} and what is to {b.verb}"
