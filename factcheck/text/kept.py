"""`kept`: a property that is worked out when it is first asked for, and then stays.

`keeps` marks a class that has some."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

Kept = TypeVar("Kept")
Owner = TypeVar("Owner")


class kept(Generic[Kept]):
    """`functools.cached_property` without the lock that Python 3.11 takes at each first look.

    A sentence has a dozen of these and nobody shares it between threads: the lock took 2 % of reading.
    """

    def __init__(self, find: Callable[[Any], Kept]) -> None:
        self.find = find
        self.__doc__ = find.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, instance: Any, owner: type | None = None) -> Kept:
        value = instance.__dict__[self.name] = self.find(instance)
        return value


def keeps(owner: type[Owner]) -> type[Owner]:
    """A class with `kept` properties, as it is; mypyc leaves the instances of a decorated class the
    `__dict__` that these need (https://mypyc.readthedocs.io/en/latest/native_classes.html)."""
    return owner
