"""Lists in a sentence: "three reasons: cost, time and noise", "two men, Carl Dunn and Piet Maas"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from factcheck.claims.row import Row
from factcheck.compare.inside._parts import words
from factcheck.compare.inside._text import Passage, Words
from factcheck.text.tokens import Tokens
from factcheck.text.words import is_plural

LONGEST_ITEM = 4  # words; longer ones are clauses
MOST_ITEMS = 12
BEHIND = 8  # words between the counted noun and the colon
ASIDE = 4  # words between the counted noun and a dash
ARTICLES = frozenset(("a", "an", "the"))
DASHES = ("—", "–")
NAMED = ("named", "identified", "called", "as", "named:", "known")


def listed(passage: Passage, row: Row) -> tuple[int, int, int] | None:
    """(start, end, number of items) of the list behind a count, None where there is none."""
    tokens = passage.tokens
    at = bisect_right(tokens.starts, row.claim.span.end - 1)
    for first, last, names in _regions(tokens, at):
        if words("not_all") & {*tokens.lower[max(0, at - 3) : at], *tokens.lower[at:last]}:
            return None
        if any(
            tokens.starts[first] <= other.claim.span.start < tokens.ends[last - 1] for other in passage.rows
        ):
            return None
        items = _items(tuple(tokens.words[first:last]))
        if items is None or len(items) > MOST_ITEMS or (names and not all(map(_is_name, items))):
            continue
        if tokens.words[first - 1] == ":" or not all(map(_is_sort, items)):
            return tokens.starts[first], tokens.ends[last - 1], len(items)
    return None


def _regions(tokens: Tokens, at: int) -> Iterator[tuple[int, int, bool]]:
    """(first, last token, whether only names will do) of each stretch that may be the list."""
    size = tokens.size - (tokens.words[-1] in (".", "!", "?"))
    marks = tokens.words
    if at >= size - 1:
        return
    if marks[at] == "(":
        close = next((i for i in range(at, size) if marks[i] == ")"), -1)
        if close > at + 1:
            yield at + 1, close, False
        return
    if marks[at] == ",":
        yield from _apposition(tokens, at + 1, size)
    for i in range(at, min(at + BEHIND, size - 1)):
        if marks[i] == ":":
            yield i + 1, size, False
            return
        if marks[i] in DASHES and i <= at + ASIDE:
            close = next((k for k in range(i + 1, size) if marks[k] in DASHES), size)
            yield i + 1, close, False
            return
        if marks[i] in "(;":
            return


def _apposition(tokens: Tokens, first: int, size: int) -> Iterator[tuple[int, int, bool]]:
    """ ", Ruth, Esther and Naomi, " — names alone, up to the comma behind the last of them."""
    while first < size and tokens.lower[first] in NAMED:
        first += 1
    joint = next((i for i in range(first, size) if tokens.lower[i] == "and"), size)
    last = next((i for i in range(joint, size) if tokens.words[i] in (",", ";", *DASHES)), size)
    followed = last + 1 < size and tokens.words[last] == "," and tokens.words[last + 1][0].isupper()
    if joint < last and not followed:  # "Rome, Italy and Lyon, France"
        yield first, last, True


def _items(run: Words) -> list[Words] | None:
    """The things that a list names, or None where its words do not tell."""
    text = " ".join(run)
    if any(mark in run for mark in (";", ":", "(", ")", "-", "–", "—", "'s")) or any(
        letter.isdigit() for letter in text
    ):
        return None
    *parts, final = [tuple(part.split()) for part in text.split(" , ")]
    joined = [at for at, word in enumerate(final) if word in ("and", "&")]
    if len(joined) != 1:
        return None
    (at,) = joined
    ends = [final[at + 1 :]] if at == 0 else [final[:at], final[at + 1 :]]
    items = [*parts, *ends]
    if len(items) < 2 or any("and" in part or "or" in part for part in parts):
        return None
    return items if all(0 < len(item) <= LONGEST_ITEM for item in items) and _alike(items) else None


def _alike(items: Sequence[Words]) -> bool:
    """Whether all items begin in one way: "Berg, a doctor and Hill" are two, not three."""
    ways = {
        "article" if item[0].lower() in ARTICLES else "capital" if item[0][0].isupper() else "small"
        for item in items
    }
    return len(ways) == 1


def _is_sort(item: Words) -> bool:
    """ "four vans (Fords and Fiats)" names kinds, not things."""
    return item[-1].islower() and is_plural(item[-1])


def _is_name(item: Words) -> bool:
    return all(word[0].isupper() or word in ("of", "de", "van", "von", "al", "bin") for word in item)
