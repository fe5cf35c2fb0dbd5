"""The values of one kind in a long list, by figure: which of them may agree with one, without asking all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.claims.row import Row
from factcheck.compare.agreement import reach
from factcheck.model import Interval
from factcheck.rulebook.rule import Rule

BY_FIGURE = frozenset(("interval", "count", "toll", "duration", "ordinal"))  # verbs that figures decide

_Written = tuple[str | None, int | None]  # the unit and the number of digits


class Figures:
    """Rows of one kind and dimension."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._others: list[Row] = []  # hedged, bounded or said twice: any figure may agree
        exact: dict[_Written, list[tuple[Decimal, int, Row]]] = defaultdict(list)
        for number, row in enumerate(rows):
            figure = _figure(row)
            if figure is None:
                self._others.append(row)
            else:
                exact[_written(row)].append((figure, number, row))
        self._exact = {
            written: ([figure for figure, _, _ in line], [row for _, _, row in line])
            for written, line in ((written, sorted(line)) for written, line in exact.items())
        }

    def near(self, row: Row, rule: Rule) -> Iterator[Row]:
        """All rows whose value may agree with that of `row`, and some others."""
        figure = _figure(row) if rule.compare in BY_FIGURE else None
        if figure is None:
            yield from self._rows
            return
        yield from self._others
        unit, digits = _written(row)
        for (other, others_digits), (figures, rows) in self._exact.items():
            low, high = reach(figure, (digits, others_digits), rule.agree_within, unit == other)
            yield from rows[bisect_left(figures, low) : bisect_right(figures, high)]


def _written(row: Row) -> _Written:
    value = row.claim.value
    assert isinstance(value, Interval)
    return value.unit, value.digits


def _figure(row: Row) -> Decimal | None:
    """The one positive figure that a row gives without hedge or bound, in the base unit."""
    value = row.claim.canonical
    if not isinstance(value, Interval) or row.restated or value.bound != "exact" or value.approximate:
        return None
    return value.low if value.low and value.low > 0 and value.low == value.high else None
