"""Whether two claims are of two things although kind, noun and property fit: another act, part, series …"""

from __future__ import annotations

from factcheck.claims.linking import linking
from factcheck.claims.nouns import head
from factcheck.claims.profile import Profile
from factcheck.claims.row import Row
from factcheck.claims.things import things
from factcheck.text.words import lists

Reason = tuple[str, str]
PERSONAL = frozenset(("he", "she", "they", "we", "i", "you"))  # whom they mean is a guess
GUESSED = PERSONAL | {"it"}


def other_act(a: Row, b: Row) -> Reason | None:
    """Whether only a verb names the first claim's property, and the second claim has another such verb."""
    if a.named or not a.attribute or b.attribute or a.claim.noun != b.claim.noun or a.kind == "ordinal":
        return None
    if not b.verb or b.verb == a.verb or b.verb in linking().light | linking().reaching | lists().saying:
        return None
    return "different-attribute", f"{a.verb} and {b.verb}"


def other_series(a: Row, b: Row) -> Reason | None:
    """Whether two ordinals count in other series: her fifth national title, her second European title."""
    if a.kind != "ordinal":
        return None
    one, two = series(a), series(b)
    if one and two and not one & two:
        return "different-noun", f"{' '.join(sorted(one))} and {' '.join(sorted(two))}"
    return None


def other_occasion(a: Row, b: Row, profiles: list[Profile]) -> Reason | None:
    """Whether two ordinals of one subject are told of other names, which the other text never mentions:
    third at the Corvo marathon, first in Perl."""
    if a.kind != "ordinal" or (a.running and b.running and a.partners & b.partners):
        return None
    one, two = _others(a), _others(b)
    if not one or not two or one & _known_by(profiles[b.document]) or two & _known_by(profiles[a.document]):
        return None
    return "different-event", f"{min(one)} and {min(two)}"


def _known_by(profile: Profile) -> set[str]:
    """The names in a text, of persons the surname too."""
    return {part for name in profile.names for part in (name, name.rpartition(" ")[2])}


def _others(row: Row) -> frozenset[str]:
    """The names in a claim's sentence but its subject's."""
    return row.names - {row.subject, *row.subject.split()}


def series(row: Row) -> frozenset[str]:
    """The words between an ordinal and its noun that say what it counts in."""
    return frozenset(row.claim.noun.lower().split()[1:-1]) - linking().any_series


def other_share(a: Row, b: Row) -> Reason | None:
    """Whether one share is of a named property, the other one of some whole ("40 % of the reserve")."""
    if a.kind != "percent" or not a.attribute or not a.named or b.attribute or "of" not in b.claim.scope:
        return None
    return "different-attribute", f"{a.attribute} and a share of {b.claim.scope['of']}"


def other_stretch(a: Row, b: Row) -> Reason | None:
    """Whether one duration is of a named property, and the other one of what its own verb tells."""
    if a.kind != "duration" or not a.attribute or b.attribute or b.verb in ("", "be", "have", "last", a.verb):
        return None
    return "different-attribute", f"{a.attribute} and what is to {b.verb}"


def other_thing(a: Row, b: Row) -> Reason | None:
    """Whether two figures of one event are told of other things: the quake and its strongest aftershock."""
    one, two = ({head((noun,)) for noun in (row.head, row.subject_head) if noun} for row in (a, b))
    return ("different-subject", f"{min(one)} and {min(two)}") if one and two and not one & two else None


def other_part(a: Row, b: Row) -> Reason | None:
    """Whether the first value measures a part that no word calls a property ("a cable of 1.8 metres")."""
    if a.attribute or a.kind != "quantity" or a.head == b.head or things().wider.get(a.head) != "part":
        return None
    return "different-subject", f"a {a.head} and {b.attribute or b.head or b.claim.subject}"


def related(a: Row, b: Row) -> Reason | None:
    """Whether one claim is about something in or beside the other's subject ("the lake in the park"), or
    about another of its kind ("the auction of letters", "of paintings")."""
    about = {b.subject_head, *b.subject.split()}
    if (
        a.beside
        and a.beside == b.subject
        and not about & (GUESSED | {a.subject_head})
        and a.subject_head not in b.words
    ):
        return "different-subject", f"the {a.subject_head} beside {b.claim.subject} and {b.claim.subject}"
    if a.subject_of and b.subject_of and a.subject_of != b.subject_of and a.subject_head == b.subject_head:
        return "different-subject", f"the {a.subject_head} of {a.subject_of} and of {b.subject_of}"
    return None
