"""What manuals state without a name: the words that say what a figure is of, of sentence, label and table.

"Logs are kept for 30 days", "Log retention: 14 days" and a table's row say one thing of one thing. A
statement is the words of the figure's own clause, label and column; where it stands is kept with it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from factcheck.claims.cases import is_case, opening, when
from factcheck.claims.context import Context
from factcheck.claims.general import KINDS, PERFECT, is_timeless, tells_past, tells_present
from factcheck.claims.phrasing import counted, degree, naming, phrase_terms, terms
from factcheck.claims.sections import NOWHERE, Place
from factcheck.kinds.mention import Mention
from factcheck.model import Interval
from factcheck.text.attach import Attachment
from factcheck.text.tags import VERB_TAGS

FINITE: Final = VERB_TAGS | frozenset("AL")
REACH: Final = 40  # tokens on each side of a value
OWNED: Final = frozenset(("its", "his", "her", "their"))
MARKS: Final = frozenset("|:")  # behind which a bare number stands
BRIEF: Final = 5  # words of a label that is no sentence
BAR: Final = "|"  # between the cells of a row
NUMBERED: Final = ("label", "version")
EXCEPTION: Final = "unless"  # the figure before it is a default
BREAKS: Final = frozenset((";", "—", "–", "(", ")", EXCEPTION))
JOINS: Final = frozenset(("and", "but", "or", "while", ","))
LATER: Final = frozenset(("later", "newer"))
BOUNDS: Final = {"at_most": "maximum", "at_least": "minimum"}


class Telling(NamedTuple):
    """`told`: what the figure is of; `degree`: default, maximum, minimum or ""; `when`: what it holds
    under; `near`, `around`: words of the nearest heading, of all that stands around; `labelled`: a label or a
    row says it, and no sentence."""

    told: frozenset[str] = frozenset()
    degree: str = ""
    when: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    labelled: bool = False


def telling(mention: Mention, attachment: Attachment, context: Context, place: Place = NOWHERE) -> Telling:
    """What is stated of a value at any time; nothing is told of a day or by somebody."""
    nothing = Telling(near=place.near, around=place.around)
    if mention.kind not in KINDS:
        return nothing
    if not is_timeless(context):
        return _in_case(nothing, mention, attachment, context)
    if is_case(mention, attachment, context.tokens.lower):
        return nothing
    clause = _Clause(
        mention, attachment, context, *_cell(mention, context, place), labelled=0 < len(place.label) <= BRIEF
    )
    if clause.spoken:
        verb = attachment.verb
        if verb is None or not tells_present(verb.index, context, PERFECT) or clause.is_of_somebody():
            return _in_case(nothing, mention, attachment, context)
    elif not place.label and not place.column:
        return nothing
    words, label = clause.words(), () if clause.spoken and not place.column else place.label
    named = (
        mention.noun
        and mention.noun.split()[-1].lower() in context.tokens.lower[mention.first : mention.last]
    )
    bare = mention.kind == "count" and not named and not mention.incidental
    if bare and clause.spoken:  # "it returns 5"
        return nothing
    return Telling(
        told=phrase_terms(words)
        | phrase_terms(label)
        | phrase_terms(place.column)
        | clause.named()
        | place.version,
        degree=_degree(mention, clause) or degree(place.column) or degree(label),
        when=phrase_terms(when(mention, attachment, context, clause.first)) if clause.spoken else frozenset(),
        near=place.near,
        around=place.around | phrase_terms(place.corner) | phrase_terms(place.label),
        labelled=not clause.spoken,
    )


def _in_case(nothing: Telling, mention: Mention, attachment: Attachment, context: Context) -> Telling:
    """What is told of one case alone: "in our test household it used 171 kWh"."""
    verb = attachment.verb
    if verb is None or not tells_past(verb.index, context):
        return nothing
    between = context.parsed.tags[verb.index + 1 : mention.first]
    if not FINITE.isdisjoint(between):  # "showed the Tarn, a phone that weighs 190 g"
        return nothing
    words = opening(mention, attachment, context, 0)
    return nothing._replace(when=phrase_terms(words)) if words else nothing


def _cell(mention: Mention, context: Context, place: Place) -> tuple[int, int]:
    """The tokens around a value, of its cell in a table's row and else of its sentence."""
    lower = context.tokens.lower
    first, last = max(0, mention.first - REACH), min(len(lower), mention.last + REACH)
    if place.column or place.corner:
        for at in range(mention.first - 1, first - 1, -1):
            if lower[at] == BAR:
                first = at + 1
                break
        last = next((at for at in range(mention.last, last) if lower[at] == BAR), last)
    return first, last


class _Clause:
    """The tokens `first`..`last` that a value is told in: between marks, and between joining words on both
    sides of which stands a verb, or another value ("8 GB of memory and 20 GB of disk space")."""

    def __init__(
        self,
        mention: Mention,
        attachment: Attachment,
        context: Context,
        first: int,
        last: int,
        *,
        labelled: bool,
    ) -> None:
        self.mention, self.attachment, self.context = mention, attachment, context
        self.lower, self.tags = context.tokens.lower, context.parsed.tags
        self._values = context.covered
        whole = first, last
        self.first, self.last = first, last
        for at in range(first, last):
            if at not in self._values and self._cuts(at, *whole):
                if at > mention.first:
                    self.last = at
                    break
                self.first = at + 1
        # beside a label what governs nothing is no verb: "Team plan: 600 requests per minute"
        self.spoken = any(tag in FINITE for tag in self.tags[whole[0] : whole[1]]) and not (
            labelled and attachment.verb is None
        )

    def _cuts(self, at: int, start: int, end: int) -> bool:
        word = self.lower[at]
        if word in BREAKS:
            return True
        if word not in JOINS:
            return False
        stops = (n for n in range(at + 1, end) if self.lower[n] in BREAKS or self.lower[n] in JOINS)
        left, right = range(start, at), range(at + 1, next(stops, end))
        return any(self.tags[n] in FINITE for n in left) and (
            any(self.tags[n] in FINITE for n in right)
            or (any(n in self._values for n in left) and any(n in self._values for n in right))
        )

    def words(self) -> list[str]:
        """The words of the clause outside of values, with subject and verb where another one has them, and
        those before the counted noun."""
        inside = range(self.first, self.last)
        found = [self.lower[at] for at in inside if at not in self._values]
        phrase, verb = self.attachment.subject, self.attachment.verb
        if phrase is not None and phrase.head not in inside and self.spoken and not self._has_subject():
            found += self.lower[phrase.first : phrase.last]
        if verb is not None and verb.index not in inside and self.spoken:
            found.append(self.lower[verb.index])
        return found + self.mention.noun.lower().split()[:-1]

    def _has_subject(self) -> bool:
        """Whether the clause leaves out its verb alone: "…, the console on port 7101"."""
        found = (self.context.chunk(at) for at in range(self.first, min(self.last, self.mention.first)))
        return any(chunk is not None and chunk.prep < 0 and chunk.head not in self._values for chunk in found)

    def is_of_somebody(self) -> bool:
        """Whether the subject is a part of what another sentence names ("its tail")."""
        phrase = self.attachment.owner or self.attachment.subject
        if phrase is None:
            return False
        return not OWNED.isdisjoint(self.lower[max(0, phrase.first - 1) : phrase.head + 1])

    def named(self) -> frozenset[str]:
        """The words of names that say nothing else ("the Nodus MAX board"), and the numbers that name
        something in the clause: "firmware 2.3"."""
        inside = range(self.first, self.last)
        names = [name for name in self.context.names if name.first in inside and name.last - name.first > 1]
        words = {self.lower[at] for name in names for at in range(name.first, name.last)}
        return frozenset(
            word for word in words if len(word) > 1 and word[0].isalpha() and not terms((word,))
        ) | frozenset(
            self.context.sentence.text[other.start : other.end].lower()
            for other in self._mentions()
            if other.incidental in NUMBERED and other is not self.mention
        )

    def _mentions(self) -> Sequence[Mention]:
        """The values in the clause."""
        found = self.context.mentions
        return found[bisect_left(found, self.first, key=_first) : bisect_left(found, self.last, key=_first)]


def _first(mention: Mention) -> int:
    return mention.first


def _degree(mention: Mention, clause: _Clause) -> str:
    """Which value of several it is: by its bound, the words before and behind it."""
    value, lower = mention.value, clause.lower
    if isinstance(value, Interval) and value.bound in BOUNDS:
        return BOUNDS[value.bound]
    before = [lower[at] for at in range(clause.first, mention.first)]
    return degree(reversed(before)) or degree(lower[mention.last : clause.last + 1])


def version_of(mention: Mention, context: Context, place: Place) -> str:
    """Of what a number and all later ones are versions ("Java 17 or later", "Python: 3.9 or newer"), "" for
    other numbers."""
    tokens = context.tokens
    last = mention.last
    if tokens.lower[last : last + 1] in (["or"], ["and"]):  # a number that names something takes in no bound
        last = min(last + 2, tokens.size)
    if mention.kind != "count" or mention.noun or tokens.lower[last - 1] not in LATER or not mention.first:
        return ""
    before = tokens.words[mention.first - 1]
    if before == ":":
        return place.label[-1] if place.label else ""
    return before.lower() if before[:1].isupper() and before.isalpha() else ""


def named_by(mention: Mention, place: Place) -> str:
    """The word by which column or label says that a bare number is a name ("Port | 8443"), "" for none."""
    if mention.kind != "count" or mention.noun:
        return ""
    return next((words[-1] for words in (place.column, place.label) if words and words[-1] in naming()), "")


def counted_by(mention: Mention, lower: Sequence[str], place: Place) -> str:
    """What column or label say that a bare number counts ("Connected devices | 128"), "" for nothing."""
    if mention.kind != "count" or mention.noun or (mention.first and lower[mention.first - 1] not in MARKS):
        return ""
    return counted(place.column) or counted(place.label)
