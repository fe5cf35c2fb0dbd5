"""Durations: measures of time, compared like every measure."""

from __future__ import annotations

from factcheck.compare.verbs.interval import compare

__all__ = ["compare"]
