"""The case that a statement holds in: "needs 0.5 kWh WITH 4 KG", "DURING AN UPDATE the fan takes 3 W".

Manuals give one thing for several loads, speeds, programmes and temperatures, each with a figure of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from factcheck.claims.context import Context
from factcheck.claims.sections import Place
from factcheck.kinds.mention import Mention
from factcheck.model import Interval
from factcheck.text.attach import Attachment

KINDS: Final = frozenset(("quantity", "percent", "money", "count"))
CASES: Final = frozenset(("at", "to", "from", "after"))
UNDER: Final = CASES | {"with", "for", "under", "over", "above", "below", "between"}
WITH: Final = frozenset(("at", "with"))
BREAKS: Final = frozenset((";", "—", "–", "|"))
EQUIPPED: Final = frozenset(("with", "without"))
OF: Final = frozenset(("of", "between", "to"))  # what a thing is made of
INSIDE: Final = frozenset("PDJNMQ-")  # tags of what a phrase behind a subject is made of
BY_DEFAULT: Final = ["out", "of", "the", "box"]  # in no case of its own
MARKS: Final = frozenset("|:")
Figure = tuple[str, str, Decimal]  # kind, unit, one end


def given(mention: Mention, context: Context, place: Place) -> frozenset[Figure]:
    """The figures behind prepositions in the clause of a value, and those of its label; of such a figure
    those that it leads to ("a round takes 45 MINUTES with 4 kg")."""
    lower = context.tokens.lower
    leads = not WITH.isdisjoint(lower[mention.first - 1 : mention.first])
    others = [each for each in context.mentions if each is not mention and (leads or each.kind in KINDS)]
    if not others:
        return frozenset()
    if leads and not place.label:
        return frozenset(figure for each in others for figure in _figures(each))
    told = (each for each in others if _is_under(each, mention, lower, label=bool(place.label)))
    return frozenset(figure for each in told for figure in _figures(each))


def _is_under(each: Mention, mention: Mention, lower: Sequence[str], *, label: bool) -> bool:
    first, last = min(each.last, mention.last), max(each.first, mention.first)
    between = lower[first:last]
    if label and each.first < mention.first and not MARKS.isdisjoint(between):
        return MARKS.isdisjoint(lower[: each.first])
    before, opens = lower[each.first - 1] if each.first else "", lower[each.first]  # "over 5 kg"
    return (before in UNDER or (opens in UNDER and opens not in WITH)) and BREAKS.isdisjoint(between)


def _figures(mention: Mention) -> list[Figure]:
    value = mention.value
    if not isinstance(value, Interval):
        return []
    return [(mention.kind, value.unit or "", end) for end in (value.low, value.high) if end is not None]


def is_case(mention: Mention, attachment: Attachment, lower: Sequence[str]) -> bool:
    """Whether a value in the subject says of which case a sentence tells: "charging AT 7 KW takes 1 hour"."""
    verb, value, before = attachment.verb, mention.value, lower[mention.first - 1 : mention.first]
    if verb is None or mention.last > verb.index or not isinstance(value, Interval):
        return False
    stands = mention.first > 1 and not CASES.isdisjoint(before) and value.bound == "exact"
    return stands and "," not in lower[mention.last : verb.index]


def when(mention: Mention, attachment: Attachment, context: Context, first: int) -> list[str]:
    """The words of the case that a clause from token `first` on tells of: what it opens with, and what its
    sentence opens with."""
    found = opening(mention, attachment, context, first)
    return found + _fronted(context, first) if first else found


def opening(mention: Mention, attachment: Attachment, context: Context, first: int) -> list[str]:
    """What stands before the subject from token `first` on, and says when a statement holds: "During an
    update the …"."""
    lower, tags, subject = context.tokens.lower, context.parsed.tags, attachment.subject
    if tags[first : first + 1] not in (["P"], ["S"]):
        return []
    if subject is not None:
        counted = mention.first < subject.first < mention.last  # "on the busiest trip 79 passengers were …"
        end = mention.first if counted else subject.first
    else:  # "in trial mode drafts are kept"
        nouns = (chunk.head for chunk in context.parsed.chunks if chunk.prep == first)
        end = next(nouns, 0) if attachment.verb is not None else 0
    if end > mention.first:  # "At 40 kg it …"
        return []
    if lower[first : first + len(BY_DEFAULT)] == BY_DEFAULT:
        first += len(BY_DEFAULT)
    return [lower[at] for at in range(first, end) if at not in context.covered]


def _fronted(context: Context, first: int) -> list[str]:
    """What a sentence of several clauses opens with and holds them under ("with …", "if …"), up to a comma or
    what no preposition governs."""
    lower, tags = context.tokens.lower, context.parsed.tags
    if tags[0] != "S" and lower[0] not in EQUIPPED:
        return []
    end = lower.index(",") if "," in lower[:first] else first
    if tags[0] == "P":
        end = min(end, next((chunk.first for chunk in context.parsed.chunks if chunk.prep < 0), end))
    return [lower[at] for at in range(end) if at not in context.covered]


def behind(mention: Mention, attachment: Attachment, context: Context) -> list[str]:
    """What a preposition ties to a subject, before its verb: "the toner IN THE BOX lasts for …"."""
    subject, verb, tags = attachment.subject, attachment.verb, context.parsed.tags
    if subject is None or verb is None or not subject.last < verb.index or tags[subject.last] != "P":
        return []
    lower, found = context.tokens.lower, []
    for at in range(subject.last, verb.index):
        if lower[at] in OF or at == mention.first or tags[at] not in INSIDE:
            break
        if at not in context.covered:
            found.append(lower[at])
    return found
