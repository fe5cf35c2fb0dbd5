"""Who says what in a sentence: verbs of saying, "according to", and the words that name the speaker.

Finds the places where a text hands over to somebody; whom a pronoun means and what is said is for
`text.talk`. Words are data (`data/speech.yaml`); only the order of an English clause is code:
subject + verb ("Berg said"), verb + subject ("said Berg"), apposition between them ("Berg, the
mayor, said"), a relative clause ("Berg, who said"), a shared subject ("… and added", "…, adding"),
a passive with its agent ("confirmed by Berg") and source phrases ("according to Berg").
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.text.names import Name
from factcheck.text.phrases import Phrases
from factcheck.text.speech import ENDS, MARKS, speech, triggers
from factcheck.text.tokens import Tokens
from factcheck.text.words import grammar, noun_lemma, readings, verb_form


class _Before(NamedTuple):
    """What stands before a verb: the token `at`; whether auxiliaries come between, and forms of "be"."""

    at: int
    be: bool
    helped: bool


@dataclass(slots=True)
class Attribution:
    """Tokens `first`..`last` (half-open) of sentence `sentence` speak; equal when left out ("adding").

    `verb` is the token of the verb or source phrase, `lemma` its lemma ("according to"), `kind` named,
    role, pronoun or none. The whole attribution covers tokens `start`..`end`; `behind` says that the
    speech stands before it ("…, Berg said") rather than after it.
    """

    sentence: int
    verb: int
    lemma: str
    first: int
    last: int
    kind: str
    start: int
    end: int
    behind: bool


def attributions(
    index: int, tokens: Tokens, names: Sequence[Name], masked: Collection[int] = ()
) -> list[Attribution]:
    """The attributions of sentence `index` in order; tokens in `masked` stand inside quotations."""
    if triggers().isdisjoint(tokens.lower):
        return []
    reader = _Reader(index, tokens, names, masked)
    return reader.read()


class _Reader(Phrases):
    """One sentence while its attributions are read."""

    def __init__(self, index: int, tokens: Tokens, names: Sequence[Name], masked: Collection[int]) -> None:
        super().__init__(tokens, names, masked)
        self.index = index
        self.found: list[Attribution] = []

    def read(self) -> list[Attribution]:
        words = speech()
        wanted = triggers()
        for at, word in enumerate(self.lower):
            if word not in wanted or at in self.masked:
                continue
            if word in words.source and (made := self._source(at, words.source[word])) is not None:
                self.found.append(made)
            elif (lemma := words.say.get(word) or words.judge.get(word)) and self._is_free(at):
                made = self._verb(at, lemma, word in words.say)
                if made is not None:
                    self.found.append(made)
        return self.found

    def _is_free(self, at: int) -> bool:
        """The token is no part of a name and of no attribution already found ("as reported by")."""
        name = self.name_to.get(at + 1) or self.name_from.get(at)
        inside = name is not None and name.last - name.first > 1 and self.tokens.words[at][:1].isupper()
        return not inside and (not self.found or at >= self.found[-1].verb + 1)

    # -- source phrases -------------------------------------------------------------------------

    def _source(self, at: int, phrases: tuple[tuple[str, ...], ...]) -> Attribution | None:
        for phrase in phrases:
            if tuple(self.lower[at : at + len(phrase)]) != phrase:
                continue
            spoken = self._phrase_after(at + len(phrase))
            if spoken is None:
                return None
            first, last, kind, end = self._behind_statement(*spoken)
            opens = at == 0 or all(word in ENDS or word in ("but", "and", "yet") for word in self.lower[:at])
            return Attribution(self.index, at, " ".join(phrase), first, last, kind, at, end, not opens)
        return None

    def _behind_statement(self, first: int, last: int, kind: str, end: int) -> tuple[int, int, str, int]:
        """For "a report by the bank" the bank."""
        if kind == "role":
            for at in range(first, last):
                if self.lower[at] in ("by", "from") and noun_lemma(self.lower[at - 1]) in speech().statements:
                    inner = self._phrase_after(at + 1)
                    if inner is not None:
                        return inner
        return first, last, kind, end

    # -- verbs ----------------------------------------------------------------------------------

    def _verb(self, at: int, lemma: str, free: bool) -> Attribution | None:
        lower = self.lower
        words = speech()
        if lower[at] in words.placing and "at" not in lower[at + 1 : at + 8]:
            return None
        before = self._before_verb(at)
        form = verb_form(lower[at])
        passive = before.be and lower[at][-3:] != "ing"
        if passive:
            return self._agent(at, lemma)
        if before.at >= 0 and lower[before.at] == "to":
            return (
                None if lower[before.at - 1 : before.at] != ["on"] else self._shared(at, lemma, before.at - 2)
            )
        spoken = None
        bare = lower[at].endswith("ing") and not before.helped
        if before.at >= 0 and before.at not in self.masked and not bare:
            spoken = self._subject(before.at)
        if lower[at] in words.doubtful and not self._is_verb(at, spoken, before.helped):
            return None
        inverted = self._inverted(at, spoken) if free and form != "g" and not before.helped else None
        if inverted is not None:
            first, last, kind, end = inverted
            return Attribution(self.index, at, lemma, first, last, kind, at, end, True)
        if spoken is not None:
            first, last, kind = spoken
            end = self._end(at, lemma)
            return Attribution(
                self.index, at, lemma, first, last, kind, first, end, self._is_behind(first, at, end)
            )
        if lower[at].endswith("ing") or (
            before.at >= 0 and lower[before.at] in ("and", "but", ",", "then", "while", "or")
        ):
            return self._shared(at, lemma, before.at) if free or self._opens_quote(at) else None
        return None

    def _before_verb(self, at: int) -> _Before:
        """The token before the verb with its adverbs and auxiliaries, and what they were."""
        closed = grammar()
        j = at - 1
        be = helped = False  # be: some form of "be" stands among them; helped: any auxiliary
        while j >= 0 and j not in self.masked:
            word = self.lower[j]
            if word in closed.auxiliaries:
                be = be or word in closed.be or word in ("being", "been")
                helped = True
            elif not (
                word in closed.negations
                or word in speech().manner
                or (word.endswith("ly") and readings(word)[:1] == "r")
            ):
                break
            j -= 1
        return _Before(j, be, helped)

    def _is_verb(self, at: int, spoken: tuple[int, int, str] | None, helped: bool) -> bool:
        """Whether a form such as "claims" or "notes" is the verb here."""
        lower = self.lower
        after = lower[at + 1] if at + 1 < len(lower) else ""
        if helped:
            return True
        says = lower[at] in speech().say and after in ("that", "how", "he", "she", "they", "it")
        if says or at + 1 in self.masked or after in MARKS:
            return spoken is not None
        if spoken is None:
            return False
        closing = after in (",", ".", "", ":", "?", "!")
        left = self.lower[spoken[0] - 1] if spoken[0] > 0 else ""
        if closing:
            return (left in ENDS or spoken[0] - 1 in self.masked) and (
                spoken[2] != "role" or self._states(spoken[1] - 1)
            )
        return spoken[2] in ("named", "pronoun") and (
            after in grammar().determiners or at + 1 in self.name_from
        )

    def _agent(self, at: int, lemma: str) -> Attribution | None:
        """The speaker of a passive: "was called “…” by Berg", "was quoted as saying"."""
        lower = self.lower
        if lower[at] == "quoted":
            before = self._before_verb(at)
            subject = self._subject(before.at) if before.at >= 0 else None
            if subject is not None:
                return Attribution(self.index, at, "quote", *subject, subject[0], self._end(at, lemma), False)
        for k in range(at + 1, min(at + 4, len(lower))):
            if lower[k] == "by" and (spoken := self._phrase_after(k + 1)) is not None:
                first, last, kind, end = spoken
                behind = end >= len(lower) or lower[end] in (",", ".")
                return Attribution(self.index, at, lemma, first, last, kind, at, end, behind)
        return None

    def _shared(self, at: int, lemma: str, before: int) -> Attribution | None:
        """A verb without its own subject takes the last speaker's, else the subject of the sentence."""
        earlier = next((a for a in reversed(self.found) if a.kind != "none"), None)
        end = self._end(at, lemma)
        if earlier is not None:
            return Attribution(
                self.index, at, lemma, earlier.first, earlier.last, earlier.kind, at, end, False
            )
        first, last, kind = self._main_subject(before) or (at, at, "none")
        return Attribution(self.index, at, lemma, first, last, kind, at, end, False)

    def _main_subject(self, stop: int) -> tuple[int, int, str] | None:
        """The phrase before the first finite verb of the sentence: its subject, most of the time."""
        closed = grammar()
        for k in range(min(stop, 40)):
            word = self.lower[k]
            if k and k not in self.masked and (word in closed.auxiliaries or self._is_finite(k)):
                found = self._subject(self._before_verb(k).at)
                if found is not None:
                    return found
        return None

    def _opens_quote(self, at: int) -> bool:
        return any(k in self.masked for k in range(at + 1, min(at + 6, len(self.lower))))

    def _inverted(self, at: int, spoken: tuple[int, int, str] | None) -> tuple[int, int, str, int] | None:
        """The subject behind its verb, if the verb opens the clause: `"…," said Berg`."""
        left = self.lower[at - 1] if at else ""
        if at and not (left in ENDS or at - 1 in self.masked):
            return None
        found = self._phrase_after(at + 1)
        if found is None:
            return None
        after = self.lower[found[3]] if found[3] < len(self.lower) else ""
        closed = (
            not after
            or after in ENDS
            or found[3] in self.masked
            or after in speech().circumstance
            or after in ("and", "but", "who")
        )
        if not closed or (spoken is not None and found[2] == "role" and after not in ("", ".")):
            return None
        return found

    # -- where the speech stands ------------------------------------------------------------------

    def _end(self, at: int, lemma: str) -> int:
        """The token behind the verb and its hearer ("told reporters")."""
        k = at + 1
        if lemma in speech().addressed:
            while k < len(self.lower) and k - at <= 6 and k not in self.masked:
                word = self.lower[k]
                if word in ENDS or word in ("that", "how", "about", "to") or self._is_clause(k, at):
                    break
                k += 1
        return k

    def _is_clause(self, k: int, at: int) -> bool:
        """A new subject begins behind the hearer ("told reporters | he hoped")."""
        return k > at + 1 and (
            self.lower[k] in speech().pronouns
            or self.lower[k] in ("the", "a", "an", "there")
            or self.lower[k] in speech().circumstance
        )

    def _is_behind(self, first: int, at: int, end: int) -> bool:
        """Whether the speech stands before "Berg said": nothing but circumstances follows."""
        before = self.lower[first - 1] if first else ""
        if not first or (before in ("that", "but", "and", "while", "as", "when") and first <= 2):
            return False
        rest = end
        while rest < len(self.lower) and rest not in self.masked and not self._closes(rest):
            word = self.lower[rest]
            finite = self._is_finite(rest) and self.lower[rest - 1] not in grammar().determiners
            if rest - end > 7 or word == "that" or finite or word in grammar().auxiliaries:
                return False
            rest += 1
        if (
            rest > end
            and self.lower[end] not in speech().circumstance
            and self.lower[end] not in speech().manner
        ):
            return False
        after = self.lower[rest] if rest < len(self.lower) else ""
        return (
            after not in (":", "(", "—", "–")
            and rest not in self.masked
            and not (after in MARKS and after not in "”'’\"")
        )

    def _closes(self, at: int) -> bool:
        """A mark that ends a clause, not the point of an abbreviation."""
        return self.lower[at] in ENDS and (self.lower[at] != "." or at + 1 >= len(self.lower))
