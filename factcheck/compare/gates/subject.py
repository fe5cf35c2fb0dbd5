"""Are the two claims about one person or thing?"""

from __future__ import annotations

from factcheck.claims.nouns import head
from factcheck.claims.profile import Profile
from factcheck.claims.row import Row
from factcheck.compare.pair import Reason
from factcheck.text.words import ADJECTIVE, ADVERB, lists, readings

PERSONAL = frozenset(("he", "she", "they", "we", "i", "you"))  # whom they mean is a guess
GUESSED = PERSONAL | {"it"}
COUNTED = ("count", "ordinal")  # … whose noun is asked for by itself


def apart(a: Row, b: Row) -> Reason | None:
    """Whether two subjects have two names, or one is in, beside or another kind of the other."""
    if a.subject and b.subject and a.subject != b.subject and not _is_short_for(a.subject, b.subject):
        return "different-subject", f"{a.claim.subject} and {b.claim.subject}"
    if _other_extent(a, b):
        return "different-subject", f"{a.subject_head} and {b.subject_head} of one name"
    return _other_thing(a, b) or _related(a, b)


def of_copies(a: Row, b: Row, mine: Profile, other: Profile) -> Reason | None:
    """Whether a sentence that stands nearly so in both texts has another subject in each."""
    if a.subject_head != b.subject_head and (
        _other_extent(a, b) or (a.kind not in COUNTED and _other_head(a, b))
    ):
        return "different-subject", f"{a.subject_head} and {b.subject_head}"
    if a.subject != b.subject and _known(a, other) and _known(b, mine):
        return "different-subject", f"{a.claim.subject} and {b.claim.subject}"
    same = a.modifiers == b.modifiers
    if not (same and a.thing == b.thing) and (same or _told_apart(a, b)):
        return _other_thing(a, b) or _related(a, b)
    return _related(a, b)


def _told_apart(a: Row, b: Row) -> bool:
    """Whether words tell the subjects of two copies apart: "the LATER edition" is the edition in other words,
    "the NIGHT tour" another one than "the CLASSIC tour"."""
    mine_alone, others = a.modifiers - b.modifiers, b.modifiers - a.modifiers
    named = [not words or _named(words, a, b) for words in (mine_alone, others)]
    return any(named) if mine_alone and others else all(named)


def partners(a: Row, b: Row) -> Reason | None:
    """Whether two ordinals count what others take part in: the fourth meeting of X and Y, of X and Z."""
    if a.partners and b.partners and not a.partners & b.partners:
        return "different-subject", f"{min(a.partners)} and {min(b.partners)}"
    return None


def thing(a: Row, b: Row) -> Reason | None:
    """Whether two figures of one event are told of other things: the quake and its strongest aftershock."""
    one, two = ({head((noun,)) for noun in (row.head, row.subject_head) if noun} for row in (a, b))
    return ("different-subject", f"{min(one)} and {min(two)}") if one and two and not one & two else None


def _known(row: Row, other: Profile) -> bool:
    """Whether a claim surely has a subject of its own text, whom the other text never names."""
    return bool(row.subject) and row.subject not in other.names and row.subject_head not in PERSONAL


def _is_short_for(one: str, other: str) -> bool:
    """Whether one name is the other in short ("Joyce", "Joyce Pellham"); the Orbit is no Orbit 7."""
    short, long = sorted((one.split(), other.split()), key=len)
    rest = long[len(short) :] if long[: len(short)] == short else long[: -len(short)]
    return short in (long[: len(short)], long[-len(short) :]) and all(map(str.isalpha, rest))


def _other_extent(a: Row, b: Row) -> bool:
    """Whether one name stands for two places: the city of X, the province of X."""
    one, two = a.subject_head, b.subject_head
    return one != two and bool(a.subject) and one in lists().place and two in lists().place


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


def _other_thing(a: Row, b: Row) -> Reason | None:
    """Whether what is generally so is told of two things, or of two of one noun: "the TEAM edition", "the
    FREE edition"."""
    if not a.thing or not b.thing:
        return None
    if a.thing != b.thing:
        apart = a.thing not in b.words and b.thing not in a.words
        return ("different-subject", f"a {a.thing} and a {b.thing}") if apart else None
    if a.modifiers == b.modifiers:
        return None
    mine, other = a.modifiers - b.modifiers, b.modifiers - a.modifiers
    if not ((mine and other) or _named(mine | other, a, b)):
        return None
    one, two = (" ".join([*sorted(words)[:1], a.thing]) for words in (mine, other))
    return "different-subject", f"{one} and {two}"


def _named(words: frozenset[str], a: Row, b: Row) -> bool:
    """Whether any words are left without names ("the VARO server"), and none of them is an adjective, which
    editing may exchange ("later", "many")."""
    left = words - {word for name in a.names | b.names for word in name.split()}
    return bool(left) and all(readings(word)[:1] not in (ADJECTIVE, ADVERB) for word in left)


def _related(a: Row, b: Row) -> Reason | None:
    """Whether one claim is about something in or beside the other's subject ("the lake in the park"), or
    about another of its kind ("the auction of letters", "of paintings")."""
    if a.beside and (found := _beside(a, b)) is not None:
        return found
    if a.subject_of and b.subject_of and a.subject_of != b.subject_of and a.subject_head == b.subject_head:
        return "different-subject", f"the {a.subject_head} of {a.subject_of} and of {b.subject_of}"
    return _beside(b, a) if b.beside else None


def _beside(a: Row, b: Row) -> Reason | None:
    if a.beside != b.subject or a.subject_head in b.words:
        return None
    if {b.subject_head, *b.subject.split()} & (GUESSED | {a.subject_head}):
        return None
    return "different-subject", f"the {a.subject_head} beside {b.claim.subject} and {b.claim.subject}"
