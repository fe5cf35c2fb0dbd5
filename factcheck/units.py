"""Units: spellings → unit, dimension, factor. The only user of pint.

`Units.default()` holds the shipped units; `units.with_extra(…)` gives a copy that knows more, for
one caller and nobody else. Conversions are exact: factors are fractions, taken from a table made
at release time (`tools/build_units.py`), or from pint for units that a user added. pint is handed
names and definitions of our own files only, never text.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from factcheck import spellings
from factcheck.data import load
from factcheck.errors import FactcheckError, Problem
from factcheck.invalid import meant
from factcheck.model import Interval
from factcheck.text.tokens import Tokens
from factcheck.text.words import REMEMBERED
from factcheck.yamlfile import Node, parse, plain

WIDE: Final = Context(prec=60, rounding=ROUND_HALF_EVEN)
FINAL: Final = Context(prec=28, rounding=ROUND_HALF_EVEN)
PER: Final = " / "
COUNT: Final = "count"
ENTRIES: Final = ("units", "currencies", "dimensions", "prefixes")  # keys of a user's file
UNIT: Final = {
    "define": str, "words": list, "symbols": list, "prefixes": list, "before": list,
    "plural": str, "powers": str,
}  # fmt: skip
CURRENCY: Final = {"signs": list, "words": list, "names": list, "countries": list, "code": str, "minor": dict}


@dataclass(frozen=True, slots=True)
class Scale:
    """A unit's `dimension`, the unit `base` it is compared in, and value × factor + offset to get there."""

    dimension: str
    base: str
    factor: Fraction
    offset: Fraction = Fraction(0)


class Units:
    """What units there are, how they are written and how they convert. Immutable; safe in threads."""

    def __init__(
        self, units: Mapping[str, Any], currencies: Mapping[str, Any], table: Mapping[str, Scale]
    ) -> None:
        self._data = units, currencies
        self._spellings = spellings.build(units, currencies)
        self._dimensions: dict[str, str] = dict(units["dimensions"])
        self._scales: dict[str, Scale] = dict(table)
        self._derived = lru_cache(maxsize=REMEMBERED)(self._new_scale)  # any noun may stand in "A / B"
        self._ratios = {
            (left, right): name
            for name, base in self._dimensions.items()
            for left, right in [self._sides(base)]
            if right
        }
        self._lock = threading.Lock()
        self._registry: Any = None
        self.minor = self._spellings.minor
        self.before = self._spellings.before
        self.currencies = self._spellings.currencies
        self.signs = self._spellings.signs

    @staticmethod
    def default() -> Units:
        """The shipped units, built once."""
        return _default()

    def with_extra(self, extra: Mapping[str, Any] | str | Path) -> Units:
        """A copy with the entries of `extra`: a mapping, or a YAML file, of the form of `data/units.yaml`.

        `units`, `dimensions`, `prefixes` and `currencies` are laid over the ones there are.
        """
        if not isinstance(extra, Mapping):
            return self.with_extra(plain(Path(extra).read_text(encoding="utf-8"), str(extra)))
        units, currencies = self._data
        merged = {
            **units,
            **{key: {**units[key], **extra.get(key, {})} for key in ("units", "dimensions", "prefixes")},
        }
        money = {**currencies, "currencies": {**currencies["currencies"], **extra.get("currencies", {})}}
        changed = {*extra.get("units", {}), *extra.get("currencies", {})}
        table = (
            {name: scale for name, scale in self._scales.items() if name not in changed}
            if changed
            else self._scales
        )
        return Units(merged, money, {name: scale for name, scale in table.items() if PER not in name})

    # ------------------------------------------------------------ spellings

    def find(self, tokens: Tokens, i: int, figures: bool = True) -> tuple[str, int] | None:
        """The unit written at token `i` and the token behind it; symbols count only behind `figures`."""
        if i >= tokens.size:
            return None
        found = (
            spellings.walk(self._spellings.words, tokens.lower, i, tokens)
            if tokens.lower[i] in self._spellings.words
            else None
        )
        if figures:
            word = tokens.words[i]
            tree = self._spellings.symbols
            if word not in tree:
                tree = self._spellings.folded
                if word not in tree and len(word) > 2 and not word.endswith("s"):
                    word = word.lower()  # "Ghz"
                    if word in tree:
                        return tree[word][spellings.END], i + 1
            if word in tree:
                symbol = spellings.walk(tree, tokens.words, i, tokens)
                if symbol is not None and (found is None or symbol[1] >= found[1]):
                    return symbol
        return found

    # ------------------------------------------------------------ dimensions and conversion

    def scale(self, unit: str) -> Scale | None:
        """How a unit converts; None for a name that is no unit (a counted noun)."""
        return self._scales.get(unit) or self._derived(unit)

    def dimension(self, unit: str | None) -> str:
        """ "length", "currency:USD", "speed", "currency:USD / volume" …; "count" for anything else."""
        scale = self.scale(unit) if unit else None
        return scale.dimension if scale else COUNT

    def convert(self, value: Decimal, unit: str, to: str) -> Decimal:
        """`value` of `unit` in the unit `to`; ValueError where they are not of one dimension."""
        one, other = self.scale(unit), self.scale(to)
        if one is None or other is None or one.dimension != other.dimension:
            raise ValueError(f"no conversion from {unit!r} to {to!r}")
        exact = (Fraction(value) * one.factor + one.offset - other.offset) / other.factor
        return _rounded(exact.numerator, exact.denominator)

    def canonical(self, interval: Interval) -> Interval:
        """The same interval in the base unit of its dimension; unchanged where the unit is none."""
        scale = self.scale(interval.unit) if interval.unit else None
        if scale is None or (scale.base == interval.unit and scale.factor == 1):
            return interval
        low = _to_base(interval.low, scale)
        high = low if interval.high == interval.low else _to_base(interval.high, scale)
        return replace(interval, low=low, high=high, unit=scale.base)

    def _sides(self, unit: str) -> tuple[str, str]:
        """The dimensions of "A / B" where both have a table entry of their own, else ("", "")."""
        left, _, right = unit.partition(PER)
        one, other = self._scales.get(left), self._scales.get(right)
        return (one.dimension, other.dimension) if one and other else ("", "")

    def _new_scale(self, unit: str) -> Scale | None:
        left, per, right = unit.rpartition(PER)
        if per:
            return self._ratio(left, right)
        power, _, name = unit.rpartition(" ")
        if name in self._spellings.definitions and power in ("", "square", "cubic"):
            return self._from_pint(unit)
        return None

    def _ratio(self, left: str, right: str) -> Scale | None:
        """The scale of "USD / barrel"; a noun below the stroke stays as it is ("USD / share")."""
        over, under = self.scale(left), self.scale(right)
        if over is None and under is None:
            return None
        over = over or Scale(left, left, Fraction(1))
        under = under or Scale(right, right, Fraction(1))
        factor = over.factor / under.factor
        named = self._ratios.get((over.dimension, under.dimension))
        if named is None:
            return Scale(f"{over.dimension}{PER}{under.dimension}", f"{over.base}{PER}{under.base}", factor)
        base = self._dimensions[named]
        left, _, right = base.partition(PER)
        one, other = self._scales[left], self._scales[right]
        return Scale(named, base, factor / (one.factor / other.factor))

    def _from_pint(self, unit: str) -> Scale:
        with self._lock:
            registry = self._registry = self._registry or self._make_registry()
            return self._measured(registry, unit)

    def _measured(self, registry: Any, unit: str) -> Scale:
        """Dimension, factor and offset as pint works them out."""
        one = registry.Quantity(Fraction(1), unit)
        dimension = _product(one.dimensionality)
        if dimension.startswith("[currency_"):
            code = dimension[len("[currency_") : -1]
            return Scale(f"currency:{code}", code, _fraction(one.to(code).magnitude))
        for name, base in self._dimensions.items():
            if registry.Quantity(Fraction(1), base).dimensionality == one.dimensionality:
                offset = _fraction(registry.Quantity(Fraction(0), unit).to(base).magnitude)
                return Scale(name, base, _fraction(one.to(base).magnitude) - offset, offset)
        root = one.to_root_units()
        return Scale(dimension, _product(root.unit_items()), _fraction(root.magnitude))

    def _make_registry(self) -> Any:
        """Pint's registry of exactly our definitions, in fractions."""
        import pint

        registry: Any = pint.UnitRegistry(
            None, non_int_type=Fraction, cache_folder=None, autoconvert_offset_to_baseunit=True
        )
        for name, definition in self._spellings.definitions.items():
            registry.define(f"{name} = {definition}")
        return registry

    def table(self) -> dict[str, Scale]:
        """Every defined unit with its scale from pint: what `tools/build_units.py` writes down."""
        names = list(self._spellings.definitions)
        for name, entry in self._data[0]["units"].items():
            if entry.get("powers"):
                spans = [name, *(f"{prefix}{name}" for prefix in entry.get("prefixes", ()))]
                names += [f"{power} {span}" for power in ("square", "cubic") for span in spans]
        return {name: self._from_pint(name) for name in names}


def own(given: Mapping[str, Any] | str | Path | None) -> str:
    """The entries of a user's file or mapping (`Units.with_extra`) as JSON, "" for none; FactcheckError with
    the place of every one that no unit can be made of."""
    if given is None:
        return ""
    root = parse(json.dumps(given), "units") if isinstance(given, Mapping) else _parsed(given)
    problems = list(_misshapen(root))
    if not problems:
        made = Units.default().with_extra(root.plain())
        problems = [
            problem for name, node in _entries(root, "units") for problem in _unmade(made, name, node)
        ]
    if problems:
        raise FactcheckError(*problems)
    return json.dumps(root.plain(), sort_keys=True)


@lru_cache(maxsize=8)
def with_own(extra: str) -> Units:
    """The shipped units, with the entries that `own` gave."""
    return Units.default().with_extra(json.loads(extra)) if extra else Units.default()


def _parsed(path: str | Path) -> Node:
    try:
        return parse(Path(path).read_text(encoding="utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise FactcheckError(Problem("config", f"the units cannot be read: {reason}", str(path))) from None


def _entries(root: Node, key: str) -> list[tuple[str, Node]]:
    entries = root.at(key)
    return sorted(entries.value.items()) if entries is not root and isinstance(entries.value, dict) else []


def _misshapen(root: Node) -> Iterator[Problem]:
    """What is no mapping, no list or no key of units."""
    if not isinstance(root.value, dict):
        yield root.problem(f"keys should stand here: {', '.join(ENTRIES)}", "", "config")
        return
    for key, node in root.value.items():
        if key not in ENTRIES:
            yield node.problem(f"unknown key “{key}”", meant(key, ENTRIES), "config", at_key=True)
        elif not isinstance(node.value, dict):
            yield node.problem("keys with values of their own should stand here", "", "config")
    for section, known in (("units", UNIT), ("currencies", CURRENCY)):
        for _, entry in _entries(root, section):
            if not isinstance(entry.value, dict):
                yield entry.problem(f"keys should stand here: {', '.join(known)}", "", "config")
                continue
            for key, node in entry.value.items():
                if key not in known:
                    yield node.problem(f"unknown key “{key}”", meant(key, known), "config", at_key=True)
                elif not isinstance(node.value, known[key]):
                    wanted = "a list" if known[key] is list else "text"
                    yield node.problem(f"{wanted} should stand here", "", "config")


def _unmade(units: Units, name: str, node: Node) -> Iterator[Problem]:
    """Whether pint makes no unit of a definition."""
    try:
        units.scale(name)
    except Exception:  # pint has many, of every kind: undefined units, syntax, dimensions
        definition = node.at("define")
        told = f"no unit can be made of “{definition.value if definition is not node else name}”"
        yield definition.problem(
            told, "write a product of other units, or “[name]” for a dimension", "config"
        )


@cache
def _default() -> Units:
    return Units(load("units"), load("currencies"), _shipped())


def _shipped() -> dict[str, Scale]:
    """The table made by `tools/build_units.py`."""
    text = (files("factcheck.data") / "units.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.split("\n") if line and line[0] != "#")
    return {
        unit: Scale(dimension, base, Fraction(factor), Fraction(offset))
        for unit, dimension, base, factor, offset in rows
    }


def _to_base(end: Decimal | None, scale: Scale) -> Decimal | None:
    if end is None:
        return None
    if scale.offset:
        return _rounded(*(Fraction(end) * scale.factor + scale.offset).as_integer_ratio())
    top, under = end.as_integer_ratio()
    return _rounded(top * scale.factor.numerator, under * scale.factor.denominator)


def _rounded(top: int, under: int) -> Decimal:
    """A quotient, exact where it can be, else to 28 digits; without trailing zeros, and without an exponent
    where the digits suffice. In whole numbers, since a Fraction is brought down to its terms at each step."""
    wide = WIDE.divide(Decimal(top), Decimal(under))
    one, other = wide.as_integer_ratio()
    tight = wide.normalize(WIDE if one * under == top * other else FINAL)
    whole = int(tight.as_tuple().exponent) > 0 and tight.adjusted() < WIDE.prec
    return tight.quantize(Decimal(1), context=WIDE) if whole else tight


def _product(powers: Any) -> str:
    """ "meter * second ** -2" from pint's pairs of name and power."""
    pairs = sorted(powers.items() if hasattr(powers, "items") else powers)
    return " * ".join(f"{name} ** {power}" if power != 1 else str(name) for name, power in pairs)


def _fraction(value: Any) -> Fraction:
    return value if isinstance(value, Fraction) else Fraction(str(value))
