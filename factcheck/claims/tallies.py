"""How far an election is counted: "57 percent, with 62 percent of polling stations counted" is no result."""

from __future__ import annotations

from typing import Final

from factcheck.claims.context import Context
from factcheck.kinds.mention import Mention
from factcheck.model import Interval
from factcheck.text.words import noun_lemma

CAST: Final = frozenset(
    ("vote", "ballot", "station", "precinct", "district", "return", "booth", "constituency")
)
COUNTED: Final = frozenset(("counted", "reporting", "tallied", "processed"))
REACH: Final = 4  # tokens between what is counted and the word for it
FINAL: Final = 95  # percent counted, from which little can change
ITSELF: Final = "so far"
TOLD: Final = frozenset(("percent", "count"))


def counted_so_far(mention: Mention, context: Context) -> str:
    """What share of the votes was counted when a figure of a sentence was so, `ITSELF` for that share, ""
    where nothing says so or nearly all were counted."""
    if mention.kind not in TOLD:
        return ""
    share = next((each for each in context.mentions if _is_share_counted(each, context)), None)
    if share is None:
        return ""
    return ITSELF if share is mention else context.tokens.surface(share.first, share.last)


def _is_share_counted(mention: Mention, context: Context) -> bool:
    """ "62 percent of polling stations counted", "a third of precincts reporting"."""
    value = mention.value
    if mention.kind != "percent" or not isinstance(value, Interval) or value.figure >= FINAL:
        return False
    lower = context.tokens.lower
    if lower[mention.last : mention.last + 1] != ["of"]:
        return False
    for at in range(mention.last + 1, min(mention.last + 1 + REACH, len(lower))):
        if noun_lemma(lower[at]) in CAST:
            return not COUNTED.isdisjoint(lower[at + 1 : at + 1 + REACH])
    return False
