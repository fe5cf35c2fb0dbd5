"""Tolls: a count known by a certain hour. "At least 48" is the figure 48, not 48 and anything above."""

from __future__ import annotations

from factcheck.compare.verbs.count import compare

__all__ = ["compare"]
