"""A draft against its sources: what each of its claims rests on.

    from factcheck.against import against
    report = against(draft, ["sources/"], factcheck.Checker(), ledger="facts.yaml")

Texts are compared as in a report; here the same pairs are told claim by claim.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from os.path import realpath
from pathlib import Path

from factcheck.checker import Checker, Comparison, Input
from factcheck.compare.ledger import RULE
from factcheck.errors import Problem
from factcheck.model import Claim, Document, Outcome
from factcheck.standing import AgainstReport, Disagreement, Opposition, Standing, Status


def against(
    draft: Document, sources: Iterable[Input], checker: Checker, ledger: str | Path | None = None
) -> AgainstReport:
    """The standing of each checkable claim of `draft` among `sources`: paths, folders or documents.

    `ledger` is a YAML file of facts that stands among the sources with authority, instead of the
    checker's own. The draft itself is left out of the sources. FactcheckError when the ledger cannot
    be read.
    """
    facts = None
    if ledger is not None:
        from factcheck.claims.ledger import read_facts

        facts = read_facts(ledger)
    documents, problems, _ = checker.documents(sources)
    for document in documents:
        if document.id == draft.id and document.text != draft.text:
            message = f"a source has the id of the draft, “{draft.id}”; it is left out"
            hint = "give it an id of its own"
            problems.append(Problem("duplicate-id", message, document.source, hint=hint))
    others = [document for document in documents if not _is_draft(document, draft)]
    comparison = checker.compare([draft, *others], problems, facts)
    return standings(comparison, draft.id)


def _is_draft(document: Document, draft: Document) -> bool:
    """Whether a source is the draft itself, perhaps reached by another path."""
    if document.id == draft.id:
        return True
    return document.text == draft.text and realpath(document.source) == realpath(draft.source)


def ledger(inputs: Iterable[Input], checker: Checker) -> AgainstReport:
    """The standing of each checkable claim of every document among all the others."""
    return standings(checker.compare(inputs))


def standings(
    comparison: Comparison, draft: str | None = None, dismissed: Collection[str] = ()
) -> AgainstReport:
    """The report on one text of a comparison, or on all of them.

    `dismissed` are ids of conflicts that a person found to be none: they count for nothing.
    """
    readings = comparison.readings
    told = [reading for reading in readings if draft in (None, reading.document.id)]
    others = [reading.document for reading in readings if draft not in (None, reading.document.id)]
    if comparison.ledger is not None:
        others.append(comparison.ledger.document)
    pairs = _Pairs(comparison, own_counts=draft is not None, dismissed=dismissed)
    found = [
        pairs.standing(claim)
        for reading in told
        for claim in reading.claims
        if "incidental" not in claim.flags
    ]
    return AgainstReport(
        documents=tuple(reading.document for reading in told),
        sources=tuple(others),
        standings=tuple(found),
        origins=tuple(ids for ids in comparison.origins if len(ids) > 1),
        problems=tuple(sorted(comparison.problems, key=lambda p: (p.source, p.line, p.column, p.message))),
    )


class _Pairs:
    """What was compared with each claim. `own_counts`: a copy of a text is a witness for it, as a
    source is for the draft that was made from it."""

    def __init__(self, comparison: Comparison, own_counts: bool, dismissed: Collection[str]) -> None:
        self._own_counts = own_counts
        self._origin = {name: number for number, ids in enumerate(comparison.origins) for name in ids}
        facts = comparison.ledger.facts if comparison.ledger is not None else ()
        self._authority = {fact.row.claim.id for fact in facts if fact.authority}
        # A value given again in another unit stands or falls with the one that it restates.
        self._whole = {
            again.id: row.claim.id
            for reading in comparison.readings
            for row in reading.rows
            for again in row.restated
        }
        self._agreed: dict[str, dict[str, Claim]] = defaultdict(dict)
        self._clashed: dict[str, dict[tuple[str, str], Opposition]] = defaultdict(dict)
        self._refused: dict[str, Counter[str]] = defaultdict(Counter)
        self._collect(comparison, dismissed)

    def _collect(self, comparison: Comparison, dismissed: Collection[str]) -> None:
        found = comparison.found
        # What a configuration or a suppression in a text silences counts for nothing here either.
        settled = {decision.conflict for decision in comparison.decisions if decision.settles}
        settled |= set(dismissed)
        conflicts = {one.id: one for one in found.conflicts if one.id not in settled}
        for a, b, _ in found.agreed:
            if a.span.document != b.span.document:
                self._agreed[a.id][b.id] = b
                self._agreed[b.id][a.id] = a
        for clash, made in found.clashed:
            a, b = clash.pair.a.claim, clash.pair.b.claim
            conflict = conflicts.get(made.id)
            if conflict is None:
                continue
            self._clashed[a.id][b.id, conflict.id] = Opposition(b, clash.outcome, conflict)
            self._clashed[b.id][a.id, conflict.id] = Opposition(a, clash.outcome, conflict)
        for pair in found.refused:
            self._refused[pair.first.id][pair.reason] += 1
            self._refused[pair.second.id][pair.reason] += 1

    def standing(self, claim: Claim) -> Standing:
        """Where the claim stands."""
        key = self._whole.get(claim.id, claim.id)
        supporters = sorted(self._agreed[key].values(), key=_place)
        against_it = {**self._clashed[key], **(self._clashed[claim.id] if key != claim.id else {})}
        against_it = {pair: one for pair, one in against_it.items() if one.claim.id != claim.id}
        opposed = sorted(against_it.values(), key=_opposite)
        origins = {self._origin.get(other.span.document, -1) for other in supporters}
        if not self._own_counts:
            origins.discard(self._origin.get(claim.span.document, -1))
        return Standing(
            claim=claim,
            status=self._status(supporters, opposed, len(origins)),
            supported_by=tuple(supporters),
            contradicted_by=tuple(opposed),
            disagreements=self._disagreements(claim, supporters),
            origins=len(origins),
            reason=self._reason(key) if not (supporters or opposed) else "",
        )

    def _status(self, supporters: list[Claim], opposed: list[Opposition], origins: int) -> Status:
        """The ledger has the last word; without it one contradiction is enough."""
        against_it: list[tuple[str, Outcome]] = [(one.conflict.rule, one.outcome) for one in opposed]
        if (RULE, "conflict") in against_it:
            return "contradicted"
        if any(other.id in self._authority for other in supporters):
            return "supported"
        if any(outcome == "conflict" for _, outcome in against_it):
            return "contradicted"
        if supporters:
            return "supported" if origins > 1 else "single-source"
        return "differs" if opposed else "unchecked"

    def _disagreements(self, claim: Claim, supporters: list[Claim]) -> tuple[Disagreement, ...]:
        """Conflicts between a supporter and another text than the claim's own."""
        found: dict[frozenset[str], Disagreement] = {}
        for supporter in supporters:
            for one in sorted(self._clashed[supporter.id].values(), key=_opposite):
                if one.outcome == "conflict" and one.claim.span.document != claim.span.document:
                    pair = frozenset((supporter.id, one.claim.id))
                    found.setdefault(pair, Disagreement(supporter, one.claim, one.conflict))
        return tuple(found.values())

    def _reason(self, key: str) -> str:
        reasons = self._refused[key]
        return min(reasons, key=lambda reason: (-reasons[reason], reason), default="")


def _opposite(one: Opposition) -> tuple[object, ...]:
    return *_place(one.claim), one.conflict.id


def _place(claim: Claim) -> tuple[str, int, str]:
    return claim.span.document, claim.span.start, claim.id
