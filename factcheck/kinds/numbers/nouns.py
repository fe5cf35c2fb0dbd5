"""The counted noun phrase behind a number: "20 senior aid workers", "one of their nearest rivals"."""

from __future__ import annotations

from typing import Final

from factcheck.data import load
from factcheck.kinds.numbers.changes import SHARES
from factcheck.kinds.numbers.figure import HYPHENS, Figure, over_hyphen, touching
from factcheck.text.namelists import name_lists
from factcheck.text.numberwords import magnitude
from factcheck.text.numerals import starts_numeral
from factcheck.text.tokens import Tokens
from factcheck.text.words import (
    PARTICIPLE,
    PAST,
    PRESENT,
    grammar,
    is_adjective,
    is_plural,
    lists,
    readings,
    verb_lemma,
)

_data: Final = load("measures")
_ELLIPTIC: Final = frozenset(_data["elliptic"].split())
_OPENING: Final = frozenset(_data["opening"])
_grammar: Final = grammar()
_STOPS: Final = (
    _grammar.determiners | _grammar.pronouns | _grammar.prepositions | _grammar.conjunctions
    | _grammar.subordinators | _grammar.auxiliaries | _grammar.negations | _grammar.adverbs
    | _grammar.relatives
) - {"past", "like"} | {"last", "next", "ago", "x", "×"}  # fmt: skip
_INVARIANT: Final = frozenset(load("grammar")["invariant"].split())
_SKIPPED: Final = _grammar.determiners | {"of"}
_OBJECTS: Final = _grammar.determiners | {"him", "her", "it", "them", "me", "us"}
_LACKING: Final = frozenset(("short", "shy", "clear", "out"))
LONGEST: Final = 8


def noun_phrase(
    tokens: Tokens, i: int, figure: Figure, taken: bytes | bytearray = b""
) -> tuple[int, int] | None:
    """Tokens (first, last) of the noun phrase at `i`, or None.

    It runs to the last noun before a verb, a preposition or a mark; a plural noun ends it unless
    another plural noun follows ("sales representatives").
    """
    lower, size = tokens.lower, tokens.size
    if i < size and lower[i] in name_lists().striking and _goes_on(tokens, i, figure):
        return None  # "Kills Two Injures Three"
    if i == figure.last < size and readings(lower[i]) == PAST:
        return None  # "26,000 TOOK part"
    first = i
    head = -1
    plural = False
    j = i
    while j < size and j - first < LONGEST:
        word = lower[j]
        if j < len(taken) and taken[j]:
            break
        if (
            word in HYPHENS
            and j > first
            and touching(tokens, j)
            and touching(tokens, j + 1)
            and lower[j + 1][0].isalpha()
        ):
            # "face-to-face": a small word between two hyphens belongs to the compound
            j += 2 if lower[j + 1] in _STOPS and lower[j + 2 : j + 3] and lower[j + 2] in HYPHENS else 1
            continue
        if word[0].isalpha() and _glued_code(tokens, j):
            j += 2 + (tokens.glued(j + 1) and j + 2 < size and lower[j + 2][0].isalpha())
            continue
        if (
            word[0].isdecimal()
            and j > first
            and (_is_name(tokens, j - 1) or (j + 1 < size and _is_name(tokens, j + 1)))
            and j + 1 < size
            and lower[j + 1].isalpha()
            and lower[j + 1] not in _STOPS
        ):
            j += 1
            continue
        if not word[0].isalpha() or "'" in word or (word in _STOPS and not (j == first and word in _OPENING)):
            if word in ("and", "or", "&") and _coordinated(tokens, j, first, head, plural):
                j += 1
                continue
            break
        kind = _reading(tokens, j)
        if kind == "v" and j > first and tokens.words[j - 1] in HYPHENS:
            kind = "a"
        elif kind == "a" and head == j - 1 and readings(word)[:1] in ("p", "t"):
            break
        if plural and not (kind == "s" and readings(word)[0] == "s" and not _is_name(tokens, j)):
            break
        if j == first and _is_name(tokens, j) and word in _ELLIPTIC and figure.form == "digits":
            return j, j + 1
        if j == first and kind == "v" and readings(word)[:1] == "z" and not _acts(tokens, figure, word):
            kind = "s"
        if figure.low == 1 and head == j - 1 and not plural and _lingers(tokens, j):
            break  # "one person remains missing"
        if word in _grammar.adverbs:
            kind = "a"
        if kind in "ns" and head == j - 1 and not plural and _is_verb_behind(tokens, j, figure):
            break
        if kind in "ns":
            head, plural = j, kind == "s"
            if word == "times":
                break
        elif kind == "v":
            break
        j += 1
    if head < 0:
        return _nominal(tokens, first, taken)
    return first, _joined(tokens, head + 1, taken) if plural else head + 1


def _lingers(tokens: Tokens, j: int) -> bool:
    """Whether a word that could be a plural noun is a verb with an adjective: "one man REMAINS missing"."""
    return (
        PRESENT in readings(tokens.lower[j])
        and j + 1 < tokens.size
        and (is_adjective(tokens.lower[j + 1]) or PARTICIPLE in readings(tokens.lower[j + 1]))
    )


def _is_verb_behind(tokens: Tokens, j: int, figure: Figure) -> bool:
    """Whether a word that could be a plural noun is a verb: with an object ("his fifth title MAKES him"), or
    behind what there is a share of ("two thirds of the supply COMES from it")."""
    if PRESENT not in readings(tokens.lower[j]):
        return False
    following = tokens.lower[j + 1] if j + 1 < tokens.size else ""
    return following in _OBJECTS or (figure.unit in SHARES and readings(tokens.lower[j])[0] == PRESENT)


def _goes_on(tokens: Tokens, i: int, figure: Figure) -> bool:
    """Whether a verb of headlines at `i` begins what is told next, and is no noun: it has a capital, or the
    number is the object of another one ("kills 9 wounds 21")."""
    before = tokens.lower[figure.first - 1] if figure.first else ""
    return tokens.words[i][0].isupper() or before in name_lists().striking


def _acts(tokens: Tokens, figure: Figure, word: str) -> bool:
    """ "a family of four spends": the verb of what the number is part of."""
    return figure.first > 0 and tokens.lower[figure.first - 1] == "of" and not is_plural(word)


def _joined(tokens: Tokens, end: int, taken: bytes | bytearray) -> int:
    """The end of "men, women and children" when "men" ends at `end`: plurals of one count."""
    at = end
    while at + 1 < tokens.size and tokens.lower[at] in (",", "and", "or", "&"):
        j = at + 1 + (tokens.lower[at] == "," and tokens.lower[at + 1] in ("and", "or"))
        final = tokens.lower[j - 1] != ","
        if j >= tokens.size or not _bare_plural(tokens, j) or (j < len(taken) and taken[j]):
            return end
        at = j + 1
        if final:
            return end if _told(tokens, at) else at
    return end


def _bare_plural(tokens: Tokens, j: int) -> bool:
    """A plural noun without an article, which can hardly be a verb."""
    word = tokens.lower[j]
    plural = readings(word)[:1] == "s" or word in _INVARIANT
    return plural and is_plural(word) and word not in _STOPS and not magnitude(word)


def _told(tokens: Tokens, i: int) -> bool:
    """What follows makes of the last plural a subject or a verb: "12 people, police and doctors said"."""
    if i >= tokens.size:
        return False
    word = tokens.lower[i]
    return (verb_lemma(word) or "") in lists().saying or word in _grammar.determiners or word[0].isdecimal()


def _glued_code(tokens: Tokens, j: int) -> bool:
    """ "A320neo jets", "M8 bolts": letters and figures in one, with a noun behind."""
    if not (tokens.glued(j) and tokens.words[j + 1].isdecimal() and _is_name(tokens, j)):
        return False
    at = j + 2 + (tokens.glued(j + 1) and j + 2 < tokens.size and tokens.lower[j + 2][0].isalpha())
    return at < tokens.size and tokens.lower[at][0].isalpha() and tokens.lower[at] not in _STOPS


def _reading(tokens: Tokens, j: int) -> str:
    """The part that word `j` plays: n(oun), s (plural noun), a(djective and its like), v(erb)."""
    found = readings(tokens.lower[j])
    if _is_name(tokens, j):
        return "s" if found[:1] == "s" else "n"
    if not found:
        return "v"
    following = tokens.lower[j + 1] if j + 1 < tokens.size else ""
    found_next = readings(following) if following[:1].isalpha() else ""
    if found[:1] == "r" and found_next[:1] in ("p", "t"):
        return "a"
    opens = (
        following[:1].isalpha()
        and following not in _STOPS
        and readings(following)[:1] in ("n", "s", "a", "g")
    )
    if found[0] in "ns":
        return found[0]
    if found[0] in "bz":
        return "n" if "n" in found and not opens else "s" if "s" in found else "n" if "n" in found else "v"
    if found[0] == "a":
        return "n" if "n" in found and not opens else "s" if "s" in found and not opens else "a"
    if found[0] in "ptgr":
        if opens:
            return "a"
        return "n" if "n" in found and found[0] == "g" and not _is_elliptic(tokens, j) else "v"
    return "v"


def _is_name(tokens: Tokens, j: int) -> bool:
    return tokens.words[j][0].isupper()


def _is_elliptic(tokens: Tokens, j: int) -> bool:
    return tokens.lower[j] in _ELLIPTIC


def _coordinated(tokens: Tokens, j: int, first: int, head: int, plural: bool) -> bool:
    """ "Irish and Welsh farmers", "male and female workers": joined before the plural head has come."""
    if plural or j == first or j + 2 >= tokens.size:
        return False
    one, two = tokens.lower[j + 1], tokens.lower[j + 2]
    if one in _STOPS or not one[0].isalpha() or not two[0].isalpha() or two in _STOPS:
        return False
    both_names = _is_name(tokens, j - 1) and _is_name(tokens, j + 1)
    adjectives = (head < j - 1 or "a" in readings(tokens.lower[j - 1])) and (
        "a" in readings(one) or readings(one)[:1] == "n"
    )
    return (both_names or adjectives) and readings(two)[:1] == "s"


def is_rank(tokens: Tokens, figure: Figure) -> bool:
    """ "the eight largest port": with a superlative and a singular noun the number can only rank."""
    if figure.form != "words" or figure.low < 2 or figure.noun is None or figure.noun[0] != figure.last:
        return False
    first, last = figure.noun
    best = any(word.endswith("est") and is_adjective(word) for word in tokens.lower[first : last - 1])
    return best and readings(tokens.lower[last - 1])[:1] == "n" and not is_plural(tokens.lower[last - 1])


def is_elliptic(tokens: Tokens, figure: Figure) -> bool:
    """ "17 Killed": the noun is made of a participle or an adjective."""
    return figure.noun is not None and tokens.lower[figure.noun[0]] in _ELLIPTIC


def _nominal(tokens: Tokens, i: int, taken: bytes | bytearray) -> tuple[int, int] | None:
    """ "12 dead", "three wounded", "the five missing"."""
    if i < tokens.size and _is_elliptic(tokens, i) and not (i < len(taken) and taken[i]):
        return i, i + 1
    return None


def counted(tokens: Tokens, figure: Figure, taken: bytes | bytearray) -> tuple[int, int] | None:
    """The counted noun of a figure: directly behind it, or behind "of the"."""
    i = figure.last
    if i >= tokens.size:
        return None
    lower = tokens.lower
    if (joined := over_hyphen(tokens, i)) > i:
        dashed = not touching(tokens, joined) and readings(lower[joined])[:1] in (PAST, PARTICIPLE)
        return None if dashed else _compound(tokens, joined)  # "those aboard - a crew of seven - SURVIVED"
    if lower[i] == "of":
        i += 1
        while i < tokens.size and (lower[i] in _SKIPPED or lower[i] == "'s" or _possessor(tokens, i)):
            i += 1
        if i < tokens.size and starts_numeral(lower[i]):
            return None
    elif lower[i] in _LACKING and lower[i + 1 : i + 2] == ["of"]:
        return None  # "40 short of the record"
    elif lower[i] == "last" and figure.low == 1 and figure.form == "words":
        i += 1  # "one last time"
    return noun_phrase(tokens, i, figure, taken) if i < tokens.size else None


def _compound(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """ "a 12-member panel" counts members, "a six-speed gearbox" speeds."""
    word = tokens.lower[i]
    if not word[0].isalpha() or word in _STOPS:
        return None
    return i, i + 1


def is_compound(tokens: Tokens, figure: Figure) -> bool:
    """ "a third-party seller", "second-hand": no rank, unlike "the second-largest city"."""
    i = over_hyphen(tokens, figure.last)
    return i > figure.last and readings(tokens.lower[i])[:1] not in ("a", "r")


def postposed(tokens: Tokens, figure: Figure) -> bool:
    """ "another game or two": the noun stands in front."""
    i = figure.first - 2
    if i < 1 or tokens.lower[i + 1] != "or":
        return False
    if "n" not in readings(tokens.lower[i]) or tokens.lower[i - 1] not in ("a", "an", "another", "one"):
        return False
    figure.noun = i, i + 1
    return True


def _possessor(tokens: Tokens, i: int) -> bool:
    """ "one of Norway's oldest ships": a name with 's."""
    return i + 1 < tokens.size and tokens.lower[i + 1] == "'s" and tokens.words[i][0].isalpha()
