"""Candidates: pairs of claims that share a few plain columns, never all pairs. One module for each join.

copied      sentences that stand nearly so in two texts
events      counts of whom an event befell, and figures of it as a whole
story       what texts on one story give alone; counterparts: among the same words
between     how such texts lie in time
posts       offices of one person
columns     one property, subject, counted noun
general     what manuals say of one thing; tellings: in other words; leftovers: in looser ones
keys        values of one setting, by its name in code
quoted      quotations
names       one thing under two names
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.claims.profile import Profile
from factcheck.compare.crowds import Repeated
from factcheck.compare.joins import general, keys, names
from factcheck.compare.joins.columns import by_noun, by_property, by_subject, by_words
from factcheck.compare.joins.copied import by_copy
from factcheck.compare.joins.events import by_event, by_occasion
from factcheck.compare.joins.posts import by_post
from factcheck.compare.joins.quoted import by_quote
from factcheck.compare.joins.story import by_counterpart, by_story
from factcheck.compare.pair import New, Pair
from factcheck.compare.stories import Stories
from factcheck.compare.topics import Topics
from factcheck.model import Document


def pairs(
    repeated: Repeated, profiles: Sequence[Profile], documents: Sequence[Document], refused: Counter[str]
) -> Iterator[Pair]:
    """Every candidate pair once, the strongest tie first; `refused` counts what never comes to be one."""
    new = New()
    claims = [row for row in repeated.rows if not row.incidental]
    once = [row for row in repeated.once if not row.incidental]
    stories, topics = Stories(claims, profiles), Topics(profiles)
    yield from keys.pairs(repeated.rows, topics, refused, new)
    yield from by_copy(repeated, profiles, refused, new)
    yield from by_event(claims, profiles, stories, refused, new)
    yield from by_counterpart(claims, profiles, stories, refused, new)
    yield from by_property(once, refused, new)
    yield from general.pairs(repeated.once, topics, refused, new)
    yield from by_story(claims, stories, refused, new)
    yield from by_post(claims, stories, new)
    yield from by_subject(once, refused, new)
    yield from by_noun(once, refused, new)
    yield from by_occasion(claims, profiles, stories, refused, new)
    yield from by_words(once, refused, new)
    yield from by_quote(claims, refused, new)
    yield from names.pairs(repeated.all, profiles, stories, documents, refused)
