"""Who is the source of a figure: "police said 17 people …", "…, according to the ministry".

A statement reaches as far as its sentence gives it: forward from "Berg said", back from "…, Berg
said", both ways inside a quotation, and into the next sentence only by a pronoun or a quotation that
goes on.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from factcheck.kinds.quotes import QuoteMention
from factcheck.text.attribution import Attribution
from factcheck.text.sentences import Sentence
from factcheck.text.speech import speech
from factcheck.text.talk import Talk
from factcheck.text.tokens import Tokens
from factcheck.text.words import noun_lemma

INDEFINITE: Final = frozenset(
    ("a", "an", "some", "several", "many", "numerous", "various", "other", "another")
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """The source of a statement: its canonical `name`, the words that name it here, how it is said.

    `start`..`end` are offsets into the text ("he" as well as a name); `kind` is named, role or
    pronoun (a pronoun's `name` is whom it means, "" when that is not known). `anonymous` says that
    the source cannot be told from others of its kind ("officials", "a witness"). `verb` is a lemma.
    """

    name: str
    start: int
    end: int
    kind: str
    verb: str
    anonymous: bool = False


class Speakers:
    """The sources of one document's statements, over its talk and its quotations."""

    def __init__(self, talk: Talk, quotes: Sequence[QuoteMention] = ()) -> None:
        self.talk = talk
        self._quotes = [quote for quote in quotes if quote.speaker and quote.speaker_span]
        self._parts = sorted(
            (start, end, number) for number, quote in enumerate(self._quotes) for start, end in quote.parts
        )

    def at(self, sentence: Sentence, offset: int) -> Speaker | None:
        """The source of what stands at an offset of a sentence; None for the author's own words."""
        return self._quoted(offset) or self._reported(sentence, offset)

    def _quoted(self, offset: int) -> Speaker | None:
        at = bisect_right(self._parts, (offset, 1 << 62, 0)) - 1
        if at < 0 or not self._parts[at][0] <= offset < self._parts[at][1]:
            return None
        quote = self._quotes[self._parts[at][2]]
        assert quote.speaker_span is not None
        start, end = quote.speaker_span
        lower = self.talk.sentences[0].text[start:end].lower()
        kind = "pronoun" if lower in speech().pronouns else "named" if quote.speaker[:1].isupper() else "role"
        return Speaker(
            quote.speaker, start, end, kind, quote.verb, kind == "role" and _is_anonymous(lower.split())
        )

    def _reported(self, sentence: Sentence, offset: int) -> Speaker | None:
        said = self.talk.of(sentence.index)
        if not said:
            return None
        tokens = sentence.tokens
        at = bisect_right(tokens.starts, offset) - 1
        best: Attribution | None = None
        for attribution in said:
            if attribution.first <= at < attribution.last or attribution.last == attribution.first:
                continue
            if _reaches(tokens, attribution, at) and (
                best is None or _distance(attribution, at) < _distance(best, at)
            ):
                best = attribution
        return self._speaker(best, tokens) if best is not None else None

    def _speaker(self, said: Attribution, tokens: Tokens) -> Speaker:
        voice = self.talk.voice(said)
        name = self.talk.naming.key(voice.sentence, voice.first, voice.last) if voice is not None else ""
        words = tokens.lower[said.first : said.last]
        return Speaker(
            name, tokens.starts[said.first], tokens.ends[said.last - 1], said.kind, said.lemma,
            said.kind == "role" and name[:1].islower() and _is_anonymous(words),
        )  # fmt: skip


def speaker_at(sentence: Sentence, offset: int, context: Speakers) -> Speaker | None:
    """The source of what stands at an offset (of the text) of a sentence; None for the author."""
    return context.at(sentence, offset)


def _distance(said: Attribution, at: int) -> int:
    """How far off an attribution stands; one that introduces goes before one that follows, and whoever
    is cited before whoever cites."""
    if said.lemma in ("citing", "quoting"):
        return -1
    return (
        (at - said.verb)
        if not said.behind
        else (said.verb - at) + 1
        if said.verb > at
        else at - said.verb + 8
    )


def _reaches(tokens: Tokens, said: Attribution, at: int) -> bool:
    """Whether what an attribution introduces or follows holds token `at`."""
    if said.behind:
        if at >= said.end:
            return "," in tokens.lower[said.end : said.end + 1] and not _breaks(tokens, said.end + 1, at)
        return not _breaks(tokens, at, said.start)
    if at < said.end:
        return False
    if any(word in ("who", "which") for word in tokens.lower[said.last : said.verb]):
        return "," not in tokens.lower[said.end : at]  # a relative clause ends with its comma
    return not _breaks(tokens, said.end, at)


def _breaks(tokens: Tokens, first: int, last: int) -> bool:
    """A mark or word between two places ends what somebody says."""
    for at in range(first, last):
        word = tokens.lower[at]
        if word in (";", "—") or (word == "but" and tokens.lower[at - 1] == ","):
            return True
        if at > first and word in ("although", "though", "whereas", "while"):
            return True
    return False


def _is_anonymous(words: Sequence[str]) -> bool:
    """The phrase's head names somebody of whom there are many, and no body behind them; or an article
    says that it may be anybody ("a monitoring group")."""
    if words[:1] and words[0] in INDEFINITE:
        return True
    head = next(
        (
            k
            for k, word in enumerate(words)
            if word in ("of", "for", "from", "at", "in", "with", "to", "close", "who")
        ),
        len(words),
    )
    lemma = noun_lemma(words[head - 1]) if head else ""
    return lemma in speech().anonymous
