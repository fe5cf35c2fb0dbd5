"""The word that a count hangs on: "32 killed", "killing at least 32", "the toll rose to 32".

Reports of casualties, arrests, evacuations … say one thing in many constructions. A count is bound
to the nearest word of the vocabulary that grammar lets it reach, in this order: the word right
behind it ("20 dead"), a passive or intransitive verb to its right across phrases such as "including
three children", its own noun ("20 deaths"), an active verb just left of it, and a toll noun further
left.
"""

from __future__ import annotations

from typing import Final

from factcheck.claims.attributes import Attribute, Vocabulary
from factcheck.claims.linking import LEFT, STOPS, framed, has_object, is_verb, linking, participle
from factcheck.claims.nouns import group
from factcheck.claims.tolls import toll
from factcheck.kinds.mention import Mention
from factcheck.text.tokens import Tokens
from factcheck.text.words import (
    GERUND,
    NOMINAL,
    PARTICIPLE,
    grammar,
    is_adjective,
    lists,
    noun_lemma,
    readings,
    verb_lemma,
)

SAYING: Final = 8  # tokens of "the regional police chief said" between commas
RIGHT: Final = 30  # tokens between a count and its verb, phrases in between included
NOBODY: Final = "none"
ASIDE: Final = 8  # tokens of a phrase between a verb and its count
AMONG: Final = 6  # tokens behind "among" in which those stand who are told of
# What ends the words that describe those who are counted before their verb is reached.
BREAKING: Final = frozenset((",", "and", "or", "but", "who", "that", "which", "(", ")"))
AIMED: Final = ("to", "at")
BROKEN: Final = frozenset((",", "have", "had", "has", "died", *STOPS))


def governor(
    tokens: Tokens, mention: Mention, words: Vocabulary, taken: set[int], part: bool
) -> Attribute | None:
    """The attribute of the word that a count hangs on, or None. `taken`: tokens of all counts; a `part`
    of another count shares that one's verb and toll."""
    own = _own(tokens, mention, words)
    if own and is_share(tokens, mention):  # "twelve of the injured DIED"
        return (None if part else _to_the_right(tokens, mention, words, taken)) or own
    who = tuple(mention.noun.lower().split())
    near = None if who and group(who) not in ("", "people") else own  # "14 evacuees were killed"
    near = near or _right_behind(tokens, mention, words)
    if near and near.family == "people":  # "killing all 14 on board", "all 14 aboard died"
        suffered = _active(tokens, mention, words, taken) or _to_the_right(tokens, mention, words, taken)
        if suffered and suffered.family == "casualty":
            return suffered
    return (
        _of_noun(tokens, mention, words)
        or near
        or (None if part else _to_the_right(tokens, mention, words, taken))
        or (own if near else None)
        or _active(tokens, mention, words, taken)
        or own
        or _described(tokens, mention, words)
        or (None if part else toll(tokens, mention, words, taken))
    )


def is_share(tokens: Tokens, mention: Mention) -> bool:
    """Whether a count is of some among others: "twelve OF the injured"."""
    return "of" in tokens.lower[mention.first : mention.last]


def _of_noun(tokens: Tokens, mention: Mention, words: Vocabulary) -> Attribute | None:
    """ "The BODIES of 23 people were pulled from the rubble": the noun, whatever was done with them."""
    at = mention.first - 1
    if at < 1 or tokens.lower[at] != "of" or not _is_of_people(mention):
        return None
    named = words.noun_before(tokens, at, "count", "count")
    return named[0] if named and named[0].family == "casualty" else None


def _is_of_people(mention: Mention) -> bool:
    who = tuple(mention.noun.lower().split())
    return not who or bool(group(who))


def _described(tokens: Tokens, mention: Mention, words: Vocabulary) -> Attribute | None:
    """ "the search for 64 MISSING sailors": the adjective before those who are counted."""
    first = mention.last - len(mention.noun.split())
    for at in range(first, mention.last - 1) if mention.noun else ():
        found = framed(words.adjective_at(tokens, at, "count", "count")) or participle(tokens, at, words)
        if found:
            return found
    return None


def _own(tokens: Tokens, mention: Mention, words: Vocabulary) -> Attribute | None:
    """ "20 deaths", "five arrests", and "20 dead" where "dead" was read as the counted noun."""
    if not mention.noun:
        return None
    last = mention.last
    return (
        framed(words.adjective_at(tokens, last - 1, "count", "count"))
        or participle(tokens, last - 1, words)
        or framed(words.noun_before(tokens, last, "count", "count"))
    )


def _right_behind(tokens: Tokens, mention: Mention, words: Vocabulary) -> Attribute | None:
    """ "20 people dead", "20 others wounded", "leaving 3 killed"."""
    at = mention.last
    if tokens.lower[at : at + 1] == ["of"] and linking().of_them.intersection(tokens.lower[at + 1 : at + 2]):
        at += 2  # "six of them in intensive care"
    while at < tokens.size and at < mention.last + 4:
        found = framed(words.adjective_at(tokens, at, "count", "count")) or participle(tokens, at, words)
        if found:
            return None if has_object(tokens, at) else found
        if tokens.lower[at] == "with":
            return _with(tokens, at + 1, words)
        if tokens.lower[at] not in linking().filler:
            return None
        at += 1
    return None


def _with(tokens: Tokens, at: int, words: Vocabulary) -> Attribute | None:
    """ "22 others with serious injuries" """
    while at < tokens.size and is_adjective(tokens.lower[at]):
        at += 1
    return framed(words.noun_before(tokens, at + 1, "count", "count")) if at < tokens.size else None


def _to_the_right(tokens: Tokens, mention: Mention, words: Vocabulary, taken: set[int]) -> Attribute | None:
    """The verb whose subject the count is: "32 people, including three children, were killed"."""
    if _stands_apart(tokens, mention, taken):
        return None
    closed, end = grammar(), min(tokens.size, mention.last + RIGHT)
    at = _behind_description(tokens, mention, end)
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
        elif word == NOBODY:
            return None  # "26 people, none of whom survived"
        elif word in STOPS or word in closed.subordinators or word in ("who", "that", "which", "and", "but"):
            if word in ("who", "that") and at == mention.last:
                pass  # "20 people who were killed"
            elif word == "as" and passive and verb_lemma(tokens.lower[at - 1]) in linking().reporting:
                pass  # "50 are listed as missing"
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
        elif at in taken or _opens_clause(tokens, at):
            return None
        elif word == "among" and passive:
            return among(tokens, at + 1, words)
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
                return framed(adjective)
            if lemma in linking().copular:
                passive = True
            if (passive and lemma in linking().reporting) or lemma in linking().copular:
                at += 1
                continue
            if is_verb(word):
                return None
        elif passive and (adjective := words.adjective_at(tokens, at, "count", "count")):
            return framed(adjective)
        at += 1
    return None


def _stands_apart(tokens: Tokens, mention: Mention, taken: set[int]) -> bool:
    """Whether a count is no subject: "Ann Berg, 43, was hurt", "none of the 17 on board survived", "Ann Berg,
    who began with five shops, was hurt"."""
    at = mention.last
    closed = tokens.lower[at : at + 1] in ([","], ["("])
    if closed and mention.noun:
        closed = mention.first > 1 and tokens.lower[mention.first - 1] in grammar().prepositions
    aside = closed and not _opens_part(tokens, at + 1, taken)
    return aside or NOBODY in tokens.lower[max(0, mention.first - 3) : mention.first]


def _behind_description(tokens: Tokens, mention: Mention, end: int) -> int:
    """Behind what describes those who are counted, where their verb follows it ("19 soldiers GUARDING THE
    BASE had been killed", "30 migrants HIDDEN IN A LORRY were arrested"), else behind the count."""
    closed, at = grammar(), mention.last
    if not mention.noun or at + 1 >= end or not _describes(tokens, at):
        return at
    for i in range(at + 1, end):
        word = tokens.lower[i]
        if word in closed.be or word in closed.have:
            return i
        if word in STOPS or word in BREAKING or word in closed.subordinators or _opens_clause(tokens, i):
            break
    return at


def _describes(tokens: Tokens, at: int) -> bool:
    """Whether a participle at a token says what those before it do, or what was done to them somewhere."""
    forms = readings(tokens.lower[at])
    if GERUND in forms:
        return True
    return PARTICIPLE in forms and tokens.lower[at + 1] in grammar().prepositions


def _opens_clause(tokens: Tokens, at: int) -> bool:
    """ "killed 44 since IT was declared", "20 people before THEY were rescued": of another subject."""
    closed = grammar()
    return (
        tokens.lower[at] in closed.clausal
        and tokens.lower[at + 1 : at + 2] != []
        and (tokens.lower[at + 1] in closed.pronouns)
    )


def _joins_nouns(tokens: Tokens, at: int) -> bool:
    """Whether "and" at a token has a noun or a name on either side: no new clause begins."""
    return 0 < at < tokens.size - 1 and all(
        tokens.words[i][0].isupper() or NOMINAL.intersection(readings(tokens.lower[i]))
        for i in (at - 1, at + 1)
    )


def _behind_aside(tokens: Tokens, at: int, end: int, taken: set[int]) -> int:
    """The auxiliary behind a phrase between commas ("six men, from Chad, Mali and Niger, have been …", "12,
    the police said, were …"), or 0 where no such phrase opens at the comma `at`."""
    closed = grammar()
    near = tokens.lower[at + 1 : min(end, at + SAYING)]
    said = near.index(",") if "," in near else 0
    if any((verb_lemma(word) or "") in lists().saying for word in near[:said]):
        return at + said + 2
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
    while at < end and tokens.lower[at] not in closed.be and tokens.lower[at] not in BROKEN:
        at += 1
    return at


def _active(tokens: Tokens, mention: Mention, words: Vocabulary, taken: set[int]) -> Attribute | None:
    """The verb that governs the count: "killing at least 32", "claimed the lives of 63"."""
    closed = grammar()
    last = _before_aside(tokens, mention.first)
    for at in range(last - 1, max(-1, last - 1 - LEFT), -1):
        word = tokens.lower[at]
        if word == "and" and (verb := _before_object(tokens, at)) is not None:
            found = words.verb_at(tokens, verb, "count", "count")
            return found[0] if found and found[0].family and not _is_passive(tokens, verb) else None
        if at in taken or word in STOPS or word in (",", "and", "or") or _reaches(tokens, at):
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


def _reaches(tokens: Tokens, at: int) -> bool:
    """ "rose to": what stands before it is the figure's name, and no verb that has it as its object."""
    return tokens.lower[at + 1] in AIMED and verb_lemma(tokens.lower[at]) in linking().reaching


def _before_aside(tokens: Tokens, first: int) -> int:
    """Where a phrase between commas before a count begins ("killed, BY ITS OWN COUNT, at least 14"), else the
    count itself."""
    if tokens.lower[first - 1 : first] != [","]:
        return first
    for at in range(first - 2, max(0, first - 2 - ASIDE), -1):
        if tokens.lower[at] == ",":
            return at if tokens.lower[at + 1] in grammar().prepositions else first
        if is_verb(tokens.lower[at]) or tokens.lower[at] in STOPS:
            return first
    return first


def _before_object(tokens: Tokens, at: int) -> int | None:
    """The verb whose object ends before token `at`, where that object has no count of its own:
    "killing a teacher and eight pupils"."""
    first = at - 1
    while first > 0 and first > at - 1 - LEFT:
        word = tokens.lower[first]
        if word in ("a", "an", "the", "his", "her", "their", "its"):
            return first - 1
        if not (is_adjective(word) or NOMINAL.intersection(readings(word))):
            return None
        first -= 1
    return None


def _around(tokens: Tokens, at: int, mention: Mention, words: Vocabulary) -> Attribute | None:
    """A verb phrase that the count stands within: "cost 41 lives", "took six pupils hostage"."""
    lemma = verb_lemma(tokens.lower[at])
    if lemma not in words.firsts:
        return None
    behind = [
        noun_lemma(word)
        for word in tokens.lower[mention.last : mention.last + 3]
        if word not in ("their", "its", "his", "her", "the")
    ]
    lives = [noun_lemma(mention.noun.lower())] if mention.noun else []
    for rest in (behind[:2], behind[:1], lives):
        for entry in words.verbs.get((lemma, *rest), ()) if rest else ():
            if entry.family and entry.takes("count", "count"):
                return entry
    return None


def _opens_part(tokens: Tokens, at: int, taken: set[int]) -> bool:
    """Whether a phrase about a part begins: "including …", "most of them …", "three of them …"."""
    return at < tokens.size and (
        tokens.lower[at] in linking().parts or tokens.lower[at] in linking().of_parts or at in taken
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
    if "g" in readings(tokens.lower[at])[:1]:  # "were treating 40 people"
        return False
    return any(tokens.lower[i] in closed.be or tokens.lower[i] == "been" for i in range(max(0, at - 2), at))


def among(tokens: Tokens, at: int, words: Vocabulary) -> Attribute | None:
    """Who is among whom, read from behind the word "among": "the dead", "those killed", "the 31 hurt"."""
    for i in range(at, min(at + AMONG, tokens.size)):
        found = (
            framed(words.noun_before(tokens, i + 1, "count", "count"))
            or framed(words.adjective_at(tokens, i, "count", "count"))
            or participle(tokens, i, words)
        )
        if found:
            return found
        if tokens.lower[i] in STOPS or tokens.lower[i] in (",", ".", "and"):
            return None
    return None
