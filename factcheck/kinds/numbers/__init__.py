"""Numbers and quantities: quantity, count, ordinal, percent, money, duration and age."""

from factcheck.kinds.numbers.read import read

__all__ = ["read"]
