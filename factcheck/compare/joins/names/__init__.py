"""What two texts call one thing: names that nearly are one, short forms explained in two ways.

letters     words that are a slip apart
told        what two sentences or texts have in common beside a name
spelled     one name in two spellings
shortforms  one short form for two long ones
renamed     one body under two names
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.claims.profile import Profile
from factcheck.claims.row import Row
from factcheck.compare.joins.names import renamed, shortforms, spelled
from factcheck.compare.joins.names.told import Told
from factcheck.compare.pair import Pair
from factcheck.compare.stories import Stories
from factcheck.model import Document


def pairs(
    rows: Sequence[Row],
    profiles: Sequence[Profile],
    stories: Stories,
    documents: Sequence[Document],
    refused: Counter[str],
) -> Iterator[Pair]:
    """Every pair of names that may be one thing's, in texts that speak of the same."""
    told = Told(rows, profiles, stories, documents)
    names = [spelled.Names(profile.named) for profile in profiles]
    yield from spelled.pairs(names, told, refused)
    yield from shortforms.pairs(told, refused)
    yield from renamed.pairs(names, told, refused)
