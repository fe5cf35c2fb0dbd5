"""Candidates: pairs of claims that share a few plain columns, never all pairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import TypeVar

from factcheck.claims.attributes import traits
from factcheck.claims.profile import Profile
from factcheck.claims.row import Row
from factcheck.claims.shape import Shape
from factcheck.compare import general, keys, names
from factcheck.compare.copies import Copy, Values, copies, is_form, other_statement, pairs_across
from factcheck.compare.counterparts import Told
from factcheck.compare.counterparts import pairs as counterparts
from factcheck.compare.crowds import COPIES, Repeated, combine, several
from factcheck.compare.events import (
    APART,
    NAMES_CLASHING,
    Relation,
    claims_apart,
    dated_apart,
    days_apart,
    named_alike,
    near,
    one_day,
    relation,
)
from factcheck.compare.gates import wording
from factcheck.compare.identity import value_key
from factcheck.compare.outcome import same_source
from factcheck.compare.pair import New, Pair
from factcheck.compare.stories import FORM, Stories, slots
from factcheck.compare.topics import Topics
from factcheck.compare.wordings import candidates as quoted
from factcheck.compare.wordings import utterance
from factcheck.model import Document, Wording

CROWD = 200  # texts that share a name before the name alone says nothing of a common event …
CLOSEST = 50  # … and a text of theirs is compared with so many of near days
Key = TypeVar("Key")  # what a text's rows are grouped by
PARTNERS = 40  # texts that one text may be on a story with
FORMS = 5  # sets of values that one wording may have before it is a form


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
    yield from by_subject(once, refused, new)
    yield from by_noun(once, refused, new)
    yield from by_occasion(claims, profiles, stories, refused, new)
    yield from by_words(once, refused, new)
    yield from by_quote(claims, refused, new)
    yield from names.pairs(repeated.all, profiles, stories, documents, refused)


def by_copy(
    repeated: Repeated, profiles: Sequence[Profile], refused: Counter[str], new: New
) -> Iterator[Pair]:
    """Values aligned between near-identical sentences."""
    for one, other in repeated.copies:
        if new(one, other):
            yield Pair(one, other, "copy", "word for word", 1.0)
    row_of = {row.claim.id: row for row in repeated.all}
    ids = [profile.claim_ids for profile in profiles]
    shapes = _few_of_a_kind(
        [
            Shape(number, *shape[1:])
            for number, profile in enumerate(profiles)
            for shape in profile.shapes
            if not repeated.left_out.issuperset([ids[number][row] for row in shape.rows])
        ],
        lambda shape: tuple(value_key(row_of[ids[shape.document][row]].claim) for row in shape.rows),
        refused,
    )
    texts: dict[tuple[int, int], list[tuple[Copy, Values]]] = defaultdict(list)
    for copy in copies(shapes, refused):
        mine, theirs = copy.first.document, copy.second.document
        values: Values = [(row_of[ids[mine][a]], row_of[ids[theirs][b]]) for a, b in copy.pairs]
        texts[mine, theirs].append((copy, values))
    for pairs_of_texts in texts.values():
        one_form = is_form([values for _, values in pairs_of_texts])
        for copy, values in pairs_of_texts:
            reason = "different-subject" if one_form else other_statement(copy, values)
            if reason is not None:
                refused[reason] += len(values)
                continue
            for a, b in values:
                if new(a, b):
                    yield Pair(a, b, "copy", "", copy.share)


def _few_of_a_kind(
    shapes: Sequence[Shape], values: Callable[[Shape], object], refused: Counter[str]
) -> list[Shape]:
    """Of sentences in the same words, some for each set of values: thirty pages with one figure and one
    page with another are told by four. As many values as pages make a form, which nobody copied."""
    kinds: dict[tuple[str, ...], list[Shape]] = defaultdict(list)
    for shape in shapes:
        kinds[shape.words].append(shape)
    dropped: set[int] = set()  # by their identity
    for same in kinds.values():
        if len(same) <= COPIES:
            continue
        by_values: dict[object, list[Shape]] = defaultdict(list)
        for shape in same:
            by_values[values(shape)].append(shape)
        if len(by_values) > FORMS and len(by_values) > len(same) / 2:
            refused["different-subject"] += _count(same)
            dropped.update(map(id, same))
            continue
        few = [shape for alike in by_values.values() for shape in alike[:COPIES]]
        refused["repeated-sentence"] += _count(same) - _count(few)
        dropped.update(id(shape) for alike in by_values.values() for shape in alike[COPIES:])
    return [shape for shape in shapes if id(shape) not in dropped]


def _count(same: Sequence[Shape]) -> int:
    """The pairs of values between sentences in the same words."""
    return pairs_across(Counter(shape.document for shape in same).values()) * len(same[0].rows)


def by_event(
    rows: Sequence[Row], profiles: Sequence[Profile], stories: Stories, refused: Counter[str], new: New
) -> Iterator[Pair]:
    """Counts of one frame (killed, injured, arrested …) in texts that may tell one event."""
    framed: dict[int, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row.family and row.kind == "count":
            framed[row.document][row.attribute].append(row)
    for first, second in _neighbours(profiles, framed, stories, refused):
        common = sorted(framed[first].keys() & framed[second].keys())
        if not common:
            continue
        told = _relation(first, second, profiles, stories)
        for attribute in common:
            for a, b in product(framed[first][attribute], framed[second][attribute]):
                if not (_happened(a, profiles[first]) and _happened(b, profiles[second])):
                    refused["different-event"] += 1
                    continue
                if told.same:
                    how = f"both texts tell of {told.detail}"
                elif told.reason == "different-time" and one_day(a, b, profiles[first], profiles[second]):
                    how = f"both tell of {a.days[0][0]}"  # a text of another week that looks back
                else:
                    refused[told.reason] += 1
                    continue
                if new(a, b):
                    yield Pair(a, b, "event", how)


def _happened(row: Row, profile: Profile) -> bool:
    """Whether a count is of what happened, by cause, day or people: a manual, too, tells what "kills"
    processes."""
    dated = profile.published or profile.written or profile.lead_days or profile.lead_spoken
    told = bool(row.group or row.days or row.spoken or dated)
    return bool(profile.causes) or (told and not row.general)


def _neighbours(
    profiles: Sequence[Profile],
    framed: Mapping[int, Mapping[Key, object]],
    stories: Stories,
    refused: Counter[str],
) -> list[tuple[int, int]]:
    """Pairs of the texts with frames that share a name; of a name in a crowd of texts, those of near days."""
    where: dict[str, list[int]] = defaultdict(list)
    for number, profile in enumerate(profiles):
        if number in framed:
            for name in profile.places | profile.names:
                where[name].append(number)
    found = {pair for pair in stories.likely() if pair[0] in framed and pair[1] in framed}
    for numbers in where.values():
        if len(numbers) <= CROWD:
            found.update(combinations(numbers, 2))
            continue
        close = set(near(profiles, numbers, CLOSEST))
        found |= close
        texts = Counter(attribute for number in numbers for attribute in framed[number])
        every = sum(count * (count - 1) // 2 for count in texts.values())
        refused["crowd"] += every - sum(len(framed[a].keys() & framed[b].keys()) for a, b in close)
    return sorted(found)


def _relation(first: int, second: int, profiles: Sequence[Profile], stories: Stories) -> Relation:
    """Whether two texts may tell one event; figures in common say so where too few places do."""
    told = relation(profiles[first], profiles[second])
    placed = bool(profiles[first].places & profiles[second].places)
    if told.reason == "different-place" and (figures := stories.figures(first, second, placed)):
        return Relation(True, "same-event", f"one story, with {figures} figures in common")
    return told


def by_property(rows: Sequence[Row], refused: Counter[str], new: New) -> Iterator[Pair]:
    """Claims of one named property whose subject is the same, or stands in the other's sentence."""
    blocks: dict[tuple[str, str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.attribute and not row.family and row.kind not in ("quote", "title", "age"):
            for name in row.names | {row.subject} if row.subject else row.names:
                blocks[row.kind, row.dimension, row.attribute, name].append(row)
    for key, block in several(blocks):
        for a, b in combine(block, refused):
            if _tied(a, b) and new(a, b):
                yield Pair(a, b, "property", key[3])


def _tied(a: Row, b: Row) -> bool:
    """Whether two claims that share a name are about one thing as far as the sentences say."""
    if a.subject and b.subject:
        return a.subject == b.subject
    if a.subject or b.subject:
        return (a.subject or b.subject) in (b.names if a.subject else a.names)
    return a.subject_head == b.subject_head


def by_subject(rows: Sequence[Row], refused: Counter[str], new: New) -> Iterator[Pair]:
    """Claims of one kind and dimension about one entity."""
    blocks: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.subject and row.kind != "quote" and not row.family:
            blocks[row.kind, row.dimension, row.subject].append(row)
    for _, block in several(blocks):
        for a, b in combine(block, refused):
            if new(a, b):
                yield Pair(a, b, "subject")


def by_noun(rows: Sequence[Row], refused: Counter[str], new: New) -> Iterator[Pair]:
    """Counts, ordinals and measures of one noun whose sentences share a name."""
    blocks: dict[tuple[str, str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.family or row.kind in ("quote", "title", "age", "date"):
            continue
        if row.kind in ("count", "ordinal") and not row.head:
            continue
        for name in row.names:
            if len(name) > 1:  # "type T" is nobody's name
                blocks[row.kind, row.dimension, row.head, name].append(row)
    for key, block in several(blocks):
        for a, b in combine(block, refused):
            if new(a, b):
                yield Pair(a, b, "noun", key[3])


def by_occasion(
    rows: Sequence[Row], profiles: Sequence[Profile], stories: Stories, refused: Counter[str], new: New
) -> Iterator[Pair]:
    """Figures of an event as a whole (a quake's depth, a fire's area) in texts that may tell one event."""
    told: dict[int, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if traits(row.attribute).occasion and not row.subject:
            told[row.document][row.attribute].append(row)
    for first, second in _neighbours(profiles, told, stories, refused):
        common = sorted(told[first].keys() & told[second].keys())
        if not common:
            continue
        same = _relation(first, second, profiles, stories)
        for attribute in common:
            for a, b in product(told[first][attribute], told[second][attribute]):
                if (a.kind, a.dimension) != (b.kind, b.dimension):
                    continue
                apart = claims_apart(a, b, profiles[first], profiles[second])
                if not same.same or apart is not None:
                    refused[apart[0] if apart else same.reason] += 1
                elif new(a, b):
                    yield Pair(a, b, "occasion", f"both texts tell of {same.detail}")


def by_words(rows: Sequence[Row], refused: Counter[str], new: New) -> Iterator[Pair]:
    """Claims of one named property in texts that name nobody ("the poll on the pension law")."""
    blocks: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.named and row.attribute and not row.names and not row.subject and row.family != "casualty":
            blocks[row.kind, row.dimension, row.attribute].append(row)
    for _, block in several(blocks):
        for a, b in combine(block, refused):
            if wording.shared(a, b) and new(a, b):
                yield Pair(a, b, "words")


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
    told = {
        number: Told(by_text[number]) for number in sorted({number for pair in together for number in pair})
    }
    for first, second in together:
        a, b = profiles[first], profiles[second]
        moving = bool(a.causes and b.causes) and (not a.published or a.published != b.published)
        event = not dated_apart(a, b) or bool(a.causes or b.causes)
        later = (days := days_apart(a.published, b.published)) is None or days > APART
        found = list(counterparts(told[first], told[second], moving, event, later, refused))
        if len(found) > FORM:
            refused["different-subject"] += len(found)
            continue
        yield from (Pair(one, two, "counterpart") for one, two in found if new(one, two))


def _on_one_story(
    profiles: Sequence[Profile], by_text: Mapping[int, Sequence[Row]], stories: Stories, refused: Counter[str]
) -> list[tuple[int, int]]:
    """Pairs of texts on one story, event or thing, but for those of a text that so many others seem to be on
    one with that none of them says so: its pairs are counted."""
    likely = set(stories.likely())
    kinds = {number: {row.kind: () for row in of_text} for number, of_text in by_text.items()}
    found: list[tuple[int, int]] = []
    for first, second in _neighbours(profiles, kinds, stories, refused):
        a, b = profiles[first], profiles[second]
        close = stories.share(first, second) or days_apart(a.published, b.published) is not None
        if (first, second) in likely or (close and relation(a, b).same) or named_alike(a, b, NAMES_CLASHING):
            found.append((first, second))
    partners = Counter(number for pair in found for number in pair)
    kept = [pair for pair in found if max(partners[number] for number in pair) <= PARTNERS]
    refused["crowd"] += len(found) - len(kept)
    return kept


def by_quote(rows: Sequence[Row], refused: Counter[str], new: New) -> Iterator[Pair]:
    """Quotations with content words in common."""
    said = [row for row in rows if row.kind == "quote" and isinstance(row.claim.value, Wording)]
    prepared = [
        (row.document, row.speaker, utterance(row.claim.value.words))
        for row in said
        if isinstance(row.claim.value, Wording)
    ]
    for i, j in quoted(prepared, refused):
        a, b = said[i], said[j]
        if a.speaker and b.speaker and not same_source(a, b):
            refused["different-speaker"] += 1
            continue
        if new(a, b):
            yield Pair(a, b, "quote")
