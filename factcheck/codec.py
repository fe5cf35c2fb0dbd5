"""Values of our own types as plain JSON and back, after their type hints: what a cache keeps.

JSON and not pickle, since reading a pickle runs whatever its writer put in. A dataclass or named
tuple becomes the list of its fields, a union of dataclasses starts with the name of the one it is.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

Step = Callable[[Any], Any] | None  # None: the value is JSON already
PLAIN = (str, int, bool, type(None))


class Codec(NamedTuple):
    """`pack` makes plain JSON of a value, `unpack` the equal value of it; None where they are the same.

    `unpack` may change the lists that it is given. Data of another shape ends it with a TypeError,
    ValueError, LookupError or AttributeError, or gives a wrong value: check where data comes from.
    """

    pack: Step
    unpack: Step


@cache
def codec(kind: Any) -> Codec:
    """The codec of a type; TypeError for one that is not made of our own types and plain values."""
    origin, given = get_origin(kind), get_args(kind)
    if kind in PLAIN or origin is Literal:
        return Codec(None, None)
    if kind is Decimal:
        return Codec(str, Decimal)
    if origin in (Union, types.UnionType):
        return _union(given)
    if origin is tuple and given[-1:] == (Ellipsis,):
        return _series(given[0], tuple)
    if origin is tuple:
        return _record(tuple, given, None)
    if origin is frozenset:
        return _series(given[0], frozenset)
    if origin in (Mapping, dict) or origin is getattr(Mapping, "__origin__", Mapping):
        return Codec(dict, None)
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        names = [field.name for field in fields(kind)]
        return _record(kind, [hints[name] for name in names], names)
    if isinstance(kind, type) and issubclass(kind, tuple):
        hints = get_type_hints(kind)
        return _record(kind, list(hints.values()), None)
    raise TypeError(f"no codec for {kind!r}")


def parts(kind: Any, *without: str) -> Codec:
    """The codec of a dataclass less some fields: what `unpack` gives is a list of the other ones."""
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind) if field.name not in without]
    return _record(list, [hints[name] for name in names], names)


def _series(item: Any, make: type) -> Codec:
    """Tuples and sets of one type; a set is sorted, so that equal values have equal JSON."""
    pack, unpack = codec(item)
    ordered: Callable[[Any], list[Any]] = sorted if make is frozenset else list
    packed = ordered if pack is None else lambda value: [pack(each) for each in ordered(value)]
    return Codec(packed, make if unpack is None else lambda data: make(map(unpack, data)))


def _record(kind: Any, hints: Any, names: list[str] | None) -> Codec:
    """Dataclasses (with the `names` of their fields) and tuples of a fixed length."""
    codecs = [codec(hint) for hint in hints]
    packs = [(at, made.pack) for at, made in enumerate(codecs) if made.pack]
    unpacks = [(at, made.unpack) for at, made in enumerate(codecs) if made.unpack]
    read = attrgetter(*names) if names else None

    def pack(value: Any) -> list[Any]:
        found = read(value) if read else value
        data = list(found) if names is None or len(names) > 1 else [found]
        for at, step in packs:
            data[at] = step(data[at])
        return data

    def unpack_plain(data: Any) -> Any:
        return kind(*data)

    def unpack(data: Any) -> Any:
        if len(data) != len(codecs):
            raise ValueError(f"{len(data)} fields for {kind.__name__}")
        for at, step in unpacks:
            data[at] = step(data[at])
        return kind(data) if kind in (list, tuple) else kind(*data)

    plain = not unpacks and kind not in (list, tuple)  # nothing to do for a field, as in most spans
    return Codec(pack, unpack_plain if plain else unpack)


def _union(kinds: tuple[Any, ...]) -> Codec:
    """`X | None`, or several dataclasses."""
    several = [kind for kind in kinds if kind is not type(None)]
    if len(several) == 1:
        pack, unpack = codec(several[0])
        return Codec(
            pack and (lambda value: None if value is None else pack(value)),
            unpack and (lambda data: None if data is None else unpack(data)),
        )
    if all(codec(kind) == (None, None) for kind in several):
        return Codec(None, None)
    by_name = {kind.__name__: codec(kind) for kind in several}

    def pack_one(value: Any) -> Any:
        name = type(value).__name__
        return None if value is None else [name, by_name[name].pack(value)]  # type: ignore[misc]

    def unpack_one(data: Any) -> Any:
        return None if data is None else by_name[data[0]].unpack(data[1])  # type: ignore[misc]

    return Codec(pack_one, unpack_one)
