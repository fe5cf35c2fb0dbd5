"""What texts on one story give alone: one value of a slot, or figures among the same words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from factcheck.claims.profile import Profile
from factcheck.claims.row import Row
from factcheck.compare.events import NAMES_CLASHING, days_apart, named_alike, relation
from factcheck.compare.joins.between import between
from factcheck.compare.joins.counterparts import pairs as counterparts
from factcheck.compare.joins.events import neighbours
from factcheck.compare.joins.sheet import Sheet
from factcheck.compare.pair import New, Pair
from factcheck.compare.stories import FORM, Stories, slots

PARTNERS = 40  # texts that one text may be on a story with


def by_story(rows: Sequence[Row], stories: Stories, refused: Counter[str], new: New) -> Iterator[Pair]:
    """What two texts on one story, as their figures show, give one value each of."""
    for a, b, figures in slots(rows, stories, refused):
        if new(a, b):
            yield Pair(a, b, "story", f"{figures} figures")


def by_counterpart(
    rows: Sequence[Row], profiles: Sequence[Profile], stories: Stories, refused: Counter[str], new: New
) -> Iterator[Pair]:
    """What texts on one story or event tell in other words, as the words around the figures show."""
    by_text: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        by_text[row.document].append(row)
    together = _on_one_story(profiles, by_text, stories, refused)
    numbers = sorted({number for pair in together for number in pair})
    sheets = {number: Sheet(by_text[number]) for number in numbers}
    for first, second in together:
        a, b = profiles[first], profiles[second]
        found = list(counterparts(sheets[first], sheets[second], between(a, b), refused))
        if len(found) > max(FORM, stories.figures(first, second)):  # one form, filled in for two things
            refused["different-subject"] += len(found)
            continue
        for one, two, grown, odds in found:
            if new(one, two):
                yield Pair(one, two, "counterpart", grown=grown, odds=odds)


def _on_one_story(
    profiles: Sequence[Profile], by_text: Mapping[int, Sequence[Row]], stories: Stories, refused: Counter[str]
) -> list[tuple[int, int]]:
    """Pairs of texts on one story, event or thing, but for those of a text that so many others seem to be on
    one with that none of them says so: its pairs are counted."""
    likely = set(stories.likely())
    kinds = {number: {row.kind: () for row in of_text} for number, of_text in by_text.items()}
    found: list[tuple[int, int]] = []
    for first, second in neighbours(profiles, kinds, stories, refused):
        a, b = profiles[first], profiles[second]
        close = stories.share(first, second) or days_apart(a.published, b.published) is not None
        if (first, second) in likely or (close and relation(a, b).same) or named_alike(a, b, NAMES_CLASHING):
            found.append((first, second))
    partners = Counter(number for pair in found for number in pair)
    kept = [pair for pair in found if max(partners[number] for number in pair) <= PARTNERS]
    refused["crowd"] += len(found) - len(kept)
    return kept
