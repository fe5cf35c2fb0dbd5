"""Numbers and quantities: quantity, count, ordinal, percent, money, duration and age."""

from factcheck.kinds.numbers.read import TAKEN, UNPLACED, read

__all__ = ["TAKEN", "UNPLACED", "read"]
