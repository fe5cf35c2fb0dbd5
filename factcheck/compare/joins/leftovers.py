"""What two pages of one product leave open: one value each, told of one thing in looser words.

Documentation is written by many hands: a data sheet's label is a sentence in the guide, with words of its
own around it ("Team plan: 600 requests per minute", "on the Team plan a key may send 300 requests per
minute"). Where neither page gives the value of the other one, and each has no second value that
could be meant, looser words are enough: those of a label, of a heading, or what the product counts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import Final

from factcheck.claims.aliases import canonical_key
from factcheck.claims.linking import linking
from factcheck.claims.phrasing import idle, settings, terms
from factcheck.claims.row import Row
from factcheck.compare.copies import pairs_across
from factcheck.compare.crowds import combine, several
from factcheck.compare.pair import New, Pair
from factcheck.compare.stories import same_value
from factcheck.compare.topics import Topics
from factcheck.model import Interval
from factcheck.text.words import ADJECTIVE, ADVERB, readings

TIMES: Final = "factor"
NAMED: Final = 2  # words that name a thing by themselves
FEWEST: Final = 2  # "one request at a time", "three requests" are of any sentence
COUNTED_OUT: Final = 12  # a product has several fives of one thing, and one 38
WHOLE: Final = frozenset(("you", "it", "we", "they"))  # who has what the product has
COMMON: Final = 100  # statements of one word, beyond which it ties none of them
Parts = frozenset[str]
Word = tuple[str, str, str]


class Page:
    """What one text tells, by kind, dimension and noun."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], list[Row]] = defaultdict(list)

    def gives(self, row: Row) -> bool:
        """Whether the page gives a value of another one, told of it or of what may be the same."""
        return any(
            not (row.head and other.head and row.head != other.head and row.kind == "count")
            and (row.kind == "count" or not row.told or not other.told or bool(row.told & other.told))
            and same_value(row, other)
            for other in self.values[row.kind, row.dimension]
        )

    def has_other(self, row: Row, said: Parts, topic: Parts) -> bool:
        """Whether the page has a second value of which the same may be said."""
        return any(
            other is not row
            and other.head == row.head
            and (said <= other.told | other.around if said else _is_of_product(other, topic))
            and not same_value(row, other)
            for other in self.values[row.kind, row.dimension]
        )


def pages(rows: Sequence[Row]) -> dict[int, Page]:
    """The pages of all texts, by document."""
    found: dict[int, Page] = defaultdict(Page)
    for row in rows:
        found[row.document].values[row.kind, row.dimension].append(row)
    return found


def pairs(
    rows: Sequence[Row],
    topics: Topics,
    refused: Counter[str],
    new: New,
) -> Iterator[Pair]:
    """Pairs of statements that looser words tie."""
    told = pages(rows)
    asked: set[tuple[int, int]] = set()
    for _, block in several(_blocks(rows)):
        if len(block) > COMMON:
            refused["crowd"] += pairs_across(Counter(row.document for row in block).values())
            continue
        for a, b in combine(block, refused):
            key = id(a), id(b)
            if key in asked or new.met(a, b) or not may_be_one(a, b):
                continue
            asked.add(key)
            on = topics.begun if a.incidental else topics.title  # a part of a product may need a later one
            topic = on(a.document, b.document)
            said = likeness(a, b, topic) if topic and same_value(a, b) is False else None
            if said is None:
                continue
            mine, other = told[a.document], told[b.document]
            stated = mine.gives(b) or other.gives(a)
            if stated or mine.has_other(a, said, topic) or other.has_other(b, said, topic):
                refused["several-values"] += 1
            elif new(a, b):
                how = f"both texts are on {min(topic)} and say it of the {min(said) if said else a.head}"
                yield Pair(a, b, "telling", how)


def _blocks(rows: Sequence[Row]) -> dict[Word, list[Row]]:
    """Statements by the words that may tie them: their own, and those of the heading above a sentence."""
    blocks: dict[Word, list[Row]] = defaultdict(list)
    said = cache(terms)  # copies of a sentence are of one set of words
    for row in rows:
        if row.incidental and (row.degree == "minimum" or row.head in settings()):
            blocks["version", row.head, ""].append(row)
        if row.family or row.incidental or not (row.told or row.general) or _is_borrowed(row):
            continue
        for word in row.told if row.labelled else row.told | row.near | said(row.words):
            blocks[row.kind, row.dimension, word].append(row)
        if row.kind == "count" and row.head and _is_bare(row):
            blocks["count", row.head, ""].append(row)
    return blocks


def _is_borrowed(row: Row) -> bool:
    """Whether a sentence counts by a noun of another figure: "for the first two arms, the values 3 and 7"."""
    return row.kind == "count" and bool(row.head) and not row.labelled and " " not in row.claim.text


def may_be_one(a: Row, b: Row) -> bool:
    """Whether nothing in two statements themselves puts them apart."""
    if a.head != b.head and (a.incidental or (a.head and b.head)):
        return False
    if a.subject and b.subject and a.subject != b.subject:
        return False
    return a.degree == b.degree or not a.degree or not b.degree


def likeness(a: Row, b: Row, topic: Parts) -> Parts | None:
    """The words that two statements have in common, if they are enough; none for what the product counts."""
    names = {part for name in topic for part in name.split()}
    if a.incidental:
        return frozenset((a.head,)) if _are_named_alike(a, b, names) else None
    mine, other = (_said(row, names) for row in (a, b))
    if a.labelled != b.labelled:
        found = _label(a, b, names) if a.labelled else _label(b, a, names)
        if found is not None:
            return found
    if _are_apart(a, b, topic) or (a.kind == "count" and (a.head != b.head or not a.head)):
        return None
    if a.thing and a.thing == b.thing and (mine < other or other < mine):
        return None  # "a toner", "the toner in the box"
    mine, other = (told | _words(row, names) for told, row in ((mine, a), (other, b)))
    common = mine & other
    counted = a.kind == "count" and all(_figure(row) > FEWEST for row in (a, b))
    enough, of = (1, min(len(mine), len(other))) if counted else (NAMED, max(len(mine), len(other)))
    if len(common) >= enough and 2 * len(common) >= of and _close(a, b, names):
        return common
    done = terms((a.verb,)) & terms((b.verb,))
    if a.dimension == TIMES and done and done <= common:  # "is retried up to five times"
        return common
    return frozenset() if _counts(a, b, topic) else None


def _are_named_alike(a: Row, b: Row, names: set[str]) -> bool:
    """Whether two numbers that name something are of one thing of a product: the version that it needs (no
    part of it, which may need a later one), or what a setting and a sentence name: the PORT that it listens
    on."""
    if a.degree == b.degree == "minimum":
        mine, other = (row.told - row.around - names for row in (a, b))
        return mine <= other or other <= mine
    label, row = (a, b) if a.labelled else (b, a)
    if not label.labelled or row.labelled or not row.general:
        return False
    only = label.told - terms((a.head,)) - names
    return not only or not only.isdisjoint(row.told)


def _label(label: Row, row: Row, names: set[str]) -> Parts | None:
    """The words of a label if a sentence says it of the same."""
    words, said = label.told, row.told
    if not words or (row.modifiers and not terms(row.modifiers) <= words | label.around | names):
        return None
    if words == row.near - names:  # "Warranty: 5 years", and what stands below "Warranty"
        return words
    if not words & said or not words <= said | row.around:
        return None
    extra = said - words - label.around - terms((row.verb,))
    only = {word for word in extra if readings(word)[:1] not in (ADJECTIVE, ADVERB)}
    return words if len(words) >= NAMED or not only else None


def _close(a: Row, b: Row, names: set[str]) -> bool:
    """Whether the things of two sentences may be one."""
    if not a.thing or not b.thing or a.thing == b.thing or {a.thing, b.thing} & (names | idle()):
        return True
    if a.verb and a.verb == b.verb and a.verb not in linking().light:  # "luggage is covered", "cash is"
        return False
    return a.thing in b.words or b.thing in a.words


def _counts(a: Row, b: Row, topic: Parts) -> bool:
    """Whether the product has so many of something: "it speaks 38 languages", "47 languages"."""
    if a.kind != "count" or not a.head or a.head != b.head:
        return False
    if not (_is_of_product(a, topic) and _is_of_product(b, topic)):
        return False
    verbs = {each.verb for each in (a, b)}
    plain = len(verbs) == 1 or all(not verb or verb in idle() for verb in verbs)
    return plain or all(_figure(each) > COUNTED_OUT for each in (a, b))


def _is_bare(row: Row) -> bool:
    """Whether a count is of all of its noun."""
    words = row.claim.text.split()
    plain = row.claim.attribute == row.head or (len(words) > 1 and words[-2][-1].isdecimal())
    return row.general and not row.part and not row.when and plain


def _is_of_product(row: Row, topic: Parts) -> bool:
    """… and of the product, or of whoever uses it."""
    subject = row.subject or row.subject_head.casefold()
    named = subject in WHOLE or subject in topic or canonical_key(subject.split(" ")[0] or " ") in topic
    return named and not row.thing and _is_bare(row)


def _said(row: Row, names: set[str]) -> Parts:
    return (
        row.told - terms([row.head]) - _named(row, names)
        if row.kind == "count"
        else row.told - _named(row, names)
    )


def _words(row: Row, names: set[str]) -> Parts:
    words = (row.words | {row.thing, row.subject_head.casefold()}) - {row.head, ""}
    return terms(words) - _named(row, names)


def _named(row: Row, names: set[str]) -> Parts:
    """What a statement says that is the name of what both texts are on."""
    return terms([word for word in row.words if canonical_key(word) in names]) | {
        word for word in row.told if canonical_key(word) in names
    }


def _are_apart(a: Row, b: Row, topic: Parts) -> bool:
    """Whether two statements name two things besides the product, or two of its models or versions: the TEAM
    plan, the SCHOOL plan; the Nodus board, the Nodus MAX board."""
    mine, other = a.names - topic, b.names - topic
    if mine and other and mine.isdisjoint(other):
        return True
    if _is_longer(a.names, b.names) or _is_longer(b.names, a.names):
        return True
    return any(word[0].isdecimal() for word in a.told ^ b.told)


def _is_longer(names: Parts, others: Parts) -> bool:
    """Whether one of some names is one of the others with more words."""
    return any(name not in others and name.split(" ")[0] in others for name in names if " " in name)


def _figure(row: Row) -> Decimal:
    value = row.claim.canonical
    return value.figure if isinstance(value, Interval) else Decimal(0)
