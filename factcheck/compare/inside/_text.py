"""`Text` and `Passage`: a text's values sentence by sentence, with the words between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain, groupby

from factcheck.claims.reading import Reading
from factcheck.claims.row import Row
from factcheck.compare.pair import Pair
from factcheck.model import Claim, Document, Interval, Span, Value
from factcheck.text.tokens import Tokens, tokenise

MOST_VALUES = 60  # in a sentence; one with more is a table without lines
LEFT_OUT = frozenset(("quote", "title", "identifier"))
Words = tuple[str, ...]


class Passage:
    """One sentence with its values in order; `words` are in lower case, marks included."""

    def __init__(self, text: str, rows: Sequence[Row]) -> None:
        self.text = text
        self.rows = rows
        self.sentence = rows[0].sentence
        self.start = rows[0].claim.sentence.start
        self.end = rows[0].claim.sentence.end
        self.kinds = frozenset(row.kind for row in rows)

    @cached_property
    def tokens(self) -> Tokens:
        """The tokens of the sentence, with offsets into the whole text."""
        return tokenise(self.text, self.start, self.end)

    @property
    def words(self) -> Sequence[str]:
        """All words of the sentence."""
        return self.tokens.lower

    def between(self, a: Row, b: Row) -> Words:
        """The words behind `a` and before `b`."""
        return self.slice(a.claim.span.end, b.claim.span.start)

    def before(self, row: Row) -> Words:
        """The words of the sentence before a value."""
        return self.slice(self.start, row.claim.span.start)

    def after(self, row: Row) -> Words:
        """The words of the sentence behind a value."""
        return self.slice(row.claim.span.end, self.end)

    def slice(self, start: int, end: int) -> Words:
        """The words of a stretch of the sentence."""
        tokens = self.tokens
        return tuple(tokens.lower[bisect_left(tokens.starts, start) : bisect_left(tokens.starts, end)])


class Text:
    """One reading, ready for its checks: values in the order of the text, and by sentence; `all_rows` are
    those too that are no values; `number` is that of the document among all."""

    def __init__(self, reading: Reading) -> None:
        self.document: Document = reading.document
        self.profile = reading.profile
        self.published = (reading.document.published or "")[:10]
        self.all_rows = reading.rows
        self.number = reading.rows[0].document if reading.rows else -1
        values = sorted(filter(_is_value, reading.rows), key=lambda row: (row.sentence, row.claim.span))
        self.by_sentence: dict[int, Passage] = {}
        self.left_out = 0  # pairs of values of sentences with too many
        for number, group in groupby(values, key=lambda row: row.sentence):
            rows = tuple(group)
            if len(rows) <= MOST_VALUES:
                self.by_sentence[number] = Passage(self.document.text, rows)
            else:
                self.left_out += len(rows) * (len(rows) - 1) // 2

    @property
    def passages(self) -> Iterable[Passage]:
        """The sentences that hold a value."""
        return self.by_sentence.values()

    @property
    def rows(self) -> Iterator[Row]:
        """The values of all passages."""
        return chain.from_iterable(passage.rows for passage in self.passages)

    def named(self, word: str) -> list[str]:
        """The names of the text that end with a word: "Dorn Tunnel" for "tunnel"."""
        return [name for name in self.profile.names if " " in name and name.split(" ")[-1] == word]

    def is_headline(self, offset: int) -> bool:
        """Whether an offset lies in the heading or the first line above the text."""
        if any(zone.start <= offset < zone.end for zone in self.document.zones if zone.kind == "heading"):
            return (
                offset <= self.document.text.find("\n", offset)
                and not self.document.text[:offset].strip()[80:]
            )
        line = self.document.text.find("\n")
        return 0 <= offset < line and self.document.text[line - 1 : line] not in (".", "!", "?", '"', "”")

    def near(self, passage: Passage, before: int = 1, after: int = 0) -> Iterator[Row]:
        """The values of a passage and of the sentences so far before and behind it."""
        for sentence in range(passage.sentence - before, passage.sentence + after + 1):
            if sentence in self.by_sentence:
                yield from self.by_sentence[sentence].rows


def _is_value(row: Row) -> bool:
    return row.kind not in LEFT_OUT and not row.incidental and not row.vague


def exact(row: Row) -> bool:
    """Whether a row holds one plain number: no hedge, no bound, no range."""
    value = row.claim.value
    return (
        isinstance(value, Interval)
        and value.bound == "exact"
        and value.low == value.high
        and not value.approximate
    )


def stretch(claim: Claim, text: str, start: int, end: int, value: Value, kind: str) -> Claim:
    """A claim made of a stretch of the sentence of another one: the weekday of a date, a list."""
    return replace(
        claim,
        id=f"{claim.span.document}:{start}-{end}:{kind}",
        kind=kind,
        span=Span(claim.span.document, start, end),
        text=text[start:end],
        value=value,
        canonical=value,
    )


def stretched(row: Row, text: str, start: int, end: int, value: Value) -> Row:
    """`row` with a claim made of a stretch of the text instead of its own."""
    return replace(row, claim=stretch(row.claim, text, start, end, value, row.claim.kind))


def pair(check: str, a: Row, rest: Iterable[Row], evidence: str) -> Pair:
    """`a` against the rows `rest` together, as the check `check` sees them."""
    first, *others = rest
    side = replace(first, restated=tuple(row.claim for row in others))
    return Pair(replace(a, restated=()), side, "inside", check=check, evidence=(evidence,))
