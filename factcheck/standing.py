"""`Standing`: where a claim of a text stands among other texts, and the report made of standings."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from factcheck.errors import Problem
from factcheck.model import Claim, Conflict, Document, Outcome

Status: TypeAlias = Literal["contradicted", "differs", "single-source", "supported", "unchecked"]
STATUSES: tuple[Status, ...] = ("contradicted", "differs", "single-source", "supported", "unchecked")


@dataclass(frozen=True, slots=True)
class Opposition:
    """A claim that cannot be right together with another one; `outcome` is that of the two alone."""

    claim: Claim
    outcome: Outcome
    conflict: Conflict


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two sources' claims that contradict each other, of which the first supports the claim at hand."""

    first: Claim
    second: Claim
    conflict: Conflict


@dataclass(frozen=True, slots=True)
class Standing:
    """One claim and its `status`:

    contradicted: another text, or the ledger, cannot be right together with it;
    differs: the only figures to compare are earlier or later ones, or other people's estimates;
    single-source: one independent origin supports it; supported: two or more do, or the ledger;
    unchecked: nothing could be compared; `reason` is the commonest reason why, "" where nothing
    looked alike.

    `origins` counts the independent origins that support it: near-identical texts are one.
    `disagreements` are conflicts in which one of its supporters stands.
    """

    claim: Claim
    status: Status
    supported_by: tuple[Claim, ...] = ()
    contradicted_by: tuple[Opposition, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    origins: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AgainstReport:
    """Standings of all checkable claims of `documents`, in the order of the texts.

    `sources` are the texts (and the ledger) that they were compared with; `origins` groups ids of
    texts that are near-identical.
    """

    documents: tuple[Document, ...]
    sources: tuple[Document, ...] = ()
    standings: tuple[Standing, ...] = ()
    origins: tuple[tuple[str, ...], ...] = ()
    problems: tuple[Problem, ...] = ()
    _known: dict[str, Document] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._known.update((document.id, document) for document in (*self.documents, *self.sources))

    def counts(self) -> dict[str, int]:
        """How many claims have each status."""
        found = Counter(standing.status for standing in self.standings)
        return {status: found[status] for status in STATUSES}

    def find(self, document: str) -> Document:
        """The text, source or ledger with the id `document`; KeyError when there is none."""
        return self._known[document]

    def by_document(self) -> list[tuple[Document, list[Standing]]]:
        """Each text with the standings of its claims."""
        found: dict[str, list[Standing]] = {document.id: [] for document in self.documents}
        for standing in self.standings:
            found[standing.claim.span.document].append(standing)
        return [(document, found[document.id]) for document in self.documents]

    def to_dict(self) -> dict[str, Any]:
        """Exactly what `factcheck against --format json` prints."""
        from factcheck import __version__
        from factcheck.record import VERSION, problem_record

        return {
            "version": VERSION,
            "tool": f"factcheck {__version__}",
            "documents": [_document(document) for document in self.documents],
            "sources": [_document(document) for document in self.sources],
            "counts": self.counts(),
            "origins": [list(ids) for ids in self.origins],
            "claims": [_standing(standing, self) for standing in self.standings],
            "problems": [problem_record(problem) for problem in self.problems],
        }


def _document(document: Document) -> dict[str, Any]:
    keys = ("id", "source", "title", "published", "url")
    return {key: getattr(document, key) for key in keys}


def _standing(standing: Standing, report: AgainstReport) -> dict[str, Any]:
    from factcheck.record import side_record

    def side(claim: Claim) -> dict[str, Any]:
        return dict(side_record(claim, report.find(claim.span.document)))

    return {
        **side(standing.claim),
        "status": standing.status,
        "origins": standing.origins,
        "reason": standing.reason,
        "supported_by": [side(claim) for claim in standing.supported_by],
        "contradicted_by": [
            {**_conflict(one.conflict), "outcome": one.outcome, "claim": side(one.claim)}
            for one in standing.contradicted_by
        ],
        "disagreements": [
            {**_conflict(one.conflict), "claims": [side(one.first), side(one.second)]}
            for one in standing.disagreements
        ],
    }


def _conflict(conflict: Conflict) -> dict[str, Any]:
    keys = ("id", "rule", "outcome", "severity", "explanation", "slip", "settle")
    return {key: getattr(conflict, key) for key in keys}
