"""Whether a value is told of what is so now, of what was so, or of what was so once.

"The zoo HAS 310 animals", "it CURRENTLY keeps 310"; "in 1990 it HAD 700"; "it ONCE had 700", "it OPENED
WITH 40". What is so and what was so in an earlier year are no two answers to one question.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from factcheck.claims.context import Context
from factcheck.claims.general import tells_past, tells_present
from factcheck.data import load
from factcheck.kinds.mention import Mention
from factcheck.text.attach import Attachment

FIGURES: Final = frozenset(("count", "quantity", "money", "percent"))
USED_TO: Final = ["used", "to"]
NOW: Final = "now"
USUAL: Final = "usual"
PAST: Final = "past"
ONCE: Final = "once"


def tense_of(mention: Mention, attachment: Attachment, context: Context) -> str:
    """`NOW`, `USUAL`, `PAST`, `ONCE` (of an earlier time, whichever), or "" where nothing says so."""
    verb = attachment.verb
    if verb is None or mention.kind not in FIGURES:
        return ""
    if context.tokens.lower[max(0, verb.index - 2) : verb.index] == USED_TO:
        return ONCE
    told = not _telling().isdisjoint(context.tokens.lower)
    if tells_present(verb.index, context):
        return USUAL if told and context.covers("habitual", mention) else NOW
    if not tells_past(verb.index, context):
        return ""
    if told and context.covers("current", mention):  # reported: "he said it now had 310"
        return NOW
    began = (
        context.tokens.lower[mention.first - 1 : mention.first] == ["with"] and verb.lemma in _beginnings()
    )
    return ONCE if began or (told and context.covers("formerly", mention)) else PAST


@cache
def _telling() -> frozenset[str]:
    """The last word of each phrase that tells a time: most sentences have none of them."""
    data = load("events")
    keys = (f"{key}{rest}" for key in ("current", "formerly", "habitual") for rest in ("", "_from"))
    return frozenset(phrase.split()[-1] for key in keys for phrase in data[key])


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(load("events")["beginnings"])
