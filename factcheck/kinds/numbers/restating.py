"""One value said twice: "2,500 km (1,500 miles)", "995 miles, or 1,600 km", "C$9 (US$6.60) per share"."""

from __future__ import annotations

from factcheck.kinds.numbers.figure import Figure
from factcheck.kinds.numbers.measures import rate
from factcheck.text.tokens import Tokens
from factcheck.units import Units


def restate(tokens: Tokens, left: Figure, right: Figure, units: Units) -> bool:
    """ "2,500 km (1,500 miles)", "995 miles, or 1,600 km", "104 kW / 142 PS": the same in another unit."""
    if left.unit is None or right.unit is None or left.unit == right.unit or right.first - left.last > 3:
        return False
    between = tokens.lower[left.last : right.first]
    if not between or (
        between[0] not in ("(", "[", "/")
        and between not in (["or"], [",", "or"], [";"], ["-", "or"], ["–", "or"], ["—", "or"])
    ):
        return False
    one, other = units.dimension(left.unit), units.dimension(right.unit)
    money = one.startswith("currency") and other.startswith("currency") and between[0] != "/"
    if one != other and not money:
        return False
    right.restates = left.restates or left
    if right.bound == "exact" and not right.is_range:
        right.bound, right.approximate = right.restates.bound, right.restates.approximate
        right.low_open, right.high_open = right.restates.low_open, right.restates.high_open
    return True


def rate_behind(tokens: Tokens, right: Figure, units: Units) -> None:
    """ "C$9 (US$6.60) per share": the rate behind the bracket belongs to the value in front of it."""
    left, i = right.restates, right.last
    if left is None or left.per or i >= tokens.size or tokens.words[i] not in ")]":
        return
    last, left.last = left.last, i + 1
    rate(tokens, left, units)
    if not left.per:
        left.last = last
