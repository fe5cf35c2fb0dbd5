"""The phrases of a sentence that can name a speaker: pronouns, names, noun phrases, appositions.

The grammar of an English noun phrase as far as it is needed to find one's ends: by closed classes
and what a word can be (`text.words`), never by a parse.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from typing import Final

from factcheck.data import load
from factcheck.text.names import Name
from factcheck.text.speech import ENDS, MARKS, OF, speech
from factcheck.text.tokens import Tokens
from factcheck.text.words import grammar, noun_lemma, readings

LONGEST_PHRASE: Final = 14  # tokens of a phrase that names a speaker
Phrase = tuple[int, int, str]  # first token, token behind the last, kind: named, role or pronoun


@cache
def _hours() -> frozenset[str]:
    """Words behind the figures of a clock ("5:40 a.m."), which nobody is called."""
    return frozenset(load("incidental")["clock"])


class Phrases:
    """The phrases of one sentence; tokens in `masked` stand inside quotations."""

    def __init__(self, tokens: Tokens, names: Sequence[Name], masked: Collection[int]) -> None:
        self.tokens = tokens
        self.lower = tokens.lower
        self.masked = masked
        self.name_from = {name.first: name for name in names}
        self.name_to = {name.last: name for name in self.name_from.values()}

    def _subject(self, j: int) -> Phrase | None:
        """The phrase that ends with token `j`, before the verb."""
        if j < 0:
            return None
        word = self.lower[j]
        if j in self.masked or word in MARKS:
            return None
        if word in ("who", "which", "that"):
            back = j - 2 if j and self.lower[j - 1] == "," else j - 1
            found = None
            if back >= 0 and word != "that":
                bracketed = self.lower[back] == ")"  # "Hill (D-N.Y.), who said"
                found = self._before_apposition(back) if bracketed else self._phrase_before(back)
            return found or ((j, j + 1, "pronoun") if word == "who" else None)
        if word in (",", ")", "—", "–"):
            return self._before_apposition(j)
        return self._phrase_before(j)

    def _before_apposition(self, j: int) -> Phrase | None:
        """The phrase before the mark that opens what the mark `j` closes: "Berg, the mayor, said"."""
        opening = "(" if self.lower[j] == ")" else self.lower[j]
        for k in range(j - 1, max(-1, j - 18), -1):
            if k in self.masked or self.lower[k] in MARKS or self.lower[k] in (";", ":"):
                return None
            if self.lower[k] == opening:
                found = self._phrase_before(k - 1) if k else None
                if found is None:
                    continue
                if found[2] == "pronoun" or opening == "(":
                    return found if opening == "(" else None
                if not self._starts_clause(found[0]):
                    continue
                if self.lower[found[0] - 1 : found[0]] == [","]:
                    if self._is_person(found):  # "… died, Ann Berg, the mayor, said"
                        return found
                    continue  # one of several phrases between commas: "Hill, the mayor, of Orland, said"
                if (
                    opening == ","
                    and found[2] == "role"
                    and self.lower[k + 1] not in grammar().relatives
                    and k + 1 in self.name_from
                ):
                    name = self.name_from[k + 1]
                    return (name.first, name.last, "named") if name.last == j else found
                return found
        found = self._phrase_before(j - 1) if self.lower[j] == "," and j else None
        return found if found is not None and found[2] == "named" and self._starts_clause(found[0]) else None

    def _is_person(self, phrase: Phrase) -> bool:
        """A phrase is somebody's name, or one of several words."""
        name = self.name_to.get(phrase[1])
        return (
            phrase[2] == "named"
            and name is not None
            and (name.kind == "person" or name.last - name.first > 1)
        )

    def _starts_clause(self, first: int) -> bool:
        """Nothing, or a mark or conjunction, stands before a phrase."""
        closed = grammar()
        if first and self._is_nominal(first - 1):
            first = self._core(first - 1)
        elif first and self.lower[first - 1] in closed.determiners:
            first -= 1
        if first == 0:
            return True
        word = self.lower[first - 1]
        return word in ENDS or word in closed.conjunctions or word in closed.subordinators or word == "that"

    def _phrase_before(self, j: int) -> Phrase | None:
        """A pronoun, a name or a noun phrase that ends with token `j`."""
        if j > 1 and self.lower[j] == "." and self.lower[j - 1] in ("jr", "sr"):
            j -= 2 + (self.lower[j - 2] == ",")  # "John Hill, Jr. said"
        if j < 0 or j in self.masked:
            return None
        word = self.lower[j]
        if word in speech().pronouns:
            return j, j + 1, "pronoun"
        name = self.name_to.get(j + 1)
        if name is not None:
            return self._with_head(name.first, j + 1, "named")
        if not (word[0].isalpha() or word == "'s") or not self._is_nominal(j):
            return None
        if j and self.tokens.words[j][0].isupper() and self._stands_alone(j):
            return j, j + 1, "named"  # a name that is a common word too
        return self._with_head(self._core(j), j + 1, "role")

    def _stands_alone(self, j: int) -> bool:
        """No determiner, adjective or noun goes before a word."""
        before = self.lower[j - 1]
        return before in ENDS or j - 1 in self.masked or before in grammar().conjunctions or before == "that"

    def _is_nominal(self, j: int) -> bool:
        word = self.lower[j]
        closed = grammar()
        if (
            word in closed.determiners
            or word in closed.prepositions
            or word in closed.conjunctions
            or word in closed.pronouns
        ):
            return False
        if (
            word in closed.subordinators
            or word in closed.auxiliaries
            or word in closed.negations
            or word in speech().manner
        ):
            return False
        if not word[0].isalpha() or word in _hours():
            return False
        kinds = readings(word)
        return not kinds or "n" in kinds or "s" in kinds or self.tokens.words[j][0].isupper()

    def _core(self, j: int) -> int:
        """The first token of the noun phrase whose head is token `j`."""
        closed = grammar()
        k = j
        while k > 0 and j - k < LONGEST_PHRASE and k - 1 not in self.masked:
            word = self.lower[k - 1]
            if word in closed.determiners:
                return k if word in ("what", "which", "whose") else k - 1
            if word == "'s" or (word in "-'’" and self.tokens.glued(k - 1)):
                k -= 1
                continue
            if (
                not word[0].isalnum()
                or word in closed.prepositions
                or word in closed.conjunctions
                or word in closed.subordinators
            ):
                break
            if (
                word in closed.pronouns
                or word in closed.auxiliaries
                or word in closed.adverbs
                or word in speech().manner
            ):
                break
            name = self.name_to.get(k)
            if name is not None:
                before = self.lower[name.first - 1] if name.first else ""
                if before in ("in", "on", "at") and self.lower[k] != "'s":
                    break
                k = name.first
                continue
            kinds = readings(word) if self.tokens.words[k - 1][0].islower() else ""
            if kinds[:1] in ("p", "z", "b") and "n" not in kinds:
                break
            if (
                kinds[:1] == "t"
                and k > 1
                and readings(self.lower[k - 2])[:1] in ("n", "s")
                and self.lower[k - 2] not in closed.determiners
            ):
                break  # "the move angered activists"
            k -= 1
        return k

    def _with_head(self, first: int, last: int, kind: str) -> Phrase:
        """Grow "(an official with knowledge of) the talks" to the left, up to a noun that can speak."""
        at = first
        if kind == "named":
            at -= bool(first) and self.lower[first - 1] in grammar().determiners
            other = self.name_to.get(at - 1) if at > 1 and self.lower[at - 1] in ("of", "from") else None
            if other is not None:
                return other.first, other.last, kind  # "Hill of California"
        for _ in range(4):
            if at < 2 or self.lower[at - 1] not in OF or at - 2 in self.masked:
                break
            head = at - 2
            person = self.name_to.get(head + 1)
            if person is not None and person.kind == "person" and self.lower[at - 1] in ("of", "from", "at"):
                return person.first, person.last, "named"  # "Ann Berg of the electoral office"
            if self.lower[head] in ("close", "familiar", "next", "near"):
                head -= 1
            if head < 0 or head in self.masked or not self._is_nominal(head):
                break
            at = self._core(head)
            if self._can_speak(head):
                first, kind = at, "role"
        if (
            kind == "named"
            and first > 1
            and self.lower[first - 1] == "and"
            and (other := self.name_to.get(first - 1))
        ):
            first = other.first
        return first, last, kind

    def _phrase_after(self, k: int) -> tuple[int, int, str, int] | None:
        """The speaker named from token `k` on: first, last, kind, and the token behind the phrase."""
        lower = self.lower
        size = len(lower)
        closed = grammar()
        first = k
        if k >= size or k in self.masked:
            return None
        if lower[k] in speech().pronouns or lower[k] in ("him", "her", "them"):
            return (
                (k, k + 1, "pronoun", k + 1)
                if lower[k] != "her" or k + 1 >= size or not self._is_nominal(k + 1)
                else None
            )
        while k < size and k - first < LONGEST_PHRASE and k not in self.masked:
            word = lower[k]
            name = self.name_from.get(k)
            if name is not None:
                k = name.last
                if k < size and lower[k] == "'s":
                    k += 1
                    continue
                if self._name_follows(k):
                    continue
                head = k < size and k not in self.masked and self._continues(k)
                if not head and (
                    lower[first : name.first] == [] or not self._has_preposition(first, name.first)
                ):
                    return self._with_partner(name, k)
                continue
            if word == "." and k > first and self.name_from.get(k + 1) is not None:
                k += 1  # "Rep. Berg"
                continue
            if (
                word in ENDS
                or word in closed.conjunctions
                or word in closed.subordinators
                or word in closed.relatives
            ):
                break
            if word in closed.auxiliaries or word in closed.pronouns or (k > first and self._is_finite(k)):
                break
            if word in closed.prepositions and (word not in OF or not self._goes_on(k)):
                break
            if word in speech().manner and k > first:
                break
            k += 1
        if k == first or not any(self._is_nominal(i) for i in range(first, k)):
            return None
        name = self.name_from.get(k + 1) if k < size and lower[k] == "," else None
        if (
            name is not None
            and self._holds_voice(first, k)
            and (name.last >= size or lower[name.last] in ENDS)
        ):
            return name.first, name.last, "named", name.last
        while lower[k - 1] in closed.prepositions:
            k -= 1
        return first, k, "role", k

    def _name_follows(self, k: int) -> bool:
        """Only capitalised words of a title stand between token `k` and another name."""
        for at in range(k, min(k + 5, len(self.lower))):
            if at in self.name_from:
                return at > k
            if not (self.tokens.words[at][0].isupper() or (self.lower[at] == "." and at > k)):
                return False
        return False

    def _has_preposition(self, first: int, last: int) -> bool:
        return any(word in OF for word in self.lower[first:last])

    def _continues(self, k: int) -> bool:
        """A common noun goes on behind a name: "White House officials"; not "Ann Berg director of …"."""
        name = self.name_to.get(k)
        if name is not None and name.kind == "person" and self._can_speak(k) and k + 1 not in self.name_from:
            return False
        return (
            self.tokens.words[k][0].islower()
            and self._is_nominal(k)
            and not self._is_finite(k)
            and self.lower[k] not in speech().circumstance
        )

    def _goes_on(self, k: int) -> bool:
        """A preposition that still belongs to the speaker ("officials in Kabul"), not to a time."""
        if k == 0 or k + 1 >= len(self.lower):
            return False
        if self.lower[k] == "of":
            return True
        head = noun_lemma(self.lower[k - 1])
        speaks = self._can_speak(k - 1) or head in speech().statements
        return speaks and self.lower[k + 1] not in speech().circumstance

    def _can_speak(self, at: int) -> bool:
        words = speech()
        head = noun_lemma(self.lower[at])
        return head in words.voices or head in words.anonymous

    def _states(self, at: int) -> bool:
        """A noun that says things by itself: a statement, a ministry."""
        head = noun_lemma(self.lower[at])
        return head in speech().statements or head in speech().voices

    def _holds_voice(self, first: int, last: int) -> bool:
        return any(self._can_speak(at) for at in range(first, last))

    def _with_partner(self, name: Name, k: int) -> tuple[int, int, str, int]:
        """ "said Berg and Lund": both."""
        if k + 1 < len(self.lower) and self.lower[k] == "and" and (other := self.name_from.get(k + 1)):
            after = self.lower[other.last] if other.last < len(self.lower) else ""
            if not after or after in ENDS:
                return name.first, other.last, "named", other.last
        return name.first, name.last, "named", k

    def _is_finite(self, at: int) -> bool:
        word = self.lower[at]
        form = readings(word)[:1] if self.tokens.words[at][:1].islower() else ""
        return form in ("p", "z") or (form == "t" and "p" in readings(word))
