"""Quotations: the exact words between the marks, and who said them.

A quotation is joined from its parts where the text goes on quoting one statement: `"We came," said
Berg, "and we stay."` and paragraphs that each open with a mark while only the last one closes it.
Its speaker is looked for where English puts one: right behind it, before it in its sentence, behind
it in its sentence, with the quotation before it in the paragraph, in the paragraph before it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from factcheck.kinds.mention import Mention
from factcheck.model import Document, Wording
from factcheck.text.attribution import Attribution
from factcheck.text.marks import Quoted
from factcheck.text.sentences import Sentence
from factcheck.text.speech import MARKS, speech
from factcheck.text.talk import Talk, Voice
from factcheck.text.words import readings

BROKEN: Final = frozenset(';“”"')  # marks that part a few quoted words from the attribution before them
NEAREST: Final = 8  # attributions before a quotation among which its own is looked for
SCARE: Final = 2  # so many words without a speaker are no statement
Span = tuple[int, int]


@dataclass(slots=True)
class QuoteMention(Mention):
    """A quotation in sentence `sentence`: its words are the `parts` joined by blanks.

    `start`..`end` runs from the first part to the last; with one part it is the quoted words. `speaker`
    is the canonical name ("" when nobody is named), `speaker_span` the words that name the speaker at
    this place (a pronoun as well as a name), `how` where they stand: after, before, continued, context.
    Offsets are into the document's text; `first`..`last` are tokens of `sentence`. `incidental` is
    "scare", "nested", "name" or "work" for what is quoted but not said.
    """

    sentence: int = 0
    parts: tuple[Span, ...] = ()
    speaker: str = ""
    speaker_span: Span | None = None
    how: str = ""
    verb: str = ""


@dataclass(slots=True)
class _Statement:
    """One or more quotations that make one statement, while its speaker is looked for."""

    quotes: list[Quoted]
    said: Attribution | None = None
    voice: Voice | None = None
    span: Span | None = None
    how: str = ""


def read(document: Document, sentences: Sequence[Sentence], talk: Talk) -> list[QuoteMention]:
    """Every quotation of a document that is not page furniture, in order, nested ones included."""
    if not talk.quoted:
        return []
    finder = _Finder(sentences, talk)
    found = [_mention(document.text, talk, statement) for statement in finder.statements()]
    found += [_nested(document.text, talk, quote) for quote in talk.quoted if quote.depth]
    return sorted(found, key=lambda mention: (mention.start, mention.end))


class _Finder:
    """The statements of one document and their speakers."""

    def __init__(self, sentences: Sequence[Sentence], talk: Talk) -> None:
        self.sentences = sentences
        self.talk = talk
        self.text = sentences[0].text if sentences else ""

    def statements(self) -> list[_Statement]:
        found: list[_Statement] = []
        for quote in self.talk.quoted:
            if quote.depth:
                continue
            before = found[-1] if found else None
            if before is not None and self._goes_on(before, quote):
                before.quotes.append(quote)
                if before.voice is None:
                    self._attribute(before, quote, None)
                continue
            statement = _Statement([quote])
            self._attribute(statement, quote, before)
            found.append(statement)
        return found

    def _goes_on(self, statement: _Statement, quote: Quoted) -> bool:
        """Whether a quotation continues the statement before it."""
        last = statement.quotes[-1]
        here, there = self._sentence(quote.opened), self._sentence(max(last.opened, last.closed - 1))
        if not last.whole and self.sentences[here].block == self.sentences[there].block + 1:
            return self.sentences[here].start == quote.opened  # the next paragraph opens with a mark again
        if here != there or statement.how != "after" or statement.said is None:
            return False
        between = self.text[last.closed : quote.opened].rstrip()
        return between.endswith((",", "—", "–", "...", "…")) and self._said_between(
            statement.said, last, quote
        )

    def _said_between(self, said: Attribution, last: Quoted, quote: Quoted) -> bool:
        """Only the attribution of the first part stands between the two, no second one."""
        found, at = self._from(said.sentence, last.closed)
        between = [each for each in found[at : at + 2] if self._start(each) < quote.opened]
        return between == [said]

    # -- speakers ---------------------------------------------------------------------------------

    def _attribute(self, statement: _Statement, quote: Quoted, before: _Statement | None) -> None:
        fragment = self.text[quote.start].islower()
        found = (
            (fragment and self._within(quote))
            or self._after(quote)
            or self._ahead(quote)
            or self._later(quote)
        )
        if found is not None:
            statement.said, statement.how = found
            statement.voice = self.talk.voice(statement.said)
            statement.span = self._span(statement.said)
            return
        label = self._label(quote)
        if label is not None:
            statement.voice, statement.how, statement.span = label, "before", self._voice_span(label)
            return
        self._from_context(statement, quote, before)

    def _after(self, quote: Quoted) -> tuple[Attribution, str] | None:
        """`"…," said Berg` and `"…," Berg said`: the next words behind the closing mark."""
        index = self._sentence(max(quote.opened, quote.closed - 1))
        for candidate in (index, index + 1):
            if (
                candidate >= len(self.sentences)
                or self.sentences[candidate].block != self.sentences[index].block
            ):
                break
            found, at = self._from(candidate, quote.closed)
            for said in found[at : at + 1]:
                start = self._start(said)
                gap = self.text[quote.closed : start].strip()
                comma = "," in self.text[quote.end : start] or self.text[quote.end - 1] in "?!"
                if _only_title(gap) and (said.behind or comma or self._is_follower(said)):
                    return said, "after"
        return None

    def _is_follower(self, said: Attribution) -> bool:
        """`"…," Berg said: "…"` speaks for both sides, `"…." Berg said it was dead` only for its own."""
        tokens = self.sentences[said.sentence].tokens
        return (
            said.end >= tokens.size
            or tokens.lower[said.end] in MARKS
            or tokens.lower[said.end] in (",", ":", ".", "of", "in", "on", "as")
        )

    def _ahead(self, quote: Quoted) -> tuple[Attribution, str] | None:
        """`Berg said: "…"`: the nearest attribution before the opening mark in its sentence."""
        index = self._sentence(quote.opened)
        found, at = self._from(index, quote.opened)
        for said in reversed(found[max(0, at - NEAREST) : at]):
            if not said.behind or self._closes_on(said, quote):
                return said, "before"
        return self._colon(index, quote)

    def _within(self, quote: Quoted) -> tuple[Attribution, str] | None:
        """A few words inside what an attribution introduces: `Berg said it was "old," Hill wrote`."""
        found = self._ahead(quote)
        if (
            found is None
            or found[0].sentence != self._sentence(quote.opened)
            or self.talk.voice(found[0]) is None
        ):
            return None
        tokens = self.sentences[found[0].sentence].tokens
        between = self.text[tokens.ends[min(found[0].end, tokens.size) - 1] : quote.opened]
        aside = between.count(", ") % 2  # an apposition has two commas
        return found if between.strip() and not aside and not BROKEN.intersection(between) else None

    def _closes_on(self, said: Attribution, quote: Quoted) -> bool:
        """`…, Berg said: "…"` or `…, he said, adding "…"` with nothing but a mark between."""
        tokens = self.sentences[said.sentence].tokens
        end = tokens.ends[min(said.end, tokens.size) - 1]
        return end <= quote.opened and not any(c.isalnum() for c in self.text[end : quote.opened])

    def _colon(self, index: int, quote: Quoted) -> tuple[Attribution, str] | None:
        """A quotation of its own behind a sentence of the paragraph before that ends with a colon."""
        if quote.opened != self.sentences[index].start or index == 0:
            return None
        earlier = self.sentences[index - 1]
        if earlier.zone == "furniture" or self.text[earlier.end - 1] != ":":
            return None
        said = self.talk.of(index - 1)
        return (said[-1], "before") if said else None

    def _later(self, quote: Quoted) -> tuple[Attribution, str] | None:
        """`The talks are "going well", Berg said`: the next attribution behind it in its sentence."""
        found, at = self._from(self._sentence(max(quote.opened, quote.closed - 1)), quote.closed)
        return (found[at], "after") if at < len(found) and found[at].behind else None

    def _label(self, quote: Quoted) -> Voice | None:
        """`Ann Berg: "…"` and `The mayor's words: "…"`: a name right before a colon."""
        index = self._sentence(quote.opened)
        tokens = self.sentences[index].tokens
        at = bisect_right(tokens.starts, quote.opened - 1) - 1
        if at < 1 or tokens.lower[at] not in (":", "'s"):
            return self._owner(index, at)
        names = [name for name in self.talk.naming.names(index) if name.last <= at]
        if names and names[-1].last == at and names[-1].first <= 3:
            return Voice(index, names[-1].first, names[-1].last, "named")
        return self._owner(index, at)

    def _owner(self, index: int, at: int) -> Voice | None:
        """`In Berg's words, "…"`, `Berg's comment that "…"`: an owner of words close before the mark."""
        tokens = self.sentences[index].tokens
        for k in range(at, max(0, at - 5), -1):
            if tokens.lower[k] in (
                "words",
                "view",
                "phrase",
                "opinion",
                "message",
                "response",
                "answer",
                "remark",
                "comment",
                "verdict",
            ):
                for name in self.talk.naming.names(index):
                    if name.last < k and k - name.last <= 3 and tokens.lower[name.last] == "'s":
                        return Voice(index, name.first, name.last, "named")
        return None

    def _from_context(self, statement: _Statement, quote: Quoted, before: _Statement | None) -> None:
        """A sentence of nothing but quotation: the speaker of the one before, or of the last paragraph."""
        index = self._sentence(quote.opened)
        sentence = self.sentences[index]
        if self.text[sentence.start : quote.opened].strip("-–—… ") or not self._fills_sentence(quote):
            return
        if before is not None and before.said is not None:
            last = self._sentence(max(before.quotes[-1].opened, before.quotes[-1].closed - 1))
            if self.sentences[last].block == sentence.block and index - last <= 2:
                statement.voice, statement.span, statement.how, statement.said = (
                    before.voice,
                    before.span,
                    "continued",
                    before.said,
                )
                return
        back = index - 1
        while back >= 0 and self.sentences[back].zone == "furniture":
            back -= 1
        if (
            back < 0
            or sentence.block - self.sentences[back].block > 1
            or self.sentences[back].zone == "heading"
        ):
            return
        said = [a for a in self.talk.of(back) if self.talk.voice(a) is not None]
        if said:
            statement.said, statement.how = said[-1], "context"
            statement.voice, statement.span = self.talk.voice(said[-1]), self._span(said[-1])
        elif (
            before is not None
            and before.voice is not None
            and self._sentence(before.quotes[-1].closed - 1) == back
        ):
            statement.voice, statement.span, statement.how, statement.said = (
                before.voice,
                before.span,
                "context",
                before.said,
            )

    def _fills_sentence(self, quote: Quoted) -> bool:
        """The quotation ends its sentence."""
        index = self._sentence(max(quote.opened, quote.closed - 1))
        return not quote.whole or not any(
            c.isalnum() for c in self.text[quote.closed : self.sentences[index].end]
        )

    # -- places -----------------------------------------------------------------------------------

    def _sentence(self, offset: int) -> int:
        return self.talk.index(offset)

    def _from(self, index: int, offset: int) -> tuple[list[Attribution], int]:
        """The attributions of a sentence and the number of the first one at or behind an offset."""
        found = self.talk.of(index)
        return found, bisect_left(found, offset, key=self._start)

    def _start(self, said: Attribution) -> int:
        return self.sentences[said.sentence].tokens.starts[said.start]

    def _span(self, said: Attribution) -> Span | None:
        tokens = self.sentences[said.sentence].tokens
        return (tokens.starts[said.first], tokens.ends[said.last - 1]) if said.last > said.first else None

    def _voice_span(self, voice: Voice) -> Span:
        tokens = self.sentences[voice.sentence].tokens
        return tokens.starts[voice.first], tokens.ends[voice.last - 1]


def _mention(text: str, talk: Talk, statement: _Statement) -> QuoteMention:
    parts = tuple((quote.start, quote.end) for quote in statement.quotes)
    voice = statement.voice
    words = " ".join(text[start:end] for start, end in parts)
    mention = _at(talk, parts[0][0], parts[-1][1], words)
    mention.parts = parts
    mention.how = statement.how
    mention.verb = statement.said.lemma if statement.said else ""
    mention.speaker_span = statement.span
    mention.speaker = talk.naming.key(voice.sentence, voice.first, voice.last) if voice else ""
    mention.incidental = _incidental(text, statement, words)
    if not all(quote.whole for quote in statement.quotes[-1:]):
        mention.flags = ("unclosed",)
    return mention


def _nested(text: str, talk: Talk, quote: Quoted) -> QuoteMention:
    mention = _at(talk, quote.start, quote.end, text[quote.start : quote.end])
    mention.parts = ((quote.start, quote.end),)
    mention.incidental = "nested"
    return mention


def _at(talk: Talk, start: int, end: int, words: str) -> QuoteMention:
    """A mention of `text[start:end]` with its place in the tokens of the sentence where it begins."""
    index = talk.index(start)
    tokens = talk.sentences[index].tokens
    first = max(0, bisect_right(tokens.starts, start) - 1)
    last = max(first, bisect_right(tokens.starts, end - 1))
    return QuoteMention("quote", Wording(words), start, end, first, last, sentence=index)


def _incidental(text: str, statement: _Statement, words: str) -> str:
    """Why a quotation is no statement; "" when it is one."""
    quote = statement.quotes[0]
    count = words.split()
    if len(statement.quotes) == 1 and _is_name(text, quote, count):
        return "name"
    if _is_title(text, statement, count):
        return "work"
    if statement.voice is None and statement.said is None:
        if len(count) <= SCARE:
            return "scare"
        if (
            len(count) <= 12
            and all(word[0].isupper() or len(word) <= 4 for word in count if word[0].isalpha())
            and words[-1] not in ".!?"
        ):
            return "work"
    return ""


def _is_title(text: str, statement: _Statement, words: list[str]) -> bool:
    """A title in marks behind a verb of naming or one that takes a hearer: told "Face the Day" that …"""
    quote = statement.quotes[0]
    said = statement.said
    if said is None or len(words) > 5 or not (words[0][0].isupper() and words[-1][0].isupper()):
        return False
    if said.lemma in ("call", "dub", "name", "title", "entitle") and words[-1][-1] not in ".!?":
        return True
    if said.lemma not in speech().addressed:
        return False
    return text[quote.closed : quote.closed + 6].strip().startswith(("that", "he", "she", "it", "they"))


def _only_title(gap: str) -> bool:
    """Nothing, or the words of a title ("Mr.", "the former mayor"), stand before the speaker."""
    words = gap.replace(",", " ").strip("-–—. ").replace(".", " ").split()
    return len(words) <= 6 and all(
        word.isalpha() and (word[0].isupper() or readings(word)[:1] not in ("p", "z", "b")) for word in words
    )


def _is_name(text: str, quote: Quoted, words: list[str]) -> bool:
    """A nickname between two names: Jo "the Fox" Hill."""
    before = text[max(0, quote.opened - 20) : quote.opened].split()
    after = text[quote.closed : quote.closed + 20].split()
    near = text[quote.opened - 1 : quote.opened] == " " and text[quote.closed : quote.closed + 1] == " "
    if not (near and before and after and before[-1].isalpha() and len(words) <= 3):
        return False
    return before[-1][0].isupper() and after[0][0].isupper() and words[-1][0].isupper()
