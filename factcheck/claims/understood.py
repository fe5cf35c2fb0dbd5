"""What a bare number counts, where words away from it say so.

An ordinal counts what it stands beside or the places of a ranking, a count those whose number the
sentence gives ("the NUMBER OF STRIKERS has risen to 4,200", "the REFUGEES number 12,000").
"""

from __future__ import annotations

from typing import Final

from factcheck.claims.context import Context
from factcheck.claims.linking import STOPS, is_verb, linking
from factcheck.claims.nouns import group
from factcheck.claims.things import widen
from factcheck.kinds.mention import Mention
from factcheck.text.attach import Attachment
from factcheck.text.chunks import Chunk
from factcheck.text.tokens import Tokens
from factcheck.text.words import ADVERB, grammar, is_plural, noun_lemma, readings, small_words, verb_lemma

BESIDE: Final = 3  # tokens from a noun over a comma and an article to an ordinal
AFAR: Final = 14  # tokens between "the number of" and its figure
AIMS: Final = frozenset(("to", "at"))
PLACE: Final = ("place",)
ARTICLES: Final = frozenset(("the", "a", "an"))
AGO: Final = frozenset(("last", "next"))  # "in the league last year"
NUMBERED: Final = frozenset(("number", "numbers", "numbered"))

Noun = tuple[str, ...]  # lower-case words of a phrase, as far as its head


def understood(mention: Mention, attachment: Attachment, context: Context) -> Noun:
    """The noun of a number that has none, () where no word says what it counts."""
    if mention.noun:
        return ()
    if mention.kind == "ordinal":
        return _ordered(mention, attachment, context)
    if mention.kind != "count":
        return ()
    return _number_of(mention, context) or _numbering(mention, attachment, context)


def _ordered(mention: Mention, attachment: Attachment, context: Context) -> Noun:
    """What stands beside an ordinal ("the rally, the third this month"), or the places of a ranking ("she
    finished fifth", "is 14th in the standings")."""
    lower, at = context.tokens.lower, mention.first
    if at >= BESIDE and lower[at - 2] == "," and lower[at - 1] in grammar().determiners:
        chunk = context.chunk(at - BESIDE)
        return (lower[chunk.head],) if chunk is not None and chunk.last == at - 2 else ()
    verb = attachment.verb
    bare = lower[at - 1 : at] != [] and lower[at - 1] not in grammar().determiners
    return PLACE if bare and verb is not None and verb.lemma in linking().ranking else ()


def contest(mention: Mention, context: Context) -> str:
    """In what a place was taken ("third in the 800 M", "fourth and sixth in the FINAL and RELAY"), "" where
    nothing says so; as many ordinals as contests belong to them in their order."""
    lower, ordinals = context.tokens.lower, grammar().ordinals
    place, at, behind = 0, mention.first, mention.last
    while at >= 2 and lower[at - 1] == "and" and lower[at - 2] in ordinals:
        place, at = place + 1, at - 2
    count = place + 1
    while lower[behind : behind + 1] == ["and"] and ordinals.intersection(lower[behind + 1 : behind + 2]):
        behind, count = behind + 2, count + 1
    named = _listed(context.tokens, behind + 1) if lower[behind : behind + 1] == ["in"] else []
    words = named[place] if len(named) == count else named[0] if count == 1 and named else []
    if any(word[0].isdigit() for word in words):
        return "".join(words).replace(",", "")  # "5,000 m" and "5000m" are one
    return noun_lemma(words[-1]) if words else ""


def _listed(tokens: Tokens, at: int) -> list[list[str]]:
    """The phrases that "and" joins from a token on, without articles; none for a place or time ("in May")."""
    if at >= tokens.size or (tokens.lower[at] not in ARTICLES and not tokens.words[at].islower()):
        return []
    found: list[list[str]] = [[]]
    for word in tokens.lower[at : at + AFAR]:
        if word == "and":
            found.append([])
        elif word in ARTICLES and not found[-1]:
            continue
        elif word in small_words() or word in AGO or not word[0].isalnum():
            break
        else:
            found[-1].append(word)
    return found


def _number_of(mention: Mention, context: Context) -> Noun:
    """ "the number of STRIKERS has risen to 4,200", "put the number of STRIKERS at 4,200" """
    lower, closed = context.tokens.lower, grammar()
    aimed = lower[mention.first - 1 : mention.first] != [] and lower[mention.first - 1] in AIMS
    linked = False
    for at in range(mention.first - 1 - aimed, max(1, mention.first - AFAR), -1):
        word = lower[at]
        if word in STOPS or word[0].isdigit():
            return ()
        if word == "of" and lower[at - 1] == "number":
            given = linked or (aimed and verb_lemma(lower[max(0, at - 3)]) in linking().reaching)
            chunk = context.chunk(at + 1) or context.chunk(at + 2)  # "the number of injured HIKERS"
            return _phrase(chunk, context.tokens) if given else ()
        if not linked and (word in closed.be or is_verb(word) or context.parsed.tags[at] == "V"):
            lemma = verb_lemma(word)
            linked = word in closed.be or lemma in (linking().reaching if aimed else linking().attaining)
            if not linked:
                return ()
    return ()


def _phrase(chunk: Chunk | None, tokens: Tokens) -> Noun:
    """The words of a phrase that names several."""
    if chunk is None or not is_plural(tokens.lower[chunk.head]):
        return ()
    words = tokens.lower[chunk.first : chunk.head + 1]
    return tuple(word for word in words if word not in grammar().determiners)


def _numbering(mention: Mention, attachment: Attachment, context: Context) -> Noun:
    """ "the REFUGEES number about 12,000", but not "the rooms numbered 12 to 20" """
    lower, at, who = context.tokens.lower, mention.first - 1, attachment.subject
    while at > 0 and readings(lower[at])[:1] == ADVERB:
        at -= 1
    if at < 1 or who is None or lower[at] not in NUMBERED or lower[at - 1] in grammar().be:
        return ()
    noun = lower[who.head]
    people = group((noun,)) or "person" in widen((noun_lemma(noun),))
    return (noun,) if who.head < at and people and is_plural(noun) else ()
