"""From a statement to its row: the columns that decide what a claim may be compared with."""

from __future__ import annotations

from functools import cache
from typing import Final

from factcheck.claims.backwards import is_overtaken, looks_back
from factcheck.claims.cases import given
from factcheck.claims.causes import lasting
from factcheck.claims.company import company
from factcheck.claims.context import Context
from factcheck.claims.general import is_general, thing
from factcheck.claims.keys import key_of
from factcheck.claims.led import new_end
from factcheck.claims.nouns import group
from factcheck.claims.owndays import of_others
from factcheck.claims.owners import antecedent, complement
from factcheck.claims.partners import partners
from factcheck.claims.row import NO_KEY, Row
from factcheck.claims.sections import Place
from factcheck.claims.statements import Statement
from factcheck.claims.telling import Telling, telling
from factcheck.claims.tense import tense_of
from factcheck.data import load
from factcheck.kinds.mention import Mention
from factcheck.model import Interval, Value
from factcheck.text.attach import Attachment
from factcheck.text.attachers import Attach
from factcheck.text.tokens import Tokens
from factcheck.text.words import grammar, is_adjective, lists, noun_lemma
from factcheck.units import PER

OURS: Final = (["its"], ["their"], ["our"], ["his"], ["her"])
OTHERS: Final = frozenset(
    ("other", "others", "another", "further", "additional", "extra", "more", "fewer", "new")
)
BY_WHICH: Final = frozenset(("more", "less", "fewer"))
COMPARED: Final = "er"  # ending of adjectives that compare
BESIDE: Final = frozenset(("below", "above"))
FROM: Final = 8  # tokens behind a figure in which what it is measured from stands
ALONE: Final = "alone"
ENDS: Final = frozenset(("first", "last"))
JOINED: Final = frozenset(("and", "but", "so", ";"))
STATES: Final = frozenset(("be", "have", "weigh", "measure"))


def row_of(statement: Statement, context: Context, attach: Attach, place: Place) -> Row:
    """The row of a statement; `attach` finds the words that other words of the sentence hang on, `place` is
    where it stands."""
    claim, mention, frame = statement.claim, statement.mention, statement.frame
    attachment, about, attribute = statement.attachment, statement.about, statement.found.attribute
    told = attribute is not None and attribute.standing
    general = not statement.speaker and is_general(mention, attachment, context)
    noun, modifiers = thing(mention, attachment, context) if general else ("", frozenset[str]())
    of_event = attribute is not None and (attribute.family == "casualty" or attribute.occasion)
    manual = Telling() if statement.speaker else telling(mention, attachment, context, place)
    made_of, beside = ("", "") if about.key else complement(attachment, context)
    within = attribute is not None and bool(attribute.within)  # "six of them are in intensive care": all are
    within = within and context.tokens.lower[mention.first] != "one"  # but not "one of the drivers"
    not_its = of_others(mention, context, of_event)
    aside = PER not in statement.dimension and context.covers("aside", mention)  # "annually": a rate
    return Row(
        claim=claim,
        sentence=context.sentence.index,
        kind=mention.kind,
        dimension=statement.dimension,
        attribute=attribute.name if attribute else "",
        named=statement.found.named,
        family=attribute.family if attribute and not told else "",
        growing=bool(attribute and attribute.growing),
        head=statement.head,
        group=statement.group,
        subject=about.key,
        subject_head=about.head,
        subject_of=made_of,
        beside=beside,
        verb=claim.verb,
        days=_days(mention, attachment, context, attach, not_its, of_event),
        spoken=context.spoken_of(mention, not_its, of_event) if mention.kind != "date" else (),
        as_of=context.as_of if attribute and (attribute.growing or attribute.family) else context.up_to,
        causes=context.causes,
        places=context.places,
        names=context.keys or antecedent(attachment, context),
        words=context.words,
        company=company(mention, context, attribute.name if attribute else "", place),
        part=frame.part
        or (attachment.part and not _names_whole(mention, context.tokens) and not within)
        or ((not of_event or _is_alone(mention, context)) and _is_beside_others(mention, context.tokens))
        or (not of_event and _is_end(mention, context.tokens))
        or _is_of_one_alone(context),
        aside=aside or (frame.attribute is not None and _is_background(context)),
        vague=_vague(mention.value),
        partners=partners(mention, context, about.key) if mention.kind == "ordinal" else frozenset(),
        running=context.running,
        general=general,
        thing=noun,
        modifiers=modifiers,
        told=manual.told,
        degree=manual.degree,
        labelled=manual.labelled,
        when=manual.when,
        given=given(mention, context, place) if general or manual.told else frozenset(),
        near=place.near,
        around=manual.around or place.around,
        edition=place.edition,
        key=NO_KEY if statement.speaker else key_of(mention, context, place, general=general),
        stale=is_overtaken(mention, context, growing=bool(attribute and attribute.growing)),
        back=looks_back(mention, attachment, context, attach),
        reached=context.tokens.lower[mention.first - 1 : mention.first] == ["to"],
        led=new_end(mention, context),
        tense=tense_of(mention, attachment, context),
        speaker=statement.speaker,
        print=context.print,
    )


def _days(
    mention: Mention,
    attachment: Attachment,
    context: Context,
    attach: Attach,
    not_its: frozenset[int],
    event: bool,
) -> tuple[tuple[str, str], ...]:
    """The days of a value (`event`: a figure of an event), but for those `not_its` own, of another verb
    behind it ("has won 17 cups, the first of them gained in 2009"; "1,200 men are on strike, and they will be
    back on Thursday");
    of what something is, those alone that its own verb has ("is 24 metres long and was built in 1988")."""
    if mention.kind == "date":
        return ()
    verb = attachment.verb
    if event or verb is None or not context.dated:
        return context.days_of(mention, not_its, event=event)
    states = mention.kind == "quantity" and verb.lemma in STATES
    others = set(not_its)
    for day in context.dated:
        if not states and day.first < mention.last:
            continue
        found = attach(
            context.tokens, day.first, day.last, context.names, measure=True, parsed=context.parsed
        ).verb
        behind = found is not None and verb.index < mention.first and mention.last <= found.index < day.first
        behind = behind or _is_of_next(day, mention, context)
        if behind or (states and found is not None and found.index != verb.index):
            others.add(day.first)
    return context.days_of(mention, others)


def _is_of_next(day: Mention, mention: Mention, context: Context) -> bool:
    """Whether a day is of what a sentence goes on to tell, of somebody else or again."""
    told, phrase = context.chunk(mention.first), context.chunk(day.last - 1)
    if told is None or phrase is None or phrase.clause is told.clause or phrase.clause.subject is None:
        return False
    first = phrase.clause.subject.first
    return mention.last < first < day.first and context.tokens.lower[first - 1] in JOINED


def _is_background(context: Context) -> bool:
    """Whether a sentence counts over months or a whole story; an epidemic's own figures do."""
    return not context.causes & lasting() and (context.coarse or context.from_the_beginning)


def _names_whole(mention: Mention, tokens: Tokens) -> bool:
    """ "64 of the 150 seats", "14 of its men": a part of a whole that is no other figure of the text."""
    words = tokens.lower[mention.first : mention.last]
    behind = words[words.index("of") :] if "of" in words else []
    return any(word[0].isdigit() for word in behind) or behind[1:2] in OURS


def _is_alone(mention: Mention, context: Context) -> bool:
    """Whether a sentence counts nobody else: "two MORE people died", but "9 died, 14 OTHERS were hurt"."""
    return not any(
        each.kind == "count" and each is not mention and not _is_of_things(each) for each in context.mentions
    )


def _is_of_things(mention: Mention) -> bool:
    """Whether a count can be of nobody: "two LANDMINES killed a further four soldiers"."""
    noun = mention.noun.lower().split()
    return bool(noun) and not group(tuple(noun))


def _is_beside_others(mention: Mention, tokens: Tokens) -> bool:
    """Whether a figure is told beside another one: "three OTHER finals", "a FURTHER 24 buses", "22 NEW
    types", "costs £140 MORE", "30 cm LONGER", "nine FEWER THAN before"."""
    before = tokens.lower[mention.first - 1] if mention.first else ""
    if OTHERS & {before, mention.noun.partition(" ")[0].lower()}:
        return True
    behind = tokens.lower[mention.last] if mention.last < tokens.size else ""
    longer = behind.endswith(COMPARED) and is_adjective(behind) and behind not in grammar().prepositions
    compared = behind in BY_WHICH or longer
    compared = compared or _is_from_average(mention, tokens)
    than = behind in BY_WHICH and tokens.lower[mention.last + 1 : mention.last + 2] == ["than"]
    return (than and mention.kind == "count") or (compared and mention.kind in ("quantity", "money"))


def _is_from_average(mention: Mention, tokens: Tokens) -> bool:
    """Whether a figure tells how far another is from what is usual ("860 mm, or a third, below the norm")."""
    behind = tokens.lower[mention.last : mention.last + FROM + 3]
    at = next((at for at, word in enumerate(behind[:FROM]) if word in BESIDE), FROM)
    told_too = at == 0 or behind[:2] == [",", "or"]  # nothing but the same once more stands between
    return at < FROM and told_too and not _yardsticks().isdisjoint(behind[at + 1 : at + 4])


def _is_of_one_alone(context: Context) -> bool:
    """Whether a sentence tells of one day or place among others: "on Saturday ALONE", "in Mora ALONE"."""
    lower = context.tokens.lower
    if ALONE not in lower:
        return False
    at = lower.index(ALONE)
    place = at > 0 and noun_lemma(lower[at - 1]) in lists().place  # "the city alone", "Parana state alone"
    if place or any(day.last == at for day in context.dated):
        return True
    return any(name.last == at for name in context.names)


@cache
def _yardsticks() -> frozenset[str]:
    return frozenset(load("events")["yardsticks"])


def _is_end(mention: Mention, tokens: Tokens) -> bool:
    """Whether a figure is of the beginning or the end of a thing ("the first 8 bytes of the name")."""
    before = tokens.lower[mention.first - 1] if mention.first else ""
    return mention.kind in ("quantity", "count") and before in ENDS


def _vague(value: Value) -> bool:
    """Whether a number has no figure ("dozens", "hundreds of")."""
    return isinstance(value, Interval) and value.bound == "between" and value.approximate and value.high_open
