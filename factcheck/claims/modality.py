"""How a value is meant: as a fact, a belief, a plan, a possibility, a forecast, a denial, a mere case.

The words around the value are read within its clause only; words such as "deny" or "expect" reach
into the clause that they introduce. The words are data (`modes.py`), the clause is found by `clause.py`.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from factcheck.claims.clause import REACH, clause_end, clause_start, is_subject, main_clause
from factcheck.claims.modes import entries_of, harmless, match, may_be_coloured, reports, vocabulary
from factcheck.text.tokens import Tokens
from factcheck.text.words import ADJECTIVE, BASE, NOMINAL, grammar, readings, verb_form, verb_lemma

MODES: Final = ("denied", "hypothetical", "forecast", "possible", "planned", "believed")
GOVERNED: Final = frozenset(("to", "that", "of", "for"))  # behind a noun such as "plan" or "threat"
UNCHANGED: Final = frozenset(("forecast",))  # verbs whose past is a noun as well: "the bureau forecast rain"
NOMINALISED: Final = frozenset(("for", "of", "in", "from", "by"))  # behind the noun
POSSESSED: Final = frozenset(("'", "’", "'s", "’s"))
HEADLINE: Final = 6  # tokens before a headline's infinitive


class Modality(NamedTuple):
    """`mode` is asserted, believed, planned, possible, forecast, denied or hypothetical; `negated` says that
    the clause itself denies the value ("did not", "denied")."""

    mode: str
    negated: bool = False


ASSERTED: Final = Modality("asserted")
PLANNED: Final = Modality("planned")
UNTIL: Final = frozenset(("until", "till"))
PRESENT: Final = frozenset(("is", "are", "has", "have"))


def modality_of(tokens: Tokens, first: int, last: int) -> Modality:
    """How the value in tokens `first`..`last` (half-open) is meant in its clause."""
    near = tokens.lower[max(0, first - REACH) : last + REACH]
    if not may_be_coloured(near) and UNTIL.isdisjoint(near):
        return PLANNED if _is_headline_plan(tokens, first) else ASSERTED
    start = clause_start(tokens, first)
    above = _from_above(tokens, start)
    found = [*above, *_in_clause(tokens, start, first, bool(above))]
    if (ahead := main_clause(tokens, start, last)) > 0:
        found += _in_clause(tokens, ahead, clause_end(tokens, ahead), bool(above))
    if is_subject(tokens, start, first):
        found += _in_clause(tokens, last, clause_end(tokens, last), bool(above), behind=True)
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


def _in_clause(tokens: Tokens, start: int, stop: int, governed: bool, *, behind: bool = False) -> list[str]:
    """The modes of the words of tokens `start`..`stop`; in a governed clause "would" is mere grammar, and
    `behind` the subject only its own verb tells how it is meant."""
    found: list[str] = []
    at = start
    while at < stop:
        skip = harmless(tokens, at)
        clause, content = entries_of(tokens.lower[at])
        if skip or (clause is None and content is None):
            at += skip or 1
            continue
        mode, size = match(tokens, at, clause)
        verb = not behind or _is_verb(tokens, at, stop)
        if not mode and content is not None and verb and _governs(tokens, at):
            mode, size = match(tokens, at, content)
        if mode == "hypothetical" and tokens.lower[at] in ("would", "should") and size == 1:
            mode = "" if governed else "planned" if _is_reported(tokens, at) else mode
        if mode:
            found.append(mode)
        at += size
    return found


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
    if word in UNCHANGED and after not in NOMINALISED and after not in grammar().auxiliaries:
        return True
    if before == "n" and verb_lemma(word) == word:  # "the Scale plan costs", but "officials plan"
        return False
    return (
        bool(at)
        and before not in ("g", "p", "z", "a", "t")
        and tokens.lower[at - 1] not in grammar().prepositions
    )


def _is_verb(tokens: Tokens, at: int, stop: int) -> bool:
    """No noun ("marched against a plan to …"), no participle before the verb ("those scheduled were")."""
    closed = grammar()
    before = tokens.lower[at - 1]
    if (
        before in closed.determiners | POSSESSED
        or before in closed.prepositions
        or readings(before)[:1] == ADJECTIVE
    ):
        return False
    return not any(word in closed.auxiliaries for word in tokens.lower[at + 1 : stop])


def _is_reported(tokens: Tokens, at: int) -> bool:
    """A verb of saying stands in the sentence, and no "if"."""
    lower = tokens.lower
    before, behind = lower[max(0, at - REACH) : at], lower[at + 1 : at + REACH]
    if "if" in before or "if" in behind:
        return False
    return any(reports(word) for word in before) or any(
        reports(word) and "p" in verb_form(word) for word in behind
    )


def _from_above(tokens: Tokens, start: int) -> list[str]:
    """What the clause before says of this one: "denied that …", "expects that …", "if …", "until it is …"."""
    words = vocabulary()
    found: list[str] = []
    if start and tokens.lower[start - 1] in UNTIL and _is_present(tokens, start):
        return ["hypothetical"]
    if start and tokens.lower[start - 1] in ("that", "if", "unless"):
        if tokens.lower[start - 1] != "that":
            return ["hypothetical"]
        for k in range(start - 2, max(-1, start - 8), -1):
            word = tokens.lower[k]
            if word in words.marks or word == ",":
                break
            mode, _ = match(tokens, k, entries_of(word)[1])
            if mode:
                found.append(mode)
                break
            if reports(word):
                break
    return found


def _is_present(tokens: Tokens, start: int) -> bool:
    """Whether the first verb of a clause says what is, not what was."""
    for word in tokens.lower[start : start + REACH]:
        if word in grammar().auxiliaries or readings(word)[:1] in ("p", "z"):
            return word in PRESENT or readings(word)[:1] == "z"
    return False


__all__ = ["ASSERTED", "MODES", "Modality", "modality_of"]
