"""Dates, times of day and stretches of the calendar, read from the words of one sentence."""

from factcheck.kinds.dates.read import read

__all__ = ["read"]
