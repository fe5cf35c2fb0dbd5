"""A claim of a mention that is no number: a quotation, a title, a value that is left out."""

from __future__ import annotations

from typing import Any

from factcheck.kinds.mention import Mention
from factcheck.model import Claim, Span
from factcheck.text.sentences import Sentence


def plain_claim(document: str, sentence: Sentence, mention: Mention, **fields: Any) -> Claim:
    """A claim of a mention that is no number."""
    span = Span(document, mention.start, mention.end)
    return Claim(
        id=f"{document}:{mention.start}-{mention.end}:{mention.kind}",
        kind=mention.kind,
        value=mention.value,
        canonical=mention.value,
        span=span,
        sentence=Span(document, min(sentence.start, mention.start), max(sentence.end, mention.end)),
        text=sentence.text[mention.start : mention.end],
        **fields,
    )


def left_out(document: str, sentence: Sentence, mention: Mention) -> Claim:
    """An incidental value: listed on request, never compared by its number alone."""
    return plain_claim(
        document,
        sentence,
        mention,
        subject="",
        attribute="",
        flags=("incidental", f"because:{mention.incidental}"),
    )
