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
from factcheck.claims.nouns import group
from factcheck.data import load
from factcheck.kinds.mention import Mention
from factcheck.text.tokens import Tokens
from factcheck.text.words import ADVERB, NOMINAL, grammar, is_adjective, noun_lemma, readings, verb_lemma

RIGHT = 30  # tokens between a count and its verb, phrases in between included
AMONG = 6  # tokens behind "among" in which those stand who are told of
LEFT = 4  # tokens between an active verb and the count that it governs
TOLL = 14  # tokens between a toll noun and its figure …
SUBJECT = 40  # … and between the subject of "has risen to" and its figure, with all that describes it
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
    settings: frozenset[str]
    reporting: frozenset[str]
    copular: frozenset[str]
    intransitive: frozenset[str]
    light: frozenset[str]
    any_series: frozenset[str]


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
    own = _own(tokens, mention, words)
    who = tuple(mention.noun.lower().split())
    return (
        (None if who and group(who) not in ("", "people") else own)  # "14 evacuees were killed"
        or _right_behind(tokens, mention, words)
        or (None if part else _to_the_right(tokens, mention, words, taken))
        or own
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
            elif word == "and" and not passive and _joins_nouns(tokens, at):
                pass  # "20 people from Lund and Ystad were killed"
            else:
                return None
        elif word == ",":
            if not aside and (behind := _behind_aside(tokens, at, end, taken)):
                at = behind
                continue
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


def _joins_nouns(tokens: Tokens, at: int) -> bool:
    """Whether "and" at a token has a noun or a name on either side: no new clause begins."""
    return 0 < at < tokens.size - 1 and all(
        tokens.words[i][0].isupper() or NOMINAL.intersection(readings(tokens.lower[i]))
        for i in (at - 1, at + 1)
    )


def _behind_aside(tokens: Tokens, at: int, end: int, taken: set[int]) -> int:
    """The auxiliary behind a phrase between commas ("six men, from Chad, Mali and Niger, have been …"),
    or 0 where no such phrase opens at the comma `at`."""
    closed = grammar()
    if tokens.lower[at + 1 : at + 2] and tokens.lower[at + 1] not in closed.prepositions:
        return 0
    for i in range(at + 1, end):
        if i in taken or tokens.lower[i] in STOPS or is_verb(tokens.lower[i]):
            return 0
        if tokens.lower[i] in closed.be or tokens.lower[i] in ("have", "has", "had"):
            return i if tokens.lower[i - 1] == "," else 0
    return 0


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
        if (around := _around(tokens, at, mention, words)) is not None:
            return around
        found = words.verb_at(tokens, at, "count", "count")
        if found and found[0].family and not _is_passive(tokens, at) and found[1] <= mention.first:
            return _both(tokens, at, found[0], words)
        named = words.noun_before(tokens, at + 1, "count", "count")
        if named and named[0].family and tokens.lower[at + 1] == "of":
            return named[0]
        if is_verb(word) and word not in closed.prepositions:
            return None
    return None


def _around(tokens: Tokens, at: int, mention: Mention, words: Vocabulary) -> Attribute | None:
    """A verb phrase that the count stands within: "cost 41 lives", "took six pupils hostage"."""
    lemma = verb_lemma(tokens.lower[at])
    if lemma not in words.firsts:
        return None
    behind = tokens.lower[mention.last : mention.last + 2]
    lives = [noun_lemma(mention.noun.lower())] if mention.noun else []
    for rest in (behind, behind[:1], lives):
        for entry in words.verbs.get((lemma, *rest), ()) if rest else ():
            if entry.family and entry.takes("count", "count"):
                return entry
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
    """The noun that names the figure: "a death toll of 32", "brings to 32 the number killed"."""
    if tokens.lower[mention.last : mention.last + 2] == ["the", "number"]:
        return _participle(tokens, mention.last + 2, words)
    if mention.first and tokens.lower[mention.first - 1] in linking().settings:
        return None  # "hurt in five attacks"
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
        named = words.noun_before(tokens, at + 1, "count", "count")
        if (
            named
            and named[0].family
            and (behind in closed.prepositions or verb_lemma(behind) or behind in closed.auxiliaries)
            and not _follows_preposition(tokens, named[1])
            and not is_plural_count(tokens, named[1], at)
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
        if named and named[0].family and not is_plural_count(tokens, named[1], at):
            if not _follows_preposition(tokens, named[1]):
                return named[0]
            second = second or named[0]
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
            break
    return second


def _opens_aside(tokens: Tokens, at: int) -> bool:
    """ "The toll, earlier put at 87, …": the figure itself stands in the phrase between commas."""
    word = tokens.lower[at]
    return word in ("put", "estimated") or readings(word)[:1] == ADVERB


def among(tokens: Tokens, at: int, words: Vocabulary) -> Attribute | None:
    """Who is among whom, read from behind the word "among": "the dead", "those killed", "the 31 hurt"."""
    for i in range(at, min(at + AMONG, tokens.size)):
        found = (
            _framed(words.noun_before(tokens, i + 1, "count", "count"))
            or _framed(words.adjective_at(tokens, i, "count", "count"))
            or _participle(tokens, i, words)
        )
        if found:
            return found
        if tokens.lower[i] in STOPS or tokens.lower[i] in (",", ".", "and"):
            return None
    return None


def is_plural_count(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the toll noun is itself counted ("20 bodies …"), and so not a figure's name."""
    return first > 0 and tokens.lower[first - 1][:1].isdigit()
