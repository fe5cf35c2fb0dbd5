"""The clause that a value stands in: where it begins, where it ends, and whether the value is its subject."""

from __future__ import annotations

from typing import Final

from factcheck.claims.modes import reports, vocabulary
from factcheck.text.tokens import Tokens
from factcheck.text.words import grammar, readings

OPENING: Final = 4  # tokens between a value and the comma that ends the phrase before its clause
OWNERS: Final = frozenset(("its", "his", "her", "their"))
REACH: Final = 40  # tokens that are looked at on each side


def clause_start(tokens: Tokens, first: int) -> int:
    """The token where the clause of a value begins."""
    comma = 0
    for k in range(first - 1, max(-1, first - REACH), -1):
        word = tokens.lower[k]
        if _is_boundary(tokens, k):
            if word in grammar().relatives:  # "Berg, who may leave, has 3": it ended before
                return comma + 1 if comma else _main_verb(tokens, k + 1, first) or k + 1
            return k if word == "as" else k + 1
        if word in ("and", "or", ",") and _new_clause(tokens, k, first):
            return k + 1
        if k + 1 < first and reports(word) and _opens_clause(tokens, k + 1):
            return k + 1
        comma = k if word == "," else comma
    return max(0, first - REACH)


def _main_verb(tokens: Tokens, start: int, first: int) -> int:
    """The verb of the main clause behind a relative one that no comma ends ("those who will leave SPENT a
    year"): a second finite verb with an object; 0 for none."""
    closed = grammar()
    verbs = 0
    for at in range(start, first):
        word = tokens.lower[at]
        form = "a" if word in closed.auxiliaries else readings(word)[:1]
        if form in ("p", "z") and word not in closed.prepositions and tokens.words[at][0].islower():
            joined = at == start or tokens.lower[at - 1] in closed.auxiliaries
            bare = at + 2 == first or tokens.lower[at + 1] not in closed.prepositions  # else "based in"
            if verbs and not joined and bare:
                return at
            verbs += 1
        else:
            verbs += form == "a"
    return 0


def _is_boundary(tokens: Tokens, k: int) -> bool:
    """A mark or word that parts clauses, but no "as" of "as many as"."""
    words = vocabulary()
    word = tokens.lower[k]
    if word == "as" and tokens.lower[k + 1] in ("many", "much", "few"):
        return False
    return word in words.marks or word == "that" or word in words.boundary


def _new_clause(tokens: Tokens, k: int, first: int) -> bool:
    """Behind "and", "or" or a comma stands a subject with its own finite verb before the value."""
    closed = grammar()
    for at in range(k + 1, first):
        word = tokens.lower[at]
        if word in closed.auxiliaries:
            return at > k + 1
        if (
            tokens.words[at][0].islower()
            and readings(word)[:1] in ("p", "z")
            and word not in closed.prepositions
        ):
            return True
        if word in (",", "to"):
            return False
    return False


def _opens_clause(tokens: Tokens, at: int) -> bool:
    """A subject begins at a token: pronoun, determiner, name or number."""
    word = tokens.words[at]
    closed = grammar()
    return (
        word[0].isupper()
        or word[0].isdigit()
        or word.lower() in closed.pronouns
        or word.lower() in closed.determiners
    )


def clause_end(tokens: Tokens, last: int) -> int:
    """The token behind the clause to the right of a value; what stands between two commas is let through."""
    words = vocabulary()
    k = last
    aside = False
    while k < min(tokens.size, last + REACH):
        word = tokens.lower[k]
        if word == "," and not aside and "," in tokens.lower[k + 1 : k + 14]:
            aside = True
        elif word == ",":
            if not aside:
                return k
            aside = False
        elif word in words.marks or (not aside and (word in words.boundary or word in ("and", "that"))):
            return k
        k += 1
    return k


def is_subject(tokens: Tokens, start: int, first: int) -> bool:
    """No verb stands before the value in its clause: it belongs to the subject."""
    closed = grammar()
    if _is_owned(tokens, start):
        return False
    for k in range(start, first):
        word = tokens.lower[k]
        if word in closed.auxiliaries:
            return False
        form = readings(word)[:1]
        if (
            tokens.words[k][0].islower()
            and form in ("p", "z", "t", "b", "g")
            and word not in closed.prepositions
            and word not in ("estimated",)
        ):
            return False
    return True


def main_clause(tokens: Tokens, start: int, last: int) -> int:
    """Where the clause goes on behind a phrase that opens it and holds the value ("In a deal worth $2bn,
    Acme will …"); 0 for no such phrase."""
    if tokens.lower[start] not in grammar().prepositions or _is_owned(tokens, start):
        return 0
    for at in range(last, min(last + OPENING, tokens.size)):
        if tokens.lower[at] == ",":
            return at + 1
    return 0


def _is_owned(tokens: Tokens, start: int) -> bool:
    """What the subject has already opens the clause: "with its seven rooms it will be …"."""
    return tokens.lower[start] == "with" and tokens.lower[start + 1] in OWNERS
