"""Candidates: pairs of claims that share a few plain columns, never all pairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, product

from factcheck.claims.attributes import vocabulary
from factcheck.claims.profile import Profile
from factcheck.claims.row import Row
from factcheck.claims.shape import Shape
from factcheck.compare.copies import Copy, Values, copies, is_form, other_statement
from factcheck.compare.events import claims_apart, one_day, relation
from factcheck.compare.gates import SHARED_WORDS, Pair
from factcheck.compare.identity import value_key
from factcheck.compare.wordings import candidates as quoted
from factcheck.compare.wordings import utterance
from factcheck.model import Interval, Period, Span, Wording

CROWD = 200  # texts that share a name before the name says nothing of a common event
COPIES = 3  # texts with one sentence word for word that are looked at
FORMS = 5  # sets of values that one wording may have before it is a form
BLOCK = 60  # claims that are compared all with all
NEAREST = 8  # neighbours by value that a claim of a crowd is compared with


def pairs(rows: Sequence[Row], profiles: Sequence[Profile], refused: Counter[str]) -> Iterator[Pair]:
    """Every candidate pair once, the strongest tie first; `refused` counts events told apart."""
    seen: set[tuple[str, str]] = set()
    for pair in _all(rows, profiles, refused):
        key = (pair.a.claim.id, pair.b.claim.id)
        if key not in seen:
            seen.add(key)
            yield pair


def _all(rows: Sequence[Row], profiles: Sequence[Profile], refused: Counter[str]) -> Iterator[Pair]:
    rows, profiles = without_boilerplate(rows, profiles)
    yield from by_copy(rows, profiles, refused)
    claims = [row for row in rows if not row.incidental]
    yield from by_event(claims, profiles, refused)
    yield from by_property(claims)
    yield from by_subject(claims)
    yield from by_noun(claims)
    yield from by_occasion(claims, profiles)
    yield from by_words(claims)
    yield from by_quote(claims)


def by_copy(rows: Sequence[Row], profiles: Sequence[Profile], refused: Counter[str]) -> Iterator[Pair]:
    """Values aligned between near-identical sentences."""
    place = {(row.document, row.claim.id): row for row in rows}
    ids = [profile.claim_ids for profile in profiles]
    shapes = _few_of_a_kind(
        [
            shape._replace(document=number)
            for number, profile in enumerate(profiles)
            for shape in profile.shapes
        ],
        lambda shape: tuple(
            value_key(place[shape.document, ids[shape.document][row]].claim) for row in shape.rows
        ),
        refused,
    )
    texts: dict[tuple[int, int], list[tuple[Copy, Values]]] = defaultdict(list)
    for copy in copies(shapes):
        first, second = copy.first.document, copy.second.document
        values: Values = [(place[first, ids[first][a]], place[second, ids[second][b]]) for a, b in copy.pairs]
        texts[first, second].append((copy, values))
    for pairs_of_texts in texts.values():
        one_form = is_form([values for _, values in pairs_of_texts])
        for copy, values in pairs_of_texts:
            reason = "different-subject" if one_form else other_statement(copy, values)
            if reason is not None:
                refused[reason] += len(values)
                continue
            for a, b in values:
                yield Pair(
                    a, b, "copy", (f"the sentences share {copy.share:.0%} of their words",), copy.share
                )


def _few_of_a_kind(
    shapes: Sequence[Shape], values: Callable[[Shape], object], refused: Counter[str]
) -> list[Shape]:
    """Of sentences in the same words, two for each set of values: thirty pages with one figure and one
    page with another are told by three. As many values as pages make a form, which nobody copied."""
    kinds: dict[tuple[str, ...], list[Shape]] = defaultdict(list)
    for shape in shapes:
        kinds[shape.words].append(shape)
    kept: list[Shape] = []
    for same in kinds.values():
        if len(same) <= COPIES:
            kept += same
            continue
        by_values: dict[object, list[Shape]] = defaultdict(list)
        for shape in same:
            by_values[values(shape)].append(shape)
        if len(by_values) > FORMS and len(by_values) > len(same) / 2:
            refused["different-subject"] += len(by_values)
            continue
        kept += [shape for few in by_values.values() for shape in few[:2]]
    return sorted(kept, key=lambda shape: (shape.document, shape.sentence))


def by_event(rows: Sequence[Row], profiles: Sequence[Profile], refused: Counter[str]) -> Iterator[Pair]:
    """Counts of one frame (killed, injured, arrested …) in texts that may tell one event."""
    framed: dict[int, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row.family and row.kind == "count":
            framed[row.document][row.attribute].append(row)
    for first, second in sorted(set(_neighbours(profiles, framed))):
        common = sorted(framed[first].keys() & framed[second].keys())
        told = relation(profiles[first], profiles[second]) if common else None
        if told is not None and not told.same:
            for attribute in common:
                dated = [
                    (a, b)
                    for a, b in product(framed[first][attribute], framed[second][attribute])
                    if told.reason == "different-time" and one_day(a, b, profiles[first], profiles[second])
                ]
                for a, b in dated:  # a text of another week that looks back
                    yield Pair(a, b, "event", (f"both tell of {a.days[0][0]}", *_counted(attribute)))
                refused[told.reason] += not dated
            continue
        for attribute in common if told else ():
            evidence = f"both texts tell of {told.detail}", *_counted(attribute)  # type: ignore[union-attr]
            for a, b in product(framed[first][attribute], framed[second][attribute]):
                yield Pair(a, b, "event", evidence)


def _counted(attribute: str) -> tuple[str]:
    return (f"both say how many were {attribute}",)


def _neighbours(profiles: Sequence[Profile], told: Container[int]) -> Iterator[tuple[int, int]]:
    """Pairs of the texts `told` that share a name, of a place before all."""
    where: dict[str, list[int]] = defaultdict(list)
    for number, profile in enumerate(profiles):
        if number in told:
            for name in sorted(profile.places | profile.names):
                where[name].append(number)
    for numbers in where.values():
        if len(numbers) <= CROWD:
            yield from combinations(numbers, 2)


def without_boilerplate(rows: Sequence[Row], profiles: Sequence[Profile]) -> tuple[list[Row], list[Profile]]:
    """Rows and shapes less the sentences that stand word for word in more than `COPIES` texts before:
    what a hundred pages repeat is one statement, compared once."""
    texts: dict[str, set[int]] = defaultdict(set)
    kept: list[Row] = []
    dropped: set[tuple[int, int]] = set()
    for row in rows:
        seen = texts[row.print]
        if row.print and row.document not in seen and len(seen) >= COPIES:
            dropped.add((row.document, row.sentence))
            continue
        seen.add(row.document)
        kept.append(row)
    if not dropped:
        return kept, list(profiles)
    return kept, [
        replace(profile, shapes=tuple(s for s in profile.shapes if (number, s.sentence) not in dropped))
        for number, profile in enumerate(profiles)
    ]


def combine(block: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Pairs of a block: all of a small one; of a crowded one, two texts for each statement, and of
    too many statements each with its neighbours by value, so that the work stays n log n."""
    if len(block) > BLOCK:
        first_two: dict[tuple[object, ...], list[Row]] = defaultdict(list)
        for row in block:
            same = first_two[row.claim.canonical, row.group, row.part, row.subject, row.days, row.spoken]
            if len(same) < 2:
                same.append(row)
        block = sorted((row for same in first_two.values() for row in same), key=_by_value)
    if len(block) <= BLOCK:
        yield from combinations(block, 2)
        return
    for place, row in enumerate(block):
        yield from ((row, other) for other in block[place + 1 : place + 1 + NEAREST])


def _by_value(row: Row) -> tuple[Decimal, str, Span]:
    value = row.claim.canonical
    figure = value.figure if isinstance(value, Interval) else Decimal(0)
    return figure, (value.low or "") if isinstance(value, Period) else "", row.claim.span


def by_property(rows: Sequence[Row]) -> Iterator[Pair]:
    """Claims of one named property whose subject is the same, or stands in the other's sentence."""
    blocks: dict[tuple[str, str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.attribute and not row.family and row.kind not in ("quote", "title", "age"):
            for name in row.names | {row.subject} - {""}:
                blocks[row.kind, row.dimension, row.attribute, name].append(row)
    for key, block in sorted(blocks.items()):
        for a, b in combine(block):
            if a.document != b.document and _tied(a, b):
                yield Pair(
                    a,
                    b,
                    "property",
                    (f"both give the {a.attribute} of {a.claim.subject or b.claim.subject or key[3]}",),
                )


def _tied(a: Row, b: Row) -> bool:
    """Whether two claims that share a name are about one thing as far as the sentences say."""
    if a.subject and b.subject:
        return a.subject == b.subject
    if a.subject or b.subject:
        return (a.subject or b.subject) in (b.names if a.subject else a.names)
    return a.subject_head == b.subject_head


def by_subject(rows: Sequence[Row]) -> Iterator[Pair]:
    """Claims of one kind and dimension about one entity."""
    blocks: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.subject and row.kind != "quote" and not row.family:
            blocks[row.kind, row.dimension, row.subject].append(row)
    for _, block in sorted(blocks.items()):
        for a, b in combine(block):
            if a.document != b.document:
                yield Pair(a, b, "subject", (f"both are about {a.claim.subject}",))


def by_noun(rows: Sequence[Row]) -> Iterator[Pair]:
    """Counts, ordinals and measures of one noun whose sentences share a name."""
    blocks: dict[tuple[str, str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.family or row.kind in ("quote", "title", "age", "date"):
            continue
        for name in row.names:
            blocks[row.kind, row.dimension, row.head, name].append(row)
    for key, block in sorted(blocks.items()):
        for a, b in combine(block):
            if a.document != b.document:
                yield Pair(a, b, "noun", (f"both sentences name {_shown(key[3], a, b)}",))


def by_occasion(rows: Sequence[Row], profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Figures of an event as a whole (a quake's depth, a fire's area) in texts that may tell one event."""
    told: dict[int, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        known = vocabulary().by_name.get(row.attribute)
        if known is not None and known.occasion and not row.subject:
            told[row.document][row.attribute].append(row)
    for first, second in sorted(set(_neighbours(profiles, told))):
        common = sorted(told[first].keys() & told[second].keys())
        same = relation(profiles[first], profiles[second]) if common else None
        for attribute in common if same is not None and same.same else ():
            for a, b in product(told[first][attribute], told[second][attribute]):
                if (a.kind, a.dimension) == (b.kind, b.dimension) and not claims_apart(
                    a, b, profiles[first], profiles[second]
                ):
                    yield Pair(a, b, "occasion", (f"both texts tell of {same.detail}",))  # type: ignore[union-attr]


def by_words(rows: Sequence[Row]) -> Iterator[Pair]:
    """Claims of one named property in texts that name nobody ("the poll on the pension law")."""
    blocks: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.named and row.attribute and not row.names and not row.subject and row.family != "casualty":
            blocks[row.kind, row.dimension, row.attribute].append(row)
    for _, block in sorted(blocks.items()):
        for a, b in combine(block):
            if a.document != b.document and len(a.words & b.words) >= SHARED_WORDS:
                shared = ", ".join(sorted(a.words & b.words)[:SHARED_WORDS])
                yield Pair(a, b, "words", (f"both give the {a.attribute} in a sentence on {shared}",))


def _shown(key: str, a: Row, b: Row) -> str:
    """The name that stands for a key in the text of a claim, as far as one is at hand."""
    return next((row.claim.subject for row in (a, b) if row.subject == key), key.title())


def by_quote(rows: Sequence[Row]) -> Iterator[Pair]:
    """Quotations with content words in common."""
    said = [row for row in rows if row.kind == "quote" and isinstance(row.claim.value, Wording)]
    prepared = [
        (row.document, row.speaker, utterance(row.claim.value.words))
        for row in said
        if isinstance(row.claim.value, Wording)
    ]
    for i, j in quoted(prepared):
        a, b = said[i], said[j]
        if a.speaker and b.speaker and a.speaker != b.speaker:
            continue
        who = (
            f"both quote {a.claim.speaker or b.claim.speaker}"
            if a.speaker or b.speaker
            else "both quote somebody"
        )
        yield Pair(a, b, "quote", (who,))
