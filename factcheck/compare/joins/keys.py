"""What two pages say of one setting, by its name in code: `max_upload_size`, `--timeout`, PORT=8080.

The name alone joins them, whatever else the sentence, row or heading says. A page that gives it several
values shows examples or environments, and pages that give it a value each are forms.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.claims.keys import ADVISED, SET
from factcheck.claims.phrasing import degree
from factcheck.claims.row import Row
from factcheck.compare.copies import pairs_across
from factcheck.compare.crowds import combine, several
from factcheck.compare.gates import SETTING
from factcheck.compare.identity import value_key
from factcheck.compare.pair import New, Pair
from factcheck.compare.topics import Topics

EACH: Final = 2  # values of one setting in as many pages: beyond, each page has its own
LIMITS: Final = frozenset(("", "maximum"))
STANDARD: Final = frozenset(("", "default"))
GIVEN: Final = frozenset(("", SET))
BOUNDING: Final = ("max", "limit", "cap")


def pairs(rows: Sequence[Row], topics: Topics, refused: Counter[str], new: New) -> Iterator[Pair]:
    """Pairs of values of one setting, in pages on one product."""
    blocks: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.key.name and not row.family:
            blocks[row.key.name, row.kind, row.dimension].append(row)
    for _, block in several(blocks):
        given = _values(block)
        if _is_form(given):
            refused["different-subject"] += pairs_across(Counter(row.document for row in block).values())
            continue
        for a, b in combine(block, refused):
            if new.met(a, b):
                continue
            if (reason := _apart(a, b, given)) is not None:
                refused[reason] += 1
                continue
            ask = topics.product if min(a.key.parts, b.key.parts) >= SETTING else topics.title
            if not (topic := ask(a.document, b.document)):
                refused["different-subject"] += 1
            elif new(a, b):
                yield Pair(a, b, "key", f"both texts are on {min(topic)} and give {a.key.name}")


Given = dict[int, dict[str, set[tuple[str, ...]]]]  # values by text and degree


def _values(block: Sequence[Row]) -> Given:
    given: Given = defaultdict(lambda: defaultdict(set))
    for row in block:
        if row.key.degree != ADVISED:
            given[row.document][row.key.degree].add(value_key(row.claim))
    return given


def _is_form(given: Given) -> bool:
    """Whether about each text gives a setting another value."""
    told = {value for by_degree in given.values() for values in by_degree.values() for value in values}
    return min(len(told), len(given)) > EACH and 2 * len(told) > len(given)


def _apart(a: Row, b: Row, given: Given) -> str | None:
    """Why two values of one setting need not be one: advice, another limit, one of several values."""
    if ADVISED in (a.key.degree, b.key.degree):
        return "different-modality"
    degrees = {a.key.degree, b.key.degree}
    bounding = any(word in a.key.name for word in BOUNDING)
    if (
        len(degrees) > 1
        and not (degrees <= STANDARD or degrees <= GIVEN)
        and not (bounding and degrees <= LIMITS)
    ):
        return "different-scope"
    heads = {row.head for row in (a, b) if row.head and not degree((row.head,))}  # "Default: 5" counts none
    if len(heads) > 1 and not a.incidental:
        return "different-attribute"
    for row in (a, b):
        of_page = given[row.document]
        if len(set().union(*(of_page[degree] for degree in degrees if degree in of_page))) > 1:
            return "several-values"
    return None
