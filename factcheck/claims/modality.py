"""How a value is meant: as a fact, a belief, a plan, a possibility, a forecast, a denial, a mere case.

The words around the value are read within its clause only; words such as "deny" or "expect" reach
into the clause that they introduce. Words are data (`data/modality.yaml`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from factcheck.data import load
from factcheck.text.tokens import Tokens
from factcheck.text.words import BASE, NOMINAL, grammar, readings, remembered, verb_form, verb_lemma

# The stronger one first.
MODES: Final = ("denied", "hypothetical", "forecast", "possible", "planned", "believed")
GOVERNED: Final = frozenset(("to", "that", "of", "for"))  # behind a noun such as "plan" or "threat"
POSSESSED: Final = frozenset(("'", "’", "'s", "’s"))
HEADLINE: Final = 6  # tokens before a headline's infinitive
OPENING: Final = 4  # tokens between a value and the comma that ends the phrase before its clause
REACH: Final = 40  # tokens that are looked at on each side


class Modality(NamedTuple):
    """`mode` is asserted, believed, planned, possible, forecast, denied or hypothetical; `negated` says that
    the clause itself denies the value ("did not", "denied")."""

    mode: str
    negated: bool = False


ASSERTED: Final = Modality("asserted")
PLANNED: Final = Modality("planned")


@dataclass(frozen=True, slots=True)
class _Entry:
    """What may begin with one word: its own mode, and longer phrases by their second word."""

    mode: str
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@dataclass(frozen=True, slots=True)
class _Words:
    clause: dict[str, _Entry]
    content: dict[str, _Entry]
    harmless: dict[str, tuple[tuple[str, ...], ...]]
    reporting: frozenset[str]
    boundary: frozenset[str]
    marks: frozenset[str]


@cache
def _words() -> _Words:
    data = load("modality")
    harmless: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in data["harmless"]:
        words = tuple(phrase.split())
        harmless[words[0]] = (*harmless.get(words[0], ()), words)
    return _Words(
        _entries(data["clause"]), _entries(data["content"]), harmless, frozenset(data["reporting"].split()),
        frozenset(data["boundary"].split()), frozenset(data["marks"].split()),
    )  # fmt: skip


def _entries(classes: dict[str, list[str]]) -> dict[str, _Entry]:
    """First word -> what it may begin; of two modes for one phrase the first class wins."""
    found: dict[str, _Entry] = {}
    for mode, phrases in classes.items():
        for phrase in phrases:
            words = tuple(phrase.split())
            entry = found.setdefault(words[0], _Entry("", {}))
            if len(words) == 1:
                found[words[0]] = entry if entry.mode else _Entry(mode, entry.phrases)
            else:
                listed = (*entry.phrases.get(words[1], ()), (words, mode))
                entry.phrases[words[1]] = tuple(sorted(listed, key=lambda each: -len(each[0])))
    return found


@remembered
def _entry(word: str) -> tuple[_Entry | None, _Entry | None]:
    """The entries of a word, as it stands or as a form of a verb: (clause, content)."""
    words = _words()
    lemma = (
        "be" if word.endswith(("'re", "'m")) else "'ll" if word.endswith("'ll") else verb_lemma(word) or word
    )
    return words.clause.get(word) or words.clause.get(lemma), words.content.get(word) or words.content.get(
        lemma
    )


@remembered
def _reports(word: str) -> bool:
    """A form of a verb of reporting."""
    return bool(verb_form(word)) and verb_lemma(word) in _words().reporting


def modality_of(tokens: Tokens, first: int, last: int) -> Modality:
    """How the value in tokens `first`..`last` (half-open) is meant in its clause."""
    near = tokens.lower[max(0, first - REACH) : last + REACH]
    if not _may_be_coloured(near):
        return PLANNED if _is_headline_plan(tokens, first) else ASSERTED
    start = _clause_start(tokens, first)
    above = _from_above(tokens, start)
    found = [*above, *_in_clause(tokens, start, first, bool(above))]
    if (ahead := _main_clause(tokens, start, last)) > 0:
        found += _in_clause(tokens, ahead, _clause_end(tokens, ahead), bool(above))
    if _is_subject(tokens, start, first):
        found += _in_clause(tokens, last, _clause_end(tokens, last), bool(above))
    for mode in MODES:
        if mode in found:
            return Modality(mode, mode == "denied")
    return ASSERTED


def _is_headline_plan(tokens: Tokens, first: int) -> bool:
    """ "Acme to cut 300 jobs": a headline's infinitive behind its first phrase, with no verb before it."""
    for at in range(1, min(first, HEADLINE)):
        word = tokens.lower[at]
        if word == "to":
            return BASE in readings(tokens.lower[at + 1]) and not tokens.lower[at + 1][0].isdigit()
        if not (tokens.words[at][0].isupper() or NOMINAL.intersection(readings(word)[:1])):
            return False
    return False


def _main_clause(tokens: Tokens, start: int, last: int) -> int:
    """Where the clause goes on behind a phrase that opens it and holds the value ("In a deal worth $2bn,
    Acme will …"); 0 for no such phrase."""
    if tokens.lower[start] not in grammar().prepositions:
        return 0
    for at in range(last, min(last + OPENING, tokens.size)):
        if tokens.lower[at] == ",":
            return at + 1
    return 0


@cache
def _signals() -> tuple[frozenset[str], frozenset[str]]:
    """Words without one of which no phrase can match, and those that need "to" right behind them."""
    data = load("modality")
    closed = grammar()
    alone: set[str] = set()
    before_to: set[str] = set(closed.be)
    for phrase in (p for part in ("clause", "content") for mode in data[part].values() for p in mode):
        words = phrase.split()
        if words[0] == "be" and words[-1] == "to":
            before_to.update(words[1:2])
        elif words[0] == "be" or words[0] in closed.prepositions or words[0] in closed.determiners:
            alone.add(max(words[1:], key=len, default=words[0]))
        else:
            alone.add(words[0])
    return frozenset(alone), frozenset(before_to - {"to"})


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(word for names in load("calendar")["weekdays"].values() for word in names)


@remembered
def _signal(word: str) -> bool:
    """Whether a word may begin a phrase or be the telling word of one."""
    alone = _signals()[0]
    return word in alone or verb_lemma(word) in alone or word.endswith("'ll")


def _may_be_coloured(words: list[str]) -> bool:
    """Whether anything in these words can colour a clause: a cheap look before the exact one."""
    if any(map(_signal, words)):
        return True
    heads = _signals()[1]
    return "to" in words and any(word == "to" and before in heads for before, word in pairwise(words))


def _in_clause(tokens: Tokens, start: int, stop: int, governed: bool) -> list[str]:
    """The modes of the words of tokens `start`..`stop`; in a governed clause "would" is mere grammar."""
    found: list[str] = []
    at = start
    while at < stop:
        skip = _harmless(tokens, at)
        if skip:
            at += skip
            continue
        clause, content = _entry(tokens.lower[at])
        mode, size = _match(tokens, at, clause)
        if not mode and content is not None and _governs(tokens, at):
            mode, size = _match(tokens, at, content)
        if mode == "hypothetical" and tokens.lower[at] in ("would", "should") and size == 1:
            mode = "" if governed else "planned" if _is_reported(tokens, at) else mode
        if mode:
            found.append(mode)
        at += size
    return found


def _match(tokens: Tokens, at: int, entry: _Entry | None) -> tuple[str, int]:
    """(mode, tokens) of the longest phrase at a token; ("", 1) for none."""
    if entry is None or _is_month(tokens, at):
        return "", 1
    if entry.phrases:
        second = _past_adverbs(tokens, at + 1)
        word = tokens.lower[second] if second < tokens.size else ""
        for phrase, mode in entry.phrases.get(word) or entry.phrases.get(verb_lemma(word) or word, ()):
            if all(tokens.lower[second + k - 1 : second + k] == [phrase[k]] for k in range(2, len(phrase))):
                return mode, second - at + len(phrase) - 1
    return entry.mode, 1


def _past_adverbs(tokens: Tokens, at: int) -> int:
    """The first token from `at` on that is no adverb ("is still due") and no day ("agreed on Monday")."""
    while at < tokens.size and tokens.lower[at].isalpha():
        day = at + (tokens.lower[at] == "on")
        if day < tokens.size and tokens.lower[day] in _weekdays():
            at = day + 1
        elif readings(tokens.lower[at])[:1] == "r":
            at += 1
        else:
            break
    return at


def _harmless(tokens: Tokens, at: int) -> int:
    for phrase in _words().harmless.get(tokens.lower[at], ()):
        if tuple(tokens.lower[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _is_month(tokens: Tokens, at: int) -> bool:
    """ "May" as a month: a capital inside the sentence or a number beside it."""
    if tokens.words[at] != "May":
        return False
    after = tokens.lower[at + 1] if at + 1 < tokens.size else ""
    return at > 0 or after[:1].isdigit()


def _governs(tokens: Tokens, at: int) -> bool:
    """No mere object as in "exchanged vows" or "hit targets": what follows or comes before tells."""
    word = tokens.lower[at]
    if not {"n", "s"}.intersection(readings(word)):
        return True
    after = tokens.lower[at + 1] if at + 1 < tokens.size else ""
    if after in GOVERNED or after in grammar().be:
        return True
    if (
        at and tokens.lower[at - 1] in grammar().determiners | POSSESSED
    ):  # "analysts' forecasts", "the dispute"
        return False
    before = readings(tokens.lower[at - 1])[:1] if at else ""
    if before == "n" and verb_lemma(word) == word:  # "the Scale plan costs", but "officials plan"
        return False
    return (
        bool(at)
        and before not in ("g", "p", "z", "a", "t")
        and tokens.lower[at - 1] not in grammar().prepositions
    )


def _is_reported(tokens: Tokens, at: int) -> bool:
    """A verb of saying stands in the sentence, and no "if"."""
    lower = tokens.lower
    before, behind = lower[max(0, at - REACH) : at], lower[at + 1 : at + REACH]
    if "if" in before or "if" in behind:
        return False
    return any(_reports(word) for word in before) or any(
        _reports(word) and "p" in verb_form(word) for word in behind
    )


def _clause_start(tokens: Tokens, first: int) -> int:
    """The token where the clause of a value begins."""
    comma = 0
    for k in range(first - 1, max(-1, first - REACH), -1):
        word = tokens.lower[k]
        if _is_boundary(tokens, k):
            closed = comma and word in grammar().relatives  # "Berg, who may leave, has 3": it ended before
            return comma + 1 if closed else k if word == "as" else k + 1
        if word in ("and", "or", ",") and _new_clause(tokens, k, first):
            return k + 1
        if k + 1 < first and _reports(word) and _opens_clause(tokens, k + 1):
            return k + 1
        comma = k if word == "," else comma
    return max(0, first - REACH)


def _is_boundary(tokens: Tokens, k: int) -> bool:
    """A mark or word that parts clauses, but no "as" of "as many as"."""
    words = _words()
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


def _clause_end(tokens: Tokens, last: int) -> int:
    """The token behind the clause to the right of a value; what stands between two commas is let through."""
    words = _words()
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


def _is_subject(tokens: Tokens, start: int, first: int) -> bool:
    """No verb stands before the value in its clause: it belongs to the subject."""
    closed = grammar()
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


def _from_above(tokens: Tokens, start: int) -> list[str]:
    """What the clause before says of this one: "denied that …", "expects that …", "if …"."""
    words = _words()
    found: list[str] = []
    if start and tokens.lower[start - 1] in ("that", "if", "unless"):
        if tokens.lower[start - 1] != "that":
            return ["hypothetical"]
        for k in range(start - 2, max(-1, start - 8), -1):
            word = tokens.lower[k]
            if word in words.marks or word == ",":
                break
            mode, _ = _match(tokens, k, _entry(word)[1])
            if mode:
                found.append(mode)
                break
            if _reports(word):
                break
    return found


__all__ = ["ASSERTED", "MODES", "Modality", "modality_of"]
