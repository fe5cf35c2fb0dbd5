"""Where something else begins within a run of capitals, which may otherwise be one name."""

from __future__ import annotations

from typing import Final

from factcheck.text.namelists import name_lists
from factcheck.text.tokens import Tokens
from factcheck.text.words import grammar

BOUND: Final = 4  # tokens from the beginning of a bound to its number


def opens_bound(tokens: Tokens, at: int) -> bool:
    """Whether a bound and its number begin at a capital, a statement of their own behind a headline without
    a full stop: "City Paper Reports AT LEAST 40 people", "LUND More than 40 people"."""
    word, lower = tokens.words[at], tokens.lower
    if lower[at - 1] in name_lists().striking and (lower[at] in grammar().numbers):
        return True  # "Blast KILLS TWO"
    if word.isupper() or lower[at] not in name_lists().bound:
        return False
    for behind in range(at + 1, min(at + BOUND, tokens.size)):
        if lower[behind][0].isdecimal() or lower[behind] in grammar().numbers:
            return True
        if lower[behind] not in name_lists().bound:
            return False
    return False


def opens_title(tokens: Tokens, at: int) -> bool:
    """Whether a person's title and name begin at a token: "the alliance of PRIME MINISTER Ann Berg"."""
    words, lower, named = tokens.words, tokens.lower, name_lists()
    end = at
    while (
        end < tokens.size
        and words[end][0].isupper()
        and lower[end] in named.title_modifier | named.adjectives
    ):
        end += 1
    titled = end < tokens.size and words[end][0].isupper() and lower[end] in named.title
    return titled and end + 1 < tokens.size and words[end + 1][0].isupper()
