"""Values of sentences that stand nearly so in two texts (compare/copies.py aligns them)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from factcheck.claims.profile import Profile
from factcheck.claims.shape import Shape
from factcheck.compare.copies import Copy, copies, is_form, other_statement, pairs_across
from factcheck.compare.crowds import COPIES, Repeated
from factcheck.compare.identity import value_key
from factcheck.compare.pair import New, Pair
from factcheck.model import Claim, Interval

FORMS = 5  # sets of values that one wording may have before it is a form


def by_copy(
    repeated: Repeated, profiles: Sequence[Profile], refused: Counter[str], new: New
) -> Iterator[Pair]:
    """Values aligned between near-identical sentences."""
    yield from repeated.copies
    row_of = {row.claim.id: row for row in repeated.all}
    ids = [profile.claim_ids for profile in profiles]
    shapes = _few_of_a_kind(
        [
            Shape(number, *shape[1:])
            for number, profile in enumerate(profiles)
            for shape in profile.shapes
            if not repeated.left_out.issuperset([ids[number][row] for row in shape.rows])
        ],
        lambda shape: tuple([_value(row_of[ids[shape.document][row]].claim) for row in shape.rows]),
        refused,
    )
    texts: dict[tuple[int, int], list[Copy]] = defaultdict(list)
    for copy in copies(shapes, refused):
        texts[copy.first.document, copy.second.document].append(copy)
    for (one, other), of_texts in texts.items():
        if all(copy.renamed for copy in of_texts):  # whatever their values, which need not be looked up then
            refused["different-subject"] += sum(len(copy.pairs) for copy in of_texts)
            continue
        mine, theirs = ids[one], ids[other]
        told = [[(row_of[mine[a]], row_of[theirs[b]]) for a, b in copy.pairs] for copy in of_texts]
        one_form = is_form(told)
        for copy, values in zip(of_texts, told, strict=True):
            reason = "different-subject" if one_form else other_statement(copy, values)
            if reason is not None:
                refused[reason] += len(values)
                continue
            for a, b in values:
                if not repeated.joins(a, b) and new(a, b):
                    yield Pair(a, b, "copy", "", copy.share)


def _value(claim: Claim) -> tuple[object, ...]:
    """A claim's value, equal for equal ones however written; a number is not put into words for that."""
    value = claim.canonical
    if isinstance(value, Interval):
        return value.low, value.high, value.unit or "", value.bound
    return value_key(claim)


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
