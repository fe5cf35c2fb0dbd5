"""Noun phrases and clauses of a sentence, in one pass over its tags, without a parser.

A stack of open clauses is kept: a verb goes to the innermost clause that still lacks one, a noun
phrase between two verbs is the subject of the second, a relative clause takes the phrase before
it. What a phrase is governed by (a preposition, a verb) is kept with it.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from factcheck.text.chunks import PHRASE_TAGS, Chunk, Clause, Group, object_follows, read_group, read_phrase
from factcheck.text.tags import VERB_TAGS, tag
from factcheck.text.tokens import Tokens
from factcheck.text.words import grammar, lists, noun_lemma, verb_lemma

VERB_START: Final = frozenset("VYKGBAL")
PLACE_PREPOSITIONS: Final = frozenset(
    ("at", "in", "on", "near", "outside", "inside", "against", "across", "along")
)
PAUSES: Final = frozenset("(),:.")
REACH: Final = 40  # tokens looked ahead, and clauses looked up, at most


class Parse(NamedTuple):
    """The tags of a sentence's tokens and its noun phrases, in order."""

    tokens: Tokens
    tags: list[str]
    chunks: list[Chunk]


def parse(tokens: Tokens) -> Parse:
    """Noun phrases and clauses of a sentence; time linear in its length."""
    tags = tag(tokens)
    return Parse(tokens, tags, _Reader(tokens.lower, tags).read())


class _Reader:
    """The state of the one pass over the tags."""

    def __init__(self, lower: list[str], tags: list[str]) -> None:
        self.lower = lower
        self.tags = tags
        self.chunks: list[Chunk] = []
        self.clause = Clause("main", None)
        self.brackets: list[tuple[Clause, Chunk | None]] = []
        self.last: Chunk | None = None  # the phrase to the left in the clause
        self.prep = -1  # the preposition that waits for its phrase
        self.fresh = False  # a pause or conjunction since the last phrase or verb

    def read(self) -> list[Chunk]:
        tags = self.tags
        k, count = 0, len(tags)
        while k < count:
            t = tags[k]
            if t in PHRASE_TAGS:
                numbered = self.prep < 0 and self.clause.verb >= 0
                chunk, k = read_phrase(self.lower, tags, k, numbered)
                if chunk is None:
                    self.prep = -1
                else:
                    self._add(chunk)
                continue
            if t in VERB_START:
                k = self._verb(k)
                continue
            if t == "P":
                self.prep = k
            elif t in PAUSES:
                self._pause(t)
            elif t == "W":
                self._relative(k)
            elif t == "S":
                self._open("sub", None)
            elif t == "T":
                self.prep = -1
            elif t == "C":
                self.fresh = True
            k += 1
        return self.chunks

    # -- noun phrases

    def _add(self, chunk: Chunk) -> None:
        """Gives a phrase its preposition and its part in the clause."""
        tags, before, clause = self.tags, self.last, self.clause
        coordinate = chunk.first > 0 and tags[chunk.first - 1] == "C"
        if self.prep >= 0:
            chunk.prep, self.prep = self.prep, -1
        elif before is not None and before.prep >= 0 and chunk.first == before.last + 1:
            after = tags[chunk.last] if chunk.last < len(tags) else "."
            names = tags[before.head] == tags[chunk.head] == "M"
            if coordinate or (tags[before.last] == "," and after in "C," and names):
                chunk.prep = before.prep
        chunk.before, chunk.clause = before, clause
        if chunk.prep < 0:
            if clause.verb < 0:
                if clause.subject is None or (self._is_time(clause.subject) and not coordinate):
                    clause.subject = chunk
                elif clause.subject is clause.antecedent and not self.fresh:
                    clause.object = clause.subject  # "the missile that the army tested"
                    clause.subject = chunk
            elif clause.object is None and not self.fresh:
                clause.object = chunk
                if clause.subject is None and clause.lemma == "be":
                    clause.subject = chunk  # "there were 17 people"
        self.chunks.append(chunk)
        self.last, self.fresh = chunk, False

    def _is_time(self, chunk: Chunk) -> bool:
        """A time without a number, or set off by a comma: "Last month …", "Two days after it, …"."""
        return (self.fresh or not chunk.number) and noun_lemma(self.lower[chunk.head]) in lists().time

    # -- clauses

    def _open(self, kind: str, subject: Chunk | None) -> None:
        self.clause = Clause(kind, self.clause, subject)
        self.clause.antecedent = subject
        self.last, self.prep, self.fresh = None, -1, False

    def _relative(self, k: int) -> None:
        last = self.last
        if self.prep >= 0:
            share = last is not None and last.number and last.last == self.prep == k - 1
            self._open("relative", last if share else None)
            if share and last is not None:
                last.clause = self.clause  # "five of whom are …"
            return
        comma = k > 0 and self.tags[k - 1] == ","
        verb = self.lower[self._next_verb(k)]
        harmful = (verb_lemma(verb) or verb) in lists().event
        while last is not None and last.prep >= 0 and last.before is not None:
            name = self.tags[last.head] == "M"
            place = noun_lemma(self.lower[last.head]) in lists().place
            aside = harmful and self.lower[last.prep] in PLACE_PREPOSITIONS
            if not ((name and not comma) or aside or (harmful and (name or place))):
                break
            last = last.before
        self._open("relative", last)
        if self.lower[k] in ("where", "whose"):
            self.clause.subject = None

    def _next_verb(self, k: int) -> int:
        """The first full verb within a few tokens behind `k`, or `k`."""
        for i in range(k + 1, min(k + 6, len(self.tags))):
            if self.tags[i] in VERB_TAGS:
                return i
        return k

    def _pause(self, t: str) -> None:
        """A comma closes what stands before a clause that waits for its verb; a full stop all."""
        if t == "(":
            self.brackets.append((self.clause, self.last))
            self._open("bracket", self.last)
            self.clause.subject = None
        elif t == ")":
            if self.brackets:
                self.clause, self.last = self.brackets.pop()
        elif t != ",":
            if not self.brackets:
                self.clause = Clause("main", None)
            if t == ".":
                self.last = None
        elif self.clause.verb >= 0:
            waiting = self._waiting()
            if waiting is not None:
                self.clause, self.last = waiting, None
        self.prep, self.fresh = -1, True

    def _waiting(self) -> Clause | None:
        """The nearest clause around this one that has no verb yet."""
        top = self.clause.parent
        for _ in range(REACH):
            if top is None or top.verb < 0:
                return top
            top = top.parent
        return None

    def _verb(self, first: int) -> int:
        """Reads a verb group and gives it to its clause; returns where it ends."""
        group = read_group(self.lower, self.tags, first)
        clause = self._clause_for(group)
        clause.verb, clause.lemma = group.main, group.lemma
        clause.modal, clause.negated = group.modal, group.negated
        clause.passive = self._is_passive(group, clause)
        self.clause, self.last = clause, None
        self.prep, self.fresh = -1, False
        return group.last

    def _is_passive(self, group: Group, clause: Clause) -> bool:
        if group.tag not in "KY":
            return False
        if group.helped:
            return group.be
        if clause.kind == "reduced":
            return group.lemma not in lists().intransitive
        return group.lemma in lists().passive and not object_follows(self.lower, self.tags, group.last)

    def _finite_ahead(self, k: int) -> bool:
        """Whether a finite verb follows before the next pause or clause."""
        for t in self.tags[k : k + REACH]:
            if t in "VYAL":
                return True
            if t in "SWC,:.()":
                return False
        return False

    def _clause_for(self, group: Group) -> Clause:
        """The clause that a verb belongs to: an open one, a new one, or one beside the last."""
        clause, last = self.clause, self.last
        before = self.tags[group.first - 1] if group.first else "."
        beside = last is not None and last.last >= group.first - (before in "RX")
        if group.tag == "B" or before == "T":
            return Clause("infinitive", clause, self._controller())
        if group.tag in "GK" and not group.helped:
            own = beside and last is not None and self.tags[last.head] != "D"  # not "each carrying"
            return Clause("reduced", clause, last if own else clause.subject)
        if group.tag == "Y" and group.first == 0 and self._opens_aside(group):
            return Clause("reduced", clause)  # "Founded in 2015, Acme has …"
        if group.tag == "Y" and not group.helped and last is not None and beside and self._is_reduced(group):
            if last.prep < 0 and last not in (clause.subject, clause.object):
                return self._new(last)  # "…, 40 wounded in blast"
            return Clause("reduced", clause, last)
        if group.tag == "Y" and not group.helped and before == "," and self._is_aside(group):
            return Clause("reduced", clause, clause.subject)  # "Police, backed by soldiers, searched …"
        if clause.verb < 0:
            return self._fill(clause, last if beside else None)
        waiting = self._waiting()
        if (
            waiting is not None
            and waiting.subject is not None
            and not (last is not None and self._clausal(last))
        ):
            return waiting
        if beside and last is not None and (last.prep < 0 or self._clausal(last)):
            return self._new(last)
        if clause.lemma in lists().saying and clause.object is not None and before != "C":
            return self._complement(clause.object)
        while clause.kind in ("reduced", "infinitive", "bracket") and clause.parent is not None:
            clause = clause.parent
        made = Clause(clause.kind, clause.parent, clause.subject)
        made.antecedent = clause.antecedent
        return made

    def _fill(self, clause: Clause, last: Chunk | None) -> Clause:
        if clause.subject is None and last is not None:
            if self._clausal(last):  # "After the dam failed, …"
                return self._new(last)
            if last.prep < 0:
                clause.subject = last
        return clause

    def _new(self, subject: Chunk) -> Clause:
        made = Clause("sub", self.clause, subject)
        subject.clause = made
        return made

    def _complement(self, subject: Chunk) -> Clause:
        """ "Officials said a boat with 70 people aboard overturned": the object turns out a subject."""
        made = self._new(subject)
        for chunk in reversed(self.chunks):
            if chunk is subject:
                break
            if chunk.clause is made.parent:
                chunk.clause = made
        return made

    def _is_reduced(self, group: Group) -> bool:
        """ "the people killed in the blast (were …)": no object, and the clause has or gets its own verb."""
        if group.lemma in lists().intransitive or object_follows(self.lower, self.tags, group.last):
            return False
        clause = self.clause
        if clause.verb < 0:
            return self._finite_ahead(group.last)
        return clause.lemma not in lists().saying and self._waiting() is None

    def _is_aside(self, group: Group) -> bool:
        """Whether a participle opens an aside that a comma and the clause's own verb close."""
        if (
            self.clause.verb >= 0
            or self.clause.subject is None
            or object_follows(self.lower, self.tags, group.last)
        ):
            return False
        tags = self.tags
        for k in range(group.last, min(group.last + REACH, len(tags) - 1)):
            if tags[k] == ",":
                return tags[k + 1] in "VYALR"
            if tags[k] in "VALSW.:":
                return False
        return False

    def _opens_aside(self, group: Group) -> bool:
        """Whether the participle that begins a sentence has no object, and its subject behind a comma."""
        tags = self.tags
        if object_follows(self.lower, tags, group.last):
            return False
        for k in range(group.last, min(group.last + REACH, len(tags) - 1)):
            if tags[k] == ",":
                return tags[k + 1] in "DMO" and self._finite_ahead(k + 1)
            if tags[k] in "VALSW.:":
                return False
        return False

    def _clausal(self, chunk: Chunk) -> bool:
        """ "after the dam failed", "in Kabul and police fled": the phrase may be a subject all the same."""
        if chunk.prep < 0:
            return False
        return self.lower[chunk.prep] in grammar().clausal or self.tags[chunk.first - 1] == "C"

    def _controller(self) -> Chunk | None:
        clause = self.clause
        if clause.object is not None and clause.lemma in lists().object_control and not clause.passive:
            return clause.object
        return clause.subject
