"""`Reading`: one document read to the end: its claims, their rows, its profile."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.claims.profile import Profile
from factcheck.claims.row import Row
from factcheck.errors import Problem
from factcheck.model import Claim, Document


@dataclass(slots=True)
class Reading:
    """`claims` in the order of the text, incidental ones too; `rows` of those that can be compared."""

    document: Document
    claims: tuple[Claim, ...] = ()
    rows: tuple[Row, ...] = ()
    profile: Profile = field(default_factory=Profile)
    sentence_count: int = 0
    problems: tuple[Problem, ...] = ()
