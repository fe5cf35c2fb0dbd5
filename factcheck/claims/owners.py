"""Whose property a value is: the phrase that has it, the entity that the phrase means.

The subject of the clause has it ("the ferry weighs …"), unless the phrase is the property itself:
then its owner is what stands with it ("the fare FOR THE FERRY is …", "MARUA'S debt stands at …").
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final, NamedTuple

from factcheck.claims.ages import holder
from factcheck.claims.attributes import vocabulary
from factcheck.claims.context import Context
from factcheck.claims.properties import Property
from factcheck.claims.things import things
from factcheck.kinds.mention import Mention
from factcheck.text.attach import Attachment, Phrase
from factcheck.text.chunks import Chunk
from factcheck.text.words import grammar, lists, noun_lemma

WHERE: Final = frozenset(("in", "at", "on", "off", "near", "to", "into", "from", "outside", "through"))
CAUSING: Final = frozenset(("of", "for", "from", "by"))
LEADING: Final = frozenset(("for", "with"))  # before the value of a name without a verb
OWNERS: Final = frozenset(("its", "his", "her"))
BESIDE: Final = frozenset(("next", "close", "north", "south", "east", "west"))  # "next to", "north of"
OWNING: Final = frozenset(("of", "for", "in", "at", "on", "from", "by"))


class Owner(NamedTuple):
    """`name` and `key` of an entity, "" when none is known; `head`: lemma of the phrase's last word."""

    name: str = ""
    key: str = ""
    head: str = ""


def owner(mention: Mention, dimension: str, attachment: Attachment, of: Property, context: Context) -> Owner:
    """What a value is about."""
    if mention.kind == "age":
        if (person := holder(mention, context)) is not None:
            return Owner(person.name, person.key)
        if attachment.noun is not None:
            return Owner(head=attachment.noun.lemma)  # "his 13-year-old brother" is not he
    if of.noun is not None:
        found = _with(of.noun, mention, context)
        if found.key or attachment.subject is None or attachment.subject.head == of.noun.head:
            return found
    if of.attribute is not None and of.attribute.standing and (found := _counted(mention, context)).key:
        return found
    if mention.kind == "ordinal" and _is_expletive(mention, attachment, context):
        return _for_whom(mention, context)
    if (patient := _done_to(mention, attachment, of, context)) is not None:
        return patient
    if (gapped := _gapped(mention, attachment, context)) is not None:
        return gapped
    for phrase in (attachment.owner, attachment.subject):
        if phrase is None or (phrase is attachment.owner and _is_place(phrase, context)):
            continue
        if phrase.first < mention.last and mention.first < phrase.last:
            continue
        if _is_property(phrase, mention, dimension, context):
            chunk = context.chunk(phrase.head)
            return _with(chunk, mention, context) if chunk is not None else Owner()
        found = _resolved(phrase.first, phrase.last, phrase.lemma, context)
        if found.key:
            return found
        if phrase is attachment.owner:
            break
    return _before_verb(attachment, context) or Owner(head=_head(mention, dimension, attachment, context))


def _done_to(mention: Mention, attachment: Attachment, of: Property, context: Context) -> Owner | None:
    """Whom or what somebody else did it to on a day: "the mayor opened THE BRIDGE on Friday"."""
    verb, attribute = attachment.verb, of.attribute
    if mention.kind != "date" or verb is None or verb.voice != "active" or attribute is None:
        return None
    told = context.chunk(verb.index + 1) if attribute.done else None
    if told is None or told.prep >= 0 or any(day.first <= told.head < day.last for day in context.dated):
        return None
    return _resolved(told.first, told.last, noun_lemma(context.tokens.lower[told.head]), context)


def _gapped(mention: Mention, attachment: Attachment, context: Context) -> Owner | None:
    """The name in front of a value that shares the verb of another clause: "Ann ran 12 km and JO 9 km", "both
    went to prison, JO for four years"."""
    lower, verb = context.tokens.lower, attachment.verb
    led = mention.first > 0 and lower[mention.first - 1] in LEADING
    name = next((name for name in context.names if name.last == mention.first - led), None)
    if name is None or verb is None or not 0 < verb.index < name.first or name.kind == "place":
        return None
    joined = lower[name.first - 1] == "," or (lower[name.first - 1] == "and" and not led)
    entity = context.entities.at(context.sentence.index, name.first)
    return Owner(entity.name, entity.key) if joined and entity is not None else None


def _is_expletive(mention: Mention, attachment: Attachment, context: Context) -> bool:
    """ "It was the fourth title for …": "it" is nobody."""
    subject, verb = attachment.subject, attachment.verb
    return (
        subject is not None and verb is not None and verb.lemma == "be"
        and context.tokens.lower[subject.head] == "it" and verb.index < mention.first
    )  # fmt: skip


def _for_whom(mention: Mention, context: Context) -> Owner:
    """The entity right behind what "it was": "the fourth title FOR WEXHAM"."""
    if context.tokens.lower[mention.last : mention.last + 1] not in (["for"], ["of"], ["by"]):
        return Owner(head="it")
    chunk = context.chunk(mention.last + 1)
    return Owner(head="it") if chunk is None else _resolved(chunk.first, chunk.last, "", context)


def complement(attachment: Attachment, context: Context) -> tuple[str, str]:
    """What stands behind the subject: the lemma of what it is of ("the auction OF LETTERS"), the key of
    the entity that it is merely in or at ("the lake IN VARN PARK"); "" for none."""
    phrase = attachment.owner or attachment.subject
    if phrase is None or not context.tokens.words[phrase.head].islower():
        return "", ""
    lower, index = context.tokens.lower, context.sentence.index
    if lower[phrase.last : phrase.last + 1] == ["of"]:
        chunk = context.chunk(phrase.last + 1)
        common = chunk is not None and context.tokens.words[chunk.head].islower() and not chunk.number
        return (noun_lemma(lower[chunk.head]) if chunk is not None and common else ""), ""
    at = phrase.last
    if at == len(lower) or lower[at] not in grammar().prepositions | BESIDE:
        return "", ""
    while at < len(lower) and lower[at] in grammar().prepositions | grammar().determiners | BESIDE:
        at += 1
    entity = context.entities.at(index, at)
    return "", entity.key if entity is not None else ""


def antecedent(attachment: Attachment, context: Context) -> frozenset[str]:
    """Whom the possessive before the subject means, in a sentence without names: "ITS tail is 6 km long"."""
    phrase = attachment.owner or attachment.subject
    if phrase is None:
        return frozenset()
    lower = context.tokens.lower
    near = (at for at in (phrase.first, phrase.first - 1) if lower[at : at + 1] and lower[at] in OWNERS)
    at = next(near, -1)
    if at < 0:
        return frozenset()
    found = context.entities.resolve_phrase(context.sentence.index, at, at + 1)
    return frozenset((found.key,)) if found.key else frozenset()


def _counted(mention: Mention, context: Context) -> Owner:
    """Whose the counted are: "214 passengers of the ferry Aurelia"."""
    if not mention.noun or context.tokens.lower[mention.last : mention.last + 1] != ["of"]:
        return Owner()
    chunk = context.chunk(mention.last + 1)
    return Owner() if chunk is None else _resolved(chunk.first, chunk.last, "", context)


def _resolved(first: int, last: int, head: str, context: Context) -> Owner:
    """The entity that a phrase means; "the city of X" is X."""
    if first and context.tokens.lower[first - 1] in things().known | grammar().determiners:
        first -= 1  # "the missile" is one that was named
    found = context.entities.resolve_phrase(context.sentence.index, first, last)
    lower = context.tokens.lower
    if found.key and found.how != "part":
        place = [word for word in lower[first : last - 1] if word in grammar().ordinals]
        key = "/".join((found.key, *place)) if found.how == "name" else found.key  # "the second Hale Bridge"
        return Owner(found.name, key, head)
    if noun_lemma(lower[last - 1]) in things().appositive and lower[last : last + 1] == ["of"]:
        behind = context.chunk(last + 1)
        if behind is not None and (entity := context.entities.at(context.sentence.index, behind.head)):
            return Owner(entity.name, entity.key, head)
    return Owner(head=head)


def _is_place(phrase: Phrase, context: Context) -> bool:
    """Whether a phrase says where something was ("ran aground off Elm with a crew of 18")."""
    chunk = context.chunk(phrase.head)
    return chunk is not None and chunk.prep >= 0 and context.tokens.lower[chunk.prep] in WHERE


def _is_property(phrase: Phrase, mention: Mention, dimension: str, context: Context) -> bool:
    """Whether a phrase names the property that the value is of, and not its owner."""
    if (context.tokens.words[phrase.head][:1].isupper() and phrase.head) or phrase.lemma in lists().place:
        return False
    found = vocabulary().noun_before(context.tokens, phrase.head + 1, mention.kind, dimension)
    return found is not None and found[1] >= phrase.first and mention.kind != "date"


def _with(chunk: Chunk, mention: Mention, context: Context) -> Owner:
    """Whose property the phrase `chunk` names: by a name in it, a possessive, by "of", "for", "in" …"""
    if chunk.owner_end > chunk.first:
        found = _resolved(chunk.first, chunk.owner_end, "", context)
        if found.key:
            return found
    elif entity := context.entities.at(context.sentence.index, chunk.head - 1):
        return Owner(entity.name, entity.key)
    lower, chunks = context.tokens.lower, context.parsed.chunks
    place = bisect_right(chunks, chunk.last, key=_last)
    if place == len(chunks) or chunks[place].prep != chunk.last or lower[chunk.last] not in OWNING:
        return Owner()
    behind = chunks[place]
    if behind.last > mention.first:
        return Owner()
    found = _resolved(behind.first, behind.last, noun_lemma(lower[behind.head]), context)
    return found if found.key or lower[chunk.last] in CAUSING else Owner()


def _before_verb(attachment: Attachment, context: Context) -> Owner | None:
    """The name right before the verb, where the phrases before it hide the subject ("A year ago Ann …")."""
    if attachment.subject is not None and attachment.subject.lemma not in lists().time:
        return None
    if attachment.verb is None:
        return None
    at = attachment.verb.index
    while at > 0 and context.tokens.lower[at - 1] in grammar().auxiliaries | grammar().adverbs:
        at -= 1
    entity = context.entities.at(context.sentence.index, at - 1) if at else None
    return Owner(entity.name, entity.key) if entity is not None else None


def _head(mention: Mention, dimension: str, attachment: Attachment, context: Context) -> str:
    """The common noun that a value is about; none when the words are no subject ("5 percent of …")."""
    phrase = attachment.owner or attachment.subject
    if phrase is None:
        return ""
    if phrase.first < mention.last and mention.first < phrase.last:
        noun = attachment.noun
        return noun.lemma if noun is not None and not _is_property(noun, mention, dimension, context) else ""
    if phrase.lemma.lower() in lists().time or phrase.lemma in lists().measure:
        return ""
    if any(day.first <= phrase.head < day.last for day in context.dated):
        return ""
    return phrase.lemma if context.parsed.tags[phrase.head] in "NMO" else ""


def _last(chunk: Chunk) -> int:
    return chunk.last
