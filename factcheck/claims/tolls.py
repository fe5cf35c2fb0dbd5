"""The noun that names a figure: "a death toll of 32", "the toll has risen to 32"."""

from __future__ import annotations

from typing import Final

from factcheck.claims.attributes import Attribute, Vocabulary
from factcheck.claims.linking import LEFT, STOPS, framed, is_verb, linking, participle
from factcheck.claims.nouns import group, is_lifeless
from factcheck.kinds.mention import Mention
from factcheck.text.tokens import Tokens
from factcheck.text.words import ADVERB, NOMINAL, grammar, is_adjective, readings, small_words, verb_lemma

FARTHER: Final = 9  # tokens from "number" to what befell the people that it counts
TOLL: Final = 14  # tokens between a toll noun and its figure …
NUMBERED: Final = 6  # tokens behind "the number" in which a verb tells of whom
SUBJECT: Final = 40  # … and between the subject of "has risen to" and its figure, with all that describes it


def toll(tokens: Tokens, mention: Mention, words: Vocabulary, taken: set[int]) -> Attribute | None:
    """The noun that names the figure: "a death toll of 32", "brings to 32 the number killed"."""
    if tokens.lower[mention.last : mention.last + 2] == ["the", "number"]:
        return _numbered(tokens, mention.last + 2, words)
    if mention.first and tokens.lower[mention.first - 1] in linking().settings:
        return None  # "hurt in five attacks", "rose by five"
    return _subject(tokens, mention, words) or _near_toll(tokens, mention, words, taken)


def _subject(tokens: Tokens, mention: Mention, words: Vocabulary) -> Attribute | None:
    """The subject of a verb of reaching, over all that describes it: "the toll of a fire in a hall for
    families evacuated from two towns has risen to 32"."""
    closed = grammar()
    if not _is_reached(tokens, mention):
        return None
    for at in range(mention.first - 2, max(-1, mention.first - 1 - SUBJECT), -1):
        word, behind = tokens.lower[at : at + 2]
        if word in STOPS or (word == "," and behind in ("and", "but", "while")):
            return None
        if hurt := _number_of(tokens, at, words):
            return hurt
        named = words.noun_before(tokens, at + 1, "count", "count")
        if (
            named
            and named[0].family
            and (behind in closed.prepositions or verb_lemma(behind) or behind in closed.auxiliaries)
            and not _follows_preposition(tokens, named[1])
            and not _is_modifier(tokens, at, named[1])
        ):
            return named[0]
    return None


def _is_reached(tokens: Tokens, mention: Mention) -> bool:
    """Whether a verb of reaching governs the figure: "has risen to 32", "reached 32", "now stands at 32"."""
    for at in range(mention.first - 1, max(-1, mention.first - 1 - LEFT), -1):
        if (lemma := verb_lemma(tokens.lower[at])) is not None and lemma in linking().reaching:
            return True
        if is_verb(tokens.lower[at]):
            return False
    return False


def _follows_preposition(tokens: Tokens, at: int) -> bool:
    """Whether the noun phrase that ends with the noun at `at` is said of another noun: "at a camp for
    evacuees", but not "the number of evacuees"."""
    while at and (is_adjective(tokens.lower[at - 1]) or NOMINAL.intersection(readings(tokens.lower[at - 1]))):
        if tokens.lower[at - 1] in grammar().prepositions:
            break
        at -= 1
    if at and tokens.lower[at - 1] in ("the", "a", "an"):
        at -= 1
    return at > 0 and tokens.lower[at - 1] in grammar().prepositions and tokens.lower[at - 2] != "number"


def _near_toll(tokens: Tokens, mention: Mention, words: Vocabulary, taken: set[int]) -> Attribute | None:
    """ "the death toll, earlier put at 20, has risen to 32"; only verbs of reaching may stand between."""
    closed = grammar()
    inside = False  # a phrase between commas
    second = None  # a noun that is said of another one
    for at in range(mention.first - 1, max(-1, mention.first - 1 - TOLL), -1):
        word = tokens.lower[at]
        if word == ",":
            inside = not inside and not _opens_aside(tokens, at + 1)
        if word in STOPS or (
            at in taken and not inside and not {"from", "to"} & set(tokens.lower[max(0, at - 2) : at])
        ):
            break
        if inside:
            continue
        named = words.noun_before(tokens, at + 1, "count", "count")
        if named and named[0].family and not _is_modifier(tokens, at, named[1]):
            if not _follows_preposition(tokens, named[1]):
                return named[0]
            second = second or named[0]
        if hurt := _number_of(tokens, at, words):
            return hurt
        lemma = verb_lemma(word)
        if lemma and lemma not in linking().reaching and is_verb(word) and word not in closed.auxiliaries:
            break
    return second


def _number_of(tokens: Tokens, at: int, words: Vocabulary) -> Attribute | None:
    """ "the number of dead", "the number of people killed in the flood", "| in hospital" """
    if tokens.lower[at] == "of" and at and tokens.lower[at - 1] == "number" and at + 1 < tokens.size:
        named = framed(words.noun_before(tokens, at + 2, "count", "count"))
        lifeless = is_lifeless(tokens.lower[at + 2 : at + 3])
        return named or (None if lifeless else participle(tokens, at + 1, words))
    if "number" not in tokens.lower[max(0, at - 4) : at] and not _counts_people(tokens, at):
        return None
    lifeless = is_lifeless(tokens.lower[at + 1 : at + 2])  # "the number of evacuated villages"
    done = None if lifeless else participle(tokens, at, words)
    return done or framed(words.adjective_at(tokens, at, "count", "count"))


def _counts_people(tokens: Tokens, at: int) -> bool:
    """ "the number of people known to have been | killed" """
    before = tokens.lower[max(0, at - FARTHER) : at]
    told = before[before.index("number") :] if "number" in before else []
    return told[1:2] == ["of"] and group(tuple(told[2:3])) == "people" and STOPS.isdisjoint(told)


def _numbered(tokens: Tokens, at: int, words: Vocabulary) -> Attribute | None:
    """ "the number | killed", "| of dead", "| of people killed", "| of those who have died" """
    if tokens.lower[at : at + 1] != ["of"]:
        return participle(tokens, at, words)
    named = framed(words.noun_before(tokens, at + 2, "count", "count"))
    behind = range(at + 2, min(at + NUMBERED, tokens.size))
    return named or next((found for i in behind if (found := participle(tokens, i, words))), None)


def _opens_aside(tokens: Tokens, at: int) -> bool:
    """ "The toll, earlier put at 87, …": the figure itself stands in the phrase between commas."""
    word = tokens.lower[at]
    return word in ("put", "estimated", "given", "placed", "reported") or readings(word)[:1] == ADVERB


def _is_modifier(tokens: Tokens, at: int, first: int) -> bool:
    """Whether a toll noun names no figure: it is counted itself ("20 bodies …") or says of what kind
    another noun is ("the evacuation deal is one of several")."""
    following = tokens.lower[at + 1] if at + 1 < tokens.size else ""
    says_kind = following not in small_words() and readings(following) in ("n", "nb")
    return says_kind or (first > 0 and tokens.lower[first - 1][:1].isdigit())
