"""Builds the `Profile` of a text: its places and names as a whole, and what its lead says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from factcheck.claims.causes import causes
from factcheck.claims.context import Context
from factcheck.claims.dateline import Dateline
from factcheck.claims.editions import of_path
from factcheck.claims.places import place_key, places
from factcheck.claims.profile import Named, Profile
from factcheck.claims.row import Days, Row
from factcheck.claims.shape import SLOT, Shape
from factcheck.claims.subjects import Entities
from factcheck.text.names import Name
from factcheck.text.sentences import Sentence
from factcheck.text.tags import VERB_TAGS
from factcheck.text.words import content_lemma

BRIEF: Final = timedelta(days=10)
STATED: Final = 3  # content words of a line that may be a statement without a verb
MARKED: Final = ("list", "table")  # zones whose lines have no verb
FINITE: Final = VERB_TAGS | frozenset("AL")
LEAD: Final = 3  # sentences that tell what happened, when and where
REPORT: Final = 2  # … and of which period a text reports


def profile(
    document: str,
    published: str | None,
    written: Dateline,
    sentences: Sequence[Sentence],
    entities: Entities,
    contexts: Sequence[tuple[Context, list[int]]],
    rows: Sequence[Row],
) -> Profile:
    """What the text as a whole says.

    `document` is its id, `written` its dateline, `contexts` are the sentences with values and the rows of
    each value.
    """
    told = [sentence for sentence in sentences if sentence.zone != "furniture"]
    lead = {sentence.index for sentence in told[:LEAD]}
    first = [context for context, _ in contexts if context.sentence.index in lead]
    opening = {sentence.index for sentence in told[:REPORT]}
    report = [context for context in first if context.sentence.index in opening]
    found: set[str] = {place_key(written.place)} if written.place else set()
    keys: set[str] = set()
    first_named: dict[str, Named] = {}
    subjects: set[str] = set()  # of the first sentence that names any
    for sentence in told:
        names = entities.names(sentence.index)
        if names:
            found |= places(sentence.tokens, names)
            for name in names:
                entity = entities.at(sentence.index, name.first)
                if entity is not None:
                    keys.add(entity.key)
                    first_named.setdefault(name.text, _named(sentence, name))
            subjects = subjects or set(keys)
    return Profile(
        folder=document.rpartition("/")[0],
        edition=of_path(document),
        published=published,
        written=written.spoken if not published else None,
        places=frozenset(found),
        names=frozenset(keys),
        first_names=frozenset(subjects),
        spelt=frozenset(map(place_key, keys)),
        lead_days=_of_lead(first),
        lead_spoken=next((context.spoken for context in first if context.spoken), ()),
        period=next((context.period for context in report if context.period), ()),
        spoken_period=next((context.spoken_period for context in report if context.spoken_period), ()),
        causes=frozenset(cause for sentence in told[:LEAD] for cause in causes(sentence.tokens)),
        lead_words=frozenset(
            lemma for sentence in told[:LEAD] for lemma in map(content_lemma, sentence.tokens.lower) if lemma
        ),
        lead_from=next(
            (0 if context.looks_back else context.sentence.index for context in first if context.is_dated), 0
        ),
        updated=any(context.says("updated") for context in first),
        shapes=tuple(shape for context, made in contexts if (shape := _shape(context, made)) is not None),
        named=tuple(first_named.values()),
        claim_ids=tuple(row.claim.id for row in rows),
    )


def _of_lead(first: Sequence[Context]) -> tuple[Days, ...]:
    """The days that a lead tells first; a month is its background where it tells a day as well."""
    told = [context.days for context in first if context.days]
    return next((days for days in told if all(map(_is_brief, days))), told[0] if told else ())


def _is_brief(days: Days) -> bool:
    """Whether a stretch of days is short enough to be an event's."""
    first, last = (date.fromisoformat(day) for day in days)
    return last - first <= BRIEF


def _named(sentence: Sentence, name: Name) -> Named:
    tokens = sentence.tokens
    start, end = tokens.starts[name.first], tokens.ends[name.last - 1]
    return Named(name.text, start, end, (sentence.start, sentence.end))


def _is_scrap(context: Context) -> bool:
    """Whether a line states nothing: no verb, no label, hardly a word ("x509", "BSD   May 4, 2022   BSD"), or
    an example of nobody."""
    if context.tokens.lower[:2] == ["for", "example"] and not context.keys:
        return True
    if len(context.words) >= STATED or context.sentence.zone in MARKED or ":" in context.tokens.words:
        return False
    return FINITE.isdisjoint(context.parsed.tags)


def _shape(context: Context, made: Sequence[int]) -> Shape | None:
    """The sentence with each value as one slot; what is counted stays a word."""
    if _is_scrap(context):
        return None
    words: list[str] = []
    slots: list[int] = []
    rows: list[int] = []
    at = 0
    tokens = context.tokens
    starts = [mention.first for mention in context.mentions] + [tokens.size]
    for number, (mention, row) in enumerate(zip(context.mentions, made, strict=True)):
        if mention.first < at:
            continue
        end = min(mention.last, max(starts[number + 1], mention.first + 1))
        words += tokens.lower[at : mention.first]
        slots.append(len(words))
        rows.append(row)
        words.append(SLOT + mention.kind)
        noun = len(mention.noun.split()) if end == mention.last else 0
        words += tokens.lower[max(mention.first + 1, end - noun) : end] if noun else []
        at = end
    words += tokens.lower[at:]
    if not any(row >= 0 for row in rows):
        return None
    kept = [(slot, row) for slot, row in zip(slots, rows, strict=True) if row >= 0]
    named = {word for name in context.names for word in tokens.lower[name.first : name.last]}
    return Shape(
        -1,
        context.sentence.index,
        tuple(words),
        tuple(s for s, _ in kept),
        tuple(r for _, r in kept),
        frozenset(named),
    )
