"""JSON Schemas of everything that factcheck prints or reads, made from the types themselves."""

from __future__ import annotations

from typing import Any

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NAMES = ("claim", "config", "conflict", "decision", "report", "rule")


def schema(name: str) -> dict[str, Any]:
    """The schema called `name`, one of NAMES.

    claim: a line of `extract`; config: a factcheck.toml; conflict: a finding; decision: a line of a log
    of decisions or a baseline; report: `report --format json`; rule: a rule file.
    """
    from pydantic import TypeAdapter

    made = TypeAdapter(_type(name)).json_schema(mode="validation")
    return {"$schema": DIALECT, **made, "title": f"factcheck {name}"}


def _type(name: str) -> Any:
    from factcheck import decisions, jsontypes
    from factcheck.config import settings
    from factcheck.rulebook import rule

    return {
        "claim": jsontypes.ClaimRecord,
        "config": settings.Settings,
        "decision": decisions.Decision,
        "conflict": jsontypes.ConflictRecord,
        "report": jsontypes.ReportRecord,
        "rule": rule.Rule,
    }[name]
