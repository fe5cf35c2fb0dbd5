"""From a mention in its sentence to a claim: attribute, subject, scope, group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from factcheck.claims.ages import as_age
from factcheck.claims.context import Context
from factcheck.claims.frames import Frame
from factcheck.claims.lengths import within
from factcheck.claims.nouns import group, head
from factcheck.claims.offices import office_of
from factcheck.claims.owners import Owner, owner
from factcheck.claims.plain import left_out
from factcheck.claims.properties import Property, is_priced, property_of
from factcheck.claims.tallies import counted_so_far
from factcheck.claims.understood import PLACE, contest, understood
from factcheck.kinds.mention import Mention
from factcheck.kinds.titles import TitleMention
from factcheck.model import Claim, Interval, Span, Value
from factcheck.text.attach import Attachment, attach
from factcheck.text.attachers import Attach
from factcheck.text.tokens import Tokens
from factcheck.text.words import ADVERB, grammar, lists, noun_lemma, readings
from factcheck.units import PER, Units

COUNTED: Final = frozenset(("count", "ordinal"))
REPEATED: Final = frozenset(("quantity", "money", "count"))
RATES: Final = frozenset(("speed", "data rate", "rotation", "fuel economy"))
MADE: Final = frozenset(("mass", "volume", "energy", "area"))  # what is made or used up by the year
STRETCHES: Final = frozenset(("hour", "day", "week", "month", "year"))
SCALES: Final = {"magnitude": "richter"}
NOTHING: Final = Attachment()
UNNAMED: Final = Property()
UNKNOWN: Final = Owner()


class Said(NamedTuple):
    """Who states a value (`speaker` as shown, `key` to compare, "" for the author) and how it is meant."""

    speaker: str
    key: str
    modality: str


@dataclass(slots=True)
class Statement:
    """A claim with what was found on the way to it, from which `rows` makes the columns that comparing wants.

    `mention` and `frame` are the value's, `attachment` are the words it hangs on, `found` its property,
    `about` its subject; `dimension`: length, currency:USD, count, date …; `head`: lemma of the counted or
    ordered noun; `group`: the people counted; `speaker`: key of the source.
    """

    claim: Claim
    mention: Mention
    frame: Frame
    attachment: Attachment = NOTHING
    found: Property = UNNAMED
    about: Owner = UNKNOWN
    dimension: str = ""
    head: str = ""
    group: str = ""
    speaker: str = ""


def stated(
    document: str,
    mention: Mention,
    frame: Frame,
    context: Context,
    units: Units,
    said: Said,
    given: Sequence[TitleMention] = (),
    attach: Attach = attach,
) -> Statement:
    """What a numeric mention or a date states; `attach` finds the words it hangs on, `given` are the
    titles of its sentence."""
    tokens = context.tokens
    mention = _scaled(as_age(mention, context), tokens)
    measure = mention.kind not in COUNTED
    attachment = attach(
        tokens, mention.first, mention.last, context.names, measure=measure, parsed=context.parsed
    )
    counted = attachment.noun
    if counted is not None and not mention.noun and mention.first <= counted.head < mention.last:
        attachment = attachment._replace(noun=None)  # the letters of "14th" are no noun
    if is_priced(mention, attachment, context):
        attachment = attachment._replace(owner=attachment.noun)
    noun = tuple(word.lower() for word in mention.noun.split()) or understood(mention, attachment, context)
    canonical, dimension = in_base(mention, noun, units)
    found = property_of(mention, noun, dimension, attachment, frame, context)
    attribute = found.attribute
    if attribute is None:  # a dose is one, however often it is taken
        canonical, dimension = in_base(_rated(mention, context, units), noun, units)
    told = attribute is not None and attribute.standing  # the property says what is counted
    if told and isinstance(canonical, Interval):
        canonical = replace(canonical, unit=None)
    about = owner(mention, dimension, attachment, found, context)
    people = "" if told else group(noun) or _for_whom(mention, context) or _who_they_were(mention, context)
    scope = _scope(mention, attachment, frame, context, dimension, people)
    if mention.kind == "ordinal" and noun == PLACE and (where := contest(mention, context)):
        scope["of"] = where
    if mention.kind == "date" and attribute is not None and (office := office_of(attribute.name, given)):
        scope["as"] = office
    claim = Claim(
        id=f"{document}:{mention.start}-{mention.end}:{mention.kind}",
        kind=mention.kind,
        subject=about.name,
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
    counted_as = "" if told else _head(mention, attachment, noun, attribute is not None)
    return Statement(claim, mention, frame, attachment, found, about, dimension, counted_as, people, said.key)


def unclaimed(document: str, mention: Mention, frame: Frame, context: Context) -> Statement:
    """The same for a number that is no claim."""
    return Statement(left_out(document, context.sentence, mention), mention, frame)


def _for_whom(mention: Mention, context: Context) -> str:
    """The group that a sum is asked of ("€19 for children")."""
    noun = _behind("for", mention, context) if mention.kind == "money" else ""
    return group((noun,)) if noun else ""


def _who_they_were(mention: Mention, context: Context) -> str:
    """The group that a count without a noun is said to be: "of the 31 dead, 18 were CIVILIANS"."""
    lower, at = context.tokens.lower, mention.last
    if mention.kind != "count" or mention.noun or lower[at : at + 1] not in (["were"], ["are"]):
        return ""
    at += 1 + (at + 1 < len(lower) and readings(lower[at + 1])[:1] == ADVERB)  # "were MOSTLY women"
    return group((lower[at],)) if at < len(lower) else ""


def _scaled(mention: Mention, tokens: Tokens) -> Mention:
    """A bare number of a scale that is named by its noun ("a magnitude of 6.8") as what it is."""
    value, at = mention.value, mention.first - 1
    if mention.kind != "count" or mention.noun or not isinstance(value, Interval) or at < 1:
        return mention
    scale = tokens.lower[at - 1] if tokens.lower[at] in ("of", "at") else tokens.lower[at]
    if scale not in SCALES:
        return mention
    return replace(mention, kind="quantity", value=replace(value, unit=SCALES[scale]))


def _rated(mention: Mention, context: Context, units: Units) -> Mention:
    """A measure with what it is a rate of: "3 tonnes are used ANNUALLY" is as much as "3 tonnes a year"."""
    value = mention.value
    if mention.kind != "quantity" or not isinstance(value, Interval) or value.unit is None:
        return mention
    if units.dimension(value.unit) in MADE and (often := context.often) in STRETCHES:
        return replace(mention, value=replace(value, unit=f"{value.unit}{PER}{often}"))
    return mention


def in_base(mention: Mention, noun: tuple[str, ...], units: Units) -> tuple[Value, str]:
    """The value in the base unit of its dimension, and the dimension."""
    value = mention.value
    if not isinstance(value, Interval):
        return value, mention.kind
    if mention.kind in COUNTED:
        return replace(value, unit=head(noun) or None), mention.kind
    if value.unit is None:
        return value, mention.kind
    counted, per, under = value.unit.rpartition(PER)
    if per and units.scale(counted) is None:  # "400 NEW homes a year" are homes a year
        value = replace(value, unit=f"{head(counted.lower().split())}{PER}{under}")
    return units.canonical(value), units.dimension(value.unit)


def _head(mention: Mention, attachment: Attachment, noun: tuple[str, ...], named: bool) -> str:
    """The lemma of what is counted ("18 sailors", "a crew of 18"), or of the noun beside a measure."""
    if mention.kind in COUNTED and (noun or named):
        return head(noun)
    return attachment.noun.lemma if attachment.noun else ""


def _words(attachment: Attachment, noun: tuple[str, ...]) -> str:
    """The attribute in the text's own words, where the vocabulary has none."""
    if noun:
        return " ".join((*noun[:-1], noun_lemma(noun[-1])))
    return attachment.adjective or (attachment.noun.lemma if attachment.noun else "")


def _scope(
    mention: Mention, attachment: Attachment, frame: Frame, context: Context, dimension: str, people: str
) -> dict[str, str]:
    """What the phrase itself says: per day, of voters, for schools; `people`: the group counted."""
    scope = dict(mention.scope or {})
    if dimension in RATES:
        scope.pop("per", None)  # the unit says it
    for key, found in (("of", _of(mention, attachment, context)), ("for", _behind("for", mention, context))):
        if found and key not in scope:
            scope[key] = found
    if (
        mention.kind in REPEATED
        and "per" not in scope
        and dimension not in RATES
        and (often := context.often) in STRETCHES  # a race every January is no longer than one
    ):
        scope["per"] = often
    if mention.kind in REPEATED and (length := within(mention, context)):
        scope["within"] = length
    if people and people != "people":
        scope["group"] = people
    if frame.part:
        scope["part"] = "yes"
    if counted := counted_so_far(mention, context):
        scope["counted"] = counted
    if mention.kind in COUNTED and (since := context.since(mention.first)):
        scope["since"] = since
    return dict(sorted(scope.items()))


def _of(mention: Mention, attachment: Attachment, context: Context) -> str:
    """What a share is taken of, a count or measure is made of ("9 tonnes OF ZINC", "86 cases OF MEASLES"),
    a distance is measured from ("12 km FROM THE BORDER")."""
    if mention.kind in ("percent", "money"):
        return attachment.of.lemma if attachment.of is not None else ""
    if mention.kind == "quantity" and (far := _behind("from", mention, context, known=True)):
        return far
    made = mention.noun or mention.kind in ("quantity", "duration")
    return _behind("of", mention, context) if made else ""


def _behind(word: str, mention: Mention, context: Context, known: bool = False) -> str:
    """The lemma of the phrase right behind a value and its preposition; no name or article unless `known`."""
    tokens, at = context.tokens, mention.last
    if known and at < tokens.size and tokens.lower[at] in lists().dimension:
        at, word = at + 1, "of"  # "40 km north of the capital"
    if at + 1 >= tokens.size or tokens.lower[at] != word:
        return ""
    if not known and tokens.lower[at + 1] in grammar().determiners | grammar().pronouns:
        return ""
    chunk = context.chunk(at + 1)
    if chunk is None or chunk.number or (not known and tokens.words[chunk.head][:1].isupper()):
        return ""
    return noun_lemma(tokens.lower[chunk.head])
