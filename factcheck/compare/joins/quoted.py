"""Quotations with content words in common (compare/wordings.py aligns them)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.claims.row import Row
from factcheck.compare.outcome import same_source
from factcheck.compare.pair import New, Pair
from factcheck.compare.wordings import candidates as quoted
from factcheck.compare.wordings import utterance
from factcheck.model import Wording

CODE = re.compile(r"[\t`{}<>|=]")  # what nobody says: between the quotation marks of two strings


def by_quote(rows: Sequence[Row], refused: Counter[str], new: New) -> Iterator[Pair]:
    """Quotations with content words in common."""
    said = [
        row
        for row in rows
        if row.kind == "quote" and isinstance(row.claim.value, Wording) and not CODE.search(row.claim.text)
    ]
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
