"""Texts against a ledger: which claims speak of a fact, and which of them deviate from it.

A fact is not one more text: it has no sentence and no event around it. It meets the claims of its
kind and dimension that are about its subject and name its property, and its value is compared by the
same rule that compares two texts. All places that state one deviating value are one finding.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck import registry
from factcheck.claims.aliases import fold
from factcheck.claims.causes import clash
from factcheck.claims.facts import Fact, Facts
from factcheck.claims.nouns import same_group
from factcheck.claims.places import place_key
from factcheck.claims.profile import Profile
from factcheck.claims.row import Row
from factcheck.compare.gates import Pair, Reason, event_objection
from factcheck.compare.judge import Clash, Findings, identity, value_key
from factcheck.compare.outcome import outcome
from factcheck.compare.slips import slip
from factcheck.model import Claim, Conflict, NotComparable
from factcheck.rulebook import Rule, Rulebook
from factcheck.text.tokens import tokenise

RULE = "ledger/deviation"
SETTLE = "Mend the text, or the ledger if the fact itself has changed; look at the ledger's own source first."
DATED = ("money", "percent", "count")  # kinds of value that are true of a day, not for good
EVENT = "casualty"  # family of counts that belong to an event, not to a thing


def measure(
    rows: Sequence[Row], profiles: Sequence[Profile], ledger: Facts, rulebook: Rulebook, found: Findings
) -> None:
    """Adds to `found` what comes of comparing all rows with the facts."""
    known = [*profiles, *(Profile(published=fact.as_of or None) for fact in ledger.facts)]
    facts = [
        replace(fact, row=replace(fact.row, document=len(profiles) + number))
        for number, fact in enumerate(ledger.facts)
    ]
    index, overtaken = _Index(facts, known), _overtaken(facts)
    stated: set[tuple[int, int]] = set()  # (document, fact) where a text gives the fact as it is
    clashes: list[tuple[int, Clash]] = []
    for row in rows:
        for number in index.near(row) if not row.incidental else ():
            fact = facts[number]
            reason = _objection(row, fact, known)
            if reason is None and number in overtaken and not (row.days and fact.as_of):
                reason = "overtaken", "the ledger has a later figure"
            rule = None if reason else _rule(row, fact, rulebook)
            if reason is not None or rule is None:
                _refuse(found, row, fact, reason or ("no-rule", f"no rule for {row.kind}"))
                continue
            verdict = registry.get("factcheck.compare.verbs", rule.compare).compare(fact.row, row, rule)
            if verdict.outcome == "not_comparable":
                _refuse(found, row, fact, (verdict.reason, verdict.detail))
            elif verdict.outcome == "agree":
                found.comparable += 1
                found.agreements += 1
                found.agreed.append((row.claim, fact.row.claim, rule.id))
                stated.add((row.document, number))
            else:
                pair = Pair(row, fact.row, "ledger", _evidence(fact, ledger))
                clashes.append((number, Clash(pair, rule, verdict, outcome(pair, rule, known))))
    _settle(clashes, stated, facts, ledger, found)


def _settle(
    clashes: Sequence[tuple[int, Clash]],
    stated: set[tuple[int, int]],
    facts: Sequence[Fact],
    ledger: Facts,
    found: Findings,
) -> None:
    """Deviations as conflicts. Where a text gives the fact too, another figure that does not name the
    property is another thing's; where it names it, the text contradicts itself and the ledger."""
    groups: dict[tuple[int, object], list[Clash]] = defaultdict(list)
    for number, made in clashes:
        row, fact = made.pair.a, facts[number]
        if (row.document, number) in stated and not (row.attribute and row.attribute == fact.row.attribute):
            _refuse(found, row, fact, ("co-stated", f"{row.claim.span.document} states it too"))
            continue
        found.comparable += 1
        groups[number, value_key(row.claim)].append(made)
    for (number, _), group in groups.items():
        conflict = _conflict(group, facts[number], ledger)
        found.conflicts.append(conflict)
        found.clashed += [(made, conflict) for made in group]


class _Index:
    """Facts by what brings them together with a claim; numbers are those of the list."""

    def __init__(self, facts: Sequence[Fact], profiles: Sequence[Profile]) -> None:
        self._facts = facts
        self._profiles = profiles
        self._found: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._told: dict[tuple[int, int], bool] = {}
        for number, fact in enumerate(facts):
            for cell in _cells(fact):
                self._found[cell].append(number)

    def near(self, row: Row) -> list[int]:
        """Facts of a claim's kind and dimension that may be about its subject."""
        cell = row.kind, row.dimension
        keys = [row.subject] if row.subject else [*row.names, *self._described(row)]
        numbers = {number for key in keys for number in self._found.get(("name", *cell, key), ())}
        words = row.words | {row.subject_head}
        for word in words:
            near = self._found.get(("word", *cell, word), ())
            numbers.update(number for number in near if self._facts[number].subject <= words)
        events = self._found.get(("event", row.attribute), ())
        numbers.update(number for number in events if self._tells(row, number))
        families = ((number, self._facts[number].row) for number in sorted(numbers))
        return [
            number
            for number, fact in families
            if not (row.family or fact.family) or row.attribute == fact.attribute
        ]

    def _described(self, row: Row) -> Iterator[str]:
        """ "The bridge" in a text that names one bridge only."""
        word = fold(row.subject_head) if row.subject_head else ""
        named = [name for name in self._profiles[row.document].names if word and name.split(" ")[-1] == word]
        if len(named) == 1:
            yield named[0]

    def _tells(self, row: Row, number: int) -> bool:
        """Whether a text is about the event that is a fact's subject: its names and its cause."""
        if (row.document, number) not in self._told:
            profile, fact = self._profiles[row.document], self._facts[number]
            names = [word for word in tokenise(fact.row.claim.subject).words if word[:1].isupper()]
            known = all(place_key(name) in profile.places or fold(name) in profile.names for name in names)
            self._told[row.document, number] = bool(names) and known and not clash(fact.causes, profile.causes)
        return self._told[row.document, number]


def _cells(fact: Fact) -> Iterator[tuple[str, ...]]:
    """The keys under which a fact is found."""
    row = fact.row
    if row.family == EVENT:
        yield "event", row.attribute
        return
    for key in sorted(fact.keys):
        yield "name", row.kind, row.dimension, key
    if fact.subject and not fact.named:
        yield "word", row.kind, row.dimension, min(fact.subject)


def _objection(row: Row, fact: Fact, profiles: list[Profile]) -> Reason | None:
    """The first reason why a claim does not state the fact, or None."""
    if row.vague:
        return "vague", f"{row.claim.text} has no figure"
    if fact.row.family == EVENT:
        return event_objection(row, fact.row, profiles)
    if row.claim.modality != "asserted":
        return "different-modality", f"the text's value is {row.claim.modality}"
    if (found := _property(row, fact)) is not None:
        return found
    if row.part or not same_group(row.group, fact.row.group):
        detail = f"{row.group or 'everybody'} and {fact.row.group or 'everybody'}"
        return ("part-of-whole", "the text counts a part") if row.part else ("different-group", detail)
    for key in ("per", "change", "of") if row.kind == "count" else ("change",):
        mine, other = row.claim.scope.get(key, ""), fact.row.claim.scope.get(key, "")
        if mine != other:
            return "different-scope", f"{key}: {mine or 'none'} and {other or 'none'}"
    return _time(row, fact)


def _property(row: Row, fact: Fact) -> Reason | None:
    """Whether a claim names the property of the fact: by one word of the vocabulary, by the thing
    counted, or by the fact's own words."""
    if row.attribute and row.attribute == fact.row.attribute:
        return None
    said = row.attribute or row.head or "nothing"
    differ = "different-attribute", f"{said} and {fact.row.claim.attribute}"
    if row.kind in ("count", "ordinal") and fact.row.head:
        same = row.head == fact.row.head
        return None if same else ("different-noun", f"{row.head or 'nothing'} and {fact.row.head}")
    # "100 requests per minute" says itself what it counts
    counted = " / " in row.dimension and not fact.row.attribute
    return None if counted or fact.attribute <= row.words | {row.head, row.subject_head} else differ


def _time(row: Row, fact: Fact) -> Reason | None:
    """A figure that the text gives for other days than the fact's is not the fact's."""
    days = row.days if row.kind in DATED else ()
    if fact.as_of and days and not any(first <= fact.as_of <= last for first, last in days):
        return "different-time", f"{days[0][0]} and {fact.as_of}"
    return None


def _overtaken(facts: Sequence[Fact]) -> frozenset[int]:
    """Facts of which the ledger has a later one."""
    latest: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, fact in enumerate(facts):
        row = fact.row
        latest[row.subject, row.kind, row.dimension, row.attribute, row.head, fact.attribute].append(number)
    ordered = (sorted(numbers, key=lambda number: facts[number].as_of) for numbers in latest.values())
    return frozenset(number for numbers in ordered for number in numbers[:-1])


def _rule(row: Row, fact: Fact, rulebook: Rulebook) -> Rule | None:
    attribute = row.attribute or fact.row.attribute
    return rulebook.select(row.kind, dimension=row.dimension, attribute=attribute, noun=row.head)


def _refuse(found: Findings, row: Row, fact: Fact, reason: Reason) -> None:
    found.reasons[reason[0]] += 1
    found.refused.append(NotComparable(row.claim, fact.row.claim, *reason))


def _evidence(fact: Fact, ledger: Facts) -> tuple[str, ...]:
    property_ = fact.row.claim.attribute
    return (f"the ledger states {property_} of {fact.row.claim.subject} ({_place(fact.row.claim, ledger)})",)


def _place(claim: Claim, ledger: Facts) -> str:
    return f"{ledger.document.source}:{ledger.document.line_column(claim.span.start)[0]}"


def _conflict(group: Sequence[Clash], fact: Fact, ledger: Facts) -> Conflict:
    """One deviating value: every place that states it, then the fact."""
    stated = fact.row.claim
    claims = {made.pair.a.claim.id: made.pair.a.claim for made in group}
    places = tuple(sorted(claims.values(), key=lambda claim: (claim.span, claim.id)))
    first = min(group, key=lambda made: (made.outcome != "conflict", made.pair.a.claim.span))
    told = ", ".join(filter(None, (fact.source, fact.url, f"as of {fact.as_of}" if fact.as_of else "")))
    message = (
        f"{stated.subject}: {stated.attribute}: “{first.pair.a.claim.text}” deviates from the ledger, which has "
        f"“{stated.text}” ({_place(stated, ledger)}{f'; {told}' if told else ''})"
    )
    severity = "note" if first.outcome != "conflict" else "error" if fact.authority else "warning"
    return Conflict(
        id=identity(RULE, stated.subject, stated.attribute, (places[0], stated)),
        rule=RULE,
        outcome=first.outcome,
        severity=severity,  # type: ignore[arg-type]
        subject=stated.subject,
        attribute=stated.attribute,
        claims=(*places, stated),
        explanation=message,
        slip=slip(places[0], stated),
        comparable=first.pair.evidence,
        settle=SETTLE,
    )
