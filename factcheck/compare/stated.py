"""Co-stated values: what the other text says too is no contradiction.

Total and part, killed and wounded, two named sources: when a text that gives 31 also gives the 20
that the other text has, the two texts do not contradict each other. It is the commonest cause of
false alarms, and either value is enough.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from factcheck import registry
from factcheck.claims.profile import Profile
from factcheck.claims.row import Row
from factcheck.compare.figures import Figures
from factcheck.compare.gates import attribute, of_event
from factcheck.compare.pair import Pair
from factcheck.compare.stories import is_large, same_value
from factcheck.model import Interval, Verdict
from factcheck.rulebook import Rule

LIST = 40  # values of one kind in a text: beyond, what names somebody else is another entry
COUNTABLE = ("count", "money", "quantity", "percent")  # whose differences are told
MEASURED = frozenset(("money", "quantity", "percent"))
FEW = 4  # values that are looked at one by one
NOBODY = ""  # in place of the subject, where there is none …
ONLY_NOBODY = " "  # … and where no other name stands in the sentence either
OTHER_EVENT = frozenset(("different-time", "different-event", "different-place"))


class Stated:
    """All values of each text, by kind and dimension."""

    def __init__(self, rows: Sequence[Row], profiles: list[Profile]) -> None:
        self._profiles = profiles
        self._rows: dict[tuple[int, str, str], list[Row]] = defaultdict(list)
        self._stale = {(row.document, row.kind) for row in rows if row.stale}
        self._counts: dict[tuple[int, int], list[Row]] = defaultdict(list)
        self._parts: dict[tuple[int, int], list[Row]] = defaultdict(list)
        self._lists: dict[tuple[int, str, str], _List] = {}
        self._told: dict[tuple[int, str, str], dict[int, list[Row]]] = {}  # by sentence, of those asked for
        self._answers: dict[tuple[str, int, int, str], bool] = {}
        for row in rows:
            self._rows[row.document, row.kind, row.dimension].append(row)
            if row.kind == "count" and isinstance(row.claim.value, Interval):
                self._counts[row.document, row.sentence].append(row)
            if isinstance(row.claim.value, Interval) and (row.part or row.incidental):
                self._parts[row.document, row.sentence].append(row)

    def elsewhere(self, pair: Pair, rule: Rule) -> str | None:
        """Where one side's value stands in the other side's text for a compatible claim, or None; what that
        text calls overtaken is not what it states."""
        if pair.a.document == pair.b.document or pair.via == "key":  # other values are of other settings
            return None
        for mine, other in ((pair.a, pair.b), (pair.b, pair.a)):
            beside = other.sentence if pair.via == "copy" or mine.incidental else -1
            key = mine.claim.id, other.document, beside, rule.id
            answer = self._answers.get(key)
            if answer is None:
                answer = self._answers[key] = self._states(other, mine, beside, rule)
            if answer:
                return f"{other.claim.span.document} states it too"
            if pair.via != "copy" and self._is_beside(mine, other):
                return f"{other.claim.span.document} states it beside"
            if pair.via != "copy" and self._tells_difference(mine, other):
                return f"{mine.claim.span.document} states the difference"
        return None

    def _is_beside(self, mine: Row, other: Row) -> bool:
        """Whether the sentence of a clashing measure gives the very figure of the other text as well: "comes
        to 9.4 billion, of which the satellite accounts for 6.1 billion"."""
        key = other.document, mine.kind, mine.dimension
        if mine.kind not in MEASURED:
            return False
        if key not in self._told:
            told = self._told[key] = defaultdict(list)
            for row in self._rows.get(key, ()):
                told[row.sentence].append(row)
        beside = self._told[key].get(other.sentence, ())
        return any(row is not other and row.claim.canonical == mine.claim.canonical for row in beside)

    def _tells_difference(self, row: Row, other: Row) -> bool:
        """Whether the sentence of a figure gives by how much it is another one: "34 dollars, three more than
        first offered", "seven of the nine" against two."""
        mine, theirs = row.claim.value, other.claim.value
        if row.kind not in COUNTABLE or not (isinstance(mine, Interval) and isinstance(theirs, Interval)):
            return False
        difference = abs(mine.figure - theirs.figure)
        if (mine.unit != theirs.unit and row.kind != "count") or difference in (mine.figure, theirs.figure):
            return False
        if mine.figure < theirs.figure and self._adds_up(row, difference):
            return True
        parts = self._parts.get((row.document, row.sentence), ())
        return any(_is_one_of(part, row) and part.claim.value.figure == difference for part in parts)  # type: ignore[union-attr]

    def _adds_up(self, row: Row, rest: Decimal) -> bool:
        """Whether a count is told with another one of its kind that makes up the rest: "29 insurgents and six
        soldiers were killed" of 35."""
        beside = self._counts.get((row.document, row.sentence), ()) if row.kind == "count" else ()
        return any(
            each is not row and each.attribute == row.attribute and each.claim.value.figure == rest  # type: ignore[union-attr]
            for each in beside
        )

    def overtaken(self, pair: Pair, rule: Rule) -> bool:
        """Whether one side's text gives the other side's value as overtaken: "initially put at 31 tonnes"."""
        if pair.a.document == pair.b.document or pair.via == "key":
            return False
        return any(
            (other.document, mine.kind) in self._stale and self._states(other, mine, -1, rule, stale=True)
            for mine, other in ((pair.a, pair.b), (pair.b, pair.a))
        )

    def _states(self, other: Row, mine: Row, beside: int, rule: Rule, stale: bool = False) -> bool:
        """Whether the text of `other`, whose value clashes, states that of `mine` in another place, outside
        sentence `beside`; that one is aligned already. `stale`: as overtaken."""
        compare = registry.get("factcheck.compare.verbs", rule.compare).compare
        for row in self._candidates(other.document, mine, rule):
            if row is other or row.stale != stale or row.sentence == beside:
                continue
            if self._compatible(mine, row):
                if mine.incidental:  # a port is another one however near it is
                    if mine.claim.value == row.claim.value:
                        return True
                    continue
                verdict: Verdict = compare(mine, row, rule)
                if verdict.outcome == "agree" and not _is_loose(row, mine):
                    return True
        return False

    def _candidates(self, document: int, mine: Row, rule: Rule) -> Iterable[Row]:
        """The values of a text that may be of the same thing: in a list, those that name it or nobody."""
        key = document, mine.kind, mine.dimension
        rows = self._rows.get(key, ())
        if mine.family or len(rows) <= LIST:
            return rows
        if key not in self._lists:
            self._lists[key] = _List(rows)
        return self._lists[key].near(mine, rule)

    def _compatible(self, mine: Row, row: Row) -> bool:
        """Whether a value of the other text may be the same statement: one frame, noun or property."""
        if row.vague:
            return False
        if mine.family or row.family:
            if mine.attribute != row.attribute:
                return False
            found = of_event(mine, row, self._profiles)
            return found is None or found[0] not in OTHER_EVENT
        if attribute.act(mine, row) or attribute.act(row, mine):
            return False
        if mine.kind in ("age", "title"):
            return mine.subject == row.subject
        if mine.kind == "duration" and mine.claim.scope.get("per") != row.claim.scope.get("per"):
            return False  # "every two years" says nothing of a warranty
        if mine.kind == "date" and (mine.verb != row.verb or mine.granularity != row.granularity):
            return False
        if mine.subject and row.subject and mine.subject != row.subject:
            return False
        if mine.thing and row.thing and mine.thing != row.thing:
            return False  # what a page holds says nothing of what a request is limited to
        if _is_bounded(row) and mine.told and row.told and mine.told.isdisjoint(row.told):
            return False  # nor "a backup takes up to 2 hours" of how long a query may run
        if mine.attribute and row.attribute:
            return mine.attribute == row.attribute
        if mine.kind in ("count", "ordinal"):
            return mine.head == row.head or (not row.head and is_large(row))  # "412 million"
        return mine.subject == row.subject or not mine.subject or not row.subject


def _is_one_of(part: Row, row: Row) -> bool:
    """Whether a part may be one of another figure's: of 34 dollars "three more", "three dollars more"."""
    bare = part.kind == "count" and not part.head
    return part.incidental or bare or (part.kind == row.kind and part.head in ("", row.head))


def _is_bounded(row: Row) -> bool:
    value = row.claim.value
    return isinstance(value, Interval) and value.bound in ("at_least", "at_most")


def _is_loose(row: Row, mine: Row) -> bool:
    """Whether a bound covers a value of another property by chance: "stole for more than six years" says
    nothing of a sentence of nine years."""
    return _is_bounded(row) and row.attribute != mine.attribute and not same_value(mine, row)


class _List:
    """Many values of one kind in a text, by whom or what their sentences name."""

    def __init__(self, rows: Sequence[Row]) -> None:
        named: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            for name in row.names:
                named[name].append(row)
            if (subject := row.subject or NOBODY) not in row.names:
                named[subject].append(row)
            if not row.names and not row.subject:
                named[ONLY_NOBODY].append(row)
        self._named = named
        self._parts: dict[str, Figures] = {}

    def near(self, mine: Row, rule: Rule) -> list[Row]:
        """The values that name whom a claim names, or nobody, as far as their figures may agree."""
        subject = mine.subject or NOBODY
        found: list[Row] = []
        for name in (*mine.names, *(() if subject in mine.names else (subject,)), ONLY_NOBODY):
            rows = self._named.get(name, ())
            if len(rows) <= FEW:
                found += rows
                continue
            if name not in self._parts:
                self._parts[name] = Figures(rows)
            found += self._parts[name].near(mine, rule)
        return found
