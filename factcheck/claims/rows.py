"""From a mention in its sentence to a claim and its row: attribute, subject, scope, group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from factcheck.claims.ages import holder
from factcheck.claims.attributes import Attribute, vocabulary
from factcheck.claims.context import Context
from factcheck.claims.frames import Frame
from factcheck.claims.nouns import group, head
from factcheck.claims.partners import partners
from factcheck.claims.row import Row
from factcheck.kinds.mention import Mention
from factcheck.model import Claim, Interval, Span, Value
from factcheck.text.attach import Attachment, attach
from factcheck.text.words import noun_lemma
from factcheck.units import Units

NUMERIC = frozenset(("quantity", "count", "percent", "money", "duration", "age", "ordinal"))
COUNTED = frozenset(("count", "ordinal"))


class Said(NamedTuple):
    """Who states a value (`speaker` as shown, `key` to compare, "" for the author) and how it is meant."""

    speaker: str
    key: str
    modality: str


def make(document: str, mention: Mention, frame: Frame, context: Context, units: Units, said: Said) -> Row:
    """The row (with its claim) of a numeric mention or a date."""
    tokens = context.tokens
    measure = mention.kind not in COUNTED
    attachment = attach(
        tokens, mention.first, mention.last, context.names, measure=measure, parsed=context.parsed
    )
    noun = tuple(word.lower() for word in mention.noun.split())
    canonical, dimension = in_base(mention, noun, units)
    named = None if frame.attribute else _named(mention.kind, dimension, attachment, noun, context)
    attribute = frame.attribute or named or _by_verb(mention.kind, dimension, attachment, context)
    subject, key, subject_head = _subject(mention, attachment, context)
    scope = _scope(mention, attachment, noun, frame, context)
    claim = Claim(
        id=f"{document}:{mention.start}-{mention.end}:{mention.kind}",
        kind=mention.kind,
        subject=subject,
        attribute=attribute.name if attribute else _words(attachment, noun),
        value=mention.value,
        span=Span(document, mention.start, mention.end),
        sentence=Span(document, context.sentence.start, context.sentence.end),
        scope=scope,
        speaker=said.speaker or None,
        modality=said.modality,
        flags=mention.flags + (("dual-unit",) if mention.restates is not None else ()),
        canonical=canonical,
        noun=attachment.noun.text if attachment.noun else mention.noun,
        verb=attachment.verb.lemma if attachment.verb else "",
        text=context.sentence.text[mention.start : mention.end],
    )
    return Row(
        claim=claim,
        sentence=context.sentence.index,
        kind=mention.kind,
        dimension=dimension,
        attribute=attribute.name if attribute else "",
        named=named is not None,
        family=attribute.family if attribute else "",
        growing=bool(attribute and attribute.growing),
        head=head(noun) if mention.kind in COUNTED else (attachment.noun.lemma if attachment.noun else ""),
        group=group(noun),
        subject=key,
        subject_head=subject_head,
        verb=claim.verb,
        days=tuple(days for days in context.days) if mention.kind != "date" else (),
        spoken=context.spoken if mention.kind != "date" else (),
        causes=context.causes,
        places=context.places,
        names=context.keys,
        words=context.words,
        part=frame.part or attachment.part,
        aside=context.says("aside")
        or (frame.attribute is not None and (context.coarse or context.from_the_beginning)),
        vague=_vague(mention.value),
        partners=partners(mention, context, key) if mention.kind == "ordinal" else frozenset(),
        running=context.running,
        stale=context.says("stale"),
        speaker=said.key,
    )


def in_base(mention: Mention, noun: tuple[str, ...], units: Units) -> tuple[Value, str]:
    """The value in the base unit of its dimension, and the dimension."""
    value = mention.value
    if not isinstance(value, Interval):
        return value, mention.kind
    if mention.kind in COUNTED:
        return replace(value, unit=head(noun) or None), mention.kind
    if value.unit is None:
        return value, mention.kind
    return units.canonical(value), units.dimension(value.unit)


def _named(
    kind: str, dimension: str, attachment: Attachment, noun: tuple[str, ...], context: Context
) -> Attribute | None:
    """The property that a noun or an adjective beside a value names."""
    words, tokens = vocabulary(), context.tokens
    if kind == "ordinal":
        return None
    if attachment.noun is not None and (kind != "count" or not noun):
        found = words.noun_before(tokens, attachment.noun.head + 1, kind, dimension)
        if found:
            return found[0]
    if attachment.adjective and (entries := words.adjectives.get(tuple(attachment.adjective.split()))):
        for entry in entries:
            if entry.takes(kind, dimension):
                return entry
    return None


def _by_verb(kind: str, dimension: str, attachment: Attachment, context: Context) -> Attribute | None:
    """The property that the governing verb names ("weighs")."""
    if attachment.verb is None or kind == "ordinal":
        return None
    found = vocabulary().verb_at(context.tokens, attachment.verb.index, kind, dimension)
    return found[0] if found else None


def _vague(value: Value) -> bool:
    """Whether a number has no figure ("dozens", "hundreds of")."""
    return isinstance(value, Interval) and value.bound == "between" and value.approximate and value.high_open


def _words(attachment: Attachment, noun: tuple[str, ...]) -> str:
    """The attribute in the text's own words, where the vocabulary has none."""
    if noun:
        return " ".join((*noun[:-1], noun_lemma(noun[-1])))
    return attachment.adjective or (attachment.noun.lemma if attachment.noun else "")


def _subject(mention: Mention, attachment: Attachment, context: Context) -> tuple[str, str, str]:
    """(name, key, head lemma) of what the value is about; name and key are "" when no entity is known."""
    if mention.kind == "age" and (person := holder(mention, context)) is not None:
        return person.name, person.key, ""
    if mention.kind == "age" and attachment.noun is not None:
        return "", "", attachment.noun.lemma  # "his 13-year-old brother" is not he
    for phrase in (attachment.owner, attachment.subject):
        if phrase is None or (phrase.first < mention.last and mention.first < phrase.last):
            continue
        found = context.entities.resolve_phrase(context.sentence.index, phrase.first, phrase.last)
        if found.key and found.how != "part":
            return found.name, found.key, phrase.lemma
        if phrase is attachment.owner:
            break
    phrase = attachment.owner or attachment.subject
    return "", "", phrase.lemma if phrase else ""


def _scope(
    mention: Mention, attachment: Attachment, noun: tuple[str, ...], frame: Frame, context: Context
) -> Mapping[str, str]:
    scope = dict(mention.scope or {})
    if attachment.of is not None and mention.kind in ("percent", "money") and "of" not in scope:
        scope["of"] = attachment.of.lemma
    if (people := group(noun)) and people != "people":
        scope["group"] = people
    if frame.part:
        scope["part"] = "yes"
    if context.since and mention.kind in COUNTED:
        scope["since"] = context.since
    return dict(sorted(scope.items()))
