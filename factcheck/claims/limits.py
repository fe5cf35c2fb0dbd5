"""Limits told by a denial: what "must not weigh more than 95 kg" weighs 95 kg at most."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from factcheck.kinds.mention import Mention
from factcheck.model import Interval
from factcheck.text.tokens import Tokens
from factcheck.text.words import grammar

REACH: Final = 6  # tokens between a denial and its value
NOT: Final = frozenset(("not", "never"))
SHORT: Final = ("n't", "n’t")
NOBODY: Final = frozenset(("cannot", "nobody", "none", "nothing"))
BREAKS: Final = frozenset(", ; : ( ) – — that whether if when because and but or who which".split())


def limited(mention: Mention, tokens: Tokens) -> Mention | None:
    """A value "more than" or "less than" which is denied, as the limit that it is; None for all others."""
    value = mention.value
    if not isinstance(value, Interval) or not _is_denied(tokens, mention.first):
        return None
    if value.bound == "at_least" and value.low_open:
        limit = replace(value, low=None, high=value.low, bound="at_most", low_open=False)
    elif value.bound == "at_most" and value.high_open:
        limit = replace(value, low=value.high, high=None, bound="at_least", high_open=False)
    else:
        return None
    return replace(mention, value=limit)


def _is_denied(tokens: Tokens, first: int) -> bool:
    """Whether "must not", "cannot", "nobody" stands before a value, with only what is denied between."""
    for at in range(first - 1, max(-1, first - 1 - REACH), -1):
        word = tokens.lower[at]
        if word in BREAKS:
            return False
        if word in NOBODY or word.endswith(SHORT):
            return True
        if word in NOT:
            return at > 0 and tokens.lower[at - 1] in grammar().auxiliaries
    return False
