"""Which attribute a count is of (killed, injured, arrested …), and whether it is a part of another count.

The word that a count hangs on is `governors`' job; here it is shared between counts that are joined
("10 civilians and 3 soldiers were killed") and between a whole and its parts ("of them three children").
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from factcheck.claims.attributes import Attribute, vocabulary
from factcheck.claims.governors import among, governor
from factcheck.claims.linking import STOPS, is_verb, linking
from factcheck.claims.nouns import group, is_lifeless, is_thing
from factcheck.kinds.mention import Mention
from factcheck.text.tokens import Tokens
from factcheck.text.words import NOMINAL, grammar, noun_lemma, readings, verb_lemma

ATTACKERS: Final = "attackers"
ENDS: Final = frozenset((".", *STOPS))
TROOPS: Final = frozenset(("soldiers", "police", "fighters", "men"))
ONES: Final = frozenset(("the", "a", "an", "his", "her", "its", "their"))
ONE: Final = 3  # tokens between the article and the noun of somebody
RESTS: Final = frozenset(("rest", "remainder"))
OTHERS: Final = frozenset(("other", "others"))
DEGREE: Final = 5  # tokens between a count and the verb that an adverb of degree tells apart
SOME: Final = {"prisoners": "captives", ATTACKERS: "suspects", "workers": "workers"}
THINGS: Final = frozenset(("", "animals"))


class Frame(NamedTuple):
    """What a count counts: `attribute` (None: no frame found), whether it is a part of another count."""

    attribute: Attribute | None
    part: bool = False
    whole: int = -1  # index of the mention that it is a part of, or that it shares its verb with


def frames(tokens: Tokens, mentions: Sequence[Mention]) -> list[Frame]:
    """A frame for each mention, in order; mentions of other kinds than counts get an empty one."""
    anything = vocabulary()
    counts = [i for i, mention in enumerate(mentions) if mention.kind == "count" and not mention.incidental]
    taken = {at for i in counts for at in range(mentions[i].first, mentions[i].last)}
    found = [Frame(None) for _ in mentions]
    for place, i in enumerate(counts):
        mention = mentions[i]
        before = counts[place - 1] if place else -1
        part = before >= 0 and (_is_part(tokens, mention) or _is_share(tokens, mentions[before], mention))
        words = vocabulary(_whom(tokens, mention))
        own = _has_verb(tokens, mention)
        noun = tuple(mention.noun.lower().split())
        attribute = None if is_thing(noun) else governor(tokens, mention, words, taken, part and not own)
        if attribute and attribute.family == "casualty" and is_lifeless(noun):
            attribute = None  # jobs are cut, but do not go missing
        if part and attribute and _are_others(mention) and attribute != found[before].attribute:
            part = False
        if part and attribute and _is_all(attribute, found[before].attribute):
            part = False  # "12 of them are in hospital": nobody else is
        if part:
            found[i] = Frame(attribute or found[before].attribute, True, before)
        elif attribute is None and before >= 0 and _is_of(tokens, mentions[before], mention):
            found[i] = Frame(found[before].attribute, True, before)
        elif (
            attribute is None
            and before >= 0
            and (_joined(tokens, mentions[before], mention) or _gapped(tokens, mentions[before], mention))
        ):
            found[i] = Frame(found[before].attribute, found[before].part, before)
        elif _among(tokens, mention):
            found[i] = Frame(
                among(tokens, tokens.lower.index("among", mention.last) + 1, words) or attribute, True
            )
        else:
            found[i] = Frame(attribute)
    for i, after in pairwise(counts):  # "ten rebels and three soldiers were killed"
        if (
            found[i].attribute is None
            and found[after].attribute
            and (not found[after].part or _among(tokens, mentions[after]))
            and "and" in tokens.lower[mentions[i].last : mentions[after].first]
            and _joined(tokens, mentions[i], mentions[after])
        ):
            found[i] = found[after]
    for i, after in pairwise(counts):
        if found[i].attribute == found[after].attribute and _adds_to(tokens, mentions[i], mentions[after]):
            found[i] = found[i]._replace(part=True, whole=after)
    for i, after in pairwise(counts):
        if found[i].attribute == found[after].attribute and _is_split(tokens, mentions[i], mentions[after]):
            found[i], found[after] = found[i]._replace(part=True), found[after]._replace(part=True)
    for i in counts:
        if found[i].attribute and _is_beside_one(tokens, mentions[i]):
            found[i] = found[i]._replace(part=True)  # of all whom it befell
    for i in counts:
        if (attribute := found[i].attribute) and _is_of_degree(tokens, mentions[i], attribute):
            found[i] = found[i]._replace(part=True)  # of all who were hurt
    for i in counts:
        if found[i].attribute and _leaves_rest(tokens, mentions[i]):
            found[i] = found[i]._replace(part=True)
    for i in counts:  # those who came: "three gunmen stormed the bank"
        if found[i].attribute is None and group(tuple(mentions[i].noun.lower().split())) == ATTACKERS:
            found[i] = Frame(anything.by_name[ATTACKERS], found[i].part, found[i].whole)
    return found


def _whom(tokens: Tokens, mention: Mention) -> str:
    """Whether a count is of persons, of troops, suspects, captives or workers among them, or anything: ""
    where nobody says. A number that is a subject by itself is one of persons ("26,000 took part")."""
    if not mention.noun and tokens.lower[mention.first - 1 : mention.first] == [","]:
        return ""  # "of the 40 tanks, 12 captured in May were mended"
    if not mention.noun:
        does = verb_lemma(tokens.lower[mention.last]) if mention.last < tokens.size else None
        return "persons" if does and tokens.lower[mention.last] not in grammar().auxiliaries else ""
    who = group(tuple(mention.noun.lower().split()))
    if who in TROOPS:
        return "troops"
    return "" if who in THINGS else SOME.get(who, "persons")


def _among(tokens: Tokens, mention: Mention) -> bool:
    """ "three children were among the dead", "counted three children among the dead" """
    behind = tokens.lower[mention.last : mention.last + 2]
    return behind[:1] == ["among"] or (behind[1:] == ["among"] and behind[0] in grammar().be)


def _leaves_rest(tokens: Tokens, mention: Mention) -> bool:
    """Whether what is told of a count is told of some of them only: "19 SURVIVORS were flown out and THE
    REST walked", but not "12 died and the rest swam ashore"."""
    if noun_lemma(mention.noun.lower()) not in linking().befallen:
        return False
    behind = tokens.lower[mention.last :]
    return any(article == "the" and word in RESTS for article, word in pairwise(behind))


def _is_beside_one(tokens: Tokens, mention: Mention) -> bool:
    """Whether a count is joined to somebody who is not counted: "killing THE PILOT AND three
    passengers", "22 passengers and the driver"."""
    closed, at = grammar(), mention.first - 1
    behind = tokens.lower[mention.last : mention.last + 4]
    if len(behind) > 2 and behind[0] == "and" and behind[1] in ONES and behind[3:] in ([], ["."], [","]):
        return bool(NOMINAL.intersection(readings(behind[2])[:1]))
    if at < 1 or tokens.lower[at] != "and" or not NOMINAL.intersection(readings(tokens.lower[at - 1])[:1]):
        return False
    for first in range(at - 2, max(-1, at - 2 - ONE), -1):
        word = tokens.lower[first]
        if word in ONES:
            return first == 0 or tokens.lower[first - 1] not in closed.prepositions | frozenset(("and", "or"))
        if word in closed.prepositions or not word[0].isalpha() or is_verb(word):
            return False
    return False


def _gapped(tokens: Tokens, before: Mention, mention: Mention) -> bool:
    """Whether a count leaves out its verb: "ten died in the harbour and another five near the school"."""
    another = tokens.lower[max(0, mention.first - 2) : mention.first] == ["and", "another"]
    return another or _is_split(tokens, before, mention)


def _is_split(tokens: Tokens, before: Mention, mention: Mention) -> bool:
    """Whether two counts share out one by place or day: "ten were held ON Monday and five ON Tuesday"."""
    behind = tokens.lower[mention.last : mention.last + 1]
    if tokens.lower[mention.first - 1 : mention.first] != ["and"] or not grammar().prepositions.intersection(
        behind
    ):
        return False
    between = tokens.lower[before.last : mention.first]
    alike = not mention.noun or bool(group(tuple(mention.noun.lower().split())))
    return alike and behind[0] in between and between.count("and") == 1 and ENDS.isdisjoint(between)


def _is_share(tokens: Tokens, before: Mention, mention: Mention) -> bool:
    """ "injured 11, three critically" """
    between = tokens.lower[before.last : mention.first]
    return (
        between == [","]
        and not mention.noun
        and bool(linking().degrees.intersection(tokens.lower[mention.last : mention.last + 1]))
    )


def _is_of_degree(tokens: Tokens, mention: Mention, attribute: Attribute) -> bool:
    """ "four were more seriously hurt": an adverb of degree before the verb of the count."""
    words = vocabulary()
    for at in range(mention.first, min(mention.last + DEGREE, tokens.size - 1)):
        if tokens.lower[at] in STOPS or tokens.lower[at] == ",":
            return False
        if tokens.lower[at] in linking().degrees - {"fatally"}:
            hurt = words.verb_at(tokens, at + 1, "count", "count")
            return hurt is not None and hurt[0] == attribute
    return False


def _is_of(tokens: Tokens, before: Mention, mention: Mention) -> bool:
    """ "Of the 40 people hurt, 12 remain in hospital" """
    opening = tokens.lower[max(0, before.first - 2) : before.first]
    return tokens.lower[mention.first - 1] == "," and opening[:1] == ["of"] and before.first <= 2


def _is_part(tokens: Tokens, mention: Mention) -> bool:
    """ "including three children", "three of them children", "among them two nurses"."""
    told = tokens.lower[mention.first : mention.last + 2]
    if any(word == "of" and whom in linking().of_them for word, whom in pairwise(told)):
        return True
    for at in range(mention.first - 1, max(-1, mention.first - 9), -1):
        word = tokens.lower[at]
        if word in linking().parts:
            return True
        if word in ENDS or is_verb(word):
            return False
    return False


def _has_verb(tokens: Tokens, mention: Mention) -> bool:
    """Whether a part has a clause of its own: "46 were hurt, 12 OF WHOM remain in hospital"."""
    behind = tokens.lower[mention.last : mention.last + 2]
    return behind[:1] == ["of"] and behind[1:] != [] and behind[1] in linking().of_them


def _is_all(attribute: Attribute, whole: Attribute | None) -> bool:
    """Whether a part of those of one property are all of whom another one tells."""
    return whole is not None and whole.name in attribute.within


def _are_others(mention: Mention) -> bool:
    """ "Nine dead including a nurse, 14 OTHERS hurt": whoever is besides them is no part of them."""
    return mention.noun.partition(" ")[0].lower() in OTHERS


def _adds_to(tokens: Tokens, more: Mention, total: Mention) -> bool:
    """Whether a count is what is new in the total behind it: "two more died, BRINGING the toll TO 14"."""
    between = tokens.lower[more.last : total.first]
    aimed = between[-1:] == ["to"] or tokens.lower[total.last : total.last + 1] == ["the"]
    return aimed and any((verb_lemma(word) or "") in linking().raising for word in between)


def _joined(tokens: Tokens, before: Mention, mention: Mention) -> bool:
    """Whether only a comma or "and" (and filler) stands between two counts."""
    between = tokens.lower[before.last : mention.first]
    return between[-3:] == ["as", "well", "as"] or (
        len(between) <= 4
        and any(word in linking().joins for word in between)
        and all(word in linking().joins or word in linking().joined_by for word in between)
    )
