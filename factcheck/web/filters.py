"""Which findings a page's address asks for, and in what order; `static/filters.js` does the same.

An address names facets ("rule=money/cost&rule=quotes/wording&status=open"): values of one facet
widen, facets narrow. `q` is searched for, all of its words; `sort` is one of SORTS.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.decisions import Decision
from factcheck.web.rows import Row

FACETS = (
    "status", "severity", "outcome", "verdict", "assignee",
    "rule", "kind", "subject", "source", "date",
)  # fmt: skip
SORTS = ("priority", "report", "subject", "rule", "date")
NONE = "(none)"


def facets(row: Row, decision: Decision | None, reopened: bool) -> dict[str, list[str]]:
    """The values of a row in every facet."""
    verdict = decision.verdict if decision else ""
    return {
        "status": ["decided" if decision else "reopened" if reopened else "open"],
        "severity": [row["severity"]],
        "outcome": [row["outcome"]],
        "verdict": [verdict or NONE],
        "assignee": [decision.note or NONE] if decision and verdict == "assigned" else [],
        "rule": [row["rule"]],
        "kind": [row["kind"]],
        "subject": [row["subject"] or NONE],
        "source": row["source"],
        "date": row["date"] or [NONE],
    }


def select(
    rows: Sequence[Row],
    held: Mapping[str, Decision],
    reopened: Mapping[str, Decision],
    asked: Mapping[str, Sequence[str]],
) -> list[Row]:
    """The rows that an address asks for, in its order."""
    words = " ".join(asked.get("q", ())).lower().split()
    wanted = {name: set(asked[name]) for name in FACETS if asked.get(name)}
    found = [
        row
        for row in rows
        if all(word in row["text"] for word in words)
        and _matches(facets(row, held.get(row["id"]), row["id"] in reopened), wanted)
    ]
    sort = next(iter(asked.get("sort", ())), SORTS[0])
    if sort == "priority":
        found.sort(key=lambda row: -row["priority"])
    elif sort in ("subject", "rule"):
        found.sort(key=lambda row: row[sort])  # type: ignore[literal-required]
    elif sort == "date":
        found.sort(key=lambda row: max(row["date"], default=""), reverse=True)
    return found


def _matches(values: Mapping[str, Sequence[str]], wanted: Mapping[str, set[str]]) -> bool:
    return all(not chosen.isdisjoint(values[name]) for name, chosen in wanted.items())
