"""Where titles stand around a name: before it, in apposition, behind a verb that gives, holds or ends one."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from factcheck.data import load
from factcheck.kinds.titles.phrase import LONGEST, Phrases
from factcheck.kinds.titles.words import Title, titles
from factcheck.text.words import grammar, verb_lemma

VERBS: Final = 8  # tokens from a subject to the title that its verb gives it
ASIDE: Final = 12  # tokens of a phrase between commas behind a subject
PAST: Final = frozenset(("was", "were", "served", "worked", "been"))
ENDS: Final = frozenset((",", "", ".", "who", ")"))


@cache
def honorifics() -> frozenset[str]:
    """The words before a name that are no part of it and no office."""
    return frozenset(load("honorifics")["honorifics"])


class Holder(NamedTuple):
    """Somebody in tokens `first`..`last` who may hold a title: a name, or a pronoun."""

    first: int
    last: int


class Around(Phrases):
    """The titles of one sentence by those who hold them."""

    def of_name(self, holder: Holder) -> list[Title]:
        """What the words on both sides of a name call it."""
        last = holder.last
        first = self._before_honorific(holder.first)
        behind = self._at(last)
        found = [self.before(first), self._given(holder)]
        if self._at(first - 1) == "," and behind in ENDS:
            found.append(self.before(first - 1, right=True))
        if behind == ",":
            found += [self._apposition(last + 1), self._behind_aside(last + 1)]
        found.append(self.predicate(last))
        return [title for title in found if title is not None]

    def _at(self, at: int) -> str:
        return self.lower[at] if 0 <= at < self.tokens.size else ""

    def _before_honorific(self, first: int) -> int:
        """Where a name begins with the "Ms" or "Dr." before it."""
        at = first - 1 - (self._at(first - 1) == ".")
        return at if self._at(at) in honorifics() else first

    def _apposition(self, at: int) -> Title | None:
        """ "Ann Berg, 45, the foreign minister,"."""
        if self._at(at).isdigit() and self._at(at + 1) == ",":
            at += 2
        return self._of_relative(at + 1) if self._at(at) == "who" else self.phrase(at)

    def _of_relative(self, at: int) -> Title | None:
        """ "who is the mayor", "who led the study and is the director of the institute"."""
        found = self.predicate(at)
        for end in range(at, min(at + ASIDE, self.tokens.size)) if found is None else ():
            if self.lower[end] in (",", ";"):
                return None
            if self.lower[end] == "and" and self._at(end + 1) in ("is", "was"):
                return self.predicate(end + 1)
        return found

    def _behind_aside(self, at: int) -> Title | None:
        """ "Ann Berg, 45, was elected mayor"; an aside that is a clause ends the search."""
        for end in range(at + 1, min(at + ASIDE, self.tokens.size)):
            if self.lower[end] == ",":
                return self.predicate(end + 1)
            if self.lower[end] in grammar().relatives:
                return None
        return None

    def _given(self, holder: Holder) -> Title | None:
        """ "The board named Ann Berg chief executive", "elected her as its president"."""
        verb = verb_lemma(self._at(holder.first - 1)) or ""
        if verb not in titles().giving:
            return None
        at = holder.last + (self._at(holder.last) == "as")
        title = self.phrase(at + 2 if self.lower[at : at + 2] == ["to", "be"] else at)
        return _flagged(title, [titles().giving[verb]]) if title is not None else None

    def predicate(self, at: int) -> Title | None:
        """ "is the mayor of", "was appointed chief executive", "stepped down as", "succeeded X as"."""
        data, closed = titles(), grammar()
        if self._at(at) == "," and self._at(at + 1) == "who":
            at += 1
        k = at + (self._at(at) == "who")
        flags: list[str] = []
        found = False
        while k < self.tokens.size and k - at < VERBS:
            word = self.lower[k]
            lemma = verb_lemma(word) or ""
            if word in closed.negations:
                return None
            if lemma in data.becoming_as and (behind := self._as(k + 1)):
                flags.append(data.becoming_as[lemma])
                found, k = True, behind
                break
            if word in closed.auxiliaries or lemma in data.becoming:
                found = found or lemma in data.becoming
                flags += ["past"] if word in PAST else []
                flags.append(data.becoming.get(lemma, ""))
            elif word not in data.adverbs:
                break
            k += 1
        title = self.phrase(k) if found and k < self.tokens.size else None
        return _flagged(title, flags) if title is not None else None

    def _as(self, at: int) -> int:
        """The token behind the next "as" of the same clause; 0 for none."""
        for k in range(at, min(at + LONGEST, self.tokens.size)):
            if self.lower[k] == "as":
                return k + 1
            if self.lower[k] in (",", ";", ".", "that", "to") or self.lower[k] in grammar().auxiliaries:
                return 0
        return 0


def _flagged(title: Title, flags: list[str]) -> Title:
    """The title with what its verb says of it; a mere past only where nothing else is said."""
    given = [flag for flag in flags if flag not in ("", "past")]
    past = ["past"] if "past" in flags and not given else []
    return title._replace(flags=tuple(dict.fromkeys((*title.flags, *given, *past))))
