"""What is generally so: "tokens are valid for 12 hours", "the Team edition costs €19".

Manuals, catalogues and data sheets speak in the present tense, of no day and by nobody's word, of things
without a name of their own: the text as a whole tells whose they are.
"""

from __future__ import annotations

from typing import Final

from factcheck.claims.cases import behind, is_case
from factcheck.claims.context import Context
from factcheck.kinds.mention import Mention
from factcheck.text.attach import Attachment
from factcheck.text.words import BASE, PAST, PRESENT, content_lemma, grammar, noun_lemma, readings

KINDS: Final = frozenset(("quantity", "count", "money", "percent", "duration"))
HELPING: Final = frozenset("ALRX")  # tags of what stands before a verb in its group
PASSING: Final = frozenset(("was", "were", "had", "did", "will", "would", "could", "might", "been"))
PERFECT: Final = frozenset(("have", "has"))  # "have turned up on six islands": until now, and not always
WAS: Final = frozenset(("was", "were", "had", "did"))
OWNED: Final = frozenset(("its", "his", "her", "their"))
PERSONAL: Final = frozenset(("he", "she", "they", "we", "i", "you"))


def is_general(mention: Mention, attachment: Attachment, context: Context) -> bool:
    """Whether a value is told of what is so at any time; an ordinal, where it only says of which one ("the
    first edition is sold out")."""
    if attachment.verb is None or not (mention.kind in KINDS or _is_subject(mention, attachment)):
        return False
    if not is_timeless(context) or is_case(mention, attachment, context.tokens.lower):
        return False
    subject = attachment.subject
    if subject is not None and context.tokens.lower[subject.head] in PERSONAL:
        return False
    return tells_present(attachment.verb.index, context)


def _is_subject(mention: Mention, attachment: Attachment) -> bool:
    """Whether an ordinal stands in the subject of its sentence."""
    phrase = attachment.subject
    if mention.kind != "ordinal" or phrase is None:
        return False
    return mention.first <= phrase.head and phrase.first < mention.last


def is_timeless(context: Context) -> bool:
    """Whether a sentence tells of no day and of nothing that happened; a mere length of time ("within 30
    days", "every 24 hours") is no day."""
    if context.causes or context.running:
        return False
    return not context.is_dated or (context.only_lengths and not context.days)


def tells_present(verb: int, context: Context, but: frozenset[str] = frozenset()) -> bool:
    """Whether the first word of a verb's group is in the present tense for sure, and none of those in `but`
    that help a verb."""
    helping = _helping(verb, context)
    if helping:
        helps = helping != context.tokens.lower[verb]
        return helping.removesuffix("n't") not in PASSING and not (helps and helping in but)
    found = readings(context.tokens.lower[verb])
    return PAST not in found and (PRESENT in found or (BASE in found and context.parsed.tags[verb] == "V"))


def tells_past(verb: int, context: Context) -> bool:
    """Whether it is in the past tense; a participle may be of any time."""
    helping = _helping(verb, context)
    return helping.removesuffix("n't") in WAS if helping else PAST in readings(context.tokens.lower[verb])


def _helping(verb: int, context: Context) -> str:
    """The first auxiliary of a verb's group, "" for none."""
    tags, lower = context.parsed.tags, context.tokens.lower
    first = verb
    while first and tags[first - 1] in HELPING:
        first -= 1
    return next((word for word in lower[first : verb + 1] if word in grammar().auxiliaries), "")


def thing(mention: Mention, attachment: Attachment, context: Context) -> tuple[str, frozenset[str]]:
    """The lemma of a subject's common noun, "" for a name, a pronoun or a part of somebody ("its tail"), and
    those of the words that tell it from others of its noun: "the TEAM edition", "the edition FOR SCHOOLS"."""
    phrase = attachment.owner or attachment.subject
    if phrase is None or (phrase.first < mention.last and mention.first < phrase.last):
        return "", frozenset()
    lower, tag = context.tokens.lower, context.parsed.tags[phrase.head]
    if not OWNED.isdisjoint(lower[max(0, phrase.first - 1) : phrase.first + 1]):
        return "", frozenset()
    words = (content_lemma(lower[at]) for at in range(phrase.first, phrase.last) if at != phrase.head)
    found = {*words, *map(content_lemma, behind(mention, attachment, context))} - {""}
    return (noun_lemma(lower[phrase.head]) if tag == "N" else ""), frozenset(found)
