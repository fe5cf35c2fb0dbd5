"""The word that a count hangs on: "32 killed", "killing at least 32", "the toll rose to 32".

Reports of casualties, arrests, evacuations … say one thing in many constructions. A count is bound
to the nearest word of the vocabulary that grammar lets it reach, in this order: the word right
behind it ("20 dead"), a passive or intransitive verb to its right across phrases such as "including
three children", its own noun ("20 deaths"), an active verb just left of it, and a toll noun further
left.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from factcheck.claims.attributes import Attribute, Vocabulary
from factcheck.data import load
from factcheck.kinds.mention import Mention
from factcheck.text.tokens import Tokens
from factcheck.text.words import ADVERB, NOMINAL, grammar, is_adjective, readings, verb_lemma

RIGHT = 30  # tokens between a count and its verb, phrases in between included
LEFT = 4  # tokens between an active verb and the count that it governs
TOLL = 14  # tokens between a toll noun and its figure
STOPS = frozenset((";", "—", "–", ":"))


class Words(NamedTuple):
    """The lists of `data/frames.yaml`."""

    parts: frozenset[str]
    of_parts: frozenset[str]
    of_them: frozenset[str]
    filler: frozenset[str]
    joins: frozenset[str]
    joined_by: frozenset[str]
    degrees: frozenset[str]
    reaching: frozenset[str]
    reporting: frozenset[str]
    copular: frozenset[str]
    intransitive: frozenset[str]


@cache
def linking() -> Words:
    """The words between counts and their verbs, read once."""
    data = load("frames")
    return Words(*(frozenset(data[name]) for name in Words._fields))


def governor(
    tokens: Tokens, mention: Mention, words: Vocabulary, taken: set[int], part: bool
) -> Attribute | None:
    """The attribute of the word that a count hangs on, or None. `taken`: tokens of all counts; a `part`
    of another count shares that one's verb and toll."""
    return (
        _own(tokens, mention, words)
        or _right_behind(tokens, mention, words)
        or (None if part else _to_the_right(tokens, mention, words, taken))
        or _active(tokens, mention, words, taken)
        or (None if part else _toll(tokens, mention, words, taken))
    )


def _framed(found: tuple[Attribute, int] | None) -> Attribute | None:
    return found[0] if found and found[0].family in ("casualty", "people") else None


def _own(tokens: Tokens, mention: Mention, words: Vocabulary) -> Attribute | None:
    """ "20 deaths", "five arrests", and "20 dead" where "dead" was read as the counted noun."""
    if not mention.noun:
        return None
    last = mention.last
    return (
        _framed(words.adjective_at(tokens, last - 1, "count", "count"))
        or _participle(tokens, last - 1, words)
        or _framed(words.noun_before(tokens, last, "count", "count"))
    )


def _participle(tokens: Tokens, at: int, words: Vocabulary) -> Attribute | None:
    """A past participle of the vocabulary ("killed") at a token; never a noun that is also a verb form."""
    if 0 <= at < tokens.size and "t" in readings(tokens.lower[at]):
        return _framed(words.verb_at(tokens, at, "count", "count"))
    return None


def _right_behind(tokens: Tokens, mention: Mention, words: Vocabulary) -> Attribute | None:
    """ "20 people dead", "20 others wounded", "leaving 3 killed"."""
    at = mention.last
    while at < tokens.size and at < mention.last + 4:
        found = _framed(words.adjective_at(tokens, at, "count", "count")) or _participle(tokens, at, words)
        if found:
            return found
        if tokens.lower[at] not in linking().filler:
            return None
        at += 1
    return None


def _to_the_right(tokens: Tokens, mention: Mention, words: Vocabulary, taken: set[int]) -> Attribute | None:
    """The verb whose subject the count is: "32 people, including three children, were killed"."""
    closed = grammar()
    at, end = mention.last, min(tokens.size, mention.last + RIGHT)
    if (
        not mention.noun
        and tokens.lower[at : at + 1] in ([","], ["("])
        and not _opens_part(tokens, at + 1, taken)
    ):
        return None  # "Ann Berg, 43, was hurt"
    depth = 0
    aside = False  # inside a phrase set off by commas
    passive = False
    while at < end:
        word = tokens.lower[at]
        if word in "([":
            depth += 1
        elif word in ")]":
            depth -= 1
        elif depth or (aside and word != ","):
            pass
        elif word in STOPS or word in closed.subordinators or word in ("who", "that", "which", "and", "but"):
            if word in ("who", "that") and at == mention.last:
                pass  # "20 people who were killed"
            else:
                return None
        elif word == ",":
            aside = not aside and at + 1 < end and _opens_part(tokens, at + 1, taken)
            if not aside and tokens.lower[at - 1] in linking().parts:
                return None
        elif at in taken:
            return None
        elif word == "among" and passive:
            return _framed(words.noun_before(tokens, min(at + 3, tokens.size), "count", "count"))
        elif word in linking().parts:
            at = _behind_parts(tokens, at, end)
            continue
        elif word in closed.be or word in ("been", "being"):
            passive = True
        elif (lemma := verb_lemma(word)) is not None and word not in closed.auxiliaries:
            found = words.verb_at(tokens, at, "count", "count")
            if (
                found
                and found[0].family
                and (passive or found[1] > at + 1 or lemma in linking().intransitive)
            ):
                return found[0]
            if passive and (adjective := words.adjective_at(tokens, at, "count", "count")):
                return _framed(adjective)
            if lemma in linking().copular:
                passive = True
            if (passive and lemma in linking().reporting) or lemma in linking().copular:
                at += 1
                continue
            if is_verb(word):
                return None
        elif passive and (adjective := words.adjective_at(tokens, at, "count", "count")):
            return _framed(adjective)
        at += 1
    return None


def _behind_parts(tokens: Tokens, at: int, end: int) -> int:
    """Behind "including three children and a nurse": at the next auxiliary, comma or stop."""
    closed = grammar()
    while (
        at < end
        and tokens.lower[at] not in closed.be
        and tokens.lower[at] not in (",", "have", "had", "has", "died", *STOPS)
    ):
        at += 1
    return at


def _active(tokens: Tokens, mention: Mention, words: Vocabulary, taken: set[int]) -> Attribute | None:
    """The verb that governs the count: "killing at least 32", "claimed the lives of 63"."""
    closed = grammar()
    for at in range(mention.first - 1, max(-1, mention.first - 1 - LEFT), -1):
        word = tokens.lower[at]
        if at in taken or word in STOPS or word in (",", "and", "or"):
            return None
        found = words.verb_at(tokens, at, "count", "count")
        if found and found[0].family and not _is_passive(tokens, at) and found[1] <= mention.first:
            return _both(tokens, at, found[0], words)
        named = words.noun_before(tokens, at + 1, "count", "count")
        if named and named[0].family and tokens.lower[at + 1] == "of":
            return named[0]
        if is_verb(word) and word not in closed.prepositions:
            return None
    return None


def is_verb(word: str) -> bool:
    """A verb form that is nothing else."""
    return (
        verb_lemma(word) is not None and not NOMINAL.intersection(readings(word)) and not is_adjective(word)
    )


def _opens_part(tokens: Tokens, at: int, taken: set[int]) -> bool:
    """Whether a phrase about a part begins: "including …", "most of them …", "three of them …"."""
    return at < tokens.size and (
        tokens.lower[at] in linking().parts
        or tokens.lower[at] in ("most", "some", "many", "all", "both", "half")
        or at in taken
    )


def _both(tokens: Tokens, at: int, attribute: Attribute, words: Vocabulary) -> Attribute:
    """ "killed and injured five" counts both together."""
    if at >= 2 and tokens.lower[at - 1] in ("and", "or"):
        other = words.verb_at(tokens, at - 2, "count", "count")
        if other and other[0].family == "casualty" and other[0] != attribute:
            return words.by_name["casualties"]
    return attribute


def _is_passive(tokens: Tokens, at: int) -> bool:
    """Whether the participle at a token is passive ("were killed 20 km from …")."""
    closed = grammar()
    if at and tokens.lower[at - 1] == "to":  # "is to cut 300 jobs"
        return False
    return any(tokens.lower[i] in closed.be or tokens.lower[i] == "been" for i in range(max(0, at - 2), at))


def _toll(tokens: Tokens, mention: Mention, words: Vocabulary, taken: set[int]) -> Attribute | None:
    """ "the death toll, earlier put at 20, has risen to 32"; only verbs of reaching may stand between."""
    closed = grammar()
    inside = False  # a phrase between commas
    for at in range(mention.first - 1, max(-1, mention.first - 1 - TOLL), -1):
        word = tokens.lower[at]
        if word == ",":
            inside = not inside and not _opens_aside(tokens, at + 1)
        if word in STOPS or (
            at in taken and not inside and not {"from", "to"} & set(tokens.lower[max(0, at - 2) : at])
        ):
            return None
        if inside:
            continue
        named = words.noun_before(tokens, at + 1, "count", "count")
        if named and named[0].family and not is_plural_count(tokens, named[1], at):
            return named[0]
        if word == "of" and at + 1 < tokens.size and at > 0 and tokens.lower[at - 1] == "number":
            hurt = _framed(words.noun_before(tokens, at + 2, "count", "count")) or _participle(
                tokens, at + 1, words
            )
            if hurt:
                return hurt
        if "number" in tokens.lower[max(0, at - 4) : at] and (hurt := _participle(tokens, at, words)):
            return hurt  # "the number of people killed in the flood has risen to 43"
        lemma = verb_lemma(word)
        if lemma and lemma not in linking().reaching and is_verb(word) and word not in closed.auxiliaries:
            return None
    return None


def _opens_aside(tokens: Tokens, at: int) -> bool:
    """ "The toll, earlier put at 87, …": the figure itself stands in the phrase between commas."""
    word = tokens.lower[at]
    return word in ("put", "estimated") or readings(word)[:1] == ADVERB


def is_plural_count(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the toll noun is itself counted ("20 bodies …"), and so not a figure's name."""
    return first > 0 and tokens.lower[first - 1][:1].isdigit()
